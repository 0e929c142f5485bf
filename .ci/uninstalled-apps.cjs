const { existsSync, readdirSync } = require("node:fs");
const { join } = require("node:path");

/**
 * Apps with packages of their own that are not installed: what they import leads nowhere, so they cannot be checked.
 * In CI there are none: there it is an error.
 */
module.exports = function uninstalledApps(root) {
  if (process.env.CI === "true") return [];
  const apps = readdirSync(join(root, "apps"))
    .filter((name) => existsSync(join(root, "apps", name, "package-lock.json")))
    .filter((name) => !existsSync(join(root, "apps", name, "node_modules/cdktf")))
    .map((name) => `apps/${name}`);
  if (apps.length > 0) {
    process.stderr.write(`not checked, as not installed ("npm run apps" does it): ${apps.join(", ")}\n`);
  }
  return apps;
};
