import { TerraformElement } from "cdktf";
import type { Construct } from "constructs";
import type { DescribesBlocks } from "../core/hcl/shapes";
import { requireOwnHcl } from "../core/hcl/write-stack";
import { KEPT_TOPIC_TYPE, NOT_KNOWN_BY_CONFIGURATION, type KeptTopicParts } from "./kept-topic";
import { FinishedBlock, expanded } from "./finished-block";
import { MIRROR_TOPIC_TYPE } from "./mirror-block";

export interface KeptBlocksProps {
  readonly parts: () => KeptTopicParts;
  /** Block names by the topics' names on the source. */
  readonly entries: () => ReadonlyMap<string, string>;
  readonly prefix: string | undefined;
  readonly provider: string | undefined;
  /** Path under which the blocks are listed in the output's metadata. */
  readonly path: string;
}

interface Template {
  readonly shared: Readonly<Record<string, unknown>>;
  readonly clusterId: string;
  readonly prefix: string | undefined;
}

/**
 * Gives topics that were mirror topics to Terraform as ordinary topics: forgets the one, imports the other, and destroys nothing.
 */
export class KeptBlocks extends TerraformElement implements DescribesBlocks {
  public readonly blockNames = { resource: { [KEPT_TOPIC_TYPE]: { kafka_cluster: {}, credentials: {} } } };

  public constructor(
    scope: Construct,
    id: string,
    private readonly blocks: KeptBlocksProps,
  ) {
    super(scope, id, KEPT_TOPIC_TYPE);
  }

  /** Addresses that this element writes. */
  public addresses(): string[] {
    return [...this.blocks.entries().values()].map((name) => `${KEPT_TOPIC_TYPE}.${name}`);
  }

  public override toTerraform(): object {
    if (this.blocks.entries().size === 0) return {};
    const made = (expand: (template: Template) => object): unknown => expanded(() => this.template(), expand);
    return {
      resource: { [KEPT_TOPIC_TYPE]: made((template) => this.resources(template)) },
      removed: made(() => this.removed()),
      import: made((template) => this.imports(template)),
    };
  }

  public override toHclTerraform(): object {
    requireOwnHcl(this);
    return {};
  }

  private template(): Template {
    const { clusterId, restEndpoint, credentials } = this.blocks.parts();
    return {
      shared: {
        kafka_cluster: { id: clusterId },
        rest_endpoint: restEndpoint,
        credentials: { key: credentials.key, secret: credentials.secret },
        provider: this.blocks.provider,
        lifecycle: { prevent_destroy: true, ignore_changes: NOT_KNOWN_BY_CONFIGURATION },
      },
      clusterId,
      prefix: this.blocks.prefix,
    };
  }

  private resources({ shared, prefix = "" }: Template): object {
    const finished: Record<string, FinishedBlock> = {};
    for (const [topic, blockName] of this.blocks.entries()) {
      finished[blockName] = new FinishedBlock({
        "//": { metadata: { path: `${this.blocks.path}/${topic}`, uniqueId: blockName } },
        ...shared,
        topic_name: prefix + topic,
      });
    }
    return finished;
  }

  private removed(): object[] {
    return [...this.blocks.entries().values()].map(
      (blockName) => new FinishedBlock({ from: `${MIRROR_TOPIC_TYPE}.${blockName}`, lifecycle: { destroy: false } }),
    );
  }

  private imports({ clusterId, prefix = "" }: Template): object[] {
    return [...this.blocks.entries()].map(
      ([topic, blockName]) =>
        new FinishedBlock({ to: `${KEPT_TOPIC_TYPE}.${blockName}`, id: `${clusterId}/${prefix}${topic}` }),
    );
  }
}
