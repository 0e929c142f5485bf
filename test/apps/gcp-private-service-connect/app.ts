import { samplePlatform } from "../platform/sample";
import { runApp, type AppRun } from "../run-app";
import type { Json } from "../../support/synth";

export const APP = "gcp-private-service-connect";

/** A topology with two regions that no default has, so that nothing is right by chance. */
export const TOPOLOGY: Json = {
  name: "shop",
  clusters: {
    primary: { region: "europe-west3", cku: 2 },
    jump: { cku: 3 },
    dr: { region: "europe-west8", cku: 4 },
  },
  addresses: { primary: "10.20.0.0/16", dr: "10.30.0.0/16", hub: "10.10.0.0/24" },
  topics: ["orders"],
  gcp: { projectId: "shop-project" },
  hub: {},
};

export const DOMAIN = {
  primary: "domaaaa11.europe-west3.gcp.confluent.cloud",
  dr: "dombbbb22.europe-west8.gcp.confluent.cloud",
};

/** The service attachment of a zone, as Confluent Cloud names them. */
export const attachment = (region: string, zone: string): string =>
  `projects/traffic-${region}/regions/${region}/serviceAttachments/plattg-service-attachment-${zone}`;

const REGIONS = { primary: "europe-west3", dr: "europe-west8" };

const LETTERS = { primary: ["c", "a", "b"], dr: ["b", "c", "d"] };

/** What the stack `platform` told: the zones are not in order, and DR has others than a, b, c. */
export function platformIn(regions: typeof REGIONS = REGIONS): Json {
  const zones = (place: keyof typeof REGIONS): Record<string, { subdomain: string; endpoint: string }> =>
    Object.fromEntries(
      LETTERS[place]
        .map((letter) => `${regions[place]}-${letter}`)
        .map((zone) => [zone, { subdomain: `${zone}.${DOMAIN[place]}`, endpoint: attachment(regions[place], zone) }]),
    );
  return samplePlatform({
    cloud: "GCP",
    regions,
    domains: DOMAIN,
    zones: { primary: zones("primary"), dr: zones("dr") },
  });
}

export const PLATFORM: Json = platformIn();

export interface Changes {
  /** Members of the topology. */
  readonly topology?: Json;
  /** Members of `gcp`. */
  readonly gcp?: Json;
  readonly platform?: Json;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the app over the topology above, some members of which are replaced. */
export const runWith = ({ topology, gcp, platform = PLATFORM, env }: Changes = {}): AppRun =>
  runApp(APP, {
    topology: { ...TOPOLOGY, ...topology, gcp: { ...TOPOLOGY.gcp, ...gcp } },
    platform,
    ...(env && { env }),
  });

/** One resource of a stack, found by the name that Google Cloud knows it by. */
export function named(stack: Json, type: string, name: string): Json {
  const found = all(stack, type).filter((block) => block.name === name);
  if (found.length !== 1) throw new Error(`${found.length} ${type} named ${name}`);
  return found[0];
}

export const all = (stack: Json, type: string): Json[] => Object.values<Json>(stack.resource?.[type] ?? {});

export const namesOf = (stack: Json, type: string): string[] =>
  all(stack, type)
    .map(({ name }) => name)
    .sort();

/** An expression that leads to a member of another resource in the stack. */
export function reference(stack: Json, type: string, name: string, member: string): string {
  const [id] = Object.entries<Json>(stack.resource[type]).find(([, block]) => block.name === name) ?? [];
  return `\${${type}.${String(id)}.${member}}`;
}

/** How many resources of each type a stack has. */
export const counts = (stack: Json): Record<string, number> =>
  Object.fromEntries(
    Object.entries<Json>(stack.resource ?? {}).map(([type, blocks]) => [type, Object.keys(blocks).length]),
  );
