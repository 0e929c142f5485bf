import type { IConstruct } from "constructs";
import { needsTerraform } from "../core/terraform-floor";
import { refuse } from "../core/validation-error";
import { keptWithoutFailover } from "../model/rules/kept";
import { becomesWritable, type MirrorProps } from "./mirror-block";

type Topics = ReadonlyMap<string, string>;

/** Which topics of a set are mirror topics no longer. */
export class Keeping {
  private readonly names: ReadonlySet<string>;

  public constructor(private readonly prop: boolean | readonly string[] = false) {
    this.names = new Set(typeof prop === "boolean" ? [] : prop);
  }

  public get all(): boolean {
    return this.prop === true;
  }

  public get any(): boolean {
    return this.all || this.names.size > 0;
  }

  public has(topic: string): boolean {
    return this.all || this.names.has(topic);
  }

  /** Those that are still mirrored. */
  public mirrored(topics: Topics): Topics {
    return this.any ? new Map([...topics].filter(([topic]) => !this.has(topic))) : topics;
  }

  /** Those that are kept. */
  public kept(topics: Topics): Topics {
    return this.any ? new Map([...topics].filter(([topic]) => this.has(topic))) : new Map<string, string>();
  }

  /** Topics that are named and not there. */
  public strangers(topics: Topics): string[] {
    return [...this.names].filter((topic) => !topics.has(topic));
  }
}

/** What has to hold where mirror topics are kept as topics. Throws CL080 where nothing could have promoted them. */
export function keepsPromoted(scope: IConstruct, props: MirrorProps): void {
  if (!becomesWritable(props)) {
    refuse(scope, [keptWithoutFailover.finding("keepPromoted is given, and neither failover nor a status is.")]);
  }
  needsTerraform(scope, "removedBlocks");
}
