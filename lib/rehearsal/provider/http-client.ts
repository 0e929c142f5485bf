import { Agent, request as open, STATUS_CODES, type ClientRequest, type RequestOptions } from "node:http";
import { TIMED_OUT, type Activity } from "../clock/clock";
import type { RestAnswer, RestClient, RestRequest } from "./rest-client";

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** An operation of the real provider ends after 20 minutes, and nothing ends a request before. */
const LONGEST_WAIT_MS = 20 * 60_000;

/** Gives the base URL of an endpoint as users write it, or nothing when no host has that name. */
export type Resolve = (endpoint: string) => string | undefined;

export interface HttpClientOptions {
  readonly resolve: Resolve;
  /** How often a request is repeated after connection errors, 429, and 5xx but 501. */
  readonly maxRetries: number;
  readonly connections: Connections;
}

/** A request that got no answer to work with. */
export class RequestFailed extends Error {
  public override readonly name = "RequestFailed";

  public constructor({ method, endpoint, path }: RestRequest, reason: string) {
    super(`${method} ${endpoint.replace(/\/$/, "")}${path} ${reason}`);
  }
}

/** Connections that requests share. */
export class Connections {
  readonly #agent = new Agent({ keepAlive: true });

  /** Sends one request, and gives it back with its answer to come. */
  public start(
    url: URL,
    options: RequestOptions,
    body: string | undefined,
  ): { sent: ClientRequest; answer: Promise<RestAnswer> } {
    const sent = open(url, { ...options, agent: this.#agent });
    const answer = new Promise<RestAnswer>((resolve, reject) => {
      sent.once("error", reject);
      sent.once("response", (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.once("error", reject);
        response.once("end", () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
        );
      });
    });
    sent.end(body);
    return { sent, answer };
  }

  public close(): void {
    this.#agent.destroy();
  }
}

/** Calls the API over HTTP, as the real provider does. */
export class HttpClient implements RestClient {
  readonly #options: HttpClientOptions;

  public constructor(options: HttpClientOptions) {
    this.#options = options;
  }

  public async send(request: RestRequest, activity: Activity): Promise<RestAnswer> {
    const tries = this.#options.maxRetries + 1;
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#try(request, activity);
      if (typeof outcome !== "string" && !isRetried(outcome.status)) return outcome;
      if (attempt === tries) {
        const reason =
          typeof outcome === "string" ? outcome : `unexpected HTTP status ${describeStatus(outcome.status)}`;
        throw new RequestFailed(request, `giving up after ${tries} attempt(s): ${reason}`);
      }
      await activity.wait(Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS));
    }
  }

  /** The answer, or why no connection gave one. */
  async #try(request: RestRequest, activity: Activity): Promise<RestAnswer | string> {
    const { resolve, connections } = this.#options;
    const base = resolve(request.endpoint);
    if (base === undefined) return `no such host: ${request.endpoint}`;
    const body = request.body === undefined ? undefined : JSON.stringify(request.body);
    const { sent, answer } = connections.start(
      urlOf(base, request),
      { method: request.method, headers: headersOf(request, body) },
      body,
    );
    try {
      const outcome = await activity.within(LONGEST_WAIT_MS, answer);
      if (outcome !== TIMED_OUT) return outcome;
      sent.destroy();
    } catch (error) {
      return connectionError(error);
    }
    throw new RequestFailed(request, `got no answer in ${LONGEST_WAIT_MS / 1_000} s: context deadline exceeded`);
  }
}

function isRetried(status: number): boolean {
  return status === 429 || (status >= 500 && status !== 501);
}

function describeStatus(status: number): string {
  return `${status} ${STATUS_CODES[status] ?? ""}`.trim();
}

function urlOf(base: string, request: RestRequest): URL {
  try {
    return new URL(base.replace(/\/$/, "") + request.path);
  } catch {
    throw new RequestFailed(request, "is not a valid URL");
  }
}

function headersOf({ credentials: { key, secret } }: RestRequest, body: string | undefined): Record<string, string> {
  return {
    authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString("base64")}`,
    accept: "application/json",
    ...(body === undefined
      ? {}
      : { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) }),
  };
}

function connectionError(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case "ECONNREFUSED":
      return "connection refused";
    case "ECONNRESET":
      return "connection reset by peer";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
