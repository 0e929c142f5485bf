import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TerraformStack } from "cdktf";
import { App, Aspects, TerraformResource } from "cdktf";
import { ApiKey, synthesize } from "cdktf-cluster-linking";
import { afterEach, describe, expect, it, vi } from "vitest";
import { PolicyPack } from "../../lib/policy/policy-pack";
import { firstLink, mirrors, newStack, secondLink } from "../rules/support/topology";

const outdirs: string[] = [];
afterEach(() => outdirs.splice(0).forEach((outdir) => rmSync(outdir, { recursive: true, force: true })));

/** A topology that is as it should be, unless the links of leg 1 or leg 2 may be destroyed. */
function build(protect: { one?: boolean; two?: boolean } = {}): { app: App; one: TerraformStack; two: TerraformStack } {
  const outdir = mkdtempSync(join(tmpdir(), "policy-"));
  outdirs.push(outdir);
  const app = new App({ outdir, stackTraces: false });
  const [one, two] = [newStack(app, "one"), newStack(app, "two")];
  const first = firstLink(one, { preventDestroy: protect.one ?? true });
  const onJump = mirrors(one, first, { topics: ["orders"] });
  const second = secondLink(two, {
    preventDestroy: protect.two ?? true,
    sourceCredentials: ApiKey.fromVariables(two, "jump"),
  });
  mirrors(two, second, { follows: onJump });
  return { app, one, two };
}

const protection = new PolicyPack({ rules: PolicyPack.recommended().rules.filter(({ id }) => id === "POL001") });
const variables = new PolicyPack({ rules: PolicyPack.recommended().rules.filter(({ id }) => id === "POL004") });

const written = (app: App): string[] =>
  ["stacks/one/cdk.tf.json", "stacks/two/cdk.tf.json", "manifest.json", "cluster-linking.json"].filter((file) =>
    existsSync(join(app.outdir, file)),
  );

/** Lets Terraform destroy links, or not. */
const protecting = (preventDestroy: boolean) => ({
  visit: (node: unknown): void => {
    if (TerraformResource.isTerraformResource(node)) node.lifecycle = { preventDestroy };
  },
});

const annotations = (app: App, stack: string): string[] =>
  JSON.parse(readFileSync(join(app.outdir, "manifest.json"), "utf8"))
    .stacks[stack].annotations.map(
      ({ constructPath, message }: { constructPath: string; message: string }) => `${constructPath} ${message}`,
    )
    .filter((text: string) => text.includes("POL"));

describe("a pack that is enforced at synth", () => {
  it("lets a good app through", () => {
    const { app } = build();
    protection.enforceAtSynth(app);
    app.synth();
    expect(written(app)).toHaveLength(4);
  });

  it("stops the first stack for an error in the second, in the form of the library's own errors", () => {
    const { app } = build({ two: false });
    protection.enforceAtSynth(app);
    expect(() => app.synth()).toThrow(
      "two/link: POL001: confluent_cluster_link.link has no prevent_destroy. Allowed: prevent_destroy on every cluster",
    );
    expect(written(app)).toEqual([]);
  });

  it("stops synthesize() too", () => {
    const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
    try {
      synthesize(() => {
        const { app } = build({ one: false });
        protection.enforceAtSynth(app);
        return app;
      });
      expect(process.exitCode).toBe(1);
      expect(error.mock.calls.flat().join("\n")).toContain("one/link/receiving: POL001: ");
    } finally {
      process.exitCode = undefined;
      error.mockRestore();
    }
  });

  it("sees what aspects change, for the better and for the worse", () => {
    const better = build({ two: false });
    Aspects.of(better.two).add(protecting(true));
    protection.enforceAtSynth(better.app);
    better.app.synth();
    expect(written(better.app)).toHaveLength(4);

    const worse = build();
    Aspects.of(worse.two).add(protecting(false));
    protection.enforceAtSynth(worse.app);
    expect(() => worse.app.synth()).toThrow("two/link: POL001");
    expect(existsSync(join(worse.app.outdir, "manifest.json"))).toBe(false);
  });

  it("sees stacks that are added later", () => {
    const { app } = build();
    protection.enforceAtSynth(app);
    const late = newStack(app, "late");
    firstLink(late, { linkName: "late", preventDestroy: false });
    expect(() => app.synth()).toThrow("late/link/receiving: POL001");

    const outdir = mkdtempSync(join(tmpdir(), "policy-"));
    outdirs.push(outdir);
    const empty = new App({ outdir });
    protection.enforceAtSynth(empty);
    firstLink(newStack(empty, "one"), { preventDestroy: false });
    expect(() => empty.synth()).toThrow("one/link/receiving: POL001");
  });

  it("asks again in the next synth", () => {
    const { app, two } = build();
    protection.enforceAtSynth(app);
    app.synth();
    secondLink(two, { linkName: "unprotected", preventDestroy: false }, "unprotected");
    expect(() => app.synth()).toThrow("two/unprotected: POL001");
  });

  it("asks again after a synth that something else stopped", () => {
    const { app, two } = build();
    protection.enforceAtSynth(app);
    let broken = true;
    two.node.addValidation({ validate: () => (broken ? ["something else"] : []) });
    expect(() => app.synth()).toThrow("something else");
    broken = false;
    secondLink(two, { linkName: "unprotected", preventDestroy: false }, "unprotected");
    expect(() => app.synth()).toThrow("two/unprotected: POL001");
  });

  it("waits for aspects in synthesize() too", () => {
    synthesize(() => {
      const { app, two } = build({ two: false });
      Aspects.of(two).add(protecting(true));
      protection.enforceAtSynth(app);
      return app;
    });
    expect(process.exitCode).toBeUndefined();
  });

  it("shows warnings at their constructs, once", () => {
    const { app } = build();
    variables.enforceAtSynth(app);
    app.synth();
    app.synth();
    expect(annotations(app, "one")).toEqual([]);
    expect(annotations(app, "two")).toEqual([
      expect.stringMatching(/^two\/link POL004: Stacks "one" and "two" have the key for JUMP from var.jump_api_key./),
    ]);
  });

  it("shows warnings of a stack that is written already at the one in work", () => {
    const { app, two } = build();
    Aspects.of(two).add(protecting(true));
    const rule = { ...variables.rules[0]!, check: () => [{ path: "one/mirrors/orders", given: "It is early." }] };
    new PolicyPack({ rules: [rule] }).enforceAtSynth(app);
    app.synth();
    expect(annotations(app, "one")).toEqual([]);
    expect(annotations(app, "two")).toEqual([expect.stringContaining("two one/mirrors/orders: POL004: It is early.")]);
  });

  it("shows a warning of no construct at the first stack", () => {
    const { app } = build();
    const rule = { ...variables.rules[0]!, check: () => [{ path: "", given: "It is nowhere." }] };
    new PolicyPack({ rules: [rule] }).enforceAtSynth(app);
    app.synth();
    expect(annotations(app, "one")).toEqual([expect.stringContaining("one : POL004: It is nowhere.")]);
  });

  it("is skipped with the validations of the app", () => {
    const { app } = build({ one: false });
    const skipping = new App({ outdir: app.outdir, skipValidation: true });
    firstLink(newStack(skipping, "one"), { preventDestroy: false });
    protection.enforceAtSynth(skipping);
    skipping.synth();
    expect(existsSync(join(app.outdir, "stacks/one/cdk.tf.json"))).toBe(true);
  });

  it("stands beside another one", () => {
    const { app } = build({ two: false });
    protection.enforceAtSynth(app);
    variables.enforceAtSynth(app);
    expect(() => app.synth()).toThrow("POL001");
  });
});
