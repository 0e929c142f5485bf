import { describe, expect, it } from "vitest";
import { UNKNOWN, type Values } from "../../../lib/rehearsal/provider/resource";
import { apiKey } from "../../../lib/rehearsal/provider/resources/api-key/resource";
import { expectComplete, failureOf, Script, type Answer } from "./script";

const OWNER = { id: "sa-1", kind: "ServiceAccount", api_version: "iam/v2" };
const MANAGED = { id: "lkc-1", kind: "Cluster", api_version: "cmk/v2", environment: [{ id: "env-1" }] };

const planned: Values = {
  id: UNKNOWN,
  secret: UNKNOWN,
  display_name: "key",
  description: null,
  disable_wait_for_ready: false,
  owner: [OWNER],
  managed_resource: [MANAGED],
};

const existing: Values = { ...planned, id: "KEY", secret: "SECRET" };

const cloudKey: Values = { ...planned, managed_resource: [] };

const spec = (resource: unknown, secret?: string) => ({
  display_name: "key",
  description: "",
  owner: OWNER,
  resource,
  secret,
});
const CLUSTER = { id: "lkc-1", kind: "Cluster", api_version: "cmk/v2" };
const created = (resource: unknown): Answer => [202, { id: "KEY", spec: spec(resource, "SECRET") }];
const answer = (resource: unknown): Answer => [200, { id: "KEY", spec: spec(resource) }];
const ENDPOINT: Answer = [200, { spec: { http_endpoint: "https://one" } }];

const TOPICS = "GET https://one/kafka/v3/clusters/lkc-1/topics as KEY:SECRET";

describe("key of a Kafka cluster", () => {
  it("is there when the cluster has known it twice in a row", async () => {
    const script = new Script(created(CLUSTER), ENDPOINT, [401], [200], [403], [200], [200], answer(CLUSTER));
    const state = await apiKey.create(planned, planned, script.context());
    expect(script.log).toEqual([
      "POST https://api.test/iam/v2/api-keys as cloud-key:cloud-secret",
      "GET https://api.test/cmk/v2/clusters/lkc-1?environment=env-1 as cloud-key:cloud-secret",
      ...Array.from({ length: 5 }, () => ["wait 60", TOPICS]).flat(),
      "GET https://api.test/iam/v2/api-keys/KEY as cloud-key:cloud-secret",
    ]);
    expect(script.bodies).toEqual([
      {
        spec: {
          display_name: "key",
          description: "",
          owner: { id: "sa-1", kind: "ServiceAccount", related: "", resource_name: "" },
          resource: { id: "lkc-1", kind: "Cluster", related: "", resource_name: "" },
        },
      },
    ]);
    expect(state).toEqual(existing);
    expectComplete("confluent_api_key", state);
  });

  it("is there at once with disable_wait_for_ready", async () => {
    const wanted = { ...planned, disable_wait_for_ready: true };
    const script = new Script(created(CLUSTER), answer(CLUSTER));
    expect(await apiKey.create(wanted, wanted, script.context())).toEqual({
      ...existing,
      disable_wait_for_ready: true,
    });
    expect(script.short).toEqual(["POST /iam/v2/api-keys", "GET /iam/v2/api-keys/KEY"]);
  });

  it.each<[string, readonly Answer[], string]>([
    ["the cluster is unknown", [[404, ""]], "404 Not Found"],
    ["the cluster has no endpoint", [[200, { spec: {} }]], "it has no rest_endpoint"],
    ["the cluster cannot answer", [ENDPOINT, [501, ""]], "501 Not Implemented"],
    [
      "the cluster never knows it",
      [ENDPOINT, ...Array.from({ length: 19 }, (): Answer => [401])],
      "timeout while waiting for state to become 'DONE'",
    ],
  ])("is lost when %s: it exists, and no state knows it", async (_name, answers, text) => {
    const script = new Script(created(CLUSTER), ...answers);
    const error = await failureOf(apiKey.create(planned, planned, script.context()));
    expect(error.message).toContain(text);
    expect(error.message).not.toContain("SECRET");
    expect(error.partial).toBeNull();
    script.expectFinished();
  });

  it.each([[{ spec: { secret: "SECRET" } }], [{ id: "KEY", spec: {} }], [{ id: "KEY" }]])(
    "needs id and secret: %j",
    async (body) => {
      const error = await failureOf(apiKey.create(planned, planned, new Script([202, body]).context()));
      expect(error.message).toContain("malformed");
      expect(error.partial).toBeNull();
    },
  );

  it("shows nothing of an answer that was cut", async () => {
    const script = new Script([202, '{"id":"KEY","spec":{"secret":"SECR']);
    expect((await failureOf(apiKey.create(planned, planned, script.context()))).message).not.toContain("SECR");
  });

  it("keeps the secret when it cannot be read", async () => {
    const wanted = { ...planned, disable_wait_for_ready: true };
    const error = await failureOf(apiKey.create(wanted, wanted, new Script(created(CLUSTER), [401]).context()));
    expect(error.partial).toMatchObject({ id: "KEY", secret: "SECRET" });
  });
});

