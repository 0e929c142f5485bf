import { describe, expect, it } from "vitest";
import { ApiKey } from "../../lib/kafka/api-key";
import { SourceInitiatedLink } from "../../lib/link/source-initiated-link";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { Failover } from "../../lib/mirror/failover";
import type { TopologyDocument } from "../../lib/model/document";
import { PrivatePublicPrivate } from "../../lib/topology/private-public-private";
import { cluster, DR, JUMP, PRIMARY, stackWithProvider } from "../link/clusters";
import type { WrittenRunbook } from "../../lib/runbook/files";
import {
  bidirectional,
  bidirectionalChain,
  bothDirections,
  documentOf,
  filtersOnly,
  linesOf,
  oneLeg,
  reverse,
  runbook,
  sectionOf,
  seed,
  stepOf,
  textOf,
} from "./support";

describe("the chain back", () => {
  const written = runbook(reverse());

  it("has files of its own names", () => {
    expect(written.files.map(({ name }) => name).filter((name) => name.endsWith(".config"))).toEqual([
      "cl-dr-to-jump.jump.config",
      "cl-dr-to-jump.dr.config",
      "cl-jump-to-primary.primary.config",
    ]);
  });

  it("switches from DR to PRIMARY, by the stack of PRIMARY's leg", () => {
    const section = sectionOf(written, "planned-switch/dr-jump-primary");
    expect(section.title).toBe("Planned switch from dr to primary");
    expect(linesOf(stepOf(written, section.id, "promote"), "cluster-linking")).toEqual([
      "npx cluster-linking failover --stack jump-to-primary --promote",
      "npx cluster-linking failover --stack jump-to-primary --promote --yes",
    ]);
  });

  it("says that offsets are not copied, and does not wait for them", () => {
    const { steps } = sectionOf(written, "planned-switch/dr-jump-primary");
    expect(steps.map(({ id }) => id)).not.toContain("settle-offsets");
    expect(sectionOf(written, "outage/dr-jump-primary/dr-lost").text.join(" ")).toContain(
      "Committed offsets do not get to primary: dr-to-jump and jump-to-primary copy none.",
    );
  });
});

describe("one leg", () => {
  const written = runbook(oneLeg());

  it("loses its source and its destination, and no cluster in between", () => {
    expect(written.runbook.sections.filter(({ kind }) => kind === "outage").map(({ id }) => id)).toEqual([
      "outage/jump-dr/jump-lost",
      "outage/jump-dr/dr-lost",
      "outage/jump-dr/link-of-jump-dr-deleted",
    ]);
  });

  it("fails over without looking, as its source is gone", () => {
    expect(linesOf(stepOf(written, "outage/jump-dr/jump-lost", "fail-over"), "terraform")[0]).toContain(
      "plan -input=false -refresh=false -var=failover=FAILED_OVER",
    );
  });

  it("needs no flag of cdktf for a stack that depends on nothing", () => {
    expect(linesOf(stepOf(written, "deploy", "apply/jump-to-dr"), "cdktf")).toEqual([
      "npx cdktf deploy jump-to-dr --skip-synth --skip-provider-lock",
    ]);
  });
});

describe("mirror topics that links make by themselves", () => {
  const written = runbook(filtersOnly());

  it("are failed over without Terraform, which knows none of them", () => {
    const step = stepOf(written, "outage/primary-jump-dr/primary-lost", "fail-over");
    expect(step.forms.map(({ tool }) => tool)).toEqual(["cluster-linking", "Confluent CLI"]);
    expect(step.text.join(" ")).toContain("Terraform has nothing to fail over");
    expect(linesOf(step, "Confluent CLI")).toEqual([
      "confluent kafka mirror list --link jump-to-dr --cluster lkc-3333",
      "confluent kafka mirror failover '<topic>' --link jump-to-dr --cluster lkc-3333",
    ]);
  });

  it("may be on DR ten minutes after the topic was made", () => {
    expect(textOf(written, "RUNBOOK.md")).toContain("made less than 10 min before may not be on dr at all");
  });

  it("are waited for in the smoke test", () => {
    expect(stepOf(written, "verify", "smoke-test").text.join(" ")).toContain("wait up to 10 min");
  });

  it("have no section on what Terraform cannot do, and nothing to untaint", () => {
    const ids = written.runbook.sections.map(({ id }) => id);
    expect(ids).not.toContain("trouble/terraform-cannot");
    expect(sectionOf(written, "trouble/tainted").steps).toEqual([]);
  });

  it("are named by their filters where they are in the way of the chain back", () => {
    expect(stepOf(written, "failback/primary-jump-dr", "clear/primary").text.join(" ")).toContain("filters choose (*)");
  });
});

