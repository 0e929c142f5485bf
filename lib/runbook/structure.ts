/** Who does a step. */
export type Who = "operator" | "application owners" | "network team" | "whoever decides";

/** Where a step is done from. */
export interface Network {
  /** Names of the private clusters that have to be reachable from there. None: anywhere with internet access. */
  readonly reaches: readonly string[];
  readonly text: string;
}

/** What a command does, for programs that run the steps, as tests and drills do. */
export type Operation =
  | { readonly kind: "synth" }
  | { readonly kind: "set-variables"; readonly names: readonly string[] }
  | { readonly kind: "init"; readonly stack: string }
  | TerraformOperation
  | { readonly kind: "forget"; readonly stack: string; readonly addresses: readonly string[] }
  | { readonly kind: "untaint"; readonly stack: string; readonly address: string }
  | { readonly kind: "list-state"; readonly stack: string }
  | {
      readonly kind: "link-create" | "link-configure";
      readonly cluster: string;
      readonly link: string;
      /** Name of one of the runbook's files; none where flags say it all. */
      readonly file: string | undefined;
    }
  | { readonly kind: "link-list"; readonly cluster: string }
  | {
      readonly kind: "link-describe" | "link-configuration" | "link-tasks" | "link-delete";
      readonly cluster: string;
      readonly link: string;
    }
  | { readonly kind: "topic-create"; readonly cluster: string; readonly topic: string; readonly partitions: number }
  | { readonly kind: "topic-delete"; readonly cluster: string; readonly topics: readonly string[] }
  | {
      readonly kind: "mirror-create";
      readonly cluster: string;
      readonly link: string;
      /** By their names on the link's source and destination. */
      readonly topics: readonly { readonly topic: string; readonly mirrorTopic: string }[];
    }
  | { readonly kind: "mirror-list"; readonly cluster: string; readonly link: string }
  | {
      readonly kind: "mirror-promote" | "mirror-failover" | "mirror-errors" | "mirror-reverse";
      readonly cluster: string;
      readonly link: string;
      readonly mirrorTopics: readonly string[];
    }
  | {
      readonly kind: "mirror-restore";
      readonly cluster: string;
      readonly link: string;
      readonly mirrorTopics: readonly string[];
      /** Whether it only tells what would be cut off. */
      readonly dryRun: boolean;
    }
  | { readonly kind: "produce" | "consume"; readonly cluster: string; readonly topic: string }
  | { readonly kind: "key-store" | "key-use" | "key-create" | "key-delete"; readonly cluster: string }
  | { readonly kind: "status"; readonly leg: string | undefined; readonly drained: boolean }
  | { readonly kind: "fail-over"; readonly stack: string; readonly mode: FailoverMode; readonly dryRun: boolean }
  | { readonly kind: "adopt"; readonly stack: string }
  | { readonly kind: "rehearse"; readonly scenario: string }
  | { readonly kind: "wait"; readonly milliseconds: number };

/** How mirror topics become writable: with everything that the source has, or at once. */
export type FailoverMode = "PROMOTED" | "FAILED_OVER";

export interface TerraformOperation {
  /** `plan` that is kept, `apply` of the plan that was kept, or both in one after a person has agreed. */
  readonly kind: "plan" | "apply-plan" | "apply";
  readonly stack: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly refresh: boolean;
  readonly parallelism: number | undefined;
  /** Addresses that are destroyed, and with them what depends on them. */
  readonly destroy?: readonly string[];
}

/** A program that a step uses. */
export type Program =
  | "terraform"
  | "xargs terraform"
  | "npx cdktf"
  | "npx cluster-linking"
  | "confluent"
  | "xargs confluent"
  | "xargs -n 1 confluent"
  | "export"
  | "sleep";

/** One command line. Arguments in angle brackets, such as `<jump-api-key>`, are for the reader to fill in. */
export interface Command {
  readonly program: Program;
  readonly args: readonly string[];
  /** Variables that are set for this command alone, or for all that follow by `export`. */
  readonly environment?: Readonly<Record<string, string>>;
  /** File with names that `xargs` puts behind the arguments. */
  readonly input?: string;
  readonly operation: Operation;
}

/** What a form is run with. */
export type Tool = "terraform" | "cdktf" | "HCP Terraform" | "cluster-linking" | "Confluent CLI" | "shell";

/** Command lines that do a step. Of several forms of one step any does it. */
export interface Form {
  readonly tool: Tool;
  /** What to know before choosing it. */
  readonly when?: string;
  readonly commands: readonly Command[];
}

/** One thing to do. */
export interface Step {
  /** Unique in its section, and the same for every topology. */
  readonly id: string;
  readonly title: string;
  readonly who: Who;
  readonly network: Network;
  /** What to do by hand, or to know while doing it. */
  readonly text: readonly string[];
  /** Ways to do it; none where it is done by hand. */
  readonly forms: readonly Form[];
  readonly expect: string;
  readonly failed: string;
}

/** Kinds of sections, in the order of the runbook. */
export type SectionKind =
  | "prepare"
  | "deploy"
  | "verify"
  | "drill"
  | "planned-switch"
  | "turn-round"
  | "outage"
  | "after"
  | "failback"
  | "rotation"
  | "trouble"
  | "limits"
  | "guide";

/** A way through one situation, step by step. */
export interface Section {
  /** Unique in the runbook, such as `outage/jump`. */
  readonly id: string;
  readonly kind: SectionKind;
  readonly title: string;
  readonly text: readonly string[];
  readonly steps: readonly Step[];
}

/** Everything that there is to do in the life of a topology. */
export interface Runbook {
  readonly sections: readonly Section[];
}

/** One file of the runbook, by its name in the runbook's folder. */
export interface RunbookFile {
  readonly name: string;
  readonly text: string;
}
