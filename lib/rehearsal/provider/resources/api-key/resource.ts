import {
  ProviderError,
  type Diagnostic,
  type OperationContext,
  type ResourceHandler,
  type Values,
} from "../../resource";
import { attempt, reading } from "../failures";
import { controlPlane } from "../rest";
import { segment } from "../url-text";
import { checkAttributes, checkBlock, isNotEmpty, isOneOf, matches } from "../validation";
import { blankState, blocksAt, flagAt, isChanged, orNull, settled, textAt } from "../values";
import type { ApiKeyAnswer } from "./answer";
import { untilKeyWorks } from "./synchronisation";

const API_KEYS = "/iam/v2/api-keys";

const RESOURCE_VERSIONS = ["cmk/v2", "srcm/v2", "srcm/v3", "ksqldbcm/v2", "fcpm/v2", "tableflow/v1", "global/v1"];

/** Versions that a request names; the API finds out the others. */
const SENT_VERSIONS = ["fcpm/v2", "tableflow/v1", "global/v1"];

const pathOf = (id: string): string => `${API_KEYS}/${segment(id)}`;

const environmentIn = (values: Values): string => textAt(values, "managed_resource", "environment", "id");

function validate(config: Values): readonly Diagnostic[] {
  return [
    ...checkAttributes(config, { display_name: isNotEmpty, description: isNotEmpty }),
    ...checkBlock(config, "owner", (owner, path) =>
      checkAttributes(
        owner,
        {
          id: matches(/^(u-|sa-)/, "the id of an owner starts with 'u-' or 'sa-'"),
          kind: isOneOf(["ServiceAccount", "User"]),
          api_version: isOneOf(["iam/v2"]),
        },
        path,
      ),
    ),
    ...checkBlock(config, "managed_resource", (resource, path) =>
      checkAttributes(
        resource,
        {
          id: isNotEmpty,
          kind: isOneOf(["Cluster", "Region", "Tableflow", "Global"]),
          api_version: isOneOf(RESOURCE_VERSIONS),
        },
        path,
      ),
    ),
  ];
}

/** A reference as the client writes it, with members that say nothing. */
const reference = (members: Readonly<Record<string, string>>) => ({ ...members, related: "", resource_name: "" });

function createBody(planned: Values) {
  const version = textAt(planned, "managed_resource", "api_version");
  const resource = reference({
    id: textAt(planned, "managed_resource", "id"),
    kind: textAt(planned, "managed_resource", "kind"),
    ...(SENT_VERSIONS.includes(version) ? { api_version: version } : {}),
    ...(version === "fcpm/v2" ? { environment: environmentIn(planned) } : {}),
  });
  return {
    spec: {
      display_name: textAt(planned, "display_name"),
      description: textAt(planned, "description"),
      owner: reference({ id: textAt(planned, "owner", "id"), kind: textAt(planned, "owner", "kind") }),
      ...(blocksAt(planned, "managed_resource").length > 0 ? { resource } : {}),
    },
  };
}

function stateAfter(values: Values, { id = "", spec = {} }: ApiKeyAnswer): Values {
  const { owner = {}, resource = {} } = spec;
  const environmentId = environmentIn(values);
  const managed = {
    id: resource.id ?? "",
    kind: ["SchemaRegistry", "ksqlDB"].includes(resource.kind ?? "") ? "Cluster" : (resource.kind ?? ""),
    api_version: resource.api_version ?? "",
    environment: environmentId === "" ? [] : [{ id: environmentId }],
  };
  return {
    ...values,
    id,
    display_name: orNull(spec.display_name ?? ""),
    description: orNull(spec.description ?? ""),
    owner: [{ id: owner.id ?? "", kind: owner.kind ?? "", api_version: owner.api_version ?? "" }],
    ...(resource.kind?.toLowerCase() === "cloud" ? {} : { managed_resource: [managed] }),
    disable_wait_for_ready: flagAt(values, "disable_wait_for_ready"),
  };
}

async function readState(values: Values, context: OperationContext): Promise<Values> {
  const answer = await controlPlane(context).get(pathOf(textAt(values, "id")));
  return stateAfter(values, answer as ApiKeyAnswer);
}