describe("a bidirectional link", () => {
  const written = runbook(bidirectional());

  const chainsIn = ({ runbook: { sections } }: WrittenRunbook): string[] =>
    sections.filter(({ kind }) => kind === "planned-switch").map(({ id }) => id);

  it("is a chain for each direction that carries anything", () => {
    expect(chainsIn(written)).toEqual(["planned-switch/jump-dr"]);
    expect(chainsIn(runbook(bothDirections()))).toEqual(["planned-switch/dr-jump", "planned-switch/jump-dr"]);
  });

  it("is created by the half that waits, with --remote-cluster", () => {
    const lines = sectionOf(written, "guide").steps.flatMap((step) => linesOf(step));
    expect(lines.filter((line) => line.includes("link create"))).toEqual([
      "confluent kafka link create both-ways --cluster lkc-2222 --remote-cluster lkc-3333 --config cdktf.out/runbook/cl-both-ways.jump.config",
      "confluent kafka link create both-ways --cluster lkc-3333 --remote-cluster lkc-2222 --config cdktf.out/runbook/cl-both-ways.dr.config",
    ]);
  });

  const asked = (each: WrittenRunbook): string[] =>
    sectionOf(each, "verify").steps.flatMap((step) => linesOf(step, "cluster-linking"));

  it("is asked about by its name where one direction is used, with both of its halves", () => {
    expect(asked(written)).toEqual(["npx cluster-linking status --leg both-ways"]);
    const step = stepOf(written, "verify", "links/both/link/outbound");
    expect(step.text).toEqual(["jump and dr name each other as the remote cluster."]);
    expect(linesOf(step).slice(0, 2)).toEqual([
      "confluent kafka link list --cluster lkc-2222",
      "confluent kafka link list --cluster lkc-3333",
    ]);
  });

  it("asks for one direction by its path, as both have the same name", () => {
    expect(asked(runbook(bothDirections()))).toEqual([
      "npx cluster-linking status --leg both/link/inbound",
      "npx cluster-linking status --leg both/link/outbound",
    ]);
  });

  it("has a section for each half that may be deleted, and only one of them takes mirror topics with it", () => {
    const deleted = written.runbook.sections.filter(({ id }) => id.endsWith("-deleted"));
    expect(deleted.map(({ id, steps }) => [id, steps.some((step) => step.id === "create-again")])).toEqual([
      ["outage/jump-dr/inbound-half-of-jump-dr-deleted", true],
      ["outage/jump-dr/outbound-half-of-jump-dr-deleted", false],
    ]);
  });

  it("is turned round by the Confluent CLI, on the cluster that has the mirror topics", () => {
    const { steps } = sectionOf(written, "turn-round/jump-dr");
    expect(steps.flatMap((step) => linesOf(step, "Confluent CLI"))).toEqual([
      "confluent kafka mirror reverse-and-start orders --link both-ways --cluster lkc-3333",
      "confluent kafka mirror list --link both-ways --cluster lkc-2222",
    ]);
  });

  it("goes back by restoring on the cluster that was failed over from, and turning round there", () => {
    const { steps } = sectionOf(written, "failback/jump-dr");
    expect(steps.flatMap((step) => linesOf(step, "Confluent CLI"))).toEqual([
      "confluent kafka mirror truncate-and-restore orders --link both-ways --cluster lkc-2222 --dry-run --include-partitions",
      "confluent kafka mirror truncate-and-restore orders --link both-ways --cluster lkc-2222",
      "confluent kafka mirror list --link both-ways --cluster lkc-2222",
      "confluent kafka mirror list --link both-ways --cluster lkc-2222",
      "confluent kafka mirror reverse-and-start orders --link both-ways --cluster lkc-2222",
      "confluent kafka mirror list --link both-ways --cluster lkc-3333",
    ]);
  });

  it("rotates the key that dials in one apply, and the one of the half that waits in two", () => {
    const ids = sectionOf(written, "rotation").steps.map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith("new-key/"))).toEqual([
      "new-key/both/var.jump_api_key",
      "new-key/both/var.dr_api_key",
      "new-key/both/var.jump_dial_api_key",
    ]);
    expect(ids.filter((id) => id.startsWith("use-key-again/"))).toEqual(["use-key-again/both/var.jump_api_key"]);
  });
});

