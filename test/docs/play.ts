import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { text } from "node:stream/consumers";
import { stripVTControlCharacters } from "node:util";
import { DOCUMENT_NAME, parseDocument } from "../../lib/model/document";
import type { KeyPair } from "../../lib/rehearsal/cloud/control/grants";
import { restCalls } from "../../lib/rehearsal/drills/confluent";
import { terraformEnvironment } from "../../lib/rehearsal/terraform/environment";
import { RehearsalCloud } from "../../lib/rehearsal/terraform/rehearsal-cloud";
import { cdktf } from "../e2e/support";
import { ExampleProject } from "../house/example-project";
import { ROOT } from "../house/repository";

const LEG = /\b(?:primary-to-jump|jump-to-dr|dr-to-jump|jump-to-primary)\b/;
const SECOND = 1000;

/** A person says yes to a plan; a lock file has no entry for a provider that is attached; and synth was run just before. */
const ANSWERS = "--auto-approve --skip-provider-lock --skip-synth";

/** The clusters of the guides. */
export const PRIMARY = "lkc-1111";
export const JUMP = "lkc-2222";
export const DR = "lkc-3333";
const CLUSTERS = new Map([
  ["PRIMARY", PRIMARY],
  ["JUMP", JUMP],
  ["DR", DR],
]);

export interface PlayedLine {
  readonly line: string;
  readonly printed: string;
}

/** A reader of the guides: a project, a shell on the machine of each leg, and an emulated Confluent Cloud. */
export class Play {
  public readonly project: ExampleProject;
  readonly #cloud: RehearsalCloud;
  readonly #keys = new Map<string, KeyPair>();
  #attached: Readonly<Record<string, string>> = {};
  /** What was exported on the machine of a leg. */
  readonly #exported = new Map<string, Record<string, string>>();

  private constructor(project: ExampleProject, cloud: RehearsalCloud) {
    this.project = project;
    this.#cloud = cloud;
  }

  /** The first `cdktf synth` of a folder is cdktf's; those after it run the app by itself, which is the same in less time. */
  public static async start(files: Readonly<Record<string, string>>): Promise<Play> {
    const project = new ExampleProject(files);
    project.addProgram(
      "cdktf",
      `node="${process.execPath}"
[ "$1" = synth ] && [ -e cdktf.out ] && exec "$node" --import tsx main.ts
[ "$1" = deploy ] && set -- "$@" ${ANSWERS}
exec "$node" "${cdktf()[0] ?? ""}" "$@"`,
    );
    project.addProgram("cluster-linking", `exec "${process.execPath}" "${join(ROOT, "bin/cluster-linking.cjs")}" "$@"`);
    // Without npm, which looks for what is there anyway.
    project.addProgram("npx", `name=$1\nshift\nexec "${project.path("node_modules/.bin")}/$name" "$@"`);
    return new Play(project, await RehearsalCloud.start());
  }

  public async stop(): Promise<void> {
    await this.#cloud.stop();
    this.project.remove();
  }

  public get cloud(): RehearsalCloud {
    return this.#cloud;
  }

  /** Makes the clusters that the project's app names, as they are before anybody links them. */
  public async makeClusters(): Promise<void> {
    const document = parseDocument(readFileSync(this.project.path(`cdktf.out/${DOCUMENT_NAME}`), "utf8"));
    this.#attached = this.#cloud.environmentOf({}, document);
    await this.#cloud.addClusters(document);
    await this.#cloud.createSourceTopics(document);
  }

