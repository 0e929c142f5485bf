import { describe, expect, it } from "vitest";
import { checkAgainstProviderSchema } from "./provider-schema";
import type { Json } from "./synth";

const valid: Json = {
  "//": { metadata: { stackName: "${var.comment}" } },
  terraform: { required_providers: { confluent: { source: "confluentinc/confluent", version: "2.83.0" } } },
  provider: {
    confluent: [
      { cloud_api_key: "${var.key}", max_retries: "10" },
      { alias: "east", oauth: [] },
    ],
  },
  variable: { key: { type: "string" }, east: { type: "map(string)" } },
  module: { network: { source: "./network" } },
  locals: { prefix: "east", none: [] },
  data: {
    confluent_kafka_cluster: {
      east: { provider: "confluent.east", id: "lkc-east", environment: { id: "env-east" }, "//": { path: "x" } },
    },
    terraform_remote_state: { network: { backend: "local", anything: true } },
  },
  resource: {
    confluent_cluster_link: {
      main: {
        provider: "confluent",
        link_name: "${local.prefix}-$${var.literal}-main",
        link_mode: "BIDIRECTIONAL",
        cluster_link_id: null,
        config: { "consumer.offset.sync.enable": true, "consumer.offset.sync.ms": 30000, none: null },
        local_kafka_cluster: {
          id: "${data.confluent_kafka_cluster.east.id}",
          rest_endpoint: '${lookup(var.east, "var.rest-${local.prefix}", "confluent_a.b")}',
          credentials: [{ key: "K", secret: '${var.east["a\\"b"]}' }],
        },
        dynamic: {
          remote_kafka_cluster: {
            for_each: "${toset(local.none)}",
            content: { id: "${each.value.confluent_gone.id}", dynamic: {} },
          },
        },
        depends_on: ["data.confluent_kafka_cluster.east", "terraform_data.gate", "module.network"],
        lifecycle: {
          prevent_destroy: "true",
          ignore_changes: ['config["acl.filters"]', "local_kafka_cluster[0].credentials"],
          replace_triggered_by: ["terraform_data.gate.output"],
          precondition: [{ condition: '${var.key != ""}', error_message: "no key" }],
        },
      },
    },
    confluent_kafka_mirror_topic: {
      orders: {
        for_each: { orders: "a" },
        source_kafka_topic: [{ topic_name: "${each.key}" }],
        cluster_link: [{ link_name: "${confluent_cluster_link.main.link_name}" }],
        kafka_cluster: [{ id: 'x-%{ if local.prefix == "" }${terraform.workspace}%{ endif }' }],
        lifecycle: { ignore_changes: "all" },
        provisioner: [{ "local-exec": { command: "${self.id}" } }],
      },
    },
    terraform_data: { gate: { input: { anything: ["${path.module}"] } } },
  },
  output: { topic: { value: '${confluent_kafka_mirror_topic.orders["orders"].status}' } },
  import: [{ to: 'confluent_kafka_mirror_topic.orders["orders"]', id: "lkc/orders", provider: "confluent.east" }],
  moved: [{ from: "confluent_cluster_link.old", to: "confluent_cluster_link.main" }],
  removed: [{ from: "confluent_kafka_topic.gone", lifecycle: { destroy: false } }],
  check: {
    link: {
      data: { confluent_kafka_cluster: { again: { id: "lkc", environment: [{ id: "env" }] } } },
      assert: [{ condition: '${data.confluent_kafka_cluster.again.id != ""}', error_message: "gone" }],
    },
  },
};

const link = (document: Json): Json => document.resource.confluent_cluster_link.main;
const mirror = (document: Json): Json => document.resource.confluent_kafka_mirror_topic.orders;
const LINK = "resource.confluent_cluster_link.main";
const MIRROR = "resource.confluent_kafka_mirror_topic.orders";

