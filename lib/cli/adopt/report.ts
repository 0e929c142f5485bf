import type { DocumentCluster } from "../../model/document";
import type { LiveCluster } from "./live";
import { topicsOf } from "./props-file";
import { expectedPlan } from "./runs";
import type { StackAdoption } from "./stack-adoption";
import type { WantedHalf } from "./wanted";

export interface Report {
  readonly folder: string;
  readonly adoptions: readonly StackAdoption[];
  readonly halves: readonly WantedHalf[];
  readonly live: ReadonlyMap<DocumentCluster, LiveCluster>;
  readonly remarks: readonly string[];
  /** Files for the configurations that give something up. */
  readonly releases: readonly string[];
}

/** What was found and what to do, in order, as Markdown. */
export function describeAdoption(report: Report): string {
  const { adoptions, remarks, releases } = report;
  return [
    "# Adoption",
    ...adoptions.map((adoption) => describeStack(adoption, report.folder)),
    ...section(
      "Configurations that give something up",
      releases.map(
        (file) =>
          `${file}: lay it into the folder of that configuration, take the resources out of it, and apply: they are forgotten and not destroyed (Terraform 1.7 or later). Then run the imports.`,
      ),
    ),
    ...section("Live and not in the app", strangers(report)),
    ...section("Remarks", remarks),
  ].join("\n\n");
}

function describeStack(adoption: StackAdoption, folder: string): string {
  const { stack, runs, blockers, unknown, adopted, created, remarks } = adoption;
  return [
    `## Stack ${stack}`,
    ...paragraph("In the way; mend the app, synthesise and adopt again:", blockers),
    ...paragraph("Could not be asked:", unknown),
    ...(runs.length === 0
      ? []
      : [
          "Terraform 1.5 or later, from a machine that reaches the stack's clusters, with the variables of a deployment. In this order:",
        ]),
    ...runs.map((run, i) =>
      [
        `${i + 1}. ${run.title}: \`sh ${folder}/${stack}/${run.name}/run.sh\`, then with \`apply\``,
        `   ${expectedPlan(run)}`,
        ...run.changes.map((change) => `   - in place: ${change}`),
      ].join("\n"),
    ),
    ...paragraph("In the state already:", adopted),
    ...paragraph("Not there; the next deployment creates it:", created),
    ...paragraph("Look at it:", remarks),
    ...(runs.length > 0 || adopted.length > 0
      ? [
          created.length === 0
            ? "Then a plan of the stack says: No changes."
            : `Then a plan of the stack has ${created.length} to add, and nothing else.`,
        ]
      : []),
  ].join("\n\n");
}

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join("\n");

const paragraph = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`${title}\n\n${bullets(lines)}`];

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`## ${title}`, bullets(lines)];

/** Links and mirror topics that the app does not have. */
function strangers({ live, halves, adoptions }: Report): string[] {
  const lines: string[] = [];
  for (const [cluster, answer] of live) {
    if ("why" in answer) continue;
    for (const link of answer.links.values()) {
      const half = halves.find(({ host, block }) => host === cluster && block.linkName === link.name);
      if (half === undefined) {
        lines.push(
          `link ${link.name} on ${cluster.name}: ${[link.linkMode, link.connectionMode].filter(Boolean).join("/")}, other cluster ${link.peerId ?? "unknown"}, ${link.state}`,
        );
        continue;
      }
      if (link.beyondTerraform.length > 0) {
        lines.push(
          `settings of ${link.name} on ${cluster.name} that Terraform cannot have, and leaves alone: ${link.beyondTerraform.join(", ")}`,
        );
      }
      const known = new Set(topicsOf(half.leg));
      const others = half.block.mode.carriesSettings ? link.mirrors.filter(({ source }) => !known.has(source)) : [];
      if (others.length > 0) {
        lines.push(
          `mirror topics of ${link.name} on ${cluster.name}, for example created by its filters: ${others.map(({ source }) => source).join(", ")}. Name them in the app to bring them into Terraform.`,
        );
      }
    }
  }
  return adoptions.length === 0 ? [] : lines;
}