  /** Runs the lines of a block one by one. Throws when one fails. */
  public async block(lines: readonly string[], before: (line: string) => Promise<void>): Promise<PlayedLine[]> {
    const leg = lines.map((line) => LEG.exec(line)?.[0]).find((found) => found !== undefined) ?? "";
    const played: PlayedLine[] = [];
    let folder = this.project.folder;
    for (const line of lines) {
      await before(line);
      if (line.startsWith("cd ")) {
        folder = join(folder, line.slice("cd ".length));
      } else if (line.startsWith("export ")) {
        Object.assign(this.#machineOf(leg), await this.#exports(line, leg));
      } else if (line.startsWith("confluent ")) {
        await this.#confluent(line);
      } else {
        played.push({ line, printed: await this.#run(line, LEG.exec(line)?.[0] ?? leg, folder) });
      }
    }
    return played;
  }

  /** What the Confluent CLI would send. */
  async #confluent(line: string): Promise<void> {
    const [, topic, cluster] = /^confluent kafka topic delete (\S+) --cluster (\S+)$/.exec(line) ?? [];
    if (topic === undefined || cluster === undefined) throw new Error(`Nobody knows what ${line} sends.`);
    for (const { method, path } of restCalls({ kind: "topic-delete", topics: [topic], cluster }) ?? []) {
      const { key, secret } = this.#key(`people of ${cluster}`, cluster);
      const { status } = await fetch(`${this.#cloud.emulator.restUrl(cluster)}/kafka/v3/clusters/${cluster}${path}`, {
        method,
        headers: { authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString("base64")}` },
      });
      if (status >= 300) throw new Error(`${line}: ${status}`);
    }
  }

  async #exports(line: string, leg: string): Promise<Record<string, string>> {
    const filled = line.replace(
      /<([a-z0-9-]+)-api-(key|secret)((?:-[a-z0-9-]+)?)>/g,
      (_, name: string, part: "key" | "secret", rest: string) => this.#key(`${name}${rest}`)[part],
    );
    const printed = await this.#sh(`${filled}; env -0`, this.project.folder, this.#environment(leg));
    const names = new Set([...filled.matchAll(/(\w+)=/g)].map(([, name]) => name));
    return Object.fromEntries(
      printed
        .split("\0")
        .map((entry): [string, string] => [entry.slice(0, entry.indexOf("=")), entry.slice(entry.indexOf("=") + 1)])
        .filter(([name]) => names.has(name)),
    );
  }

  /** A key by what a guide calls it. The name has that of its cluster. */
  #key(name: string, cluster = CLUSTERS.get(/primary|jump|dr/.exec(name)?.[0].toUpperCase() ?? "")): KeyPair {
    if (cluster === undefined) throw new Error(`Nobody knows which cluster ${name} is a key of.`);
    const made = this.#keys.get(name) ?? this.#cloud.emulator.grantAll(cluster);
    this.#keys.set(name, made);
    return made;
  }

  #machineOf(leg: string): Record<string, string> {
    const exported = this.#exported.get(leg) ?? {};
    this.#exported.set(leg, exported);
    return exported;
  }

  #environment(leg: string): NodeJS.ProcessEnv {
    const { clusters } = this.#cloud.emulator.cloud.state;
    const endpoints = [...CLUSTERS]
      .filter(([, id]) => clusters.has(id))
      .map(([name, id]) => [`CLUSTER_LINKING_${name}_REST_ENDPOINT`, this.#cloud.emulator.restUrl(id)]);
    return terraformEnvironment(process.env, {
      ...this.#attached,
      PATH: `${this.project.path("node_modules/.bin")}${delimiter}${process.env["PATH"] ?? ""}`,
      CI: "1",
      DISABLE_VERSION_CHECK: "1",
      CDKTF_OUTDIR: undefined,
      TOPOLOGY_FILE: undefined,
      ...Object.fromEntries(endpoints),
      ...this.#machineOf(leg),
    });
  }

  /** The provider is in this process: what it reads on import has to be told to it. */
  async #run(line: string, leg: string, folder: string): Promise<string> {
    const environment = this.#environment(leg);
    const script = /^sh (\S+)\/run\.sh\b/.exec(line)?.[1];
    const given =
      script !== undefined && existsSync(join(folder, script, "environment.sh"))
        ? await this.#sh(`. ./${script}/environment.sh; env -0`, folder, environment)
        : Object.entries(environment)
            .map(([name, value]) => `${name}=${value ?? ""}`)
            .join("\0");
    const imports = given.split("\0").filter((entry) => entry.startsWith("IMPORT_"));
    for (const entry of imports) {
      this.#cloud.environment[entry.slice(0, entry.indexOf("="))] = entry.slice(entry.indexOf("=") + 1);
    }
    const time = line.includes("cluster-linking ") ? setInterval(() => void this.#cloud.wait(SECOND), 100) : undefined;
    try {
      if (time !== undefined) await this.#cloud.wait(60 * SECOND);
      return await this.#sh(line, folder, environment);
    } finally {
      clearInterval(time);
      for (const entry of imports) delete this.#cloud.environment[entry.slice(0, entry.indexOf("="))];
    }
  }

  async #sh(script: string, cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
    const child = spawn("sh", ["-c", script], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const status = new Promise<number | null>((end, reject) => child.once("error", reject).once("close", end));
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const printed = stripVTControlCharacters(stdout);
    if ((await status) !== 0) throw new Error(`${script}\n${printed}\n${stripVTControlCharacters(stderr)}`);
    return printed;
  }
}
