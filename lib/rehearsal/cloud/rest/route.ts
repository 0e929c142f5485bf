import type { ZodType } from "zod";

export const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Method = (typeof METHODS)[number];

/** What a request is answered with. Without a body, nothing but the status is sent. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** A request as its handler sees it, together with the context of its router. */
export interface Call<Body> {
  /** Values of the path's `{names}`, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Body;
}

/** What is done for a request. A refusal is thrown: an `ApiError`, or a `ControlPlaneError`. */
export type Handle<Context extends object, Body> = (call: Call<Body> & Context) => Answer | Promise<Answer>;

/** What stands behind one method and path. */
export interface Route<Context extends object, Body = unknown> {
  /** Method and path as registered, such as `GET /links/{link_name}`. */
  readonly name: string;
  /** What the JSON body has to look like: otherwise 400. Without it, a body is not looked at. */
  readonly body: ZodType<Body> | undefined;
  readonly handle: Handle<Context, Body>;
}

/** One value of the path. The router gives every name in the pattern a value. */
export function param(call: Pick<Call<unknown>, "params">, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`the route has no {${name}}`);
  return value;
}
