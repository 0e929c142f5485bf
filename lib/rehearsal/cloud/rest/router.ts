import findMyWay, { type HTTPVersion, type Instance } from "find-my-way";
import type { ZodType } from "zod";
import { METHODS, type Handle, type Method, type Route } from "./route";

/** A route that a request matched. */
export interface Match<Context extends object> {
  readonly route: Route<Context>;
  readonly params: Readonly<Record<string, string>>;
}

/** Paths of one listener. `Context` is what its handlers get beside the request. */
export class Router<Context extends object> {
  readonly #base: string;
  readonly #ways: Instance<HTTPVersion.V1> = findMyWay({ maxParamLength: Number.MAX_SAFE_INTEGER });

  /** @param base What every path begins with, such as `/kafka/v3/clusters/{cluster_id}`. */
  public constructor(base = "") {
    this.#base = base;
  }

  /** Registers a route without a body. Paths are written as API specifications do: `/links/{link_name}/mirrors`. */
  public on(method: Method, path: string, handle: Handle<Context, unknown>): this {
    return this.#add(method, path, undefined, handle);
  }

  /** Registers a route with a body, a colon in the path included: `/links/{link_name}/mirrors:promote`. */
  public onBody<Body>(method: Method, path: string, body: ZodType<Body>, handle: Handle<Context, Body>): this {
    return this.#add(method, path, body, handle as Handle<Context, unknown>);
  }

  /** The route of a request, or `undefined`. */
  public find(method: string, pathname: string): Match<Context> | undefined {
    if (!(METHODS as readonly string[]).includes(method)) return undefined;
    const way = this.#ways.find(method as Method, pathname);
    if (way === null) return undefined;
    return { route: way.store as Route<Context>, params: way.params as Record<string, string> };
  }

  /** What is missing, where no route was found: the method and the path, or the pattern of a path that has others. */
  public missing(method: string, pathname: string): string {
    for (const other of METHODS) {
      const match = this.find(other, pathname);
      if (match !== undefined) return `${method}${match.route.name.slice(other.length)}`;
    }
    return `${method} ${pathname}`;
  }

  #add(method: Method, path: string, body: ZodType | undefined, handle: Handle<Context, unknown>): this {
    const pattern = this.#base + path;
    const route: Route<Context> = { name: `${method} ${pattern}`, body, handle };
    this.#ways.on(method, pattern.replaceAll(":", "::").replace(/\{(\w+)\}/gu, ":$1"), () => undefined, route);
    return this;
  }
}
