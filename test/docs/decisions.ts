/**
 * What becomes of command lines that `guides-played.test.ts` does not run. A line has one decision: another test runs it, or nothing here can,
 * for the reason given.
 */
export type Decision = {
  /** The whole line, or what it begins with where it ends with `…`. */
  readonly line: string;
  /** Pages that it is for, by the names of their files; all without it. */
  readonly pages?: readonly string[];
} & (
  | {
      /** The file that runs it. */
      readonly test: string;
      /** What is in that file of it. */
      readonly words: readonly string[];
    }
  | { readonly not: string }
);

const CREATED = ["azure.md", "gcp.md"];
const CONFLUENT = "The Confluent CLI makes and deletes keys in Confluent Cloud.";
const AZURE = "Needs a subscription in Azure.";
const GOOGLE = "Needs a project in Google Cloud.";
const HCP = "Needs an organization in HCP Terraform.";
const SHELL = "Moves about among the reader's own files.";
const NAMES = "Asks for names that only the cloud's own network resolves.";

const INSTALL = {
  pages: ["install.md"],
  test: "test/release/install.test.ts",
  words: ['readGuide("docs/guides/install.md")'],
};
const JEST = {
  pages: ["testing.md"],
  test: "test/release/install.test.ts",
  words: ['readGuide("docs/guides/testing.md")'],
};
const MOVE = {
  pages: ["move-to-cdktn.md"],
  test: "test/release/install.test.ts",
  words: ['readGuide("docs/guides/move-to-cdktn.md")'],
};
const GUARD_RAILS = {
  pages: ["guard-rails.md"],
  test: "test/cli/guard-rails.test.ts",
  words: ['readText("docs/guides/guard-rails.md")'],
};

