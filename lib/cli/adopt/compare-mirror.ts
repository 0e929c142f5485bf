import type { LiveMirror } from "./live";
import type { WantedMirror } from "./wanted";

/** Statuses of mirror topics that the provider can read. With another one no plan works. */
const READABLE = ["ACTIVE", "FAILED", "PAUSED", "PENDING_STOPPED", "STOPPED"];

/** What Terraform calls a mirror topic that the API calls STOPPED. */
const WRITABLE = ["PROMOTED", "FAILED_OVER"];

/** Holds a mirror topic of the app against the live one. */
export function compareMirror(
  { mirror, status }: WantedMirror,
  live: LiveMirror,
): { readonly blockers: readonly string[]; readonly changes: readonly string[] } {
  const blockers: string[] = [];
  const changes: string[] = [];
  if (live.source !== mirror.topic) blockers.push(`it mirrors ${live.source}, the app has ${mirror.topic}`);
  if (!READABLE.includes(live.status)) {
    blockers.push(`it is ${live.status}, which Terraform's provider cannot read: mend the link first`);
  }
  if (status === undefined) return { blockers, changes };
  if (WRITABLE.includes(status)) {
    if (live.status !== "STOPPED") {
      blockers.push(`it is ${live.status}, and an import would make it writable (${status})`);
    }
  } else if (status !== live.status) {
    if (live.status === "STOPPED") blockers.push(`it is STOPPED, and cannot become ${status} again`);
    else changes.push(`status: ${live.status} becomes ${status}`);
  }
  return { blockers, changes };
}
