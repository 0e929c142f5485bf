import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { LOSSES } from "../../lib/cli/check-plan/losses";
import { run } from "../../lib/cli/run";
import { loadSchema } from "../../lib/rehearsal/provider/schema/load";
import type { Result } from "../../lib/cli/command";
import { TopicFilter } from "../../lib/model/filters";
import { chain, outdirOf } from "./documents";

const scratch = mkdtempSync(join(tmpdir(), "cluster-linking-plan-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const SECRET = "c4n4ry-0f-a-s3cr3t";
const credentials = [{ key: SECRET, secret: SECRET }];

interface Change {
  readonly address?: string;
  readonly type: string;
  readonly actions?: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
  readonly [member: string]: unknown;
}

let address = 0;
function planOf(changes: readonly Change[], more: object = {}): object {
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: { root_module: {} },
    variables: { jump_api_secret: { value: SECRET } },
    resource_changes: changes.map(
      ({ type, address: at = `${type}.x${++address}`, actions = ["delete"], before = null, after = null, ...rest }) => {
        const { before_sensitive = false, replace_paths, importing, ...members } = rest;
        return {
          address: at,
          mode: "managed",
          type,
          name: "x",
          ...members,
          change: { actions, before, after, before_sensitive, after_sensitive: false, replace_paths, importing },
        };
      },
    ),
    ...more,
  };
}

function write(content: string | Buffer): string {
  const file = join(mkdtempSync(join(scratch, "x")), "plan.json");
  writeFileSync(file, content);
  return file;
}

async function check(content: object | string | Buffer, ...args: readonly string[]): Promise<Result> {
  const text = typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content);
  const result = await run(["check-plan", write(text), ...args], { CDKTF_OUTDIR: join(scratch, "nowhere") });
  expect(result.text).not.toContain(SECRET);
  expect(result.text).not.toMatch(/^\s+at /m);
  return result;
}

const mirrorTopic = (topic: string, clusterId: string, link: string, status = "ACTIVE"): object => ({
  mirror_topic_name: topic,
  status,
  kafka_cluster: [{ id: clusterId, rest_endpoint: "https://x.example.test:443", credentials }],
  cluster_link: [{ link_name: link }],
  source_kafka_topic: [{ topic_name: topic }],
});

describe("what is refused", () => {
  it.each([
    ["confluent_cluster_link", "a half of link (no name told)", "everything that it copies stops"],
    ["confluent_kafka_mirror_topic", "mirror topic (no name told)", "every record of it"],
    ["confluent_kafka_topic", "topic (no name told)", "every record of it"],
    ["confluent_kafka_cluster", 'cluster "payments" c-1', "every topic on it with its records"],
    ["confluent_network", 'network "payments" c-1', "the way to its clusters"],
    ["confluent_private_link_access", 'private link access "payments" c-1', "the way to its clusters"],
    ["confluent_peering", 'peering "payments" c-1', "the way to its clusters"],
    ["confluent_dns_record", 'dns record "payments" c-1', "the way to its clusters"],
    ["confluent_environment", 'environment "payments" c-1', "everything in it: clusters, networks and topics"],
  ])("%s, deleted or replaced", async (type, what, lost) => {
    const before = { id: "c-1", display_name: "payments", credentials };
    for (const actions of [["delete"], ["delete", "create"], ["create", "delete"]]) {
      const { text, exitCode } = await check(planOf([{ type, actions, before }]));
      expect(exitCode).toBe(3);
      expect(text).toContain(`REFUSED  ${actions.length === 1 ? "delete" : "replace"} ${type}.x`);
      expect(text).toContain(what);
      expect(text).toContain(`  lost: ${lost}`);
    }
  });

  it("all of these types are known to the provider", () => {
    const known = JSON.stringify(loadSchema());
    for (const type of LOSSES.keys()) expect(known).toContain(`"${type}"`);
  });

  it("a deposed object, which a replacement left over", async () => {
    const before = { link_name: "a", link_mode: "BIDIRECTIONAL", local_kafka_cluster: [{ id: "lkc-1", credentials }] };
    const change = { type: "confluent_cluster_link", address: "confluent_cluster_link.a", deposed: "ab12", before };
    const { text, exitCode } = await check(planOf([change]));
    expect(exitCode).toBe(3);
    expect(text).toContain("REFUSED  delete confluent_cluster_link.a (deposed)\n  half of link a on lkc-1\n");
    expect(text).toContain("  why: it is left over from a replacement\n");
    const allowed = await check(planOf([change]), "--allow", "confluent_cluster_link.a", "--reason", "cleared up");
    expect(allowed.exitCode).toBe(0);
    expect(allowed.text).not.toContain("is not needed");
  });

  it("many: each address has its own lines, and one verdict stands at the end", async () => {
    const changes = ["a", "b"].map((topic) => ({
      type: "confluent_kafka_mirror_topic",
      before: mirrorTopic(topic, "lkc-2", "two"),
    }));
    const { text } = await check(planOf(changes));
    expect(text.match(/^REFUSED/gm)).toHaveLength(2);
    expect(text.split("\n").at(-1)).toContain("Refused: this plan would take along what 2 objects hold.");
  });
});

