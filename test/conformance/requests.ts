import type { LoggedRequest } from "../../lib/rehearsal/cloud/rest/request-log";

/** Method and path below the cluster, with the body where there is one. */
export type Request = string | readonly [line: string, body: unknown];

/** Requests by the thing that they are about. Terraform works on several things side by side, but on each in order. */
export type Requests = Readonly<Record<string, readonly Request[]>>;

const CLUSTER = /^\/kafka\/v3\/clusters\/[^/]+/u;

export function byThing(log: readonly LoggedRequest[]): Requests {
  const things = new Map<string, Request[]>();
  for (const entry of log) {
    const thing = thingOf(entry);
    things.set(thing, [...(things.get(thing) ?? []), shown(entry)]);
  }
  return Object.fromEntries([...things].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What changes something, in the order of the answers. */
export function writes(log: readonly LoggedRequest[]): string[] {
  return log.filter(({ method }) => method !== "GET").map((entry) => `${entry.on} ${lineOf(entry)}`);
}

const lineOf = ({ method, path }: LoggedRequest): string => `${method} ${path.replace(CLUSTER, "")}`;

function shown(entry: LoggedRequest): Request {
  return entry.body === undefined ? lineOf(entry) : [lineOf(entry), canonical(entry.body)];
}

function thingOf({ on, path, body }: LoggedRequest): string {
  const [below = "", query] = path.replace(CLUSTER, "").split("?");
  const [collection = "", name, part = "", mirror] = below.slice(1).split("/").map(decodeURIComponent);
  if (on === "cloud") return `cloud ${below.split("/").slice(0, 4).join("/")}`;
  const members = (body ?? {}) as {
    topic_name?: string;
    source_topic_name?: string;
    mirror_topic_name?: string;
    mirror_topic_names?: string[];
  };
  const topic = mirror ?? members.mirror_topic_names?.[0] ?? members.mirror_topic_name ?? members.source_topic_name;
  if (collection === "links" && part.startsWith("mirrors")) return `${on} topic ${topic}`;
  if (collection === "links") return `${on} link ${name ?? new URLSearchParams(query).get("link_name")}`;
  if (collection === "topics") return `${on} topic ${name ?? members.topic_name ?? "*"}`;
  return `${on} ${collection}`;
}

/** The body with lists of settings as an object, as their order means nothing. */
function canonical(body: unknown): unknown {
  if (Array.isArray(body)) return isSettings(body) ? settings(body) : body.map(canonical);
  if (typeof body !== "object" || body === null) return body;
  return Object.fromEntries(Object.entries(body).map(([member, value]) => [member, canonical(value)]));
}

type Setting = { readonly name: string; readonly value?: unknown };

function isSettings(list: readonly unknown[]): list is Setting[] {
  const names = list.map((entry) => (entry as Partial<Setting> | null)?.name);
  return names.length > 0 && names.every((name) => typeof name === "string") && new Set(names).size === names.length;
}

function settings(list: readonly Setting[]): unknown {
  return Object.fromEntries(
    list.map(({ name, ...rest }) => [name, Object.keys(rest).join() === "value" ? rest.value : rest]),
  );
}
