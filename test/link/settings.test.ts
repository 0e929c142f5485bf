import type { TerraformStack } from "cdktf";
import { TerraformVariable } from "cdktf";
import { describe, expect, it } from "vitest";
import { ApiKey } from "../../lib/kafka/api-key";
import { StartOffset, type ReceivingSettings } from "../../lib/link/link-settings";
import { ReceivingHalf } from "../../lib/link/receiving-half";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { AclFilter, GroupFilter, TopicFilter } from "../../lib/model/filters";
import { resources, synthToJson } from "../support/synth";
import { JUMP, PRIMARY, stackWithProvider } from "./clusters";

type Config = Record<string, string>;

/** The config of a link with these settings; `around` adds mirror sets. */
function configOf(
  settings: (variable: (name: string, type?: string) => TerraformVariable) => ReceivingSettings,
  around: (half: ReceivingHalf, stack: TerraformStack) => void = () => undefined,
): Config {
  const { stacks } = synthToJson((app) => {
    const stack = stackWithProvider(app);
    const half = new ReceivingHalf(stack, "half", {
      linkName: "link",
      source: PRIMARY,
      destination: JUMP,
      destinationCredentials: ApiKey.fromVariables(stack, "jump"),
      ...settings((name, type = "string") => new TerraformVariable(stack, name, { type })),
    });
    around(half, stack);
  });
  return resources(stacks["stack"], "confluent_cluster_link")["half"].config as Config;
}

const SWITCHES = {
  "acl.sync.enable": "false",
  "auto.create.mirror.topics.enable": "false",
  "consumer.offset.sync.enable": "false",
};

const GROUPS = '{"groupFilters":[{"name":"billing","patternType":"PREFIXED","filterType":"INCLUDE"}]}';