const groupOf = (version: string): string | undefined => version.split("/")[0];

/** Keeps the version of a resource's API when only its number differs. */
function withoutVersionChange(prior: Values, planned: Values): Values {
  const [from, to] = [prior, planned].map((values) => textAt(values, "managed_resource", "api_version"));
  if (from === undefined || to === undefined || from === to || groupOf(from) !== groupOf(to)) return planned;
  const resources = blocksAt(planned, "managed_resource").map((resource) => ({ ...resource, api_version: from }));
  return { ...planned, managed_resource: resources };
}

/** `confluent_api_key`: waits until the key works. */
export const apiKey: ResourceHandler = {
  type: "confluent_api_key",
  replacedBy: [
    "owner.0.id",
    "owner.0.kind",
    "owner.0.api_version",
    "managed_resource.0.id",
    "managed_resource.0.kind",
    "managed_resource.0.api_version",
    "managed_resource.0.environment.0.id",
  ],

  validate,

  plan({ prior }, { planned }) {
    const kept = prior === null ? planned : withoutVersionChange(prior, planned);
    return { planned: { ...kept, disable_wait_for_ready: kept["disable_wait_for_ready"] ?? false } };
  },

  async create(planned, _config, context) {
    const rest = controlPlane(context);
    const created = (await attempt(
      "error creating API Key",
      async () => rest.post(API_KEYS, createBody(planned)),
      null,
    )) as ApiKeyAnswer;
    const { id: key = "", spec: { secret = "", resource } = {} } = created;
    if (key === "" || secret === "") {
      throw new ProviderError("Created API Key is malformed: it has no id or no secret", { partial: null });
    }
    if (!flagAt(planned, "disable_wait_for_ready")) {
      const isForResource = blocksAt(planned, "managed_resource").length > 0;
      const newKey = { key, secret, environmentId: environmentIn(planned), ...(isForResource ? { resource } : {}) };
      // Nothing is kept after an error here: the key exists, and no state knows it.
      await attempt(`error creating API Key "${key}"`, async () => untilKeyWorks(newKey, context), null);
    }
    const reached = settled({ ...planned, id: key, secret });
    return attempt(`error reading API Key "${key}"`, async () => readState(reached, context), reached);
  },

  async read(state, context) {
    return reading(`error reading API Key "${textAt(state, "id")}"`, "isGone", async () => readState(state, context));
  },

  async update(planned, prior, _config, context) {
    const proposed = settled(planned);
    const id = textAt(prior, "id");
    const changed = ["display_name", "description"].filter((name) => isChanged(proposed, prior, name));
    if (changed.length > 0) {
      const spec = Object.fromEntries(changed.map((name) => [name, textAt(proposed, name)]));
      const rest = controlPlane(context);
      await attempt(`error updating API Key "${id}"`, async () => rest.patch(pathOf(id), { spec }), proposed);
    }
    return attempt(`error reading API Key "${id}"`, async () => readState(proposed, context), proposed);
  },

  async delete(state, context) {
    const id = textAt(state, "id");
    const rest = controlPlane(context);
    await attempt(`error deleting API Key "${id}"`, async () => rest.delete(pathOf(id)));
  },

  async importState(text, context) {
    const secret = context.environment["API_KEY_SECRET"] ?? "";
    if (secret === "") {
      throw new ProviderError(
        `error importing API Key "${text}": the environment variable API_KEY_SECRET must hold its secret`,
      );
    }
    const parts = text.split("/");
    if (parts.length > 2) {
      throw new ProviderError(
        "error importing API Key: invalid format: expected '<environment id>/<API key>', or '<API key>' for a Cloud API key",
      );
    }
    const [environmentId, id = ""] = parts.length === 2 ? parts : [undefined, text];
    const state: Values = {
      ...blankState(["display_name", "description", "disable_wait_for_ready"], ["owner", "managed_resource"]),
      ...(environmentId === undefined ? {} : { managed_resource: [{ environment: [{ id: environmentId }] }] }),
      id,
      secret,
    };
    return attempt(`error importing API Key "${id}"`, async () => readState(state, context));
  },
};
