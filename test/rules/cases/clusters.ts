import type { KafkaCluster } from "cdktf-cluster-linking";
import { BidirectionalLink, DestinationInitiatedLink } from "cdktf-cluster-linking";
import type { Build, RuleCase } from "../support/case";
import { bothWays, dr, firstLink, jump, key, newStack, other, primary, secondLink } from "../support/topology";

const LINK = "leg/link";

/** The destination dials, in the stack `leg`. */
const pulled =
  (source: KafkaCluster, destination: KafkaCluster): Build =>
  (app) =>
    void secondLink(newStack(app, "leg"), { source, destination });

/** The source dials. */
const pushed =
  (source: KafkaCluster, destination: KafkaCluster): Build =>
  (app) =>
    void firstLink(newStack(app, "leg"), { source, destination });

const oneDials =
  (outbound: KafkaCluster, inbound: KafkaCluster): Build =>
  (app) =>
    void bothWays(newStack(app, "leg"), { outbound: { cluster: outbound }, inbound: { cluster: inbound } });

const bothDial =
  (a: KafkaCluster, b: KafkaCluster): Build =>
  (app) => {
    const stack = newStack(app, "leg");
    new BidirectionalLink(stack, "link", {
      linkName: "both",
      ends: [
        { cluster: a, credentials: key(stack, "a") },
        { cluster: b, credentials: key(stack, "b") },
      ],
    });
  };

const described =
  (source: KafkaCluster, destination: KafkaCluster): Build =>
  (app) =>
    void DestinationInitiatedLink.fromAttributes(newStack(app, "leg"), "link", {
      linkName: "described",
      source,
      destination,
      upstream: "none",
    });

const alone =
  (make: () => unknown): Build =>
  (app) => {
    make();
    newStack(app, "leg");
  };

const withText =
  (make: (value: string, other: string) => readonly [KafkaCluster, KafkaCluster]): Build =>
  (app, unknown) => {
    const stack = newStack(app, "leg");
    const [source, destination] = make(unknown.text(stack, "value"), unknown.text(stack, "other"));
    secondLink(stack, { source, destination, upstream: "none" });
  };

const basic = () => other({ name: "BASIC", kind: "Basic" });
const standard = () => other({ name: "STANDARD", kind: "Standard" });
const freight = () => primary({ name: "FREIGHT", kind: "Freight" });
const enterprise = () => primary({ name: "ENTERPRISE", id: "lkc-5555", kind: "Enterprise" });
const aws = { cloud: "AWS", region: "eu-central-1" } as const;

