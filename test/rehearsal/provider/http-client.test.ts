import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PerRequestClock } from "../../../lib/rehearsal/clock/per-request-clock";
import { Connections, HttpClient } from "../../../lib/rehearsal/provider/http-client";
import type { RestAnswer, RestRequest } from "../../../lib/rehearsal/provider/rest-client";
import { newClock } from "./support";

const ENDPOINT = "https://lkc-1.confluent.cloud:443";
const REQUEST: RestRequest = {
  method: "GET",
  endpoint: ENDPOINT,
  path: "/kafka/v3/clusters/lkc-1/links?x=1",
  credentials: { key: "KEY", secret: "SECRET" },
};

type Work = (request: IncomingMessage, response: ServerResponse, body: string) => void;

let clock: PerRequestClock;
let connections: Connections;
let work: Work;
let requests: string[];
const listener = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    requests.push(`${request.method} ${request.url} at ${clock.now / 1_000} s`);
    work(request, response, Buffer.concat(chunks).toString());
  });
});
let base: string;

beforeEach(async () => {
  clock = newClock();
  connections = new Connections();
  requests = [];
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
});
afterEach(async () => {
  connections.close();
  clock.stop();
  listener.closeAllConnections();
  await new Promise((resolve) => listener.close(resolve));
});

const send = async (request: Partial<RestRequest> = {}, { maxRetries = 4, url = base } = {}): Promise<RestAnswer> => {
  const client = new HttpClient({
    resolve: (endpoint) => (endpoint.startsWith(ENDPOINT) ? url : undefined),
    maxRetries,
    connections,
  });
  return clock.during(async (activity) => client.send({ ...REQUEST, ...request }, activity));
};
const answer =
  (...statuses: number[]): Work =>
  (_request, response) => {
    const status = statuses.length > 1 ? statuses.shift()! : statuses[0]!;
    response.writeHead(status).end(`status ${status}`);
  };
const GET = "GET /kafka/v3/clusters/lkc-1/links?x=1 at";

describe("a request", () => {
  it("goes to where the endpoint leads, with basic authentication and a JSON body", async () => {
    let seen: object = {};
    work = ({ headers }, response, body) => {
      seen = { authorization: headers.authorization, type: headers["content-type"], body };
      response.end("{}");
    };
    expect(await send({ method: "POST", body: { source_topic_name: "größe" } })).toEqual({ status: 200, text: "{}" });
    expect(seen).toEqual({
      authorization: "Basic S0VZOlNFQ1JFVA==",
      type: "application/json",
      body: '{"source_topic_name":"größe"}',
    });
    expect(requests).toEqual(["POST /kafka/v3/clusters/lkc-1/links?x=1 at 0 s"]);
  });

  it("has no body where there is nothing to say, and does not mind a slash after the endpoint", async () => {
    let seen: object = {};
    work = ({ headers }, response, body) => {
      seen = { type: headers["content-type"], body };
      response.writeHead(204).end();
    };
    expect(await send({ method: "DELETE", endpoint: `${ENDPOINT}/` })).toEqual({ status: 204, text: "" });
    expect(seen).toEqual({ type: undefined, body: "" });
  });

  it.each([200, 201, 301, 400, 401, 403, 404, 409, 501])("is not repeated after %d", async (status) => {
    work = answer(status);
    expect(await send()).toEqual({ status, text: `status ${status}` });
    expect(requests).toEqual([`${GET} 0 s`]);
  });

  it.each([429, 500, 502, 503, 504])("is repeated after %d, later each time", async (status) => {
    work = answer(status, status, 200);
    expect(await send()).toMatchObject({ status: 200 });
    expect(requests).toEqual([`${GET} 0 s`, `${GET} 1 s`, `${GET} 3 s`]);
  });

  it("is given up after five tries in 15 seconds", async () => {
    work = answer(503);
    await expect(send({ method: "POST" })).rejects.toThrow(
      "POST https://lkc-1.confluent.cloud:443/kafka/v3/clusters/lkc-1/links?x=1 " +
        "giving up after 5 attempt(s): unexpected HTTP status 503 Service Unavailable",
    );
    expect(requests.map((request) => request.split(" at ")[1])).toEqual(["0 s", "1 s", "3 s", "7 s", "15 s"]);
  });

  it("waits at most 30 seconds between tries", async () => {
    work = answer(599);
    await expect(send({}, { maxRetries: 7 })).rejects.toThrow(
      "giving up after 8 attempt(s): unexpected HTTP status 599",
    );
    expect(requests.map((request) => request.split(" at ")[1])).toEqual([
      "0 s",
      "1 s",
      "3 s",
      "7 s",
      "15 s",
      "31 s",
      "61 s",
      "91 s",
    ]);
  });

  it("is repeated when the connection is cut, also while the answer comes", async () => {
    let tries = 0;
    work = (request, response) => {
      tries++;
      if (tries === 1) request.socket.destroy();
      else if (tries === 2) response.write("half", () => request.socket.destroy());
      else response.end("whole");
    };
    expect(await send()).toEqual({ status: 200, text: "whole" });
    expect(requests).toEqual([`${GET} 0 s`, `${GET} 1 s`, `${GET} 3 s`]);
  });

  it("fails after 15 seconds when nobody listens", async () => {
    const free = await new Promise<string>((resolve) => {
      const other = createServer().listen(0, "127.0.0.1", () => {
        const { port } = other.address() as AddressInfo;
        other.close(() => resolve(`http://127.0.0.1:${port}`));
      });
    });
    await expect(send({}, { url: free })).rejects.toThrow("giving up after 5 attempt(s): connection refused");
    expect(clock.now).toBe(15_000);
  });

  it("fails after 15 seconds when no host has that name", async () => {
    await expect(send({ endpoint: "https://lkc-none.confluent.cloud" })).rejects.toThrow(
      "giving up after 5 attempt(s): no such host: https://lkc-none.confluent.cloud",
    );
    expect(clock.now).toBe(15_000);
  });

  it("fails after 1,200 seconds without an answer, and is sent once", async () => {
    work = () => undefined;
    await expect(send()).rejects.toThrow("got no answer in 1200 s");
    expect(clock.now).toBe(1_200_000);
    expect(requests).toHaveLength(1);
  });

  it("never tells its secret", async () => {
    const messages: string[] = [];
    for (const [status, endpoint] of [
      [503, ENDPOINT],
      [200, "https://none"],
    ] as const) {
      work = answer(status);
      await send({ endpoint }).catch((error: Error) => messages.push(error.message + String(error.stack)));
    }
    expect(messages).toHaveLength(2);
    expect(messages.join()).not.toMatch(/SECRET|S0VZ/);
  });

  it("is refused with a path that leads nowhere", async () => {
    await expect(send({}, { url: "nonsense" })).rejects.toThrow("is not a valid URL");
  });
});
