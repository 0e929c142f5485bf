import { configFileName } from "./config-files";
import { paragraphs } from "./markdown";
import type { RunbookFile } from "./structure";
import type { RunbookTopology } from "./topology";

/** Name of the page. */
export const DIFFERENCES_NAME = "DIFFERENCES.md";

/** What is written otherwise here than in the guide for PRIMARY -> JUMP -> DR, and why. */
export function differencesPage(topology: RunbookTopology): RunbookFile {
  const managed = topology.legs.filter(({ data }) => data.managed);
  const files = managed.flatMap((leg) => leg.halves.map((half) => ({ leg, half, name: configFileName(leg, half) })));
  const dialledByDestination = files.filter(({ half }) => half.role === "link").map(({ name }) => name);
  const withSettings = managed.filter(({ data }) => data.autoCreate.filters.length > 0);
  const entries = [
    `The files have no comments, so they can be given to the Confluent CLI as they are: ${files.map(({ name }) => name).join(", ")}. The guide's text calls them so too, and its comments leave the cl- out.`,
    ...(dialledByDestination.length > 0
      ? [
          `No source.* lines in ${dialledByDestination.join(", ")}. The guide has source.bootstrap.servers, source.security.protocol, source.sasl.mechanism and source.sasl.jaas.config there, with the coordinates of DR. There are no such settings: a link that its destination dials knows its own cluster, and only needs to be told how to log in at its source.`,
          "Every secret is a placeholder in angle brackets. One in the guide's file for leg 2 has lost them (password='jump-api-secret') and would be taken for the secret itself.",
        ]
      : []),
    ...(withSettings.length > 0
      ? [
          "Filters are on one line and without spaces, as Terraform writes them: it compares the texts, and another spelling would be a change.",
          "Every leg has filters of its own. Those of leg 1 alone, as in the guide, bring topics to JUMP and no further.",
        ]
      : []),
    "Settings that Terraform writes although they are the default (a switch that is off, an interval) are left out, as in the guide.",
    "confluent kafka link describe takes the name of the link as an argument; there is no --link.",
    "Settings are changed by confluent kafka link configuration update. The guide's text calls it kafka link configure.",
    "confluent kafka topic produce, where the guide has produurce; and [primary-api-key], where it has [primar-api-key].",
    "Cluster flags are --source-cluster and --destination-cluster, as since version 3 of the CLI; --remote-cluster for bidirectional links.",
    "The consumer reads --from-beginning, so that the test does not depend on what was started first.",
    "A cluster that cannot start a connection is, in the guide's first paragraphs, unable to reach the destination; it is the source that JUMP cannot reach.",
    "Arrows in names and diagrams follow the data. The guide lets them follow the connection, which on leg 2 goes the other way than its name jump-to-dr.",
    "JUMP has to be a public Dedicated cluster. The guide does not say so; Basic and Standard clusters cannot receive data.",
    "Mirror topics on DR are created after those on JUMP, which they copy.",
  ];
  const text = [
    "# Differences from the guide\n\n",
    "Where the files and command lines of this runbook are not those of the guide for private clusters over a public one, and why.\n\n",
    paragraphs(entries.map((entry) => `- ${entry}`)),
  ];
  return { name: DIFFERENCES_NAME, text: `${text.join("").trimEnd()}\n` };
}
