import { describeFacts, describeLink, differences, factsOf, type LinkFacts } from "./link-facts";
import { linksOfJson } from "./links-of-json";
import { indented, type MatcherResult } from "./matcher-result";
import { readReceived, topologyOf, type Received } from "./received";
import { linksOfTopology, type ShownLink } from "./shown-link";

/** Whether there is a link of which all facts are true. */
export function toContainLink(given: unknown, expected: LinkFacts): MatcherResult {
  const received = readReceived("toContainLink", given);
  factsOf(expected);
  const links = linksOf(received);
  const judged = links.map((link) => ({ link, differs: differences(link, expected) }));
  const found = judged.filter(({ differs }) => differs.length === 0);
  const pass = found.length > 0;
  const wanted = describeFacts(expected);
  return {
    pass,
    message: () =>
      pass
        ? [
            `${received.called} was expected to contain no link with ${wanted}, but there is`,
            ...indented(found.flatMap(({ link }) => describeLink(link))),
          ].join("\n")
        : [
            `${received.called} was expected to contain a link with ${wanted}.`,
            ...(links.length === 0 ? ["There is no link."] : [links.length === 1 ? "There is" : "There are"]),
            ...indented(
              judged.flatMap(({ link, differs }) => [...describeLink(link), `  differs: ${differs.join("; ")}`]),
            ),
          ].join("\n"),
  };
}

function linksOf(received: Received): ShownLink[] {
  if (received.kind === "stack JSON") return linksOfJson(received.json);
  const document = topologyOf(received);
  if (!document) return [];
  if (received.kind !== "construct") return linksOfTopology(document);
  const { path } = received.scope.node;
  const below = document.legs.filter((leg) => path === "" || leg.path === path || leg.path.startsWith(`${path}/`));
  return linksOfTopology(document, below);
}
