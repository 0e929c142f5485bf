import {
  DestinationInitiatedLink,
  Failover,
  GroupFilter,
  LinkPrincipals,
  MirrorSet,
  SourceInitiatedLink,
  type KafkaCluster,
  type LinkPrincipalsProps,
} from "cdktf-cluster-linking";
import type { TerraformStack } from "cdktf";
import { RehearsalCloud } from "../../../lib/rehearsal/terraform/rehearsal-cloud";
import { synthToJson } from "../../support/synth";
import { DR, JUMP, PRIMARY } from "../app";
import { cluster, stackIn, type Place } from "./chain";
import { Life } from "./life";

const IDS: Readonly<Record<Place, string>> = { PRIMARY, JUMP, DR };

/** Where the emulator has clusters that exist already. */
const ENVIRONMENT = "env-existing";

/** A cluster of an organization, for which accounts, role bindings and keys can be made. */
export const placed = (organizationId: string, place: Place): KafkaCluster =>
  cluster(place, {
    environmentId: ENVIRONMENT,
    rbacCrn: `crn://confluent.cloud/organization=${organizationId}/environment=${ENVIRONMENT}/cloud-cluster=${IDS[place]}`,
  });

type Options = Pick<LinkPrincipalsProps, "onSource" | "onDestination"> & {
  readonly dial?: Exclude<LinkPrincipalsProps["dial"], undefined>;
};

/** What the principals of a leg are told, in its stack. */
export type Told = (stack: TerraformStack) => Options;

const nothing: Told = () => ({});
const topics = ["orders"];
const groups = [GroupFilter.include("billing")];

/** Leg 1 with principals of its own. */
function legOne(stack: TerraformStack, organizationId: string, told: Told): MirrorSet {
  const ends = { source: placed(organizationId, "PRIMARY"), destination: placed(organizationId, "JUMP") };
  const linkName = "primary-to-jump";
  const { credentials } = new LinkPrincipals(stack, "principals", {
    linkName,
    ...ends,
    initiator: "source",
    topics,
    groups,
    ...told(stack),
  });
  const link = new SourceInitiatedLink(stack, "link", {
    linkName,
    ...ends,
    ...credentials,
    consumerOffsetSync: { groups },
    preventDestroy: false,
  });
  return new MirrorSet(stack, "mirrors", { link, topics, preventDestroy: false });
}

/** Leg 2 with principals of its own. */
function legTwo(stack: TerraformStack, organizationId: string, told: Told, follows: MirrorSet): void {
  const ends = { source: placed(organizationId, "JUMP"), destination: placed(organizationId, "DR") };
  const linkName = "jump-to-dr";
  const { dial: _, ...options } = told(stack);
  const { credentials } = new LinkPrincipals(stack, "principals", {
    linkName,
    ...ends,
    initiator: "destination",
    topics,
    groups,
    ...options,
  });
  const link = new DestinationInitiatedLink(stack, "link", {
    linkName,
    ...ends,
    ...credentials,
    consumerOffsetSync: { groups },
    preventDestroy: false,
  });
  new MirrorSet(stack, "mirrors", {
    link,
    follows,
    failover: Failover.fromVariable(stack),
    preventDestroy: false,
  });
}

/** Synthesises both legs. */
export function bothLegs(organizationId: string, one = nothing, two = nothing): string {
  return synthToJson((app) => {
    const mirrors = legOne(stackIn(app, "primary-to-jump"), organizationId, one);
    legTwo(stackIn(app, "jump-to-dr"), organizationId, two, mirrors);
  }).outdir;
}

/** Starts an organization and what is synthesised for it. Nothing is applied. */
export async function startIn(synth: (organizationId: string) => string): Promise<Life> {
  const cloud = await RehearsalCloud.start();
  return Life.start(synth(cloud.emulator.cloud.state.organizationId), { cloud });
}
