import { join } from "node:path";
import type { ServiceDefinition } from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";

const PROTO = join(__dirname, "plugin.proto");
const SERVICE = "tfplugin5.Provider";

/** The service that Terraform calls, each of its methods by name. */
export function loadService(): ServiceDefinition {
  const definitions = loadSync(PROTO, { keepCase: true, longs: Number, enums: String, defaults: false, oneofs: false });
  return definitions[SERVICE] as ServiceDefinition;
}
