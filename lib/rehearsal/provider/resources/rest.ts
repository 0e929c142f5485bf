import type { OperationContext } from "../resource";
import type { RestCredentials, RestRequest } from "../rest-client";
import { bodyOf, Refusal } from "./failures";
import { segment } from "./url-text";

/** Where requests go, and with which key. */
export interface RestTarget {
  readonly endpoint: string;
  readonly credentials: RestCredentials;
}

/** Sends requests to one place. An answer that is no success is thrown as a {@link Refusal}. */
export class Rest {
  readonly #context: OperationContext;
  readonly #target: RestTarget;

  public constructor(context: OperationContext, target: RestTarget) {
    this.#context = context;
    this.#target = target;
  }

  public async get(path: string): Promise<unknown> {
    return bodyOf(await this.#send("GET", path));
  }

  public async post(path: string, body: unknown): Promise<unknown> {
    return bodyOf(await this.#send("POST", path, body));
  }

  public async patch(path: string, body: unknown): Promise<unknown> {
    return bodyOf(await this.#send("PATCH", path, body));
  }

  public async put(path: string, body: unknown): Promise<void> {
    await this.#send("PUT", path, body);
  }

  public async delete(path: string): Promise<void> {
    await this.#send("DELETE", path);
  }

  /** Sends a request, and gives back the text of a successful answer as it came. */
  public async postForText(path: string, body: unknown): Promise<string> {
    return this.#send("POST", path, body).then(({ text }) => text);
  }

  async #send(method: RestRequest["method"], path: string, body?: unknown) {
    const { endpoint, credentials } = this.#target;
    const request = { method, endpoint, path, credentials, ...(body === undefined ? {} : { body }) };
    const answer = await this.#context.rest.send(request, this.#context.activity);
    if (answer.status >= 300) throw new Refusal(answer);
    return answer;
  }
}

/** The control plane, with the key of the provider block. */
export function controlPlane(context: OperationContext): Rest {
  const { endpoint, cloudApiKey, cloudApiSecret } = context.provider;
  return new Rest(context, { endpoint, credentials: { key: cloudApiKey, secret: cloudApiSecret } });
}

/** A Kafka cluster as a resource names it. */
export interface KafkaCluster {
  readonly id: string;
  readonly restEndpoint: string;
  readonly key: string;
  readonly secret: string;
}

/** The REST API of a Kafka cluster. */
export const kafkaRest = (context: OperationContext, { restEndpoint, key, secret }: KafkaCluster): Rest =>
  new Rest(context, { endpoint: restEndpoint, credentials: { key, secret } });

/** Path of something in a Kafka cluster. */
export const kafkaPath = (cluster: Pick<KafkaCluster, "id">, ...names: readonly string[]): string =>
  ["/kafka/v3/clusters", ...[cluster.id, ...names].map(segment)].join("/");
