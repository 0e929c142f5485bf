import { ApiKey as KeyResource } from "@cdktf/provider-confluent/lib/api-key";
import { RoleBinding } from "@cdktf/provider-confluent/lib/role-binding";
import { TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { Warnings } from "../../lib/core/acknowledgements";
import { ApiKey } from "../../lib/kafka/api-key";
import { SourceInitiatedLink } from "../../lib/link/source-initiated-link";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { refusal } from "../core/refusal";
import { emptyApp } from "../core/terraform";
import { JUMP, PRIMARY, stackWithProvider } from "../link/clusters";
import { resources, synthToJson, type Json } from "../support/synth";

const keyResource = (stack: TerraformStack, id: string, extras: object = {}): KeyResource =>
  new KeyResource(stack, id, {
    displayName: id,
    owner: { id: "sa-1", apiVersion: "iam/v2", kind: "ServiceAccount" },
    ...extras,
  });

const grant = (stack: TerraformStack, id: string): RoleBinding =>
  new RoleBinding(stack, id, { principal: "User:sa-1", roleName: "CloudClusterAdmin", crnPattern: "crn://x" });

interface Keys {
  readonly source?: ApiKey;
  readonly destination?: ApiKey;
  readonly dial?: ApiKey;
}

function linkWith(stack: TerraformStack, { source, destination, dial }: Keys): SourceInitiatedLink {
  return new SourceInitiatedLink(stack, "link", {
    linkName: "link",
    source: PRIMARY,
    sourceCredentials: source ?? ApiKey.fromVariables(stack, "primary"),
    destination: JUMP,
    destinationCredentials: destination ?? ApiKey.fromVariables(stack, "jump"),
    dialCredentials: dial,
  });
}

function synthLink(keys: (stack: TerraformStack) => Keys): {
  readonly stack: Json;
  readonly halves: Record<string, Json>;
} {
  const { stacks } = synthToJson((app) => {
    const stack = stackWithProvider(app);
    new MirrorSet(stack, "mirrors", { link: linkWith(stack, keys(stack)), topics: ["orders"] });
  });
  return { stack: stacks["stack"], halves: resources(stacks["stack"], "confluent_cluster_link") };
}

const RECEIVING = "link_receiving_DE6DD55A";
const DIALLING = "link_dialling_DEF39909";

function warnings(keys: (stack: TerraformStack) => Keys): string[] {
  const stack = stackWithProvider(emptyApp());
  linkWith(stack, keys(stack));
  return Warnings.of(stack)
    .list()
    .map(({ rule }) => rule.id);
}

describe("ApiKey.fromVariables", () => {
  it("declares two sensitive variables of the stack, by exactly these names, from any depth", () => {
    const { stacks } = synthToJson((app) => {
      const stack = new TerraformStack(app, "stack");
      const key = ApiKey.fromVariables(new Construct(new Construct(stack, "deep"), "deeper"), "jump");
      new TerraformOutput(stack, "key", { value: [key.key, key.secret], sensitive: true });
    });
    expect(stacks["stack"].variable).toEqual({
      jump_api_key: { type: "string", sensitive: true, nullable: false, description: "API key for cluster jump" },
      jump_api_secret: {
        type: "string",
        sensitive: true,
        nullable: false,
        description: "Secret of the API key for cluster jump",
      },
    });
    expect(stacks["stack"].output.key.value).toEqual(["${var.jump_api_key}", "${var.jump_api_secret}"]);
  });

  it("declares them once, and gives the same key again", () => {
    const stack = new TerraformStack(emptyApp(), "stack");
    const [first, again] = [
      ApiKey.fromVariables(stack, "jump"),
      ApiKey.fromVariables(new Construct(stack, "x"), "jump"),
    ];
    expect(first.equals(again)).toBe(true);
    expect(first.equals(ApiKey.fromVariables(stack, "dr"))).toBe(false);
  });

  it("gives each stack variables of its own", () => {
    const { stacks } = synthToJson((app) => {
      for (const name of ["one", "two"]) ApiKey.fromVariables(new TerraformStack(app, name), "jump");
    });
    for (const name of ["one", "two"]) {
      expect(Object.keys(stacks[name].variable)).toEqual(["jump_api_key", "jump_api_secret"]);
    }
  });

  it("takes over a sensitive variable that exists", () => {
    expect(
      refusal((app) => {
        const stack = new TerraformStack(app, "stack");
        new TerraformVariable(stack, "jump_api_key", { type: "string", sensitive: true });
        ApiKey.fromVariables(stack, "jump");
      }),
    ).toBe("nothing");
  });

  it("refuses a variable that would be shown, and another element of that name", () => {
    expect(
      refusal((app) => {
        const stack = new TerraformStack(app, "stack");
        new TerraformVariable(stack, "jump_api_secret", { type: "string" });
        ApiKey.fromVariables(stack, "jump");
      }),
    ).toBe("CL066");
    expect(
      refusal((app) => {
        const stack = new TerraformStack(app, "stack");
        new TerraformOutput(stack, "jump_api_key", { value: "x" });
        ApiKey.fromVariables(stack, "jump");
      }),
    ).toBe("CL066");
  });

  it.each(["", "Jump", "2jump", "jump-dr", "jump dr", "${var.x}"])("refuses the name %j", (name) => {
    expect(refusal((app) => ApiKey.fromVariables(new TerraformStack(app, "stack"), name))).toBe("CL066");
  });
});

describe("ApiKey.fromAttributes", () => {
  it("takes a key from anywhere, as long as the secret is a token", () => {
    const { halves } = synthLink(() => ({
      destination: ApiKey.fromAttributes({ key: "ABC", secret: "${data.vault_kv_secret_v2.jump.data.secret}" }),
    }));
    expect(halves[RECEIVING].destination_kafka_cluster.credentials).toEqual({
      key: "ABC",
      secret: "${data.vault_kv_secret_v2.jump.data.secret}",
    });
  });

  it.each(["source", "destination", "dial"] as const)("refuses a literal secret of the %s", (role) => {
    const literal = ApiKey.fromAttributes({ key: "ABC", secret: "s3cr3t" });
    expect(refusal((app) => linkWith(stackWithProvider(app), { [role]: literal }))).toBe("CL050");
  });

  it("does not say the secret that it refuses", () => {
    const literal = ApiKey.fromAttributes({ key: "ABC", secret: "s3cr3t" });
    expect(() => linkWith(stackWithProvider(emptyApp()), { source: literal })).toThrow(/^(?![^]*s3cr3t)/);
  });
});

describe("ApiKey.fromResource", () => {
  it("takes key and secret from the resource and protects it against a gap", () => {
    const { stack, halves } = synthLink((scope) => ({ destination: ApiKey.fromResource(keyResource(scope, "jump")) }));
    expect(halves[RECEIVING].destination_kafka_cluster.credentials).toEqual({
      key: "${confluent_api_key.jump.id}",
      secret: "${confluent_api_key.jump.secret}",
    });
    expect(resources(stack, "confluent_api_key")["jump"].lifecycle).toEqual({ create_before_destroy: true });
  });

  it("leaves the rest of the resource's lifecycle alone", () => {
    const { stack } = synthLink((scope) => ({
      destination: ApiKey.fromResource(keyResource(scope, "jump", { lifecycle: { preventDestroy: true } })),
    }));
    expect(resources(stack, "confluent_api_key")["jump"].lifecycle).toEqual({
      prevent_destroy: true,
      create_before_destroy: true,
    });
  });

  it("refuses a key that is destroyed before its successor exists", () => {
    const withLifecycle = (createBeforeDestroy: boolean): string =>
      refusal((app) =>
        ApiKey.fromResource(keyResource(new TerraformStack(app, "s"), "key", { lifecycle: { createBeforeDestroy } })),
      );
    expect([withLifecycle(false), withLifecycle(true)]).toEqual(["CL073", "nothing"]);
  });

  it("makes links wait for its grants, and mirror topics for the links", () => {
    const { stack, halves } = synthLink((scope) => ({
      source: ApiKey.fromResource(keyResource(scope, "primary"), { grants: [grant(scope, "on_primary")] }),
      destination: ApiKey.fromResource(keyResource(scope, "jump"), { grants: [grant(scope, "on_jump")] }),
      dial: ApiKey.fromResource(keyResource(scope, "dial"), { grants: [grant(scope, "to_dial")] }),
    }));
    expect(halves[RECEIVING].depends_on).toEqual(["confluent_role_binding.on_jump"]);
    expect(halves[DIALLING].depends_on).toEqual([
      `confluent_cluster_link.${RECEIVING}`,
      "confluent_role_binding.on_primary",
      "confluent_role_binding.to_dial",
    ]);
    expect(resources(stack, "confluent_kafka_mirror_topic")["mirrors_orders"].depends_on).toEqual([
      `confluent_cluster_link.${RECEIVING}`,
      `confluent_cluster_link.${DIALLING}`,
    ]);
  });

  it("makes mirror topics of a link that exists wait for its grants", () => {
    const { stacks } = synthToJson((app) => {
      const stack = stackWithProvider(app);
      const link = SourceInitiatedLink.fromAttributes(stack, "link", {
        linkName: "link",
        source: PRIMARY,
        destination: JUMP,
        destinationCredentials: ApiKey.fromResource(keyResource(stack, "jump"), { grants: [grant(stack, "on_jump")] }),
      });
      new MirrorSet(stack, "mirrors", { link, topics: ["orders"] });
    });
    expect(resources(stacks["stack"], "confluent_kafka_mirror_topic")["mirrors_orders"].depends_on).toEqual([
      "confluent_role_binding.on_jump",
    ]);
  });

  it("warns of a key that waits for no grant, whichever key of the link it is", () => {
    const dial = (stack: TerraformStack): ApiKey => ApiKey.fromVariables(stack, "jump_dial");
    for (const role of ["source", "destination", "dial"] as const) {
      const bare = (stack: TerraformStack): Keys => ({
        dial: dial(stack),
        [role]: ApiKey.fromResource(keyResource(stack, "key")),
      });
      const granted = (stack: TerraformStack): Keys => ({
        dial: dial(stack),
        [role]: ApiKey.fromResource(keyResource(stack, "key"), { grants: [grant(stack, "grant")] }),
      });
      const waiting = (stack: TerraformStack): Keys => ({
        dial: dial(stack),
        [role]: ApiKey.fromResource(keyResource(stack, "key", { dependsOn: [grant(stack, "grant")] })),
      });
      expect([warnings(bare), warnings(granted), warnings(waiting)], role).toEqual([["CL033"], [], []]);
    }
  });
});

describe("the key for dialling", () => {
  it("is the one for REST calls unless another one is given, with a warning", () => {
    expect(warnings(() => ({}))).toEqual(["CL051"]);
    expect(warnings((stack) => ({ dial: ApiKey.fromVariables(stack, "jump") }))).toEqual(["CL051"]);
    expect(warnings((stack) => ({ dial: ApiKey.fromVariables(stack, "jump_dial") }))).toEqual([]);
  });
});
