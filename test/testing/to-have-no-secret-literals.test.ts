import { TerraformOutput, TerraformVariable, Testing } from "cdktf";
import { describe, expect, it } from "vitest";
import { clusterLinkingMatchers } from "../../lib/testing";
import { secretLiterals } from "../../lib/testing/secret-literals";
import { buildTopology, errorOf } from "./support";

expect.extend(clusterLinkingMatchers);

const CANARY = "c4n4ry-hunter2";
/** The form of a Confluent Cloud secret. */
const API_SECRET = "cflt9Xb2Lq7Zr4Tn8Wd1Vf6Hg3Jk5Mp0QsYuAiEoCxBzNvRtGhLjKwPe+Df/S2a4";

const resource = (attributes: object): object => ({ resource: { type: { name: attributes } } });

describe("toHaveNoSecretLiterals", () => {
  it("passes what the library writes", () => {
    const { app, legOne, topology } = buildTopology();
    expect(app).toHaveNoSecretLiterals();
    expect(legOne).toHaveNoSecretLiterals();
    expect(topology).toHaveNoSecretLiterals();
    expect(topology.primaryToJump).toHaveNoSecretLiterals();
    expect(Testing.synth(legOne)).toHaveNoSecretLiterals();
  });

  it("names the path, the rule and the way out, and never the value", () => {
    const { app, legOne, legTwo } = buildTopology();
    legOne.addOverride("provider.confluent.0.cloud_api_secret", CANARY);
    new TerraformVariable(legTwo, "token_of_ci", { sensitive: true, default: CANARY });
    expect(legOne).not.toHaveNoSecretLiterals();
    const message = errorOf(() => expect(app).toHaveNoSecretLiterals());
    expect(message).toBe(
      [
        "the app was expected to have no secrets as plain text, but has 2 (CL050):",
        "  primary-to-jump: provider.confluent[0].cloud_api_secret",
        "  jump-to-dr: variable.token_of_ci.default",
        'Allowed: Secrets that only Terraform knows: a sensitive variable, an attribute of a resource or data source. Fix: Use ApiKey.fromVariables with a name for this key alone: with "dr", its secret is passed as TF_VAR_dr_api_secret.',
      ].join("\n"),
    );
    expect(message).not.toContain(CANARY);
  });

  it("lets a path through that is named", () => {
    const { legOne } = buildTopology();
    new TerraformOutput(legOne, "page_token", { value: "none" });
    expect(legOne).not.toHaveNoSecretLiterals();
    expect(legOne).toHaveNoSecretLiterals({ except: ["primary-to-jump: output.page_token.value"] });
    expect(
      errorOf(() =>
        expect(legOne).not.toHaveNoSecretLiterals({ except: ["primary-to-jump: output.page_token.value"] }),
      ),
    ).toBe('the stack "primary-to-jump" was expected to have secrets as plain text, but has none.');
  });
});

describe("secrets as plain text", () => {
  it.each([
    [
      "in credentials",
      resource({ credentials: { key: "K", secret: CANARY } }),
      "resource.type.name.credentials.secret",
    ],
    [
      "in a list of blocks",
      resource({ credentials: [{ secret: CANARY }] }),
      "resource.type.name.credentials[0].secret",
    ],
    ["as a password", resource({ admin_password: CANARY }), "resource.type.name.admin_password"],
    ["in a list of secrets", resource({ token: [CANARY] }), "resource.type.name.token[0]"],
    ["in an S3 backend", { terraform: { backend: { s3: { secret_key: CANARY } } } }, "terraform.backend.s3.secret_key"],
    [
      "in an Azure backend",
      { terraform: { backend: { azurerm: { access_key: CANARY } } } },
      "terraform.backend.azurerm.access_key",
    ],
    ["in a cloud block", { terraform: { cloud: { token: CANARY } } }, "terraform.cloud.token"],
    ["as a default", { variable: { a: { sensitive: true, default: CANARY } } }, "variable.a.default"],
    ["as a default by name", { variable: { api_secret: { default: CANARY } } }, "variable.api_secret.default"],
    [
      "within a default",
      { variable: { a: { sensitive: true, default: { jump: CANARY } } } },
      "variable.a.default.jump",
    ],
    ["as a local value", { locals: { jump_secret: CANARY } }, "locals.jump_secret"],
    [
      "in a map of secrets",
      resource({ config_sensitive: { "aws.id": CANARY } }),
      'resource.type.name.config_sensitive."aws.id"',
    ],
    ["in an expression", resource({ secret: `\${sensitive("${CANARY}")}` }), "resource.type.name.secret"],
    [
      "in a JAAS line",
      resource({ config: { "x.y": `Login required username='u' password='${CANARY}';` } }),
      'resource.type.name.config."x.y"',
    ],
    ["in a URL", resource({ url: `https://user:${CANARY}@example.test` }), "resource.type.name.url"],
    ["as a private key", resource({ pem: "-----BEGIN RSA PRIVATE KEY-----\nabc" }), "resource.type.name.pem"],
    ["by the form of an API secret", resource({ note: `was ${API_SECRET} once` }), "resource.type.name.note"],
  ])("are found %s", (_where, document, path) => {
    expect(secretLiterals(document)).toEqual([path]);
  });

  it.each([
    ["a variable", resource({ secret: "${var.jump_api_secret}" })],
    ["a resource", resource({ secret: "${confluent_api_key.a.secret}" })],
    ["a data source", resource({ secret: '${data.vault_kv_secret_v2.a.data["secret"]}' })],
    ["a function of a variable", resource({ password: '${format("%s", var.a)}' })],
    ["nothing", resource({ secret: "", password: null, token: false })],
    ["a sensitive variable without a default", { variable: { a: { sensitive: true, description: "Secret of JUMP" } } }],
    ["the default of another variable", { variable: { region: { default: "westeurope" } } }],
    ["the name of a secret", resource({ secret_name: "jump", secret_id: "projects/1/secrets/2" })],
    ["the id of an AWS key", { terraform: { backend: { s3: { access_key: "AKIA", bucket: "b" } } } }],
    ["a JAAS line of a variable", resource({ config: { a: "password='${var.a}';" } })],
    ["a hash", resource({ note: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" })],
    ["an endpoint", resource({ url: "https://lkc-1.dom.example.test:443" })],
    ["comments of cdktf", { "//": { secret: CANARY } }],
  ])("are not %s", (_what, document) => {
    expect(secretLiterals(document)).toEqual([]);
  });

  it("do not come back by the path", () => {
    const [path] = secretLiterals({ secret: { ["n".repeat(100_000)]: "" }, ["a\n".repeat(1000) + "_secret"]: CANARY });
    expect(String(path).length).toBeLessThan(200);
    expect(path).not.toContain("\n");
  });
});
