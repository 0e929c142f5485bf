import { TerraformElement, dependable } from "cdktf";
import type { Construct } from "constructs";
import type { DescribesBlocks } from "../core/hcl/shapes";
import { requireOwnHcl } from "../core/hcl/write-stack";
import { FinishedBlock, expanded } from "./finished-block";
import { MIRROR_TOPIC_TYPE, type SharedMirrorParts } from "./mirror-block";

/** Attributes of one block of the set, ready for JSON. */
type Block = Record<string, unknown>;

/** One mirror topic of the set. */
export interface MirrorEntry {
  readonly topic: string;
  readonly blockName: string;
  /** Addresses of this stack's mirror topics that fill the source topic. */
  readonly after: readonly string[];
}

/** A path into a block's attributes and the value to put there. */
export interface MirrorOverride {
  /** Source topic, or all of the set. */
  readonly topic: string | undefined;
  readonly path: readonly string[];
  readonly value: unknown;
}

export interface MirrorBlocksProps {
  readonly shared: () => SharedMirrorParts;
  readonly entries: () => Iterable<MirrorEntry>;
  readonly blockNames: () => Iterable<string>;
  readonly prefix: string | undefined;
  readonly provider: string | undefined;
  readonly overrides: () => readonly MirrorOverride[];
  /** Path under which the blocks are listed in the output's metadata. */
  readonly path: string;
}

interface Template {
  readonly shared: Block;
  readonly prefix: string | undefined;
  readonly overrides: readonly MirrorOverride[];
}

/**
 * Writes one block per topic from one shared part.
 *
 * cdktf resolves the shared part like any other value; the blocks are made from the result and are not resolved again, so ten thousand of
 * them cost little more than their JSON.
 */
export class MirrorBlocks extends TerraformElement implements DescribesBlocks {
  public readonly blockNames = {
    resource: { [MIRROR_TOPIC_TYPE]: { kafka_cluster: { credentials: {} }, cluster_link: {}, source_kafka_topic: {} } },
  };

  public constructor(
    scope: Construct,
    id: string,
    private readonly blocks: MirrorBlocksProps,
  ) {
    super(scope, id, MIRROR_TOPIC_TYPE);
  }

  /** Addresses that this element writes itself. */
  public addresses(): string[] {
    return [...this.blocks.blockNames()].map((name) => `${MIRROR_TOPIC_TYPE}.${name}`);
  }

  public override toTerraform(): object {
    // Terraform refuses a type without a block.
    const [first] = this.blocks.blockNames();
    if (first === undefined) return {};
    const blocks = expanded(
      () => this.template(),
      (template) => this.expand(template),
    );
    return { resource: { [MIRROR_TOPIC_TYPE]: blocks } };
  }

  public override toHclTerraform(): object {
    requireOwnHcl(this);
    return {};
  }

  private template(): Template {
    const { clusterId, restEndpoint, credentials, linkName, status, dependsOn, preventDestroy, ignoreChanges } =
      this.blocks.shared();
    const lifecycle = {
      prevent_destroy: preventDestroy || undefined,
      ignore_changes: ignoreChanges.length > 0 ? ignoreChanges : undefined,
    };
    return {
      shared: {
        kafka_cluster: {
          id: clusterId,
          rest_endpoint: restEndpoint,
          credentials: { key: credentials.key, secret: credentials.secret },
        },
        cluster_link: { link_name: linkName },
        status,
        provider: this.blocks.provider,
        depends_on: dependsOn.length > 0 ? dependsOn.map((resource) => dependable(resource)) : undefined,
        lifecycle: preventDestroy || ignoreChanges.length > 0 ? lifecycle : undefined,
      },
      prefix: this.blocks.prefix,
      overrides: this.blocks.overrides(),
    };
  }

  private expand({ shared, prefix, overrides }: Template): Record<string, FinishedBlock> {
    const everywhere: MirrorOverride[] = [];
    const single = new Map<string, MirrorOverride[]>();
    for (const override of overrides) {
      const { topic } = override;
      if (topic !== undefined) single.set(topic, [...(single.get(topic) ?? everywhere), override]);
      else for (const each of [everywhere, ...single.values()]) each.push(override);
    }
    const sharedDependencies = (shared["depends_on"] ?? []) as readonly string[];
    const finished: Record<string, FinishedBlock> = {};
    const { failover } = this.blocks.shared();
    let precondition = failover?.precondition();
    for (const { topic, blockName, after } of this.blocks.entries()) {
      const block: Block = {
        "//": { metadata: { path: `${this.blocks.path}/${topic}`, uniqueId: blockName } },
        ...shared,
        source_kafka_topic: { topic_name: topic },
      };
      if (prefix !== undefined) block["mirror_topic_name"] = prefix + topic;
      if (failover) block["status"] = failover.statusOf(`"${topic}"`);
      if (precondition) {
        block["lifecycle"] = { ...(shared["lifecycle"] as object | undefined), precondition: [precondition] };
        // One is enough to stop Terraform.
        precondition = undefined;
      }
      if (after.length > 0) block["depends_on"] = [...sharedDependencies, ...after];
      const own = single.get(topic) ?? everywhere;
      finished[blockName] = new FinishedBlock(own.length > 0 ? applyOverrides(block, own) : block);
    }
    return finished;
  }
}

function applyOverrides(block: Block, overrides: readonly MirrorOverride[]): Block {
  const result = { ...block };
  for (const { path, value } of overrides) {
    let target: Block = result;
    for (const name of path.slice(0, -1)) {
      const inner = target[name];
      target[name] = typeof inner === "object" && inner !== null && !Array.isArray(inner) ? { ...inner } : {};
      target = target[name] as Block;
    }
    const last = path[path.length - 1] as string;
    if (value === undefined) delete target[last];
    else target[last] = value;
  }
  return result;
}
