import type { OperationContext, ResourceHandler, Values } from "../../resource";
import { waitUntilGone } from "../deletion";
import { attempt, keeping, reading } from "../failures";
import { networkingImportId } from "../networking-import";
import { waitUntilReady } from "../networking-wait";
import { HOUR, MINUTE } from "../polling";
import { isNetworkId, objectReference } from "../references";
import { controlPlane } from "../rest";
import { segment } from "../url-text";
import { checkAttributes, checkBlock, checkExactlyOne, matches } from "../validation";
import { blankState, settled, textAt } from "../values";
import { ACCESS_BLOCKS, ACCESSES, accessCloud, accessPath, accessState, type AccessAnswer } from "./answer";

const DELETION = { delayMs: MINUTE, intervalMs: MINUTE, timeoutMs: 5 * HOUR };

const pathOf = (values: Values): string => accessPath(textAt(values, "id"), textAt(values, "environment", "id"));

async function readAccess(values: Values, context: OperationContext): Promise<AccessAnswer> {
  return (await controlPlane(context).get(pathOf(values))) as AccessAnswer;
}

async function readState(values: Values, context: OperationContext): Promise<Values> {
  return { ...values, ...accessState(await readAccess(values, context)) };
}

function createBody(values: Values) {
  const [name, cloud] = [textAt(values, "display_name"), accessCloud(values)];
  return {
    spec: {
      ...(name === "" ? {} : { display_name: name }),
      ...(cloud === undefined ? {} : { cloud }),
      environment: objectReference(textAt(values, "environment", "id")),
      network: objectReference(textAt(values, "network", "id")),
    },
  };
}

/** `confluent_private_link_access`: waits until the access is READY, and until a deleted one is gone. */
export const privateLinkAccess: ResourceHandler = {
  type: "confluent_private_link_access",
  replacedBy: ["aws", "azure", "gcp", "network.0.id", "environment.0.id"],

  validate: (config) => [
    ...checkExactlyOne(config, ACCESS_BLOCKS),
    ...checkBlock(config, "aws", (item, path) =>
      checkAttributes(item, { account: matches(/^\d{12}$/, "an AWS account has exactly 12 digits") }, path),
    ),
    ...checkBlock(config, "network", (item, path) => checkAttributes(item, { id: isNetworkId }, path)),
  ],

  async create(planned, _config, context) {
    const wanted = settled(planned);
    const rest = controlPlane(context);
    const { id = "" } = (await attempt(
      `error creating Private Link Access ""`,
      async () => rest.post(ACCESSES, createBody(wanted)),
      null,
    )) as AccessAnswer;
    const reached = { ...wanted, id };
    return keeping(reached, async () => {
      await attempt(`error waiting for Private Link Access "${id}" to provision`, async () =>
        waitUntilReady(context.activity, async () => readAccess(reached, context)),
      );
      return attempt(`error reading Private Link Access "${id}"`, async () => readState(reached, context));
    });
  },

  async read(state, context) {
    return reading(`error reading Private Link Access "${textAt(state, "id")}"`, "isGone", async () =>
      readState(state, context),
    );
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
      await attempt(`error updating Private Link Access "${id}"`, async () =>
        controlPlane(context).patch(`${ACCESSES}/${segment(id)}`, body),
      );
      return attempt(`error reading Private Link Access "${id}"`, async () => readState(proposed, context));
    });
  },

  async delete(state, context) {
    const id = textAt(state, "id");
    const rest = controlPlane(context);
    const path = pathOf(state);
    await attempt(`error deleting Private Link Access "${id}"`, async () => rest.delete(path));
    await attempt(`error waiting for Private Link Access "${id}" to be deleted`, async () =>
      waitUntilGone(
        context.activity,
        DELETION,
        async () => rest.get(path),
        (refusal) => refusal.isGone,
      ),
    );
  },

  async importState(importId, context) {
    const { id, environmentId } = networkingImportId("Private Link Access", importId);
    const state = { ...blankState(["timeouts"], []), id, environment: [{ id: environmentId }] };
    return attempt(`error importing Private Link Access "${id}"`, async () => readState(state, context));
  },
};
