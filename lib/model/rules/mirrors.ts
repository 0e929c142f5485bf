import { matcherOf } from "../filter-matcher";
import type { FilterType } from "../filters";
import { isKnown } from "../maybe";
import { addPrefix, quote, topicNameProblem } from "../names";
import type { Leg, MirrorClaim } from "../topology";
import { internalTopic, isInternalTopic } from "./filters";
import { Rule, type Finding } from "./rule";

export const mirrorNameNotPrefixed = new Rule("CL023", "error", {
  title: "A mirror topic whose name is not prefix + source topic",
  effect: "The mirror topic is refused with error 40035.",
  allowed: "The name that the link's prefix and the source topic give.",
  fix: "Remove the override of mirror_topic_name; the library writes it.",
  evidence: "documentation",
});

export const mirroredTwice = new Rule("CL024", "warning", {
  title: "An explicit topic is also matched by auto-create",
  effect: "Whichever comes first wins; if it is auto-create, the explicit one fails with error 40002.",
  allowed: "Each topic either explicit or by filter.",
  fix: "Exclude the explicit topics from the filters (TopicFilter.exclude), or acknowledge this if the explicit topics exist before the filters do.",
  evidence: "documentation",
});

export const statusOnNewMirror = new Rule("CL025", "error", {
  title: "A status for a mirror topic that may not exist yet",
  effect: "It is created ACTIVE and changed by the next apply; PROMOTED and FAILED_OVER cannot be undone.",
  allowed: "No status, a Failover, or MirrorStatus.ofExistingMirror(...) for a mirror topic that has been applied.",
  fix: "Leave status out until the mirror topic exists.",
  evidence: "run",
});

export const downstreamMirrorWaits = new Rule("CL028", "guaranteed", {
  title: "A mirror topic of leg 2 is created before that of leg 1",
  effect: "It fails, because its source topic does not exist.",
  allowed: "Within a stack leg 2's mirror topics depend on leg 1's; between stacks the order of deployment does.",
  fix: "Nothing to do.",
  evidence: "inferred",
});

export const protectedByDefault = new Rule("CL034", "guaranteed", {
  title: "A link or mirror topic is replaced or destroyed",
  effect: "Deleting a mirror resource deletes the topic, also after it became the live copy.",
  allowed: "prevent_destroy on every half and mirror topic, unless preventDestroy: false says otherwise.",
  fix: "Nothing to do.",
  evidence: "run",
});

export const failoverUpstream = new Rule("CL040", "error", {
  title: "failover on a cluster that feeds another link",
  effect: "JUMP becomes writable and the chain behind it is cut.",
  allowed: "failover on the last leg of a chain.",
  fix: "Give failover to the MirrorSet on DR.",
  evidence: "inferred",
});

export const setOutsideLinkStack = new Rule("CL041", "error", {
  title: "A MirrorSet in another stack than its link",
  effect: "The mirror topics would need the state of the link's stack.",
  allowed: "Mirror topics in the stack of their link.",
  fix: "Create the MirrorSet with the link's stack as scope, or refer to the link with fromAttributes.",
  evidence: "own",
});

export const followsTokens = new Rule("CL045", "error", {
  title: "follows a set whose topics are known to Terraform only",
  effect: "The other stack would have to read this stack's state to know the names.",
  allowed: "follows on a set whose topics are known at synth.",
  fix: "Give this set the same list: a variable of its own stack with the same value.",
  evidence: "own",
});

export const followsElsewhere = new Rule("CL046", "error", {
  title: "Data from, or into, a cluster that the link does not join",
  effect: "Mirror topics are asked of topics that do not exist there.",
  allowed:
    "follows and upstream with a leg that ends where this link starts; into() with one of the link's two clusters.",
  fix: "Follow the set of the leg before this one, and state that leg as upstream.",
  evidence: "inferred",
});

export const claimedTwice = new Rule("CL057", "error", {
  title: "Two mirror sets of one link contradict each other",
  effect: "One resource or filter would silently replace the other.",
  allowed: "Each topic in one set; filters that do not contradict.",
  fix: "Remove the topic or filter from one of the two.",
  evidence: "own",
});

export const emptySet = new Rule("CL058", "error", {
  title: "A MirrorSet without topics and filters",
  effect: "Nothing is mirrored.",
  allowed: "At least one topic, filter, or a set to follow that has some.",
  fix: "Add topics or autoCreate, or remove the set.",
  evidence: "own",
});

export const addressClash = new Rule("CL060", "error", {
  title: "Two elements of a stack have the same address",
  effect: "One of them silently replaces the other in the output.",
  allowed: "Addresses that are unique in their stack.",
  fix: "Rename the id of one of the two constructs.",
  evidence: "run",
});

export const illegalTopic = new Rule("CL071", "error", {
  title: "Illegal topic name",
  effect: "The mirror topic is refused at apply.",
  allowed: 'One to 249 characters, the prefix included, out of letters, digits, ".", "_" and "-"; not "." or "..".',
  fix: "Correct the name; a list that is known to Terraform only is passed as a whole (topics: variable.listValue).",
  evidence: "documentation",
});

