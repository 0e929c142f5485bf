import type { Carried } from "./carried";
import { listed, LOSSES, MIRROR_TYPE, mirrorIn, TOPIC_TYPE, type Loss } from "./losses";
import type { PlannedChange, ReadPlan } from "./plan-file";

/** An object that the plan deletes or replaces. */
export interface Finding extends Loss {
  readonly address: string;
  readonly action: "delete" | "replace";
  /** Why Terraform does it. */
  readonly why: string | undefined;
  readonly allowed: boolean;
}

export interface Verdict {
  readonly findings: readonly Finding[];
  /** What is no loss and worth a look before it is applied. */
  readonly notices: readonly string[];
}

const REASONS: Readonly<Record<string, string | undefined>> = {
  delete_because_no_resource_config: "it is not in the configuration",
  delete_because_no_module: "its module is not in the configuration",
  delete_because_wrong_repetition: "it has no count or for_each any more, or got one",
  delete_because_count_index: "count is smaller",
  delete_because_each_key: "for_each has no such key",
  delete_because_no_move_target: "it was moved to what is not in the configuration",
  replace_because_cannot_update: "it cannot be changed in place",
  replace_because_tainted: "it is tainted; terraform untaint keeps it",
  replace_by_request: "-replace asks for it",
  replace_by_triggers: "replace_triggered_by asks for it",
};

/** What a plan would take along, and which of it is wanted. */
export function judge(plan: ReadPlan, carried: Carried, allowed: ReadonlySet<string>): Verdict {
  const findings = plan.changes.flatMap((change): Finding[] => {
    const { action, address, type } = change;
    const loss = action === "delete" || action === "replace" ? LOSSES.get(type) : undefined;
    if (loss === undefined) return [];
    return [
      {
        address: change.isDeposed ? `${address} (deposed)` : address,
        action: action as Finding["action"],
        why: whyOf(change),
        allowed: allowed.has(address),
        ...loss(change.before, carried, change),
      },
    ];
  });
  const wanted = new Set(
    findings.filter((finding) => finding.allowed).map(({ address }) => address.replace(/ \(deposed\)$/u, "")),
  );
  const idle = [...allowed].filter((address) => !wanted.has(address));
  return {
    findings,
    notices: [
      ...statusChanges(plan.changes, carried),
      ...givenUp(plan.changes),
      ...idle.map((address) => `--allow ${address} is not needed: this plan takes nothing along there. Take it out.`),
    ],
  };
}

function whyOf({ reason, replacedFor, isDeposed }: PlannedChange): string | undefined {
  if (isDeposed) return "it is left over from a replacement";
  const said = reason !== undefined && Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined;
  if (replacedFor.length === 0) return said;
  const endpoint = replacedFor.some((path) => /(?:rest|bootstrap)_endpoint$/u.test(path));
  const hint = endpoint ? "; ignoreEndpointChanges keeps it where the text alone is another" : "";
  return `${said ?? "replaced"}: ${replacedFor.join(", ")}${hint}`;
}

const BECOMES: Readonly<Record<string, string | undefined>> = {
  PROMOTED: "PROMOTION, each waits until it has all records of its source, and is writable then; cannot be undone",
  FAILED_OVER: "FAILOVER, writable at once, and what has not been copied is lost; cannot be undone",
  PAUSED: "PAUSE, nothing is copied until it is ACTIVE again",
  ACTIVE: "goes on copying",
};

/** Mirror topics that get another status in place. */
function statusChanges(changes: readonly PlannedChange[], carried: Carried): string[] {
  const groups = new Map<string, string[]>();
  for (const { type, action, before, after } of changes) {
    if (type !== MIRROR_TYPE || action !== "update") continue;
    const [{ topic, link, clusterId, status: was }, { status }] = [mirrorIn(before), mirrorIn(after)];
    if (status === undefined || status === was || !Object.hasOwn(BECOMES, status)) continue;
    const group = `${String(BECOMES[status])}: link ${link ?? "(no name told)"} on ${carried.nameOf(clusterId)}`;
    groups.set(group, [...(groups.get(group) ?? []), topic ?? "(no name told)"]);
  }
  return [...groups].map(([group, topics]) => `${group}: ${listed(topics)}`);
}

function givenUp(changes: readonly PlannedChange[]): string[] {
  const forgotten = changes.filter(({ action, type }) => action === "forget" && LOSSES.has(type));
  const imported = changes.filter(({ isImported, type }) => isImported && type === TOPIC_TYPE);
  return [
    ...(forgotten.length === 0
      ? []
      : [`FORGOTTEN, stays as it is and is Terraform's no more: ${listed(forgotten.map(({ address }) => address))}`]),
    ...(imported.length === 0
      ? []
      : [`IMPORTED as ordinary topics: ${listed(imported.map(({ address }) => address))}`]),
  ];
}
