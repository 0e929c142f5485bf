import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * Files that hold secrets because Terraform puts them there: its states and saved plans, by these names and no others. Who keeps a plan as
 * JSON has made such a file too; none of this project's commands writes one.
 */
const TERRAFORM_HOLDS = /(?:^|[/\\])(?:[^/\\]*\.tfstate[^/\\]*|[^/\\]*\.tfplan)$/;

/** Secrets that may be found nowhere. */
export class Canaries {
  readonly #forms = new Map<string, string>();

  /** Makes one, of the form of a Confluent secret: letters of both cases, digits, `+`, `/` and `=`. */
  public make(name: string): string {
    const canary = `cn+${randomBytes(24).toString("base64")}/q==`;
    this.add(name, canary);
    return canary;
  }

  /** Takes one that somebody else made. */
  public add(name: string, canary: string): void {
    if (canary.length < 12) throw new Error(`${name} is too short to be looked for.`);
    const bytes = Buffer.from(canary);
    this.#forms.set(canary, name);
    this.#forms.set(encodeURIComponent(canary), `${name}, for a URL`);
    this.#forms.set(new URLSearchParams({ x: canary }).toString().slice(2), `${name}, for a form`);
    this.#forms.set(JSON.stringify(canary).slice(1, -1), `${name}, in JSON`);
    this.#forms.set(bytes.toString("hex"), `${name}, in hexadecimal digits`);
    // Text before it shifts the digits of base64: those at the ends depend on what stands beside it.
    for (const before of [0, 1, 2]) {
      const digits = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
      const own = digits.slice(before === 0 ? 0 : 4, -4);
      this.#forms.set(own, `${name}, in base64`);
      this.#forms.set(own.replaceAll("+", "-").replaceAll("/", "_"), `${name}, in base64 for URLs`);
    }
  }

  /** Names of the canaries in a text. */
  public in(text: string): string[] {
    return [...this.#forms].filter(([form]) => text.includes(form)).map(([, name]) => name);
  }

  /** The canaries in the files of folders, states and saved plans of Terraform excepted. */
  public inFiles(...folders: readonly string[]): string[] {
    return folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
        .filter((file) => !TERRAFORM_HOLDS.test(file))
        .flatMap((file) => {
          const where = relative(folder, file);
          const found = [
            ...this.in(readFileSync(file, "latin1")),
            ...this.in(readFileSync(file, "utf16le")),
            ...this.in(where),
          ];
          return found.map((name) => `${where}: ${name}`);
        }),
    );
  }

  /** Number of files that were looked into. */
  public static files(folder: string): number {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
  }
}