describe("a chain of bidirectional links", () => {
  const written = runbook(bidirectionalChain());
  const cli = (section: string): string[] =>
    sectionOf(written, section).steps.flatMap((step) => linesOf(step, "Confluent CLI"));

  it("is one chain, from PRIMARY to DR", () => {
    expect(written.runbook.sections.filter(({ kind }) => kind === "planned-switch").map(({ id }) => id)).toEqual([
      "planned-switch/primary-jump-dr",
    ]);
  });

  it("is turned round from the link whose source is written to", () => {
    expect(cli("turn-round/primary-jump-dr")).toEqual([
      "confluent kafka mirror reverse-and-start orders payments --link primary-to-jump --cluster lkc-2222",
      "confluent kafka mirror list --link primary-to-jump --cluster lkc-1111",
      "confluent kafka mirror reverse-and-start orders payments --link jump-to-dr --cluster lkc-3333",
      "confluent kafka mirror list --link jump-to-dr --cluster lkc-2222",
    ]);
    const { steps } = sectionOf(written, "turn-round/primary-jump-dr");
    expect(steps.map(({ id, network: { reaches } }) => [id, ...reaches])).toEqual([
      ["fence", "primary"],
      ["stop-consumers", "primary"],
      ["drained/1", "primary"],
      ["drained/2", "dr"],
      ["settle-offsets"],
      ["reverse/jump-primary"],
      ["reversed/jump-primary", "primary"],
      ["reverse/dr-jump", "dr"],
      ["reversed/dr-jump"],
      ["leave-terraform"],
      ["access"],
      ["re-point", "dr"],
    ]);
  });

  it("goes home link by link: stop on JUMP, restore PRIMARY, restore JUMP, turn JUMP, turn PRIMARY", () => {
    expect(cli("failback/primary-jump-dr").filter((line) => !line.includes("mirror list"))).toEqual([
      "confluent kafka mirror failover orders payments --link primary-to-jump --cluster lkc-2222",
      "confluent kafka mirror truncate-and-restore orders payments --link jump-to-dr --cluster lkc-2222 --dry-run --include-partitions",
      "confluent kafka mirror truncate-and-restore orders payments --link primary-to-jump --cluster lkc-1111 --dry-run --include-partitions",
      "confluent kafka mirror truncate-and-restore orders payments --link primary-to-jump --cluster lkc-1111",
      "confluent kafka mirror truncate-and-restore orders payments --link jump-to-dr --cluster lkc-2222 --dry-run --include-partitions",
      "confluent kafka mirror truncate-and-restore orders payments --link jump-to-dr --cluster lkc-2222",
      "confluent kafka mirror reverse-and-start orders payments --link jump-to-dr --cluster lkc-2222",
      "confluent kafka mirror reverse-and-start orders payments --link primary-to-jump --cluster lkc-1111",
    ]);
    const { steps } = sectionOf(written, "failback/primary-jump-dr");
    expect(steps.slice(-3).flatMap((step) => linesOf(step))).toEqual([
      "terraform -chdir=cdktf.out/stacks/primary-to-jump plan -input=false",
      "terraform -chdir=cdktf.out/stacks/jump-to-dr plan -input=false",
    ]);
  });

  it("says what deletes, what is only done by the CLI, and what nobody has documented", () => {
    const text = sectionOf(written, "failback/primary-jump-dr").text.join(" ");
    expect(text).toContain("truncate-and-restore deletes");
    expect(text).toContain("Terraform has neither");
    expect(text).toContain("Confluent documents it for one link");
    expect(sectionOf(written, "after/primary-jump-dr").text.join(" ")).toContain("can go home by truncate-and-restore");
  });

  it("tells what to do with a topic of which JUMP has more than DR", () => {
    expect(stepOf(written, "failback/primary-jump-dr", "longer/jump").failed).toContain(
      "confluent kafka topic delete orders --cluster lkc-1111; confluent kafka mirror create orders --link primary-to-jump --cluster lkc-1111",
    );
  });

  it("keeps Terraform away while topics are turned round", () => {
    const { text } = stepOf(written, "turn-round/primary-jump-dr", "leave-terraform");
    expect(text.join(" ")).toContain("A plan of primary-to-jump wants to create mirror topics");
  });

  it("rotates the key that dials apart from the others, in each stack", () => {
    const ids = sectionOf(written, "rotation").steps.map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith("new-key/"))).toEqual([
      "new-key/primary-to-jump/var.jump_api_key",
      "new-key/primary-to-jump/var.primary_api_key",
      "new-key/primary-to-jump/var.jump_dial_api_key",
      "new-key/jump-to-dr/var.jump_api_key",
      "new-key/jump-to-dr/var.dr_api_key",
      "new-key/jump-to-dr/var.jump_dial_api_key",
    ]);
  });

  it.each(["p.", null])("with the prefix %j is not turned round", (prefix) => {
    const document = bidirectionalChain();
    const legs = document.legs.map((each, i) => (i === 0 ? { ...each, prefix } : each));
    const other = runbook({ ...document, legs });
    expect(other.runbook.sections.map(({ kind }) => kind)).not.toContain("turn-round");
    expect(sectionOf(other, "failback/primary-jump-dr").steps.map(({ id }) => id)).toContain("reverse-chain");
  });
});

