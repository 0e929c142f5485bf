import { writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Clock, Timeline } from "../../lib/rehearsal/clock/clock";
import { PerRequestClock } from "../../lib/rehearsal/clock/per-request-clock";
import { RealClock } from "../../lib/rehearsal/clock/real-clock";
import type { Emulator } from "../../lib/rehearsal/cloud/emulator";
import { DATA_SOURCES, RESOURCES } from "../../lib/rehearsal/provider/resources";
import { ProviderServer } from "../../lib/rehearsal/provider/server";

export type Environment = Readonly<Record<string, string>>;

/** A provider that Terraform can be given. */
export interface Side {
  readonly name: string;
  readonly clock: (timeline: Timeline) => Clock;
  attach(emulator: Emulator, folder: string, imports: Environment): Promise<Attached>;
}

export interface Attached {
  readonly environment: Environment;
  detach(): void;
}

/** The provider that this project hosts. */
export const SERVER: Side = {
  name: "server",
  clock: (timeline) => new PerRequestClock(timeline),
  async attach(emulator, _folder, imports) {
    const server = await ProviderServer.start({
      resolve: (endpoint) => emulator.resolve(endpoint),
      clock: emulator.clock,
      environment: imports,
      resources: RESOURCES,
      dataSources: DATA_SOURCES,
    });
    return { environment: { TF_REATTACH_PROVIDERS: server.reattach }, detach: () => server.stop() };
  },
};

/** Its shortest waits are half a second, for 10 seconds; the emulator makes up for it. */
const SPEED = 100;

/** The real provider, run from a binary. */
export function binary(file: string): Side {
  return {
    name: "binary",
    clock: (timeline) => new RealClock(timeline, { speed: SPEED }),
    async attach(_emulator, folder) {
      const settings = join(folder, "terraform.rc");
      const directory = JSON.stringify(dirname(resolve(file)));
      writeFileSync(
        settings,
        `provider_installation {\n  dev_overrides { "confluentinc/confluent" = ${directory} }\n  direct {}\n}\n`,
      );
      return Promise.resolve({ environment: { TF_CLI_CONFIG_FILE: settings, TF_ACC: "1" }, detach: () => undefined });
    },
  };
}
