export const JUMP = {
  id: "lkc-2222",
  name: "JUMP",
  access: "public",
  kind: "Dedicated",
  cloud: "AZURE",
  region: "italynorth",
  restEndpoint: "https://pkc-2222.italynorth.azure.confluent.cloud:443",
  bootstrapEndpoint: "pkc-2222.italynorth.azure.confluent.cloud:9092",
} as const;

export const DR = {
  ...JUMP,
  id: "lkc-3333",
  name: "DR",
  access: "private",
  restEndpoint: "https://lkc-3333.dom3.italynorth.azure.confluent.cloud:443",
  bootstrapEndpoint: "lkc-3333.dom3.italynorth.azure.confluent.cloud:9092",
} as const;

export function topicNames(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `team-${i % 97}-events-${i}`);
}

type Credentials = { readonly key: string; readonly secret: string };

/** Leg 2 with one mirror topic block for each topic. */
export function configuration(count: number, { jump, dr }: Readonly<Record<"jump" | "dr", Credentials>>): object {
  const host = [{ id: DR.id, rest_endpoint: DR.restEndpoint, credentials: [dr] }];
  const link = {
    link_name: "jump-to-dr",
    source_kafka_cluster: [{ id: JUMP.id, bootstrap_endpoint: JUMP.bootstrapEndpoint, credentials: [jump] }],
    destination_kafka_cluster: host,
    lifecycle: { prevent_destroy: true },
  };
  const mirror = (topic: string): object => ({
    kafka_cluster: host,
    cluster_link: [{ link_name: "jump-to-dr" }],
    source_kafka_topic: [{ topic_name: topic }],
    depends_on: ["confluent_cluster_link.link"],
    lifecycle: { prevent_destroy: true },
  });
  return {
    terraform: { required_providers: { confluent: { source: "confluentinc/confluent", version: "~> 2.51" } } },
    resource: {
      confluent_cluster_link: { link },
      confluent_kafka_mirror_topic: Object.fromEntries(
        topicNames(count).map((topic) => [`mirrors_${topic}`, mirror(topic)]),
      ),
    },
  };
}
