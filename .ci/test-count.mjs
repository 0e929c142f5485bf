// Prints how many tests of a JSON report passed and failed. A file that could not be run counts as a failed test; a skipped test is refused.
import { readFileSync } from "node:fs";

const report = JSON.parse(readFileSync(process.argv[2], "utf8"));
const tests = report.testResults.flatMap((file) => file.assertionResults);
const broken = report.testResults.filter(
  (file) => file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed"),
);
const passed = tests.filter(({ status }) => status === "passed").length;
const failed = tests.filter(({ status }) => status === "failed").length + broken.length;
const skipped = tests.filter(({ status }) => status !== "passed" && status !== "failed");

for (const { fullName } of skipped) console.log(`skipped: ${fullName}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed + skipped.length > 0 || passed === 0 ? 1 : 0;
