import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { createSocket, type Socket as UdpSocket } from "node:dgram";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect as connectTls } from "node:tls";
import { sniProxyConfig, STREAM_MODULE } from "../../../apps/common/sni-proxy/config";
import { ROOT } from "../../house/repository";

/** NGINX and its stream module, as the proxy's machine installs them: of this machine, or from `.ci/nginx.sh`. */
const NGINX = [
  { program: "nginx", module: STREAM_MODULE },
  {
    program: join(ROOT, "node_modules/.cache/nginx/usr/sbin/nginx"),
    module: join(ROOT, "node_modules/.cache/nginx", STREAM_MODULE),
  },
].find(({ program, module }) => existsSync(module) && spawnSync(program, ["-v"]).status === 0);

/** Why there is no proxy to be had, where there is none. */
export const NO_NGINX = NGINX === undefined ? "There is no NGINX with its stream module: .ci/nginx.sh" : undefined;

/** Where the proxy listens, and where every name leads to. */
const [PROXY, CLUSTER] = ["127.0.0.1", "127.0.0.2"];

export const DOMAIN = "domaaaa11.westeurope.azure.confluent.cloud";

/** The proxy's NGINX on loopback, with a resolver that leads every name to a listener that stands for the clusters. */
export class ProxyOnLoopback {
  private constructor(
    public readonly port: number,
    /** First bytes of each connection that arrived. */
    public readonly arrived: readonly Buffer[],
    private readonly folder: string,
    private readonly nginx: ChildProcess,
    private readonly cluster: Server,
    private readonly resolver: UdpSocket,
  ) {}

  public static async start(allowedCidrs: readonly string[]): Promise<ProxyOnLoopback> {
    const folder = mkdtempSync(join(tmpdir(), "sni-proxy-"));
    const resolver = createSocket("udp4").on("message", (query, from) => {
      resolver.send(answer(query), from.port, from.address);
    });
    await new Promise<void>((done) => resolver.bind(0, "127.0.0.1", done));
    const arrived: Buffer[] = [];
    const cluster = createServer((socket) => {
      socket
        .on("error", () => undefined)
        .once("data", (bytes) => {
          arrived.push(bytes);
          socket.destroy();
        });
    });
    await new Promise<void>((done) => cluster.listen(0, CLUSTER, done));
    const { port } = cluster.address() as { port: number };
    const file = join(folder, "nginx.conf");
    writeFileSync(file, onLoopback(sniProxyConfig({ ...PROPS, allowedCidrs, ports: [port] }), folder, resolver));
    const nginx = spawn(String(NGINX?.program), ["-e", "stderr", "-c", file, "-g", "daemon off;"], { stdio: "ignore" });
    const proxy = new ProxyOnLoopback(port, arrived, folder, nginx, cluster, resolver);
    await proxy.listening();
    return proxy;
  }

  /** What NGINX says of a configuration. */
  public static check(config: string): { readonly status: number | null; readonly stderr: string } {
    const folder = mkdtempSync(join(tmpdir(), "sni-proxy-"));
    const file = join(folder, "nginx.conf");
    writeFileSync(file, withModule(config).replace("/run/sni-proxy", folder));
    const { status, stderr } = spawnSync(String(NGINX?.program), ["-e", "stderr", "-t", "-q", "-c", file], {
      encoding: "utf8",
    });
    rmSync(folder, { recursive: true, force: true });
    return { status, stderr };
  }

  /** Asks for a name by TLS, from an address. Resolves when the connection is closed. */
  public async ask(servername: string | undefined, localAddress = "127.0.0.1"): Promise<void> {
    const socket = connect({ host: PROXY, port: this.port, localAddress });
    const tls = connectTls({ socket, rejectUnauthorized: false, ...(servername !== undefined && { servername }) });
    return closed(tls);
  }

  /** Says something that is not TLS. Resolves when the connection is closed. */
  public async say(text: string): Promise<void> {
    const socket = connect({ host: PROXY, port: this.port });
    socket.write(text);
    return closed(socket);
  }

  /** Lines of the log: what was decided, and of which name. */
  public verdicts(): string[] {
    const log = readFileSync(join(this.folder, "access.log"), "utf8");
    return [...log.matchAll(/^(\w+) .* name "([^"]*)"/gm)].map(([, verdict, name]) => `${verdict} ${name}`);
  }

  public async stop(): Promise<void> {
    const ended = new Promise((done) => this.nginx.once("exit", done));
    this.nginx.kill("SIGTERM");
    await ended;
    this.resolver.close();
    await new Promise((done) => this.cluster.close(done));
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async listening(): Promise<void> {
    for (let i = 0; i < 100; i++) {
      const open = await new Promise<boolean>((done) => {
        const socket = connect({ host: PROXY, port: this.port, localAddress: "127.0.0.1" });
        socket.once("connect", () => done(true)).once("error", () => done(false));
        socket.once("connect", () => socket.destroy());
      });
      if (open) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error("NGINX does not listen.");
  }
}

const PROPS = { hostNames: [`*.${DOMAIN}`], resolver: "127.0.0.1" };

const withModule = (config: string): string => config.replace(STREAM_MODULE, String(NGINX?.module));

/** The configuration as it is, but for the places of what belongs to the machine. */
function onLoopback(config: string, folder: string, resolver: UdpSocket): string {
  return withModule(config)
    .replace("/run/sni-proxy/nginx.pid", join(folder, "nginx.pid"))
    .replace("worker_processes auto", "worker_processes 1")
    .replace(/listen (\d+)/, `listen ${PROXY}:$1`)
    .replace("resolver 127.0.0.1 ", `resolver 127.0.0.1:${resolver.address().port} `)
    .replace(/access_log .* verdict;/, `access_log ${join(folder, "access.log")} verdict;`);
}

async function closed(socket: Socket): Promise<void> {
  return new Promise((done) => {
    socket.on("error", () => undefined).once("close", () => done());
  });
}

/** An answer to a question for an address: `CLUSTER`, whatever the name. */
function answer(query: Buffer): Buffer {
  const question = query.subarray(12, query.indexOf(0, 12) + 5);
  const header = Buffer.from([0, 0, 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0]);
  query.copy(header, 0, 0, 2);
  const address = CLUSTER.split(".").map(Number);
  return Buffer.concat([header, question, Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...address])]);
}