describe("what is fine", () => {
  const type = "confluent_cluster_link";
  it.each([
    ["creation", { type, actions: ["create"] }],
    ["a change in place", { type, actions: ["update"] }],
    ["nothing", { type, actions: ["no-op"] }],
    ["something that is forgotten", { type, actions: ["forget"] }],
    ["a new one beside one that is forgotten", { type, actions: ["create", "forget"] }],
    ["a key that goes", { type: "confluent_api_key", actions: ["delete"] }],
    ["something of another provider", { type: "azurerm_private_endpoint", actions: ["delete"] }],
    ["what is only read", { type, mode: "data", actions: ["delete"] }],
    ["a type from JavaScript", { type: "constructor", actions: ["delete"] }],
  ])("%s", async (_, change) => {
    expect(await check(planOf([change]))).toMatchObject({ exitCode: 0, failed: false });
  });

  it("a plan without any resource", async () => {
    expect((await check({ format_version: "1.2", planned_values: {} })).exitCode).toBe(0);
  });

  it.each([
    ["PAUSED", "ACTIVE", "PAUSE, nothing is copied until it is ACTIVE again: link two on lkc-2: a"],
    ["ACTIVE", "PAUSED", "goes on copying: link two on lkc-2: a"],
  ])("a mirror topic that becomes %s", async (status, was, told) => {
    const [before, after] = [mirrorTopic("a", "lkc-2", "two", was), mirrorTopic("a", "lkc-2", "two", status)];
    const { text, exitCode } = await check(
      planOf([{ type: "confluent_kafka_mirror_topic", actions: ["update"], before, after }]),
    );
    expect(exitCode).toBe(0);
    expect(text).toContain(told);
  });
});

describe("--allow", () => {
  const topic = { type: "confluent_kafka_topic", address: 'confluent_kafka_topic.t["a b"]' };
  it("lets one address go, and no other", async () => {
    const other = { type: "confluent_kafka_topic", address: "confluent_kafka_topic.t" };
    const args = ["--allow", topic.address, "--reason", "moved to DR"];
    expect((await check(planOf([topic]), ...args)).exitCode).toBe(0);
    const { text, exitCode } = await check(planOf([topic, other]), ...args);
    expect(exitCode).toBe(3);
    expect(text).toContain("REFUSED  delete confluent_kafka_topic.t\n");
    expect(text).toContain(`ALLOWED  delete ${topic.address}\n`);
    expect(text).toContain("  allowed: moved to DR");
  });

  it("is told when the plan does not need it", async () => {
    const { text, exitCode } = await check(planOf([]), "--allow", "confluent_kafka_topic.old", "--reason", "x");
    expect(exitCode).toBe(0);
    expect(text).toContain("--allow confluent_kafka_topic.old is not needed");
  });

  it.each([
    [["--allow", "a.b"], "--allow needs a --reason."],
    [["--allow", "a.b", "--reason", " "], "--allow needs a --reason."],
    [["--allow", "", "--reason", "x"], "--allow has an empty address."],
    [["--reason", "x"], "--reason is for --allow, which is missing."],
    [["other.json"], 'One plan at a time: "other.json" is too much.'],
    [["--force"], "Unknown option '--force'"],
  ])("misuse is 2: %s", async (args, problem) => {
    const result = await check(planOf([topic]), ...args);
    expect(result).toMatchObject({ exitCode: 2, failed: true });
    expect(result.text.split("\n")[0]).toContain(problem);
  });

  it("and no plan at all", async () => {
    for (const args of [[], [""]]) {
      expect((await run(["check-plan", ...args], {})).text).toContain("The plan is missing");
    }
  });
});

