import { describe, expect, it } from "vitest";
import { ApiError } from "../../../lib/rehearsal/cloud/api-error";
import { basicCredentials } from "../../../lib/rehearsal/cloud/rest/basic-auth";
import { maskedBody } from "../../../lib/rehearsal/cloud/rest/mask";
import { ControlPlaneError } from "../../../lib/rehearsal/cloud/control-plane-error";
import { RequestRefusal } from "../../../lib/rehearsal/cloud/rest/refusal";
import { controlPlaneWords, dataPlaneWords } from "../../../lib/rehearsal/cloud/rest/refusal-words";
import { RequestFaults } from "../../../lib/rehearsal/cloud/rest/request-faults";
import { isoDate } from "../../../lib/rehearsal/cloud/rest/virtual-date";

const basic = (text: string): string => `Basic ${Buffer.from(text).toString("base64")}`;

describe("basicCredentials", () => {
  it("reads key and secret, colons in the secret included", () => {
    expect(basicCredentials(basic("key:se:cret"))).toEqual({ key: "key", secret: "se:cret" });
    expect(basicCredentials(basic("key:").replace("Basic", "basic"))).toEqual({ key: "key", secret: "" });
  });

  it.each([undefined, "", "Basic", "Bearer abc", "Basic !!!", basic("no colon")])("finds none in %s", (header) => {
    expect(basicCredentials(header)).toBeUndefined();
  });
});

describe("maskedBody", () => {
  it("covers secrets by the names of members and of settings", () => {
    const body = {
      configs: [
        { name: "sasl.jaas.config", value: "username=a" },
        { name: "local.sasl.jaas.config", value: null },
        { name: "acl.sync.ms", value: "5000" },
      ],
      spec: { secret: "s", password: ["p"], owner: { id: "sa-1" } },
    };
    expect(maskedBody("/links", body)).toEqual({
      configs: [
        { name: "sasl.jaas.config", value: "***" },
        { name: "local.sasl.jaas.config", value: "***" },
        { name: "acl.sync.ms", value: "5000" },
      ],
      spec: { secret: "***", password: "***", owner: { id: "sa-1" } },
    });
  });

  it("covers the whole body where the path names a secret setting", () => {
    expect(maskedBody("/links/l/configs/sasl.jaas.config", { value: "username=a" })).toBe("***");
    expect(maskedBody("/links/l/configs/acl.sync.ms", { value: "1" })).toEqual({ value: "1" });
    expect(maskedBody("/links/l/configs/sasl.jaas.config", undefined)).toBeUndefined();
  });
});

describe("refusals", () => {
  it("are worded as the data plane does", () => {
    expect(dataPlaneWords(new ApiError(404, 40403, "no such topic"))).toEqual({
      status: 404,
      body: { error_code: 40403, message: "no such topic" },
    });
    expect(dataPlaneWords(new RequestRefusal(413, "large"))).toEqual({
      status: 413,
      body: { error_code: 413, message: "large" },
    });
    expect(dataPlaneWords(new ControlPlaneError(409, "conflict", "twice"))).toEqual({
      status: 409,
      body: { error_code: 409, message: "twice" },
    });
  });

  it("are worded as the control plane does", () => {
    const error = (status: number, code: string, detail: string): object => ({
      status,
      body: {
        errors: [{ id: expect.stringMatching(/^[0-9a-f]{32}$/u), status: String(status), code, detail, source: {} }],
      },
    });
    expect(controlPlaneWords(new ControlPlaneError(409, "conflict", "twice"))).toEqual(error(409, "conflict", "twice"));
    expect(controlPlaneWords(new RequestRefusal(501, "no"))).toEqual(error(501, "not_implemented", "no"));
    expect(controlPlaneWords(new RequestRefusal(429, "slow down"))).toEqual(error(429, "error", "slow down"));
    expect(controlPlaneWords(new ApiError(400, 40002, "bad"))).toEqual(error(400, "invalid_request", "bad"));
  });

  it("say nothing of what went wrong inside, and shorten what is long", () => {
    const inside = new TypeError("cannot read secret of undefined");
    expect(dataPlaneWords(inside)).toEqual({
      status: 500,
      body: { error_code: 500, message: "Internal Server Error" },
    });
    const { body } = dataPlaneWords(new RequestRefusal(400, "x".repeat(1_000_000)));
    expect(JSON.stringify(body).length).toBeLessThan(1_100);
  });
});

describe("RequestFaults", () => {
  it("meets the next request that fits, once", () => {
    const faults = new RequestFaults();
    faults.add({ on: "lkc-1", method: "post", path: "/mirrors", status: 503 });
    expect(faults.meet("lkc-2", "POST", "/links/l/mirrors")).toBeUndefined();
    expect(faults.meet("lkc-1", "GET", "/links/l/mirrors")).toBeUndefined();
    expect(faults.meet("lkc-1", "POST", "/links")).toBeUndefined();
    expect(faults.meet("lkc-1", "POST", "/links/l/mirrors")).toMatchObject({ status: 503 });
    expect(faults.meet("lkc-1", "POST", "/links/l/mirrors")).toBeUndefined();
  });

  it("meets the request that was counted to, and as many after it as was told", () => {
    const faults = new RequestFaults();
    faults.add({ nth: 3, times: 2, cut: true });
    const met = Array.from({ length: 6 }, () => faults.meet("cloud", "GET", "/") !== undefined);
    expect(met).toEqual([false, false, true, true, false, false]);
  });

  it("forgets", () => {
    const faults = new RequestFaults();
    faults.add({});
    faults.clear();
    expect(faults.meet("cloud", "GET", "/")).toBeUndefined();
  });
});

it("tells dates of virtual time", () => {
  expect(isoDate(0)).toBe("2026-01-01T00:00:00.000Z");
  expect(isoDate(90_500)).toBe("2026-01-01T00:01:30.500Z");
});
