import { configureLink, createLink, createLinkByFlags, createMirrors, listLinks, onLink } from "../confluent-cli";
import type { Half } from "../halves";
import { confluentForm, from } from "../steps";
import type { Form, Section, Step } from "../structure";
import type { RunbookLeg, RunbookTopology } from "../topology";
import { smokeStep } from "./verify";

/** The same topology by the Confluent CLI alone, as the guide does it. */
export function guideSection(topology: RunbookTopology): Section {
  return {
    id: "guide",
    kind: "guide",
    title: "By the Confluent CLI alone",
    text: [
      "The way of the guide, for this topology. Do not use it beside Terraform, unless what it makes is adopted afterwards.",
      "Fill in the placeholders in copies of the files: they then have secrets, and do not belong into version control.",
    ],
    steps: [
      ...topology.legs.filter(({ data }) => data.managed).flatMap((leg) => legSteps(topology, leg)),
      ...topology.chains.map((chain, i) => smokeStep(topology, chain, i)),
    ],
  };
}

function createForms(topology: RunbookTopology, leg: RunbookLeg, half: Half): Form[] {
  const byFlags = createLinkByFlags(leg, half);
  return [
    confluentForm([createLink(topology, leg, half)]),
    ...(byFlags
      ? [confluentForm([byFlags], "Without a file, and so without settings: the secret is in the shell's history.")]
      : []),
  ];
}

function legSteps(topology: RunbookTopology, leg: RunbookLeg): Step[] {
  const mirrors = createMirrors(topology, leg);
  return [
    ...leg.halves.map((half): Step => ({
      id: `create/${leg.data.path}/${half.role.replaceAll(" ", "-")}`,
      title: half.role === "link" ? `Create the link ${leg.link}` : `Create the ${half.role} of ${leg.link}`,
      who: "operator",
      network: from(half.host),
      text: [],
      forms: createForms(topology, leg, half),
      expect: `Created cluster link "${leg.link}".`,
      failed:
        "400 on the half that dials: the one that waits is not there yet, or just since; try again after some seconds.",
    })),
    {
      id: `look/${leg.data.path}`,
      title: `Look at ${leg.link}`,
      who: "operator",
      network: from(...leg.halves.map(({ host }) => host)),
      text: [],
      forms: [confluentForm(leg.halves.flatMap(({ host }) => [listLinks(host), onLink("link-describe", leg, host)]))],
      expect: "ACTIVE on each cluster.",
      failed: "A link error; it names what is wrong.",
    },
    {
      id: `configure/${leg.data.path}`,
      title: `Change settings of ${leg.link}`,
      who: "operator",
      network: from(leg.destination),
      text: ["Only when the file was changed. A prefix cannot be changed at all."],
      forms: [
        confluentForm(
          leg.halves.filter(({ carriesMirrors }) => carriesMirrors).map((half) => configureLink(topology, leg, half)),
        ),
      ],
      expect: `Updated cluster link "${leg.link}".`,
      failed: "400: a value out of range, or a setting that cannot be changed.",
    },
    ...(mirrors.length > 0
      ? [
          {
            id: `mirrors/${leg.data.path}`,
            title: `Create the mirror topics on ${leg.destination.name}`,
            who: "operator",
            network: from(leg.destination),
            text: ["After those of the leg before: the source topic has to exist."],
            forms: [confluentForm(mirrors)],
            expect: "Created mirror topic, once for each.",
            failed: "40403: the source topic is missing or hidden from the link's key. 40002: the name is taken.",
          } satisfies Step,
        ]
      : []),
  ];
}
