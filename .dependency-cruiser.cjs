const uninstalledApps = require("./.ci/uninstalled-apps.cjs");

/** Folders of lib, each with the folders that it may import. */
const LAYERS = {
  model: [],
  core: ["model"],
  kafka: ["core", "model"],
  link: ["kafka", "core", "model"],
  mirror: ["link", "kafka", "core", "model"],
  topology: ["mirror", "link", "kafka", "core", "model"],
  policy: ["core", "model"],
  testing: ["policy", "cli", "core", "model"],
  cli: ["runbook", "rehearsal", "model"],
  runbook: ["model"],
  rehearsal: ["runbook", "model"],
};

const FRAMEWORK = "(^|/)node_modules/(cdktf|constructs)/";
const BINDINGS = "(^|/)[.]gen/providers/confluent/src/";
const WITHOUT_BINDINGS = ["model", "core", "policy", "testing", "cli", "runbook", "rehearsal"];
const WITH_NODE = ["core", "cli", "rehearsal"];
const WITHOUT_FRAMEWORK = ["model", "cli", "runbook", "rehearsal"];
const WITH_PACKAGES = ["rehearsal"];

/** Apps that install the library as its users do, and so can be copied to elsewhere. */
const INSTALLED_APPS = ["azure-private-link", "gcp-private-service-connect", "terraform-cloud"];

const folders = (names) => `^lib/(${names.join("|")})/`;

const layerRules = Object.entries(LAYERS).map(([layer, below]) => ({
  name: `layer-${layer}`,
  comment: `lib/${layer} imports from lib only ${below.length === 0 ? "itself" : `itself and ${below.join(", ")}`}`,
  severity: "error",
  from: { path: folders([layer]) },
  to: { path: "^lib/", pathNot: [folders([layer, ...below]), "^lib/index[.]ts$"] },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: "unknown-layer",
      comment: "every folder of lib has its place among the layers",
      severity: "error",
      from: { path: "^lib/", pathNot: [folders(Object.keys(LAYERS)), "^lib/index[.]ts$"] },
      to: {},
    },
    {
      name: "no-framework",
      comment: "the model and the command line start without cdktf and constructs",
      severity: "error",
      from: { path: folders(WITHOUT_FRAMEWORK) },
      to: { path: FRAMEWORK },
    },
    {
      name: "no-node-built-ins",
      comment: "only lib/core, lib/cli and lib/rehearsal use Node itself",
      severity: "error",
      from: { path: "^lib/", pathNot: folders(WITH_NODE) },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no-bindings",
      comment: "generated resources are wrapped from lib/kafka on",
      severity: "error",
      from: { path: folders(WITHOUT_BINDINGS) },
      to: { path: BINDINGS },
    },
    {
      name: "no-other-packages",
      comment: "lib has no dependencies but cdktf, constructs and the bindings; the rehearsal brings its own",
      severity: "error",
      from: { path: "^lib/", pathNot: folders(WITH_PACKAGES) },
      to: { path: "(^|/)node_modules/", pathNot: FRAMEWORK },
    },
    {
      name: "no-barrel",
      comment:
        "lib is imported by file, and the bindings by @cdktf/provider-confluent/lib/*: their barrel costs 100 ms",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: ["^lib/index[.]ts$", "(^|/)[.]gen/providers/confluent/src/index[.]ts$"] },
    },
    {
      name: "provider-by-http",
      comment: "the provider server knows the emulated cloud by HTTP alone, as the real one does",
      severity: "error",
      from: { path: "^lib/rehearsal/provider/" },
      to: { path: "^lib/rehearsal/", pathNot: "^lib/rehearsal/(provider|clock)/" },
    },
    {
      name: "cloud-alone",
      comment: "the emulated cloud knows nothing of those who call it",
      severity: "error",
      from: { path: "^lib/rehearsal/cloud/" },
      to: { path: "^lib/rehearsal/", pathNot: "^lib/rehearsal/(cloud|clock)/" },
    },
    {
      name: "no-upward",
      comment: "lib knows nothing of what uses it",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: ["^apps/", "^test/", "^bench/", "^[.]ci/"] },
    },
    {
      name: "apps-by-name",
      comment: 'apps import the library as its users do: from "cdktf-cluster-linking"',
      severity: "error",
      from: { path: "^apps/" },
      to: { path: "^lib/", dependencyTypes: ["local"] },
    },
    {
      name: "apps-alone",
      comment: "an app uses nothing of another app, of tests or of the house; what apps share is in apps/common",
      severity: "error",
      from: { path: "^apps/([^/]+)/" },
      to: { path: "^(apps|test|bench|[.]ci)/", pathNot: ["^apps/$1/", "^apps/common/"] },
    },
    {
      name: "apps-packages",
      comment: 'an app with packages of its own has what apps share from "cluster-linking-apps"',
      severity: "error",
      from: { path: `^apps/(${INSTALLED_APPS.join("|")})/` },
      to: { path: "^apps/common/" },
    },
    {
      name: "no-cycle",
      comment: "files do not import each other in a circle",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "not-resolvable",
      comment: "an import that leads nowhere would escape the other rules",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    exclude: { path: uninstalledApps(__dirname).map((app) => `^${app}/`) },
    doNotFollow: { path: ["node_modules", "[.]gen/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["require", "node", "default", "types"],
      extensions: [".ts", ".mts", ".cts", ".js", ".mjs", ".cjs", ".json", ".d.ts"],
    },
  },
};
