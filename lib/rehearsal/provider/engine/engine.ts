import type { Activity } from "../../clock/clock";
import { readConfiguration, validateConfiguration, type Environment } from "../configuration";
import { EMULATED } from "../notices";
import type {
  ApplyAnswer,
  ApplyRequest,
  ConfigRequest,
  DataAnswer,
  DiagnosticsAnswer,
  ImportAnswer,
  ImportRequest,
  PlanAnswer,
  PlanRequestMessage,
  ProviderConfigAnswer,
  ProviderConfigRequest,
  ReadAnswer,
  ReadRequest,
  SchemaAnswer,
  UpgradeAnswer,
  UpgradeRequest,
} from "../protocol/messages";
import {
  ProviderError,
  type DataSourceHandler,
  type OperationContext,
  type ProviderConfiguration,
  type ResourceHandler,
} from "../resource";
import type { RestClient } from "../rest-client";
import { schemaAnswer } from "../schema/answer";
import type { ProviderSchema } from "../schema/schema";
import { readDataSource, validateDataSource } from "./data-sources";
import { diagnosticMessages } from "./diagnostics";
import {
  applyResource,
  importResource,
  planResource,
  readResource,
  upgradeState,
  validateResource,
  type MakeContext,
} from "./resources";
import { Types } from "./types";

export interface EngineOptions {
  readonly schema: ProviderSchema;
  readonly resources: readonly ResourceHandler[];
  readonly dataSources: readonly DataSourceHandler[];
  readonly environment: Environment;
  readonly connect: (configuration: ProviderConfiguration) => RestClient;
}

/** One call: who made it, and its part in virtual time. */
export interface Call {
  /** Names a connection. Terraform opens one for each provider configuration of each phase of a run. */
  readonly peer: string;
  readonly activity: Activity;
}

type Session = Pick<OperationContext, "provider" | "rest">;

/** Answers Terraform's calls. Errors that are thrown mean that a call could not be worked on at all. */
export class Engine {
  readonly #options: EngineOptions;
  readonly #types: Types;
  readonly #schemaAnswer: SchemaAnswer;
  readonly #sessions = new Map<string, Session>();

  public constructor(options: EngineOptions) {
    this.#options = options;
    this.#types = new Types(options.schema, options.resources, options.dataSources);
    this.#schemaAnswer = schemaAnswer(options.schema);
  }

  public getSchema(): SchemaAnswer {
    return this.#schemaAnswer;
  }

  public prepareProviderConfig({ config }: ProviderConfigRequest): ProviderConfigAnswer {
    const { provider } = this.#types;
    const diagnostics = validateConfiguration(provider.decodePresent(config), this.#options.environment);
    return {
      ...(config ? { prepared_config: config } : {}),
      diagnostics: diagnosticMessages(diagnostics, provider.block),
    };
  }

  public configure({ config }: ProviderConfigRequest, { peer }: Call): DiagnosticsAnswer {
    const { connect, environment } = this.#options;
    const provider = readConfiguration(this.#types.provider.decodePresent(config), environment);
    this.#sessions.set(peer, { provider, rest: connect(provider) });
    return { diagnostics: diagnosticMessages([EMULATED]) };
  }

  public validateResourceTypeConfig(request: ConfigRequest): DiagnosticsAnswer {
    return validateResource(this.#types.resource(request.type_name), request);
  }

  public upgradeResourceState(request: UpgradeRequest): UpgradeAnswer {
    return upgradeState(this.#types.resource(request.type_name), request);
  }

  public async readResource(request: ReadRequest, call: Call): Promise<ReadAnswer> {
    return readResource(this.#types.resource(request.type_name), request, this.#contextOf(call));
  }

  public async planResourceChange(request: PlanRequestMessage, call: Call): Promise<PlanAnswer> {
    return planResource(this.#types.resource(request.type_name), request, this.#contextOf(call));
  }

  public async applyResourceChange(request: ApplyRequest, call: Call): Promise<ApplyAnswer> {
    return applyResource(this.#types.resource(request.type_name), request, this.#contextOf(call));
  }

  public async importResourceState(request: ImportRequest, call: Call): Promise<ImportAnswer> {
    return importResource(this.#types.resource(request.type_name), request, this.#contextOf(call));
  }

  public validateDataSourceConfig(request: ConfigRequest): DiagnosticsAnswer {
    return validateDataSource(this.#types.dataSource(request.type_name), request);
  }

  public async readDataSource(request: ConfigRequest, call: Call): Promise<DataAnswer> {
    return readDataSource(this.#types.dataSource(request.type_name), request, this.#contextOf(call));
  }

  #contextOf({ peer, activity }: Call): MakeContext {
    return () => {
      const session = this.#sessions.get(peer);
      if (!session) throw new ProviderError("The provider was not configured on this connection");
      return { ...session, activity, environment: this.#options.environment };
    };
  }
}
