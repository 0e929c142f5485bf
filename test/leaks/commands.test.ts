import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Result } from "../../lib/cli/command";
import { run } from "../../lib/cli/run";
import { World } from "../cli/world";
import { Canaries } from "./canaries";

/** Settings as the app writes them where nothing is asked for. */
const OFF = {
  "acl.sync.enable": "false",
  "auto.create.mirror.topics.enable": "false",
  "consumer.offset.sync.enable": "false",
};

const canaries = new Canaries();
const FOREIGN = Object.fromEntries(
  ["CONFLUENT_CLOUD_API_KEY", "CONFLUENT_CLOUD_API_SECRET", "TF_TOKEN_app_terraform_io", "IMPORT_KAFKA_API_SECRET"].map(
    (name) => [name, canaries.make(name)],
  ),
);

/** Every command that asks clusters or writes files. */
const COMMANDS = (folder: string): readonly (readonly string[])[] => [
  ["status"],
  ["status", "--json", "--drained"],
  ["failover", "--stack", "jump-to-dr", "--failover"],
  ["failover", "--stack", "jump-to-dr", "--promote", "--json"],
  ["adopt", "--dir", join(folder, "adopted")],
  ["explain", "orders"],
  ["runbook", "--to", join(folder, "runbook")],
];

describe("no command prints or writes a key or a secret", () => {
  let world: World;
  let out: string;
  let server: Server;
  let folder: string;

  beforeAll(async () => {
    world = await World.start();
    for (const [name, { key, secret }] of Object.entries({ ...world.keys, jump_dial: world.jumpDial })) {
      canaries.add(`key ${name}`, key);
      canaries.add(`secret ${name}`, secret);
    }
    out = world.synth();
    await world.createLinks({ "primary-to-jump": OFF, "jump-to-dr": OFF });
    await world.mirrored("orders");
    world.pass(30);
    // Something between here and the cluster that says more than it should.
    server = createServer((request, response) => {
      const said = `no: ${String(request.headers.authorization)} is ${Buffer.from(String(request.headers.authorization).slice(6), "base64").toString()}`;
      const json = request.url?.includes("mirrors") === true;
      response
        .writeHead(json ? 403 : 401)
        .end(json ? JSON.stringify({ error_code: 403, message: said }) : `<html>${said}</html>`);
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  });
  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    await world.stop();
  });

  /** Runs every command; what it printed and wrote has no canary in it. Gives back what was printed. */
  async function all(env: Readonly<Record<string, string | undefined>>): Promise<Result[]> {
    folder = world.newFolder();
    const results: Result[] = [];
    for (const args of COMMANDS(folder)) {
      const told: string[] = [];
      const surroundings = { ...world.surroundings, progress: (line: string) => told.push(line) };
      const result = await world.run(out, args, { ...FOREIGN, ...env }, surroundings);
      expect(canaries.in([result.text, ...told].join("\n")), args.join(" ")).toEqual([]);
      expect(result.text, args.join(" ")).not.toMatch(/^\s+at /m);
      results.push(result);
    }
    expect(canaries.inFiles(folder, out)).toEqual([]);
    return results;
  }
  const codes = (results: readonly Result[]): number[] => results.map(({ exitCode }) => exitCode);
  const named = (suffix: string, values: readonly string[]): Record<string, string> =>
    Object.fromEntries(
      ["PRIMARY", "JUMP", "DR"].map((name, i) => [
        `CLUSTER_LINKING_${name}_${suffix}`,
        values[i % values.length] ?? "",
      ]),
    );

  it("when all is well", async () => {
    expect(codes(await all({}))).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(Canaries.files(folder)).toBeGreaterThan(10);
  });

  it("when the keys are wrong", async () => {
    const env = {
      ...named("API_KEY", [canaries.make("wrong key 1"), canaries.make("wrong key 2")]),
      ...named("API_SECRET", [canaries.make("wrong secret 1"), canaries.make("wrong secret 2")]),
    };
    const results = await all(env);
    expect(results[0]?.text).toContain("401");
    expect(results[0]?.exitCode).not.toBe(0);
  });

  it("when secrets have lines, quotes and letters that no header takes", async () => {
    for (const odd of ["\n", "\u0000", '"', "ß", "\ud800"]) {
      await all({
        ...named("API_KEY", [`${canaries.make(`odd key ${JSON.stringify(odd)}`)}${odd}`]),
        ...named("API_SECRET", [`${odd}${canaries.make(`odd secret ${JSON.stringify(odd)}`)}`]),
      });
    }
  });

  it("when nobody answers", async () => {
    const results = await all(named("REST_ENDPOINT", ["http://127.0.0.1:1"]));
    expect(results[0]?.text).toContain("cannot be reached");
  });

  it("when the endpoint has a login in it, or is none", async () => {
    const login = canaries.make("login in an endpoint");
    for (const endpoint of [`http://somebody:${encodeURIComponent(login)}@127.0.0.1:1`, `http://${login}`, login]) {
      await all(named("REST_ENDPOINT", [endpoint]));
    }
  });

  it("when what answers repeats the login", async () => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const results = await all(named("REST_ENDPOINT", [url]));
    expect(results[0]?.text).toMatch(/HTTP 40[13]/);
  });

  it("when a document, a state or a plan with secrets in it is broken", async () => {
    const secret = canaries.make("secret in a file");
    const broken = world.newFolder();
    for (const content of [
      `{"version":1,"x":"${secret}`,
      `"${secret}"`,
      `{"version":"${"x".repeat(3)}","y":"${secret}"}`,
      secret,
    ]) {
      writeFileSync(join(broken, "cluster-linking.json"), content);
      writeFileSync(join(broken, "state.json"), content);
      const lines = [
        ["status", "--out", broken],
        ["explain", "orders", "--out", broken],
        ["runbook", "--out", broken],
        ["rehearse", "--out", broken],
        ["failover", "--stack", "jump-to-dr", "--promote", "--out", broken],
        ["adopt", "--state", join(broken, "state.json"), "--dir", join(broken, "a"), "--out", out],
        ["check-plan", join(broken, "state.json"), "--out", out],
      ];
      for (const args of lines) {
        const { text, exitCode } = await run(args, { ...world.env, PATH: process.env["PATH"] });
        expect(exitCode, args.join(" ")).toBe(2);
        expect(canaries.in(text), args.join(" ")).toEqual([]);
        expect(text).not.toMatch(/^\s+at /m);
      }
    }
  });
});
