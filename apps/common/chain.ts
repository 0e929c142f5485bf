import { resolve } from "node:path";
import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import { App, TerraformStack } from "cdktf";
import {
  GroupFilter,
  KafkaCluster,
  TopicFilter,
  synthesize,
  type ChainProps,
  type KafkaClusterAttributes,
} from "cdktf-cluster-linking";
import { addBackend } from "./backend";
import { summarize, type Leg } from "./summary";
import { readTopology, type LegName, type Topology } from "./topology-file";

/** An app over one chain. */
export interface ChainApp {
  /** Folder that local states are kept in. */
  readonly folder: string;
  /** Topology file, unless `TOPOLOGY_FILE` names another one. */
  readonly file: string;
  /** The cluster whose topics are kept, once they were promoted. */
  readonly last: "dr" | "primary";
  readonly build: (props: ChainProps, stackOf: (leg: LegName) => TerraformStack) => readonly Leg[];
}

/** Reads the topology file, builds the chain, synthesises it, and prints what was made or what is wrong. */
export function synthesizeChain({ folder, file, last, build }: ChainApp): void {
  let summary = (): string => "";
  synthesize(() => {
    const topology = readTopology(topologyFile(file));
    const app = new App();
    const legs = build(propsOf(topology, last), (leg) => stackOf(app, leg, folder, topology));
    summary = () => summarize(app, legs, topology);
    return app;
  });
  if (process.exitCode === undefined) console.log(summary());
}

/** The file that is read: this one, unless `TOPOLOGY_FILE` names another one. */
export function topologyFile(file: string): string {
  const { TOPOLOGY_FILE } = process.env;
  return TOPOLOGY_FILE ? resolve(TOPOLOGY_FILE) : file;
}

type Clusters = { readonly [C in "primary" | "jump" | "dr"]: Omit<KafkaClusterAttributes, "name"> };
type Carried = Pick<Topology, "topics" | "autoCreate" | "consumerGroups" | "keepPromoted" | "preventDestroy">;

/** What a topology says to the chain that is built from it. */
export function propsOf(topology: Clusters & Carried, last: ChainApp["last"]): ChainProps {
  const { topics, autoCreate, consumerGroups = [], keepPromoted, preventDestroy } = topology;
  return {
    primary: KafkaCluster.fromAttributes({ name: "PRIMARY", ...topology.primary }),
    jump: KafkaCluster.fromAttributes({ name: "JUMP", ...topology.jump }),
    dr: KafkaCluster.fromAttributes({ name: "DR", ...topology.dr }),
    topics,
    autoCreate: autoCreate?.map((filter) => TopicFilter.of(filter)),
    consumerOffsetSync:
      consumerGroups.length > 0 ? { groups: consumerGroups.map((filter) => GroupFilter.of(filter)) } : undefined,
    keepPromoted: keepPromoted?.[last],
    preventDestroy,
  };
}

/** The stack of one leg, with its provider and its state. */
export function stackOf(
  app: App,
  leg: LegName,
  folder: string,
  { backend }: Pick<Topology, "backend">,
): TerraformStack {
  const stack = new TerraformStack(app, leg);
  new ConfluentProvider(stack, "confluent");
  addBackend(stack, leg, folder, backend);
  return stack;
}
