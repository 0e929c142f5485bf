import { describe, expect, it } from "vitest";
import { creationMs, duration, failoverMs, parallelismFor } from "../../lib/runbook/timing";

describe("how long Terraform takes", () => {
  it.each([
    [0, 10, 0],
    [10, 10, 62_000],
    [11, 11, 62_000],
    [256, 256, 62_000],
    [257, 256, 124_000],
    [1000, 256, 248_000],
  ])("%i mirror topics: -parallelism=%i, %i ms", (count, parallelism, ms) => {
    expect(parallelismFor(count)).toBe(parallelism);
    expect(failoverMs(count)).toBe(ms);
  });

  it("with Terraform's own parallelism", () => {
    expect(failoverMs(20, 10)).toBe(124_000);
    expect(failoverMs(1000, 10)).toBe(6_200_000);
  });

  it("for creating them", () => {
    expect(creationMs(500)).toBe(20_000);
  });

  it.each([
    [0, "0 s"],
    [62_000, "62 s"],
    [119_000, "119 s"],
    [120_000, "2 min"],
    [124_000, "2 min 4 s"],
    [3_600_000, "1 h"],
    [6_200_000, "1 h 43 min"],
    [500, "1 s"],
  ])("%i ms is %s", (ms, text) => {
    expect(duration(ms)).toBe(text);
  });
});