describe("other keys", () => {
  const cloud = { id: "cloud", kind: "Cloud" };

  it("of the cloud: asks for the environments with the new key", async () => {
    const script = new Script(created(cloud), [401], [200], answer(cloud));
    const state = await apiKey.create(cloudKey, cloudKey, script.context());
    expect(script.log.slice(1, -1)).toEqual([
      "wait 15",
      "GET https://api.test/org/v2/environments as KEY:SECRET",
      "wait 60",
      "GET https://api.test/org/v2/environments as KEY:SECRET",
    ]);
    expect(script.bodies).toEqual([
      {
        spec: {
          display_name: "key",
          description: "",
          owner: { id: "sa-1", kind: "ServiceAccount", related: "", resource_name: "" },
        },
      },
    ]);
    expect(state["managed_resource"]).toEqual([]);
  });

  it.each([
    [{ id: "lsrc-1", kind: "SchemaRegistry", api_version: "srcm/v2" }, "wait 60"],
    [{ id: "aws.x", kind: "Region", api_version: "fcpm/v2" }, "wait 60"],
    [{ id: "lksqlc-1", kind: "ksqlDB", api_version: "ksqldbcm/v2" }, "wait 300"],
    [{ id: "global", kind: "Global", api_version: "global/v1" }, "wait 15"],
  ])("of %j waits", async (resource, wait) => {
    const global = resource.kind === "Global" ? [[200] as Answer] : [];
    const script = new Script(created(resource), ...global, answer(resource));
    const { managed_resource } = await apiKey.create(planned, planned, script.context());
    expect(script.short[1]).toBe(wait);
    const kind = ["SchemaRegistry", "ksqlDB"].includes(resource.kind) ? "Cluster" : resource.kind;
    expect(managed_resource).toMatchObject([{ id: resource.id, kind }]);
  });

  it("of something else fails", async () => {
    const script = new Script(created({ id: "x", kind: "Thing", api_version: "thing/v1" }));
    expect((await failureOf(apiKey.create(planned, planned, script.context()))).message).toContain(
      "unexpected resource",
    );
  });

  it("sends the version of some, and the environment of a region", async () => {
    const region = { id: "aws.x", kind: "Region", api_version: "fcpm/v2", environment: [{ id: "env-1" }] };
    const wanted = { ...planned, disable_wait_for_ready: true, managed_resource: [region] };
    const script = new Script(created(region), answer(region));
    await apiKey.create(wanted, wanted, script.context());
    expect(script.bodies).toMatchObject([
      { spec: { resource: { id: "aws.x", kind: "Region", api_version: "fcpm/v2", environment: "env-1" } } },
    ]);
  });
});

describe("life of a key", () => {
  it("sends a new name or description, but nothing for the flag", async () => {
    const script = new Script(
      [200, {}],
      [200, { id: "KEY", spec: { ...spec(CLUSTER), display_name: "new" } }],
      answer(CLUSTER),
    );
    const next = { ...existing, display_name: "new" };
    expect(await apiKey.update!(next, existing, next, script.context())).toEqual(next);
    const flagged = { ...existing, disable_wait_for_ready: true };
    expect(await apiKey.update!(flagged, existing, flagged, script.context())).toEqual(flagged);
    expect(script.short).toEqual([
      "PATCH /iam/v2/api-keys/KEY",
      "GET /iam/v2/api-keys/KEY",
      "GET /iam/v2/api-keys/KEY",
    ]);
    expect(script.bodies).toEqual([{ spec: { display_name: "new" } }]);
  });

  it("is read and deleted", async () => {
    const script = new Script(answer(CLUSTER), [403, "no"], [401], [204, ""]);
    expect(await apiKey.read(existing, script.context())).toEqual(existing);
    expect(await apiKey.read(existing, script.context())).toBeNull();
    expect((await failureOf(apiKey.read(existing, script.context()))).message).toContain("401");
    await apiKey.delete(existing, script.context());
    expect(script.short[3]).toBe("DELETE /iam/v2/api-keys/KEY");
  });

  it("is imported with its secret from the environment", async () => {
    const environment = { API_KEY_SECRET: "SECRET" };
    const script = new Script(answer(CLUSTER), answer({ kind: "Cloud" }));
    const state = await apiKey.importState!("env-1/KEY", script.context({ environment }));
    expect(state).toEqual(existing);
    expectComplete("confluent_api_key", state);
    const cloud = await apiKey.importState!("KEY", script.context({ environment }));
    expect(cloud).toEqual({ ...existing, managed_resource: [] });
    expect(script.short).toEqual(["GET /iam/v2/api-keys/KEY", "GET /iam/v2/api-keys/KEY"]);
    const tooLong = apiKey.importState!("a/b/c", new Script().context({ environment }));
    expect((await failureOf(tooLong)).message).toContain("invalid format");
    expect((await failureOf(apiKey.importState!("KEY", new Script().context()))).message).toContain("API_KEY_SECRET");
  });

  it("plans a default, and no change for another version of the same API", async () => {
    const plan = async (prior: Values | null, proposed: Values) =>
      (await apiKey.plan!({ prior, proposed, config: proposed }, { planned: proposed }, new Script().context()))
        .planned;
    expect((await plan(null, { ...planned, disable_wait_for_ready: null }))["disable_wait_for_ready"]).toBe(false);
    const at = (api_version: string) => ({ ...existing, managed_resource: [{ ...MANAGED, api_version }] });
    expect(await plan(at("srcm/v2"), at("srcm/v3"))).toEqual(at("srcm/v2"));
    expect(await plan(at("srcm/v2"), at("cmk/v2"))).toEqual(at("cmk/v2"));
    expect(await plan(existing, existing)).toEqual(existing);
  });

  it("validates", () => {
    const count = (values: Values) => apiKey.validate!({ ...planned, ...values }).length;
    expect(count({})).toBe(0);
    expect(count({ display_name: "" })).toBe(1);
    expect(count({ owner: [{ ...OWNER, id: "x-1", kind: "Robot", api_version: "iam/v1" }] })).toBe(3);
    expect(count({ managed_resource: [{ ...MANAGED, id: "", kind: "Topic", api_version: "cmk/v1" }] })).toBe(3);
    expect(count({ managed_resource: [{ ...MANAGED, id: UNKNOWN, kind: "Topic" }] })).toBe(0);
  });
});
