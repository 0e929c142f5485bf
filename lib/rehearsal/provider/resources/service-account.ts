import type { OperationContext, ResourceHandler, Values } from "../resource";
import { attempt, reading } from "./failures";
import { controlPlane } from "./rest";
import { segment } from "./url-text";
import { checkAttributes, isNotEmpty } from "./validation";
import { isChanged, settled, textAt, blankState } from "./values";

const SERVICE_ACCOUNTS = "/iam/v2/service-accounts";

interface ServiceAccountAnswer {
  readonly id?: string;
  readonly api_version?: string;
  readonly kind?: string;
  readonly display_name?: string;
  readonly description?: string;
}

const pathOf = (id: string): string => `${SERVICE_ACCOUNTS}/${segment(id)}`;

async function readState(values: Values, context: OperationContext): Promise<Values> {
  const answer = (await controlPlane(context).get(pathOf(textAt(values, "id")))) as ServiceAccountAnswer;
  return {
    ...values,
    id: answer.id ?? "",
    api_version: answer.api_version ?? "",
    kind: answer.kind ?? "",
    display_name: answer.display_name ?? "",
    description: answer.description ?? "",
  };
}

/** `confluent_service_account`. */
export const serviceAccount: ResourceHandler = {
  type: "confluent_service_account",
  replacedBy: [],

  validate: (config) => checkAttributes(config, { display_name: isNotEmpty }),

  /** An empty description counts as none, and none keeps what there is. */
  plan({ prior }, { planned }) {
    if (prior === null || planned["description"] !== "") return { planned };
    return { planned: { ...planned, description: prior["description"] ?? null } };
  },

  async create(planned, _config, context) {
    const description = textAt(planned, "description");
    const body = {
      display_name: textAt(planned, "display_name"),
      ...(description === "" ? {} : { description }),
    };
    const doing = `error creating service account "${body.display_name}"`;
    const rest = controlPlane(context);
    const created = await attempt(doing, async () => rest.post(SERVICE_ACCOUNTS, body), null);
    const { id = "" } = created as ServiceAccountAnswer;
    const reached = settled({ ...planned, id });
    return attempt(`error reading service account "${id}"`, async () => readState(reached, context), reached);
  },

  async read(state, context) {
    return reading(`error reading service account "${textAt(state, "id")}"`, "isGone", async () =>
      readState(state, context),
    );
  },

  async update(planned, prior, _config, context) {
    const proposed = settled(planned);
    const changed = ["display_name", "description"].filter((name) => isChanged(proposed, prior, name));
    const body = Object.fromEntries(changed.map((name) => [name, textAt(proposed, name)]));
    const id = textAt(prior, "id");
    const rest = controlPlane(context);
    await attempt(`error updating service account "${id}"`, async () => rest.patch(pathOf(id), body), proposed);
    return attempt(`error reading service account "${id}"`, async () => readState(proposed, context), proposed);
  },

  async delete(state, context) {
    const id = textAt(state, "id");
    const rest = controlPlane(context);
    await attempt(`error deleting service account "${id}"`, async () => rest.delete(pathOf(id)));
  },

  async importState(id, context) {
    const blank = blankState(["api_version", "kind", "display_name", "description"], []);
    return attempt(`error importing service account "${id}"`, async () => readState({ ...blank, id }, context));
  },
};
