import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { isAbsolute, join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeWithTerraform, newFolder, ROOT } from "../e2e/support";
import { forward } from "./support";

const GUARD = join(__dirname, "guard.cjs");
const COMMAND = [join(ROOT, "bin/cluster-linking.cjs"), "rehearse"];
const CAN_TRACE = spawnSync("strace", ["-qq", "-o", "/dev/null", "true"]).status === 0;
const TRACED =
  "connect,openat,open,creat,rename,renameat,renameat2,unlink,unlinkat,rmdir,mkdir,mkdirat,link,linkat,symlink,symlinkat,truncate,chmod,fchmodat";

/** What must not reach Terraform or its provider. */
const FOREIGN = {
  TF_CLOUD_ORGANIZATION: "other",
  TF_CLOUD_HOSTNAME: "terraform.example.test",
  TF_WORKSPACE: "other",
  TF_CLI_ARGS: "-no-such-flag",
  TF_CLI_ARGS_plan: "-destroy",
  TF_VAR_failover: "PROMOTED",
  TF_DATA_DIR: "/nowhere",
  CONFLUENT_CLOUD_API_KEY: "real",
  CONFLUENT_CLOUD_API_SECRET: "real",
  IMPORT_KAFKA_REST_ENDPOINT: "https://real.example.test",
  KAFKA_REST_ENDPOINT: "https://real.example.test",
};

interface Place {
  readonly cwd: string;
  readonly home: string;
  readonly tmp: string;
  readonly reports: string;
  readonly guardLog: string;
  readonly trace: string;
}

function newPlace(): Place {
  const folder = newFolder();
  const at = (name: string): string => join(folder, name);
  for (const name of ["cwd", "home", "tmp"]) mkdirSync(at(name));
  return {
    cwd: at("cwd"),
    home: at("home"),
    tmp: at("tmp"),
    reports: at("reports"),
    guardLog: at("guard.log"),
    trace: at("trace"),
  };
}

const environment = ({ home, tmp, guardLog }: Place, proxy: string): NodeJS.ProcessEnv => ({
  PATH: process.env["PATH"],
  HOME: home,
  TMPDIR: tmp,
  GUARD_LOG: guardLog,
  NODE_OPTIONS: `--require ${GUARD}`,
  HTTP_PROXY: proxy,
  HTTPS_PROXY: proxy,
  http_proxy: proxy,
  https_proxy: proxy,
  ...FOREIGN,
});

/** Files of a folder with their times and contents. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => {
      const stats = statSync(path);
      return `${path} ${stats.mtimeMs} ${stats.isFile() ? readFileSync(path, "utf8") : ""}`;
    });
}

/** What tsx keeps of what it has compiled. */
const ofTsx = (name: string): boolean => name.startsWith("tsx-") || name === "node-compile-cache";

