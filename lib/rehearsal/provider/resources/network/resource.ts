import { UNKNOWN, type OperationContext, type ResourceHandler, type Value, type Values } from "../../resource";
import { attempt, keeping, reading } from "../failures";
import { keptBlocks } from "../kept-blocks";
import { networkingImportId } from "../networking-import";
import { waitUntilReady } from "../networking-wait";
import { objectReference } from "../references";
import { controlPlane } from "../rest";
import { segment } from "../url-text";
import { checkAttributes, isNotEmpty, isOneOf, matches } from "../validation";
import { blankState, blocksAt, settled, textAt, textsAt } from "../values";
import { NETWORKS, networkPath, type NetworkAnswer } from "./answer";
import { checkNetwork, networkBody } from "./request";
import { CLOUD_BLOCKS, networkState } from "./state";

/** Blocks that the API fills in where the configuration leaves them out. */
const COMPUTED_BLOCKS = [...CLOUD_BLOCKS, "dns_config", "zone_info"];

async function readNetwork(values: Values, context: OperationContext): Promise<NetworkAnswer> {
  const path = networkPath(textAt(values, "id"), textAt(values, "environment", "id"));
  return (await controlPlane(context).get(path)) as NetworkAnswer;
}

async function readState(values: Values, context: OperationContext): Promise<Values> {
  return { ...values, ...networkState(await readNetwork(values, context)) };
}

/** Zones in another order are the same zones. */
function plannedZones(planned: Values, prior: Values): Value {
  const [wanted, there] = [textsAt(planned, "zones"), textsAt(prior, "zones")];
  const isSame = wanted.length === there.length && there.every((zone) => wanted.includes(zone));
  return (isSame ? prior["zones"] : planned["zones"]) ?? null;
}

/** `confluent_network`: waits until the network is READY, and not until a deleted one is gone. */
export const network: ResourceHandler = {
  type: "confluent_network",
  replacedBy: [
    "cloud",
    "region",
    "connection_types",
    "cidr",
    "reserved_cidr",
    "zones",
    "zone_info",
    "dns_config.0.resolution",
    "environment.0.id",
  ],

  validate: (config) =>
    checkAttributes(config, {
      cloud: isOneOf(["AWS", "AZURE", "GCP"]),
      region: isNotEmpty,
      cidr: matches(/^\d+\.\d+\.\d+\.\d+\/16$/, "the address range has to be a /16"),
      reserved_cidr: matches(/^\d+\.\d+\.\d+\.\d+\/24$/, "the address range has to be a /24"),
    }),

  plan({ prior, config }, { planned }) {
    if (prior === null) {
      const open = COMPUTED_BLOCKS.filter((name) => blocksAt(config, name).length === 0);
      return { planned: { ...planned, ...Object.fromEntries(open.map((name) => [name, UNKNOWN])) } };
    }
    return {
      planned: { ...planned, ...keptBlocks(config, prior, COMPUTED_BLOCKS), zones: plannedZones(planned, prior) },
    };
  },

  async create(planned, _config, context) {
    const wanted = settled(planned);
    await attempt("error creating Network", () => checkNetwork(wanted), null);
    const rest = controlPlane(context);
    const { id = "" } = (await attempt(
      `error creating Network ""`,
      async () => rest.post(NETWORKS, networkBody(wanted)),
      null,
    )) as NetworkAnswer;
    const reached = { ...wanted, id };
    return keeping(reached, async () => {
      await attempt(`error waiting for Network "${id}" to provision`, async () =>
        waitUntilReady(context.activity, async () => readNetwork(reached, context)),
      );
      return attempt(`error reading Network "${id}"`, async () => readState(reached, context));
    });
  },

  async read(state, context) {
    return reading(`error reading Network "${textAt(state, "id")}"`, "isGone", async () => readState(state, context));
  },

  async update(planned, prior, _config, context) {
    const proposed = settled(planned);
    const id = textAt(prior, "id");
    const body = {
      spec: {
        display_name: textAt(proposed, "display_name"),
        environment: objectReference(textAt(prior, "environment", "id")),
      },
    };
    return keeping(proposed, async () => {
      await attempt(`error updating Network "${id}"`, async () =>
        controlPlane(context).patch(`${NETWORKS}/${segment(id)}`, body),
      );
      return attempt(`error reading Network "${id}"`, async () => readState(proposed, context));
    });
  },

  async delete(state, context) {
    const id = textAt(state, "id");
    const path = networkPath(id, textAt(state, "environment", "id"));
    await attempt(`error deleting Network "${id}"`, async () => controlPlane(context).delete(path));
  },

  async importState(importId, context) {
    const { id, environmentId } = networkingImportId("Network", importId);
    const state = { ...blankState(["timeouts"], []), id, environment: [{ id: environmentId }] };
    return attempt(`error importing Network "${id}"`, async () => readState(state, context));
  },
};
