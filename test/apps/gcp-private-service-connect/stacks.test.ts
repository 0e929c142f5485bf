import { expect, it } from "vitest";
import { describeInstalled, stacksOf } from "../run-app";
import type { Json } from "../../support/synth";
import { APP, PLATFORM, all, runWith } from "./app";

const SECRET = "do-not-print-this-anywhere";

const NETWORK = { cloud: "GCP", connection_types: ["PRIVATELINK"], dns_config: { resolution: "PRIVATE" } };

const displayed = (stack: Json, type: string, name: string): Json =>
  all(stack, type).find((block) => block.display_name === name);

describeInstalled(APP, "the stack platform", () => {
  const run = runWith({ platform: "absent" });
  const { platform } = stacksOf(run);

  it("is all that there is without a platform file, and the app says what to do", () => {
    expect(Object.keys(run.stacks)).toEqual(["platform"]);
    expect(run.stdout).toContain(
      "There is no platform.json yet: deploy the stack platform, then run npm run platform.",
    );
    expect(run.stdout).toContain(
      "Platform shop: PRIMARY 2 CKU in europe-west3, JUMP 3 CKU in europe-west8, DR 4 CKU in europe-west8",
    );
  });

  it("needs no provider of Google Cloud, and runs from anywhere", () => {
    expect(Object.keys(platform.provider)).toEqual(["confluent"]);
  });

  it.each([
    ["shop-primary", "europe-west3"],
    ["shop-dr", "europe-west8"],
  ])("makes a network for Private Service Connect that resolves privately: %s", (name, region) => {
    expect(displayed(platform, "confluent_network", name)).toMatchObject({ ...NETWORK, region });
    expect(displayed(platform, "confluent_network", name)).not.toHaveProperty("zones");
  });

  it("lets the project in, once into each network", () => {
    expect(all(platform, "confluent_private_link_access").map(({ gcp }) => gcp)).toEqual([
      { project: "shop-project" },
      { project: "shop-project" },
    ]);
  });

  it.each([
    ["shop-primary", "europe-west3", 2, true],
    ["shop-jump", "europe-west8", 3, false],
    ["shop-dr", "europe-west8", 4, true],
  ])("makes a protected Dedicated cluster in several zones: %s", (name, region, cku, isPrivate) => {
    const cluster = displayed(platform, "confluent_kafka_cluster", name);
    expect(cluster).toMatchObject({
      cloud: "GCP",
      region,
      availability: "MULTI_ZONE",
      dedicated: { cku },
      deletion_protection: true,
      lifecycle: { prevent_destroy: true },
    });
    expect("network" in cluster).toBe(isPrivate);
    expect("depends_on" in cluster).toBe(isPrivate);
  });

  it("tells the service attachments of each network, and no secret", () => {
    const { platform: output } = platform.output;
    expect(output).not.toHaveProperty("sensitive");
    for (const which of ["primary", "dr"]) {
      expect(output.value.networks[which].endpoints).toBe(
        `\${confluent_network.network-${which}.gcp[0].private_service_connect_service_attachments}`,
      );
    }
    expect(JSON.stringify(platform)).not.toMatch(/confluent_api_key|secret(?!\.")/);
  });
});

describeInstalled(APP, "all stacks", () => {
  const run = runWith({
    env: { GOOGLE_OAUTH_ACCESS_TOKEN: SECRET, TF_VAR_dr_api_secret: SECRET, CONFLUENT_CLOUD_API_SECRET: SECRET },
  });
  const stacks = stacksOf(run);

  it("are told the others' ids and endpoints as plain data", () => {
    for (const [name, stack] of Object.entries(stacks)) {
      expect(stack, name).not.toHaveProperty("data");
      expect(JSON.stringify(stack), name).not.toContain("terraform_remote_state");
    }
    const { restEndpoint, id } = PLATFORM.clusters.dr;
    expect(JSON.stringify(stacks["jump-to-dr"])).toContain(restEndpoint);
    expect(JSON.stringify(stacks["jump-to-dr"])).not.toMatch(/lkc-prim1|europe-west3|sa-one/);
    expect(JSON.stringify(stacks["primary-to-jump"])).not.toContain(id);
  });

  it("make the keys of a leg in the leg's own stack, for the accounts that platform made", () => {
    const keysOf = (leg: string): Json[] =>
      all(stacks[leg], "confluent_api_key").map((key) => [key.owner.id, key.managed_resource.id]);
    expect(keysOf("primary-to-jump").sort()).toEqual([
      ["sa-one001", "lkc-prim1"],
      ["sa-one002", "lkc-jump1"],
      ["sa-one003", "lkc-jump1"],
    ]);
    expect(keysOf("jump-to-dr").sort()).toEqual([
      ["sa-two001", "lkc-jump1"],
      ["sa-two002", "lkc-drdr1"],
    ]);
    for (const name of Object.keys(stacks).filter((each) => !each.includes("-to-"))) {
      expect(all(stacks[name], "confluent_api_key"), name).toEqual([]);
    }
  });

  it("keep their states apart", () => {
    const paths = Object.values(stacks).map((stack) => stack.terraform.backend.local.path);
    expect(new Set(paths).size).toBe(6);
  });

  it("have nothing in them of what is in the environment", () => {
    expect(run.stdout + run.stderr + JSON.stringify(stacks)).not.toContain(SECRET);
  });
});