const broken: [string, (document: Json) => unknown, ...string[]][] = [
  ["unknown top-level key", (d) => (d.resources = {}), "resources: unknown top-level key"],
  [
    "unknown resource type",
    (d) => (d.resource.confluent_mirror = { a: {} }),
    "resource.confluent_mirror.a: unknown resource type confluent_mirror",
  ],
  [
    "unknown data source type",
    (d) => (d.data.confluent_cluster = { a: {} }),
    "data.confluent_cluster.a: unknown data source type confluent_cluster",
  ],
  [
    "resource that is no object",
    (d) => (d.resource.terraform_data.b = "x"),
    'resource.terraform_data.b: expected object, got "x"',
  ],
  ["bad name", (d) => (d.resource.terraform_data["1st"] = {}), 'resource.terraform_data["1st"]: "1st" is not a name'],
  [
    "two bodies for one address",
    (d) => (d.resource.terraform_data.gate = [{}, {}]),
    "resource.terraform_data.gate[1]: terraform_data.gate is declared twice",
  ],
  ["unknown attribute", (d) => (link(d).name = "x"), `${LINK}.name: unknown attribute or block`],
  ["camel case", (d) => (link(d).linkMode = null), `${LINK}.linkMode: unknown attribute or block`],
  [
    "unknown nested attribute",
    (d) => (link(d).local_kafka_cluster.credentials[0].password = "x"),
    `${LINK}.local_kafka_cluster.credentials[0].password: unknown attribute or block`,
  ],
  [
    "resource-only meta-argument on a data source",
    (d) => (d.data.confluent_kafka_cluster.east.connection = {}),
    "data.confluent_kafka_cluster.east.connection: unknown attribute or block",
  ],
  ["required attribute missing", (d) => delete link(d).link_name, `${LINK}.link_name: required attribute is missing`],
  ["required attribute null", (d) => (link(d).link_name = null), `${LINK}.link_name: required attribute is missing`],
  [
    "required nested attribute missing",
    (d) => delete link(d).local_kafka_cluster.credentials[0].secret,
    `${LINK}.local_kafka_cluster.credentials[0].secret: required attribute is missing`,
  ],
  [
    "computed attribute set",
    (d) => (link(d).cluster_link_id = "x"),
    `${LINK}.cluster_link_id: computed attribute cannot be set`,
  ],
  ["list for a string", (d) => (link(d).link_mode = ["X"]), `${LINK}.link_mode: expected string, got ["X"]`],
  ["object for a string", (d) => (link(d).link_mode = { a: 1 }), `${LINK}.link_mode: expected string, got {"a":1}`],
  ["list for a map", (d) => (link(d).config = []), `${LINK}.config: expected map, got []`],
  ["string for a map", (d) => (link(d).config = "$${var.a}"), `${LINK}.config: expected map, got "$\${var.a}"`],
  [
    "object in a map of strings",
    (d) => (link(d).config["acl.filters"] = { aclFilters: [] }),
    `${LINK}.config["acl.filters"]: expected string, got {"aclFilters":[]}`,
  ],
  ["word for a number", (d) => (link(d).count = "two"), `${LINK}.count: expected number, got "two"`],
  [
    "bool for a number",
    (d) => (d.provider.confluent[0].max_retries = true),
    "provider.confluent[0].max_retries: expected number, got true",
  ],
  [
    "word for a bool",
    (d) => (link(d).lifecycle.prevent_destroy = "yes"),
    `${LINK}.lifecycle.prevent_destroy: expected bool, got "yes"`,
  ],
  [
    "string for a set",
    (d) => (d.resource.confluent_ip_group = { a: { group_name: "a", cidr_blocks: "10.0.0.0/8" } }),
    'resource.confluent_ip_group.a.cidr_blocks: expected set, got "10.0.0.0/8"',
  ],
  [
    "null in a set",
    (d) => (d.resource.confluent_ip_group = { a: { group_name: "a", cidr_blocks: [null] } }),
    "resource.confluent_ip_group.a.cidr_blocks[0]: null in a set",
  ],
  [
    "too few blocks",
    (d) => delete mirror(d).cluster_link,
    `${MIRROR}.cluster_link: at least 1 block(s) required, got 0`,
  ],
  ["no blocks", (d) => (mirror(d).kafka_cluster = []), `${MIRROR}.kafka_cluster: at least 1 block(s) required, got 0`],
  [
    "too many blocks",
    (d) => mirror(d).cluster_link.push({ link_name: "b" }),
    `${MIRROR}.cluster_link: at most 1 block(s) allowed, got 2`,
  ],
  [
    "scalar block",
    (d) => (mirror(d).cluster_link = "${var.key}"),
    `${MIRROR}.cluster_link: expected object, got "\${var.key}"`,
  ],
  [
    "dynamic block of an unknown name",
    (d) => (link(d).dynamic.kafka_cluster = { for_each: [], content: {} }),
    `${LINK}.dynamic.kafka_cluster: unknown block`,
  ],
  [
    "dynamic block without content",
    (d) => delete link(d).dynamic.remote_kafka_cluster.content,
    `${LINK}.dynamic.remote_kafka_cluster.content: at least 1 block(s) required, got 0`,
  ],
  [
    "dynamic block with wrong content",
    (d) => (link(d).dynamic.remote_kafka_cluster.content = { endpoint: "x" }),
    `${LINK}.dynamic.remote_kafka_cluster.content.endpoint: unknown attribute or block`,
    `${LINK}.dynamic.remote_kafka_cluster.content.id: required attribute is missing`,
  ],
  [
    "dynamic block without for_each",
    (d) => delete link(d).dynamic.remote_kafka_cluster.for_each,
    `${LINK}.dynamic.remote_kafka_cluster.for_each: required attribute is missing`,
  ],
  ["count with for_each", (d) => (mirror(d).count = 1), `${MIRROR}: count and for_each exclude each other`],
  [
    "list in for_each",
    (d) => (mirror(d).for_each = ["a"]),
    `${MIRROR}.for_each: expected a map or an expression, got ["a"]`,
  ],
  [
    "depends_on with an expression",
    (d) => (link(d).depends_on = ["${terraform_data.gate}"]),
    `${LINK}.depends_on[0]: "\${terraform_data.gate}" is not a plain address`,
  ],
  [
    "depends_on with an attribute",
    (d) => (link(d).depends_on = ["terraform_data.gate.id"]),
    `${LINK}.depends_on[0]: "terraform_data.gate.id" is not a plain address`,
  ],
  [
    "depends_on of something absent",
    (d) => (mirror(d).depends_on = ["confluent_cluster_link.other"]),
    `${MIRROR}.depends_on[0]: confluent_cluster_link.other is not a resource, data source or module of this document`,
  ],
  [
    "depends_on of a variable",
    (d) => (d.output.topic.depends_on = ["var.key"]),
    "output.topic.depends_on[0]: var.key is not a resource, data source or module of this document",
  ],
  [
    "depends_on that is no list",
    (d) => (link(d).depends_on = "terraform_data.gate"),
    `${LINK}.depends_on: expected list, got "terraform_data.gate"`,
  ],
  [
    "unknown lifecycle member",
    (d) => (link(d).lifecycle.prevent_delete = true),
    `${LINK}.lifecycle.prevent_delete: unknown attribute or block`,
  ],
  [
    "computed prevent_destroy",
    (d) => (link(d).lifecycle.prevent_destroy = "${var.key}"),
    `${LINK}.lifecycle.prevent_destroy: must be a literal`,
  ],
  [
    "precondition without a message",
    (d) => delete link(d).lifecycle.precondition[0].error_message,
    `${LINK}.lifecycle.precondition[0].error_message: required attribute is missing`,
  ],
  [
    "ignore_changes of an unknown attribute",
    (d) => (link(d).lifecycle.ignore_changes = ["name"]),
    `${LINK}.lifecycle.ignore_changes[0]: unknown attribute or block name`,
  ],
  [
    "ignore_changes with an expression",
    (d) => (link(d).lifecycle.ignore_changes = ["${local.prefix}"]),
    `${LINK}.lifecycle.ignore_changes[0]: "\${local.prefix}" is not a plain attribute path`,
  ],
  [
    "ignore_changes that is no list",
    (d) => (link(d).lifecycle.ignore_changes = "config"),
    `${LINK}.lifecycle.ignore_changes: expected a list or "all", got "config"`,
  ],
  [
    "replace_triggered_by of a data source",
    (d) => (link(d).lifecycle.replace_triggered_by = ["data.confluent_kafka_cluster.east"]),
    `${LINK}.lifecycle.replace_triggered_by[0]: data.confluent_kafka_cluster.east is not a resource of this document`,
  ],
  [
    "create_before_destroy on a data source",
    (d) => (d.data.confluent_kafka_cluster.east.lifecycle = { create_before_destroy: true }),
    "data.confluent_kafka_cluster.east.lifecycle.create_before_destroy: unknown attribute or block",
  ],
  [
    "unknown variable",
    (d) => (link(d).link_name = "a-${var.gone}"),
    `${LINK}.link_name: var.gone is not declared in this document`,
  ],
  [
    "unknown local in a map's key",
    (d) => (link(d).config["${local.gone}"] = 1),
    `${LINK}.config["\${local.gone}"]: local.gone is not declared in this document`,
  ],
  [
    "unknown resource inside a quoted template",
    (d) => (d.output.topic.value = '${upper("a ${confluent_cluster_link.gone.id} b")}'),
    "output.topic.value: confluent_cluster_link.gone is not declared in this document",
  ],
  [
    "unknown data source",
    (d) => (d.locals.prefix = "${data.confluent_kafka_cluster.west.id}"),
    "locals.prefix: data.confluent_kafka_cluster.west is not declared in this document",
  ],
  [
    "resource where a data source is meant",
    (d) => (d.locals.prefix = "${confluent_kafka_cluster.east.id}"),
    "locals.prefix: confluent_kafka_cluster.east is not declared in this document",
  ],
  [
    "unknown attribute in a reference",
    (d) => (d.output.topic.value = '${confluent_kafka_mirror_topic.orders["a"].state}'),
    "output.topic.value: confluent_kafka_mirror_topic.orders has no attribute state",
  ],
  [
    "unterminated template",
    (d) => (link(d).link_name = '${lower("a}'),
    `${LINK}.link_name: unterminated template "\${lower(\\"a}"`,
  ],
  [
    "unresolved token",
    (d) => (link(d).link_name = "${TfToken[TOKEN.7]}"),
    `${LINK}.link_name: unresolved token in "\${TfToken[TOKEN.7]}"`,
  ],
  [
    "unknown provider configuration",
    (d) => (link(d).provider = "confluent.west"),
    `${LINK}.provider: "confluent.west" is not a provider configuration of this document`,
  ],
  [
    "no default provider configuration",
    (d) => d.provider.confluent.shift(),
    `${LINK}.provider: "confluent" is not a provider configuration of this document`,
  ],
  [
    "two providers of one alias",
    (d) => d.provider.confluent.push({ alias: "east" }),
    "provider.confluent[2]: confluent.east is declared twice",
  ],
  [
    "two default providers",
    (d) => (d.provider.confluent[1].alias = null),
    "provider.confluent[1]: confluent is declared twice",
    'data.confluent_kafka_cluster.east.provider: "confluent.east" is not a provider configuration of this document',
    'import[0].provider: "confluent.east" is not a provider configuration of this document',
  ],
  ["bad alias", (d) => d.provider.confluent.push({ alias: "a b" }), 'provider.confluent[2].alias: "a b" is not a name'],
  [
    "unknown provider attribute",
    (d) => (d.provider.confluent[0].api_key = "x"),
    "provider.confluent[0].api_key: unknown attribute or block",
  ],
  [
    "provider block without a required attribute",
    (d) => (d.provider.confluent[1].oauth = {}),
    "provider.confluent[1].oauth.oauth_identity_pool_id: required attribute is missing",
  ],
  [
    "import of something absent",
    (d) => (d.import[0].to = "confluent_cluster_link.gone"),
    "import[0].to: confluent_cluster_link.gone is not declared in this document",
  ],
  ["import without an id", (d) => delete d.import[0].id, "import[0].id: required attribute is missing"],
  [
    "move with an expression",
    (d) => (d.moved[0].from = "${confluent_cluster_link.main}"),
    'moved[0].from: "${confluent_cluster_link.main}" is not a plain address',
  ],
  ["move without a target", (d) => delete d.moved[0].to, "moved[0].to: required attribute is missing"],
  [
    "move of a resource that is still there",
    (d) => (d.moved[0].from = "terraform_data.gate"),
    "moved[0].from: terraform_data.gate is still declared",
  ],
  [
    "removal of one instance",
    (d) => (d.removed[0].from = "confluent_kafka_topic.gone[0]"),
    "removed[0].from: instance keys are not allowed",
  ],
  [
    "removal of a resource that is still there",
    (d) => (d.removed[0].from = "terraform_data.gate"),
    "removed[0].from: terraform_data.gate is still declared",
  ],
  [
    "data source inside a check",
    (d) => delete d.check.link.data.confluent_kafka_cluster.again.environment,
    "check.link.data.confluent_kafka_cluster.again.environment: at least 1 block(s) required, got 0",
  ],
];

describe("checkAgainstProviderSchema", () => {
  it("accepts a valid document", () => {
    expect(checkAgainstProviderSchema(valid)).toEqual([]);
  });

  it("accepts labelled blocks in arrays", () => {
    const { resource, data } = valid;
    expect(checkAgainstProviderSchema({ ...valid, resource: [resource], data: [data] })).toEqual([]);
  });

  it("refuses what is not an object", () => {
    expect(checkAgainstProviderSchema([])).toEqual(["document: expected object, got []"]);
  });

  it.each(broken)("refuses: %s", (_, breakIt, ...problems) => {
    const document = structuredClone(valid);
    breakIt(document);
    expect(checkAgainstProviderSchema(document)).toEqual(problems);
  });
});
