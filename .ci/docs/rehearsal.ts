import { join } from "node:path";
import { EVIDENCE, type Evidence } from "../../lib/model/evidence";
import { DATA_PLANE_BEHAVIOURS, type Behaviour } from "../../lib/rehearsal/cloud/behaviours";
import { CONTROL_PLANE_BEHAVIOURS } from "../../lib/rehearsal/cloud/control/behaviours";
import { EMULATED_TYPES, type Emulated } from "../../lib/rehearsal/provider/resources/evidence";
import { plain, writePage } from "./pages";

export const REHEARSAL_PAGE = join(__dirname, "../../docs/rehearsal.md");

const SCRIPT = ".ci/docs/rehearsal.ts";

type Row = readonly [what: string, evidence: Evidence];

function table(head: string, rows: readonly Row[]): string {
  const cells = [[head, "Evidence"], ...rows.map(([what, evidence]) => [plain(what), evidence])] as const;
  const widths = [0, 1].map((column) => Math.max(...cells.map((row) => [...(row[column] ?? "")].length)));
  const line = (row: readonly string[], fill = " "): string =>
    `| ${row.map((cell, column) => cell + fill.repeat((widths[column] ?? 0) - [...cell].length)).join(" | ")} |`;
  const [first, ...others] = cells;
  return [line(first), line(["", ""], "-"), ...others.map((row) => line(row))].join("\n");
}

const behaviours = (list: readonly Behaviour[]): string =>
  table(
    "What it does",
    list.map(({ what, evidence }): Row => [what, evidence]),
  );

function describeType({ kind, type, emulates, evidence, quirks }: Emulated): string {
  const rows: Row[] = [[emulates, evidence], ...quirks.map((quirk): Row => [quirk.text, quirk.evidence])];
  return `### ${kind} \`${type}\`\n\n${table("What it does", rows)}`;
}

/** The page on what is emulated, and on what evidence. */
export function renderRehearsal(): string {
  const marks = Object.entries(EVIDENCE)
    .filter(([mark]) => mark !== "own")
    .map(([mark, means]) => `- **${mark}**: ${means}`);
  return `# The rehearsal: what is emulated, and what that rests on

\`npm start\`, \`npm run emulator\` and the end-to-end tests run the real Terraform on an emulated Confluent Cloud. Between the two stands a provider
server: a Terraform provider with the schema of confluentinc/confluent 2.83.0, hosted by Node and attached by \`TF_REATTACH_PROVIDERS\`. It makes the
REST calls that the real provider makes, and has its peculiarities, so that they are met here first. Every plan made with it warns:
"EMULATED, not Confluent Cloud".

An emulator proves nothing about Confluent Cloud. Each statement below says what it rests on; [rules.md](rules.md) uses the same marks.

${marks.join("\n")}

What the emulated cloud does not know it answers with status 501 and the name of what is missing. A resource type that is not listed here can be
planned; apply says that the emulator does not carry it.

This page is made from the code by \`node --import tsx ${SCRIPT}\`; a test keeps the two equal.

## Time

The cloud has no timers. A clock drives it: by hand in tests; by requests for Terraform runs, where each request takes 20 ms of virtual time and
the provider's waits (2 s, 10 s, 60 s, 300 s) pass at once; or as on the wall, for \`npm run emulator\`. Reports give virtual minutes.

## The provider, type by type

${EMULATED_TYPES.map((emulated) => describeType(emulated)).join("\n\n")}

## The data plane: links, mirror topics, topics, groups, ACLs

${behaviours(DATA_PLANE_BEHAVIOURS)}

## The control plane: environments, clusters, accounts, roles, keys

${behaviours(CONTROL_PLANE_BEHAVIOURS)}
`;
}

if (require.main === module) {
  process.exitCode = writePage(REHEARSAL_PAGE, renderRehearsal(), SCRIPT, process.argv.includes("--check"));
}
