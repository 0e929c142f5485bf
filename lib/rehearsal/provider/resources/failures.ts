import { STATUS_CODES } from "node:http";
import type { RestAnswer } from "../rest-client";
import { ProviderError, type Values } from "../resource";

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What an error body says: the first detail of a control-plane answer, the message of a Kafka one. */
function reasonIn(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const { errors, message } = body as { readonly errors?: unknown; readonly message?: unknown };
  if (typeof message === "string") return message;
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const detail = typeof first === "object" && first !== null ? (first as { detail?: unknown }).detail : undefined;
  return typeof detail === "string" ? detail : undefined;
}

/** An answer that is no success. */
export class Refusal extends Error {
  public override readonly name = "Refusal";
  public readonly status: number;
  readonly #text: string;

  public constructor({ status, text }: RestAnswer) {
    const reason = reasonIn(parsed(text));
    const raw = text === "" ? "" : `; raw answer: ${JSON.stringify(text)}`;
    super(`${status} ${STATUS_CODES[status] ?? "Unknown"}${reason === undefined ? raw : `: ${reason}`}`);
    this.status = status;
    this.#text = text;
  }

  /** Whether a data-plane object is not there. */
  public get isNotFound(): boolean {
    return this.status === 404;
  }

  /** Whether a control-plane object is not there: what is gone often reads as forbidden. */
  public get isGone(): boolean {
    return this.isNotFound || (this.status === 403 && !this.#text.includes("invalid API key"));
  }
}

/** Body of a successful answer as JSON. An empty one is an empty object. What it says may be secret, and is in no error. */
export function bodyOf({ text }: RestAnswer): unknown {
  if (text.trim() === "") return {};
  const body = parsed(text);
  if (body === undefined) throw new Error(`the answer is no JSON (${text.length} characters)`);
  return body;
}

/** What an error says. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Runs work, and says in front of any error what was being done.
 *
 * @param partial What Terraform keeps in its state after an error.
 */
export async function attempt<T>(doing: string, work: () => T | Promise<T>, partial?: Values | null): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new ProviderError(`${doing}: ${messageOf(error)}`, partial === undefined ? {} : { partial });
  }
}

/**
 * Reads the state of something; `null` when it is not there any more.
 *
 * @param missing How its part of the API says so.
 */
export async function reading(
  doing: string,
  missing: "isGone" | "isNotFound",
  work: () => Promise<Values | null>,
): Promise<Values | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && error[missing]) return null;
    throw new ProviderError(`${doing}: ${messageOf(error)}`);
  }
}

/** Runs work. After an error that does not say what to keep, Terraform keeps this. */
export async function keeping<T>(partial: Values, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProviderError) || error.partial !== undefined) throw error;
    const { detail, path } = error;
    throw new ProviderError(error.message, {
      ...(detail === undefined ? {} : { detail }),
      ...(path === undefined ? {} : { path }),
      partial,
    });
  }
}
