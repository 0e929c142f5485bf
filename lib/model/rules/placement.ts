import { chainsOf } from "../chains";
import { formatRange, isPrivate, overlaps, parseRange, PRIVATE_RANGES, type AddressRange } from "../cidr";
import { isKnown, type Maybe } from "../maybe";
import { quote } from "../names";
import type { Cluster, Leg } from "../topology";
import { Rule, type Finding } from "./rule";

export const jumpInPrimaryRegion = new Rule("CL090", "warning", {
  title: "JUMP is in the region of the chain's first cluster",
  effect: "When that region dies, JUMP dies with it, and DR has no more than it had copied by then.",
  allowed: "JUMP in another region than the chain's first cluster; beside DR is best.",
  fix: "Put JUMP into DR's region (JumpPlacement.besideDr), or acknowledge this with the reason.",
  evidence: "documentation",
});

export const illegalSize = new Rule("CL091", "error", {
  title: "A number of CKUs that the cluster cannot have",
  effect: "Terraform refuses the apply.",
  allowed: "A whole number of CKUs: 1 or more in one zone, 2 or more in several.",
  fix: "Give the cluster 2 CKUs for MULTI_ZONE, or availability SINGLE_ZONE.",
  evidence: "run",
});

export const singleZone = new Rule("CL092", "warning", {
  title: "A created cluster in one zone",
  effect:
    "One zone that fails takes the cluster along, on either side of a failover. It is a laboratory, and no recovery plan.",
  allowed: "MULTI_ZONE with 2 CKUs or more.",
  fix: "Set cku to 2 or more and availability to MULTI_ZONE, or acknowledge this with the reason.",
  evidence: "documentation",
});

export const illegalAccount = new Rule("CL093", "error", {
  title: "Nobody, or nobody of that cloud, may connect to a private network",
  effect: "The API refuses the access, or no endpoint can ever connect.",
  allowed:
    "At least one AWS account (12 digits), Azure subscription (a UUID) or GCP project (6 to 30 lower-case letters, digits and hyphens), each of them once.",
  fix: "Give the ids of the accounts in which the endpoints are created.",
  evidence: "documentation",
});

export const illegalZones = new Rule("CL094", "error", {
  title: "Zones that a network cannot have",
  effect: "The API refuses the network.",
  allowed: "Three different zones of the region, or none, which lets Confluent Cloud choose.",
  fix: "Name three zones of the network's region, or leave zones out.",
  evidence: "documentation",
});

export const illegalRange = new Rule("CL095", "error", {
  title: "No address range",
  effect: "The cloud refuses the network, after others were created.",
  allowed: "CIDR notation with nothing behind the prefix, like 10.1.0.0/16, and parts that fit into their range.",
  fix: "Correct the range.",
  evidence: "own",
});

export const publicRange = new Rule("CL096", "error", {
  title: "An address range that belongs to others",
  effect: "Hosts of the internet with these addresses cannot be reached from the network.",
  allowed: `Ranges within ${PRIVATE_RANGES.join(", ")} (RFC 1918).`,
  fix: "Use a private range.",
  evidence: "documentation",
});

export const overlappingRanges = new Rule("CL097", "error", {
  title: "Two networks with the same addresses",
  effect: "Networks whose addresses overlap cannot be peered, so nobody reaches both clusters.",
  allowed: "Ranges that have no address in common.",
  fix: "Give each network a range of its own.",
  evidence: "documentation",
});

export const protectionUnknown = new Rule("CL098", "error", {
  title: "The provider may be too old for deletion protection",
  effect: "Terraform refuses the plan: the provider has deletion_protection from 2.77.0 on.",
  allowed: "A version constraint that excludes everything under 2.77.0, or deletionProtection: false.",
  fix: 'Set terraform.required_providers.confluent.version to "~> 2.77" or later, or leave it to the library.',
  evidence: "documentation",
});

/** Where JUMP stands in each chain. */
export function checkJumpPlacement(legs: readonly Leg[]): Finding[] {
  const found = new Map<string, Finding>();
  for (const [first, ...rest] of chainsOf(legs)) {
    if (first === undefined || rest.length === 0) continue;
    const { source, destination } = first;
    const isJump = source.access === "private" && destination.access === "public";
    if (!isJump || !sameRegion(source, destination)) continue;
    const given = `${destination.name} and ${source.name} are both in ${String(source.region)}.`;
    found.set(first.path, jumpInPrimaryRegion.finding(given, { path: first.path }));
  }
  return [...found.values()];
}

