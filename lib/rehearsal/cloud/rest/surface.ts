import { RequestRefusal } from "./refusal";
import type { RefusalWords } from "./refusal-words";
import { NOT_JSON, validated } from "./request-body";
import type { Answer } from "./route";
import type { Router } from "./router";

/** A request that has come in completely. */
export interface TakenRequest {
  readonly method: string;
  readonly pathname: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  /** Parsed. `undefined` for an empty one. */
  readonly body: unknown;
}

/** Longest name in a path, in characters. Nothing that exists has a longer one. */
const LONGEST_NAME = 1_000;

export interface SurfaceOptions<Context extends object> {
  readonly router: Router<Context>;
  readonly words: RefusalWords;
  /** Who calls, and what for: the context of the handlers. Throws for those who may not come in. */
  readonly admit: (request: TakenRequest, params: Readonly<Record<string, string>>) => Context;
}

/** One API: its routes, who may call them, and how it words a refusal. */
export class Surface<Context extends object> {
  readonly #options: SurfaceOptions<Context>;

  public constructor(options: SurfaceOptions<Context>) {
    this.#options = options;
  }

  /** Does what a request asks for. What a handler throws is thrown. */
  public async answer(request: TakenRequest): Promise<Answer> {
    const { router, admit } = this.#options;
    const { method, pathname, query } = request;
    refuseUnreadable(pathname);
    const match = router.find(method, pathname);
    if (match === undefined) {
      throw new RequestRefusal(501, `The emulator does not carry ${router.missing(method, pathname)}`);
    }
    const { route, params } = match;
    for (const [name, value] of Object.entries(params)) {
      if (value.length > LONGEST_NAME) throw new RequestRefusal(400, `{${name}} of ${route.name} is too long`);
    }
    const context = admit(request, params);
    if (route.body === undefined) return route.handle({ ...context, params, query, body: undefined });
    if (request.body === NOT_JSON) throw new RequestRefusal(400, "The request body is not JSON");
    return route.handle({ ...context, params, query, body: validated(route.body, request.body) });
  }

  /** The answer to somebody who is refused. */
  public refusal(error: unknown): Answer {
    return this.#options.words(error);
  }
}

function refuseUnreadable(pathname: string): void {
  try {
    decodeURIComponent(pathname);
  } catch {
    throw new RequestRefusal(400, "The path is not percent-encoded as it should be");
  }
}
