import { describe, expect, it } from "vitest";
import { UNKNOWN, ProviderError } from "../../../lib/rehearsal/provider/resource";
import { attempt, keeping, messageOf, Refusal } from "../../../lib/rehearsal/provider/resources/failures";
import { waitFor } from "../../../lib/rehearsal/provider/resources/polling";
import { query, segment } from "../../../lib/rehearsal/provider/resources/url-text";
import { isSame, isWhollyKnown, settled, textAt, textMapAt } from "../../../lib/rehearsal/provider/resources/values";
import { failureOf, Script } from "./script";

describe("URLs", () => {
  it.each([
    ["orders-1_a.b~c", "orders-1_a.b~c"],
    ["a/b c?d#e", "a%2Fb%20c%3Fd%23e"],
    ["$&+:=@", "$&+:=@"],
    ["!'()*,;", "%21%27%28%29%2A%2C%3B"],
    ["50%", "50%25"],
    ["ä", "%C3%A4"],
  ])("%s as a segment", (text, escaped) => {
    expect(segment(text)).toBe(escaped);
  });

  it("has its query in order", () => {
    expect(query({ principal: "User:sa-1", host: "*", name: "a b&c=d" })).toBe(
      "host=%2A&name=a+b%26c%3Dd&principal=User%3Asa-1",
    );
  });
});

describe("polling", () => {
  const polling = { delayMs: 1000, intervalMs: 1000, timeoutMs: 10_000, target: "DONE", pending: ["BUSY"] };

  it("starts again when a state is lost", async () => {
    const script = new Script();
    const states = ["DONE", "BUSY", "DONE", "DONE", "DONE"];
    await waitFor(script.activity, { ...polling, times: 2 }, async () => Promise.resolve(states.shift() ?? "none"));
    expect(states).toEqual(["DONE"]);
    expect(script.log).toEqual(["wait 1", "wait 1", "wait 1", "wait 1"]);
  });

  it("does not look any more when the time is over", async () => {
    const script = new Script();
    let looks = 0;
    const work = waitFor(script.activity, polling, async () => {
      looks++;
      return Promise.resolve("BUSY");
    });
    await expect(work).rejects.toThrow(
      "timeout while waiting for state to become 'DONE' (last state: 'BUSY', timeout: 10s)",
    );
    expect(looks).toBe(9);
  });

  it("says nothing of a last state that it never saw", async () => {
    const work = waitFor(new Script().activity, { ...polling, delayMs: 20_000 }, async () => Promise.resolve("BUSY"));
    await expect(work).rejects.toThrow("timeout while waiting for state to become 'DONE' (timeout: 10s)");
  });
});

describe("failures", () => {
  it.each([
    [{ status: 400, text: '{"error_code":40002,"message":"no"}' }, "400 Bad Request: no"],
    [{ status: 409, text: '{"errors":[{"detail":"taken"}]}' }, "409 Conflict: taken"],
    [{ status: 409, text: '{"errors":[]}' }, '409 Conflict; raw answer: "{\\"errors\\":[]}"'],
    [{ status: 409, text: '{"errors":["x"]}' }, '409 Conflict; raw answer: "{\\"errors\\":[\\"x\\"]}"'],
    [{ status: 502, text: "<html>" }, '502 Bad Gateway; raw answer: "<html>"'],
    [{ status: 400, text: "null" }, '400 Bad Request; raw answer: "null"'],
    [{ status: 799, text: "" }, "799 Unknown"],
  ])("%j", (answer, text) => {
    expect(new Refusal(answer).message).toBe(text);
  });

  it("keeps what a first error says of the state", async () => {
    const inner = new ProviderError("inner", { partial: null, detail: "why", path: ["name"] });
    expect((await failureOf(keeping({ id: "1" }, async () => Promise.reject(inner)))).partial).toBeNull();
    const open = new ProviderError("inner", { detail: "why", path: ["name"] });
    expect(await failureOf(keeping({ id: "1" }, async () => Promise.reject(open)))).toMatchObject({
      message: "inner",
      detail: "why",
      path: ["name"],
      partial: { id: "1" },
    });
  });

  it("does not hide an error of the program", async () => {
    await expect(keeping({}, async () => Promise.reject(new TypeError("bug")))).rejects.toThrow(TypeError);
    expect(messageOf("text")).toBe("text");
    expect((await failureOf(attempt("doing", async () => Promise.reject(new Error("why"))))).partial).toBeUndefined();
  });
});

describe("values", () => {
  it("reads through the first item of each block", () => {
    const values = { block: [{ inner: [{ name: "x" }] }], map: { a: "1", b: null }, open: UNKNOWN } as const;
    expect(textAt(values, "block", "inner", "name")).toBe("x");
    expect(textAt(values, "block", "none", "name")).toBe("");
    expect(textAt(values, "open")).toBe("");
    expect(textMapAt(values, "map")).toEqual({ a: "1", b: "" });
    expect(textMapAt(values, "open")).toEqual({});
  });

  it("knows what is not known", () => {
    expect(isWhollyKnown([{ a: [UNKNOWN] }])).toBe(false);
    expect(isWhollyKnown([{ a: [null, 1, true] }])).toBe(true);
    expect(settled({ a: UNKNOWN, b: [{ c: UNKNOWN, d: 1 }] })).toEqual({ a: null, b: [{ c: null, d: 1 }] });
  });

  it("compares", () => {
    expect(isSame({ a: 1 }, { a: 1, b: null })).toBe(true);
    expect(isSame({ a: 1 }, { a: 1, b: "" })).toBe(false);
    expect(isSame([1, 2], [1])).toBe(false);
    expect(isSame([], null)).toBe(false);
    expect(isSame(undefined, null)).toBe(true);
  });
});
