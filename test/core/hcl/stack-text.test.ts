import { execFileSync } from "node:child_process";
import { devNull } from "node:os";
import { describe, expect, it } from "vitest";
import { emptyShape, type Shape } from "../../../lib/core/hcl/shapes";
import { stackText } from "../../../lib/core/hcl/stack-text";

/** A shape whose blocks have no blocks. */
const blocks = (...names: string[]): Shape => ({
  ...emptyShape(),
  blocks: new Map(names.map((name) => [name, emptyShape()])),
});

/** HCL of a stack's JSON, which Terraform's parser takes. */
function hclOf(json: object, shapes: Record<string, Shape> = {}): string {
  const { hcl, refused } = stackText(json as Record<string, unknown>, new Map(Object.entries(shapes)));
  expect(refused).toEqual([]);
  execFileSync("terraform", ["fmt", "-"], {
    input: hcl,
    env: { ...process.env, TF_CLI_CONFIG_FILE: devNull, CHECKPOINT_DISABLE: "1" },
    stdio: ["pipe", "ignore", "pipe"],
  });
  return hcl;
}

describe("blocks of a stack", () => {
  it("has settings of Terraform, as they are written", () => {
    const hcl = hclOf({
      terraform: {
        required_version: ">= 1.5.0",
        required_providers: { confluent: { source: "confluentinc/confluent", version: "~> 2.51" } },
        backend: { s3: { bucket: "b-${x}", encrypt: true, assume_role: { role_arn: "arn" } } },
      },
    });
    expect(hcl).toBe(`terraform {
  required_version = ">= 1.5.0"
  required_providers {
    confluent = {
      source = "confluentinc/confluent"
      version = "~> 2.51"
    }
  }
  backend "s3" {
    bucket = "b-$\${x}"
    encrypt = true
    assume_role = {
      role_arn = "arn"
    }
  }
}
`);
  });

  it("has a workspace of Terraform Cloud, and of a remote backend, as a block", () => {
    const workspaces = { name: "dr", project: "linking" };
    const cloud = hclOf({ terraform: { cloud: { organization: "acme", workspaces } } });
    const remote = hclOf({ terraform: { backend: { remote: { organization: "acme", workspaces } } } });
    for (const hcl of [cloud, remote]) {
      expect(hcl).toContain('    workspaces {\n      name = "dr"\n      project = "linking"\n    }\n');
    }
  });

  it("has each configuration of a provider, with its blocks", () => {
    const hcl = hclOf(
      {
        provider: {
          azurerm: [
            { features: {}, subscription_id: "s" },
            { alias: "other", features: [{}] },
          ],
        },
      },
      { "provider.azurerm": blocks("features") },
    );
    expect(hcl).toBe(`provider "azurerm" {
  features {
  }
  subscription_id = "s"
}

provider "azurerm" {
  alias = "other"
  features {
  }
}
`);
  });

  it("has variables whose defaults are no templates, and validations that are", () => {
    const hcl = hclOf({
      variable: {
        topics: {
          type: "set(string)",
          default: ["${a}", "%{b}"],
          sensitive: true,
          validation: [{ condition: "${length(var.topics) > 0}", error_message: "None: ${var.topics}." }],
        },
      },
    });
    expect(hcl).toBe(`variable "topics" {
  type = set(string)
  default = [
    "$\${a}",
    "%%{b}",
  ]
  sensitive = true
  validation {
    condition = length(var.topics) > 0
    error_message = "None: \${var.topics}."
  }
}
`);
  });

  it("has what every resource can have", () => {
    const hcl = hclOf(
      {
        resource: {
          thing: {
            x: {
              "//": { metadata: {} },
              count: "${var.n}",
              for_each: { a: 1 },
              provider: "thing.alias",
              depends_on: ["thing.y", "${thing.z}"],
              lifecycle: {
                ignore_changes: "all",
                replace_triggered_by: ["thing.y.id"],
                create_before_destroy: true,
                postcondition: [{ condition: "${self.ok}", error_message: "no" }],
              },
              connection: { host: "h" },
              provisioner: [{ "local-exec": { command: "echo ${self.id}", connection: { host: "i" } } }],
              setting: [{ name: "a" }, { name: "b" }],
              nothing: null,
              left_out: undefined,
              dynamic: {
                setting: { for_each: "${var.list}", iterator: "each_one", content: { name: "${each_one.value}" } },
              },
            },
          },
        },
      },
      { "resource.thing": blocks("setting") },
    );
    expect(hcl).toBe(`resource "thing" "x" {
  count = var.n
  for_each = {
    a = 1
  }
  provider = thing.alias
  depends_on = [thing.y, thing.z]
  lifecycle {
    ignore_changes = all
    replace_triggered_by = [thing.y.id]
    create_before_destroy = true
    postcondition {
      condition = self.ok
      error_message = "no"
    }
  }
  connection {
    host = "h"
  }
  provisioner "local-exec" {
    command = "echo \${self.id}"
    connection {
      host = "i"
    }
  }
  setting {
    name = "a"
  }
  setting {
    name = "b"
  }
  nothing = null
  dynamic "setting" {
    for_each = var.list
    iterator = each_one
    content {
      name = each_one.value
    }
  }
}
`);
  });

  it("has objects and lists of objects where they are attributes", () => {
    const shape = { ...emptyShape(), attributes: new Set(["rules"]) };
    const hcl = hclOf({ data: { thing: { x: { rules: [{ "a.b": { for: [] } }] } } } }, { "data.thing": shape });
    expect(hcl).toBe(`data "thing" "x" {
  rules = [
    {
      "a.b" = {
        "for" = []
      }
    },
  ]
}
`);
  });

  it("has modules, locals and outputs", () => {
    const hcl = hclOf({
      locals: { list: "${[\n1]}", text: "a\nb" },
      module: { net: { source: "./net", providers: { azurerm: "azurerm.other" }, depends_on: ["thing.x"], size: 3 } },
      output: { o: { value: "${local.list}", sensitive: true, depends_on: ["thing.x"], description: "a ${b}" } },
    });
    expect(hcl).toBe(`locals {
  list = ([
  1])
  text = "a\\nb"
}

module "net" {
  source = "./net"
  providers = {
    azurerm = azurerm.other
  }
  depends_on = [thing.x]
  size = 3
}

output "o" {
  value = local.list
  sensitive = true
  depends_on = [thing.x]
  description = "a $\${b}"
}
`);
  });

  it("refuses by name what it cannot write, and writes nothing of it", () => {
    const { hcl, refused } = stackText(
      {
        resource: { thing: { x: { setting: { a: 1 } }, y: { ok: 1 } } },
        import: [{ to: 1, id: "i" }],
        ephemeral: {},
      },
      new Map(),
    );
    expect(hcl).toBe('resource "thing" "y" {\n  ok = 1\n}\n');
    expect(refused.map(({ what }) => what)).toEqual(["thing.x", "import", "ephemeral"]);
  });
});
