import { listMirrors, mirrorErrors, onLink, onMirrors } from "../confluent-cli";
import { adoptForm, failoverForm, statusForm } from "../own-commands";
import { confluentForm, failOverStep, from, fromStack, lastStack, stoppedStep, terraformFailsOver } from "../steps";
import type { Section, Step } from "../structure";
import { importRunTexts, stateTexts } from "../remote";
import { listStateForm, planForm, untaintForm } from "../terraform";
import { stackOf, type RunbookChain, type RunbookLeg, type RunbookTopology } from "../topology";

/** What goes wrong with Terraform and its provider, and the line that mends it. */
export function troubleSections(topology: RunbookTopology): Section[] {
  return [
    ...topology.chains
      .filter(({ lastLeg }) => terraformFailsOver(lastLeg))
      .map((chain) => cannotSection(topology, chain)),
    timeoutSection(topology),
    taintedSection(topology),
    conflictSection(topology),
    extraKeySection(topology),
    endpointSection(topology),
  ];
}

const managed = ({ legs }: RunbookTopology): RunbookLeg[] => legs.filter(({ data }) => data.managed);

function trouble(id: string, title: string, text: readonly string[], steps: readonly Step[]): Section {
  return { id: `trouble/${id}`, kind: "trouble", title, text, steps };
}

/** Statuses of mirror topics that the provider cannot read, or from which it refuses to fail over. */
function cannotSection(topology: RunbookTopology, chain: RunbookChain): Section {
  const { lastLeg, last } = chain;
  const stack = lastStack(topology, chain);
  const suffix = topology.chains.length > 1 ? `/${chain.slug}` : "";
  return trouble(
    `terraform-cannot${suffix}`,
    topology.chains.length > 1 ? `When Terraform cannot fail over on ${last.name}` : "When Terraform cannot fail over",
    [
      "Three cases. In each of them the cluster itself can.",
      'SOURCE_UNAVAILABLE, LINK_FAILED, LINK_PAUSED, PENDING_MIRROR, PENDING_SYNCHRONIZE: the provider does not know these words; every plan, refresh and destroy of the stack fails with "is not a valid MirrorTopicStatus".',
      "FAILED: the plan works, and the apply is refused. The source topic was deleted, or deleted and made again.",
      "PENDING_STOPPED: the plan works, and the apply is refused. Somebody has begun already.",
    ],
    [
      {
        ...failOverStep(topology, chain, { mode: "FAILED_OVER", readable: false }),
        id: "unreadable",
        title: "SOURCE_UNAVAILABLE and the like",
      },
      {
        id: "failed",
        title: "FAILED",
        who: "operator",
        network: fromStack(stack),
        text: ["What the mirror topic had when it failed is kept. Terraform is of no use here."],
        forms: [
          failoverForm(topology, stack, lastLeg, "FAILED_OVER"),
          confluentForm([listMirrors(lastLeg), onMirrors(topology, "mirror-failover", lastLeg)], "One call."),
        ],
        expect: "STOPPED.",
        failed: "An error for a topic: it names the reason.",
      },
      {
        id: "pending-stopped",
        title: "PENDING_STOPPED",
        who: "operator",
        network: fromStack(stack),
        text: ["Wait a minute. If it was a promotion that cannot finish, a failover ends it, and loses the lag."],
        forms: [
          confluentForm([listMirrors(lastLeg), mirrorErrors(lastLeg)]),
          failoverForm(topology, stack, lastLeg, "FAILED_OVER"),
        ],
        expect: "STOPPED.",
        failed: "PENDING_STOPPED after some minutes: the list of transition errors says why.",
      },
      stoppedStep(topology, chain),
    ],
  );
}

function timeoutSection(topology: RunbookTopology): Section {
  return trouble(
    "promotion-timeout",
    "A promotion that times out",
    [
      "After 300 s the provider gives up: \"timeout while waiting for state to become 'STOPPED'\". The cluster goes on: the promotion waits for lag 0 and for a source that answers. The error has the cluster's raw answer, which is the only place where Terraform shows the reason.",
    ],
    topology.chains.flatMap((chain): Step[] => {
      const { lastLeg } = chain;
      const suffix = topology.chains.length > 1 ? `/${chain.slug}` : "";
      const stack = lastStack(topology, chain);
      return [
        {
          id: `reason${suffix}`,
          title: `Find the reason on ${lastLeg.destination.name}`,
          who: "operator",
          network: from(...lastLeg.halves.map(({ host }) => host)),
          text: ["A lag that does not fall: a producer still writes, or the link is down."],
          forms: [statusForm(topology, lastLeg, true), confluentForm([listMirrors(lastLeg), mirrorErrors(lastLeg)])],
          expect: "The topics that are not STOPPED, and why.",
          failed: "Nothing is listed: the names are those on the destination.",
        },
        {
          id: `again${suffix}`,
          title: "Mend it and wait, or give up the lag",
          who: "operator",
          network: fromStack(stack),
          text: [
            'When the lag is 0 the topics stop by themselves and a plan says "No changes". Only if the source is gone for good: fail over, which loses the lag.',
          ],
          forms: [planForm(stack), failoverForm(topology, stack, lastLeg, "FAILED_OVER")],
          expect: "STOPPED, and no changes.",
          failed: "Tainted mirror topics: see below, and do not apply.",
        },
      ];
    }),
  );
}

