import { describe, expect, it } from "vitest";
import { restCalls } from "../../lib/rehearsal/drills/confluent";
import { chosenForms, Book } from "../../lib/rehearsal/drills/book";
import { drillGroups, drillTopics } from "../../lib/rehearsal/drills/names";
import type { DrillStep, Scenario } from "../../lib/rehearsal/drills/scenario";
import type { DocumentFilter, TopologyDocument } from "../../lib/model/document";
import type { Operation, Step } from "../../lib/runbook/structure";
import type { RunbookChain } from "../../lib/runbook/topology";
import { document as without, include } from "../rehearsal/terraform/documents";
import { describeWithTerraform } from "../e2e/support";
import { forward, play } from "./support";

const document = (...legs: Parameters<typeof without>): TopologyDocument => ({
  ...without(...legs),
  stacks: ["one", "two"].map((name) => ({ name, dependsOn: [] })),
});

const chainOf = (written: TopologyDocument): RunbookChain => new Book(written, { out: "x" }).topology.chains[0]!;

describe("topics that are rehearsed with", () => {
  const topics = (one: Parameters<typeof document>[0], two: Parameters<typeof document>[1]): unknown[] =>
    drillTopics(chainOf(document(one, two))).map(({ names, arrives, origin }) => [names.join(" "), arrives, origin]);

  it("are those that the app names, and one for each filter that lets something through", () => {
    const filters = [include("audit"), include("exact", "LITERAL"), include("*", "LITERAL")];
    expect(topics({ topics: ["orders"], filters }, { topics: ["orders"], filters: filters.slice(0, 2) })).toEqual([
      ["orders orders orders", true, "explicit"],
      ["audit_drill audit_drill audit_drill", true, "filter"],
      ["exact exact exact", true, "filter"],
      ["drill_topic drill_topic", false, "filter"],
    ]);
  });

  it("have the names that prefixes give them, and are not made up where a filter excludes them", () => {
    const exclude: DocumentFilter = { ...include("no"), filterType: "EXCLUDE" };
    expect(
      topics({ topics: ["orders"], filters: [include("no"), exclude], prefix: "p." }, { topics: ["p.orders"] }),
    ).toEqual([["orders p.orders p.orders", true, "explicit"]]);
  });
});

describe("groups that are rehearsed with", () => {
  const withGroups = (one: readonly DocumentFilter[], two: readonly DocumentFilter[]): TopologyDocument => {
    const written = document({ topics: ["orders"] }, { topics: ["orders"] });
    const legs = written.legs.map((leg, i) => ({
      ...leg,
      consumerOffsetSync: { enabled: true, intervalMs: 30_000, filters: [one, two][i]! },
    }));
    return { ...written, legs };
  };
  const groups = (written: TopologyDocument): unknown[] =>
    drillGroups(chainOf(written)).map(({ names, arrives }) => [names.join(" "), arrives]);

  it("are carried by the filters of every leg", () => {
    expect(groups(withGroups([include("*", "LITERAL")], [include("app")]))).toEqual([
      ["app-drill app-drill app-drill", true],
    ]);
    expect(groups(withGroups([include("*", "LITERAL")], [include("*", "LITERAL")]))).toEqual([
      ["drill-consumers drill-consumers drill-consumers", true],
    ]);
  });

  it("are one that is not carried, where no filter carries any", () => {
    const alone = [["drill-consumers", false]];
    expect(groups(withGroups([include("a")], [include("b")]))).toEqual(alone);
    expect(groups(document({ topics: ["orders"] }, { topics: ["orders"] }))).toEqual(alone);
  });
});

