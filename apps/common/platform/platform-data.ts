import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { shown } from "../shown";
import { readSettings, text } from "../topology-file";
import { regionsOf, type PlatformSettings } from "./settings";

const cluster = z.strictObject({
  id: text,
  restEndpoint: text,
  bootstrapEndpoint: text,
  rbacCrn: text,
  cloud: z.enum(["AWS", "AZURE", "GCP"]),
  region: text,
});

const byZone = z.record(text, text);

const network = z
  .strictObject({ id: text, dnsDomain: text, zonalSubdomains: byZone, endpoints: byZone })
  .superRefine(({ zonalSubdomains, endpoints, dnsDomain }, context) => {
    const zones = Object.keys(endpoints).sort();
    const problem = (member: string, message: string): void =>
      context.addIssue({ code: "custom", path: [member], message });
    if (zones.length === 0) problem("endpoints", "has no zone");
    if (Object.keys(zonalSubdomains).sort().join() !== zones.join()) {
      problem("zonalSubdomains", "has other zones than endpoints");
    }
    if (Object.values(zonalSubdomains).some((domain) => !domain.endsWith(`.${dnsDomain}`))) {
      problem("zonalSubdomains", "has a domain that is not below dnsDomain");
    }
  });

const dialling = z.strictObject({ source: text, destination: text, dial: text });
const dialled = z.strictObject({ source: text, destination: text });

/** What the stack `platform` tells the other stacks: ids, endpoints and domains, and no secret. */
export const platformDataSchema = z.strictObject({
  environmentId: text,
  clusters: z.strictObject({
    primary: cluster.extend({ networkId: text }),
    jump: cluster,
    dr: cluster.extend({ networkId: text }),
  }),
  networks: z.strictObject({ primary: network, dr: network }),
  accounts: z.strictObject({
    "primary-to-jump": dialling,
    "jump-to-dr": dialled,
    "dr-to-jump": dialling.optional(),
    "jump-to-primary": dialled.optional(),
  }),
});

export type PlatformData = z.infer<typeof platformDataSchema>;
export type NetworkData = PlatformData["networks"]["primary"];

/** The file of an app that is read: `platform.json` unless `PLATFORM_FILE` names another one. */
export function platformFile(folder: string): string {
  const { PLATFORM_FILE } = process.env;
  return PLATFORM_FILE ? resolve(PLATFORM_FILE) : join(folder, "platform.json");
}

/** What the file says, or nothing when it is not there yet. Throws for what is no such file, and for one of other regions than the settings. */
export function readPlatform(file: string, settings: PlatformSettings): PlatformData | undefined {
  if (!existsSync(file)) return undefined;
  const data: PlatformData = readSettings(file, platformDataSchema, "description of a platform");
  const wanted = regionsOf(settings);
  const moved = (["primary", "jump", "dr"] as const).filter((place) => data.clusters[place].region !== wanted[place]);
  if (moved.length === 0) return data;
  throw new Error(
    [
      `${file} is of another platform than the topology file:`,
      ...moved.map(
        (place) =>
          `  clusters.${place}.region: ${shown(data.clusters[place].region)}, and ${shown(wanted[place])} in the topology file`,
      ),
      "  Deploy the stack platform, then write the file anew: npm run platform",
    ].join("\n"),
  );
}
