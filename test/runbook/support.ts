import { CloudBackend, NamedCloudWorkspace, S3Backend, type App, type TerraformStack } from "cdktf";
import { ApiKey } from "../../lib/kafka/api-key";
import { BidirectionalLink } from "../../lib/link/bidirectional-link";
import { DestinationInitiatedLink } from "../../lib/link/destination-initiated-link";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { Failover } from "../../lib/mirror/failover";
import { parseDocument, type TopologyDocument } from "../../lib/model/document";
import { GroupFilter, TopicFilter } from "../../lib/model/filters";
import { commandLine } from "../../lib/runbook/shell";
import { writeRunbook, type WrittenRunbook } from "../../lib/runbook/files";
import type { Command, Form, Section, Step } from "../../lib/runbook/structure";
import type { TopologyOptions } from "../../lib/runbook/topology";
import { PrivatePublicPrivate } from "../../lib/topology/private-public-private";
import { documentText, outdirOf } from "../cli/documents";
import { DR, JUMP, PRIMARY, stackWithProvider } from "../link/clusters";
import { buildByHand } from "../topology/hand-built";

export const documentOf = (build: (app: App) => void): TopologyDocument => parseDocument(documentText(outdirOf(build)));

/** The guide's topology: one named topic, filters and groups on both legs. */
export const seed = (): TopologyDocument => documentOf(buildByHand);

export const stacks = (app: App): { primaryToJump: TerraformStack; jumpToDr: TerraformStack } => ({
  primaryToJump: stackWithProvider(app, "primary-to-jump"),
  jumpToDr: stackWithProvider(app, "jump-to-dr"),
});
export const CLUSTERS = { primary: PRIMARY, jump: JUMP, dr: DR };

/** PRIMARY -> JUMP -> DR with so many named topics and no filters. */
export const withTopics = (count: number): TopologyDocument =>
  documentOf((app) => {
    const topics = Array.from({ length: count }, (_, i) => `topic_${i}`);
    new PrivatePublicPrivate({ ...CLUSTERS, ...stacks(app), topics });
  });

/** PRIMARY -> JUMP -> DR whose links make every mirror topic by themselves. */
export const filtersOnly = (): TopologyDocument =>
  documentOf((app) => {
    new PrivatePublicPrivate({ ...CLUSTERS, ...stacks(app), autoCreate: [TopicFilter.all()] });
  });

/** DR -> JUMP -> PRIMARY. */
export const reverse = (): TopologyDocument =>
  documentOf((app) => {
    PrivatePublicPrivate.reverse({
      ...CLUSTERS,
      drToJump: stackWithProvider(app, "dr-to-jump"),
      jumpToPrimary: stackWithProvider(app, "jump-to-primary"),
      topics: ["orders"],
    });
  });

/** JUMP -> DR alone. */
export const oneLeg = (): TopologyDocument =>
  documentOf((app) => {
    const stack = stackWithProvider(app, "jump-to-dr");
    const link = new DestinationInitiatedLink(stack, "link", {
      linkName: "jump-to-dr",
      source: JUMP,
      sourceCredentials: ApiKey.fromVariables(stack, "jump"),
      destination: DR,
      destinationCredentials: ApiKey.fromVariables(stack, "dr"),
      upstream: "none",
    });
    new MirrorSet(stack, "mirrors", { link, topics: ["orders"], failover: Failover.fromVariable(stack) });
  });

/** A link between DR and JUMP for both directions, of which DR dials. */
export const bidirectional = (): TopologyDocument =>
  documentOf((app) => {
    const stack = stackWithProvider(app, "both");
    const link = new BidirectionalLink(stack, "link", {
      linkName: "both-ways",
      outbound: { cluster: DR, credentials: ApiKey.fromVariables(stack, "dr") },
      inbound: { cluster: JUMP, credentials: ApiKey.fromVariables(stack, "jump") },
      dialCredentials: ApiKey.fromVariables(stack, "jump_dial"),
    });
    new MirrorSet(stack, "on_dr", {
      link: link.into(DR),
      topics: ["orders"],
      failover: Failover.fromVariable(stack),
    });
  });

/** The same link with topics in both directions. */
export const bothDirections = (): TopologyDocument =>
  documentOf((app) => {
    const stack = stackWithProvider(app, "both");
    const link = new BidirectionalLink(stack, "link", {
      linkName: "both-ways",
      outbound: { cluster: DR, credentials: ApiKey.fromVariables(stack, "dr") },
      inbound: { cluster: JUMP, credentials: ApiKey.fromVariables(stack, "jump") },
      dialCredentials: ApiKey.fromVariables(stack, "jump_dial"),
    });
    new MirrorSet(stack, "on_dr", { link: link.into(DR), topics: ["orders"], failover: Failover.fromVariable(stack) });
    new MirrorSet(stack, "on_jump", { link: link.into(JUMP), topics: ["bills"] });
  });

/** PRIMARY -> JUMP -> DR over two links that can be turned round. */
export const bidirectionalChain = (): TopologyDocument =>
  documentOf((app) => {
    PrivatePublicPrivate.bidirectional({
      ...CLUSTERS,
      ...stacks(app),
      topics: ["orders", "payments"],
      consumerOffsetSync: { groups: [GroupFilter.all()] },
    });
  });

/** The guide's topology with DR's state in HCP Terraform and leg 1's in S3. */
export const remote = (): TopologyDocument =>
  documentOf((app) => {
    const { primaryToJump, jumpToDr } = stacks(app);
    new S3Backend(primaryToJump, { bucket: "states", key: "one", region: "eu-west-1" });
    new CloudBackend(jumpToDr, { organization: "acme", workspaces: new NamedCloudWorkspace("dr-leg") });
    const topics = Array.from({ length: 30 }, (_, i) => `topic_${i}`);
    new PrivatePublicPrivate({ ...CLUSTERS, primaryToJump, jumpToDr, topics });
  });

export const runbook = (document: TopologyDocument, options?: TopologyOptions): WrittenRunbook =>
  writeRunbook(document, options);

export function textOf(written: WrittenRunbook, name: string): string {
  const found = written.files.find((file) => file.name === name);
  if (!found) throw new Error(`there is no ${name}: ${written.files.map((file) => file.name).join(", ")}`);
  return found.text;
}

export function sectionOf({ runbook: { sections } }: WrittenRunbook, id: string): Section {
  const found = sections.find((section) => section.id === id);
  if (!found) throw new Error(`there is no section ${id}: ${sections.map((section) => section.id).join(", ")}`);
  return found;
}

export function stepOf(written: WrittenRunbook, section: string, id: string): Step {
  const { steps } = sectionOf(written, section);
  const found = steps.find((step) => step.id === id);
  if (!found) throw new Error(`there is no step ${id}: ${steps.map((step) => step.id).join(", ")}`);
  return found;
}

export const linesOf = ({ forms }: { readonly forms: readonly Form[] }, tool?: Form["tool"]): string[] =>
  forms
    .filter((form) => tool === undefined || form.tool === tool)
    .flatMap(({ commands }) => commands)
    .map(commandLine);

export const commandsOf = ({ runbook: { sections } }: WrittenRunbook): Command[] =>
  sections.flatMap(({ steps }) => steps.flatMap(({ forms }) => forms.flatMap(({ commands }) => commands)));
