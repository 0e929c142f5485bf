import { createConnection } from "node:net";
import { type Client, credentials, makeGenericClientConstructor, type ServiceError } from "@grpc/grpc-js";
import { Encoder, ExtData } from "@msgpack/msgpack";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadService } from "../../../lib/rehearsal/provider/protocol/service";
import { ProviderError, UNKNOWN, type ResourceHandler } from "../../../lib/rehearsal/provider/resource";
import type { ProviderServer } from "../../../lib/rehearsal/provider/server";
import { readDynamicValue } from "../../../lib/rehearsal/provider/values/dynamic-value";
import { Environments, startServer } from "./support";

type Json = ReturnType<typeof JSON.parse>;
type Rpc = (method: string, request?: object) => Promise<Json>;

const pack = (value: unknown) => ({ msgpack: new Encoder().encode(value) });
const unpack = (message: Json) => readDynamicValue(message);
const BROKEN = { msgpack: Buffer.from([0xc1]) };
const TYPE = { type_name: "confluent_environment" };
const ENVIRONMENT = { display_name: "one", id: "env-1", resource_name: "crn://env-1", stream_governance: [] };

let handler: ResourceHandler;
let environments: Environments;
let server: ProviderServer;
let rpc: Rpc;
const clients: Client[] = [];

const addressOf = (of: ProviderServer): string =>
  JSON.parse(of.reattach)["registry.terraform.io/confluentinc/confluent"].Addr.String;

function connect(): Rpc {
  const address = addressOf(server);
  const Provider = makeGenericClientConstructor(loadService(), "Provider");
  const client = new Provider(address, credentials.createInsecure(), {
    "grpc.use_local_subchannel_pool": 1,
    "grpc.max_receive_message_length": -1,
  });
  clients.push(client);
  return async (method, request = {}) =>
    new Promise((resolve, reject) => {
      client[method]!(request, (error: ServiceError | null, answer: unknown) =>
        error ? reject(error) : resolve(answer),
      );
    });
}

const configure = async (call: Rpc, config: object = {}) => call("Configure", { config: pack(config) });
const summaries = (answer: Json): string[] => (answer.diagnostics ?? []).map(({ summary }: Json) => summary);

beforeAll(async () => {
  environments = new Environments();
  handler = { ...environments.resource };
  const failing: ResourceHandler = {
    ...environments.resource,
    create: async (...args) => handler.create(...args),
    read: async (...args) => handler.read(...args),
    update: async (planned) => Promise.resolve(planned),
    plan: (_request, plan) => ({ ...plan, replace: [["id"]] }),
  };
  const withoutUpdate: ResourceHandler = { ...environments.resource, type: "confluent_service_account" };
  server = await startServer({
    resources: [failing, withoutUpdate],
    dataSources: [environments.dataSource],
    environment: { TF_PROVIDER_CONFLUENT_MAX_RETRIES: "2" },
  });
  rpc = connect();
  await configure(rpc);
});
beforeEach(() => {
  handler = { ...environments.resource };
  environments.objects.clear();
});
afterAll(() => {
  for (const client of clients) client.close();
  server.stop();
});

describe("the schema", () => {
  it("is the provider's own, and asked for once", async () => {
    const answer = await rpc("GetSchema");
    expect(answer.server_capabilities).toEqual({ get_provider_schema_optional: true });
    expect(Object.keys(answer.resource_schemas)).toHaveLength(64);
    expect(Object.keys(answer.data_source_schemas)).toHaveLength(63);
    const { attributes, block_types } = answer.resource_schemas.confluent_environment.block;
    expect(attributes.map(({ name, type, ...flags }: Json) => [name, String(type), flags])).toEqual([
      ["display_name", '"string"', { required: true }],
      ["id", '"string"', { optional: true, computed: true }],
      ["resource_name", '"string"', { computed: true }],
    ]);
    expect(block_types).toMatchObject([{ type_name: "stream_governance", nesting: "LIST", max_items: 1 }]);
  });

  it("must be there, and know what is emulated", async () => {
    await expect(startServer({ schemaPath: "package.json" })).rejects.toThrow(
      "package.json holds no schema of the provider confluentinc/confluent",
    );
    const foreign = { ...environments.resource, type: "aws_instance" };
    await expect(startServer({ resources: [foreign] })).rejects.toThrow('no resource "aws_instance"');
    await expect(startServer({ dataSources: [{ ...environments.dataSource, type: "toString" }] })).rejects.toThrow(
      'no data source "toString"',
    );
  });
});

