import { ProviderError, type OperationContext, type ResourceHandler, type Values } from "../../resource";
import { credentialsBlock } from "../credentials";
import { waitUntilGone } from "../deletion";
import { attempt, keeping, reading } from "../failures";
import { HOUR, MINUTE, SECOND, WRITE_PAUSE_MS } from "../polling";
import { kafkaPath, kafkaRest } from "../rest";
import { query } from "../url-text";
import { blankState, isChanged, orNull, settled, textAt, textMapAt } from "../values";
import { objectionTo, validateLink } from "./checks";
import { importedBlocks, partsOfImportId } from "./importing";
import { readLink, type ReadLink } from "./reading";
import { credentialEntries, entriesOf, linkRequest, type ConfigEntry } from "./request";
import { blockOf, clusterIn, hostIn, partiesOf, roleWithoutCredentials, ROLES } from "./roles";

const DELETION = { delayMs: 10 * SECOND, intervalMs: MINUTE, timeoutMs: HOUR };

const identityOf = (clusterId: string, linkName: string): string => `${clusterId}/${linkName}`;

/** The state after a read. Modes, endpoints and credentials are not read: they stay as they were. */
function stateAfter(values: Values, link: ReadLink): Values {
  const linkMode = textAt(values, "link_mode");
  const without = roleWithoutCredentials(linkMode, textAt(values, "connection_mode"));
  const blocks = partiesOf(linkMode).map((role) => {
    const { id, restEndpoint, bootstrapEndpoint, key, secret } = clusterIn(values, role);
    const block = {
      id,
      rest_endpoint: orNull(restEndpoint),
      bootstrap_endpoint: orNull(bootstrapEndpoint),
      credentials: role === without ? [] : credentialsBlock(key, secret),
    };
    return [blockOf(role), [block]] as const;
  });
  return {
    ...values,
    ...Object.fromEntries(blocks),
    link_name: link.linkName,
    cluster_link_id: link.clusterLinkId,
    config: link.config,
    id: identityOf(hostIn(values).id, link.linkName),
  };
}

async function readState(values: Values, context: OperationContext): Promise<Values> {
  const host = hostIn(values);
  return stateAfter(values, await readLink(kafkaRest(context, host), host, textAt(values, "link_name")));
}

const read = async (values: Values, context: OperationContext): Promise<Values> =>
  attempt("error reading Cluster Link", async () => readState(values, context));

async function alter(values: Values, data: readonly ConfigEntry[], context: OperationContext): Promise<void> {
  const host = hostIn(values);
  const path = kafkaPath(host, "links", textAt(values, "link_name"));
  await kafkaRest(context, host).put(`${path}/configs:alter`, { data });
}

async function updateCredentials(planned: Values, context: OperationContext): Promise<void> {
  const entries = credentialEntries(linkRequest(planned));
  if (entries.length === 0) throw new ProviderError("error updating Cluster Link: len(credentialConfigs) is 0");
  const data = entries.map((entry) => ({ ...entry, operation: "SET" }));
  await attempt("error updating Cluster Link", async () => alter(planned, data, context));
  await context.activity.wait(WRITE_PAUSE_MS);
}

async function updateConfig(planned: Values, prior: Values, context: OperationContext): Promise<void> {
  const config = textMapAt(planned, "config");
  if (Object.keys(textMapAt(prior, "config")).some((key) => config[key] === undefined)) {
    throw new ProviderError(
      `error updating Cluster Link "${textAt(prior, "id")}": reset to cluster link setting's default value operation ` +
        `(an entry of "config" was removed) is not supported at the moment. Set the default value explicitly instead.`,
    );
  }
  await attempt("error updating Cluster Link Config", async () => alter(planned, entriesOf(config), context));
  await context.activity.wait(WRITE_PAUSE_MS);
}

/** `confluent_cluster_link`: one object of a link, on the cluster that hosts it. */
export const clusterLink: ResourceHandler = {
  type: "confluent_cluster_link",
  replacedBy: [
    "link_name",
    "link_mode",
    "connection_mode",
    ...ROLES.map(blockOf).flatMap((block) =>
      ["id", "rest_endpoint", "bootstrap_endpoint"].map((name) => `${block}.0.${name}`),
    ),
  ],

  validate: validateLink,

  plan: (_request, { planned }) => ({
    planned: {
      ...planned,
      link_mode: planned["link_mode"] ?? "DESTINATION",
      connection_mode: planned["connection_mode"] ?? "OUTBOUND",
    },
  }),

  async create(planned, _config, context) {
    const doing = "error creating Cluster Link";
    const objection = objectionTo(planned);
    if (objection !== undefined) throw new ProviderError(`${doing}: ${objection}`, { partial: null });
    const host = hostIn(planned);
    const linkName = textAt(planned, "link_name");
    const path = `${kafkaPath(host, "links")}?${query({ link_name: linkName })}`;
    await attempt(doing, async () => kafkaRest(context, host).post(path, linkRequest(planned)), null);
    await context.activity.wait(WRITE_PAUSE_MS);
    const reached = settled({ ...planned, id: identityOf(host.id, linkName) });
    return keeping(reached, async () => read(reached, context));
  },

  async read(state, context) {
    return reading("error reading Cluster Link", "isNotFound", async () => readState(state, context));
  },

  async update(planned, prior, _config, context) {
    const proposed = settled(planned);
    return keeping(proposed, async () => {
      if (ROLES.some((role) => isChanged(proposed, prior, blockOf(role), "credentials"))) {
        await updateCredentials(proposed, context);
      }
      if (isChanged(proposed, prior, "config")) await updateConfig(proposed, prior, context);
      return read(proposed, context);
    });
  },

  async delete(state, context) {
    const host = hostIn(state);
    const rest = kafkaRest(context, host);
    const path = kafkaPath(host, "links", textAt(state, "link_name"));
    const id = textAt(state, "id");
    await attempt(`error deleting Cluster Link "${id}"`, async () => rest.delete(path));
    await attempt(`error waiting for Cluster Link "${id}" to be deleted`, async () =>
      waitUntilGone(context.activity, DELETION, async () => rest.get(path)),
    );
  },

  async importState(id, context) {
    const { linkName, linkMode, connectionMode, ids } = partsOfImportId(id);
    const state = {
      ...blankState(["id", "cluster_link_id", "config"], ROLES.map(blockOf)),
      link_name: linkName,
      link_mode: linkMode,
      connection_mode: connectionMode,
      ...importedBlocks(partiesOf(linkMode), ids, context.environment),
    };
    return attempt(`error importing Cluster Link "${id}"`, async () => readState(state, context));
  },
};