export const filtersOnForeignLink = new Rule("CL072", "error", {
  title: "Filters for a link that this app does not create",
  effect: "The filters would not be written anywhere.",
  allowed: "Explicit topics on a link from fromAttributes.",
  fix: "Add the filters where the link is created, and state them in fromAttributes.",
  evidence: "own",
});

/** What is wrong with one explicit topic on a link of this prefix. */
export function checkTopic(topic: string, prefix: Leg["settings"]["prefix"]): Finding[] {
  const findings: Finding[] = [];
  if (isInternalTopic(topic)) findings.push(internalTopic.finding(`The topic is ${quote(topic)}.`));
  const mirror = addPrefix(prefix, topic);
  const problem =
    topicNameProblem(topic) ?? (isKnown(mirror) && mirror !== topic ? topicNameProblem(mirror) : undefined);
  if (problem) {
    findings.push(
      illegalTopic.finding(
        `The topic is ${quote(topic)}${isKnown(mirror) && mirror !== topic ? `, its mirror ${quote(mirror)}` : ""}: ${problem}.`,
      ),
    );
  }
  return findings;
}

function checkClaimConflicts(leg: Leg): Finding[] {
  const topicOwner = new Map<string, MirrorClaim>();
  const filterOwner = new Map<string, { claim: MirrorClaim; type: FilterType }>();
  const findings: Finding[] = [];
  for (const claim of leg.claims) {
    for (const topic of [...claim.topics, ...claim.kept]) {
      const owner = topicOwner.get(topic);
      if (owner) {
        const both = owner === claim ? `${claim.path} twice` : `${owner.path} and ${claim.path}`;
        findings.push(claimedTwice.finding(`The topic ${quote(topic)} is claimed by ${both}.`, { path: claim.path }));
      } else topicOwner.set(topic, claim);
    }
    for (const filter of claim.autoCreate) {
      if (!isKnown(filter.name)) continue;
      const key = `${filter.patternType} ${filter.name}`;
      const earlier = filterOwner.get(key);
      if (earlier && earlier.claim !== claim && earlier.type !== filter.filterType) {
        const given = `${filter.patternType} ${quote(filter.name)} is ${earlier.type} in ${earlier.claim.path} and ${filter.filterType} in ${claim.path}.`;
        findings.push(claimedTwice.finding(given, { path: claim.path }));
      } else if (!earlier) filterOwner.set(key, { claim, type: filter.filterType });
    }
  }
  return findings;
}

function checkOverlap(leg: Leg): Finding[] {
  if (leg.settings.autoCreate.enabled === false || leg.settings.autoCreate.filters.length === 0) return [];
  const matcher = matcherOf(leg.settings.autoCreate.filters);
  return leg.claims.flatMap((claim) => {
    const twice = claim.topics.filter((topic) => matcher.judge(topic).passes === true);
    return twice.length === 0
      ? []
      : [
          mirroredTwice.finding(`${count(twice)} matched by the auto-create filters of ${leg.path} too.`, {
            path: claim.path,
          }),
        ];
  });
}

/** A few names of a long list, for a message. */
export function count(topics: readonly string[]): string {
  const shown = topics.slice(0, 3).map(quote).join(", ");
  return topics.length > 3
    ? `${topics.length} topics (${shown}, ...) are`
    : `${topics.length === 1 ? "The topic" : "The topics"} ${shown} ${topics.length === 1 ? "is" : "are"}`;
}

/** What is wrong with the mirror sets of one leg. */
export function checkClaims(leg: Leg): Finding[] {
  const made = leg.managed ? leg.claims : leg.claims.filter(({ path }) => path !== leg.path);
  const findings = made.flatMap((claim) => {
    const own: Finding[] = [];
    if (claim.topics.length + claim.kept.length + claim.autoCreate.length === 0 && !claim.topicsUnknown) {
      own.push(
        emptySet.finding(claim.follows ? `It follows ${claim.follows}, which has neither.` : "It has neither.", {
          path: claim.path,
        }),
      );
    }
    if (claim.stack !== leg.stack) {
      own.push(
        setOutsideLinkStack.finding(`The set is in stack ${claim.stack}, its link in ${leg.stack}.`, {
          path: claim.path,
        }),
      );
    }
    if (!leg.managed && claim.autoCreate.length > 0) {
      own.push(
        filtersOnForeignLink.finding(`${claim.autoCreate.length} filter(s) are given for ${leg.path}.`, {
          path: claim.path,
        }),
      );
    }
    return own;
  });
  return [...findings, ...checkClaimConflicts(leg), ...checkOverlap(leg)];
}

export const unknownMirror = new Rule("CL075", "error", {
  title: "A topic that the set does not mirror",
  effect: "The address or override would belong to nothing.",
  allowed: "A topic of the set, by its name on the source.",
  fix: "Add the topic to the set first, or correct its name.",
  evidence: "own",
});
