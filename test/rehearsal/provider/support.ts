import { execFile, type ExecFileException } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { PerRequestClock } from "../../../lib/rehearsal/clock/per-request-clock";
import {
  ProviderError,
  type DataSourceHandler,
  type OperationContext,
  type ProviderConfiguration,
  type ResourceHandler,
  type Value,
  type Values,
} from "../../../lib/rehearsal/provider/resource";
import { ProviderServer, type ProviderServerOptions } from "../../../lib/rehearsal/provider/server";

type Json = ReturnType<typeof JSON.parse>;

const text = (value: Value | undefined): string => (typeof value === "string" ? value : "");

export const newClock = () => new PerRequestClock({ advanceTo: () => undefined });

/** Environments in memory, and what the handlers were asked for. */
export class Environments {
  public readonly objects = new Map<string, Values>();
  public readonly configurations: ProviderConfiguration[] = [];
  public readonly calls: string[] = [];
  #ids = 0;

  public readonly resource: ResourceHandler = {
    type: "confluent_environment",
    replacedBy: ["display_name", "stream_governance.0.package"],
    validate: (config) =>
      config["display_name"] === "wrong"
        ? [{ severity: "ERROR", summary: "a wrong name", path: ["display_name"] }]
        : [],
    create: async (planned, _config, context) => {
      await this.#note("create", planned, context);
      const id = `env-${++this.#ids}`;
      const made = { ...planned, id, resource_name: `crn://${id}` };
      if (planned["display_name"] === "refused") throw new ProviderError("the name was refused");
      this.objects.set(id, made);
      if (planned["display_name"] === "half") throw new ProviderError("made, but not readable", { partial: made });
      return made;
    },
    read: async (state, context) => {
      await this.#note("read", state, context);
      return this.objects.get(text(state["id"])) ?? null;
    },
    delete: async (state, context) => {
      await this.#note("delete", state, context);
      if (state["display_name"] === "sticky") throw new ProviderError("it does not go away");
      this.objects.delete(text(state["id"]));
    },
    importState: async (id, context) => {
      await this.#note("import", {}, context);
      return { id };
    },
  };

  public readonly dataSource: DataSourceHandler = {
    type: "confluent_environment",
    validate: (config) => (config["id"] === "" ? [{ severity: "ERROR", summary: "an empty id", path: ["id"] }] : []),
    read: async (config) => {
      const found = this.objects.get(text(config["id"]));
      if (found) return Promise.resolve(found);
      throw new ProviderError("no such environment", { detail: "Look again.", path: ["id"] });
    },
  };

  async #note(what: string, values: Values, { provider }: OperationContext): Promise<void> {
    this.calls.push(`${what} ${text(values["display_name"])}`);
    this.configurations.push(provider);
    await Promise.resolve();
  }
}

/** Service accounts in memory: their description changes in place. */
export class ServiceAccounts {
  public readonly objects = new Map<string, Values>();

  public readonly resource: ResourceHandler = {
    type: "confluent_service_account",
    replacedBy: ["display_name"],
    plan: ({ config }, plan) =>
      config["description"] === null ? { planned: { ...plan.planned, description: "by default" } } : plan,
    create: async (planned) => {
      const made = { ...planned, id: "sa-1", kind: "ServiceAccount", api_version: "iam/v2" };
      this.objects.set("sa-1", made);
      return Promise.resolve(made);
    },
    read: async (state) => Promise.resolve(this.objects.get(text(state["id"])) ?? null),
    update: async (planned) => {
      if (planned["description"] === "refused") throw new ProviderError("refused", { path: ["description"] });
      this.objects.set("sa-1", planned);
      return Promise.resolve(planned);
    },
    delete: async () => Promise.resolve(this.objects.clear()),
  };
}

export interface Run {
  readonly exitCode: number;
  readonly output: string;
}

/** A folder in which Terraform runs with the provider server attached. */
export class Workspace {
  readonly #folder = mkdtempSync(join(tmpdir(), "provider-server-"));
  readonly #reattach: string;

  public constructor(server: ProviderServer) {
    this.#reattach = server.reattach;
  }

  public write(configuration: string): void {
    writeFileSync(
      join(this.#folder, "main.tf"),
      `terraform {
        required_providers {
          confluent = {
            source = "confluentinc/confluent"
          }
        }
      }
      ${configuration}`,
    );
  }

  public async run(...args: string[]): Promise<Run> {
    return new Promise((resolve) => {
      const env = {
        PATH: process.env["PATH"],
        HOME: this.#folder,
        CHECKPOINT_DISABLE: "1",
        TF_CLI_CONFIG_FILE: devNull,
        TF_REATTACH_PROVIDERS: this.#reattach,
      };
      const options = { cwd: this.#folder, env, maxBuffer: 1e9 };
      execFile("terraform", [...args, "-no-color"], options, (error: ExecFileException | null, stdout, stderr) => {
        resolve({ exitCode: Number(error?.code ?? 0), output: (stdout + stderr).replace(/\s+/g, " ") });
      });
    });
  }

  public async plan(): Promise<Run> {
    return this.run("plan", "-detailed-exitcode", "-input=false");
  }

  public async apply(...args: string[]): Promise<Run> {
    return this.run("apply", "-auto-approve", "-input=false", ...args);
  }

  public async state(): Promise<Record<string, Json>> {
    const { output } = await this.run("show", "-json");
    const resources = JSON.parse(output).values?.root_module?.resources ?? [];
    return Object.fromEntries(resources.map((resource: Json) => [resource.address, resource]));
  }

  public remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

export const startServer = async (options: Partial<ProviderServerOptions>): Promise<ProviderServer> =>
  ProviderServer.start({ resolve: () => undefined, clock: newClock(), ...options });
