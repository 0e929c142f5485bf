import { spawnSync } from "node:child_process";
import type { ReleaseOptions } from "./options";
import type { StagedPackage } from "./staged-package";

/** The registry that npm, as it is configured, or an option, leads to. Who may publish is npm's business: no token passes through here. */
export class Registry {
  private readonly args: readonly string[];

  public constructor({ registry, tag }: Pick<ReleaseOptions, "registry" | "tag">) {
    this.args = registry === undefined ? [] : ["--registry", registry];
    this.tag = tag === undefined ? [] : ["--tag", tag];
  }

  private readonly tag: readonly string[];

  /** Integrity of a version that is published, or nothing. */
  public published({ name, version }: StagedPackage): string | undefined {
    const { status, stdout, stderr } = this.npm(["view", `${name}@${version}`, "dist.integrity", "--json"]);
    if (status === 0) return stdout.trim() === "" ? undefined : (JSON.parse(stdout) as string);
    if (/"code":\s*"E404"/.test(stdout) || stderr.includes("E404")) return undefined;
    throw new Error(`The registry cannot be asked for ${name}:\n${stderr.trim()}`);
  }

  public publish({ name, version, tarball }: StagedPackage): void {
    const { status, stderr } = this.npm(["publish", tarball, ...this.tag]);
    if (status !== 0) throw new Error(`npm publish of ${name}@${version} failed:\n${stderr.trim()}`);
  }

  private npm(args: readonly string[]) {
    return spawnSync("npm", [...args, ...this.args], { encoding: "utf8" });
  }
}
