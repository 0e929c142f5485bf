import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ClusterClient } from "../../lib/cli/rest/cluster-client";
import { RestFailure } from "../../lib/cli/rest/rest-failure";

interface Scripted {
  readonly status?: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

let server: Server;
let url: string;
let requests: IncomingMessage[] = [];
let script: (path: string) => Scripted;

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request);
    const { status = 200, body = "", headers = {} } = script(request.url ?? "");
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => new Promise((closed) => server.close(closed)));
beforeEach(() => (requests = []));

const client = (): ClusterClient =>
  new ClusterClient({ url: `${url}//`, clusterId: "lkc-1", key: "KEY", secret: "very-secret", timeoutMs: 5_000 });

async function failure(work: Promise<unknown>): Promise<RestFailure> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(RestFailure);
  return error as RestFailure;
}

describe("a call", () => {
  it("carries the key, and is on a connection of its own", async () => {
    script = () => ({ body: '{"link_name":"a b/c"}' });
    expect(await client().link("a b/c")).toEqual({ link_name: "a b/c" });
    const [{ url: path, headers }] = requests as [IncomingMessage];
    expect(path).toBe("/kafka/v3/clusters/lkc-1/links/a%20b%2Fc?include_tasks=true");
    expect(headers.authorization).toBe(`Basic ${Buffer.from("KEY:very-secret").toString("base64")}`);
    expect(headers.connection).toBe("close");
  });

  it("may be answered by nothing", async () => {
    script = () => ({ status: 204 });
    expect(await client().stopMirrors("l", "promote", ["a"])).toEqual([]);
    expect(await client().links()).toEqual([]);
  });
});

describe("a list", () => {
  it("is read page by page", async () => {
    script = (path) =>
      path.includes("page=2")
        ? { body: '{"data":[{"link_name":"c"}],"metadata":{"next":null}}' }
        : {
            body: `{"data":[{"link_name":"a"},{"link_name":"b"}],"metadata":{"next":"https://elsewhere.test/kafka/v3/clusters/lkc-1/links?page=2"}}`,
          };
    expect((await client().links()).map(({ link_name: name }) => name)).toEqual(["a", "b", "c"]);
    expect(requests.map(({ url: path }) => path)).toEqual([
      "/kafka/v3/clusters/lkc-1/links",
      "/kafka/v3/clusters/lkc-1/links?page=2",
    ]);
  });

  it("ends where the next page is no page of this cluster", async () => {
    script = () => ({ body: '{"data":[],"metadata":{"next":"https://elsewhere.test/other"}}' });
    expect(await client().links()).toEqual([]);
    expect(requests).toHaveLength(1);
  });
});

describe("a failure", () => {
  it.each([
    ["the API's words", { status: 403, body: '{"error_code":40301,"message":"no right"}' }, "HTTP 403: no right"],
    ["a proxy's page", { status: 401, body: "<html><b>Sign in</b></html>" }, 'HTTP 401: "Sign in"'],
    ["no words", { status: 500 }, "HTTP 500"],
    ["JSON without words", { status: 400, body: '{"message":7}' }, "HTTP 400"],
    [
      "another address, that is not followed",
      { status: 302, headers: { location: "http://127.0.0.1:1/" } },
      "HTTP 302",
    ],
  ] satisfies [string, Scripted, string][])("has %s", async (_, answer, message) => {
    script = () => answer;
    const error = await failure(client().links());
    expect(error).toMatchObject({ kind: "refused", message, status: answer.status });
    expect(requests).toHaveLength(1);
  });

  it("is an answer that is no JSON", async () => {
    script = () => ({ body: "hello" });
    const error = await failure(client().links());
    expect(error).toMatchObject({ kind: "garbled", message: "HTTP 200 with something that is no JSON" });
    expect(error.isUndecided).toBe(true);
  });

  it.each([
    [404, true, false],
    [403, false, false],
    [503, false, true],
  ])("with status %d: nothing of that name %s, work maybe done %s", async (status, isNotFound, isUndecided) => {
    script = () => ({ status });
    expect(await failure(client().links())).toMatchObject({ isNotFound, isUndecided });
  });

  it("is a port that nobody listens on", async () => {
    const nobody = new ClusterClient({
      url: "http://127.0.0.1:1",
      clusterId: "x",
      key: "k",
      secret: "very-secret",
      timeoutMs: 5_000,
    });
    const error = await failure(nobody.links());
    expect(error).toMatchObject({ kind: "unreachable", isUndecided: true });
    expect(error.message).toMatch(/^cannot be reached \(.+\)$/);
    expect(error.message).not.toContain("very-secret");
  });

  it("is a server that does not answer in time", async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((listening) => silent.listen(0, "127.0.0.1", listening));
    const where = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const slow = new ClusterClient({ url: where, clusterId: "x", key: "k", secret: "s", timeoutMs: 100 });
    expect(await failure(slow.links())).toMatchObject({ kind: "unreachable", message: "no answer within 0.1 s" });
    silent.closeAllConnections();
    await new Promise((closed) => silent.close(closed));
  });
});
