import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { ROOT, readJson } from "../start/files";

const LEGS = ["primary-to-jump", "jump-to-dr"];

/** A temporary folder with all files of one running emulator. */
export class Workplace {
  readonly #folder = realpathSync(mkdtempSync(join(tmpdir(), "cluster-linking-emulator-")));

  /** Where the app is synthesised once, to know its clusters and variables. */
  public get out(): string {
    return join(this.#folder, "out");
  }

  /** A copy of the topology with the states kept here. */
  public topology(): string {
    const { TOPOLOGY_FILE } = process.env;
    const original = TOPOLOGY_FILE ? resolve(TOPOLOGY_FILE) : join(ROOT, "apps/existing-clusters/topology.json");
    const states = LEGS.map((leg) => [leg, { path: join(this.#folder, "states", `${leg}.tfstate`) }]);
    const backend = { type: "local", stacks: Object.fromEntries(states) as object };
    return this.write("topology.json", JSON.stringify({ ...(readJson(original) as object), backend }, null, 2));
  }

  /** Writes a file that only its owner can read, and gives back where it is. */
  public write(name: string, content: string): string {
    const file = join(this.#folder, name);
    writeFileSync(file, content, { mode: 0o600 });
    return file;
  }

  public remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