function taintedSection(topology: RunbookTopology): Section {
  return trouble(
    "tainted",
    "A tainted mirror topic",
    [
      'A mirror topic whose first read failed, for instance because it was still PENDING_MIRROR, is tainted: the plan says "must be replaced". Never apply that: it deletes the topic and its copy. prevent_destroy stops it, unless it was switched off.',
    ],
    topology.stacks.flatMap((stack): Step[] => {
      const address = stack.legs
        .flatMap(({ mirrors }) => mirrors)
        .find((mirror) => mirror.stack === stack.name && mirror.address !== null)?.address;
      if (address === undefined || address === null) return [];
      return [
        {
          id: `untaint/${stack.name}`,
          title: `Untaint it in the stack ${stack.name}`,
          who: "operator",
          network: fromStack(stack),
          text: ["All three lines, with the address that the plan names.", ...stateTexts(stack)],
          forms: [
            {
              tool: "terraform",
              commands: [listStateForm(stack), untaintForm(stack, address), planForm(stack)].flatMap(
                ({ commands }) => commands,
              ),
            },
          ],
          expect: "No changes.",
          failed: 'Still to be replaced: another attribute differs; the plan marks it with "forces replacement".',
        },
      ];
    }),
  );
}

function conflictSection(topology: RunbookTopology): Section {
  return trouble(
    "conflict",
    "409 after a lost reply",
    [
      "A reply to a creation got lost, the provider asked again and was told that the link exists (409) or the mirror topic does (40002). It was made, and Terraform does not know it.",
    ],
    topology.stacks
      .filter(({ legs }) => legs.length > 0)
      .map((stack) => ({
        id: `adopt/${stack.name}`,
        title: `Adopt what exists of the stack ${stack.name}`,
        who: "operator",
        network: from(...stack.calls),
        text: [
          "Writes the import runs, one for each role, since two roles cannot share a run: the provider's variables for importing are the same for all. Follow what it writes; nothing is to be created, replaced or destroyed then.",
          "Where the state has a part of the stack already, write it to a file first (terraform state pull) and add --state with that file: what is in it is left out.",
          ...importRunTexts(stack),
        ],
        forms: [adoptForm(topology, stack)],
        expect: 'The next plan says "No changes", or adds only what is really missing.',
        failed: '"must be replaced": a variable for importing is missing or differs from the app; do not apply.',
      })),
  );
}

function extraKeySection(topology: RunbookTopology): Section {
  return trouble(
    "extra-key",
    "A setting of a link that somebody set elsewhere",
    [
      'The plan shows it as "-> null" for ever, and the apply fails: "reset to cluster link setting\'s default value operation … is not supported at the moment". All other changes of that link wait too.',
      "Put the setting into the app, with the value that is live or with its default, and apply. It has to stay there.",
      "It also stops a failover by Terraform, since the mirror topics wait for their link. In an outage, apply with -refresh=false and the variable failover: the state does not know of the setting.",
    ],
    managed(topology).map((leg): Step => ({
      id: `settings/${leg.data.path}`,
      title: `Look at the settings of ${leg.link}`,
      who: "operator",
      network: from(leg.destination),
      text: [],
      forms: [
        confluentForm([onLink("link-configuration", leg, leg.destination)]),
        planForm(stackOf(topology, leg.data.stack)),
      ],
      expect: 'The plan names the setting; once it is in the app, it says "No changes".',
      failed:
        "A setting that the provider does not take: it is read-only for Terraform; ask whoever set it to put it back.",
    })),
  );
}

function endpointSection(topology: RunbookTopology): Section {
  return trouble(
    "endpoint",
    "An endpoint that is spelled otherwise",
    [
      "Endpoints are part of a link's identity: a trailing slash, a dropped SASL_SSL://, another name of the same host, and the plan wants to replace the links, and mirror topics with their topics. prevent_destroy makes that an error. Never apply it.",
      "A change of the bootstrap endpoint alone would replace the links and leave mirror topics behind that belong to none.",
    ],
    [
      {
        id: "put-back",
        title: "Put the old spelling back, or ignore it",
        who: "operator",
        network: from(),
        text: [
          'The old spelling gives "No changes". Where it cannot be used any more and the cluster is the same: ignoreEndpointChanges: true on the link and its mirror sets leaves both as they are.',
        ],
        forms: topology.stacks.filter(({ legs }) => legs.length > 0).map((stack) => planForm(stack)),
        expect: "No changes.",
        failed: 'Still "must be replaced": another attribute differs; the plan marks it with "forces replacement".',
      },
    ],
  );
}
