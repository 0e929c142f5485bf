import { explain } from "../cli/explain";
import { chainsOf } from "../model/chains";
import { readDocument, type TopologyDocument } from "../model/document";
import { isKnown } from "../model/maybe";
import { quote } from "../model/names";
import { reachOfTopic } from "../model/reach";
import type { Leg } from "../model/topology";
import { indented, type MatcherResult } from "./matcher-result";
import { readReceived, topologyOf } from "./received";

/** Where a topic shall get to, and under what name; `false` where it shall not. */
export interface MirrorFacts {
  /** Its name on the cluster that is called JUMP, in any case. @default - it is not asked */
  readonly onJump?: string | false;
  /** Its name on the cluster that is called DR. @default - it is not asked */
  readonly onDr?: string | false;
  /** Its name on the cluster that is called PRIMARY, for the way back. @default - it is not asked */
  readonly onPrimary?: string | false;
  /** Its names on clusters of other names, by the cluster's name. @default - none is asked */
  readonly on?: Readonly<Record<string, string | false>>;
  /** Name of the cluster that has the topic. @default - the first one of each chain */
  readonly from?: string;
}

const CALLED = { onPrimary: "PRIMARY", onJump: "JUMP", onDr: "DR" } as const;
const MEMBERS = new Set([...Object.keys(CALLED), "on", "from"]);

/** Whether a topic gets where it shall. Without `expected`, to the end of every chain. */
export function toMirror(given: unknown, topic: string, expected: MirrorFacts = {}): MatcherResult {
  const received = readReceived("toMirror", given);
  const document = topologyOf(received);
  if (!document) {
    throw new TypeError(
      "toMirror needs the whole chain: give it the App, a stack of it, a PrivatePublicPrivate, or what is in cluster-linking.json.",
    );
  }
  const chains = chainsFrom(document, expected.from);
  const wanted = wantedNames(expected, chains);
  const wrong = wanted.length > 0 ? wanted.filter((each) => !isAsWanted(each, chains, topic)) : [];
  const pass = wanted.length > 0 ? wrong.length === 0 : chains.every((chain) => getsThrough(chain, topic));
  const goal =
    wanted.length > 0
      ? wanted.map(({ cluster, name }) => (name === false ? `not on ${cluster}` : `on ${cluster} as ${quote(name)}`))
      : ["at the end of every chain"];
  return {
    pass,
    message: () =>
      [
        `The topic ${quote(topic)} was expected ${pass ? "not to be" : "to be"} ${goal.join(" and ")}.`,
        ...wrong.map((each) => described(each, chains, topic)),
        ...indented(explain(document, topic, { topic: true }).text.split("\n")),
      ].join("\n"),
  };
}

interface Wanted {
  readonly cluster: string;
  readonly name: string | false;
}

type Chain = readonly Leg[];

/** The chains, or what is left of them behind the cluster of this name. */
function chainsFrom(document: TopologyDocument, from: string | undefined): Chain[] {
  const chains = chainsOf(readDocument(document));
  if (chains.length === 0) throw new TypeError("toMirror: there is no link.");
  if (from === undefined) return chains;
  const rest = chains
    .map((chain) => chain.slice(chain.findIndex(({ source }) => isCalled(source.name, from))))
    .filter(([first]) => first !== undefined && isCalled(first.source.name, from));
  if (rest.length === 0) throw new TypeError(`toMirror: no link starts at a cluster called ${quote(from)}.`);
  return rest;
}

function wantedNames(expected: MirrorFacts, chains: readonly Chain[]): Wanted[] {
  const unknown = Object.keys(expected).find((name) => !MEMBERS.has(name));
  if (unknown !== undefined) {
    throw new TypeError(`toMirror has no ${quote(unknown)}. It has ${[...MEMBERS].join(", ")}.`);
  }
  const named = Object.entries(CALLED).flatMap(([member, cluster]): Wanted[] => {
    const name = expected[member as keyof typeof CALLED];
    return name === undefined ? [] : [{ cluster, name }];
  });
  const others = Object.entries(expected.on ?? {}).map(([cluster, name]) => ({ cluster, name }));
  const clusters = [...new Set(chains.flat().flatMap(({ source, destination }) => [source.name, destination.name]))];
  return [...named, ...others].map(({ cluster, name }) => {
    const called = clusters.find((each) => isCalled(each, cluster));
    if (called === undefined) {
      throw new TypeError(
        `toMirror: no cluster on the way is called ${quote(cluster)}. Clusters are ${clusters.map(quote).join(", ")}; on: { name: "topic" } takes any name.`,
      );
    }
    return { cluster: called, name };
  });
}

const isCalled = (name: string, wanted: string): boolean => name.toLowerCase() === wanted.toLowerCase();

/** Names that a topic has on a cluster, one for each chain that brings it there; `undefined` where nothing proves the name. */
function namesOn(cluster: string, chains: readonly Chain[], topic: string): (string | undefined)[] {
  return chains.flatMap((chain) =>
    reachOfTopic(chain, topic).hops.flatMap((hop) => {
      if (hop.outcome === "unproven") {
        const rest = chain.slice(chain.indexOf(hop.leg));
        return rest.some(({ destination }) => destination.name === cluster) ? [undefined] : [];
      }
      if (hop.outcome === "stops" || hop.leg.destination.name !== cluster) return [];
      return [isKnown(hop.name) ? hop.name : undefined];
    }),
  );
}

function isAsWanted({ cluster, name }: Wanted, chains: readonly Chain[], topic: string): boolean {
  const names = namesOn(cluster, chains, topic);
  return name === false ? names.length === 0 : names.includes(name);
}

function described({ cluster }: Wanted, chains: readonly Chain[], topic: string): string {
  const names = namesOn(cluster, chains, topic).map((name) => (name === undefined ? "not proved" : quote(name)));
  return `On ${cluster} it is ${names.length > 0 ? names.join(", ") : "missing"}.`;
}

function getsThrough(chain: Chain, topic: string): boolean {
  const { hops } = reachOfTopic(chain, topic);
  return hops.length === chain.length && hops.every(({ outcome }) => outcome === "passes");
}
