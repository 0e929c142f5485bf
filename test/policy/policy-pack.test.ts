import { Testing } from "cdktf";
import { ValidationError } from "cdktf-cluster-linking";
import { describe, expect, it } from "vitest";
import { PolicyPack } from "../../lib/policy/policy-pack";
import type { PolicyRule } from "../../lib/policy/policy-rule";
import { buildTopology } from "../testing/support";

/** Links have the team's name in front. */
const teamNames: PolicyRule = {
  id: "ACME-001",
  severity: "error",
  title: "A link without its team's name",
  effect: "Nobody knows whom to call.",
  allowed: 'Names that begin with "pay-".',
  fix: "Set linkName.",
  check: ({ topology }) =>
    topology.legs
      .filter(({ linkName }) => linkName?.startsWith("pay-") === false)
      .map(({ path, linkName }) => ({ path, given: `The link is called ${String(linkName)}.` })),
};

/** Backends are remote. */
const remoteState: PolicyRule = {
  id: "ACME-002",
  severity: "warning",
  title: "State on a laptop",
  effect: "It is lost with it.",
  allowed: "Any backend but local.",
  fix: "Add a backend.",
  check: ({ stacks }) =>
    stacks
      .filter(({ json }) => JSON.stringify(json["terraform"]).includes('"local"'))
      .map(({ name }) => ({ path: name, given: "The backend is local." })),
};

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (ValidationError.isValidationError(error)) return `${error.code} ${error.constructPath}: ${error.message}`;
    throw error;
  }
  return "nothing was thrown";
};

const found = (report: { findings: readonly { id: string; path: string }[] }): string[] =>
  report.findings.map(({ id, path }) => `${path} ${id}`);

describe("a pack", () => {
  it("finds nothing wrong with a topology as it should be", () => {
    const report = PolicyPack.check(buildTopology().app);
    expect(report.findings).toEqual([]);
    expect(String(report)).toBe("Every policy is kept.");
  });

  it("has nine recommended rules, and takes further ones", () => {
    const ids = PolicyPack.recommended({ rules: [teamNames] })
      .with(remoteState)
      .rules.map(({ id }) => id);
    expect(ids).toEqual([
      ...["POL001", "POL002", "POL003", "POL004", "POL005", "POL006", "POL007", "POL008", "POL009"],
      "ACME-001",
      "ACME-002",
    ]);
    expect(new PolicyPack().rules).toEqual([]);
  });

  it("shows the rules of an organisation what they ask for", () => {
    const report = new PolicyPack({ rules: [teamNames, remoteState] }).check(buildTopology().app);
    expect(found(report)).toEqual([
      "primary-to-jump/link ACME-001",
      "jump-to-dr/link ACME-001",
      "primary-to-jump ACME-002",
      "jump-to-dr ACME-002",
    ]);
    expect(report.errors.map(({ id }) => id)).toEqual(["ACME-001", "ACME-001"]);
    expect(report.warnings.map(({ id }) => id)).toEqual(["ACME-002", "ACME-002"]);
    expect(String(report).split("\n")[0]).toBe(
      'error primary-to-jump/link: ACME-001: The link is called primary-to-jump. Allowed: Names that begin with "pay-". Fix: Set linkName.',
    );
  });

  it("looks at one part of an app alone, where it is asked to", () => {
    const { legTwo } = buildTopology();
    expect(found(new PolicyPack({ rules: [teamNames] }).check(legTwo))).toEqual(["jump-to-dr/link ACME-001"]);
  });

  it("finds nothing in an app without links", () => {
    expect(PolicyPack.check(Testing.app()).findings).toEqual([]);
  });

  it("names the rule whose check throws", () => {
    const broken = { ...teamNames, check: () => ([] as { a: { b: never[] } }[])[0]!.a.b };
    const pack = new PolicyPack({ rules: [broken] });
    expect(() => pack.check(buildTopology().app)).toThrow(/^The policy ACME-001 cannot be checked: Cannot read/);
  });

  it.each([
    ["CL050", '"CL050" is an id of the library\'s own rules.'],
    ["POL000", 'The id "POL000" is taken.'],
    ["POL001", 'The id "POL001" is taken.'],
    ["acme 1", '"acme 1" is no id of a policy rule.'],
    ["", '"" is no id of a policy rule.'],
  ])("refuses a rule with the id %j", (id, message) => {
    const thrown = codeOf(() => PolicyPack.recommended().with({ ...teamNames, id }));
    expect(thrown).toContain(`POL000 PolicyPack: PolicyPack: POL000: ${message}`);
  });
});

describe("an exception", () => {
  const pack = new PolicyPack({ rules: [teamNames, remoteState] });

  it("silences its id at and below its scope, and keeps the reason", () => {
    const { app, legOne } = buildTopology();
    const report = pack.except({ id: "ACME-001", scope: legOne, reason: "the name is older" }).check(app);
    expect(found(report)).toEqual(["jump-to-dr/link ACME-001", "primary-to-jump ACME-002", "jump-to-dr ACME-002"]);
    expect(report.excepted.map(({ finding, reason }) => `${finding.path} ${finding.id} ${reason}`)).toEqual([
      "primary-to-jump/link ACME-001 the name is older",
    ]);
    expect(String(report)).toContain("excepted primary-to-jump/link: ACME-001, because: the name is older");
    expect(report.unused).toEqual([]);
  });

  it("does not silence a path that begins with the same text", () => {
    const { app, legOne, topology } = buildTopology();
    const mirrors = pack.except({ id: "ACME-002", scope: topology.primaryToJump, reason: "a test" }).check(app);
    expect(found(mirrors)).toContain("primary-to-jump ACME-002");
    expect(found(pack.except({ id: "ACME-002", scope: legOne, reason: "a test" }).check(app))).toEqual([
      "primary-to-jump/link ACME-001",
      "jump-to-dr/link ACME-001",
      "jump-to-dr ACME-002",
    ]);
  });

  it("for the app silences everywhere", () => {
    const { app } = buildTopology();
    expect(found(pack.except({ id: "ACME-002", scope: app, reason: "a laboratory" }).check(app))).toEqual([
      "primary-to-jump/link ACME-001",
      "jump-to-dr/link ACME-001",
    ]);
  });

  it("that allows nothing is told", () => {
    const { app, legOne } = buildTopology();
    const report = PolicyPack.recommended({ exceptions: [{ id: "POL001", scope: legOne, reason: "a test" }] }).check(
      app,
    );
    expect(report.findings).toEqual([]);
    expect(String(report)).toBe("unused exception primary-to-jump: POL001");
  });

  it("needs the id of one of the pack's rules, and a reason", () => {
    const { legOne } = buildTopology();
    const thrown = (id: string, reason: string): string => codeOf(() => pack.except({ id, scope: legOne, reason }));
    expect(thrown("ACME-003", "why not")).toContain('primary-to-jump: POL000: "ACME-003" is no rule of this pack.');
    expect(thrown("CL051", "why not")).toContain('POL000: "CL051" is no rule of this pack.');
    expect(thrown("ACME-001", " \n")).toContain("POL000: The reason for ACME-001 is empty.");
  });

  it("of another app is refused", () => {
    const { legOne } = buildTopology();
    const foreign = pack.except({ id: "ACME-001", scope: legOne, reason: "a test" });
    expect(codeOf(() => foreign.check(buildTopology().app))).toContain("The exception for ACME-001 is in another app.");
  });
});
