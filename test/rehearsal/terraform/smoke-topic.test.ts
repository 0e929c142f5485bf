import { describe, expect, it } from "vitest";
import { smokeTopic } from "../../../lib/rehearsal/terraform/smoke-topic";
import { CLUSTERS, cluster, document, include } from "./documents";

const names = (...args: Parameters<typeof document>): string[] | undefined =>
  smokeTopic(document(...args))?.stations.map(({ clusterId, topic }) => `${clusterId} ${topic}`);

describe("the topic of a smoke test", () => {
  it("is one that the stacks name, with its name on each cluster", () => {
    const args = [{ topics: ["orders"], prefix: "p-" }, { topics: ["p-orders"] }] as const;
    expect(names(...args)).toEqual(["lkc-primary orders", "lkc-jump p-orders", "lkc-dr p-orders"]);
    expect(smokeTopic(document(...args))?.explicit).toBe(true);
  });

  it("is one that gets to the end", () => {
    expect(names({ topics: ["orders", "payments"] }, { topics: ["payments"] })?.at(-1)).toBe("lkc-dr payments");
  });

  it("is made up to fit the filters, where the stacks name none", () => {
    for (const [filter, topic] of [
      [include("mirror_me"), "mirror_me_smoke_test"],
      [include("*", "LITERAL"), "smoke_test"],
      [include("orders", "LITERAL"), "orders"],
    ] as const) {
      const args = [{ filters: [filter] }, { filters: [filter] }] as const;
      expect(names(...args)).toEqual(["lkc-primary", "lkc-jump", "lkc-dr"].map((id) => `${id} ${topic}`));
      expect(smokeTopic(document(...args))?.explicit).toBe(false);
    }
  });

  it("is none where nothing gets to the end, or Terraform alone knows how it is called there", () => {
    expect(names({ topics: ["orders"] }, {})).toBeUndefined();
    expect(names({ filters: [include("a")] }, { filters: [include("b")] })).toBeUndefined();
    expect(names({ topics: ["orders"], prefix: null }, { filters: [include("*", "LITERAL")] })).toBeUndefined();
    const unknown = [...CLUSTERS.slice(0, 2), cluster("DR", { id: null })];
    expect(names({ topics: ["orders"] }, { topics: ["orders"] }, unknown)).toBeUndefined();
    expect(smokeTopic({ ...document({}, {}), legs: [] })).toBeUndefined();
  });
});