describe("a connection", () => {
  it("has a configuration of its own", async () => {
    const [one, other, none] = [connect(), connect(), connect()];
    await configure(one, { cloud_api_key: "ONE" });
    await configure(other, { cloud_api_key: "OTHER", max_retries: 9 });
    environments.configurations.length = 0;
    for (const call of [one, other, one]) await call("ReadResource", { ...TYPE, current_state: pack(ENVIRONMENT) });
    expect(environments.configurations.map(({ cloudApiKey }) => cloudApiKey)).toEqual(["ONE", "OTHER", "ONE"]);
    const answer = await none("ReadResource", { ...TYPE, current_state: pack(ENVIRONMENT) });
    expect(summaries(answer)).toEqual(["The provider was not configured on this connection"]);
    expect(unpack(answer.new_state)).toEqual(ENVIRONMENT);
  });

  it("is told that this is no Confluent Cloud", async () => {
    const { diagnostics } = await configure(connect());
    expect(diagnostics).toMatchObject([{ severity: "WARNING", summary: "EMULATED, not Confluent Cloud" }]);
  });

  it("may take the retries from the environment, and then they are checked too", async () => {
    const answer = await rpc("PrepareProviderConfig", { config: pack({}) });
    expect(summaries(answer)).toEqual(["expected max_retries to be a whole number of at least 4, got 2"]);
    expect(answer.diagnostics[0].attribute.steps).toEqual([{ attribute_name: "max_retries" }]);
    expect(summaries(await rpc("PrepareProviderConfig", { config: pack({ max_retries: 4 }) }))).toEqual([]);
    const unknown = new ExtData(0, Uint8Array.of(0));
    expect(summaries(await rpc("PrepareProviderConfig", { config: pack({ max_retries: unknown }) }))).toEqual([]);
  });

  it("stops without a word", async () => {
    expect(await rpc("Stop")).toEqual({});
  });
});

describe("state that Terraform kept", () => {
  const upgrade = async (state: string | undefined, version = 0) =>
    rpc("UpgradeResourceState", { ...TYPE, version, ...(state ? { raw_state: { json: Buffer.from(state) } } : {}) });

  it("is brought into today's form", async () => {
    const answer = await upgrade('{"display_name":"one","retired":true}');
    expect(unpack(answer.upgraded_state)).toEqual({
      display_name: "one",
      id: null,
      resource_name: null,
      stream_governance: [],
    });
  });

  it.each([
    ["{", "is not valid JSON"],
    ['{"display_name":["one"]}', "display_name: expected string, got list"],
    [undefined, "The state of confluent_environment is not JSON"],
  ])("is refused: %s", async (state, message) => {
    expect(summaries(await upgrade(state)).join()).toContain(message);
  });

  it("is refused when a later version wrote it", async () => {
    expect(summaries(await upgrade("{}", 7))).toEqual([
      "The state of confluent_environment was written by a later version of the provider",
    ]);
  });
});

