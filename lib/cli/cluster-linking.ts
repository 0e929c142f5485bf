#!/usr/bin/env node
import { run } from "./run";

run(process.argv.slice(2), process.env, { progress: (line) => process.stderr.write(`${line}\n`) }).then(
  ({ text, failed, exitCode }) => {
    (failed ? process.stderr : process.stdout).write(`${text}\n`);
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 2;
  },
);
