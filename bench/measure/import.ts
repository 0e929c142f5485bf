import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";

const load = createRequire(__filename);
load("cdktf");
const start = performance.now();
load("cdktf-cluster-linking");
process.stdout.write(JSON.stringify({ milliseconds: performance.now() - start, digest: "" }));
