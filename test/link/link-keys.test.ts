import { TerraformStack, type App } from "cdktf";
import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import { describe, expect, it } from "vitest";
import {
  DestinationInitiatedLink,
  GroupFilter,
  KafkaCluster,
  LinkAccounts,
  LinkKeys,
  MirrorSet,
  SourceInitiatedLink,
  Warnings,
} from "cdktf-cluster-linking";
import { resources, synthToJson, type Json } from "../support/synth";

const cluster = (name: string, id: string, access: "private" | "public"): KafkaCluster =>
  KafkaCluster.fromAttributes({
    name,
    id,
    access,
    kind: "Dedicated",
    cloud: "AZURE",
    region: name === "PRIMARY" ? "germanywestcentral" : "italynorth",
    restEndpoint: `https://${id}.example.confluent.cloud:443`,
    bootstrapEndpoint: `${id}.example.confluent.cloud:9092`,
    environmentId: "env-1111",
    rbacCrn: `crn://confluent.cloud/organization=o/environment=env-1111/cloud-cluster=${id}`,
  });

const PRIMARY = cluster("PRIMARY", "lkc-1111", "private");
const JUMP = cluster("JUMP", "lkc-2222", "public");
const DR = cluster("DR", "lkc-3333", "private");

const stackOf = (app: App, name: string): TerraformStack => {
  const stack = new TerraformStack(app, name);
  new ConfluentProvider(stack, "confluent");
  return stack;
};

const keyOf = (stack: Json, display: string): Json =>
  Object.values<Json>(resources(stack, "confluent_api_key")).find(({ display_name }) => display_name === display);

describe("LinkAccounts", () => {
  const accountsIn = (stack: TerraformStack, topics: readonly string[]): LinkAccounts =>
    new LinkAccounts(stack, "accounts", {
      initiator: "destination",
      linkName: "jump-to-dr",
      source: JUMP,
      destination: DR,
      topics,
      groups: [GroupFilter.all()],
    });

  it("makes accounts and their rights, and no key", () => {
    let ids: object = {};
    const { stacks } = synthToJson((app) => {
      ids = accountsIn(stackOf(app, "platform"), ["orders"]).ids;
    });
    const roles = Object.values<Json>(resources(stacks["platform"], "confluent_role_binding"));
    expect(roles.map(({ role_name }) => role_name).sort()).toEqual([
      "CloudClusterAdmin",
      "DeveloperManage",
      "DeveloperRead",
      "DeveloperRead",
    ]);
    expect(Object.keys(resources(stacks["platform"], "confluent_service_account"))).toHaveLength(2);
    expect(stacks["platform"].resource).not.toHaveProperty("confluent_api_key");
    expect(Object.keys(ids)).toEqual(["source", "destination"]);
  });

  it("has an account to dial with, which is the destination's unless it has one of its own", () => {
    const idsOf = (dial: object): { source: string; destination: string; dial?: string } => {
      let ids: LinkAccounts["ids"] = { source: "", destination: "" };
      synthToJson((app) => {
        ids = new LinkAccounts(stackOf(app, "platform"), "accounts", {
          initiator: "source",
          linkName: "primary-to-jump",
          source: PRIMARY,
          destination: JUMP,
          topics: ["orders"],
          dial,
        }).ids;
      });
      return ids;
    };
    const shared = idsOf({});
    expect(shared.dial).toBe(shared.destination);
    const own = idsOf({ ownAccount: true });
    expect(own.dial).not.toBe(own.destination);
  });

  it("is held against the link of its name in another stack", () => {
    const refused = (topics: readonly string[]): string => {
      try {
        synthToJson((app) => {
          accountsIn(stackOf(app, "platform"), topics);
          const leg = stackOf(app, "jump-to-dr");
          const accounts = { source: "sa-1", destination: "sa-2" };
          const { credentials } = new LinkKeys(leg, "keys", {
            linkName: "jump-to-dr",
            source: JUMP,
            destination: DR,
            accounts,
          });
          const link = new DestinationInitiatedLink(leg, "link", {
            ...credentials,
            linkName: "jump-to-dr",
            source: JUMP,
            destination: DR,
            consumerOffsetSync: { groups: [GroupFilter.all()] },
          });
          new MirrorSet(leg, "mirrors", { link, topics: ["orders", "bills"] });
        });
        return "nothing";
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(refused(["orders", "bills"])).toBe("nothing");
    expect(refused(["orders"])).toContain("platform/accounts: CL085");
  });
});

describe("LinkKeys", () => {
  it("makes a key for each account of plain ids, without waiting for anything and without a warning", () => {
    let warnings: readonly unknown[] = [];
    const { stacks } = synthToJson((app) => {
      const leg = stackOf(app, "primary-to-jump");
      const { credentials } = new LinkKeys(leg, "keys", {
        linkName: "primary-to-jump",
        source: PRIMARY,
        destination: JUMP,
        accounts: { source: "sa-1", destination: "sa-2", dial: "sa-3" },
        onSource: { generation: 2, keepsPrevious: true, disableKeyWait: true },
        dial: { generation: 3 },
      });
      new SourceInitiatedLink(leg, "link", {
        ...credentials,
        linkName: "primary-to-jump",
        source: PRIMARY,
        destination: JUMP,
      });
      warnings = Warnings.of(app).list();
    });
    const stack = stacks["primary-to-jump"];
    expect(keyOf(stack, "primary-to-jump-source-2")).toMatchObject({
      owner: { id: "sa-1", api_version: "iam/v2", kind: "ServiceAccount" },
      managed_resource: { id: "lkc-1111", environment: [{ id: "env-1111" }] },
      disable_wait_for_ready: true,
      lifecycle: { create_before_destroy: true },
    });
    expect(keyOf(stack, "primary-to-jump-source-1")).toBeDefined();
    expect(keyOf(stack, "primary-to-jump-destination-1")).toMatchObject({ owner: { id: "sa-2" } });
    expect(keyOf(stack, "primary-to-jump-dial-3")).toMatchObject({
      owner: { id: "sa-3" },
      managed_resource: { id: "lkc-2222" },
    });
    expect(keyOf(stack, "primary-to-jump-dial-3")).not.toHaveProperty("depends_on");
    expect(warnings).toEqual([]);
  });

  it("leaves out a key to dial with where nobody dials with one", () => {
    const { stacks } = synthToJson((app) => {
      const { credentials } = new LinkKeys(stackOf(app, "leg"), "keys", {
        linkName: "jump-to-dr",
        source: JUMP,
        destination: DR,
        accounts: { source: "sa-1", destination: "sa-2" },
      });
      expect(Object.keys(credentials)).toEqual(["sourceCredentials", "destinationCredentials"]);
    });
    expect(Object.keys(resources(stacks["leg"], "confluent_api_key"))).toHaveLength(2);
  });
});
