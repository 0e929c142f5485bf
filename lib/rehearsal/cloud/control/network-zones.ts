import type { Cloud as CloudName } from "../../../model/topology";
import type { Network } from "../state";

/** How many zones a network has. */
export const ZONE_COUNT = 3;

const LETTERS = ["a", "b", "c"];
const NUMBERS = ["1", "2", "3"];

/** Zones of a network: those that were asked for, or else those that Confluent chooses. */
export function zonesOf({ cloud, region, zones }: Pick<Network, "cloud" | "region" | "zones">): readonly string[] {
  return zones ?? chosenZones(cloud, region);
}

/** Name of a zone in the domain of its network. */
export function zoneLabel(cloud: CloudName, zone: string): string {
  return cloud === "AZURE" ? `az${zone}` : zone;
}

function chosenZones(cloud: CloudName, region: string): readonly string[] {
  switch (cloud) {
    case "AZURE":
      return NUMBERS;
    case "GCP":
      return LETTERS.map((letter) => `${region}-${letter}`);
    case "AWS":
      return NUMBERS.map((number) => `${shortRegion(region)}-az${number}`);
  }
}

/** `use1` for us-east-1: the beginning of the ids of its zones, which are the same in every account. */
function shortRegion(region: string): string {
  return region
    .split("-")
    .map((part, index) => (index === 0 ? part : part.replace(/^(north|south)(east|west)$/u, shortDirection)))
    .map((part, index) => (index === 0 || part.length < 3 ? part : part.slice(0, 1)))
    .join("");
}

function shortDirection(_text: string, first: string, second: string): string {
  return `${first.slice(0, 1)}${second.slice(0, 1)}`;
}