describe("what the Confluent CLI does, by REST", () => {
  it.each<[Operation, string | undefined]>([
    [{ kind: "link-list", cluster: "c" }, "GET /links"],
    [{ kind: "link-describe", cluster: "c", link: "a/b" }, "GET /links/a%2Fb"],
    [{ kind: "link-configuration", cluster: "c", link: "l" }, "GET /links/l/configs"],
    [{ kind: "link-tasks", cluster: "c", link: "l" }, "GET /links/l?include_tasks=true"],
    [{ kind: "link-delete", cluster: "c", link: "l" }, "DELETE /links/l"],
    [{ kind: "mirror-list", cluster: "c", link: "l" }, "GET /links/l/mirrors"],
    [
      { kind: "mirror-promote", cluster: "c", link: "l", mirrorTopics: ["t"] },
      'POST /links/l/mirrors:promote {"mirror_topic_names":["t"]}',
    ],
    [
      { kind: "mirror-failover", cluster: "c", link: "l", mirrorTopics: ["t"] },
      'POST /links/l/mirrors:failover {"mirror_topic_names":["t"]}',
    ],
    [
      { kind: "topic-create", cluster: "c", topic: "t", partitions: 2 },
      'POST /topics {"topic_name":"t","partitions_count":2}',
    ],
    [
      { kind: "mirror-create", cluster: "c", link: "l", topics: [{ topic: "t", mirrorTopic: "p.t" }] },
      'POST /links/l/mirrors {"source_topic_name":"t","mirror_topic_name":"p.t"}',
    ],
    [{ kind: "topic-delete", cluster: "c", topics: ["t", "u"] }, "DELETE /topics/t, DELETE /topics/u"],
    [{ kind: "key-store", cluster: "c" }, undefined],
  ])("%j", (operation, calls) => {
    const told = restCalls(operation)?.map(({ method, path, body }) =>
      [method, path, ...(body ? [JSON.stringify(body)] : [])].join(" "),
    );
    expect(told?.join(", ")).toBe(calls);
  });
});

describe("the forms of a step", () => {
  const form = (tool: Step["forms"][number]["tool"]): Step["forms"][number] => ({ tool, commands: [] });
  const step = (...tools: Step["forms"][number]["tool"][]): Step => ({ forms: tools.map(form) }) as unknown as Step;
  const tools = (chosen: readonly Step["forms"][number][]): string[] => chosen.map(({ tool }) => tool);

  it("are alternatives, Terraform before others, unless tools are named", () => {
    expect(tools(chosenForms(step("cdktf", "Confluent CLI", "terraform"), undefined))).toEqual(["terraform"]);
    expect(tools(chosenForms(step("cdktf", "HCP Terraform"), undefined))).toEqual(["HCP Terraform"]);
    expect(tools(chosenForms(step("terraform", "Confluent CLI"), ["Confluent CLI", "terraform"]))).toEqual([
      "Confluent CLI",
      "terraform",
    ]);
    expect(chosenForms(step(), undefined)).toEqual([]);
  });

  it("are looked up by the ids of the runbook", () => {
    const book = new Book(document({ topics: ["orders"] }, { topics: ["orders"] }), { out: "x" });
    expect(book.step("deploy", "synth").title).toBe("Synthesise");
    expect(() => book.section("nothing")).toThrow("The runbook has no section nothing.");
    expect(() => book.step("deploy", "nothing")).toThrow("The section deploy of the runbook has no step nothing.");
  });
});

describeWithTerraform("commands of the runbook", () => {
  it("that look, and the canary, work as they stand", async () => {
    const step: DrillStep = {
      title: "Look, and fail one topic over for real",
      does: async (drill) => {
        const { book } = drill;
        await drill.follow("deploy", "synth", { tools: ["cdktf"] });
        await drill.follow("prepare", "store-keys");
        for (const { data } of drill.chain.legs) await drill.follow("verify", `links/${data.path}`);
        const [form] = book.step("drill", "canary").forms;
        for (const command of form!.commands) {
          await drill.command(command, book);
          await drill.pass(10_000);
        }
      },
      promises: [],
    };
    const scenario: Scenario = { name: "test", title: "test", leastLegs: 1, restsOn: [], steps: () => [step] };
    const report = await play(forward({ topics: ["orders"], prefixes: [] }), scenario);
    expect(report.steps.at(-1)?.problem).toBeUndefined();
    expect(report.held).toBe(true);
    const done = report.steps.find(({ title }) => title === step.title);
    expect(done?.commands.map(({ line, equivalent }) => `${line.replace(/--config.*/, "")} | ${equivalent}`)).toEqual(
      expect.arrayContaining([
        "npx cdktf synth --output OUT | not run: the stacks are rehearsed as they were synthesised".replace(
          "OUT",
          String(done?.commands[0]?.line.split(" ").at(-1)),
        ),
        "confluent kafka topic create dr-canary --partitions 1 --cluster lkc-1111 | POST /topics on lkc-1111",
        "confluent kafka mirror failover dr-canary --link jump-to-dr --cluster lkc-3333 | POST /links/jump-to-dr/mirrors:failover on lkc-3333",
        "confluent kafka topic delete dr-canary --cluster lkc-1111 | DELETE /topics/dr-canary on lkc-1111",
      ]),
    );
  });
});
