import {
  ProviderError,
  type Diagnostic,
  type OperationContext,
  type ResourceHandler,
  type Values,
} from "../../resource";
import { waitUntilGone } from "../deletion";
import { attempt, keeping, reading } from "../failures";
import { keptBlocks } from "../kept-blocks";
import { MINUTE } from "../polling";
import { isNetworkId, objectReference } from "../references";
import { controlPlane } from "../rest";
import {
  checkAttributes,
  checkBlock,
  checkConflict,
  checkExactlyOne,
  isAtLeast,
  isNotEmpty,
  isOneOf,
} from "../validation";
import { blankState, flagAt, numberAt, settled, textAt } from "../values";
import { KAFKA_CLUSTERS, kafkaClusterPath, type KafkaClusterAnswer } from "./answer";
import { checkCkus, clusterConfig, KIND_BLOCKS, kindIn, type KindBlock } from "./kinds";
import { readCluster, untilProvisioned, type ClusterAddress } from "./provisioning";
import { kafkaClusterState } from "./state";
import { FORBIDDEN_KIND_CHANGE, isForbiddenKindChange, sendUpdates } from "./updates";

const DELETION = { delayMs: MINUTE, intervalMs: MINUTE, timeoutMs: 30 * MINUTE };

/** Old and new names of the same availability. */
const SAME_AVAILABILITY: Readonly<Record<string, string>> = {
  SINGLE_ZONE: "LOW",
  LOW: "SINGLE_ZONE",
  MULTI_ZONE: "HIGH",
  HIGH: "MULTI_ZONE",
};

const addressOf = (values: Values): ClusterAddress => ({
  id: textAt(values, "id"),
  environmentId: textAt(values, "environment", "id"),
});

function validate(config: Values): readonly Diagnostic[] {
  return [
    ...checkAttributes(config, {
      display_name: isNotEmpty,
      availability: isOneOf(["SINGLE_ZONE", "MULTI_ZONE", "LOW", "HIGH"]),
      cloud: isOneOf(["AWS", "AZURE", "GCP"]),
    }),
    ...checkExactlyOne(config, KIND_BLOCKS),
    ...checkConflict(config, "byok_key", ["basic", "standard"]),
    ...checkBlock(config, "dedicated", (item, path) => checkAttributes(item, { cku: isAtLeast(1) }, path)),
    ...checkBlock(config, "network", (item, path) => checkAttributes(item, { id: isNetworkId }, path)),
  ];
}

async function readState(values: Values, context: OperationContext): Promise<Values> {
  const state = kafkaClusterState(await readCluster(addressOf(values), context));
  const isSilent = (values["deletion_protection"] ?? null) === null && state["deletion_protection"] === false;
  return { ...values, ...state, ...(isSilent ? { deletion_protection: null } : {}) };
}

function createBody(planned: Values, block: KindBlock) {
  const environmentId = textAt(planned, "environment", "id");
  const [networkId, byokId] = [textAt(planned, "network", "id"), textAt(planned, "byok_key", "id")];
  return {
    spec: {
      display_name: textAt(planned, "display_name"),
      availability: textAt(planned, "availability"),
      cloud: textAt(planned, "cloud"),
      region: textAt(planned, "region"),
      ...(flagAt(planned, "deletion_protection") ? { deletion_protection: true } : {}),
      config: clusterConfig(planned, block),
      environment: objectReference(environmentId),
      ...(networkId === "" ? {} : { network: objectReference(networkId) }),
      ...(byokId === "" ? {} : { byok: objectReference(byokId) }),
    },
  };
}

/** Blocks that the API fills in where the configuration leaves them out. */
const COMPUTED_BLOCKS = ["network", "byok_key"];

/** `confluent_kafka_cluster`: waits until the cluster is there. */
export const kafkaCluster: ResourceHandler = {
  type: "confluent_kafka_cluster",
  replacedBy: ["availability", "cloud", "region", "network.0.id", "byok_key.0.id", "environment.0.id"],

  validate,

  plan({ prior, config }, { planned }) {
    if (prior === null) return { planned };
    const from = textAt(prior, "availability");
    const isRenaming = SAME_AVAILABILITY[from] === textAt(planned, "availability");
    const result = {
      ...planned,
      ...keptBlocks(config, prior, COMPUTED_BLOCKS),
      ...(isRenaming ? { availability: from } : {}),
    };
    if (isForbiddenKindChange(result, prior)) {
      throw new ProviderError(`error updating Kafka Cluster "${textAt(prior, "id")}": ${FORBIDDEN_KIND_CHANGE}`);
    }
    return { planned: result };
  },

  async create(planned, _config, context) {
    const block = kindIn(planned);
    if (block === undefined) {
      throw new ProviderError("error creating Kafka Cluster: its kind is not known", { partial: null });
    }
    const name = textAt(planned, "display_name");
    const doing = `error creating Kafka Cluster "${name}"`;
    if (block === "dedicated") {
      const cku = numberAt(planned, "dedicated", "cku");
      await attempt(doing, () => checkCkus(cku, textAt(planned, "availability")), null);
    }
    const rest = controlPlane(context);
    const created = await attempt(doing, async () => rest.post(KAFKA_CLUSTERS, createBody(planned, block)), null);
    const { id = "" } = created as KafkaClusterAnswer;
    const reached = settled({ ...planned, id });
    return keeping(reached, async () => {
      await untilProvisioned(addressOf(reached), block, context);
      return attempt(`error reading Kafka Cluster "${id}"`, async () => readState(reached, context));
    });
  },

  async read(state, context) {
    return reading(`error reading Kafka Cluster "${textAt(state, "id")}"`, "isGone", async () =>
      readState(state, context),
    );
  },

  async update(planned, prior, _config, context) {
    const proposed = settled(planned);
    const address = addressOf(prior);
    return keeping(proposed, async () => {
      await sendUpdates(proposed, prior, address, context);
      return attempt(`error reading Kafka Cluster "${address.id}"`, async () => readState(proposed, context));
    });
  },

  async delete(state, context) {
    const { id, environmentId } = addressOf(state);
    const rest = controlPlane(context);
    const path = kafkaClusterPath(id, environmentId);
    await attempt(`error deleting Kafka Cluster "${id}"`, async () => rest.delete(path));
    await attempt(`error waiting for Kafka Cluster "${id}" to be deleted`, async () =>
      waitUntilGone(
        context.activity,
        DELETION,
        async () => rest.get(path),
        (refusal) => refusal.isGone,
      ),
    );
  },

  async importState(text, context) {
    const [environmentId = "", id, ...more] = text.split("/");
    if (id === undefined || more.length > 0) {
      throw new ProviderError(
        "error importing Kafka Cluster: invalid format: expected '<environment id>/<Kafka cluster id>'",
      );
    }
    const state: Values = { ...blankState(["timeouts"], []), id, environment: [{ id: environmentId }] };
    return attempt(`error importing Kafka Cluster "${id}"`, async () => readState(state, context));
  },
};
