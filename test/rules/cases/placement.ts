import type { App, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import {
  AddressPlan,
  AwsPrivateNetwork,
  AzurePrivateNetwork,
  DedicatedCluster,
  GcpPrivateNetwork,
  type DedicatedClusterProps,
} from "cdktf-cluster-linking";
import type { Broken, Build, Clean, RuleCase, Unknown } from "../support/case";
import { buildChain, firstLink, jump, mirrors, newStack, primary, secondLink } from "../support/topology";

const SUBSCRIPTION = "11111111-aaaa-bbbb-cccc-222222222222";

type Props = Partial<DedicatedClusterProps>;
type Given = (stack: TerraformStack, unknown: Unknown) => Props;

/** A public cluster that a stack creates, at `platform/jump`. */
const cluster =
  (given: Props | Given, prepare: (stack: TerraformStack) => void = () => undefined): Build =>
  (app, unknown) => {
    const stack = newStack(app, "platform");
    prepare(stack);
    const props = typeof given === "function" ? given(stack, unknown) : given;
    new DedicatedCluster(stack, "jump", {
      name: "JUMP",
      cloud: "AZURE",
      region: "italynorth",
      environmentId: "env-1111",
      cku: 2,
      ...props,
    } as DedicatedClusterProps);
  };

const chain =
  (primaryRegion: string | undefined, jumpRegion: string | undefined): Build =>
  (app) =>
    buildChain(
      app,
      "follows",
      { topics: ["orders"], source: primary({ region: primaryRegion }), destination: jump({ region: jumpRegion }) },
      { link: { source: jump({ region: jumpRegion }) }, set: {} },
    );

type Ids = readonly string[] | ((stack: TerraformStack, unknown: Unknown) => readonly string[]);

const idsOf = (ids: Ids, stack: TerraformStack, unknown: Unknown): readonly string[] =>
  typeof ids === "function" ? ids(stack, unknown) : ids;

const azure =
  (ids: Ids): Build =>
  (app, unknown) => {
    const stack = newStack(app, "platform");
    new AzurePrivateNetwork(stack, "network", {
      displayName: "primary",
      environmentId: "env-1111",
      region: "italynorth",
      subscriptionIds: idsOf(ids, stack, unknown),
    });
  };

const gcp =
  (projectIds: readonly string[], zones?: Ids): Build =>
  (app, unknown) => {
    const stack = newStack(app, "platform");
    new GcpPrivateNetwork(stack, "network", {
      displayName: "primary",
      environmentId: "env-1111",
      region: "europe-west8",
      projectIds,
      zones: zones && idsOf(zones, stack, unknown),
    });
  };

const aws =
  (accountIds: readonly string[], zones?: readonly string[]): Build =>
  (app) =>
    void new AwsPrivateNetwork(newStack(app, "platform"), "network", {
      displayName: "primary",
      environmentId: "env-1111",
      region: "eu-central-1",
      accountIds,
      zones,
    });

const NETWORK = "platform/network";
const at = (build: Build, given: string): Broken => ({ build, at: NETWORK, given });

const plan =
  (ranges: Readonly<Record<string, string>>): Build =>
  () =>
    void AddressPlan.of(ranges);
const inPlan = (ranges: Readonly<Record<string, string>>, given: string, ...also: string[]): Broken => ({
  build: plan(ranges),
  at: "AddressPlan",
  given,
  also,
});

const constrained =
  (version: string) =>
  (stack: TerraformStack): void =>
    stack.addOverride("terraform.required_providers.confluent.version", version);

const oneZone = (build: Build): Clean => ({ build, also: ["CL092"] });

const tokenPlan: Build = (app: App, unknown) => {
  const stack = newStack(app, "platform");
  plan({ primary: unknown.text(stack, "one"), dr: "10.2.0.0/16" })(app, unknown);
};

export const placementRules: readonly RuleCase[] = [
  {
    id: "CL090",
    refuses: {
      "JUMP beside PRIMARY": {
        build: chain("italynorth", "italynorth"),
        at: "primary-to-jump/link",
        given: "JUMP and PRIMARY are both in italynorth.",
      },
    },
    accepts: {
      "JUMP elsewhere": chain("germanywestcentral", "italynorth"),
      "regions that are not given": chain(undefined, undefined),
      "a link by itself": (app) => void secondLink(newStack(app, "leg"), { source: jump({ region: "westeurope" }) }),
    },
    token: {
      "JUMP's region": (app, unknown) => {
        const stack = newStack(app, "leg");
        const region = unknown.text(stack, "region");
        const [source, destination] = [primary({ region: "italynorth" }), jump({ region })];
        const link = firstLink(stack, { source, destination });
        const onJump = mirrors(stack, link, { topics: ["orders"] }, "on-jump");
        const inner = new Construct(stack, "second") as TerraformStack;
        mirrors(inner, secondLink(inner, { source: jump({ region }) }), { follows: onJump });
      },
    },
  },
  {
    id: "CL091",
    refuses: {
      "no CKU": { build: cluster({ cku: 0 }), at: "platform/jump", given: "JUMP has 0 CKU in one zone." },
      "half a CKU": { build: cluster({ cku: 1.5 }), at: "platform/jump", given: "JUMP has 1.5 CKU in several zones." },
      "one CKU in several zones": {
        build: cluster({ cku: 1, availability: "MULTI_ZONE" }),
        at: "platform/jump",
        given: "JUMP has 1 CKU in several zones.",
      },
    },
    accepts: {
      "two in several zones": cluster({ cku: 2 }),
      "one in one zone": oneZone(cluster({ cku: 1 })),
      "two in one zone": oneZone(cluster({ cku: 2, availability: "SINGLE_ZONE" })),
    },
    token: {
      "the number": cluster((stack, unknown) => ({
        cku: unknown.number(stack, "cku"),
        availability: "MULTI_ZONE",
      })),
    },
  },
  {
    id: "CL092",
    refuses: {
      "one CKU": { build: cluster({ cku: 1 }), at: "platform/jump", given: "JUMP is in one zone." },
      "two CKUs in one zone": {
        build: cluster({ availability: "SINGLE_ZONE" }),
        at: "platform/jump",
        given: "JUMP is in one zone.",
      },
    },
    accepts: { "several zones": cluster({}) },
    token: {
      "the availability": cluster((stack, unknown) => ({
        availability: unknown.text(stack, "availability") as "MULTI_ZONE",
      })),
    },
  },
  {
    id: "CL093",
    refuses: {
      "no subscription": at(azure([]), "No Azure subscription is given."),
      "a project as a subscription": at(azure(["my-project"]), '"my-project" is no Azure subscription.'),
      "a subscription twice": at(azure([SUBSCRIPTION, SUBSCRIPTION]), "is given more than once."),
      "a subscription as a project": at(gcp([SUBSCRIPTION]), "is no GCP project."),
      "a project as an account": at(aws(["my-project"]), '"my-project" is no AWS account.'),
    },
    accepts: {
      "a subscription": azure([SUBSCRIPTION]),
      "two projects": gcp(["my-project", "other-project-2"]),
      "an account": aws(["012345678901"]),
    },
    token: {
      "the subscription": azure((stack, unknown) => [unknown.text(stack, "subscription")]),
    },
  },
  {
    id: "CL094",
    refuses: {
      "two zones": at(gcp(["my-project"], ["europe-west8-a", "europe-west8-b"]), "The zones are"),
      "one zone twice": at(aws(["012345678901"], ["euc1-az1", "euc1-az2", "euc1-az2"]), "The zones are"),
      "a zone of another region": at(
        gcp(["my-project"], ["europe-west8-a", "europe-west8-b", "europe-west3-c"]),
        '"europe-west3-c" is no zone of europe-west8.',
      ),
    },
    accepts: {
      "three zones": gcp(["my-project"], ["europe-west8-a", "europe-west8-b", "europe-west8-c"]),
      "three zones of AWS": aws(["012345678901"], ["euc1-az1", "euc1-az2", "euc1-az3"]),
      none: gcp(["my-project"]),
    },
    token: {
      "a zone": gcp(["my-project"], (stack, unknown) => [
        "europe-west8-a",
        "europe-west8-b",
        unknown.text(stack, "zone"),
      ]),
    },
  },
  {
    id: "CL095",
    refuses: {
      "an address": inPlan({ primary: "10.1.0.0" }, 'The range of primary is "10.1.0.0": it is not of the form'),
      "a part that is too large": inPlan({ primary: "10.256.0.0/16" }, "it has a part that is too large"),
      "a prefix that is too long": inPlan({ primary: "10.1.0.0/33" }, "it has a part that is too large"),
      "bits behind the prefix": inPlan({ primary: "10.1.2.0/16" }, "its network begins at 10.1.0.0/16"),
      "a part that is not there": {
        build: () => void AddressPlan.of({ primary: "10.1.0.0/24" }).part("primary", 26, 4),
        at: "AddressPlan",
        given: '"10.1.0.0/24" of primary has no part 4 of /26.',
      },
      "a part that is wider": {
        build: () => void AddressPlan.of({ primary: "10.1.0.0/24" }).part("primary", 16),
        at: "AddressPlan",
        given: "has no part 0 of /16.",
      },
    },
    accepts: { ranges: plan({ primary: "10.1.0.0/16", dr: "10.2.0.0/16", hub: "192.168.255.0/24" }) },
    token: { "a range": tokenPlan },
  },
  {
    id: "CL096",
    refuses: {
      "a range of the internet": inPlan({ primary: "20.1.0.0/16" }, 'The range of primary is "20.1.0.0/16".'),
      "a range that is too wide": inPlan({ primary: "172.0.0.0/8" }, 'The range of primary is "172.0.0.0/8".'),
    },
    accepts: { "each of the three": plan({ a: "10.0.0.0/8", b: "172.16.0.0/12", c: "192.168.0.0/16" }) },
    token: { "a range": tokenPlan },
  },
  {
    id: "CL097",
    refuses: {
      "the same range": inPlan({ primary: "10.1.0.0/16", dr: "10.1.0.0/16" }, "dr has 10.1.0.0/16 and primary has"),
      "a range within another": inPlan(
        { primary: "10.1.0.0/16", dr: "10.2.0.0/16", hub: "10.2.128.0/24" },
        "hub has 10.2.128.0/24 and dr has 10.2.0.0/16.",
      ),
      "a range around another": inPlan({ primary: "10.1.0.0/24", dr: "10.1.0.0/16" }, "dr has 10.1.0.0/16 and"),
    },
    accepts: { neighbours: plan({ primary: "10.1.0.0/17", dr: "10.1.128.0/17" }) },
    token: { "a range": tokenPlan },
  },
  {
    id: "CL098",
    refuses: {
      "an older version": {
        build: cluster({}, constrained("~> 2.51")),
        at: "platform",
        given: 'The version constraint is "~> 2.51".',
      },
      "a version that is put there later": {
        build: (app, unknown) => {
          cluster({})(app, unknown);
          constrained(">= 2.76.0")(app.node.findChild("platform") as TerraformStack);
        },
        at: "platform",
        given: 'The version constraint is ">= 2.76.0".',
      },
    },
    accepts: {
      "no version of its own": cluster({}),
      "a newer one": cluster({}, constrained("~> 2.80")),
      "an older one without protection": cluster({ deletionProtection: false }, constrained("~> 2.51")),
    },
    token: {
      "the constraint": (app, unknown) =>
        cluster({}, (stack) => constrained(unknown.text(stack, "version"))(stack))(app, unknown),
    },
  },
];