export const DECISIONS: readonly Decision[] = [
  // Concepts, and the page of the commands.
  {
    line: "npx cluster-linking explain orders",
    pages: ["concepts.md"],
    test: "docs/guides/existing-clusters.md",
    words: ["npx cluster-linking explain orders"],
  },
  {
    line: "until npx cluster-linking status --leg primary-to-jump --drained; do sleep 5; done",
    test: "test/cli/status.test.ts",
    words: ['"--drained", "--leg"'],
  },

  // Guides that are played.
  {
    line: "npx cluster-linking rehearse primary-lost",
    pages: ["existing-clusters.md"],
    test: "test/drills/scenarios.test.ts",
    words: ["primary-lost"],
  },
  {
    line: "npx cluster-linking rehearse rotate-keys",
    pages: ["existing-clusters.md"],
    test: "test/drills/scenarios.test.ts",
    words: ["rotate-keys"],
  },
  { line: "confluent api-key …", not: CONFLUENT },

  // Bidirectional links.
  {
    line: "confluent kafka mirror reverse-and-start …",
    test: "test/runbook/executed.test.ts",
    words: ["turn-round/primary-jump-dr", '"Confluent CLI"'],
  },

  // Everything from an empty account.
  { line: "az …", pages: ["azure.md"], not: AZURE },
  { line: "gcloud …", pages: ["gcp.md"], not: GOOGLE },
  { line: "npm run apps -- …", pages: CREATED, test: ".ci/run", words: ["npm run --silent apps"] },
  { line: "cd apps/…", pages: CREATED, not: SHELL },
  { line: "rm platform.json", pages: CREATED, not: SHELL },
  { line: "git add platform.json …", pages: CREATED, not: SHELL },
  {
    line: "npx cdktf synth",
    pages: [...CREATED, "terraform-cloud.md"],
    test: ".ci/run",
    words: ["apps/*/cdktf.json", "npx --no cdktf synth"],
  },
  {
    line: "npx cdktf deploy platform",
    pages: CREATED,
    test: "test/e2e/platform/life.test.ts",
    words: ['stack("platform")'],
  },
  {
    line: "npm run platform",
    pages: CREATED,
    test: "test/apps/platform/write-platform.test.ts",
    words: ["npm run platform"],
  },
  { line: "npx cdktf deploy network-hub …", pages: ["azure.md"], not: AZURE },
  { line: "npx cdktf deploy network-hub …", pages: ["gcp.md"], not: GOOGLE },
  { line: "getent hosts …", pages: CREATED, not: NAMES },
  { line: "curl …", pages: CREATED, not: NAMES },
  {
    line: "npx cdktf deploy primary-to-jump",
    pages: CREATED,
    test: "test/e2e/life/commands.test.ts",
    words: ['"primary-to-jump"', 'cdktf("deploy"'],
  },
  {
    line: "npx cdktf deploy jump-to-dr --ignore-missing-stack-dependencies",
    pages: CREATED,
    test: "test/e2e/life/commands.test.ts",
    words: ['"jump-to-dr", "--ignore-missing-stack-dependencies"', 'cdktf("deploy"'],
  },
  {
    line: "npx cluster-linking rehearse both-lost",
    pages: CREATED,
    test: "test/drills/alone.test.ts",
    words: ["both-lost"],
  },
  {
    line: "terraform -chdir=cdktf.out/stacks/jump-to-dr init",
    pages: CREATED,
    test: "docs/guides/failover.md",
    words: ["terraform -chdir=cdktf.out/stacks/jump-to-dr init"],
  },
  {
    line: "terraform -chdir=cdktf.out/stacks/jump-to-dr apply -refresh=false …",
    pages: [...CREATED, "terraform-cloud.md"],
    test: "test/e2e/life/commands.test.ts",
    words: ["-refresh=false", "-var=failover=FAILED_OVER", "-chdir="],
  },

  // HCP Terraform.
  { line: "terraform -chdir=cdktf.out/stacks/workspaces init", pages: ["terraform-cloud.md"], not: HCP },
  { line: "npx cdktf deploy …", pages: ["terraform-cloud.md"], not: HCP },
  { line: "terraform import tfe_…", pages: ["terraform-cloud.md"], not: HCP },

  // Packages.
  { ...INSTALL, line: "mkdir kafka-dr" },
  { ...INSTALL, line: "cd kafka-dr" },
  { ...INSTALL, line: "npm init --yes" },
  { ...INSTALL, line: "npm install …" },
  { ...INSTALL, line: "npx tsc" },
  { ...INSTALL, line: "npx cdktf synth" },
  { ...INSTALL, line: "npx cluster-linking explain orders" },
  { line: "npm ci", pages: ["publish.md"], test: ".ci/run", words: ["npm ci"] },
  {
    line: "npm run release -- …",
    pages: ["publish.md"],
    test: "test/release/install.test.ts",
    words: ['"release", "--"'],
  },
  { ...JEST, line: "npm install --save-dev jest@30 …" },
  { ...JEST, line: "npx jest" },
  { ...MOVE, line: "npm uninstall cdktf …" },
  { ...MOVE, line: "npm install cdktf@npm:cdktn@…" },
  { ...MOVE, line: "npm install --save-dev cdktn-cli@…" },
  { ...MOVE, line: "npx cdktn synth" },
  { ...MOVE, line: "npx tsx main.ts" },
  {
    line: "terraform -chdir=cdktf.out/stacks/jump-to-dr plan",
    pages: ["move-to-cdktn.md"],
    test: "docs/guides/failover.md",
    words: ["terraform -chdir=cdktf.out/stacks/jump-to-dr plan"],
  },

  // Guard rails.
  { ...GUARD_RAILS, line: "npx cdktf synth" },
  { ...GUARD_RAILS, line: "sh check-leg.sh …" },
  { ...GUARD_RAILS, line: "sh run-task.sh < payload.json" },
  { ...GUARD_RAILS, line: "cp primary-to-jump.tftest.hcl …" },
  { ...GUARD_RAILS, line: "cp jump-to-dr.tftest.hcl …" },
  { ...GUARD_RAILS, line: "terraform …" },
];

/** Guides that `guides-played.test.ts` plays from one to the next, in this order. */
export const PLAYED = ["existing-clusters", "adopt", "rotate", "failover", "failback"];

/** The decisions on a line of a page. */
export function decisionsOn(page: string, line: string): readonly Decision[] {
  return DECISIONS.filter(
    ({ line: text, pages }) =>
      (pages?.some((name) => page.endsWith(`/${name}`)) ?? true) &&
      (text.endsWith("…") ? line.startsWith(text.slice(0, -1)) : line === text),
  );
}
