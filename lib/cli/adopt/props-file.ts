import type { DocumentCluster, DocumentLeg } from "../../model/document";
import type { LiveCluster } from "./live";
import { propsOf } from "./props";
import type { WantedHalf } from "./wanted";

/** The halves that carry settings, as TypeScript for the app. */
export function propsFile(
  halves: readonly WantedHalf[],
  live: ReadonlyMap<DocumentCluster, LiveCluster>,
): string | undefined {
  const imports = new Set<string>();
  const parts: string[] = [];
  const names = new Set<string>();
  for (const { block, host, leg } of halves) {
    const answer = live.get(host);
    const link = answer === undefined || "why" in answer ? undefined : answer.links.get(block.linkName);
    if (link === undefined || !block.mode.carriesSettings) continue;
    const props = propsOf(link, leg.shape, topicsOf(leg));
    for (const name of props.imports) imports.add(name);
    const name = identifier(`${block.linkName} on ${host.name}`, names);
    parts.push(
      `/** Settings of the link ${block.linkName}, as ${host.name} has them. */`,
      `export const ${name}Link = ${props.link};`,
      "",
      `/** Mirror topics of the link ${block.linkName} on ${host.name}, and the filters that create them. */`,
      `export const ${name}Mirrors = ${props.mirrors};`,
      "",
    );
  }
  if (parts.length === 0) return undefined;
  const header =
    imports.size === 0 ? [] : [`import { ${[...imports].sort().join(", ")} } from "cdktf-cluster-linking";`, ""];
  return [...header, ...parts].join("\n");
}

/** Topics that the app names, by their names on the source. */
export const topicsOf = (leg: DocumentLeg): readonly string[] =>
  leg.sets.flatMap(({ mirrors, kept = [] }) => [...mirrors, ...kept].map(({ topic }) => topic));

function identifier(words: string, taken: Set<string>): string {
  const parts = words
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .filter((part) => part !== "");
  const camel = parts.map((part, i) => (i === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1))).join("");
  const base = /^[a-z]/u.test(camel) ? camel : `link${camel}`;
  let name = base;
  for (let n = 2; taken.has(name); n++) name = `${base}${n}`;
  taken.add(name);
  return name;
}
