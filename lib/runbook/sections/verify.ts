import type { RunbookCluster } from "../cluster";
import { createMirror, createTopic, consume, listLinks, listMirrors, onLink, produce, useKey } from "../confluent-cli";
import { keyNamesOf } from "../keys";
import { statusForm } from "../own-commands";
import { smokeTopic } from "../smoke-topic";
import { confluentForm, from, fromStack, listed } from "../steps";
import type { Command, Section, Step } from "../structure";
import { planForm } from "../terraform";
import { duration } from "../timing";
import { DISCOVERY_INTERVAL_MS } from "../../model/chains";
import type { RunbookChain, RunbookLeg, RunbookTopology } from "../topology";

/** Shows that everything works, and that nothing is left to do. */
export function verifySection(topology: RunbookTopology): Section {
  return {
    id: "verify",
    kind: "verify",
    title: "Verify",
    text: ["Daily, after each change, and before each planned switch."],
    steps: [
      ...topology.legs.map((leg) => statusStep(topology, leg)),
      ...topology.legs.map((leg) => linkStep(leg)),
      ...topology.stacks.map((stack): Step => ({
        id: `plan/${stack.name}`,
        title: `See that the stack ${stack.name} has nothing to do`,
        who: "operator",
        network: fromStack(stack),
        text: ["Terraform does not see a changed mode, endpoint or key of a link: those are copied from its state."],
        forms: [planForm(stack)],
        expect: "No changes.",
        failed: "A change that nobody made in the app: see the sections on trouble before applying anything.",
      })),
      ...topology.chains.map((chain, i) => smokeStep(topology, chain, i)),
      metricsStep(topology),
    ],
  };
}

function metricsStep({ legs }: RunbookTopology): Step {
  const places = [...new Set(legs.map(({ destination }) => `${destination.name} (${destination.id})`))];
  return {
    id: "metrics",
    title: "Watch",
    who: "operator",
    network: from(),
    text: [
      `In the Metrics API (io.confluent.kafka.server/…, one value a minute), for ${listed(places)}: a leg's numbers are those of its destination. Wake somebody for:`,
      "- cluster_link_count: a link_state other than active (unavailable comes 5 minutes after the connection was lost);",
      "- cluster_link_task_count: a state in_error;",
      "- cluster_link_mirror_topic_count: FailedMirror above 0, or fewer Mirror than there should be;",
      "- cluster_link_mirror_topic_offset_lag: the highest of a topic's partitions, in records: what a failover would lose;",
      "- cluster_link_mirror_topic_bytes: 0 while the source is written to; cluster_link_mirror_transition_in_error: above 0.",
    ],
    forms: [],
    expect: "Alerts that were seen to fire in a drill.",
    failed: "A lag that nobody watched: that is what a failover loses.",
  };
}

const hostsOf = (leg: RunbookLeg): RunbookCluster[] => leg.halves.map(({ host }) => host);

function statusStep(topology: RunbookTopology, leg: RunbookLeg): Step {
  return {
    id: `status/${leg.data.path}`,
    title: `Ask how ${leg.link} is`,
    who: "operator",
    network: from(...hostsOf(leg)),
    text: [],
    forms: [statusForm(topology, leg)],
    expect: "Exit code 0: both halves ACTIVE, no task IN_ERROR, every mirror topic ACTIVE.",
    failed:
      "Exit code 1: what is not ready is named. A half that is UNAVAILABLE: its key, DNS or the other half. A task IN_ERROR: its filters or rights. Exit code 2: a cluster could not be asked.",
  };
}

function linkStep(leg: RunbookLeg): Step {
  const hosts = hostsOf(leg);
  return {
    id: `links/${leg.data.path}`,
    title: `Look at ${leg.link} with the Confluent CLI`,
    who: "operator",
    network: from(...hosts),
    text: [
      leg.spare
        ? `${leg.source.name} and ${leg.destination.name} name each other as the remote cluster.`
        : leg.halves.length > 1
          ? `${leg.destination.name} names ${leg.source.name} as source, ${leg.source.name} names ${leg.destination.name} as destination. Only ${leg.destination.name} counts mirror partitions.`
          : `The link is listed on ${leg.destination.name} alone, with ${leg.source.name} as the other cluster.`,
    ],
    forms: [
      confluentForm([
        ...hosts.map((host) => listLinks(host)),
        ...hosts.map((host) => onLink("link-describe", leg, host)),
        onLink("link-tasks", leg, leg.destination),
        onLink("link-configuration", leg, leg.destination),
        listMirrors(leg),
      ]),
    ],
    expect: "State ACTIVE and no error on each cluster; mirror topics ACTIVE.",
    failed:
      "A link error such as AUTHENTICATION_ERROR, BOOTSTRAP_TCP_CONNECTION_FAILED_ERROR or UNRESOLVABLE_BOOTSTRAP_ERROR.",
  };
}

/** The guide's test: a topic, its mirror topics, a consumer at the end and a producer at the beginning. */
export function smokeStep(topology: RunbookTopology, chain: RunbookChain, position: number): Step {
  const { names, byFilter } = smokeTopic(chain);
  const [first, last] = [names[0] ?? "", names.at(-1) ?? ""];
  const key = (cluster: RunbookCluster): Command => useKey(cluster, keyNamesOf(topology, cluster));
  const wait = duration(chain.legs.length * DISCOVERY_INTERVAL_MS);
  return {
    id: position === 0 ? "smoke-test" : `smoke-test/${chain.slug}`,
    title: `Send records from ${chain.first.name} to ${chain.last.name}`,
    who: "operator",
    network: from(...chain.clusters),
    text: [
      "The consumer and the producer each need a terminal of their own, where their cluster can be reached. Leave out the lines that create what the app has made already.",
      ...(byFilter ? [`The filters choose this topic: leave the mirror topics out and wait up to ${wait}.`] : []),
    ],
    forms: [
      confluentForm([
        createTopic(chain.first, first, 3),
        ...chain.legs.map((leg, i) => createMirror(leg, names[i] ?? "", names[i + 1] ?? "")),
        key(chain.last),
        consume(chain.last, last),
        key(chain.first),
        produce(chain.first, first),
      ]),
    ],
    expect: `What is typed into the producer appears in the consumer on ${chain.last.name} within seconds.`,
    failed: `Nothing appears: ask status for each leg in turn, and "npx cluster-linking explain ${first}" for where the name stops.`,
  };
}