/** Whether two clusters are known to be in one region of one cloud. */
export function sameRegion(a: Cluster, b: Cluster): boolean {
  if (a.region === undefined || b.region === undefined || !isKnown(a.region) || !isKnown(b.region)) return false;
  const clouds = [a.cloud, b.cloud].filter((cloud) => cloud !== undefined && isKnown(cloud));
  return a.region === b.region && new Set(clouds).size < 2;
}

/** What a created Dedicated cluster cannot be, or better is not. */
export function checkSize(name: string, cku: Maybe<number>, availability: Maybe<string>): Finding[] {
  const several = isKnown(availability) && availability === "MULTI_ZONE";
  const findings =
    isKnown(availability) && availability === "SINGLE_ZONE" ? [singleZone.finding(`${name} is in one zone.`)] : [];
  if (!isKnown(cku)) return findings;
  const fits = Number.isInteger(cku) && cku >= (several ? 2 : 1);
  return fits
    ? findings
    : [illegalSize.finding(`${name} has ${cku} CKU in ${several ? "several zones" : "one zone"}.`), ...findings];
}

/** Clouds' names of whom they bill, and the form of their ids. */
const ACCOUNTS = {
  AWS: { name: "AWS account", form: /^\d{12}$/ },
  AZURE: { name: "Azure subscription", form: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i },
  GCP: { name: "GCP project", form: /^[a-z][a-z\d-]{4,28}[a-z\d]$/ },
} as const;

/** Who may connect to a private network. */
export function checkAccounts(cloud: keyof typeof ACCOUNTS, ids: readonly Maybe<string>[]): Finding[] {
  const { name, form } = ACCOUNTS[cloud];
  if (ids.length === 0) return [illegalAccount.finding(`No ${name} is given.`)];
  const given = ids.filter(isKnown);
  const wrong = given.filter((id) => !form.test(id));
  const seen = new Set<string>();
  const twice = given.filter((id) => seen.size === seen.add(id).size);
  return [
    ...wrong.map((id) => illegalAccount.finding(`${quote(id)} is no ${name}.`)),
    ...[...new Set(twice)].map((id) => illegalAccount.finding(`The ${name} ${quote(id)} is given more than once.`)),
  ];
}

const ZONES = 3;

/** Zones that a private network is asked to have. */
export function checkZones(cloud: "AWS" | "GCP", region: Maybe<string>, zones: readonly Maybe<string>[]): Finding[] {
  const given = zones.filter(isKnown);
  const findings: Finding[] = [];
  if (zones.length !== ZONES || new Set(given).size !== given.length) {
    findings.push(illegalZones.finding(`The zones are ${given.map(quote).join(", ")}.`));
  }
  if (cloud !== "GCP" || !isKnown(region)) return findings;
  const foreign = given.filter((zone) => !zone.startsWith(`${region}-`));
  return [...findings, ...foreign.map((zone) => illegalZones.finding(`${quote(zone)} is no zone of ${region}.`))];
}

/** Address ranges of networks that shall reach each other. */
export function checkRanges(ranges: Readonly<Record<string, Maybe<string>>>): Finding[] {
  const findings: Finding[] = [];
  const legal: { readonly name: string; readonly range: AddressRange }[] = [];
  for (const [name, text] of Object.entries(ranges)) {
    if (!isKnown(text)) continue;
    const range = parseRange(text);
    if (typeof range === "string") {
      findings.push(illegalRange.finding(`The range of ${name} is ${quote(text)}: ${range}.`));
      continue;
    }
    if (!isPrivate(range)) findings.push(publicRange.finding(`The range of ${name} is ${quote(text)}.`));
    const other = legal.find((earlier) => overlaps(earlier.range, range));
    if (other) {
      findings.push(
        overlappingRanges.finding(
          `${name} has ${formatRange(range)} and ${other.name} has ${formatRange(other.range)}.`,
        ),
      );
    }
    legal.push({ name, range });
  }
  return findings;
}
