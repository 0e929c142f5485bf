import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../lib/model/maybe";
import type { Cluster } from "../../lib/model/topology";
import { checkStacks, type StackFacts } from "../../lib/model/rules/stacks";
import { chain, cluster, leg, type LegOptions } from "./support/legs";

const facts = (name: string, more: Partial<StackFacts> = {}): StackFacts => ({
  name,
  stateIdentity: `state of ${name}`,
  statePlace: `${name}.tfstate`,
  stateRegion: undefined,
  remoteStates: [],
  ...more,
});

const told = (stacks: readonly StackFacts[], legs: Parameters<typeof checkStacks>[1] = chain()): string[] =>
  checkStacks(stacks, legs).map(({ rule, path }) => `${rule.id} ${path}`);

const FIRST = "primary-to-jump";
const SECOND = "jump-to-dr";

describe("stacks", () => {
  it("have a state each", () => {
    expect(told([facts(FIRST), facts(SECOND)])).toEqual([]);
    const same = { stateIdentity: "one" };
    expect(told([facts("x", same), facts("y", same), facts("z", same)])).toEqual(["CL067 y", "CL067 z"]);
    expect(told([facts("x", { stateIdentity: undefined }), facts("y", { stateIdentity: undefined })])).toEqual([]);
  });

  it("of leg 2 read no other stack's state, those of leg 1 may", () => {
    const remoteStates = ["jump-to-dr/a", "jump-to-dr/b"];
    expect(told([facts(SECOND, { remoteStates })])).toEqual([`CL043 ${SECOND}`, `CL043 ${SECOND}`]);
    expect(told([facts(FIRST, { remoteStates })])).toEqual([]);
    expect(told([facts("clusters", { remoteStates })])).toEqual([]);
  });

  it.each<[string, LegOptions, string[]]>([
    ["its upstream is stated", { upstream: "elsewhere" }, [`CL043 ${SECOND}`]],
    ["its set follows another", { claim: { follows: "elsewhere" } }, [`CL043 ${SECOND}`]],
    ["its source has the original topics", { upstream: "none" }, []],
    ["nothing is said", {}, []],
  ])("of a leg alone in its app are DR-side where %s", (_, options, expected) => {
    const [, second] = chain({}, options);
    expect(told([facts(SECOND, { remoteStates: ["x"] })], [second])).toEqual(expected);
  });
});

describe("the state of a DR-side stack", () => {
  const inRegion = (stateRegion: string | undefined): StackFacts[] => [facts(SECOND, { stateRegion })];

  it.each([
    ["region-of-primary", [`CL042 ${SECOND}`]],
    ["Region of primary", [`CL042 ${SECOND}`]],
    ["regionofprimary", [`CL042 ${SECOND}`]],
    ["region-of-jump", []],
    ["region-of-dr", []],
    [undefined, []],
  ])("in %s", (region, expected) => {
    expect(told(inRegion(region))).toEqual(expected);
  });

  it("may be where PRIMARY's region is not known", () => {
    const [first, second] = chain();
    const regions: Cluster["region"][] = [undefined, UNKNOWN];
    for (const region of regions) {
      expect(told(inRegion("x"), [{ ...first, source: { ...first.source, region } }, second])).toEqual([]);
    }
  });

  it("is compared with the first cluster of a long chain, and of each of several", () => {
    const [c0, c1, c2, c3] = ["c0", "c1", "c2", "c3"].map((name) => cluster(name));
    const legs = [leg(c0!, c1!), leg(c1!, c2!), leg(c2!, c3!, { stack: SECOND }), leg(cluster("d0"), c2!)];
    expect(told(inRegion("region-of-c0"), legs)).toEqual([`CL042 ${SECOND}`]);
    expect(told(inRegion("region-of-d0"), legs)).toEqual([`CL042 ${SECOND}`]);
    expect(told(inRegion("region-of-c1"), legs)).toEqual([]);
    expect(told(inRegion("region-of-c2"), legs)).toEqual([]);
  });

  it("is not compared with JUMP where PRIMARY's link is described nowhere", () => {
    for (const options of [{ upstream: "elsewhere" }, { claim: { follows: "elsewhere" } }]) {
      expect(told(inRegion("region-of-jump"), [chain({}, options)[1]])).toEqual([]);
    }
  });

  it("of a ring has no first cluster", () => {
    const [a, b, c] = [cluster("a"), cluster("b"), cluster("c")];
    const ring = [leg(a, b, { stack: SECOND }), leg(b, c), leg(c, a)];
    expect(told(inRegion("region-of-a"), ring)).toEqual([]);
  });

  it("is found in a wide net of links without trying every way", () => {
    const layers = Array.from({ length: 12 }, (_, i) => [cluster(`${i}x`), cluster(`${i}y`)]);
    const legs = layers
      .slice(1)
      .flatMap((layer, i) =>
        layers[i]!.flatMap((from) => layer.map((to) => leg(from, to, { stack: i === 10 ? SECOND : "other" }))),
      );
    expect(told(inRegion("region-of-0x"), legs)).toEqual([`CL042 ${SECOND}`]);
  });
});
