import { ProviderError, type Diagnostic, type ProviderConfiguration, type Values } from "./resource";

export type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_ENDPOINT = "https://api.confluent.cloud";
const LEAST_RETRIES = 4;

/** What `terraform validate` and every plan say of a provider block. */
export function validateConfiguration(config: Values, environment: Environment): readonly Diagnostic[] {
  const retries = numberOf(config, environment);
  if (retries === undefined || (Number.isInteger(retries) && retries >= LEAST_RETRIES)) return [];
  const summary = `expected max_retries to be a whole number of at least ${LEAST_RETRIES}, got ${retries}`;
  return [{ severity: "ERROR", summary, path: ["max_retries"] }];
}

/** The provider block, with environment variables in place of what it leaves out. */
export function readConfiguration(config: Values, environment: Environment): ProviderConfiguration {
  if (Array.isArray(config["oauth"]) && config["oauth"].length > 0) {
    throw new ProviderError("The emulator does not carry OAuth", {
      detail: "Give the provider cloud_api_key and cloud_api_secret for the rehearsal.",
      path: ["oauth"],
    });
  }
  const text = (name: string, variable: string): string => {
    const value = config[name];
    return typeof value === "string" ? value : (environment[variable] ?? "");
  };
  const { endpoint } = config;
  return {
    endpoint: typeof endpoint === "string" && endpoint !== "" ? endpoint : DEFAULT_ENDPOINT,
    cloudApiKey: text("cloud_api_key", "CONFLUENT_CLOUD_API_KEY"),
    cloudApiSecret: text("cloud_api_secret", "CONFLUENT_CLOUD_API_SECRET"),
    kafka: checkedKafka({
      id: text("kafka_id", "KAFKA_ID"),
      restEndpoint: text("kafka_rest_endpoint", "KAFKA_REST_ENDPOINT"),
      key: text("kafka_api_key", "KAFKA_API_KEY"),
      secret: text("kafka_api_secret", "KAFKA_API_SECRET"),
    }),
    maxRetries: numberOf(config, environment) ?? LEAST_RETRIES,
  };
}

function numberOf(config: Values, environment: Environment): number | undefined {
  const value = config["max_retries"];
  if (typeof value === "number") return value;
  const variable = environment["TF_PROVIDER_CONFLUENT_MAX_RETRIES"];
  return value === null && variable ? Number(variable) : undefined;
}

function checkedKafka(kafka: ProviderConfiguration["kafka"]): ProviderConfiguration["kafka"] {
  const together = [kafka.restEndpoint, kafka.key, kafka.secret];
  const given = together.filter((value) => value !== "").length;
  if (given === together.length || (given === 0 && kafka.id === "")) return kafka;
  throw new ProviderError(
    "kafka_rest_endpoint, kafka_api_key and kafka_api_secret of the provider belong together: set all three, or none",
  );
}
