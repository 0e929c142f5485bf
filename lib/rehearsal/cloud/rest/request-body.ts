import type { IncomingMessage } from "node:http";
import type { ZodType } from "zod";
import { RequestRefusal } from "./refusal";

/** Largest body that is read, in bytes. */
export const LARGEST_BODY = 4 * 1024 * 1024;
/** Bytes after which nothing more is taken, not even to be thrown away. */
const ENDURED = 64 * 1024 * 1024;

/** The client went away before its request was complete. */
export const INCOMPLETE = Symbol("incomplete");
/** The body is larger than {@link LARGEST_BODY}. */
export const TOO_LARGE = Symbol("too large");

/** Takes a request's body to its end. */
export async function readBody(request: IncomingMessage): Promise<Buffer | typeof INCOMPLETE | typeof TOO_LARGE> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= LARGEST_BODY) chunks.push(chunk);
      else if (size > ENDURED) return INCOMPLETE;
    }
  } catch {
    return INCOMPLETE;
  }
  if (!request.complete) return INCOMPLETE;
  return size > LARGEST_BODY ? TOO_LARGE : Buffer.concat(chunks);
}

/** The body is something else. */
export const NOT_JSON = Symbol("not JSON");

/** What a body says, or `undefined` for an empty one. */
export function parseJson(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return NOT_JSON;
  }
}

/** A body of the shape that a route asks for. */
export function validated<Body>(schema: ZodType<Body>, body: unknown): Body {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? "it" : issue.path.map(String).join(".");
  throw new RequestRefusal(400, `The request body cannot be read: ${where}: ${issue?.message ?? "invalid"}`);
}
