import { reachOfTopic } from "../model/reach";
import type { RunbookChain } from "./topology";

/** A topic's names along a chain. */
export interface SmokeTopic {
  /** One for each cluster of the chain. */
  readonly names: readonly string[];
  /** Whether the links make its mirror topics by themselves. */
  readonly byFilter: boolean;
}

const GUIDE_TOPIC = "my_test_topic";

/** A topic for the guide's test: its own, which nothing else uses, under the names that it has on each cluster. */
export function smokeTopic(chain: RunbookChain): SmokeTopic {
  const { hops } = reachOfTopic(
    chain.legs.map(({ model }) => model),
    GUIDE_TOPIC,
  );
  const byFilter =
    hops.length === chain.legs.length && hops.every((hop) => hop.outcome === "passes" && hop.by.kind === "filter");
  const names = [GUIDE_TOPIC];
  for (const { data } of chain.legs) names.push(`${data.prefix ?? ""}${names.at(-1) ?? ""}`);
  return { names, byFilter };
}
