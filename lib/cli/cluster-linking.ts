#!/usr/bin/env node
import { run } from "./run";

const { text, failed, exitCode } = run(process.argv.slice(2), process.env);
(failed ? process.stderr : process.stdout).write(`${text}\n`);
process.exitCode = exitCode;
