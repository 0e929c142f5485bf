import { defineConfig } from "vitest/config";

/** Tests that only build apps in memory: they leave nothing behind, so they need no process of their own each. */
const IN_MEMORY = [
  ...["core", "kafka", "link", "mirror", "topology", "rules", "model", "policy", "contract", "golden", "cli"],
  ...["runbook", "hostile", "rehearsal/clock", "rehearsal/cloud", "rehearsal/resources"],
].map((name) => `test/${name}/**/*.test.ts`);

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Much of the time is Terraform's and npm's, which run beside.
    maxWorkers: "100%",
    projects: [
      { extends: true, test: { name: "in memory", include: IN_MEMORY, isolate: false } },
      { extends: true, test: { name: "whole", include: ["test/**/*.test.ts"], exclude: IN_MEMORY } },
    ],
    coverage: {
      provider: "v8",
      include: ["lib/**/*.ts"],
      reporter: ["text-summary", "json-summary"],
      thresholds: { lines: 95, branches: 90 },
    },
  },
});