describe("the config of a half that receives", () => {
  it("always has the switches of its features", () => {
    expect(configOf(() => ({}))).toEqual(SWITCHES);
  });

  it("has a prefix, with the switch for consumer groups", () => {
    expect(configOf(() => ({ prefix: "west." }))).toEqual({
      ...SWITCHES,
      "cluster.link.prefix": "west.",
      "consumer.group.prefix.enable": "false",
    });
    expect(configOf(() => ({ prefix: "west.", consumerGroupPrefix: true }))).toMatchObject({
      "consumer.group.prefix.enable": "true",
    });
    expect(
      configOf((variable) => ({
        prefix: variable("prefix").stringValue,
        consumerGroupPrefix: variable("groups", "bool").booleanValue,
      })),
    ).toEqual({
      ...SWITCHES,
      "cluster.link.prefix": "${var.prefix}",
      "consumer.group.prefix.enable": "${var.groups}",
    });
  });

  it("has offset sync", () => {
    const groups = [GroupFilter.includePrefix("billing")];
    const on = {
      ...SWITCHES,
      "consumer.offset.sync.enable": "true",
      "consumer.offset.sync.ms": "30000",
      "consumer.offset.group.filters": GROUPS,
    };
    expect(configOf(() => ({ consumerOffsetSync: { groups } }))).toEqual(on);
    expect(configOf(() => ({ consumerOffsetSync: { groups, enabled: true, intervalMs: 1000 } }))).toEqual({
      ...on,
      "consumer.offset.sync.ms": "1000",
    });
    expect(configOf(() => ({ consumerOffsetSync: { groups, enabled: false } }))).toEqual({
      ...on,
      "consumer.offset.sync.enable": "false",
    });
    expect(
      configOf((variable) => ({
        consumerOffsetSync: {
          groups: [GroupFilter.include(variable("group").stringValue), GroupFilter.exclude("test")],
          enabled: variable("sync", "bool").booleanValue,
          intervalMs: variable("interval", "number").numberValue,
        },
      })),
    ).toEqual({
      ...SWITCHES,
      "consumer.offset.sync.enable": "${var.sync}",
      "consumer.offset.sync.ms": "${var.interval}",
      "consumer.offset.group.filters":
        '{"groupFilters":[{"name":${jsonencode(tostring(var.group))},"patternType":"LITERAL","filterType":"INCLUDE"},' +
        '{"name":"test","patternType":"LITERAL","filterType":"EXCLUDE"}]}',
    });
  });

  it("has ACL sync", () => {
    const filters = [
      AclFilter.of({
        accessFilter: { permissionType: "allow", operation: "read", host: "*", principal: "User:sa-1" },
        resourceFilter: { name: "orders", patternType: "literal", resourceType: "topic" },
      }),
      AclFilter.of({
        resourceFilter: { resourceType: "any", patternType: "any" },
        accessFilter: { operation: "any", permissionType: "any", principal: "User:sa-2" },
      }),
    ];
    const text =
      '{"aclFilters":[{"resourceFilter":{"resourceType":"topic","patternType":"literal","name":"orders"},' +
      '"accessFilter":{"principal":"User:sa-1","host":"*","operation":"read","permissionType":"allow"}},' +
      '{"resourceFilter":{"resourceType":"any","patternType":"any"},' +
      '"accessFilter":{"principal":"User:sa-2","operation":"any","permissionType":"any"}}]}';
    const on = { ...SWITCHES, "acl.sync.enable": "true", "acl.sync.ms": "5000", "acl.filters": text };
    expect(configOf(() => ({ aclSync: { filters } }))).toEqual(on);
    expect(configOf(() => ({ aclSync: { filters, enabled: false, intervalMs: 60000 } }))).toEqual({
      ...on,
      "acl.sync.enable": "false",
      "acl.sync.ms": "60000",
    });
    const tokens = configOf((variable) => ({
      aclSync: {
        filters: [
          AclFilter.of({
            resourceFilter: { resourceType: "topic", patternType: "literal" },
            accessFilter: { principal: variable("who").stringValue, operation: "any", permissionType: "any" },
          }),
        ],
        enabled: variable("sync", "bool").booleanValue,
        intervalMs: variable("interval", "number").numberValue,
      },
    }));
    expect(Object.keys(tokens)).toEqual(Object.keys(on).sort());
    expect(tokens).toMatchObject({
      "acl.sync.enable": "${var.sync}",
      "acl.sync.ms": "${var.interval}",
      "acl.filters":
        '{"aclFilters":[{"resourceFilter":{"resourceType":"topic","patternType":"literal"},' +
        '"accessFilter":{"principal":${jsonencode(tostring(var.who))},"operation":"any","permissionType":"any"}}]}',
    });
  });

  it("has topic config sync", () => {
    const include = [
      "cleanup.policy",
      "max.message.bytes",
      "message.timestamp.difference.max.ms",
      "message.timestamp.type",
      "retention.ms",
    ] as const;
    expect(configOf(() => ({ topicConfigSync: {} }))).toEqual({ ...SWITCHES, "topic.config.sync.ms": "5000" });
    expect(configOf(() => ({ topicConfigSync: { intervalMs: 10000, include } }))).toEqual({
      ...SWITCHES,
      "topic.config.sync.ms": "10000",
      "topic.config.sync.include": include.join(","),
    });
    expect(
      configOf((variable) => ({
        topicConfigSync: {
          intervalMs: variable("interval", "number").numberValue,
          include: [...include.slice(0, 4), variable("last").stringValue as "retention.ms"],
        },
      })),
    ).toEqual({
      ...SWITCHES,
      "topic.config.sync.ms": "${var.interval}",
      "topic.config.sync.include": `${include.slice(0, 4).join(",")},\${var.last}`,
    });
  });

  it.each<[string, (variable: (name: string) => TerraformVariable) => StartOffset, string]>([
    ["the oldest record", () => StartOffset.EARLIEST, "earliest"],
    ["the records to come", () => StartOffset.LATEST, "latest"],
    ["a moment", () => StartOffset.at(new Date("2026-02-03T04:05:06Z")), "2026-02-03T04:05:06.000Z"],
    ["a text", () => StartOffset.of("2026-02-03T04:05:06Z"), "2026-02-03T04:05:06Z"],
    ["a token", (variable) => StartOffset.of(variable("start").stringValue), "${var.start}"],
  ])("starts at %s", (_, startOffset, value) => {
    expect(configOf((variable) => ({ startOffset: startOffset(variable) }))).toEqual({
      ...SWITCHES,
      "mirror.start.offset.spec": value,
    });
  });

  it("takes raw entries that no typed setting writes, tokens too", () => {
    const rawConfig = {
      "acl.sync.ms": "7000",
      "consumer.offset.sync.enable": "true",
      "consumer.offset.group.filters": GROUPS,
    } as const;
    expect(configOf(() => ({ rawConfig }))).toEqual({ ...SWITCHES, ...rawConfig });
    expect(
      configOf((variable) => ({
        rawConfig: { "acl.sync.ms": variable("interval").stringValue, "auto.create.mirror.topics.enable": "${1 == 1}" },
      })),
    ).toEqual({ ...SWITCHES, "acl.sync.ms": "${var.interval}", "auto.create.mirror.topics.enable": "${1 == 1}" });
  });
});

