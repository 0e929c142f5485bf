import type { App, TerraformStack } from "cdktf";
import { expect } from "vitest";
import {
  ApiKey,
  BidirectionalLink,
  DestinationInitiatedLink,
  DiallingHalf,
  LinkHealth,
  ReceivingHalf,
} from "cdktf-cluster-linking";
import { resources, synthToJson, type Json } from "../../support/synth";
import { synthToHcl } from "../../support/hcl";
import type { Build, RuleCase } from "../support/case";
import {
  bothWays,
  dr,
  firstLink,
  jump,
  key,
  mirrors,
  newStack,
  oneLeg,
  primary,
  secondLink,
} from "../support/topology";

const LINK = "leg/link";

const ENDS = () => ({ linkName: "primary-to-jump", source: primary(), destination: jump() });

/** Both halves by themselves; `changes` are of the dialling one. */
const halves =
  (changes: object, receiving: object = {}): Build =>
  (app) => {
    const stack = newStack(app, "leg");
    const receivingHalf = new ReceivingHalf(stack, "receiving", {
      ...ENDS(),
      destinationCredentials: key(stack, "jump"),
      ...receiving,
    });
    new DiallingHalf(stack, "dialling", {
      receivingHalf,
      sourceCredentials: key(stack, "primary"),
      dialCredentials: key(stack, "jump_dial"),
      ...changes,
    });
  };

/** The halves in two stacks, and the dialling one told what the other is. */
function halvesIn(app: App, told: (onPrimary: TerraformStack) => object): void {
  const onJump = newStack(app, "jump");
  new ReceivingHalf(onJump, "receiving", { ...ENDS(), destinationCredentials: key(onJump, "jump") });
  const onPrimary = newStack(app, "primary");
  new DiallingHalf(onPrimary, "dialling", {
    receivingHalf: { ...ENDS(), ...told(onPrimary) },
    sourceCredentials: key(onPrimary, "primary"),
    dialCredentials: key(onPrimary, "jump_dial"),
  });
}

const halvesApart =
  (told: object): Build =>
  (app) =>
    halvesIn(app, () => told);

const both =
  (changes: Readonly<Record<string, unknown>>): Build =>
  (app) =>
    void bothWays(newStack(app, "leg"), changes);

const bothDial =
  (first: object, second: object, changes: object = {}): Build =>
  (app) => {
    const stack = newStack(app, "leg");
    new BidirectionalLink(stack, "link", {
      linkName: "jump-and-other",
      ends: [
        { cluster: jump(), credentials: key(stack, "jump"), ...first },
        { cluster: jump({ name: "OTHER", id: "lkc-4444" }), credentials: key(stack, "other"), ...second },
      ],
      ...changes,
    } as never);
  };

const emptyKey = (stack: Parameters<typeof key>[0]): ApiKey =>
  ApiKey.fromAttributes({ key: "", secret: key(stack, "jump").secret });

const links = (build: Build): Json[] => {
  const { stacks } = synthToJson((app) => build(app, {} as never));
  return Object.values(stacks).flatMap((stack) => Object.values(resources(stack, "confluent_cluster_link")));
};