describe("a change", () => {
  it("may be a deletion", async () => {
    const answer = await rpc("PlanResourceChange", {
      ...TYPE,
      prior_state: pack(ENVIRONMENT),
      proposed_new_state: pack(null),
      config: pack(null),
      prior_private: Buffer.from("p"),
    });
    expect(unpack(answer.planned_state)).toBeNull();
    expect(String(answer.planned_private)).toBe("p");
  });

  it("names what replaces the object, by the schema and by the handler", async () => {
    const proposed = { ...ENVIRONMENT, stream_governance: [{ package: "ADVANCED" }] };
    const answer = await rpc("PlanResourceChange", {
      ...TYPE,
      prior_state: pack(ENVIRONMENT),
      proposed_new_state: pack(proposed),
      config: pack(proposed),
    });
    expect(unpack(answer.planned_state)).toEqual(proposed);
    expect(answer.requires_replace).toEqual([
      { steps: [{ attribute_name: "stream_governance" }, { element_key_int: 0 }, { attribute_name: "package" }] },
      { steps: [{ attribute_name: "id" }] },
    ]);
  });

  it("of a new object leaves unknown what the API fills in", async () => {
    const proposed = { display_name: "one", id: null, resource_name: null, stream_governance: [] };
    const answer = await rpc("PlanResourceChange", {
      ...TYPE,
      prior_state: pack(null),
      proposed_new_state: pack(proposed),
      config: pack(proposed),
    });
    expect(unpack(answer.planned_state)).toEqual({ ...proposed, id: UNKNOWN, resource_name: UNKNOWN });
    expect(answer.requires_replace).toBeUndefined();
  });

  it("leaves nothing unknown in the state", async () => {
    handler = { ...handler, create: async (planned) => Promise.resolve({ ...planned, id: "env-9" }) };
    const unknown = new ExtData(0, Uint8Array.of(0));
    const answer = await rpc("ApplyResourceChange", {
      ...TYPE,
      prior_state: pack(null),
      planned_state: pack({ ...ENVIRONMENT, id: unknown, resource_name: unknown }),
      config: pack(ENVIRONMENT),
      planned_private: Buffer.from("p"),
    });
    expect(unpack(answer.new_state)).toEqual({ ...ENVIRONMENT, id: "env-9", resource_name: null });
    expect(String(answer.private)).toBe("p");
  });

  it("fails where a resource cannot be changed, and keeps what was proposed", async () => {
    const account = { display_name: "a", id: "sa-1", kind: null, api_version: null, description: "new" };
    const unknown = new ExtData(0, Uint8Array.of(0));
    const answer = await rpc("ApplyResourceChange", {
      type_name: "confluent_service_account",
      prior_state: pack({ ...account, description: "old", kind: "ServiceAccount" }),
      planned_state: pack({ ...account, kind: unknown }),
      config: pack(account),
    });
    expect(summaries(answer)).toEqual(["confluent_service_account cannot be changed"]);
    expect(unpack(answer.new_state)).toEqual({ ...account, kind: "ServiceAccount" });
  });

  it("keeps nothing when the handler says that nothing is left", async () => {
    handler = {
      ...handler,
      create: async () => Promise.reject(new ProviderError("gone again", { partial: null })),
    };
    const answer = await rpc("ApplyResourceChange", {
      ...TYPE,
      prior_state: pack(null),
      planned_state: pack(ENVIRONMENT),
      config: pack(ENVIRONMENT),
    });
    expect(summaries(answer)).toEqual(["gone again"]);
    expect(unpack(answer.new_state)).toBeNull();
  });
});