describe("a prefix", () => {
  const document = documentOf((app) => {
    const stack = stackWithProvider(app, "leg");
    const link = new SourceInitiatedLink(stack, "link", {
      linkName: "leg",
      source: PRIMARY,
      sourceCredentials: ApiKey.fromVariables(stack, "primary"),
      destination: JUMP,
      destinationCredentials: ApiKey.fromVariables(stack, "jump"),
      prefix: "p.",
    });
    new MirrorSet(stack, "mirrors", { link, topics: ["orders"], failover: Failover.fromVariable(stack) });
  });
  const written = runbook(document);

  it("is in the names on the destination", () => {
    expect(linesOf(stepOf(written, "guide", "mirrors/leg/link"))).toEqual([
      "confluent kafka mirror create p.orders --link leg --source-topic orders --cluster lkc-2222",
    ]);
    expect(linesOf(stepOf(written, "outage/primary-jump/primary-lost", "fail-over"), "Confluent CLI")).toEqual([
      "confluent kafka mirror failover p.orders --link leg --cluster lkc-2222",
    ]);
    expect(linesOf(stepOf(written, "verify", "smoke-test"))).toContain(
      "confluent kafka topic consume p.my_test_topic --from-beginning --cluster lkc-2222",
    );
  });

  it("keeps original topics out of the way of the chain back", () => {
    expect(sectionOf(written, "failback/primary-jump").steps.map(({ id }) => id)).not.toContain("clear/primary");
  });
});

describe("what only Terraform knows", () => {
  const document = seed();
  const unknown: TopologyDocument = {
    ...document,
    clusters: document.clusters.map((cluster) => ({ ...cluster, id: null, restEndpoint: null })),
    legs: document.legs.map((leg) => ({
      ...leg,
      linkName: null,
      sets: leg.sets.map((set) => ({ ...set, topicsKnown: false, mirrors: [] })),
    })),
  };
  const written = runbook(unknown);

  it("is a placeholder in command lines and file names", () => {
    const step = stepOf(written, "guide", "create/jump-to-dr/link/link");
    expect(linesOf(step)[0]).toBe(
      "confluent kafka link create '<link-jump-to-dr>' --cluster '<dr-cluster-id>' --source-cluster '<jump-cluster-id>' --config cdktf.out/runbook/cl-link-jump-to-dr-.dr.config",
    );
    expect(written.files.map(({ name }) => name)).toContain("cl-link-jump-to-dr-.dr.config");
  });

  it("leaves -parallelism to whoever knows how many topics there are", () => {
    const step = stepOf(written, "outage/primary-jump-dr/primary-lost", "fail-over");
    expect(linesOf(step, "terraform")[0]).not.toContain("-parallelism");
    expect(step.text.join(" ")).toContain("62 s for each batch of -parallelism");
  });
});

describe("topics that were kept", () => {
  const document = documentOf((app) => {
    new PrivatePublicPrivate({
      primaryToJump: stackWithProvider(app, "primary-to-jump"),
      jumpToDr: stackWithProvider(app, "jump-to-dr"),
      primary: PRIMARY,
      jump: JUMP,
      dr: DR,
      topics: ["orders"],
      keepPromoted: true,
    });
  });

  it("are nothing to fail over, and nothing that a link takes with it", () => {
    const written = runbook(document);
    const retire = stepOf(written, "failback/primary-jump-dr", "retire/jump-to-dr/link");
    expect(linesOf(retire, "Confluent CLI")).toEqual([
      "confluent kafka link delete jump-to-dr --cluster lkc-3333",
      "terraform -chdir=cdktf.out/stacks/jump-to-dr state rm confluent_cluster_link.link",
    ]);
    expect(stepOf(written, "failback/primary-jump-dr", "safe").text.join(" ")).not.toContain("not kept yet");
    expect(linesOf(stepOf(written, "failback/primary-jump-dr", "clear/primary"))).toEqual([
      "confluent kafka topic delete orders --cluster lkc-1111",
    ]);
  });
});

