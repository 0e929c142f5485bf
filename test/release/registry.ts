import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../house/repository";

const HERE = join(__dirname, "verdaccio");
const USER = { name: "releaser", password: "a-password-of-the-test" };

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An internal npm registry on loopback that passes on what it has not to the registry that npm is configured with. */
export class InternalRegistry {
  private constructor(
    public readonly url: string,
    /** The token of the user that publishes. */
    public readonly token: string,
    private readonly folder: string,
    private readonly process: ChildProcess,
  ) {}

  public static async start(): Promise<InternalRegistry> {
    const folder = mkdtempSync(join(tmpdir(), "internal-registry-"));
    cpSync(HERE, folder, { recursive: true });
    succeed(spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder, encoding: "utf8" }));
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/`;
    writeFileSync(join(folder, "config.yaml"), configuration(folder));
    const command = join(folder, "node_modules/verdaccio/bin/verdaccio");
    const child = spawn(process.execPath, [command, "--config", "config.yaml", "--listen", `127.0.0.1:${port}`], {
      cwd: folder,
      stdio: "ignore",
    });
    try {
      await answering(url);
      return new InternalRegistry(url, await login(url), folder, child);
    } catch (error) {
      child.kill();
      throw error;
    }
  }

  /** Environment of somebody who is logged in here: npm's own configuration, and the token in the file of the user. */
  public userEnvironment(): NodeJS.ProcessEnv {
    const file = join(this.folder, "user.npmrc");
    const { npm_config_registry: _, NPM_CONFIG_REGISTRY: __, npm_config_userconfig, ...inherited } = process.env;
    const own = process.env["NPM_CONFIG_USERCONFIG"] ?? npm_config_userconfig ?? join(homedir(), ".npmrc");
    const before = existsSync(own) ? readFileSync(own, "utf8") : "";
    writeFileSync(file, `${before}\n${this.url.replace("http:", "")}:_authToken=${this.token}\n`);
    return { ...inherited, NPM_CONFIG_USERCONFIG: file, npm_config_userconfig: file };
  }

  /** Versions of a package with the hash of their contents; none where the registry has no such package. */
  public async versions(name: string): Promise<Record<string, string>> {
    const response = await fetch(`${this.url}${name.replace("/", "%2f")}`);
    if (response.status === 404) return {};
    const { versions } = (await response.json()) as { versions: Record<string, { dist: { integrity: string } }> };
    return Object.fromEntries(Object.entries(versions).map(([version, { dist }]) => [version, dist.integrity]));
  }

  /** Whether somebody got a package here that came from the registry above. */
  public passedOn(name: string): boolean {
    return existsSync(join(this.folder, "storage", name));
  }

  public async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    this.process.kill();
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The two names stay at home; everything else may come from the registry above. */
function configuration(folder: string): string {
  const upstream = succeed(spawnSync("npm", ["config", "get", "registry"], { cwd: ROOT, encoding: "utf8" })).trim();
  mkdirSync(join(folder, "storage"));
  return `storage: ./storage
auth:
  htpasswd:
    file: ./htpasswd
uplinks:
  above:
    url: ${upstream}
    maxage: 60m
packages:
  "cdktf-cluster-linking":
    access: $all
    publish: $authenticated
  "@cdktf/provider-confluent":
    access: $all
    publish: $authenticated
  "@acme/*":
    access: $all
    publish: $authenticated
  "**":
    access: $all
    publish: $authenticated
    proxy: above
log: { type: stdout, format: json, level: error }
`;
}

function succeed({ status, stdout, stderr }: Run): string {
  if (status !== 0) throw new Error(stdout + stderr);
  return stdout;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    const up = await fetch(`${url}-/ping`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("The registry does not answer.");
}

async function login(url: string): Promise<string> {
  const response = await fetch(`${url}-/user/org.couchdb.user:${USER.name}`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(USER),
  });
  const { token } = (await response.json()) as { token?: string };
  if (token === undefined) throw new Error(`The registry made no user: ${response.status}`);
  return token;
}
