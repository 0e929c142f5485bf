import { HALF_MODES, type ClusterRole } from "../model/link-mode";
import { isExpression, membersOf, textOf } from "./json";
import type { PolicyResource, PolicyTree } from "./policy-tree";

const BLOCKS: readonly ClusterRole[] = ["source", "destination", "local", "remote"];
const VARIABLE = /^\$\{var\.([\w-]+)\}$/;

/** A key in one of the cluster blocks of a link object. */
export interface LinkKey {
  readonly resource: PolicyResource;
  /** Equal texts mean one link, whose halves may be in two stacks. */
  readonly link: string;
  readonly linkName: string;
  /** Equal texts mean one cluster. */
  readonly cluster: string;
  /** Name of the cluster, for people. */
  readonly clusterName: string;
  /** The text in the stack's JSON. */
  readonly expression: string;
  /** Equal texts mean one key: expressions mean something in their stack alone. */
  readonly identity: string;
  /** Name of the variable that it is, if it is one. */
  readonly variable: string | undefined;
  /** For REST calls to the cluster that the object lives on, or to log in on the other one. */
  readonly use: "rest" | "dial";
}

/** The keys of every link object of an app. */
export function linkKeys({ stacks, topology }: PolicyTree): LinkKey[] {
  const nameOf = new Map(topology.clusters.map(({ id, name }) => [id, name]));
  return stacks
    .flatMap(({ resources }) => resources)
    .filter(({ type }) => type === "confluent_cluster_link")
    .flatMap((resource) => keysOf(resource, nameOf));
}

function keysOf(resource: PolicyResource, nameOf: ReadonlyMap<string | null, string>): LinkKey[] {
  const { attributes, stack } = resource;
  const within = (text: string): string => (isExpression(text) ? `${stack} ${text}` : text);
  const blocks = BLOCKS.map((role) => ({ role, block: membersOf(attributes[`${role}_kafka_cluster`]) }));
  const clusterOf = (block: Readonly<Record<string, unknown>>): string => within(textOf(block["id"]) ?? "");
  const linkName = textOf(attributes["link_name"]) ?? "";
  const clusters = blocks.map(({ block }) => clusterOf(block)).filter((cluster) => cluster !== "");
  const link = [within(linkName), ...clusters.sort()].join(" ");
  const host = hostOf(attributes);
  return blocks.flatMap(({ role, block }): LinkKey[] => {
    const expression = textOf(membersOf(block["credentials"])["key"]);
    if (expression === undefined) return [];
    const cluster = clusterOf(block);
    return [
      {
        resource,
        link,
        linkName,
        cluster,
        clusterName: nameOf.get(textOf(block["id"]) ?? "") ?? `the ${role} cluster`,
        expression,
        identity: within(expression),
        variable: VARIABLE.exec(expression)?.[1],
        use: role === host ? "rest" : "dial",
      },
    ];
  });
}

function hostOf({ link_mode, connection_mode }: PolicyResource["attributes"]): ClusterRole | undefined {
  return Object.values(HALF_MODES).find(
    ({ linkMode, connectionMode }) => linkMode === link_mode && connectionMode === connection_mode,
  )?.host;
}