describe("keys that the stack makes and rotates", () => {
  const document = documentOf((app) => {
    const stack = stackWithProvider(app, "leg");
    const jump = cluster({ name: "jump", id: "lkc-2222", access: "public", environmentId: "env-1" });
    const link = new SourceInitiatedLink(stack, "link", {
      linkName: "leg",
      source: PRIMARY,
      sourceCredentials: ApiKey.fromVariables(stack, "primary"),
      destination: jump,
      destinationCredentials: ApiKey.rotating(stack, "rest", { cluster: jump, serviceAccountId: "sa-1" }),
      dialCredentials: ApiKey.rotating(stack, "dial", { cluster: jump, serviceAccountId: "sa-1" }),
    });
    new MirrorSet(stack, "mirrors", { link, topics: ["orders"] });
  });
  const written = runbook(document);

  it("are rotated by counting up their generation, the REST key of the half that waits in two applies", () => {
    expect(sectionOf(written, "rotation").steps.map(({ id }) => id)).toEqual([
      "next-generation/leg/confluent_api_key.rest-1.id",
      "use-key/leg/confluent_api_key.rest-1.id",
      "use-key-again/leg/confluent_api_key.rest-1.id",
      "status/leg/confluent_api_key.rest-1.id",
      "new-key/leg/var.primary_api_key",
      "use-key/leg/var.primary_api_key",
      "status/leg/var.primary_api_key",
      "old-key/leg/var.primary_api_key",
      "next-generation/leg/confluent_api_key.dial-1.id",
      "use-key/leg/confluent_api_key.dial-1.id",
      "status/leg/confluent_api_key.dial-1.id",
      "stuck/leg",
    ]);
    expect(stepOf(written, "rotation", "use-key/leg/confluent_api_key.dial-1.id").expect).toBe(
      "1 to add, 1 to destroy (the keys), the rest in place. A clean apply.",
    );
  });

  it("need the cloud's key where Terraform is run", () => {
    expect(linesOf(stepOf(written, "prepare", "init/leg")).slice(0, -1)).toEqual([
      "export TF_VAR_primary_api_key='<primary-api-key>'",
      "export TF_VAR_primary_api_secret='<primary-api-secret>'",
      "export CONFLUENT_CLOUD_API_KEY='<cloud-api-key>'",
      "export CONFLUENT_CLOUD_API_SECRET='<cloud-api-secret>'",
    ]);
  });

  it("are told to nobody: the cluster's name stands for them", () => {
    expect(textOf(written, "cl-leg.primary.config")).toContain(
      "username='<jump-api-key>' password='<jump-api-secret>'",
    );
  });

  it("are unstuck without looking, twice where a half waits", () => {
    const lines = linesOf(stepOf(written, "rotation", "stuck/leg"), "terraform");
    expect(lines).toHaveLength(4);
    expect(lines.filter((line) => line.includes("plan -input=false -refresh=false"))).toHaveLength(2);
  });
});

describe("settings that only Terraform knows, and ACL sync", () => {
  it("are written as far as they are known", () => {
    const document = seed();
    const [one, two] = document.legs;
    const filter = { resourceFilter: { resourceType: "topic", patternType: null }, accessFilter: { operation: "any" } };
    const changed: TopologyDocument = {
      ...document,
      legs: [
        {
          ...one!,
          consumerOffsetSync: { enabled: null, intervalMs: null, filters: [] },
          aclSync: { enabled: true, intervalMs: 1000, filters: [filter] },
          topicConfigSync: { intervalMs: 5000, include: ["cleanup.policy", null] },
          prefix: null,
        },
        two!,
      ],
    };
    expect(textOf(runbook(changed), "cl-primary-to-jump.jump.config").split("\n").slice(4)).toEqual([
      'acl.filters={"aclFilters":[{"resourceFilter":{"resourceType":"topic","patternType":"<known-to-terraform>"},"accessFilter":{"operation":"any"}}]}',
      "acl.sync.enable=true",
      "acl.sync.ms=1000",
      "cluster.link.prefix=<known-to-terraform>",
      "consumer.offset.sync.enable=<known-to-terraform>",
      "consumer.offset.sync.ms=<known-to-terraform>",
      "topic.config.sync.include=cleanup.policy,<known-to-terraform>",
      "",
    ]);
  });
});

describe("clusters of one name", () => {
  it("have names of their own in files", () => {
    const document = seed();
    const clusters = document.clusters.map((each, i) => ({ ...each, name: i === 2 ? "***" : "Kafka" }));
    expect(runbook({ ...document, clusters }).files.map(({ name }) => name)).toEqual([
      "RUNBOOK.md",
      "cl-primary-to-jump.kafka-2.config",
      "cl-primary-to-jump.kafka.config",
      "cl-jump-to-dr.cluster.config",
      "DIFFERENCES.md",
    ]);
  });
});
