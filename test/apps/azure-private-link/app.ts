import { samplePlatform } from "../platform/sample";
import { runApp, type AppInput, type AppRun } from "../run-app";
import type { Json } from "../../support/synth";

export const APP = "azure-private-link";

export const SUBSCRIPTION = "00000000-1111-2222-3333-444444444444";

/** A topology with regions, ranges and a name that no default has, so that nothing is right by chance. */
export const TOPOLOGY: Json = {
  name: "shop",
  clusters: {
    primary: { region: "westeurope", cku: 2 },
    jump: { cku: 3 },
    dr: { region: "swedencentral", cku: 4 },
  },
  addresses: { primary: "10.21.0.0/16", dr: "172.20.0.0/20", hub: "10.11.0.0/24" },
  topics: ["orders"],
  azure: { subscriptionId: SUBSCRIPTION },
  hub: {},
};

export const DOMAIN = {
  primary: "domaaaa11.westeurope.azure.confluent.cloud",
  dr: "dombbbb22.swedencentral.azure.confluent.cloud",
};

/** Alias of the private link service of a zone, as Azure forms it. */
export const aliasOf = (region: string, zone: string): string =>
  `s-ab12c-privatelink-${zone}.8c43dcd0-695c-1234-bc35-11fe6abb303${zone}.${region}.azure.privatelinkservice`;

const zones = (place: keyof typeof DOMAIN, region: string, names: readonly string[]) =>
  Object.fromEntries(
    names.map((zone) => [zone, { subdomain: `az${zone}.${DOMAIN[place]}`, endpoint: aliasOf(region, zone) }]),
  );

/** What the stack `platform` told: PRIMARY in three zones, which are not in order, and DR in two. */
export const PLATFORM: Json = samplePlatform({
  cloud: "AZURE",
  regions: { primary: "westeurope", dr: "swedencentral" },
  domains: DOMAIN,
  zones: { primary: zones("primary", "westeurope", ["3", "1", "2"]), dr: zones("dr", "swedencentral", ["2", "3"]) },
});

export interface Changes extends Pick<AppInput, "platform" | "env"> {
  /** Members of the topology. */
  readonly topology?: Json;
  /** Members of `azure`. */
  readonly azure?: Json;
}

/** Runs the app on the files above, some members of which are replaced. */
export function runWith({ topology, azure, platform = PLATFORM, env }: Changes = {}): AppRun {
  return runApp(APP, {
    topology: { ...TOPOLOGY, ...topology, azure: { ...TOPOLOGY.azure, ...azure } },
    platform,
    ...(env && { env }),
  });
}

/** The resources of a type, by the name that Azure knows them by. */
export function named(stack: Json, type: string): Record<string, Json> {
  const all = Object.values<Json>(stack.resource[`azurerm_${type}`] ?? {});
  const byName = Object.fromEntries(all.map((each) => [each.name, each]));
  if (Object.keys(byName).length !== all.length) throw new Error(`Two of ${type} have the same name.`);
  return byName;
}

/** The only resource of a type. */
export function only(stack: Json, type: string): Json {
  const [first, ...others] = Object.values<Json>(stack.resource[`azurerm_${type}`] ?? {});
  if (first === undefined || others.length > 0) throw new Error(`There is not one ${type}.`);
  return first;
}

/** The address of the resource of a type that Azure knows by a name; without a name, of the only one. */
export function addressOf(stack: Json, type: string, name?: string): string {
  const all = Object.entries<Json>(stack.resource[`azurerm_${type}`] ?? {});
  const found = all.filter(([, each]) => name === undefined || each.name === name);
  if (found.length !== 1) throw new Error(`There is not one ${type} ${name ?? ""}.`);
  return `azurerm_${type}.${found[0]?.[0] ?? ""}`;
}

/** The reference to an attribute of that resource. */
export const referenceTo = (stack: Json, type: string, attribute: string, name?: string): string =>
  `\${${addressOf(stack, type, name)}.${attribute}}`;

/** How many resources of each type a stack has. */
export const counts = (stack: Json): Record<string, number> =>
  Object.fromEntries(
    Object.entries<Json>(stack.resource).map(([type, all]) => [type.replace("azurerm_", ""), Object.keys(all).length]),
  );

/** The text that a machine gets at its first start. */
export const customData = (stack: Json): string =>
  Buffer.from(only(stack, "linux_virtual_machine").custom_data, "base64").toString("utf8");
