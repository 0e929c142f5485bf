import { quote } from "../names";
import type { Leg } from "../topology";
import { Rule, type Finding } from "./rule";

export const keptTopicUnknown = new Rule("CL079", "error", {
  title: "keepPromoted names a topic that the set does not",
  effect: "Nothing would be kept, and the mirror topic that was meant could still take the live topic with it.",
  allowed: "Topics of the set, by their names on the source; true for a list that is known to Terraform only.",
  fix: "Correct the name, or use keepPromoted: true.",
  evidence: "own",
});

export const keptWithoutFailover = new Rule("CL080", "error", {
  title: "keepPromoted where nothing promotes",
  effect: "Terraform would own as a topic what still is a mirror topic, and nobody would manage the mirror topic.",
  allowed: "keepPromoted on mirror topics with failover, or with a status of PROMOTED or FAILED_OVER.",
  fix: "Give failover to the set, or remove keepPromoted.",
  evidence: "own",
});

export const keptInHcl = new Rule("CL081", "guaranteed", {
  title: "keepPromoted in HCL",
  effect:
    "cdktf leaves removed blocks out of HCL, and Terraform would destroy the mirror topics and the live topics with them.",
  allowed: "keepPromoted in JSON and in HCL.",
  fix: "Nothing to do: the library writes the HCL of a stack itself, from the stack's JSON. What it cannot write is refused (CL100).",
  evidence: "run",
});

export const keptNoLonger = new Rule("CL082", "error", {
  title: "A topic that the last synth kept is kept no longer",
  effect: "Terraform destroys confluent_kafka_topic, and the live topic with it.",
  allowed: "keepPromoted for as long as the topic is needed.",
  fix: "Put it back into keepPromoted. If the topic is deleted already, to be mirrored again, acknowledge this with the reason.",
  evidence: "documentation",
  overridable: true,
});

export const mirrorTopicGone = new Rule("CL083", "warning", {
  title: "A mirror topic that the last synth wrote is gone",
  effect:
    "Its block takes prevent_destroy along: if it was applied, Terraform plans to destroy the mirror topic, and deletes the topic.",
  allowed: "Topics once mirrored stay in the list, or become keepPromoted.",
  fix: "Put the topic back. To keep it as a live topic use keepPromoted; to have it deleted, or if it was never applied, acknowledge this with the reason, or synthesise again.",
  evidence: "run",
});

/** What was kept as a topic. */
export interface KeptTopics {
  /** Path of the set or mirror topic. */
  readonly path: string;
  readonly stack: string;
  readonly addresses: readonly string[];
}

/** Topics that were kept before and whose blocks are not there any more, in stacks that still are. */
export function checkKeptBefore(
  before: readonly KeptTopics[],
  now: readonly KeptTopics[],
  stacks: ReadonlySet<string>,
): Finding[] {
  const kept = new Set(now.flatMap(({ stack, addresses }) => addresses.map((address) => `${stack} ${address}`)));
  return before.flatMap(({ path, stack, addresses }) => {
    if (!stacks.has(stack)) return [];
    const gone = addresses.filter((address) => !kept.has(`${stack} ${address}`));
    const [first] = gone;
    if (first === undefined) return [];
    const more = gone.length > 1 ? ` and ${gone.length - 1} more` : "";
    return [keptNoLonger.finding(`The last synth of stack ${quote(stack)} had ${first}${more}.`, { path })];
  });
}

/** Topics that the sets of a link mirrored before, and that the link neither mirrors nor keeps now. */
export function checkMirroredBefore(
  before: readonly { readonly path: string; readonly topics: readonly string[] }[],
  { path: link, claims: now }: Pick<Leg, "path" | "claims">,
): Finding[] {
  const paths = new Set(now.map((claim) => claim.path));
  if (now.some(({ topicsUnknown }) => topicsUnknown)) return [];
  const still = new Set(now.flatMap(({ topics, kept }) => [...topics, ...kept]));
  return before.flatMap(({ path, topics }) => {
    const gone = topics.filter((topic) => !still.has(topic));
    const [first] = gone;
    if (first === undefined) return [];
    const more = gone.length > 1 ? ` and ${gone.length - 1} more` : "";
    return [
      mirrorTopicGone.finding(`The last synth of ${path} had the topic ${quote(first)}${more}.`, {
        path: paths.has(path) ? path : link,
      }),
    ];
  });
}
