import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, TerraformStack } from "cdktf";
import { KafkaTopic } from "@cdktf/provider-confluent/lib/kafka-topic";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { synthesize } from "../../lib/core/synthesize";
import { ApiKey } from "../../lib/kafka/api-key";
import { ReceivingHalf } from "../../lib/link/receiving-half";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { JUMP, PRIMARY, stackWithProvider } from "../link/clusters";

let outdir: string;
let printed: string[];

beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), "cluster-linking-"));
  printed = [];
  vi.spyOn(console, "error").mockImplementation((...texts: unknown[]) => void printed.push(texts.join(" ")));
});

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  rmSync(outdir, { recursive: true, force: true });
});

const written = (stack: string): boolean => existsSync(join(outdir, "stacks", stack, "cdk.tf.json"));

function leg(app: App, name: string, linkName: string, topics: readonly string[]): void {
  const stack = stackWithProvider(app, name);
  const link = new ReceivingHalf(stack, "half", {
    linkName,
    source: PRIMARY,
    destination: JUMP,
    destinationCredentials: ApiKey.fromVariables(stack, "jump"),
  });
  new MirrorSet(stack, "mirrors", { link, topics });
}

const newApp = (): App => new App({ outdir, stackTraces: false });

describe("synthesize", () => {
  it("writes an app that is in order and says nothing", () => {
    synthesize(() => {
      const app = newApp();
      leg(app, "leg", "link", ["orders"]);
      return app;
    });
    expect(printed).toEqual([]);
    expect(process.exitCode).toBeUndefined();
    expect(written("leg")).toBe(true);
  });

  it("says in one piece what is refused while the app is built", () => {
    synthesize(() => {
      const app = newApp();
      leg(app, "leg", "a/b", ["orders"]);
      return app;
    });
    expect(printed).toHaveLength(1);
    expect(printed[0]).toMatch(/^Error: leg\/half: CL055: /);
    expect(printed[0]).not.toMatch(/\n\s+at /);
    expect(process.exitCode).toBe(1);
    expect(written("leg")).toBe(false);
  });

  it("says all that the finished app is refused for, and writes nothing", () => {
    synthesize(() => {
      const app = newApp();
      leg(app, "one", "one", ["orders"]);
      leg(app, "two", "two", []);
      leg(app, "three", "three", []);
      return app;
    });
    expect(printed).toHaveLength(1);
    expect(printed[0]?.split("\n").map((line) => /two\/mirrors: CL058|three\/mirrors: CL058/.exec(line)?.[0])).toEqual([
      "two/mirrors: CL058",
      "three/mirrors: CL058",
    ]);
    expect(printed[0]).not.toMatch(/\n\s+at /);
    expect(process.exitCode).toBe(1);
    expect([written("one"), written("two"), written("three")]).toEqual([false, false, false]);
    expect(existsSync(join(outdir, "cluster-linking.json"))).toBe(false);
  });

  it("says what cdktf refuses in a later stack, and writes nothing of the first", () => {
    synthesize(() => {
      const app = newApp();
      leg(app, "leg", "link", ["orders"]);
      new KafkaTopic(new TerraformStack(app, "bare"), "topic", { topicName: "orders" });
      return app;
    });
    expect(printed).toHaveLength(1);
    expect(printed[0]).toContain("[bare]");
    expect(process.exitCode).toBe(1);
    expect(written("leg")).toBe(false);
  });

  it("leaves mistakes in code to be found with their stack trace", () => {
    expect(() =>
      synthesize(() => {
        throw new TypeError("undefined is not a function");
      }),
    ).toThrow(TypeError);
    expect(printed).toEqual([]);
  });
});
