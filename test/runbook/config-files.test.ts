import { describe, expect, it } from "vitest";
import { ApiKey } from "../../lib/kafka/api-key";
import { SourceInitiatedLink } from "../../lib/link/source-initiated-link";
import { GroupFilter, TopicFilter } from "../../lib/model/filters";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { PrivatePublicPrivate } from "../../lib/topology/private-public-private";
import { DR, JUMP, PRIMARY, stackWithProvider } from "../link/clusters";
import { bidirectional, documentOf, runbook, seed, textOf } from "./support";

const FILTERS =
  'auto.create.mirror.topics.filters={"topicFilters":[' +
  '{"name":"mirror_me","patternType":"PREFIXED","filterType":"INCLUDE"},' +
  '{"name":"no_mirror","patternType":"PREFIXED","filterType":"EXCLUDE"}]}\n';
const LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required";

/** The topology of the guide, with nothing but what the guide says. */
const guide = documentOf((app) => {
  new PrivatePublicPrivate({
    primaryToJump: stackWithProvider(app, "primary-to-jump"),
    jumpToDr: stackWithProvider(app, "jump-to-dr"),
    primary: PRIMARY,
    jump: JUMP,
    dr: DR,
    topics: ["my_test_topic"],
    autoCreate: [TopicFilter.includePrefix("mirror_me"), TopicFilter.excludePrefix("no_mirror")],
  });
});

describe("the guide's configuration files", () => {
  const written = runbook(guide);

  it("are three, under the guide's names", () => {
    expect(written.files.map(({ name }) => name)).toEqual([
      "RUNBOOK.md",
      "cl-primary-to-jump.jump.config",
      "cl-primary-to-jump.primary.config",
      "cl-jump-to-dr.dr.config",
      "DIFFERENCES.md",
    ]);
  });

  it("cl-primary-to-jump.jump.config: the half that waits, with the settings", () => {
    expect(textOf(written, "cl-primary-to-jump.jump.config")).toBe(
      "link.mode=DESTINATION\n" + "connection.mode=INBOUND\n" + "auto.create.mirror.topics.enable=true\n" + FILTERS,
    );
  });

  it("cl-primary-to-jump.primary.config: the half that dials, with both logins and no settings", () => {
    expect(textOf(written, "cl-primary-to-jump.primary.config")).toBe(
      "link.mode=SOURCE\n" +
        "connection.mode=OUTBOUND\n" +
        "bootstrap.servers=SASL_SSL://jump.example.test:9092\n" +
        "security.protocol=SASL_SSL\n" +
        "sasl.mechanism=PLAIN\n" +
        `sasl.jaas.config=${LOGIN} username='<jump-api-key>' password='<jump-api-secret>';\n` +
        "local.bootstrap.servers=SASL_SSL://primary.example.test:9092\n" +
        "local.security.protocol=SASL_SSL\n" +
        "local.sasl.mechanism=PLAIN\n" +
        `local.sasl.jaas.config=${LOGIN} username='<primary-api-key>' password='<primary-api-secret>';\n`,
    );
  });

  it("cl-jump-to-dr.dr.config: JUMP's login, and no source.* lines", () => {
    expect(textOf(written, "cl-jump-to-dr.dr.config")).toBe(
      "link.mode=DESTINATION\n" +
        "connection.mode=OUTBOUND\n" +
        "bootstrap.servers=SASL_SSL://jump.example.test:9092\n" +
        "security.protocol=SASL_SSL\n" +
        "sasl.mechanism=PLAIN\n" +
        `sasl.jaas.config=${LOGIN} username='<jump-api-key>' password='<jump-api-secret>';\n` +
        "auto.create.mirror.topics.enable=true\n" +
        FILTERS,
    );
  });

  it("have no comment and no empty line", () => {
    for (const { name, text } of written.files.filter((file) => file.name.endsWith(".config"))) {
      for (const line of text.trimEnd().split("\n")) expect(line, name).toMatch(/^[a-z.]+=./);
    }
  });

  it("are shown in the runbook too", () => {
    const text = textOf(written, "RUNBOOK.md");
    for (const { text: content } of written.files.filter((file) => file.name.endsWith(".config"))) {
      expect(text).toContain(`\`\`\`properties\n${content}\`\`\`\n`);
    }
  });
});

