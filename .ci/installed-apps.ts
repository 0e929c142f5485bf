import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fingerprint } from "./fingerprint";
import { packagesToBuild } from "./packages";

const ROOT = resolve(__dirname, "..");
const STAMP = "node_modules/.installed-from.json";

interface Inputs {
  /** Of everything that comes from the registry. */
  readonly lock: string;
  /** Of each package of this repository, by name. */
  readonly local: Readonly<Record<string, string>>;
}

/** An app that installs the library as its users do. */
export class InstalledApp {
  public readonly folder: string;

  public constructor(public readonly name: string) {
    this.folder = join(ROOT, "apps", name);
  }

  public static all(): InstalledApp[] {
    return readdirSync(join(ROOT, "apps"))
      .filter((name) => existsSync(join(ROOT, "apps", name, "package-lock.json")))
      .map((name) => new InstalledApp(name));
  }

  /** Packages of this repository that the app depends on: folders by name. */
  public get localPackages(): ReadonlyMap<string, string> {
    const { dependencies } = JSON.parse(readFileSync(join(this.folder, "package.json"), "utf8")) as {
      dependencies: Readonly<Record<string, string>>;
    };
    const local = Object.entries(dependencies).filter(([, version]) => version.startsWith("file:"));
    return new Map(local.map(([name, version]) => [name, join(this.folder, version.slice("file:".length))]));
  }

  /** Whether it is installed, and from what is there now. */
  public get state(): "absent" | "outdated" | "current" {
    const installed = this.installedFrom();
    if (!installed) return "absent";
    const now = this.inputs();
    if (installed.lock !== now.lock) return "outdated";
    return packagesToBuild().length === 0 && this.outdated(installed, now).length === 0 ? "current" : "outdated";
  }

  /** What has to be done so that it is installed from what was built: everything, or some local packages. */
  public toInstall(): "everything" | readonly string[] {
    const installed = this.installedFrom();
    const now = this.inputs();
    return installed?.lock === now.lock ? this.outdated(installed, now) : "everything";
  }

  public markInstalled(): void {
    writeFileSync(join(this.folder, STAMP), JSON.stringify(this.inputs()));
  }

  private outdated(installed: Inputs, now: Inputs): string[] {
    return Object.keys(now.local).filter((name) => installed.local[name] !== now.local[name]);
  }

  private installedFrom(): Inputs | undefined {
    const file = join(this.folder, STAMP);
    return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Inputs) : undefined;
  }

  private inputs(): Inputs {
    const local = [...this.localPackages].map(([name, folder]) => [name, fingerprint(folder, ["."])] as const);
    return {
      lock: fingerprint(this.folder, ["package.json", "package-lock.json", ".npmrc"]),
      local: Object.fromEntries(local),
    };
  }
}
