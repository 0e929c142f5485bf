import { basename, join } from "node:path";
import { App } from "cdktf";
import { AddressPlan, synthesize, type PrivateNetworkProps } from "cdktf-cluster-linking";
import type { Construct } from "constructs";
import type { z } from "zod";
import { topologyFile } from "../chain";
import { summarize } from "../summary";
import { readSettings } from "../topology-file";
import { createdChain } from "./created-chain";
import { platformFile, readPlatform } from "./platform-data";
import { PlatformStack, type NetworkOfCloud } from "./platform-stack";
import { buildNetworks, type CloudNetworks } from "./networks";
import type { WithHub } from "./hub-settings";
import { regionsOf, type PlatformSettings, type PrivatePlace } from "./settings";

/** An app that creates everything: what it needs to know of its cloud. */
export interface PlatformApp<S extends WithHub, N> {
  /** The app's own, with `topology.json` and `platform.json`; local states are kept in it. */
  readonly folder: string;
  readonly schema: z.ZodType<S>;
  /** The Confluent Cloud network of one cluster. */
  readonly networkOf: (
    settings: S,
    scope: Construct,
    id: string,
    which: PrivatePlace,
    props: PrivateNetworkProps,
  ) => NetworkOfCloud;
  /** The cloud's own side of the networks. */
  readonly networksOf: (settings: S) => CloudNetworks<N>;
}

/** Reads the topology file and, once it is there, the platform file; builds every stack, synthesises them, and prints what was made or is wrong. */
export function synthesizePlatform<S extends WithHub, N>(props: PlatformApp<S, N>): void {
  const { folder, schema, networkOf, networksOf } = props;
  let summary = (): string => "";
  synthesize(() => {
    const settings = readSettings(topologyFile(join(folder, "topology.json")), schema);
    const plan = AddressPlan.of(rangesOf(settings));
    const file = platformFile(folder);
    const data = readPlatform(file, settings);
    const app = new App();
    new PlatformStack(app, { settings, folder, networkOf: (...args) => networkOf(settings, ...args) });
    const legs = data ? createdChain(app, { folder, settings, data }) : [];
    if (data) buildNetworks(app, { settings, data, plan, folder, cloud: networksOf(settings) });
    summary = () =>
      [
        describePlatform(settings),
        ...(data ? [] : [`There is no ${basename(file)} yet: deploy the stack platform, then run npm run platform.`]),
        summarize(app, legs, settings),
      ].join("\n");
    return app;
  });
  if (process.exitCode === undefined) console.log(summary());
}

const rangesOf = ({ addresses: { hub, ...ranges } }: PlatformSettings): Record<string, string> => ({
  ...ranges,
  ...(hub !== undefined && { hub }),
});

function describePlatform(settings: PlatformSettings): string {
  const { name, clusters } = settings;
  const regions = regionsOf(settings);
  const sizes = (["primary", "jump", "dr"] as const).map(
    (place) => `${place.toUpperCase()} ${clusters[place].cku} CKU in ${regions[place]}`,
  );
  return `Platform ${name}: ${sizes.join(", ")}`;
}
