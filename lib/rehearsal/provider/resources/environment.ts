import type { OperationContext, ResourceHandler, Values } from "../resource";
import { attempt, reading } from "./failures";
import { controlPlane } from "./rest";
import { segment } from "./url-text";
import { checkAttributes, checkBlock, isNotEmpty, isOneOf } from "./validation";
import { blankState, blocksAt, isChanged, settled, textAt } from "./values";

const ENVIRONMENTS = "/org/v2/environments";

/** An environment as the control plane describes it. */
export interface EnvironmentAnswer {
  readonly id?: string;
  readonly display_name?: string;
  readonly metadata?: { readonly resource_name?: string };
  readonly stream_governance_config?: { readonly package?: string } | null;
}

export const environmentPath = (id: string): string => `${ENVIRONMENTS}/${segment(id)}`;

/** What a state holds of an environment. */
export const environmentState = ({ id, display_name, metadata, ...rest }: EnvironmentAnswer): Values => ({
  id: id ?? "",
  display_name: display_name ?? "",
  resource_name: metadata?.resource_name ?? "",
  stream_governance: [{ package: rest.stream_governance_config?.package ?? "" }],
});

async function readState(values: Values, context: OperationContext): Promise<Values> {
  const answer = await controlPlane(context).get(environmentPath(textAt(values, "id")));
  return { ...values, ...environmentState(answer as EnvironmentAnswer) };
}

const packageIn = (values: Values): string => textAt(values, "stream_governance", "package");

const governance = (values: Values) => ({ stream_governance_config: { package: packageIn(values) } });

/** `confluent_environment`. */
export const environment: ResourceHandler = {
  type: "confluent_environment",
  replacedBy: [],

  validate: (config) => [
    ...checkAttributes(config, { display_name: isNotEmpty }),
    ...checkBlock(config, "stream_governance", (item, path) =>
      checkAttributes(item, { package: isOneOf(["ESSENTIALS", "ADVANCED"]) }, path),
    ),
  ],

  plan({ prior, config }, { planned }) {
    if (prior === null || blocksAt(config, "stream_governance").length > 0) return { planned };
    return { planned: { ...planned, stream_governance: prior["stream_governance"] ?? [] } };
  },

  async create(planned, _config, context) {
    const body = {
      display_name: textAt(planned, "display_name"),
      ...(packageIn(planned) === "" ? {} : governance(planned)),
    };
    const doing = `error creating Environment "${body.display_name}"`;
    const rest = controlPlane(context);
    const { id = "" } = (await attempt(doing, async () => rest.post(ENVIRONMENTS, body), null)) as EnvironmentAnswer;
    const reached = settled({ ...planned, id });
    return attempt(`error reading Environment "${id}"`, async () => readState(reached, context), reached);
  },

  async read(state, context) {
    return reading(`error reading Environment "${textAt(state, "id")}"`, "isGone", async () =>
      readState(state, context),
    );
  },

  async update(planned, prior, _config, context) {
    const proposed = settled(planned);
    const body = {
      ...(isChanged(proposed, prior, "display_name") ? { display_name: textAt(proposed, "display_name") } : {}),
      ...(packageIn(proposed) === packageIn(prior) ? {} : governance(proposed)),
    };
    const id = textAt(prior, "id");
    const rest = controlPlane(context);
    await attempt(`error updating Environment "${id}"`, async () => rest.patch(environmentPath(id), body), proposed);
    return attempt(`error reading Environment "${id}"`, async () => readState(proposed, context), proposed);
  },

  async delete(state, context) {
    const id = textAt(state, "id");
    const rest = controlPlane(context);
    await attempt(`error deleting Environment "${id}"`, async () => rest.delete(environmentPath(id)));
  },

  async importState(id, context) {
    const blank = blankState(["display_name", "resource_name"], ["stream_governance"]);
    return attempt(`error importing Environment "${id}"`, async () => readState({ ...blank, id }, context));
  },
};
