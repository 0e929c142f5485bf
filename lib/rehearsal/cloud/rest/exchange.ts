import type { IncomingMessage, ServerResponse } from "node:http";
import { finished } from "node:stream/promises";
import type { Activity, Clock } from "../../clock/clock";
import { ApiError } from "../api-error";
import { maskedBody } from "./mask";
import { ControlPlaneError } from "../control-plane-error";
import { RequestRefusal } from "./refusal";
import { INCOMPLETE, NOT_JSON, TOO_LARGE, parseJson, readBody } from "./request-body";
import type { RequestFaults, RequestFault } from "./request-faults";
import type { RequestLog } from "./request-log";
import type { Answer } from "./route";
import type { Surface, TakenRequest } from "./surface";

/** What all listeners share. */
export interface House {
  readonly clock: Clock;
  readonly log: RequestLog;
  readonly requestFaults: RequestFaults;
}

/** A surface, whatever its handlers have at hand. */
export type AnySurface = Pick<Surface<object>, "answer" | "refusal">;

/** What one listener carries. */
export interface Site {
  /** The cluster's id, or `cloud`. */
  readonly name: string;
  readonly surface: AnySurface;
  /** Paths of the emulator's own, with their surface: not logged, and free of faults. */
  readonly aside?: { readonly path: string; readonly surface: AnySurface };
}

/** Characters of a path that the log keeps. */
const LONGEST_PATH = 2_000;

/** Takes requests of one listener from their first byte to the last byte of the answer. */
export class Exchange {
  readonly #house: House;
  readonly #site: Site;

  public constructor(house: House, site: Site) {
    this.#house = house;
    this.#site = site;
  }

  /** Never rejects. */
  public async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on("error", () => undefined);
    try {
      await this.#house.clock.during(async (activity) => this.#exchange(request, response, activity));
    } catch (error) {
      this.#house.log.failed(error);
      request.socket.destroy();
    }
  }

  async #exchange(request: IncomingMessage, response: ServerResponse, activity: Activity): Promise<void> {
    const body = await readBody(request);
    if (body === INCOMPLETE) {
      request.destroy();
      return;
    }
    const parsed = body === TOO_LARGE ? NOT_JSON : parseJson(body);
    const complete = taken(request, parsed);
    const fault = this.#asideOf(complete.pathname)
      ? undefined
      : this.#house.requestFaults.meet(this.#site.name, complete.method, request.url ?? "/");
    const answer = await this.#answer(complete, body === TOO_LARGE, fault);
    await this.#send(request, response, parsed, answer, fault, activity);
  }

  /** Writes down a request that gets no answer. */
  public ignored(request: IncomingMessage): void {
    this.#note(request, undefined, undefined);
  }

  async #answer(request: TakenRequest, tooLarge: boolean, fault: RequestFault | undefined): Promise<Answer> {
    const { surface } = this.#asideOf(request.pathname) ?? this.#site;
    try {
      this.#house.clock.requested();
      if (tooLarge) throw new RequestRefusal(413, "The request body is larger than the emulator takes");
      if (fault?.status !== undefined) {
        throw new RequestRefusal(fault.status, fault.message ?? "A fault of the emulator, as it was told");
      }
      return await surface.answer(request);
    } catch (error) {
      if (!isRefusal(error)) this.#house.log.failed(error);
      return surface.refusal(error);
    }
  }

  async #send(
    request: IncomingMessage,
    response: ServerResponse,
    body: unknown,
    answer: Answer,
    fault: RequestFault | undefined,
    activity: Activity,
  ): Promise<void> {
    if (fault?.delayMs !== undefined) await activity.wait(fault.delayMs);
    if (fault?.cut === true || response.destroyed) {
      this.#note(request, body, undefined);
      request.socket.destroy();
      return;
    }
    this.#note(request, body, answer.status);
    write(response, answer);
    await finished(response).catch(() => undefined);
  }

  #asideOf(pathname: string): Site["aside"] {
    const { aside } = this.#site;
    return aside && (pathname === aside.path || pathname.startsWith(`${aside.path}/`)) ? aside : undefined;
  }

  #note(request: IncomingMessage, body: unknown, status: number | undefined): void {
    const path = (request.url ?? "/").slice(0, LONGEST_PATH);
    if (this.#asideOf(pathnameOf(path))) return;
    this.#house.log.add({
      at: this.#house.clock.now,
      on: this.#site.name,
      method: methodOf(request),
      path,
      body: body === NOT_JSON ? "not JSON" : maskedBody(pathnameOf(path), body),
      status,
    });
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof ApiError || error instanceof ControlPlaneError || error instanceof RequestRefusal;
}

function methodOf(request: IncomingMessage): string {
  return request.method ?? "GET";
}

function pathnameOf(path: string): string {
  return path.split("?", 1)[0] ?? path;
}

function taken(request: IncomingMessage, body: unknown): TakenRequest {
  const path = request.url ?? "/";
  const pathname = pathnameOf(path);
  return {
    method: methodOf(request),
    pathname,
    query: new URLSearchParams(path.slice(pathname.length)),
    authorization: request.headers.authorization,
    body,
  };
}

function write(response: ServerResponse, { status, body }: Answer): void {
  if (body === undefined) {
    response.writeHead(status).end();
    return;
  }
  const text = JSON.stringify(body);
  response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
  response.end(text);
}