describe("input that makes no sense", () => {
  it.each([
    ["PrepareProviderConfig", { config: BROKEN }],
    ["Configure", { config: BROKEN }],
    ["Configure", {}],
    ["ValidateResourceTypeConfig", { ...TYPE, config: BROKEN }],
    ["ValidateResourceTypeConfig", { ...TYPE }],
    ["ValidateDataSourceConfig", { ...TYPE, config: pack(["list"]) }],
    ["PlanResourceChange", { ...TYPE, proposed_new_state: pack({ display_name: 1 }), config: pack({}) }],
    ["PlanResourceChange", { ...TYPE, proposed_new_state: pack({}) }],
    ["ReadDataSource", { ...TYPE, config: BROKEN }],
  ])("%s is answered with a diagnostic (%#)", async (method, request) => {
    expect(summaries(await rpc(method, request)).join()).toMatch(/^A value does not fit the provider's schema: /);
  });

  it.each([
    "ValidateResourceTypeConfig",
    "ValidateDataSourceConfig",
    "UpgradeResourceState",
    "ReadResource",
    "PlanResourceChange",
    "ApplyResourceChange",
    "ImportResourceState",
    "ReadDataSource",
  ])("%s of a type that nobody knows is answered with a diagnostic", async (method) => {
    for (const type_name of ["__proto__", "x".repeat(1_000_000), undefined]) {
      const answer = await rpc(method, type_name === undefined ? {} : { type_name });
      expect(summaries(answer).join()).toMatch(/^The provider's schema has no (resource|data source) "/);
      expect(summaries(answer).join().length).toBeLessThan(200);
    }
  });

  it("leaves the state as it came", async () => {
    const read = await rpc("ReadResource", { ...TYPE, current_state: BROKEN, private: Buffer.from("p") });
    expect(read).toMatchObject({ new_state: BROKEN, private: Buffer.from("p") });
    const applied = await rpc("ApplyResourceChange", {
      ...TYPE,
      prior_state: pack(ENVIRONMENT),
      planned_state: BROKEN,
      config: pack(ENVIRONMENT),
    });
    expect(unpack(applied.new_state)).toEqual(ENVIRONMENT);
    expect(summaries(applied)).toEqual(["A value does not fit the provider's schema: is not valid MessagePack"]);
    const unconfigured = await rpc("ApplyResourceChange", {
      ...TYPE,
      prior_state: pack(ENVIRONMENT),
      planned_state: pack(ENVIRONMENT),
    });
    expect(unpack(unconfigured.new_state)).toEqual(ENVIRONMENT);
    expect(summaries(unconfigured)).toEqual(["A value does not fit the provider's schema: no configuration"]);
  });

  it("may be an answer of a handler: the state stays, the place is named, the value is not", async () => {
    handler = { ...handler, read: async () => Promise.resolve({ display_name: 4711 }) };
    const answer = await rpc("ReadResource", { ...TYPE, current_state: pack(ENVIRONMENT) });
    expect(unpack(answer.new_state)).toEqual(ENVIRONMENT);
    expect(summaries(answer)).toEqual([
      "A value does not fit the provider's schema: display_name: expected string, got number",
    ]);
  });

  it("may be an error that is none", async () => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    handler = { ...handler, read: async () => Promise.reject("a text") };
    expect(summaries(await rpc("ReadResource", { ...TYPE, current_state: pack(ENVIRONMENT) }))).toEqual(["a text"]);
  });

  it("ends no call but its own", async () => {
    await expect(rpc("GetSchema")).resolves.toBeDefined();
    const [broken, whole] = await Promise.all([
      rpc("ReadResource", { ...TYPE, current_state: BROKEN }),
      rpc("ReadResource", { ...TYPE, current_state: pack(null) }),
    ]);
    expect(summaries(broken)).toHaveLength(1);
    expect(unpack(whole.new_state)).toBeNull();
  });
});

describe("a client that goes away", () => {
  it("may have spoken no protocol at all", async () => {
    const { port } = new URL(`http://${addressOf(server)}`);
    await new Promise<void>((resolve, reject) => {
      const socket = createConnection(Number(port), "127.0.0.1", () => socket.end("GET / HTTP/1.1\r\n\r\n\0\xff"));
      socket
        .once("error", reject)
        .once("close", () => resolve())
        .resume();
    });
    expect(await rpc("Stop")).toEqual({});
  });

  it("may have sent a message that is no protobuf", async () => {
    const { path } = loadService()["ReadResource"]!;
    const client = clients[0]!;
    const error = await new Promise<ServiceError | null>((resolve) => {
      client.makeUnaryRequest(
        path,
        () => Buffer.from([0xff, 0xff]),
        (bytes) => bytes,
        {},
        (refusal) => resolve(refusal),
      );
    });
    expect(error?.message).toContain("Error deserializing request");
    expect(await rpc("Stop")).toEqual({});
  });

  it("leaves the server to others", async () => {
    let release = (): void => undefined;
    let begun = (): void => undefined;
    const started = new Promise<void>((resolve) => (begun = resolve));
    handler = {
      ...handler,
      read: async () => {
        begun();
        await new Promise<void>((resolve) => (release = resolve));
        return ENVIRONMENT;
      },
    };
    const leaving = connect();
    await configure(leaving);
    const lost = leaving("ReadResource", { ...TYPE, current_state: pack(ENVIRONMENT) }).catch((error) => error);
    await started;
    clients.at(-1)!.close();
    release();
    await lost;
    expect(await rpc("Stop")).toEqual({});
  });
});
