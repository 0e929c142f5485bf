import type { ClusterAccess, OwnCommandLine } from "../../rehearsal/drills/executor";
import { ownPrefix } from "../access/key-names";
import type { Command } from "../command";

/** Commands of this command line that the runbook uses while something is rehearsed. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  status: async () => (await import("../commands/status.js")).statusCommand,
  failover: async () => (await import("../commands/failover.js")).failoverCommand,
};

/** Runs one of this command line's own commands in the time of a rehearsal. */
export const ownCommandLine: OwnCommandLine = async ([name = "", ...args], { clusters, now, sleep }) => {
  const load = COMMANDS[name];
  if (load === undefined) return { text: `not rehearsed: ${name}`, exitCode: 0 };
  const command = await load();
  const { text, exitCode } = await command.run(args, {
    env: environmentOf(clusters),
    now,
    sleep,
    progress: () => undefined,
  });
  return { text, exitCode };
};

/** Where clusters and keys are, as this command line reads it. */
function environmentOf(clusters: readonly ClusterAccess[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    clusters.flatMap(({ cluster, url, key, secret }): [string, string][] => {
      const prefix = ownPrefix(cluster);
      return [
        [`${prefix}_REST_ENDPOINT`, url],
        [`${prefix}_API_KEY`, key],
        [`${prefix}_API_SECRET`, secret],
      ];
    }),
  );
}