describe("input that is no plan: 2, and nothing of it is printed", () => {
  it.each([
    ["cut off", `{"format_version":"1.2","planned_values":{},"variables":{"s":{"value":"${SECRET}`, "is no JSON"],
    ["a word", SECRET, "is no JSON"],
    ["empty", "", "is empty"],
    ["null", "null", "is no plan that this release can read"],
    ["a list", `["${SECRET}"]`, "is no plan that this release can read"],
    ["another document", `{"version":1,"name":"${SECRET}"}`, "is no plan."],
    ["a newer form", '{"format_version":"2.0","planned_values":{}}', "in a form that this release does not know"],
    ["a form that is a secret", `{"format_version":"${SECRET}","planned_values":{}}`, "in a form"],
    ["changes that are none", '{"format_version":"1.2","resource_changes":{"a":1}}', "is no plan that this release"],
    ["a change that is none", `{"format_version":"1.2","resource_changes":["${SECRET}"]}`, "is no plan that this"],
    ["a change without a change", '{"format_version":"1.2","resource_changes":[{"address":"a.b"}]}', "is no plan"],
    ["bytes", Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), "is the plan as Terraform saves it"],
    ["other bytes", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0]), "is no JSON"],
  ])("%s", async (_, content, problem) => {
    const { text, exitCode, failed } = await check(content);
    expect({ exitCode, failed }).toEqual({ exitCode: 2, failed: true });
    expect(text).toContain(problem);
  });

  it("parts of a change that are missing", async () => {
    const plan = planOf([{ type: "confluent_kafka_topic" }]) as { resource_changes: Record<string, unknown>[] };
    delete plan.resource_changes[0]!["address"];
    expect((await check(plan)).text).toContain("has parts that this release cannot read");
  });

  it("an action that is not known: it is not taken for harmless", async () => {
    for (const actions of [["vanish"], [], ["constructor"]]) {
      const { text, exitCode } = await check(planOf([{ type: "confluent_kafka_topic", actions }]));
      expect(exitCode).toBe(2);
      expect(text).toContain("that this release does not know");
    }
  });

  it("a file that is not there, and a folder", async () => {
    expect((await run(["check-plan", join(scratch, "none.json")], {})).text).toMatch(/cannot be read \(ENOENT\)\.$/);
    expect((await run(["check-plan", scratch], {})).text).toMatch(/cannot be read \(EISDIR\)\.$/);
  });

  it("a plan that Terraform did not finish, unless what is in it is enough to refuse", async () => {
    const unfinished = await check(planOf([], { errored: true }));
    expect(unfinished.exitCode).toBe(2);
    expect(unfinished.text).toContain("Terraform failed while it made this plan");
    expect((await check(planOf([{ type: "confluent_network" }], { errored: true }))).exitCode).toBe(3);
  });
});

describe("forms of a file", () => {
  const plan = planOf([{ type: "confluent_kafka_topic" }]);
  it("takes what PowerShell writes, and a byte order mark", async () => {
    expect((await check(Buffer.from(`\ufeff${JSON.stringify(plan)}`, "utf16le"))).exitCode).toBe(3);
    expect((await check(`\ufeff${JSON.stringify(plan)}`)).exitCode).toBe(3);
  });
});

