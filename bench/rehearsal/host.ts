import { createTopic } from "../../lib/rehearsal/cloud/topics";
import { Emulator } from "../../lib/rehearsal/cloud/emulator";
import { DATA_SOURCES, RESOURCES } from "../../lib/rehearsal/provider/resources";
import { ProviderServer } from "../../lib/rehearsal/provider/server";
import { JUMP, DR, topicNames } from "./scenario";

/** What the host tells once it is up. */
export interface Hosted {
  readonly reattach: string;
  readonly credentials: Readonly<Record<"jump" | "dr", { readonly key: string; readonly secret: string }>>;
}

/** What the host has used up since it was asked last, and its peak memory ever. */
export interface Usage {
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly requests: number;
}

/** Emulator and provider server in a process of their own, asked for their use of it by messages. */
async function main(count: number): Promise<void> {
  const emulator = await Emulator.start({ clusters: [JUMP, DR] });
  for (const name of topicNames(count)) {
    createTopic(emulator.cloud, JUMP.id, { name, partitions: 1, configs: new Map() });
  }
  const provider = await ProviderServer.start({
    resolve: (endpoint) => emulator.resolve(endpoint),
    clock: emulator.clock,
    resources: RESOURCES,
    dataSources: DATA_SOURCES,
  });
  const credentials = { jump: emulator.grantAll(JUMP.id), dr: emulator.grantAll(DR.id) };
  process.send?.({ reattach: provider.reattach, credentials } satisfies Hosted);
  let before = process.cpuUsage();
  let requestsBefore = emulator.requests.length;
  process.on("message", () => {
    const { user, system } = process.cpuUsage(before);
    before = process.cpuUsage();
    const requests = emulator.requests.length - requestsBefore;
    requestsBefore = emulator.requests.length;
    const peakMegabytes = process.resourceUsage().maxRSS / 1024;
    process.send?.({ cpuSeconds: (user + system) / 1e6, peakMegabytes, requests } satisfies Usage);
  });
  process.once("disconnect", () => {
    provider.stop();
    void emulator.stop();
  });
}

void main(Number(process.argv[2]));
