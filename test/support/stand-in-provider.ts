import { Server, ServerCredentials, type handleUnaryCall } from "@grpc/grpc-js";
import { loadService } from "../../lib/rehearsal/provider/protocol/service";
import type { Json } from "./synth";

/** A reference needs something to lead to: what a resource computes. */
const COMPUTED = ["id"];

/** What a block of Terraform's own language takes, in every resource. */
const META = new Set(["//", "depends_on", "provider", "lifecycle", "count", "for_each", "provisioner", "connection"]);

/** Providers that know the names of everything in a stack, and nothing else: enough for Terraform to see what refers to what. */
export interface StandIn {
  readonly environment: Readonly<Record<string, string>>;
  readonly stop: () => void;
}

/** Starts one stand-in for every provider that a stack requires. */
export async function standInFor(stack: Json): Promise<StandIn> {
  const server = new Server();
  const answer =
    (message: unknown): handleUnaryCall<unknown, unknown> =>
    (_call, respond) =>
      respond(null, message);
  const methods = Object.keys(loadService()).map((name) => [name, answer({})] as const);
  server.addService(loadService(), { ...Object.fromEntries(methods), GetSchema: answer(schemaOf(stack)) });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(error);
      else resolve(bound);
    });
  });
  const attached = {
    Protocol: "grpc",
    ProtocolVersion: 5,
    Pid: process.pid,
    Test: true,
    Addr: { Network: "tcp", String: `127.0.0.1:${port}` },
  };
  const sources = Object.values<Json>(stack.terraform.required_providers).map(({ source }) => addressOf(source));
  const reattach = Object.fromEntries(sources.map((address) => [address, attached]));
  return {
    environment: { TF_REATTACH_PROVIDERS: JSON.stringify(reattach) },
    stop: () => server.forceShutdown(),
  };
}

const addressOf = (source: string): string =>
  `registry.terraform.io/${source.includes("/") ? source : `hashicorp/${source}`}`;

function schemaOf(stack: Json): object {
  const providers = Object.values<Json>(stack.provider ?? {}).flat();
  return {
    provider: { version: 0, block: blockOf(providers.map((each) => omit(each, "alias"))) },
    resource_schemas: typesOf(stack.resource, stack),
    data_source_schemas: typesOf(stack.data, stack),
  };
}

const typesOf = (types: Json = {}, stack: Json): object =>
  Object.fromEntries(
    Object.entries<Json>(types).map(([type, blocks]) => {
      const read = [...JSON.stringify(stack).matchAll(new RegExp(`\\b${type}\\.[\\w-]+\\.([a-z_]+)`, "g"))];
      const computed = Object.fromEntries(
        [...COMPUTED, ...read.map(([, name]) => name ?? "id")].map((name) => [name, 0]),
      );
      return [type, { version: 0, block: blockOf([...Object.values<Json>(blocks), computed]) }];
    }),
  );

function blockOf(blocks: readonly Json[]): object {
  const names = new Set(blocks.flatMap((block) => Object.keys(block)).filter((name) => !META.has(name)));
  const type = Buffer.from(JSON.stringify("dynamic"));
  return { version: 0, attributes: [...names].map((name) => ({ name, type, optional: true, computed: true })) };
}

function omit(object: Json, name: string): Json {
  const { [name]: _, ...rest } = object;
  return rest;
}