describe("configuration files of other links", () => {
  it("have every setting that differs from the defaults, and no others", () => {
    const document = documentOf((app) => {
      const stack = stackWithProvider(app, "leg");
      const link = new SourceInitiatedLink(stack, "link", {
        linkName: "leg",
        source: PRIMARY,
        sourceCredentials: ApiKey.fromVariables(stack, "primary"),
        destination: JUMP,
        destinationCredentials: ApiKey.fromVariables(stack, "jump"),
        dialCredentials: ApiKey.fromVariables(stack, "jump_dial"),
        prefix: "p.",
        consumerGroupPrefix: true,
        consumerOffsetSync: { groups: [GroupFilter.include("billing")], intervalMs: 10_000 },
        topicConfigSync: { intervalMs: 5_000 },
        rawConfig: { "mirror.start.offset.spec": "latest" },
      });
      new MirrorSet(stack, "mirrors", { link, topics: ["orders"] });
    });
    const written = runbook(document);
    expect(textOf(written, "cl-leg.jump.config")).toBe(
      "link.mode=DESTINATION\n" +
        "connection.mode=INBOUND\n" +
        "cluster.link.prefix=p.\n" +
        "consumer.group.prefix.enable=true\n" +
        'consumer.offset.group.filters={"groupFilters":[{"name":"billing","patternType":"LITERAL","filterType":"INCLUDE"}]}\n' +
        "consumer.offset.sync.enable=true\n" +
        "consumer.offset.sync.ms=10000\n" +
        "mirror.start.offset.spec=<known-to-terraform>\n",
    );
    expect(textOf(written, "cl-leg.primary.config")).toContain(
      "username='<jump-dial-api-key>' password='<jump-dial-api-secret>';\nlocal.bootstrap.servers",
    );
  });

  it("of a bidirectional link name the half that waits, and log in on both ends of the one that dials", () => {
    const written = runbook(bidirectional());
    expect(textOf(written, "cl-both-ways.jump.config")).toBe("link.mode=BIDIRECTIONAL\nconnection.mode=INBOUND\n");
    expect(textOf(written, "cl-both-ways.dr.config")).toBe(
      "link.mode=BIDIRECTIONAL\n" +
        "connection.mode=OUTBOUND\n" +
        "remote.link.connection.mode=INBOUND\n" +
        "bootstrap.servers=SASL_SSL://jump.example.test:9092\n" +
        "security.protocol=SASL_SSL\n" +
        "sasl.mechanism=PLAIN\n" +
        `sasl.jaas.config=${LOGIN} username='<jump-dial-api-key>' password='<jump-dial-api-secret>';\n` +
        "local.bootstrap.servers=SASL_SSL://dr.example.test:9092\n" +
        "local.security.protocol=SASL_SSL\n" +
        "local.sasl.mechanism=PLAIN\n" +
        `local.sasl.jaas.config=${LOGIN} username='<dr-api-key>' password='<dr-api-secret>';\n`,
    );
  });

  it("have a placeholder for an endpoint that only Terraform knows, and one protocol for one that has it", () => {
    const document = seed();
    const clusters = document.clusters.map((cluster, i) =>
      i === 1
        ? { ...cluster, bootstrapEndpoint: null }
        : { ...cluster, bootstrapEndpoint: `SASL_SSL://${cluster.bootstrapEndpoint ?? ""}` },
    );
    const text = textOf(runbook({ ...document, clusters }), "cl-primary-to-jump.primary.config");
    expect(text).toContain("\nbootstrap.servers=SASL_SSL://<JUMP_BOOTSTRAP_URL>:9092\n");
    expect(text).toContain("\nlocal.bootstrap.servers=SASL_SSL://primary.example.test:9092\n");
  });

  it("are not written for a link that somebody else made", () => {
    const document = documentOf((app) => {
      const stack = stackWithProvider(app, "leg");
      const link = SourceInitiatedLink.fromAttributes(stack, "link", {
        linkName: "theirs",
        source: PRIMARY,
        destination: JUMP,
        destinationCredentials: ApiKey.fromVariables(stack, "jump"),
      });
      new MirrorSet(stack, "mirrors", { link, topics: ["orders"] });
    });
    expect(runbook(document).files.map(({ name }) => name)).toEqual(["RUNBOOK.md", "DIFFERENCES.md"]);
  });
});

describe("the page of differences", () => {
  const page = textOf(runbook(guide), "DIFFERENCES.md");

  it.each([
    "source.bootstrap.servers",
    "source.sasl.jaas.config",
    "password='jump-api-secret'",
    "--link",
    "produurce",
    "[primar-api-key]",
    "kafka link configure",
    "without spaces",
    "JUMP and no further",
    "--source-cluster and --destination-cluster",
    "public Dedicated",
  ])("says %s", (text) => {
    expect(page.replaceAll("`", "")).toContain(text);
  });
});
