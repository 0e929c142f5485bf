import { readdirSync } from "node:fs";
import { join } from "node:path";
import { CloudBackend, NamedCloudWorkspace, type App, type TerraformStack } from "cdktf";
import { AppOutput } from "../../lib/cli/app-output";
import { ownCommandLine } from "../../lib/cli/rehearse/own-commands";
import { run } from "../../lib/cli/run";
import type { Result } from "../../lib/cli/command";
import { ApiKey } from "../../lib/kafka/api-key";
import { KafkaCluster } from "../../lib/kafka/kafka-cluster";
import { DestinationInitiatedLink } from "../../lib/link/destination-initiated-link";
import { Failover } from "../../lib/mirror/failover";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { GroupFilter, TopicFilter } from "../../lib/model/filters";
import { Book } from "../../lib/rehearsal/drills/book";
import { rehearse } from "../../lib/rehearsal/drills/rehearse";
import type { DrillReport } from "../../lib/rehearsal/drills/report";
import type { Scenario } from "../../lib/rehearsal/drills/scenario";
import { Terraform } from "../../lib/rehearsal/terraform/terraform";
import { PrivatePublicPrivate } from "../../lib/topology/private-public-private";
import { newFolder } from "../e2e/support";
import { stackWithProvider } from "../link/clusters";
import { synthToJson } from "../support/synth";

const cluster = (name: string, id: string, access: "private" | "public"): KafkaCluster =>
  KafkaCluster.fromAttributes({
    name,
    id,
    access,
    kind: "Dedicated",
    cloud: "AZURE",
    region: "italynorth",
    restEndpoint: `https://${id}.example.test:443`,
    bootstrapEndpoint: `${id}.example.test:9092`,
  });
export const PRIMARY = cluster("PRIMARY", "lkc-1111", "private");
export const JUMP = cluster("JUMP", "lkc-2222", "public");
export const DR = cluster("DR", "lkc-3333", "private");
const CLUSTERS = { primary: PRIMARY, jump: JUMP, dr: DR };

interface AppOptions {
  readonly topics?: readonly string[];
  readonly prefixes?: readonly string[];
  readonly offsets?: boolean;
  /** Whether states are in HCP Terraform. */
  readonly remote?: boolean;
}

const carried = ({ topics = ["orders", "bills"], prefixes = ["mirror_me"], offsets = true }: AppOptions) => ({
  topics,
  autoCreate: prefixes.map((prefix) => TopicFilter.includePrefix(prefix)),
  consumerOffsetSync: { enabled: offsets, groups: [GroupFilter.all()] },
});

function stackOf(app: App, name: string, { remote = false }: AppOptions): TerraformStack {
  const stack = stackWithProvider(app, name);
  if (remote) new CloudBackend(stack, { organization: "acme", workspaces: new NamedCloudWorkspace(name) });
  return stack;
}

/** PRIMARY -> JUMP -> DR with two topics, a filter and offset sync, and a key of its own for dialling JUMP. */
export const forward = (options: AppOptions = {}): string =>
  synthToJson((app) => {
    const primaryToJump = stackOf(app, "primary-to-jump", options);
    new PrivatePublicPrivate({
      ...CLUSTERS,
      ...carried(options),
      primaryToJump,
      jumpToDr: stackOf(app, "jump-to-dr", options),
      dialCredentials: ApiKey.fromVariables(primaryToJump, "jump_dial"),
    });
  }).outdir;

/** DR -> JUMP -> PRIMARY with the same. */
export const backward = (options: AppOptions = {}): string =>
  synthToJson((app) => {
    const drToJump = stackOf(app, "dr-to-jump", options);
    PrivatePublicPrivate.reverse({
      ...CLUSTERS,
      ...carried(options),
      drToJump,
      jumpToPrimary: stackOf(app, "jump-to-primary", options),
      dialCredentials: ApiKey.fromVariables(drToJump, "jump_dial"),
    });
  }).outdir;

/** JUMP -> DR alone. */
export const oneLeg = (build: (stack: TerraformStack) => void = () => undefined): string =>
  synthToJson(
    (app) => {
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
      build(stack);
    },
    { check: false },
  ).outdir;

/** Does something with a folder for temporary files of its own, and tells which folders of rehearsals are left there. */
export async function leftovers(work: () => Promise<unknown>): Promise<string[]> {
  const { TMPDIR } = process.env;
  const own = newFolder();
  process.env["TMPDIR"] = own;
  try {
    await work();
  } finally {
    if (TMPDIR === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = TMPDIR;
  }
  return readdirSync(own).filter((name) => name.startsWith("cluster-linking-rehearsal-"));
}

/** `cluster-linking rehearse`, and where its report is. */
export async function rehearseByCommand(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Result & { readonly reports: string; readonly told: string[] }> {
  const reports = join(newFolder(), "reports");
  const told: string[] = [];
  const result = await run(["rehearse", ...args, "--report", reports], env, { progress: (line) => told.push(line) });
  return { ...result, reports, told };
}

const bookOf = (out: string): Book => {
  const app = new AppOutput(out);
  return new Book(app.document, { out, stackFolder: (stack) => app.stackFolder(stack) });
};

/** Plays a scenario that a test has made up. */
export async function play(out: string, scenario: Scenario, signal?: AbortSignal): Promise<DrillReport> {
  const book = bookOf(out);
  return rehearse({
    book,
    chain: book.topology.chains[0]!,
    back: undefined,
    scenario,
    terraform: Terraform.find()!,
    own: ownCommandLine,
    tell: () => undefined,
    ...(signal && { signal }),
  });
}
