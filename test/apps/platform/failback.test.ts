import { describe, expect, it } from "vitest";
import { resources, type Json } from "../../support/synth";
import { readAppJson, runApp, type AppRun } from "../run-app";

const FORWARD = "azure-private-link";

const accounts = {
  "dr-to-jump": { source: "sa-dr111", destination: "sa-jump11", dial: "sa-dial11" },
  "jump-to-primary": { source: "sa-jump22", destination: "sa-prim22" },
};

function run(topology: object = {}, platform: object = { accounts }): AppRun {
  const members = readAppJson(FORWARD, "platform.json");
  return runApp("failback", {
    topology: { ...readAppJson(FORWARD, "topology.json"), ...topology },
    platform: { ...members, ...platform, accounts: { ...members.accounts, ...(platform as Json).accounts } },
  });
}

describe("failback over clusters that were created", () => {
  const made = run();
  const { clusters, environmentId } = readAppJson(FORWARD, "platform.json");

  it("makes two stacks, without a reference to another state and without a warning", () => {
    expect(made).toMatchObject({ status: 0, stderr: "" });
    expect(Object.keys(made.stacks).sort()).toEqual(["dr-to-jump", "jump-to-primary"]);
    expect(JSON.stringify(made.stacks)).not.toContain("terraform_remote_state");
    expect(made.stdout).toContain("No warnings.\n");
  });

  it("lets DR dial JUMP, and PRIMARY dial JUMP", () => {
    const links = (stack: string): Json[] => Object.values(resources(made.stacks[stack], "confluent_cluster_link"));
    const [dials] = links("dr-to-jump").filter(({ link_mode }) => link_mode === "SOURCE");
    expect(dials).toMatchObject({
      link_name: "dr-to-jump",
      connection_mode: "OUTBOUND",
      source_kafka_cluster: { id: clusters.dr.id, rest_endpoint: clusters.dr.restEndpoint },
      destination_kafka_cluster: { id: clusters.jump.id, bootstrap_endpoint: clusters.jump.bootstrapEndpoint },
    });
    expect(links("jump-to-primary")).toMatchObject([
      {
        link_mode: "DESTINATION",
        connection_mode: "OUTBOUND",
        source_kafka_cluster: { id: clusters.jump.id },
        destination_kafka_cluster: { id: clusters.primary.id, rest_endpoint: clusters.primary.restEndpoint },
      },
    ]);
  });

  it("makes the keys of each link in its stack, for the accounts that platform made", () => {
    const keys = (stack: string): unknown[] =>
      Object.values<Json>(resources(made.stacks[stack], "confluent_api_key"))
        .map(({ owner, managed_resource }) => [owner.id, managed_resource.id, managed_resource.environment[0].id])
        .sort();
    expect(keys("dr-to-jump")).toEqual([
      ["sa-dial11", clusters.jump.id, environmentId],
      ["sa-dr111", clusters.dr.id, environmentId],
      ["sa-jump11", clusters.jump.id, environmentId],
    ]);
    expect(keys("jump-to-primary")).toEqual([
      ["sa-jump22", clusters.jump.id, environmentId],
      ["sa-prim22", clusters.primary.id, environmentId],
    ]);
    expect(JSON.stringify(made.stacks)).not.toContain("_api_secret");
  });

  it("counts generations of its own keys", () => {
    const { stacks } = run({ keys: { "dr-to-jump": { dial: { generation: 2 } } } });
    const names = Object.values<Json>(resources(stacks["dr-to-jump"], "confluent_api_key")).map(
      ({ display_name }) => display_name as string,
    );
    expect(names.sort()).toEqual(["dr-to-jump-destination-1", "dr-to-jump-dial-2", "dr-to-jump-source-1"]);
  });

  it.each([
    [
      "accounts that are not there",
      run({}, {}),
      /"failback": true in the topology file, deploy platform, npm run platform/,
    ],
    [
      "another region than the platform's",
      run({
        clusters: { ...readAppJson(FORWARD, "topology.json").clusters, primary: { region: "northeurope", cku: 2 } },
      }),
      /is of another platform than the topology file:\n {2}clusters\.primary\.region: germanywestcentral, and northeurope in the topology file/,
    ],
    ["a name that is none", run({ name: "Linking_" }), /name: takes 2 to 20 lower-case letters/],
  ])("is refused with %s", (_, { status, stderr, stacks }, message) => {
    expect([status, stacks]).toEqual([1, {}]);
    expect(stderr).toMatch(message);
  });

  it("is refused where the platform file is not there", () => {
    const { status, stderr } = runApp("failback", {
      topology: readAppJson(FORWARD, "topology.json"),
      platform: "absent",
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/platform\.json is not there\.\n$/);
  });
});
