import { describe, expect, it } from "vitest";
import { z } from "zod";
import { param } from "../../../lib/rehearsal/cloud/rest/route";
import { Router } from "../../../lib/rehearsal/cloud/rest/router";

const router = new Router<object>("/kafka/v3/clusters/{cluster_id}");
const nothing = (): { status: number } => ({ status: 204 });
router.on("GET", "/links/{link_name}", nothing);
router.on("GET", "/links/-/mirrors", nothing);
router.on("GET", "/links/{link_name}/mirrors", nothing);
router.onBody("POST", "/links/{link_name}/mirrors:promote", z.object({}), nothing);
router.on("GET", "/links/{link_name}/configs/{config_name}", nothing);
router.onBody("PUT", "/links/{link_name}/configs:alter", z.object({}), nothing);

const base = "/kafka/v3/clusters/lkc-1";

describe("Router", () => {
  it.each([
    ["GET", "/links/a", "GET /kafka/v3/clusters/{cluster_id}/links/{link_name}", { link_name: "a" }],
    ["GET", "/links/a%2Fb", "GET /kafka/v3/clusters/{cluster_id}/links/{link_name}", { link_name: "a/b" }],
    ["GET", "/links/a:b", "GET /kafka/v3/clusters/{cluster_id}/links/{link_name}", { link_name: "a:b" }],
    ["GET", "/links/-/mirrors", "GET /kafka/v3/clusters/{cluster_id}/links/-/mirrors", {}],
    ["GET", "/links/a/mirrors", "GET /kafka/v3/clusters/{cluster_id}/links/{link_name}/mirrors", { link_name: "a" }],
    [
      "POST",
      "/links/a.b-c/mirrors:promote",
      "POST /kafka/v3/clusters/{cluster_id}/links/{link_name}/mirrors:promote",
      { link_name: "a.b-c" },
    ],
    [
      "GET",
      "/links/a/configs/acl.filters",
      "GET /kafka/v3/clusters/{cluster_id}/links/{link_name}/configs/{config_name}",
      { link_name: "a", config_name: "acl.filters" },
    ],
    [
      "PUT",
      "/links/a/configs:alter",
      "PUT /kafka/v3/clusters/{cluster_id}/links/{link_name}/configs:alter",
      { link_name: "a" },
    ],
  ])("finds %s %s", (method, path, name, params) => {
    const match = router.find(method, base + path);
    expect(match?.route.name).toBe(name);
    expect(match?.params).toEqual({ cluster_id: "lkc-1", ...params });
  });

  it.each([
    ["POST", "/links/a/mirrors:restore"],
    ["GET", "/links/a/configs:alter"],
    ["HEAD", "/links/a"],
    ["GET", "/links/%zz"],
    ["GET", "/topics"],
  ])("finds nothing for %s %s", (method, path) => {
    expect(router.find(method, base + path)).toBeUndefined();
  });

  it("names the pattern where another method has the path, and the path where none has", () => {
    expect(router.missing("PATCH", `${base}/links/a`)).toBe("PATCH /kafka/v3/clusters/{cluster_id}/links/{link_name}");
    expect(router.missing("GET", `${base}/brokers`)).toBe("GET /kafka/v3/clusters/lkc-1/brokers");
  });
});

it("says which name a route does not have", () => {
  expect(param({ params: { a: "1" } }, "a")).toBe("1");
  expect(() => param({ params: { a: "1" } }, "b")).toThrow("the route has no {b}");
});
