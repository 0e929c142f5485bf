import { describe, expect, it } from "vitest";
import { commandLine } from "../../lib/runbook/shell";
import type { Section } from "../../lib/runbook/structure";
import {
  bidirectional,
  bidirectionalChain,
  bothDirections,
  commandsOf,
  filtersOnly,
  linesOf,
  oneLeg,
  remote,
  reverse,
  runbook,
  seed,
  sectionOf,
  stepOf,
  withTopics,
} from "./support";

const TOPOLOGIES = {
  "the guide's": seed,
  "filters alone": filtersOnly,
  "the chain back": reverse,
  "one leg": oneLeg,
  "a bidirectional link": bidirectional,
  "a bidirectional link that is used in both directions": bothDirections,
  "a chain of bidirectional links": bidirectionalChain,
  "HCP Terraform": remote,
  "500 topics": () => withTopics(500),
};

const TURNABLE: readonly string[] = [
  "a bidirectional link",
  "a bidirectional link that is used in both directions",
  "a chain of bidirectional links",
];

describe.each(Object.entries(TOPOLOGIES))("a runbook for %s", (name, document) => {
  const written = runbook(document());
  const { sections } = written.runbook;

  it("says of every step who does it, from where, what to expect and how to see that it failed", () => {
    for (const section of sections) {
      for (const step of section.steps) {
        const where = `${section.id}: ${step.id}`;
        expect(step.title, where).not.toBe("");
        expect(step.who, where).not.toBe("");
        expect(step.network.text, where).not.toBe("");
        expect(step.expect, where).not.toBe("");
        expect(step.failed, where).not.toBe("");
        expect(step.forms.length + step.text.length, where).toBeGreaterThan(0);
        for (const form of step.forms) expect(form.commands.length, where).toBeGreaterThan(0);
      }
    }
  });

  it("has ids that nothing else has", () => {
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
    for (const { id, steps } of sections) expect(new Set(steps.map((step) => step.id)).size, id).toBe(steps.length);
  });

  it("goes from deployment to rotation and trouble", () => {
    const kinds = [...new Set(sections.map(({ kind }) => kind))];
    expect(kinds).toEqual([
      "prepare",
      "deploy",
      "verify",
      "drill",
      "planned-switch",
      ...(TURNABLE.includes(name) ? ["turn-round"] : []),
      "outage",
      "after",
      "failback",
      "rotation",
      "trouble",
      "limits",
      "guide",
    ]);
  });

  it("begins each outage with fencing and stopping, and ends it with access and clients", () => {
    const outages = sections.filter(({ kind }) => kind === "outage");
    for (const { id, steps } of outages) {
      const ids = steps.map((step) => step.id);
      expect(ids.slice(0, 2), id).toEqual(["fence", "stop-consumers"]);
      expect(ids.slice(-2), id).toEqual(["access", "re-point"]);
    }
  });

  it("has one command a line, and files that it writes", () => {
    const names = new Set(written.files.map(({ name }) => name));
    for (const command of commandsOf(written)) {
      expect(commandLine(command)).not.toContain("\n");
      const { input, operation } = command;
      if (input !== undefined) expect(names).toContain(input.replace("cdktf.out/runbook/", ""));
      if ("file" in operation && operation.file !== undefined) expect(names).toContain(operation.file);
    }
  });

  it("is the same every time", () => {
    expect(runbook(document()).files).toEqual(written.files);
  });

  it("writes each file once", () => {
    expect(new Set(written.files.map(({ name }) => name)).size).toBe(written.files.length);
  });

  it("has no secret: keys are placeholders", () => {
    for (const { args, environment = {} } of commandsOf(written)) {
      for (const [name, value] of Object.entries(environment)) {
        if (/KEY|SECRET/i.test(name)) expect(value).toMatch(/^<[a-z-]+>$/);
      }
      const at = args.findIndex((arg) => /-(?:key|secret)$/.test(arg) && arg.startsWith("--"));
      if (at >= 0) expect(args[at + 1]).toMatch(/^<[a-z-]+>$/);
    }
  });
});

