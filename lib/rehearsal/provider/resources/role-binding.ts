import type { OperationContext, ResourceHandler, Values } from "../resource";
import { attempt, reading } from "./failures";
import { SECOND } from "./polling";
import { controlPlane } from "./rest";
import { segment } from "./url-text";
import { checkAttributes, matches } from "./validation";
import { blankState, flagAt, settled, textAt } from "./values";

const ROLE_BINDINGS = "/iam/v2/role-bindings";

/** Time until a new role binding is in effect, in milliseconds. */
const IN_EFFECT_AFTER_MS = 90 * SECOND;

interface RoleBindingAnswer {
  readonly id?: string;
  readonly principal?: string;
  readonly role_name?: string;
  readonly crn_pattern?: string;
}

const pathOf = (id: string): string => `${ROLE_BINDINGS}/${segment(id)}`;

async function readState(values: Values, context: OperationContext): Promise<Values> {
  const answer = (await controlPlane(context).get(pathOf(textAt(values, "id")))) as RoleBindingAnswer;
  return {
    ...values,
    id: answer.id ?? "",
    principal: answer.principal ?? "",
    role_name: answer.role_name ?? "",
    crn_pattern: answer.crn_pattern ?? "",
    disable_wait_for_ready: flagAt(values, "disable_wait_for_ready"),
  };
}

/** A resource name without escapes: `%3A` and `:` are the same. */
function unescaped(crn: string): string {
  try {
    return decodeURIComponent(crn);
  } catch {
    return crn;
  }
}

const isSameCrn = (one: string, other: string): boolean =>
  one !== "" && other !== "" && unescaped(one) === unescaped(other);

/** `confluent_role_binding`: waits until the role is in effect. */
export const roleBinding: ResourceHandler = {
  type: "confluent_role_binding",
  replacedBy: ["principal", "role_name", "crn_pattern"],

  validate: (config) =>
    checkAttributes(config, {
      principal: matches(/^User:.+$/, "it must match the pattern ^User:.+$"),
      crn_pattern: matches(/^crn:\/\/.+$/, "it must match the pattern ^crn://.+$"),
    }),

  plan({ prior }, { planned }) {
    const keepsCrn = prior !== null && isSameCrn(textAt(prior, "crn_pattern"), textAt(planned, "crn_pattern"));
    return {
      planned: {
        ...planned,
        disable_wait_for_ready: planned["disable_wait_for_ready"] ?? false,
        ...(keepsCrn ? { crn_pattern: textAt(prior, "crn_pattern") } : {}),
      },
    };
  },

  async create(planned, _config, context) {
    const body = {
      principal: textAt(planned, "principal"),
      role_name: textAt(planned, "role_name"),
      crn_pattern: textAt(planned, "crn_pattern"),
    };
    const doing = `error creating role binding "${body.role_name}"`;
    const rest = controlPlane(context);
    const created = await attempt(doing, async () => rest.post(ROLE_BINDINGS, body), null);
    const { id = "" } = created as RoleBindingAnswer;
    if (!flagAt(planned, "disable_wait_for_ready")) await context.activity.wait(IN_EFFECT_AFTER_MS);
    const reached = settled({ ...planned, id });
    return attempt(`error reading role binding "${id}"`, async () => readState(reached, context), reached);
  },

  async read(state, context) {
    return reading(`error reading role binding "${textAt(state, "id")}"`, "isGone", async () =>
      readState(state, context),
    );
  },

  async update(planned, prior, _config, context) {
    const proposed = settled(planned);
    const doing = `error reading role binding "${textAt(prior, "id")}"`;
    return attempt(doing, async () => readState(proposed, context), proposed);
  },

  async delete(state, context) {
    const id = textAt(state, "id");
    const rest = controlPlane(context);
    await attempt(`error deleting role binding "${id}"`, async () => rest.delete(pathOf(id)));
  },

  async importState(id, context) {
    const blank = blankState(["principal", "role_name", "crn_pattern", "disable_wait_for_ready"], []);
    return attempt(`error importing role binding "${id}"`, async () => readState({ ...blank, id }, context));
  },
};
