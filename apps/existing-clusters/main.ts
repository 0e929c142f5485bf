import { join, resolve } from "node:path";
import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import { App, TerraformStack } from "cdktf";
import { GroupFilter, KafkaCluster, PrivatePublicPrivate, TopicFilter, synthesize } from "cdktf-cluster-linking";
import { addBackend } from "./backend";
import { summarize } from "./summary";
import { readTopology, type LegName, type Topology } from "./topology-file";

function stackOf(app: App, leg: LegName, { backend }: Topology): TerraformStack {
  const stack = new TerraformStack(app, leg);
  new ConfluentProvider(stack, "confluent");
  addBackend(stack, leg, backend);
  return stack;
}

let summary = (): string => "";

synthesize(() => {
  const { TOPOLOGY_FILE } = process.env;
  const topology = readTopology(TOPOLOGY_FILE ? resolve(TOPOLOGY_FILE) : join(__dirname, "topology.json"));
  const { topics, autoCreate, consumerGroups = [] } = topology;
  const app = new App();
  const built = new PrivatePublicPrivate({
    primaryToJump: stackOf(app, "primary-to-jump", topology),
    jumpToDr: stackOf(app, "jump-to-dr", topology),
    primary: KafkaCluster.fromAttributes({ name: "PRIMARY", ...topology.primary }),
    jump: KafkaCluster.fromAttributes({ name: "JUMP", ...topology.jump }),
    dr: KafkaCluster.fromAttributes({ name: "DR", ...topology.dr }),
    topics,
    autoCreate: autoCreate?.map((filter) => TopicFilter.of(filter)),
    consumerOffsetSync:
      consumerGroups.length > 0 ? { groups: consumerGroups.map((filter) => GroupFilter.of(filter)) } : undefined,
  });
  summary = () => summarize(app, built, topology);
  return app;
});

if (process.exitCode === undefined) console.log(summary());