describe("what is printed", () => {
  it("nothing that Terraform calls sensitive, wherever the mark is", async () => {
    const before = { ...mirrorTopic(SECRET, "lkc-2", SECRET), status: SECRET };
    const marks = [
      true,
      { mirror_topic_name: true, status: true, cluster_link: true, source_kafka_topic: true },
      { mirror_topic_name: true, status: true, cluster_link: [{ link_name: true }], source_kafka_topic: [true] },
    ];
    for (const before_sensitive of marks) {
      const { text } = await check(planOf([{ type: "confluent_kafka_mirror_topic", before, before_sensitive }]));
      expect(text).toContain("mirror topic (no name told) on ");
    }
    const json = await check(
      planOf([{ type: "confluent_kafka_mirror_topic", before, before_sensitive: true }]),
      "--json",
    );
    expect(json.exitCode).toBe(3);
  });

  it("no command to a terminal, no second line and nothing that turns text round", async () => {
    const before = mirrorTopic("a\u001b[2J\u0085\nREFUSED\u202e", "lkc-2", "two");
    const { text } = await check(
      planOf([{ type: "confluent_kafka_mirror_topic", address: "confluent_kafka_mirror_topic.a\r\n", before }]),
    );
    expect(text).not.toMatch(/[\u001b\u0085\r\u202e]/);
    expect(text).toContain("mirror topic a\\u001b[2J\\u0085\\u000aREFUSED\\u202e on lkc-2");
    expect(text.match(/^REFUSED/gm)).toHaveLength(1);
  });

  it("the same for programs", async () => {
    const change = {
      type: "confluent_cluster_link",
      address: "confluent_cluster_link.a",
      actions: ["delete", "create"],
      action_reason: "replace_because_cannot_update",
      replace_paths: [["source_kafka_cluster", 0, "rest_endpoint"], ["a\nb"], 7],
      before: {
        link_name: "one",
        link_mode: "DESTINATION",
        connection_mode: "OUTBOUND",
        destination_kafka_cluster: [{ id: "lkc-3", credentials }],
      },
    };
    const { text, exitCode } = await check(planOf([change]), "--json");
    expect(exitCode).toBe(3);
    expect(JSON.parse(text)).toEqual({
      version: 1,
      refused: true,
      errored: false,
      findings: [
        {
          address: "confluent_cluster_link.a",
          action: "replace",
          why: "it cannot be changed in place: source_kafka_cluster.rest_endpoint; ignoreEndpointChanges keeps it where the text alone is another",
          allowed: false,
          what: "destination of link one on lkc-3",
          lost: [
            "everything that it copies stops",
            "its settings and its tie to its mirror topics: they do not take up a new link, they have to be made and copied anew",
            "the new one has to be let in and come up before anything is copied again",
          ],
          instead: 'a "removed" block with destroy = false gives it up and leaves it as it is',
        },
      ],
      notices: ["Judged without cluster-linking.json, and so without what stops elsewhere."],
    });
  });
});

describe("with cluster-linking.json", () => {
  const out = outdirOf(chain({ topics: ["orders"], autoCreate: [TopicFilter.includePrefix("audit")] }));
  const at = async (change: Change): Promise<string> => (await check(planOf([change]), "--out", out)).text;

  it("a topic of PRIMARY: what is copied from it on both clusters after it, also by a filter", async () => {
    for (const topic of ["orders", "audit.a"]) {
      const before = { topic_name: topic, kafka_cluster: [{ id: "lkc-1111" }], credentials };
      const text = await at({ type: "confluent_kafka_topic", before });
      expect(text).toContain(`topic ${topic} on primary (lkc-1111)\n`);
      expect(text).toContain(`  lost: ${topic} on jump stops: primary-to-jump has nothing to copy`);
      expect(text).toContain(`  lost: ${topic} on dr stops: jump-to-dr has nothing to copy`);
    }
    const before = { topic_name: "other", kafka_cluster: [{ id: "lkc-1111" }] };
    expect(await at({ type: "confluent_kafka_topic", before })).not.toContain("stops");
  });

  it("a cluster: its links", async () => {
    const text = await at({ type: "confluent_kafka_cluster", before: { id: "lkc-2222", display_name: "hub" } });
    expect(text).toContain('  cluster "hub" jump (lkc-2222)\n');
    expect(text).toContain("  lost: primary-to-jump: primary -> jump ends\n");
    expect(text).toContain("  lost: jump-to-dr: jump -> dr ends\n");
  });

  it("does not change the verdict, and has to be there only where it was asked for", async () => {
    const plan = planOf([{ type: "confluent_network" }]);
    expect((await check(plan, "--out", out)).exitCode).toBe(3);
    expect((await check(plan)).exitCode).toBe(3);
    const nowhere = await check(planOf([]), "--out", join(scratch, "nowhere"));
    expect(nowhere).toMatchObject({ exitCode: 2, failed: true });
  });

  it("judges 5,000 mirror topics in seconds", async () => {
    const topics = Array.from({ length: 5000 }, (_, i) => `topic-${i}`);
    const large = outdirOf(chain({ topics }));
    const changes = topics.map((topic) => ({
      type: "confluent_kafka_mirror_topic",
      before: mirrorTopic(topic, "lkc-2222", "primary-to-jump"),
    }));
    const plan = planOf(changes);
    const begin = performance.now();
    const { text, exitCode } = await check(plan, "--out", large);
    const all = performance.now() - begin;
    expect(exitCode).toBe(3);
    expect(text.match(/^REFUSED/gm)).toHaveLength(5000);
    expect(text).toContain("lost: topic-4999 on dr stops");
    expect(all).toBeLessThan(10_000);
  });
});
