import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { basic, createLegOne, openHouse, type House } from "./house";

const MEGABYTE = 1_000_000;
let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  expect(house.emulator.failures).toEqual([]);
  await house.emulator.stop();
});

/** What comes back for bytes on a connection of its own. */
async function bytes(text: string, { hangUp = false } = {}): Promise<string> {
  const { port } = new URL(house.emulator.restUrl("lkc-jump"));
  return new Promise((resolve) => {
    let received = "";
    const socket = connect(Number(port), "127.0.0.1", () => {
      socket.write(text);
      if (hangUp) setTimeout(() => socket.destroy(), 20);
    });
    socket.on("data", (chunk) => {
      received += chunk.toString();
      socket.end();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(received));
  });
}

const stillWorks = async (): Promise<void> => expect((await house.jump("GET", "/topics")).status).toBe(200);

describe("bodies", () => {
  it.each([
    ["nothing", ""],
    ["broken JSON", '{"topic_name":'],
    ["text", "orders"],
    ["a list", "[]"],
    ["null", "null"],
    ["a number where text belongs", '{"topic_name": 7}'],
    ["two objects", '{"topic_name":"a"}{"topic_name":"b"}'],
    ["bytes that are no text", Buffer.from([0xff, 0xfe, 0x00]).toString("latin1")],
  ])("are refused with 400 for %s", async (_what, body) => {
    const reply = await house.jump("POST", "/topics", body);
    expect(reply.status).toBe(400);
    expect(reply.body).toEqual({ error_code: 400, message: expect.any(String) });
    expect(house.emulator.cloud.state.clusters.get("lkc-jump")?.topics.size).toBe(0);
  });

  it("name the member that is wrong", async () => {
    const { body } = await house.jump("POST", "/topics", { topic_name: "a", configs: [{ name: 1 }] });
    expect(body.message).toContain("configs.0.name");
  });

  it("are refused with 413 beyond four megabytes", async () => {
    const reply = await house.jump("POST", "/topics", { topic_name: "a", padding: "x".repeat(4.2 * 1024 * 1024) });
    expect(reply).toMatchObject({ status: 413, body: { error_code: 413 } });
    await stillWorks();
  });
});

describe("names of a megabyte", () => {
  const long = "x".repeat(MEGABYTE);

  it.each([
    ["GET", `/topics/${long}`, undefined],
    ["DELETE", `/links/${long}`, undefined],
    ["GET", `/links/l/mirrors/${long}`, undefined],
    ["POST", "/topics", { topic_name: long }],
    ["POST", `/links?link_name=${long}`, { source_cluster_id: "lkc-primary", configs: [] }],
    ["POST", "/links?link_name=l", { source_cluster_id: long, configs: [] }],
  ])("are refused with 400: %s", async (method, path, body) => {
    const reply = await house.jump(method, path, body);
    expect(reply.status).toBe(400);
    expect(reply.body.message.length).toBeLessThan(2_000);
    await stillWorks();
  });

  it("are no names of mirrors", async () => {
    await createLegOne(house);
    const created = await house.jump("POST", "/links/primary-to-jump/mirrors", { source_topic_name: long });
    expect([400, 404]).toContain(created.status);
    const pattern = { mirror_topic_name_pattern: long };
    expect((await house.jump("POST", "/links/primary-to-jump/mirrors:pause", pattern)).status).toBe(400);
    await stillWorks();
  });

  it("are kept out of the log", () => {
    expect(JSON.stringify(house.emulator.requests).length).toBeLessThan(MEGABYTE);
  });
});

describe("paths", () => {
  it.each([
    ["GET", "/brokers", "GET /kafka/v3/clusters/lkc-jump/brokers"],
    ["PATCH", "/links/a", "PATCH /kafka/v3/clusters/{cluster_id}/links/{link_name}"],
    ["POST", "/links/a/mirrors:dance", "POST /kafka/v3/clusters/lkc-jump/links/a/mirrors:dance"],
  ])("are answered with 501 and what is missing: %s %s", async (method, path, missing) => {
    const reply = await house.jump(method, path);
    expect(reply).toEqual({
      status: 501,
      body: { error_code: 501, message: `The emulator does not carry ${missing}` },
    });
  });

  it("are answered with 501 by the control plane too", async () => {
    const response = await fetch(`${house.emulator.url}/fcpm/v2/compute-pools`);
    expect(response.status).toBe(501);
    expect(await response.json()).toMatchObject({
      errors: [{ code: "not_implemented", detail: "The emulator does not carry GET /fcpm/v2/compute-pools" }],
    });
  });

  it("are refused with 400 where they are not encoded as they should be", async () => {
    expect((await house.jump("GET", "/topics/%zz")).status).toBe(400);
  });

  it("may hold names that need encoding", async () => {
    expect((await house.jump("GET", "/topics/a%2Fb%20c")).body.error_code).toBe(40403);
  });
});

describe("connections", () => {
  const head = (length: number): string =>
    [
      "POST /kafka/v3/clusters/lkc-jump/topics HTTP/1.1",
      "host: x",
      `authorization: ${basic(house.keys.jump)}`,
      `content-length: ${length}`,
      "",
      "",
    ].join("\r\n");

  it("that end before the request is complete change nothing", async () => {
    const body = JSON.stringify({ topic_name: "orders" });
    expect(await bytes(head(body.length + 1) + body, { hangUp: true })).toBe("");
    await stillWorks();
    expect(house.emulator.cloud.state.clusters.get("lkc-jump")?.topics.size).toBe(0);
    expect(house.emulator.requests.some(({ method }) => method === "POST")).toBe(false);
  });

  it("that end before the answer is read do no harm", async () => {
    const body = JSON.stringify({ topic_name: "orders" });
    await bytes(head(body.length) + body, { hangUp: true });
    expect((await house.jump("GET", "/topics/orders")).status).toBe(200);
  });

  it("that do not speak HTTP get 400", async () => {
    expect(await bytes("hello\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 .*"error_code":400/su);
    await stillWorks();
  });

  it("with a head beyond all measure get 400", async () => {
    expect(await bytes(`GET /${"x".repeat(5 * MEGABYTE)} HTTP/1.1\r\n\r\n`)).toMatch(/^(HTTP\/1\.1 400 |$)/u);
    await stillWorks();
  });

  it("are kept alive", async () => {
    const { port } = new URL(house.emulator.restUrl("lkc-jump"));
    const request = `GET /kafka/v3/clusters/lkc-jump/topics HTTP/1.1\r\nhost: x\r\n\r\n`;
    const answers = await new Promise<string>((resolve) => {
      let received = "";
      const socket = connect(Number(port), "127.0.0.1", () => socket.write(request));
      socket.on("data", (chunk) => {
        received += chunk.toString();
        const count = received.split("HTTP/1.1 401").length - 1;
        if (count === 1) setTimeout(() => socket.write(request), 50);
        else socket.end(() => resolve(received));
      });
    });
    expect(answers).not.toMatch(/connection: close/iu);
  });
});
