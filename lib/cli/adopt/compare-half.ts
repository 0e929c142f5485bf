import { settingDefinition } from "../../model/settings";
import type { LiveLink } from "./live";
import type { WantedHalf } from "./wanted";

/** What stands between a half as it is and as the app has it. */
export interface HalfComparison {
  /** What has to be mended in the app before an import. */
  readonly blockers: readonly string[];
  /** What the import changes in place. */
  readonly changes: readonly string[];
  /** Settings that only Terraform knows and nobody compared. */
  readonly unseen: readonly string[];
}

/** Holds a half of the app against the live one. */
export function compareHalf({ block, peer }: WantedHalf, live: LiveLink): HalfComparison {
  const wanted = `${block.mode.linkMode}/${block.mode.connectionMode}`;
  const is = [live.linkMode ?? block.mode.linkMode, live.connectionMode ?? block.mode.connectionMode].join("/");
  const peerId = block.peer.id ?? peer.id ?? undefined;
  const blockers: string[] = [];
  if (is !== wanted) blockers.push(`it is ${is}, the app has ${wanted}, and a link's modes cannot be changed`);
  if (live.peerId !== undefined && peerId !== undefined && live.peerId !== peerId) {
    blockers.push(`its other cluster is ${live.peerId}, the app has ${peerId}`);
  }
  const config = compareConfig(block.config, live.config);
  return { ...config, blockers: [...blockers, ...config.blockers] };
}

/** A half without a config takes over whatever is live. */
function compareConfig(wanted: WantedHalf["block"]["config"], live: LiveLink["config"]): HalfComparison {
  if (wanted === undefined) return { blockers: [], changes: [], unseen: [] };
  const blockers: string[] = [];
  const changes: string[] = [];
  const unseen: string[] = [];
  for (const [key, value] of Object.entries(wanted)) {
    const before = live[key];
    if (value === null) unseen.push(key);
    else if (value !== before) {
      const change = before === undefined ? `${key} = ${value} is added` : `${key}: ${before} becomes ${value}`;
      if (isLate(key, value, before)) blockers.push(`${change}, and it can only be given when a link is created`);
      else changes.push(change);
    }
  }
  for (const [key, value] of Object.entries(live)) {
    if (wanted[key] === undefined) {
      blockers.push(`${key} = ${value} is live and not in the app: Terraform cannot take it away, so the app needs it`);
    }
  }
  return { blockers, changes, unseen };
}

/** Whether a change comes too late: a link takes it when it is created and not afterwards. */
function isLate(key: string, value: string, before: string | undefined): boolean {
  const definition = settingDefinition(key);
  return definition?.mutability === "creation only" && (before !== undefined || value !== definition.default);
}