describe("the guide's topology", () => {
  const written = runbook(seed());
  const outage = (what: string): Section => sectionOf(written, `outage/primary-jump-dr/${what}`);

  it("has an outage section for each thing that can be lost", () => {
    expect(written.runbook.sections.filter(({ kind }) => kind === "outage").map(({ id }) => id)).toEqual([
      "outage/primary-jump-dr/primary-lost",
      "outage/primary-jump-dr/jump-lost",
      "outage/primary-jump-dr/primary+jump-lost",
      "outage/primary-jump-dr/dr-lost",
      "outage/primary-jump-dr/receiving-half-of-primary-jump-deleted",
      "outage/primary-jump-dr/dialling-half-of-primary-jump-deleted",
      "outage/primary-jump-dr/link-of-jump-dr-deleted",
    ]);
  });

  it("switches in the one order that loses nothing", () => {
    const { steps } = sectionOf(written, "planned-switch/primary-jump-dr");
    expect(steps.map(({ id }) => id)).toEqual([
      "fence",
      "stop-consumers",
      "drained/1",
      "settle-offsets",
      "drained/2",
      "promote",
      "check-stopped",
      "access",
      "re-point",
    ]);
    expect(steps.slice(2, 5).flatMap((step) => linesOf(step))).toEqual([
      "npx cluster-linking status --leg primary-to-jump --drained",
      "sleep 120",
      "npx cluster-linking status --leg jump-to-dr --drained",
    ]);
  });

  it("asks nothing of PRIMARY when PRIMARY is lost", () => {
    const { steps } = outage("primary-lost");
    expect(steps.flatMap((step) => linesOf(step)).join("\n")).not.toMatch(/lkc-1111|primary-to-jump/);
    for (const { network } of steps) expect(network.reaches).not.toContain("primary");
  });

  it("lets leg 2 drain before it fails over, when JUMP lives", () => {
    expect(outage("primary-lost").steps.map(({ id }) => id)).toEqual([
      "fence",
      "stop-consumers",
      "decide",
      "drained/2",
      "fail-over",
      "check-stopped",
      "leave-alone",
      "access",
      "re-point",
    ]);
  });

  it("does not fail over when JUMP alone is lost, or DR", () => {
    for (const what of ["jump-lost", "dr-lost"]) {
      expect(outage(what).steps.map(({ id }) => id)).not.toContain("fail-over");
    }
  });

  it("tells what is lost and read twice, from the model's numbers", () => {
    const both = outage("primary+jump-lost").text.join(" ");
    expect(both).toContain("the lag of primary-to-jump plus that of jump-to-dr");
    expect(both).toContain("less than 10 min before");
    expect(both).toContain("up to 60 s before (30 s + 30 s)");
    const one = outage("primary-lost").text.join(" ");
    expect(one).toContain("the lag of primary-to-jump at that moment");
    expect(one).toContain("jump-to-dr still has to copy is not lost");
  });

  it("makes a deleted dialling half again, and copies anew what a deleted receiving half took with it", () => {
    expect(linesOf(stepOf(written, outage("dialling-half-of-primary-jump-deleted").id, "create-again"))[0]).toBe(
      "terraform -chdir=cdktf.out/stacks/primary-to-jump plan -input=false -out=repair.tfplan",
    );
    const anew = outage("receiving-half-of-primary-jump-deleted").steps.flatMap((step) =>
      linesOf(step, "Confluent CLI"),
    );
    expect(anew).toEqual([
      "confluent kafka link list --cluster lkc-2222",
      "confluent kafka link list --cluster lkc-1111",
      "confluent kafka topic delete my_test_topic --cluster lkc-2222",
      "confluent kafka link delete primary-to-jump --cluster lkc-1111",
      "confluent kafka topic delete my_test_topic --cluster lkc-3333",
    ]);
  });

  it("never destroys a mirror topic of DR by Terraform", () => {
    const destroys = commandsOf(written).flatMap(({ operation }) =>
      "destroy" in operation && operation.kind === "plan" ? [[operation.stack, ...(operation.destroy ?? [])]] : [],
    );
    expect(destroys).toEqual([
      ["jump-to-dr", "confluent_cluster_link.link"],
      [
        "primary-to-jump",
        "confluent_cluster_link.link_receiving_DE6DD55A",
        "confluent_cluster_link.link_dialling_DEF39909",
      ],
    ]);
    const text = sectionOf(written, "failback/primary-jump-dr").steps[0]!.text.join(" ");
    expect(text).toContain("1 topic is not kept yet");
  });

  it("fails back in the order of the model's plan", () => {
    const { steps } = sectionOf(written, "failback/primary-jump-dr");
    expect(steps.map(({ id }) => id)).toEqual([
      "safe",
      "unprotect",
      "retire/jump-to-dr/link",
      "retire/primary-to-jump/link",
      "clear/primary",
      "reverse-chain",
      "switch-back",
      "forward-again",
    ]);
    expect(linesOf(steps[3]!, "Confluent CLI")).toEqual([
      "confluent kafka topic delete my_test_topic --cluster lkc-2222",
      "confluent kafka link delete primary-to-jump --cluster lkc-1111",
      "confluent kafka link delete primary-to-jump --cluster lkc-2222",
      "terraform -chdir=cdktf.out/stacks/primary-to-jump state rm confluent_cluster_link.link_receiving_DE6DD55A confluent_cluster_link.link_dialling_DEF39909 confluent_kafka_mirror_topic.mirrors_my_test_topic",
    ]);
  });

  it("rotates each key of each stack, and applies twice for the REST key of the half that waits", () => {
    const ids = sectionOf(written, "rotation").steps.map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith("new-key/"))).toEqual([
      "new-key/primary-to-jump/var.jump_api_key",
      "new-key/primary-to-jump/var.primary_api_key",
      "new-key/jump-to-dr/var.jump_api_key",
      "new-key/jump-to-dr/var.dr_api_key",
    ]);
    expect(ids.filter((id) => id.startsWith("use-key-again/"))).toEqual([
      "use-key-again/primary-to-jump/var.jump_api_key",
    ]);
    const key = stepOf(written, "rotation", "use-key/primary-to-jump/var.jump_api_key");
    expect(key.expect).toContain("len(credentialConfigs) is 0");
  });

  it.each([
    [
      "trouble/tainted",
      "terraform -chdir=cdktf.out/stacks/jump-to-dr untaint confluent_kafka_mirror_topic.mirrors_my_test_topic",
    ],
    ["trouble/conflict", "npx cluster-linking adopt --stack jump-to-dr"],
    ["trouble/extra-key", "confluent kafka link configuration list jump-to-dr --cluster lkc-3333"],
    ["trouble/endpoint", "terraform -chdir=cdktf.out/stacks/jump-to-dr plan -input=false"],
    [
      "trouble/promotion-timeout",
      "confluent kafka mirror state-transition-error list '<topic>' --link jump-to-dr --cluster lkc-3333",
    ],
  ])("%s has the line that mends it", (section, line) => {
    expect(sectionOf(written, section).steps.flatMap((step) => linesOf(step))).toContain(line);
  });

  it.each(["RBAC", "Schemas", "Connectors", "ksqlDB and Flink", "Transactions", "Internal topics"])(
    "says that links never carry %s",
    (what) => {
      expect(sectionOf(written, "limits").text.join("\n")).toContain(what);
    },
  );
});
