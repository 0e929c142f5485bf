import type { Values } from "../../resource";
import type { Provisioned } from "../networking-wait";
import { query, segment } from "../url-text";
import { textAt } from "../values";

export const ACCESSES = "/networking/v1/private-link-accesses";

export const accessPath = (id: string, environmentId: string): string =>
  `${ACCESSES}/${segment(id)}?${query({ environment: environmentId })}`;

/** Blocks of which an access has exactly one, what each holds, and the kind that the API knows it by. */
const CLOUDS = {
  aws: { member: "account", kind: "AwsPrivateLinkAccess" },
  azure: { member: "subscription", kind: "AzurePrivateLinkAccess" },
  gcp: { member: "project", kind: "GcpPrivateServiceConnectAccess" },
} as const;

type CloudBlock = keyof typeof CLOUDS;

export const ACCESS_BLOCKS = Object.keys(CLOUDS) as readonly CloudBlock[];

/** A private link access as the control plane describes it. */
export interface AccessAnswer extends Provisioned {
  readonly id?: string;
  readonly spec?: {
    readonly display_name?: string;
    readonly cloud?: Readonly<Record<string, string>>;
    readonly network?: { readonly id?: string };
    readonly environment?: { readonly id?: string };
  };
}

/** The one who is let in, as a request says it. */
export function accessCloud(values: Values): Readonly<Record<string, string>> | undefined {
  const block = ACCESS_BLOCKS.find((name) => textAt(values, name, CLOUDS[name].member) !== "");
  if (block === undefined) return undefined;
  const { member, kind } = CLOUDS[block];
  return { kind, [member]: textAt(values, block, member) };
}

/** What a state holds of an access. */
export function accessState({ id, spec = {} }: AccessAnswer): Values {
  const { cloud = {} } = spec;
  const blocks = ACCESS_BLOCKS.map((block): [string, Values[]] => {
    const { member, kind } = CLOUDS[block];
    const isThis = cloud["kind"]?.replace("networking.v1.", "") === kind;
    return [block, isThis ? [{ [member]: cloud[member] ?? "" }] : []];
  });
  return {
    id: id ?? "",
    display_name: spec.display_name ?? "",
    ...(Object.fromEntries(blocks) as Values),
    network: [{ id: spec.network?.id ?? "" }],
    environment: [{ id: spec.environment?.id ?? "" }],
  };
}