describe("the auto-create filters of a link", () => {
  const filters = (...names: string[]): string =>
    JSON.stringify({
      topicFilters: names.map((name) => ({ name, patternType: "PREFIXED", filterType: "INCLUDE" })),
    });
  const prefixes = (...names: string[]): TopicFilter[] => names.map((name) => TopicFilter.includePrefix(name));
  const autoCreateOf = (around: (half: ReceivingHalf, stack: TerraformStack) => void): (string | undefined)[] => {
    const config = configOf(() => ({}), around);
    return [config["auto.create.mirror.topics.enable"], config["auto.create.mirror.topics.filters"]];
  };

  it("come from all its mirror sets, in their order, each entry once", () => {
    expect(
      autoCreateOf((link, stack) => {
        new MirrorSet(stack, "one", { link, autoCreate: prefixes("b", "a") });
        new MirrorSet(stack, "explicit", { link, topics: ["orders"] });
        new MirrorSet(stack, "two", { link, autoCreate: prefixes("a", "c") });
      }),
    ).toEqual(["true", filters("b", "a", "c")]);
  });

  it("keep their text when they are switched off", () => {
    expect(
      autoCreateOf((link, stack) => {
        new MirrorSet(stack, "one", { link, autoCreate: { enabled: false, filters: prefixes("a") } });
      }),
    ).toEqual(["false", filters("a")]);
  });

  it("are on when one of the sets is on, and up to Terraform when one may be", () => {
    const enabledBy = (...switches: ("on" | "off" | "token")[]): string | undefined =>
      autoCreateOf((link, stack) => {
        for (const [i, each] of switches.entries()) {
          const enabled =
            each === "token" ? new TerraformVariable(stack, "on", { type: "bool" }).booleanValue : each === "on";
          new MirrorSet(stack, `set${i}`, { link, autoCreate: { enabled, filters: prefixes(`p${i}`) } });
        }
      })[0];
    expect(enabledBy("off", "on")).toBe("true");
    expect(enabledBy("off", "off")).toBe("false");
    expect(enabledBy("off", "token")).toBe("${var.on}");
    expect(enabledBy("token", "on")).toBe("true");
  });

  it("take names that only Terraform knows", () => {
    const [, text] = autoCreateOf((link, stack) => {
      const team = new TerraformVariable(stack, "team", { type: "string" }).stringValue;
      new MirrorSet(stack, "set", { link, autoCreate: [TopicFilter.includePrefix(`${team}-`)] });
    });
    expect(text).toBe(
      '{"topicFilters":[{"name":${jsonencode("${var.team}-")},"patternType":"PREFIXED","filterType":"INCLUDE"}]}',
    );
  });
});
