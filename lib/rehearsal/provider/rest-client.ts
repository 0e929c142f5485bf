import type { Activity } from "../clock/clock";

export interface RestCredentials {
  readonly key: string;
  readonly secret: string;
}

export interface RestRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Endpoint as the configuration names it. */
  readonly endpoint: string;
  /** Path and query. */
  readonly path: string;
  readonly credentials: RestCredentials;
  readonly body?: unknown;
}

export interface RestAnswer {
  readonly status: number;
  readonly text: string;
}

/** Calls the API as the real provider does, with its retries, in virtual time. */
export interface RestClient {
  send(request: RestRequest, activity: Activity): Promise<RestAnswer>;
}
