import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesBelow, ROOT, runNode, temporaryFolder } from "./support";

const CDKTF = join(ROOT, "node_modules/cdktf-cli/bundle/bin/cdktf");
const config = JSON.parse(readFileSync(join(ROOT, "cdktf.json"), "utf8"));
const bindings = filesBelow(join(ROOT, ".gen"));

function copyOfRoot(terraformModules: readonly object[] = []): string {
  const copy = temporaryFolder();
  for (const name of [".gen", "package.json"]) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  writeFileSync(join(copy, "cdktf.json"), JSON.stringify({ ...config, terraformModules }));
  mkdirSync(join(copy, "network"));
  writeFileSync(join(copy, "network/main.tf"), 'variable "region" {}\n');
  return copy;
}

describe("cdktf get", () => {
  it("gets nothing for the root", async () => {
    expect(config).toMatchObject({ terraformProviders: [], terraformModules: [] });
    const copy = copyOfRoot();
    const { output } = await runNode([CDKTF, "get"], copy);
    expect(output).toContain("No providers or modules found");
    expect(filesBelow(join(copy, ".gen"))).toEqual(bindings);
  });

  it.each(["get", "get --force"])("leaves the bindings alone when %s brings something else", async (command) => {
    const copy = copyOfRoot([{ name: "network", source: "./network" }]);
    expect(await runNode([CDKTF, ...command.split(" ")], copy)).toMatchObject({ code: 0 });
    expect(Object.keys(filesBelow(join(copy, config.codeMakerOutput)))).toContain(join("modules", "network.ts"));
    expect(filesBelow(join(copy, ".gen"))).toEqual(bindings);
  });
});
