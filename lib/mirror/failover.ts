import { Lazy, TerraformLocal, TerraformStack, type TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import { needsTerraform } from "../core/terraform-floor";
import { stackVariable } from "../core/variables";

/** Name of the variable that fails a stack over. */
export const FAILOVER_VARIABLE = "failover";

/** Name of the variable that narrows it to some topics. */
export const FAILOVER_TOPICS_VARIABLE = "failover_topics";

const EXPLANATION = [
  "failover must be empty, PROMOTED or FAILED_OVER.",
  "Empty keeps mirroring.",
  "PROMOTED waits until every mirror topic has all of its source's records, then makes it writable: for a planned switch.",
  "FAILED_OVER makes it writable at once and loses what has not been copied: for a disaster.",
  "Neither can be undone.",
].join(" ");

const NARROWING = [
  "failover_topics narrows failover to the topics it names, by their names on the link's source.",
  "Empty means every topic.",
  "What failover does to them cannot be undone.",
].join(" ");

/** A name in the list of which nothing is known but that it is no topic of this stack. */
interface Refusal {
  readonly condition: string;
  readonly errorMessage: string;
}

/** Topics that a construct fails over. */
export interface FailoverMember {
  /** Those whose names on the link's source are known at synth. */
  readonly topics: () => Iterable<string>;
  /** An expression for the list of the others. */
  readonly listed?: string;
}

/**
 * Fails a stack's mirror topics over when its variables say so.
 *
 * Errors: CL066, and CL040 on a cluster that feeds another link.
 *
 * @see https://docs.confluent.io/cloud/current/multi-cloud/cluster-linking/mirror-topics-cc.html
 */
export class Failover {
  private readonly members: FailoverMember[] = [];
  private strangers: TerraformLocal | undefined;

  private constructor(
    /** Stack that the variables belong to. */
    public readonly stack: TerraformStack,
    private readonly topicsVariable: string,
    private readonly statusByTopic: TerraformLocal,
    private readonly statusOfOthers: TerraformLocal,
  ) {}

  /**
   * Declares the variables `failover` and `failover_topics` of the stack, once.
   *
   * `failover` is empty (the default), `PROMOTED` or `FAILED_OVER`. `failover_topics` is a set of topics, by their names on the link's
   * source, to which it is narrowed; empty (the default) means all. Terraform refuses a name that no set of the stack has.
   *
   * Throws CL066 when the stack has another element of one of those names.
   */
  public static fromVariable(scope: Construct): Failover {
    const stack = TerraformStack.of(scope);
    const existing = FAILOVERS.get(stack);
    if (existing) return existing;
    const status = stackVariable(scope, FAILOVER_VARIABLE, {
      default: "",
      description:
        "Fails this stack's mirror topics over: empty, PROMOTED (planned) or FAILED_OVER (now). Cannot be undone.",
      validation: [
        {
          condition: `\${contains(["", "PROMOTED", "FAILED_OVER"], var.${FAILOVER_VARIABLE})}`,
          errorMessage: EXPLANATION,
        },
      ],
    }).friendlyUniqueId;
    const variable = stackVariable(scope, FAILOVER_TOPICS_VARIABLE, {
      type: "set(string)",
      default: [],
      description: "Topics that failover acts on, by their names on the link's source. Empty: all. Cannot be undone.",
    });
    const topics = variable.friendlyUniqueId;
    // Each mirror topic looks its status up: with contains() in each block, Terraform takes minutes for some thousand topics.
    const failover = new Failover(
      stack,
      topics,
      new TerraformLocal(
        stack,
        "failover_status",
        `\${tomap({ for topic in var.${topics} : topic => var.${status} if var.${status} != "" })}`,
      ),
      new TerraformLocal(
        stack,
        "failover_status_of_others",
        `\${var.${status} == "" || length(var.${topics}) > 0 ? null : var.${status}}`,
      ),
    );
    failover.refuseStrangers(variable);
    FAILOVERS.set(stack, failover);
    return failover;
  }

  /** @internal Adds topics that can be named. */
  public add(member: FailoverMember): void {
    this.members.push(member);
    if (member.listed === undefined || this.strangers) return;
    needsTerraform(this.stack, "preconditions");
    const expression = Lazy.stringValue({ produce: () => `\${${this.strangersIn()}}` });
    this.strangers = new TerraformLocal(this.stack, "failover_topics_of_no_set", expression);
  }

  /** @internal The value for `status` of the mirror topic of a topic, given as an expression: null while nothing is to happen. */
  public statusOf(topic: string): string {
    const [byTopic, others] = [this.statusByTopic.friendlyUniqueId, this.statusOfOthers.friendlyUniqueId];
    return `\${lookup(local.${byTopic}, ${topic}, local.${others})}`;
  }

  /** @internal What a mirror topic has to ask because the variable cannot: some names are known to Terraform only. */
  public precondition(): { readonly condition: string; readonly error_message: string } | undefined {
    if (!this.strangers) return undefined;
    const { condition, errorMessage } = refusal(`local.${this.strangers.friendlyUniqueId}`);
    return { condition, error_message: errorMessage };
  }

  private refuseStrangers(variable: TerraformVariable): void {
    needsTerraform(this.stack, "expressionsInErrorMessages");
    const { validation } = variable;
    Object.defineProperty(variable, "validation", {
      get: () => (this.strangers ? validation : [...(validation ?? []), refusal(this.strangersIn())]),
    });
  }

  /** Names in the variable that no set has. */
  private strangersIn(): string {
    const known = this.members.flatMap(({ topics }) => [...topics()].map((topic) => `"${topic}"`));
    const lists = this.members.flatMap(({ listed }) => listed ?? []);
    const literal = `[${[...new Set(known)].join(", ")}]`;
    const all = lists.length === 0 ? literal : `concat(${[literal, ...lists].join(", ")})`;
    return `setsubtract(var.${this.topicsVariable}, ${all})`;
  }
}

const FAILOVERS = new WeakMap<TerraformStack, Failover>();

function refusal(strangers: string): Refusal {
  return {
    condition: `\${length(${strangers}) == 0}`,
    errorMessage: `${NARROWING} No topics of this stack: \${join(", ", ${strangers})}.`,
  };
}
