import { expect, it } from "vitest";
import { ApiKey } from "../../lib/kafka/api-key";
import { BidirectionalLink } from "../../lib/link/bidirectional-link";
import { DestinationInitiatedLink } from "../../lib/link/destination-initiated-link";
import { SourceInitiatedLink } from "../../lib/link/source-initiated-link";
import { Failover } from "../../lib/mirror/failover";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { GroupFilter, TopicFilter } from "../../lib/model/filters";
import { PrivatePublicPrivate } from "../../lib/topology/private-public-private";
import { describeWithTerraform } from "../e2e/support";
import { stackWithProvider } from "../link/clusters";
import { synthToJson } from "../support/synth";
import { DR, JUMP, oneLeg, PRIMARY, rehearseByCommand } from "./support";

/** PRIMARY -> JUMP -> DR whose first leg puts `p.` before the names. */
const prefixed = (): string =>
  synthToJson((app) => {
    const [one, two] = [stackWithProvider(app, "one"), stackWithProvider(app, "two")];
    const intoJump = new SourceInitiatedLink(one, "link", {
      linkName: "one",
      source: PRIMARY,
      sourceCredentials: ApiKey.fromVariables(one, "primary"),
      destination: JUMP,
      destinationCredentials: ApiKey.fromVariables(one, "jump"),
      prefix: "p.",
      consumerOffsetSync: { groups: [GroupFilter.includePrefix("app")] },
    });
    const onJump = new MirrorSet(one, "mirrors", { link: intoJump, topics: ["orders"] });
    const outOfJump = new DestinationInitiatedLink(two, "link", {
      linkName: "two",
      source: JUMP,
      sourceCredentials: ApiKey.fromVariables(two, "jump"),
      destination: DR,
      destinationCredentials: ApiKey.fromVariables(two, "dr"),
      consumerOffsetSync: { groups: [GroupFilter.all()] },
    });
    new MirrorSet(two, "mirrors", { link: outOfJump, follows: onJump, failover: Failover.fromVariable(two) });
  }).outdir;

/** A link between JUMP and DR for both directions, in one stack. Only the one to DR carries topics. */
const bidirectional = (): string =>
  synthToJson((app) => {
    const stack = stackWithProvider(app, "both");
    const link = new BidirectionalLink(stack, "link", {
      linkName: "both-ways",
      outbound: { cluster: DR, credentials: ApiKey.fromVariables(stack, "dr") },
      inbound: { cluster: JUMP, credentials: ApiKey.fromVariables(stack, "jump") },
      dialCredentials: ApiKey.fromVariables(stack, "jump_dial"),
    });
    new MirrorSet(stack, "on_dr", { link: link.into(DR), topics: ["orders"], failover: Failover.fromVariable(stack) });
  }).outdir;

describeWithTerraform("other topologies", () => {
  it("names change on the way, and groups whose names a filter begins with are followed", async () => {
    const { exitCode, text } = await rehearseByCommand(["half-deleted", "--out", prefixed()]);
    expect(exitCode, text).toBe(0);
    expect(text).toMatch(/ {2}app-drill {2}p\.orders {2}(\d+) +\1 +0 +0\n/);
    expect(text).toContain("Records and groups after the dialling half of one was mended");
  });

  it("of a bidirectional link the direction that carries topics is rehearsed", async () => {
    const { exitCode, text } = await rehearseByCommand(["planned-switch", "--out", bidirectional()]);
    expect(exitCode, text).toBe(0);
    expect(text).toContain("A planned switch to the last cluster: JUMP -> DR\n");
    expect(text).not.toContain("other chain(s)");
  });

  it("a stack that asks the lost cluster is planned afterwards without looking", async () => {
    const { exitCode, text } = await rehearseByCommand(["primary-lost", "--out", bidirectional()]);
    expect(text).toContain("stacks/both plan -input=false -refresh=false  (No changes)\n");
    expect(text).not.toContain("NOT DONE");
    expect(exitCode, text).toBe(0);
  });

  it("a stack that cannot be deployed: exit code 1, with what Terraform says", async () => {
    const out = oneLeg((stack) => {
      stack.addOverride(
        "resource.confluent_cluster_link.link.destination_kafka_cluster.rest_endpoint",
        "https://nowhere.example.test:443",
      );
    });
    const { exitCode, text } = await rehearseByCommand(["primary-lost", "--out", out]);
    expect(exitCode).toBe(1);
    expect(text).toContain("no such host: https://nowhere.example.test:443");
    expect(text).not.toContain("Smoke test");
  });

  it("a chain on whose end nothing is known to arrive: exit code 2", async () => {
    const out = synthToJson((app) => {
      const stack = stackWithProvider(app, "both");
      new DestinationInitiatedLink(stack, "link", {
        linkName: "empty",
        source: JUMP,
        sourceCredentials: ApiKey.fromVariables(stack, "jump"),
        destination: DR,
        destinationCredentials: ApiKey.fromVariables(stack, "dr"),
        upstream: "none",
      });
    }).outdir;
    const { exitCode, text } = await rehearseByCommand(["primary-lost", "--out", out]);
    expect({ exitCode, text }).toEqual({
      exitCode: 2,
      text: "No topic is known to get to the end of a chain: there is nothing to rehearse with.",
    });
  });
});

/** PRIMARY -> JUMP -> DR over bidirectional links. */
const turnable = (autoCreate: readonly TopicFilter[] = []): string =>
  synthToJson((app) => {
    PrivatePublicPrivate.bidirectional({
      primaryToJump: stackWithProvider(app, "primary-to-jump"),
      jumpToDr: stackWithProvider(app, "jump-to-dr"),
      primary: PRIMARY,
      jump: JUMP,
      dr: DR,
      topics: ["orders", "payments"],
      autoCreate,
      consumerOffsetSync: { groups: [GroupFilter.all()] },
    });
  }).outdir;

describeWithTerraform("a chain of bidirectional links", () => {
  it.each(["both-lost", "jump-lost", "half-deleted"])("keeps its promises: %s", async (scenario) => {
    const { exitCode, text } = await rehearseByCommand([scenario, "--out", turnable()]);
    expect(exitCode, text).toBe(0);
  });

  it("asks JUMP in DR's stack, and fails over without it all the same", async () => {
    const { text } = await rehearseByCommand(["both-lost", "--out", turnable()]);
    expect(text).toMatch(/ {4}\$ terraform -chdir=\S+jump-to-dr plan -input=false {2}\(exit code 1\)\n/);
    expect(text).toContain("    held      nothing is asked of JUMP\n");
  });

  it("goes home after an outage without an app of its own, and leaves Terraform nothing to do", async () => {
    const { exitCode, text } = await rehearseByCommand(["failback", "--out", turnable()]);
    expect(exitCode, text).toBe(0);
    for (const held of [
      "DR serves on",
      "the topics on PRIMARY and JUMP are mirror topics, ACTIVE",
      "every record on DR is on PRIMARY",
      'a plan of primary-to-jump says "No changes"',
      "every record on PRIMARY is on DR",
    ]) {
      expect(text).toContain(`    held      ${held}\n`);
    }
  });

  it("whose mirror topics have no names in the app does not: exit code 2", async () => {
    const out = turnable([TopicFilter.includePrefix("mirror_me")]);
    const { exitCode, text } = await rehearseByCommand(["failback", "--out", out]);
    expect(exitCode).toBe(2);
    expect(text).toContain("topics are all named in the app");
  });
});
