import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { App, TerraformStack, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { ApiKey, KafkaCluster, SourceInitiatedLink } from "cdktf-cluster-linking";
import { ClusterLink } from "@cdktf/provider-confluent/lib/cluster-link";
import type { KafkaMirrorTopicConfig } from "@cdktf/provider-confluent/lib/kafka-mirror-topic";
import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";

const LINK_NAME = "primary-to-jump";

const PRIMARY = KafkaCluster.fromAttributes({
  name: "primary",
  id: "lkc-1111",
  access: "private",
  kind: "Dedicated",
  cloud: "AZURE",
  region: "germanywestcentral",
  restEndpoint: "https://lkc-1111.example.com:443",
  bootstrapEndpoint: "lkc-1111.example.com:9092",
});

const JUMP = KafkaCluster.fromAttributes({
  name: "jump",
  id: "lkc-2222",
  access: "public",
  kind: "Dedicated",
  cloud: "AZURE",
  region: "westeurope",
  restEndpoint: "https://lkc-2222.example.com:443",
  bootstrapEndpoint: "lkc-2222.example.com:9092",
});

/** Names like those of a shared cluster. */
export function topicNames(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `team-${i % 97}-events-${i}`);
}

/** What one process reports: the time, and a digest of what it made. */
export function report(milliseconds: number, result: unknown): void {
  const digest = createHash("sha256").update(JSON.stringify(result)).digest("hex");
  process.stdout.write(JSON.stringify({ milliseconds, digest }));
}

/** Times an app with one stack from its first line to its files, and reports its mirror topics. */
export function timeStack(build: (stack: TerraformStack) => void): void {
  const outdir = mkdtempSync(join(tmpdir(), "cluster-linking-bench-out-"));
  try {
    const start = performance.now();
    const app = new App({ outdir });
    const stack = new TerraformStack(app, LINK_NAME);
    new ConfluentProvider(stack, "confluent");
    build(stack);
    app.synth();
    const milliseconds = performance.now() - start;
    report(milliseconds, mirrorTopicsIn(join(outdir, "stacks", LINK_NAME, "cdk.tf.json")));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

function mirrorTopicsIn(file: string): unknown {
  const { resource } = JSON.parse(readFileSync(file, "utf8"));
  const blocks: [string, object][] = Object.entries(resource.confluent_kafka_mirror_topic);
  return blocks
    .map(([name, block]) => [name, Object.entries({ ...block, "//": undefined }).sort(([a], [b]) => (a < b ? -1 : 1))])
    .sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1));
}

/** The link of leg 1, as the library makes it. */
export function libraryLink(stack: TerraformStack): SourceInitiatedLink {
  return new SourceInitiatedLink(stack, "link", {
    linkName: LINK_NAME,
    source: PRIMARY,
    sourceCredentials: ApiKey.fromVariables(stack, "primary"),
    destination: JUMP,
    destinationCredentials: ApiKey.fromVariables(stack, "jump"),
  });
}

function credentials(stack: TerraformStack, name: string): { readonly key: string; readonly secret: string } {
  const variable = (id: string): string =>
    new TerraformVariable(stack, id, { type: "string", sensitive: true, nullable: false }).stringValue;
  return { key: variable(`${name}_api_key`), secret: variable(`${name}_api_secret`) };
}

/** The same link out of generated resources; returns what all of its mirror topics have in common, each token read once. */
export function generatedLink(stack: TerraformStack): Omit<KafkaMirrorTopicConfig, "sourceKafkaTopic"> {
  const [primary, jump] = [credentials(stack, "primary"), credentials(stack, "jump")];
  const link = new Construct(stack, "link");
  const receiving = new ClusterLink(new Construct(link, "receiving"), "Default", {
    linkName: LINK_NAME,
    linkMode: "DESTINATION",
    connectionMode: "INBOUND",
    destinationKafkaCluster: { id: JUMP.id, restEndpoint: JUMP.restEndpoint, credentials: jump },
    sourceKafkaCluster: { id: PRIMARY.id, bootstrapEndpoint: PRIMARY.bootstrapEndpoint },
    config: {
      "acl.sync.enable": "false",
      "auto.create.mirror.topics.enable": "false",
      "consumer.offset.sync.enable": "false",
    },
    lifecycle: { preventDestroy: true },
  });
  const dialling = new ClusterLink(new Construct(link, "dialling"), "Default", {
    linkName: LINK_NAME,
    linkMode: "SOURCE",
    connectionMode: "OUTBOUND",
    sourceKafkaCluster: { id: PRIMARY.id, restEndpoint: PRIMARY.restEndpoint, credentials: primary },
    destinationKafkaCluster: { id: JUMP.id, bootstrapEndpoint: JUMP.bootstrapEndpoint, credentials: jump },
    dependsOn: [receiving],
    lifecycle: { preventDestroy: true },
  });
  return {
    kafkaCluster: { id: JUMP.id, restEndpoint: JUMP.restEndpoint, credentials: jump },
    clusterLink: { linkName: LINK_NAME },
    dependsOn: [{ fqn: receiving.fqn }, { fqn: dialling.fqn }],
    lifecycle: { preventDestroy: true },
  };
}