describeWithTerraform("a rehearsal of stacks whose states are in HCP Terraform", () => {
  const place = newPlace();
  const out = forward({ remote: true });
  const before = filesOf(out);
  const asked: string[] = [];
  let trap: Server;
  let run: { status: number | null; stdout: string; stderr: string };

  beforeAll(async () => {
    trap = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.writeHead(502).end();
    });
    trap.on("connect", (request, socket) => {
      asked.push(`CONNECT ${request.url}`);
      socket.end();
    });
    await once(trap.listen(0, "127.0.0.1"), "listening");
    const proxy = `http://127.0.0.1:${(trap.address() as AddressInfo).port}`;
    const node = [process.execPath, ...COMMAND, "both-lost", "--out", out, "--report", place.reports];
    const [program, ...args] = CAN_TRACE
      ? ["strace", "-f", "-qq", "-y", "-e", `trace=${TRACED}`, "-o", place.trace, ...node]
      : node;
    const child = spawn(program!, args, { cwd: place.cwd, env: environment(place, proxy), stdio: "pipe" });
    const ended = once(child, "close") as Promise<[number | null]>;
    const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    run = { status, stdout, stderr };
  });
  afterAll(() => trap.close());

  it("holds its promises, whatever the caller's environment says", () => {
    expect(run.status, run.stdout + run.stderr).toBe(0);
    expect(run.stdout).toContain("terraform -chdir=");
    expect(run.stdout).toContain(" apply -refresh=false -var=failover=FAILED_OVER");
    expect(run.stdout).toContain("States of primary-to-jump, jump-to-dr were local here");
  });

  it("opens no connection but to this machine", () => {
    expect(asked).toEqual([]);
    expect(readdirSync(join(place.guardLog, ".."))).not.toContain("guard.log");
    if (!CAN_TRACE) return;
    const connects = readFileSync(place.trace, "utf8")
      .split("\n")
      .filter((line) => / connect\(/.test(line));
    expect(connects.length).toBeGreaterThan(20);
    const abroad = connects.filter(
      (line) => /AF_INET/.test(line) && !/inet_addr\("127\.|inet_pton\(AF_INET6, "::1"/.test(line),
    );
    expect(abroad).toEqual([]);
  });

  it("changes no file but its report", () => {
    expect(filesOf(out)).toEqual(before);
    expect(readdirSync(place.cwd)).toEqual([]);
    expect(readdirSync(place.home)).toEqual([]);
    expect(readdirSync(place.tmp).filter((name) => !ofTsx(name))).toEqual([]);
    expect(readdirSync(place.reports)).toEqual(["both-lost.html"]);
    if (!CAN_TRACE) return;
    const elsewhere = writesIn(readFileSync(place.trace, "utf8"), place.cwd).filter(
      (path) =>
        ![place.tmp, place.reports, "/dev", "/proc/self"].some((root) => path === root || path.startsWith(`${root}/`)),
    );
    expect([...new Set(elsewhere)]).toEqual([]);
  });

  it("would have been seen", async () => {
    const seen = newPlace();
    const env = environment(seen, "");
    const child = spawn(process.execPath, ["-e", 'require("net").connect(9, "192.0.2.1").destroy()'], { env });
    await once(child, "close");
    expect(readFileSync(seen.guardLog, "utf8")).toContain("connect 192.0.2.1");
    const trace = [
      `1 openat(AT_FDCWD</a>, "b", O_WRONLY|O_CREAT, 0644) = 3</a/b>`,
      `1 openat(AT_FDCWD</a>, "c", O_RDONLY) = 3</a/c>`,
      `1 unlink("/d") = 0`,
      `1 unlink("/e") = -1 ENOENT (No such file)`,
      `1 renameat(AT_FDCWD</a>, "f", AT_FDCWD</a>, "/g") = 0`,
    ].join("\n");
    expect(writesIn(trace, "/a")).toEqual(["/a/b", "/d", "/a/f", "/g"]);
  });
});

/** Paths that a trace shows to have been written to, made, renamed or removed. */
function writesIn(trace: string, cwd: string): string[] {
  return trace.split("\n").flatMap((line) => {
    const [, call, args, result] = /^\d+ +(\w+)\((.*)\) += (.*)$/.exec(line) ?? [];
    if (call === undefined || args === undefined || result?.startsWith("-1") === true || call === "connect") return [];
    if (/^open/.test(call) && !/O_WRONLY|O_RDWR|O_CREAT|O_TRUNC/.test(args)) return [];
    const paths = [...args.matchAll(/(?:AT_FDCWD(?:<([^>]*)>)?|\d+<([^>]*)>)?(?:, )?"((?:[^"\\]|\\.)*)"/g)];
    return paths.map(([, at, folder, path]) => {
      const name = String(path);
      return isAbsolute(name) ? name : resolve(at ?? folder ?? cwd, name);
    });
  });
}

describeWithTerraform("a rehearsal that somebody ends", () => {
  it.each(["SIGINT", "SIGTERM"] as const)("(%s) leaves no process and no file", async (signal) => {
    const place = newPlace();
    writeFileSync(join(place.cwd, "kept"), "");
    const args = [...COMMAND, "primary-lost", "--out", forward(), "--report", place.reports];
    const child = spawn(process.execPath, args, { cwd: place.cwd, env: environment(place, ""), stdio: "pipe" });
    let told = "";
    let asked = false;
    child.stderr.on("data", (chunk: Buffer) => {
      told += chunk.toString();
      if (!asked && told.includes("init -input=false")) asked = child.kill(signal);
    });
    const [status] = (await once(child, "close")) as [number | null];
    expect(status, told).toBe(2);
    expect(told).toContain(`Ended by ${signal}: nothing is left running.`);
    expect(readdirSync(place.tmp).filter((name) => !ofTsx(name))).toEqual([]);
    expect(readdirSync(place.cwd)).toEqual(["kept"]);
    expect(processesIn(place.tmp)).toEqual([]);
  });
});

/** Ids of the processes that work in a folder, where the system tells. */
function processesIn(folder: string): string[] {
  if (!existsSync("/proc/self/cwd")) return [];
  return readdirSync("/proc").filter((id) => {
    try {
      return /^\d+$/.test(id) && readlinkSync(`/proc/${id}/cwd`).startsWith(folder);
    } catch {
      return false;
    }
  });
}
