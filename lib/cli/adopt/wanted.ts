import {
  KEPT_LIST_ROLE,
  MIRROR_LIST_ROLE,
  type DocumentCluster,
  type DocumentLeg,
  type DocumentMirror,
} from "../../model/document";
import type { AppOutput } from "../app-output";
import { NoAnswer } from "../command";
import { blockAt, clusterBlock, linkBlock, literal, type ClusterBlock, type LinkBlock } from "./stack-blocks";

/** A half of a link that the app has in one of its stacks. */
export interface WantedHalf {
  readonly stack: string;
  readonly address: string;
  readonly role: string;
  readonly leg: DocumentLeg;
  readonly host: DocumentCluster;
  readonly peer: DocumentCluster;
  readonly block: LinkBlock;
}

/** A mirror topic that the app names. */
export interface WantedMirror {
  readonly stack: string;
  readonly address: string;
  readonly leg: DocumentLeg;
  readonly cluster: DocumentCluster;
  readonly mirror: DocumentMirror;
  readonly block: ClusterBlock;
  /** `undefined` where the app gives none, or only Terraform knows it. */
  readonly status: string | undefined;
}

/** All that the app has in some of its stacks. */
export interface Wanted {
  readonly stacks: readonly string[];
  readonly halves: readonly WantedHalf[];
  readonly mirrors: readonly WantedMirror[];
  /** What cannot be adopted, and why. */
  readonly remarks: readonly string[];
}

/** What an app has in these stacks, in the order of deployment. */
export function wantedIn(output: AppOutput, stacks: readonly string[]): Wanted {
  const remarks: string[] = [];
  const halves: WantedHalf[] = [];
  const mirrors: WantedMirror[] = [];
  for (const stack of stacks) {
    for (const leg of output.document.legs) {
      for (const resource of leg.resources) {
        if ((resource.stack ?? leg.stack) !== stack || resource.role === KEPT_LIST_ROLE) continue;
        const half = wantedHalf(output, stack, leg, resource);
        if (typeof half === "string") remarks.push(half);
        else halves.push(half);
      }
      for (const set of leg.sets) {
        if (set.stack !== stack) continue;
        mirrors.push(...set.mirrors.flatMap((mirror) => wantedMirror(output, stack, leg, mirror) ?? []));
      }
    }
  }
  return { stacks, halves, mirrors, remarks };
}

function stackJson(output: AppOutput, stack: string): NonNullable<ReturnType<AppOutput["stack"]>> {
  const json = output.stack(stack);
  if (json === undefined) throw new NoAnswer(`The JSON of the stack ${stack} cannot be read in ${output.folder}.`);
  return json;
}

function wantedHalf(
  output: AppOutput,
  stack: string,
  leg: DocumentLeg,
  { role, address }: { readonly role: string; readonly address: string },
): WantedHalf | string {
  if (role === MIRROR_LIST_ROLE) return `${address}: import its topics by hand, the app does not say which they are`;
  const block = linkBlock(stackJson(output, stack), address);
  if (block === undefined) return `${address}: its name or modes are known to Terraform only`;
  const [source, destination] = [leg.source, leg.destination].map((at) => output.document.clusters[at]) as [
    DocumentCluster,
    DocumentCluster,
  ];
  // Of a link both of whose ends receive, each leg lists the half on its destination.
  const hostIsSource = block.mode.host === "source";
  return {
    stack,
    address,
    role,
    leg,
    host: hostIsSource ? source : destination,
    peer: hostIsSource ? destination : source,
    block,
  };
}

function wantedMirror(
  output: AppOutput,
  stack: string,
  leg: DocumentLeg,
  mirror: DocumentMirror,
): WantedMirror | undefined {
  const { address } = mirror;
  const cluster = output.document.clusters[leg.destination] as DocumentCluster;
  const block = address === null ? undefined : blockAt(stackJson(output, stack), address);
  if (address === null || block === undefined) return undefined;
  const status = literal(block["status"]);
  return { stack, address, leg, cluster, mirror, block: clusterBlock(block["kafka_cluster"]), status };
}

/** The stacks with something to adopt, each after those that it depends on. */
export function stacksOf({ document }: AppOutput): readonly string[] {
  const inUse = new Set(
    document.legs.flatMap((leg) => [
      ...leg.resources.map((resource) => resource.stack ?? leg.stack),
      ...leg.sets.map(({ stack }) => stack),
    ]),
  );
  const ordered: string[] = [];
  const visit = (name: string): void => {
    if (ordered.includes(name)) return;
    for (const before of document.stacks.find((stack) => stack.name === name)?.dependsOn ?? []) visit(before);
    ordered.push(name);
  };
  for (const name of inUse) visit(name);
  return ordered.filter((name) => inUse.has(name));
}