export const clusters: readonly RuleCase[] = [
  {
    id: "CL016",
    refuses: {
      "a public destination that dials a private source": {
        build: pulled(primary(), jump()),
        at: LINK,
        given: "JUMP (public, Dedicated) would have to dial PRIMARY (private, Dedicated)",
      },
      "a public source that dials a private destination": {
        build: pushed(jump(), dr()),
        at: LINK,
        given: "JUMP (public, Dedicated) would have to dial DR (private, Dedicated)",
      },
      "two ends that dial, one of them private": {
        build: bothDial(primary(), jump()),
        at: LINK,
        given: "JUMP (public, Dedicated) would have to dial PRIMARY (private, Dedicated)",
      },
      "an outbound end that is public": {
        build: oneDials(jump(), primary()),
        at: LINK,
        given: "JUMP (public, Dedicated) would have to dial PRIMARY (private, Dedicated)",
      },
    },
    accepts: {
      "a private destination that dials a public source": pulled(jump(), dr()),
      "a private source that dials a public destination": pushed(primary(), jump()),
      "a public source and a public destination, either way": (app) => {
        secondLink(newStack(app, "pulled"), { source: other(), destination: jump() });
        firstLink(newStack(app, "pushed"), { source: jump(), destination: other({ id: "lkc-6666" }) });
      },
      "an outbound end that is private": oneDials(primary(), jump()),
      "two public ends that dial": bothDial(jump(), other()),
    },
    token: { never: "access is told as it is, never as a token (CL070)" },
  },
  {
    id: "CL017",
    refuses: {
      "Standard as JUMP": {
        build: pushed(primary(), standard()),
        at: LINK,
        given: "The destination is STANDARD (public, Standard)",
      },
      "Basic as JUMP": {
        build: pushed(primary(), basic()),
        at: LINK,
        given: "The destination is BASIC (public, Basic)",
      },
      "Basic as destination that dials": {
        build: pulled(jump(), basic()),
        at: LINK,
        given: "The destination is BASIC (public, Basic)",
      },
      "Freight as destination": {
        build: pulled(jump(), freight()),
        at: LINK,
        given: "The destination is FREIGHT (private, Freight)",
      },
      "Standard as an end of a bidirectional link": {
        build: bothDial(jump(), standard()),
        at: LINK,
        given: "The destination is STANDARD (public, Standard)",
      },
    },
    accepts: {
      "Enterprise as destination": (app) =>
        void secondLink(newStack(app, "leg"), { destination: enterprise(), upstream: "none" }),
      "Basic, Standard and Freight as sources that are dialled or share a network": (app) => {
        secondLink(newStack(app, "basic"), { source: basic() });
        secondLink(newStack(app, "standard"), { source: other({ id: "lkc-7777", kind: "Standard" }) });
        secondLink(newStack(app, "freight"), {
          source: primary({ kind: "Freight", networkId: "n-1" }),
          destination: dr({ networkId: "n-1" }),
        });
      },
    },
    token: { never: "kind is told as it is, never as a token (CL070)" },
  },
  {
    id: "CL029",
    refuses: {
      "one id twice": {
        build: pulled(jump(), dr({ id: "lkc-2222" })),
        at: LINK,
        given: 'Source JUMP and destination DR both have the id "lkc-2222"',
      },
      "one cluster twice": {
        build: pushed(jump(), jump()),
        at: LINK,
        given: 'Source JUMP and destination JUMP both have the id "lkc-2222"',
      },
      "a bidirectional link": {
        build: bothDial(jump(), jump()),
        at: LINK,
        given: 'Source JUMP and destination JUMP both have the id "lkc-2222"',
      },
      "a link that exists": {
        build: described(jump(), jump()),
        at: LINK,
        given: 'Source JUMP and destination JUMP both have the id "lkc-2222"',
      },
    },
    accepts: {
      "two clusters": pulled(jump(), dr()),
      "a link that exists between two clusters": described(jump(), dr()),
    },
    token: {
      "one id": withText((id) => [jump(), dr({ id })]),
      "both ids": withText((id, otherId) => [jump({ id }), dr({ id: otherId })]),
    },
  },
  {
    id: "CL032",
    refuses: {
      "a bootstrap endpoint as REST endpoint": {
        build: alone(() => jump({ restEndpoint: "pkc-1.azure.example:9092" })),
        at: 'KafkaCluster "JUMP"',
        given: 'restEndpoint is "pkc-1.azure.example:9092", which is a bootstrap endpoint',
      },
      "a bootstrap endpoint with its protocol as REST endpoint": {
        build: alone(() => jump({ restEndpoint: "SASL_SSL://pkc-1.azure.example:9092" })),
        at: 'KafkaCluster "JUMP"',
        given: "which is a bootstrap endpoint",
      },
      "a REST endpoint as bootstrap endpoint": {
        build: alone(() => dr({ bootstrapEndpoint: "https://lkc-1.azure.example:443" })),
        at: 'KafkaCluster "DR"',
        given: 'bootstrapEndpoint is "https://lkc-1.azure.example:443", which is a REST endpoint',
      },
      "port 443 in a bootstrap endpoint": {
        build: alone(() => dr({ bootstrapEndpoint: "lkc-1.azure.example:443" })),
        at: 'KafkaCluster "DR"',
        given: "which is a REST endpoint",
      },
      "a bootstrap endpoint without a port": {
        build: alone(() => dr({ bootstrapEndpoint: "lkc-1.azure.example" })),
        at: 'KafkaCluster "DR"',
        given: 'bootstrapEndpoint is "lkc-1.azure.example", which is not host:port',
      },
    },
    accepts: {
      "each in its place": alone(() =>
        jump({ restEndpoint: "https://a.example:443", bootstrapEndpoint: "a.example:9092" }),
      ),
      "a bootstrap endpoint with its protocol": alone(() => jump({ bootstrapEndpoint: "SASL_SSL://a.example:9092" })),
      "a cluster under test": alone(() =>
        jump({ restEndpoint: "http://127.0.0.1:8080", bootstrapEndpoint: "127.0.0.1:8081" }),
      ),
    },
    token: {
      "both endpoints": withText((restEndpoint, bootstrapEndpoint) => [
        jump({ bootstrapEndpoint }),
        dr({ restEndpoint }),
      ]),
      "a part of them": withText((host) => [
        jump({ bootstrapEndpoint: `https://${host}` }),
        dr({ restEndpoint: `${host}:9092` }),
      ]),
    },
  },
  {
    id: "CL052",
    refuses: {
      "a bare host": {
        build: alone(() => jump({ restEndpoint: "pkc-1.azure.example:443" })),
        at: 'KafkaCluster "JUMP"',
        given: 'restEndpoint is "pkc-1.azure.example:443"',
      },
      "a scheme without a host": {
        build: alone(() => jump({ restEndpoint: "https://" })),
        at: 'KafkaCluster "JUMP"',
        given: 'restEndpoint is "https://"',
      },
    },
    accepts: {
      https: alone(() => jump({ restEndpoint: "https://pkc-1.azure.example" })),
      http: alone(() => jump({ restEndpoint: "http://localhost:8080/" })),
    },
    token: {
      "the endpoint": withText((restEndpoint) => [jump(), dr({ restEndpoint })]),
    },
  },
  {
    id: "CL054",
    refuses: {
      "no REST endpoint on the host": {
        build: pulled(jump(), dr({ restEndpoint: undefined })),
        at: LINK,
        given: "DR hosts a half and has no restEndpoint",
      },
      "no bootstrap endpoint on the peer": {
        build: pulled(jump({ bootstrapEndpoint: undefined }), dr()),
        at: LINK,
        given: "JUMP is the other end of a half and has no bootstrapEndpoint",
      },
      "no REST endpoint on a source that dials": {
        build: pushed(primary({ restEndpoint: undefined }), jump()),
        at: LINK,
        given: "PRIMARY hosts a half and has no restEndpoint",
      },
      "no bootstrap endpoint on an end of a bidirectional link": {
        build: bothDial(jump({ bootstrapEndpoint: undefined }), other()),
        at: LINK,
        given: "JUMP is the other end of a half and has no bootstrapEndpoint",
      },
    },
    accepts: {
      "those that are needed alone": pulled(jump({ restEndpoint: undefined }), dr({ bootstrapEndpoint: undefined })),
    },
    token: {
      "the endpoints": withText((restEndpoint, bootstrapEndpoint) => [
        jump({ bootstrapEndpoint }),
        dr({ restEndpoint }),
      ]),
    },
  },
  {
    id: "CL061",
    refuses: {
      "a private Basic cluster": {
        build: alone(() => primary({ kind: "Basic" })),
        at: 'KafkaCluster "PRIMARY"',
        given: "PRIMARY is private and Basic",
      },
      "a private Standard cluster": {
        build: alone(() => primary({ kind: "Standard" })),
        at: 'KafkaCluster "PRIMARY"',
        given: "PRIMARY is private and Standard",
      },
      "a public Enterprise cluster": {
        build: alone(() => jump({ kind: "Enterprise" })),
        at: 'KafkaCluster "JUMP"',
        given: "JUMP is public and Enterprise",
      },
      "a public Freight cluster": {
        build: alone(() => jump({ kind: "Freight" })),
        at: 'KafkaCluster "JUMP"',
        given: "JUMP is public and Freight",
      },
    },
    accepts: {
      "every kind where it exists": alone(() => [
        basic(),
        standard(),
        freight(),
        enterprise(),
        jump({ kind: "Dedicated" }),
        primary({ kind: "Dedicated" }),
      ]),
    },
    token: { never: "access and kind are told as they are, never as tokens (CL070)" },
  },
  {
    id: "CL062",
    refuses: {
      "two networks": {
        build: pulled(primary({ networkId: "n-1" }), dr({ networkId: "n-2" })),
        at: LINK,
        given: "DR (private, Dedicated) would have to dial PRIMARY (private, Dedicated)",
      },
      "no networks, on Azure": {
        build: pushed(primary(), dr()),
        at: LINK,
        given: "PRIMARY (private, Dedicated) would have to dial DR (private, Dedicated)",
      },
      "two clouds": {
        build: pulled(primary(aws), dr({ cloud: "GCP" })),
        at: LINK,
        given: "DR (private, Dedicated) would have to dial PRIMARY (private, Dedicated)",
      },
      "Enterprise on AWS": {
        build: pulled(primary(aws), dr({ ...aws, kind: "Enterprise" })),
        at: LINK,
        given: "DR (private, Enterprise) would have to dial PRIMARY (private, Dedicated)",
      },
      "a bidirectional link": {
        build: oneDials(primary(), dr()),
        at: LINK,
        given: "PRIMARY (private, Dedicated) would have to dial DR (private, Dedicated)",
      },
    },
    accepts: {
      "one network": pulled(primary({ networkId: "n-1" }), dr({ networkId: "n-1" })),
      "a public cluster between them": (app) => {
        firstLink(newStack(app, "primary-to-jump"));
        secondLink(newStack(app, "jump-to-dr"));
      },
    },
    token: {
      "the networks": withText((networkId, otherNetwork) => [primary({ networkId }), dr({ networkId: otherNetwork })]),
      "one network": withText((networkId) => [primary({ networkId: "n-1" }), dr({ networkId })]),
    },
  },
  {
    id: "CL063",
    refuses: {
      "Basic as a source that dials": {
        build: pushed(basic(), jump()),
        at: LINK,
        given: "The half would be hosted on BASIC (public, Basic)",
      },
      "Standard as a source that dials": {
        build: pushed(standard(), jump()),
        at: LINK,
        given: "The half would be hosted on STANDARD (public, Standard)",
      },
      "Freight as a source that dials": {
        build: pushed(freight(), jump()),
        at: LINK,
        given: "The half would be hosted on FREIGHT (private, Freight)",
      },
    },
    accepts: {
      "Dedicated and Enterprise as sources that dial": (app) => {
        firstLink(newStack(app, "dedicated"));
        firstLink(newStack(app, "enterprise"), { source: enterprise(), linkName: "enterprise-to-jump" });
      },
      "Basic as a source that is dialled": pulled(basic(), dr()),
      "an Enterprise end of a bidirectional link": oneDials(enterprise(), jump()),
    },
    token: { never: "kind is told as it is, never as a token (CL070)" },
  },
  {
    id: "CL069",
    refuses: {
      "Dedicated on AWS": {
        build: pulled(primary(aws), dr(aws)),
        at: LINK,
        given: "DR (private, Dedicated) would have to dial PRIMARY (private, Dedicated)",
      },
      "Dedicated on a cloud that is not told": {
        build: pulled(primary({ cloud: undefined }), dr({ cloud: undefined })),
        at: LINK,
        given: "DR (private, Dedicated) would have to dial PRIMARY (private, Dedicated)",
      },
      "a source that dials": {
        build: pushed(primary(aws), dr(aws)),
        at: LINK,
        given: "PRIMARY (private, Dedicated) would have to dial DR (private, Dedicated)",
      },
      "an end that dials": {
        build: oneDials(primary(aws), dr(aws)),
        at: LINK,
        given: "PRIMARY (private, Dedicated) would have to dial DR (private, Dedicated)",
      },
    },
    accepts: {
      "one network": pulled(primary({ ...aws, networkId: "n-1" }), dr({ ...aws, networkId: "n-1" })),
      "a public end": pulled(jump(aws), dr(aws)),
    },
    token: {
      "the networks": withText((networkId, otherNetwork) => [
        primary({ ...aws, networkId }),
        dr({ ...aws, networkId: otherNetwork }),
      ]),
    },
  },
  {
    id: "CL070",
    refuses: {
      "an access": {
        build: alone(() => jump({ access: "internet" as never })),
        at: 'KafkaCluster "JUMP"',
        given: 'access is "internet"',
      },
      "a kind": {
        build: alone(() => jump({ kind: "DEDICATED" as never })),
        at: 'KafkaCluster "JUMP"',
        given: 'kind is "DEDICATED"',
      },
      "a cloud": {
        build: alone(() => jump({ cloud: "azure" as never })),
        at: 'KafkaCluster "JUMP"',
        given: 'cloud is "azure"',
      },
      "an empty id": { build: alone(() => jump({ id: " " })), at: 'KafkaCluster "JUMP"', given: 'id is " "' },
      "an empty name": { build: alone(() => jump({ name: "" })), at: 'KafkaCluster ""', given: 'name is ""' },
      "a missing id": {
        build: alone(() => jump({ id: undefined as never })),
        at: 'KafkaCluster "JUMP"',
        given: 'id is "undefined"',
      },
    },
    accepts: {
      "every cloud": alone(() => [jump({ cloud: "AWS" }), jump({ cloud: "AZURE" }), jump({ cloud: "GCP" })]),
      "no cloud": alone(() => jump({ cloud: undefined })),
    },
    token: {
      "the cloud and the id": withText((id, cloud) => [jump(), dr({ id, cloud: cloud as never })]),
    },
  },
];
