import type { OperationContext, ProviderConfiguration, Values } from "../resource";
import type { KafkaCluster } from "./rest";
import { textAt } from "./values";

/** Whether the provider block names an endpoint and a key of a Kafka cluster. It then wins over the resource's own. */
export const hasKafkaAccess = ({ kafka }: ProviderConfiguration): boolean =>
  kafka.restEndpoint !== "" && kafka.key !== "" && kafka.secret !== "";

/** Whether the provider block names a Kafka cluster. It then wins over the resource's own. */
export const hasKafkaId = ({ kafka }: ProviderConfiguration): boolean => kafka.id !== "";

function required(value: string, what: string): string {
  if (value === "") throw new Error(`${what} must be set, in the provider block or its environment, or here`);
  return value;
}

/** Endpoint and key as a resource with the blocks `rest_endpoint` and `credentials` gets them. */
export function kafkaClusterOf(values: Values, { provider }: OperationContext): KafkaCluster {
  const { kafka } = provider;
  const id = hasKafkaId(provider) ? kafka.id : textAt(values, "kafka_cluster", "id");
  const own = {
    restEndpoint: textAt(values, "rest_endpoint"),
    key: textAt(values, "credentials", "key"),
    secret: textAt(values, "credentials", "secret"),
  };
  const { restEndpoint, key, secret } = hasKafkaAccess(provider) ? kafka : own;
  return {
    restEndpoint: required(restEndpoint, "kafka_rest_endpoint (KAFKA_REST_ENDPOINT) or rest_endpoint"),
    id: required(id, "kafka_id (KAFKA_ID) or kafka_cluster.id"),
    key: required(key, "kafka_api_key and kafka_api_secret (KAFKA_API_KEY, KAFKA_API_SECRET) or credentials"),
    secret,
  };
}

/** Endpoint and key for an import: the provider block's, else the environment's. */
export function importedKafkaCluster(id: string, { provider, environment }: OperationContext): KafkaCluster {
  if (hasKafkaAccess(provider)) return { ...provider.kafka, id };
  const named = (name: string): string =>
    required(environment[name] ?? "", `the provider block's value or the environment variable ${name}`);
  return {
    restEndpoint: named("IMPORT_KAFKA_REST_ENDPOINT"),
    id,
    key: named("IMPORT_KAFKA_API_KEY"),
    secret: named("IMPORT_KAFKA_API_SECRET"),
  };
}

/** What a resource keeps of its cluster: nothing that the provider block says. */
export function ownAccess(cluster: KafkaCluster, { provider }: OperationContext): Values {
  return {
    ...(hasKafkaId(provider) ? {} : { kafka_cluster: [{ id: cluster.id }] }),
    ...(hasKafkaAccess(provider)
      ? {}
      : { rest_endpoint: cluster.restEndpoint, credentials: [{ key: cluster.key, secret: cluster.secret }] }),
  };
}