export const halvesRules: readonly RuleCase[] = [
  {
    id: "CL005",
    refuses: {
      "a prefix": { build: halves({ prefix: "eu-" }), at: "leg/dialling", given: "The dialling half is given prefix" },
      "offset sync": {
        build: halves({ consumerOffsetSync: { groups: [] } }),
        at: "leg/dialling",
        given: "The dialling half is given consumerOffsetSync",
      },
      "rawConfig and a config": {
        build: halves({ rawConfig: {}, config: {} }),
        at: "leg/dialling",
        given: "The dialling half is given rawConfig, config",
      },
    },
    accepts: {
      "settings on the receiving half": halves({}, { topicConfigSync: {} }),
      "settings that are undefined": halves({ prefix: undefined, aclSync: undefined }),
    },
    token: { never: "what counts is that a setting is given, whatever its value" },
  },
  {
    id: "CL014",
    refuses: {
      "another name": {
        build: halvesApart({ linkName: "primary-to-jump-2" }),
        at: "primary/dialling",
        given: 'The dialling half is called "primary-to-jump-2", the receiving half "primary-to-jump"',
      },
    },
    accepts: {
      "one name": halvesApart({}),
      "a link between other clusters": halvesApart({ linkName: "dr-to-jump", source: dr() }),
      "one object": halves({}),
    },
    token: {
      "the name on the source": (app, unknown) => {
        halvesIn(app, (onPrimary) => ({ linkName: unknown.text(onPrimary, "value") }));
      },
    },
  },
  {
    id: "CL015",
    guarantees: {
      "that the dialling half depends on the receiving half": () => {
        const { stacks } = synthToJson((app) => oneLeg({})(app, {} as never));
        const made = resources(stacks["leg"], "confluent_cluster_link");
        const waiting = Object.keys(made).find((name) => made[name].connection_mode === "INBOUND");
        const dialling = Object.values(made).find((half) => half.connection_mode === "OUTBOUND");
        expect(dialling.depends_on).toEqual([`confluent_cluster_link.${waiting}`]);
      },
      "the same of a bidirectional link": () => {
        const made = links(both({}));
        const dialling = made.find((half) => half.connection_mode === "OUTBOUND");
        expect(dialling.depends_on).toHaveLength(1);
        expect(made.find((half) => half.connection_mode === "INBOUND").depends_on).toBeUndefined();
      },
      "that the stack of the dialling half is deployed after that of the receiving half": () => {
        const { manifest } = synthToJson((app) => {
          const onJump = newStack(app, "jump");
          const receivingHalf = new ReceivingHalf(onJump, "receiving", {
            ...ENDS(),
            destinationCredentials: key(onJump, "jump"),
          });
          const onPrimary = newStack(app, "primary");
          new DiallingHalf(onPrimary, "dialling", {
            receivingHalf,
            sourceCredentials: key(onPrimary, "primary"),
            dialCredentials: key(onPrimary, "jump_dial"),
          });
        });
        expect(manifest.stacks["primary"]?.dependencies).toEqual(["jump"]);
      },
    },
  },
  {
    id: "CL018",
    refuses: {
      "no key of the source where the destination dials": {
        build: (app) => void secondLink(newStack(app, "leg"), { sourceCredentials: undefined }),
        at: LINK,
        given: "Credentials of JUMP are missing",
      },
      "no key of the host": {
        build: (app) => void secondLink(newStack(app, "leg"), { destinationCredentials: undefined }),
        at: LINK,
        given: "Credentials of DR are missing",
      },
      "no key of the source where it dials": {
        build: halves({ sourceCredentials: undefined }),
        at: "leg/dialling",
        given: "Credentials of PRIMARY are missing",
      },
      "no key of the dialled cluster": {
        build: halves({ dialCredentials: undefined }),
        at: "leg/dialling",
        given: "Credentials of JUMP are missing",
      },
      "no key of the half that waits": {
        build: halves({}, { destinationCredentials: undefined }),
        at: "leg/receiving",
        given: "Credentials of JUMP are missing",
      },
      "a plain object as a key": {
        build: (app) =>
          void secondLink(newStack(app, "leg"), { sourceCredentials: { key: "k", secret: "s" } as unknown as ApiKey }),
        at: LINK,
        given: "Credentials of JUMP are a plain object and no ApiKey",
      },
      "a key of the source on the half that waits": {
        build: (app) => {
          const stack = newStack(app, "leg");
          const props = { ...ENDS(), destinationCredentials: key(stack, "jump"), sourceCredentials: key(stack, "x") };
          new ReceivingHalf(stack, "receiving", props);
        },
        at: "leg/receiving",
        given: "Credentials of PRIMARY are given to a half that waits",
      },
      "a dialling key where both ends dial": {
        build: (app) => bothDial({}, {}, { dialCredentials: key(newStack(app, "keys"), "dial") })(app, {} as never),
        at: LINK,
        given: "dialCredentials are given to a link whose two ends both dial",
      },
      "an empty key": {
        build: (app) => {
          const stack = newStack(app, "leg");
          firstLink(stack, { dialCredentials: emptyKey(stack) });
        },
        at: `${LINK}/dialling`,
        given: "The key of the credentials of JUMP is empty",
      },
      "mirror topics on a link that is described without a key": {
        build: (app) => {
          const stack = newStack(app, "leg");
          const link = DestinationInitiatedLink.fromAttributes(stack, "link", {
            linkName: "jump-to-dr",
            source: jump(),
            destination: dr(),
          });
          mirrors(stack, link, { topics: ["orders"] });
        },
        at: "leg/mirrors",
        given: "The link leg/link is described without destinationCredentials",
      },
    },
    accepts: {
      "a key of each cluster": (app) => void secondLink(newStack(app, "leg")),
      "no key of the source on the half that waits": halves({}),
      "mirror topics on a link that is described with a key": (app) => {
        const stack = newStack(app, "leg");
        const link = DestinationInitiatedLink.fromAttributes(stack, "link", {
          linkName: "jump-to-dr",
          source: jump(),
          destination: dr(),
          destinationCredentials: key(stack, "dr"),
          upstream: "none",
        });
        mirrors(stack, link, { topics: ["orders"] });
      },
    },
    token: {
      "the key": (app, unknown) => {
        const stack = newStack(app, "leg");
        const dialCredentials = ApiKey.fromAttributes({
          key: unknown.text(stack, "key"),
          secret: unknown.text(stack, "secret"),
        });
        firstLink(stack, { dialCredentials });
      },
    },
  },
  {
    id: "CL019",
    refuses: {
      "an end that dials": {
        build: both({ outbound: { credentials: undefined } }),
        at: LINK,
        given: "The end PRIMARY has no credentials",
      },
      "an end that waits": {
        build: both({ inbound: { credentials: undefined } }),
        at: LINK,
        given: "The end JUMP has no credentials",
      },
      "one of two ends that dial": {
        build: bothDial({}, { credentials: undefined }),
        at: LINK,
        given: "The end OTHER has no credentials",
      },
    },
    accepts: {
      "a key of each end": both({}),
      "a key of each of two ends that dial": bothDial({}, {}),
    },
    token: { never: "credentials are an object; its key and secret are tokens anyway" },
  },
  {
    id: "CL020",
    guarantees: {
      "one endpoint in each block of every half": () => {
        const made = [
          oneLeg({}),
          (app) => void secondLink(newStack(app, "leg")),
          both({}),
          bothDial({}, {}),
        ] as Build[];
        const blocks = made.flatMap(links).flatMap((link) =>
          Object.entries<Json>(link)
            .filter(([name]) => name.endsWith("_kafka_cluster"))
            .map(([, block]) => [block].flat()[0]),
        );
        expect(blocks).toHaveLength(14);
        for (const block of blocks) {
          expect([block.rest_endpoint, block.bootstrap_endpoint].filter((endpoint) => endpoint)).toHaveLength(1);
        }
      },
    },
  },
  {
    id: "CL047",
    refuses: {
      "a key of the remote cluster on the end that waits": {
        build: both({ inbound: { remoteCredentials: {} } }),
        at: LINK,
        given: "The end JUMP is given remoteCredentials",
      },
    },
    accepts: {
      "a dialling key on the link": both({}),
    },
    token: { never: "what counts is that credentials are given, whatever they are" },
  },
  {
    id: "CL055",
    refuses: {
      "a slash": { build: oneLeg({ linkName: "primary/jump" }), at: LINK, given: `The link's name is "primary/jump"` },
      "an empty name": { build: both({ linkName: "" }), at: LINK, given: `The link's name is ""` },
      "101 characters": {
        build: (app) => void secondLink(newStack(app, "leg"), { linkName: "l".repeat(101) }),
        at: LINK,
        given: "it has 101 characters, 100 are allowed",
      },
      "a link that exists": {
        build: (app) =>
          void DestinationInitiatedLink.fromAttributes(newStack(app, "leg"), "link", {
            linkName: "jump to dr",
            source: jump(),
            destination: dr(),
          }),
        at: LINK,
        given: `The link's name is "jump to dr"`,
      },
    },
    accepts: {
      "100 legal characters": oneLeg({ linkName: `a.B_9-${"l".repeat(94)}` }),
    },
    token: {
      "the name": (app, unknown) => {
        const stack = newStack(app, "leg");
        firstLink(stack, { linkName: unknown.text(stack, "value") });
      },
    },
  },
  {
    id: "CL088",
    guarantees: {
      "check blocks in HCL": () => {
        const hcl = synthToHcl((app) => {
          const stack = newStack(app, "leg");
          new LinkHealth(stack, "health", { link: firstLink(stack) });
        });
        expect(hcl.match(/^check "health_\w+" \{\n {2}data "confluent_cluster_link" /gm)).toHaveLength(2);
        expect(hcl.match(/^ {4}condition = data\.confluent_cluster_link\.\w+\.link_state == "ACTIVE"$/gm)).toHaveLength(
          2,
        );
      },
    },
  },
];
