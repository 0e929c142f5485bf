import {
  Server,
  ServerCredentials,
  type handleUnaryCall,
  type sendUnaryData,
  type ServerUnaryCall,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import type { Clock } from "../clock/clock";
import type { Environment } from "./configuration";
import { diagnosticMessages, errorDiagnostic } from "./engine/diagnostics";
import { Engine, type Call } from "./engine/engine";
import { Connections, HttpClient, type Resolve } from "./http-client";
import { loadService } from "./protocol/service";
import type { DataSourceHandler, ResourceHandler } from "./resource";
import { loadSchema } from "./schema/load";

const PROTOCOL_VERSION = 5;
const ADDRESSES = ["registry.terraform.io/confluentinc/confluent", "registry.opentofu.org/confluentinc/confluent"];
const NO_MESSAGE_LIMIT = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };

export interface ProviderServerOptions {
  /** Gives the base URL of an endpoint as users write it, or nothing when no host has that name. */
  readonly resolve: Resolve;
  readonly clock: Clock;
  /** Environment of the Terraform process, as far as the provider reads it; asked anew by each call. @default empty */
  readonly environment?: Environment;
  /** Output of `terraform providers schema -json`. @default the schema that the bindings were generated from */
  readonly schemaPath?: string;
  /** Resource types with something behind them. @default none */
  readonly resources?: readonly ResourceHandler[];
  /** Data source types with something behind them. @default none */
  readonly dataSources?: readonly DataSourceHandler[];
}

/** A Terraform provider for the emulator, hosted by this process and attached by an environment variable. */
export class ProviderServer {
  /** Value of `TF_REATTACH_PROVIDERS`, for Terraform and for OpenTofu. */
  public readonly reattach: string;
  readonly #server: Server;
  readonly #connections: Connections;

  private constructor(server: Server, connections: Connections, port: number) {
    this.#server = server;
    this.#connections = connections;
    const attached = {
      Protocol: "grpc",
      ProtocolVersion: PROTOCOL_VERSION,
      Pid: process.pid,
      Test: true,
      Addr: { Network: "tcp", String: `127.0.0.1:${port}` },
    };
    this.reattach = JSON.stringify(Object.fromEntries(ADDRESSES.map((address) => [address, attached])));
  }

  /** Listens on a free port of the loopback interface. */
  public static async start(options: ProviderServerOptions): Promise<ProviderServer> {
    const { clock, environment = {}, resolve, schemaPath, resources = [], dataSources = [] } = options;
    const connections = new Connections();
    const engine = new Engine({
      schema: loadSchema(schemaPath),
      resources,
      dataSources,
      environment,
      connect: ({ maxRetries }) => new HttpClient({ resolve, maxRetries, connections }),
    });
    const server = new Server(NO_MESSAGE_LIMIT);
    server.addService(loadService(), methodsOf(engine, clock));
    const port = await new Promise<number>((resolvePort, reject) => {
      server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) => {
        if (error) reject(error);
        else resolvePort(bound);
      });
    });
    return new ProviderServer(server, connections, port);
  }

  /** Ends every connection at once. */
  public stop(): void {
    this.#server.forceShutdown();
    this.#connections.close();
  }
}

function methodsOf(engine: Engine, clock: Clock): UntypedServiceImplementation {
  const method =
    <Request, Answer>(
      work: (request: Request, call: Call) => Answer | Promise<Answer>,
    ): handleUnaryCall<Request, unknown> =>
    (call: ServerUnaryCall<Request, unknown>, respond: sendUnaryData<unknown>) => {
      const peer = call.getPeer();
      clock
        .during(async (activity) => work(call.request, { peer, activity }))
        .catch((error: unknown) => ({ diagnostics: diagnosticMessages([errorDiagnostic(error)]) }))
        .then((answer) => respond(null, answer))
        .catch(() => undefined);
    };
  return {
    GetSchema: method(() => engine.getSchema()),
    PrepareProviderConfig: method(engine.prepareProviderConfig.bind(engine)),
    Configure: method(engine.configure.bind(engine)),
    Stop: method(() => ({})),
    ValidateResourceTypeConfig: method(engine.validateResourceTypeConfig.bind(engine)),
    UpgradeResourceState: method(engine.upgradeResourceState.bind(engine)),
    ReadResource: method(engine.readResource.bind(engine)),
    PlanResourceChange: method(engine.planResourceChange.bind(engine)),
    ApplyResourceChange: method(engine.applyResourceChange.bind(engine)),
    ImportResourceState: method(engine.importResourceState.bind(engine)),
    ValidateDataSourceConfig: method(engine.validateDataSourceConfig.bind(engine)),
    ReadDataSource: method(engine.readDataSource.bind(engine)),
  };
}
