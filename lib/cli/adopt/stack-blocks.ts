import { HALF_MODES, type ClusterRole, type HalfMode } from "../../model/link-mode";
import type { StackJson } from "../../rehearsal/terraform/stack-json";
import { credentialNames, type KeyNames } from "../access/key-names";

/** One cluster as a block of a stack's JSON names it. A value that only Terraform knows is left out. */
export interface ClusterBlock {
  readonly id?: string;
  readonly restEndpoint?: string;
  readonly bootstrapEndpoint?: string;
  /** Which endpoint the block has, known or not. */
  readonly endpoint: "REST_ENDPOINT" | "BOOTSTRAP_ENDPOINT";
  readonly credentials: "none" | "elsewhere" | KeyNames;
}

/** A `confluent_cluster_link` of a stack. */
export interface LinkBlock {
  readonly linkName: string;
  readonly mode: HalfMode;
  readonly host: ClusterBlock;
  readonly peer: ClusterBlock;
  /** `undefined` for a half that carries no settings; a value that only Terraform knows is `null`. */
  readonly config: Readonly<Record<string, string | null>> | undefined;
}

type Block = Readonly<Record<string, unknown>>;

/** The block of an address like `confluent_cluster_link.link`. */
export function blockAt(stack: StackJson, address: string): Block | undefined {
  const [type = "", name = ""] = address.split(".");
  return stack.resource?.[type]?.[name] as Block | undefined;
}

/** The text of a value, unless only Terraform knows it. */
export function literal(value: unknown): string | undefined {
  if (typeof value !== "string" || /(?<!\$)\$\{|(?<!%)%\{/u.test(value)) return undefined;
  return value.replaceAll("$${", "${").replaceAll("%%{", "%{");
}

/** Reads a block that stands for one cluster. */
export function clusterBlock(value: unknown): ClusterBlock {
  const block = (Array.isArray(value) ? (value as unknown[])[0] : value) as Block | undefined;
  const [id, rest, bootstrap] = ["id", "rest_endpoint", "bootstrap_endpoint"].map((name) => literal(block?.[name]));
  const given = block?.["credentials"];
  return {
    ...(id === undefined ? {} : { id }),
    ...(rest === undefined ? {} : { restEndpoint: rest }),
    ...(bootstrap === undefined ? {} : { bootstrapEndpoint: bootstrap }),
    endpoint: block?.["bootstrap_endpoint"] === undefined ? "REST_ENDPOINT" : "BOOTSTRAP_ENDPOINT",
    credentials: given === undefined || given === null ? "none" : (credentialNames(given) ?? "elsewhere"),
  };
}

/** The half of a link at an address, or `undefined` where the stack has none that can be read. */
export function linkBlock(stack: StackJson, address: string): LinkBlock | undefined {
  const block = blockAt(stack, address);
  const linkName = literal(block?.["link_name"]);
  const mode = Object.values<HalfMode>(HALF_MODES).find(
    ({ linkMode, connectionMode }) =>
      block?.["link_mode"] === `${linkMode}` && block["connection_mode"] === `${connectionMode}`,
  );
  if (block === undefined || linkName === undefined || mode === undefined) return undefined;
  const config = block["config"] as Block | undefined;
  return {
    linkName,
    mode,
    host: clusterBlock(block[nameOf(mode.host)]),
    peer: clusterBlock(block[nameOf(mode.peer)]),
    config: config && Object.fromEntries(Object.entries(config).map(([key, value]) => [key, literal(value) ?? null])),
  };
}

const nameOf = (role: ClusterRole): string => `${role}_kafka_cluster`;
