import type { StopVerb } from "../rest/cluster-client";
import type { LinkTask } from "./link-task";

/** The one call for a link, as people and `curl` write it. */
export function requestOf({ open, client, link, url }: LinkTask, verb: StopVerb): string | null {
  return open.length === 0 ? null : `POST ${url.replace(/\/+$/u, "")}${client.stopPath(link, verb, false)}`;
}
