import { ACL_OPERATIONS, ACL_PATTERN_TYPES, ACL_RESOURCE_TYPES } from "../../../model/acl-words";
import { ProviderError, type OperationContext, type ResourceHandler, type Values } from "../resource";
import { checkCredentials } from "./credentials";
import { attempt, keeping, reading } from "./failures";
import { importedKafkaCluster, kafkaClusterOf, ownAccess } from "./kafka-access";
import { WRITE_PAUSE_MS } from "./polling";
import { kafkaPath, kafkaRest, type KafkaCluster } from "./rest";
import { query } from "./url-text";
import { checkAttributes, checkBlock, isKafkaClusterId, isOneOf, isRestEndpoint } from "./validation";
import { blankState, settled, textAt } from "./values";

/** Members of an ACL, in the order of its id. */
const MEMBERS = ["resource_type", "resource_name", "pattern_type", "principal", "host", "operation", "permission"];

// Words of queries that the provider's check lets through; the API refuses them for an ACL.
const OF_QUERIES = ["UNKNOWN", "ANY"];

const isResourceType = isOneOf([...OF_QUERIES, ...ACL_RESOURCE_TYPES]);
const isPatternType = isOneOf([...OF_QUERIES, "MATCH", ...ACL_PATTERN_TYPES]);
const isPermission = isOneOf([...OF_QUERIES, "DENY", "ALLOW"]);
const isOperation = isOneOf([...OF_QUERIES, ...ACL_OPERATIONS]);

type Acl = Readonly<Record<string, string>>;

const aclIn = (values: Values): Acl => Object.fromEntries(MEMBERS.map((name) => [name, textAt(values, name)]));

const identityOf = (cluster: KafkaCluster, acl: Acl): string =>
  `${cluster.id}/${MEMBERS.map((name) => acl[name] ?? "").join("#")}`;

const aclPath = (cluster: KafkaCluster, acl: Acl): string => `${kafkaPath(cluster, "acls")}?${query(acl)}`;

/** The state after a read; `null` when no such ACL exists. The principal is not taken from the answer. */
async function readState(values: Values, cluster: KafkaCluster, context: OperationContext): Promise<Values | null> {
  const acl = aclIn(values);
  const list = (await kafkaRest(context, cluster).get(aclPath(cluster, acl))) as {
    readonly data?: readonly Readonly<Record<string, string>>[];
  };
  const [match, ...more] = list.data ?? [];
  if (match === undefined) return null;
  if (more.length > 0) throw new Error("more than one ACL matches");
  const members = MEMBERS.filter((name) => name !== "principal").map((name) => [name, match[name] ?? ""]);
  return {
    ...values,
    ...(Object.fromEntries(members) as Values),
    ...ownAccess(cluster, context),
    id: identityOf(cluster, acl),
  };
}

async function readExisting(values: Values, cluster: KafkaCluster, context: OperationContext): Promise<Values> {
  const state = await readState(values, cluster, context);
  if (state === null) throw new Error("no ACL matches");
  return state;
}

const read = async (values: Values, context: OperationContext): Promise<Values> =>
  attempt("error reading Kafka ACLs", async () => readExisting(values, kafkaClusterOf(values, context), context));

/** `confluent_kafka_acl`: one ACL. */
export const acl: ResourceHandler = {
  type: "confluent_kafka_acl",
  replacedBy: ["kafka_cluster.0.id", "rest_endpoint", ...MEMBERS],

  validate: (config) => [
    ...checkAttributes(config, {
      resource_type: isResourceType,
      pattern_type: isPatternType,
      operation: isOperation,
      permission: isPermission,
      rest_endpoint: isRestEndpoint,
    }),
    ...checkBlock(config, "kafka_cluster", (cluster, path) => checkAttributes(cluster, { id: isKafkaClusterId }, path)),
    ...checkCredentials(config),
  ],

  async create(planned, _config, context) {
    const doing = "error creating Kafka ACLs";
    const cluster = await attempt(doing, () => kafkaClusterOf(planned, context), null);
    const body = aclIn(planned);
    await attempt(doing, async () => kafkaRest(context, cluster).post(kafkaPath(cluster, "acls"), body), null);
    await context.activity.wait(WRITE_PAUSE_MS);
    const reached = settled({ ...planned, id: identityOf(cluster, body) });
    return keeping(reached, async () => read(reached, context));
  },

  async read(state, context) {
    return reading("error reading Kafka ACLs", "isNotFound", async () =>
      readState(state, kafkaClusterOf(state, context), context),
    );
  },

  async update(planned, _prior, _config, context) {
    const proposed = settled(planned);
    return keeping(proposed, async () => read(proposed, context));
  },

  async delete(state, context) {
    await attempt(`error deleting Kafka ACLs "${textAt(state, "id")}"`, async () => {
      const cluster = kafkaClusterOf(state, context);
      await kafkaRest(context, cluster).delete(aclPath(cluster, aclIn(state)));
    });
  },

  async importState(id, context) {
    const [clusterId = "", serialised, ...more] = id.split("/");
    const members = serialised?.split("#") ?? [];
    if (more.length > 0 || members.length !== MEMBERS.length) {
      throw new ProviderError(
        "error importing Kafka ACLs: invalid format: expected '<Kafka cluster id>/<resource type>#<resource name>#" +
          "<pattern type>#<principal>#<host>#<operation>#<permission>'",
      );
    }
    const state = {
      ...blankState(["id", "rest_endpoint"], ["kafka_cluster", "credentials"]),
      ...Object.fromEntries(MEMBERS.map((name, index) => [name, members[index] ?? ""])),
    };
    return attempt(`error importing Kafka ACLs "${id}"`, async () =>
      readExisting(state, importedKafkaCluster(clusterId, context), context),
    );
  },
};
