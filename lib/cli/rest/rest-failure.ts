import { quote } from "../../model/names";

/** Why a call of a cluster's REST API brought nothing. */
export type FailureKind =
  /** Nobody answered, or not in time. */
  | "unreachable"
  /** Something answered that is not this API. */
  | "garbled"
  /** The API said no. */
  | "refused";

/** A call of a cluster's REST API that brought nothing. Its message has no credentials. */
export class RestFailure extends Error {
  public override readonly name = "RestFailure";

  public constructor(
    public readonly kind: FailureKind,
    message: string,
    /** HTTP status, where there was an answer. */
    public readonly status?: number,
  ) {
    super(message);
  }

  /** Whether the API says that there is no such thing. */
  public get isNotFound(): boolean {
    return this.kind === "refused" && this.status === 404;
  }

  /** Whether the work may have been done all the same. */
  public get isUndecided(): boolean {
    return this.kind !== "refused" || (this.status ?? 0) >= 500;
  }
}

/** The failure in an answer with an error status. */
export function refusal(status: number, body: string): RestFailure {
  const said = messageIn(body);
  return new RestFailure("refused", said === "" ? `HTTP ${status}` : `HTTP ${status}: ${said}`, status);
}

function messageIn(body: string): string {
  try {
    const { message } = JSON.parse(body) as { readonly message?: unknown };
    return typeof message === "string" ? message : "";
  } catch {
    return body === "" ? "" : quote(body.replace(/<[^>]*>|\s+/gu, " ").trim());
  }
}

/** The failure behind what `fetch` threw. */
export function lostCall(error: unknown, timeoutMs: number): RestFailure {
  if (error instanceof Error && error.name === "TimeoutError") {
    return new RestFailure("unreachable", `no answer within ${timeoutMs / 1000} s`);
  }
  const cause = error instanceof Error ? (error.cause as { readonly code?: string; readonly message?: string }) : {};
  const { code, message } = (cause as typeof cause | undefined) ?? {};
  return new RestFailure("unreachable", `cannot be reached (${code ?? message ?? String(error)})`);
}
