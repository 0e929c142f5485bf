import { describe, expect, it } from "vitest";
import { UNKNOWN, type Values } from "../../../lib/rehearsal/provider/resource";
import { roleBinding } from "../../../lib/rehearsal/provider/resources/role-binding";
import { serviceAccount } from "../../../lib/rehearsal/provider/resources/service-account";
import { expectComplete, failureOf, Script, type Answer } from "./script";

describe("confluent_service_account", () => {
  const planned: Values = {
    id: UNKNOWN,
    api_version: UNKNOWN,
    kind: UNKNOWN,
    display_name: "app",
    description: UNKNOWN,
  };
  const existing = (name = "app", description = ""): Values => ({
    id: "sa-1",
    api_version: "iam/v2",
    kind: "ServiceAccount",
    display_name: name,
    description,
  });
  const answer = (name = "app", description?: string): Answer => [
    200,
    { id: "sa-1", api_version: "iam/v2", kind: "ServiceAccount", display_name: name, description },
  ];

  it("is created, with a description if there is one", async () => {
    const script = new Script([201, { id: "sa-1" }], answer(), [201, { id: "sa-1" }], answer("app", "it"));
    const state = await serviceAccount.create(planned, planned, script.context());
    expect(state).toEqual(existing());
    expectComplete("confluent_service_account", state);
    const wanted = { ...planned, description: "it" };
    expect(await serviceAccount.create(wanted, wanted, script.context())).toEqual(existing("app", "it"));
    expect(script.bodies).toEqual([{ display_name: "app" }, { display_name: "app", description: "it" }]);
    expect(script.short.slice(0, 2)).toEqual(["POST /iam/v2/service-accounts", "GET /iam/v2/service-accounts/sa-1"]);
  });

  it("sends what changed", async () => {
    const script = new Script([200, {}], answer("new"));
    const next = existing("new");
    expect(await serviceAccount.update!(next, existing(), next, script.context())).toEqual(next);
    expect(script.short[0]).toBe("PATCH /iam/v2/service-accounts/sa-1");
    expect(script.bodies).toEqual([{ display_name: "new" }]);
  });

  it("is read, deleted, imported", async () => {
    const script = new Script([403, ""], [500, ""], [204, ""], answer());
    expect(await serviceAccount.read(existing(), script.context())).toBeNull();
    expect((await failureOf(serviceAccount.read(existing(), script.context()))).message).toContain("500");
    await serviceAccount.delete(existing(), script.context());
    const state = await serviceAccount.importState!("sa-1", script.context());
    expect(state).toEqual(existing());
    expectComplete("confluent_service_account", state);
    expect(script.short.slice(2)).toEqual([
      "DELETE /iam/v2/service-accounts/sa-1",
      "GET /iam/v2/service-accounts/sa-1",
    ]);
  });

  it("keeps the account when it cannot be read, and nothing when refused", async () => {
    const lost = new Script([201, { id: "sa-1" }], [401, ""]);
    expect((await failureOf(serviceAccount.create(planned, planned, lost.context()))).partial).toMatchObject({
      id: "sa-1",
      kind: null,
    });
    expect((await failureOf(serviceAccount.create(planned, planned, new Script([400]).context()))).partial).toBeNull();
  });

  it("needs a name", () => {
    expect(serviceAccount.validate!(planned)).toEqual([]);
    expect(serviceAccount.validate!({ ...planned, display_name: "" })).toHaveLength(1);
  });
});

describe("confluent_role_binding", () => {
  const CRN = "crn://confluent.cloud/organization=o/environment=e/cloud-cluster=lkc-1";
  const planned: Values = {
    id: UNKNOWN,
    principal: "User:sa-1",
    role_name: "CloudClusterAdmin",
    crn_pattern: CRN,
    disable_wait_for_ready: false,
  };
  const existing: Values = { ...planned, id: "rb-1" };
  const answer: Answer = [
    200,
    { id: "rb-1", principal: "User:sa-1", role_name: "CloudClusterAdmin", crn_pattern: CRN },
  ];

  const plan = async (prior: Values | null, proposed: Values) =>
    (await roleBinding.plan!({ prior, proposed, config: proposed }, { planned: proposed }, new Script().context()))
      .planned;

  it("waits 90 s until it is in effect", async () => {
    const script = new Script([201, { id: "rb-1" }], answer);
    const state = await roleBinding.create(planned, planned, script.context());
    expect(script.short).toEqual(["POST /iam/v2/role-bindings", "wait 90", "GET /iam/v2/role-bindings/rb-1"]);
    expect(script.bodies).toEqual([{ principal: "User:sa-1", role_name: "CloudClusterAdmin", crn_pattern: CRN }]);
    expect(state).toEqual(existing);
    expectComplete("confluent_role_binding", state);
  });

  it("does not wait when told so", async () => {
    const wanted = { ...planned, disable_wait_for_ready: true };
    const script = new Script([201, { id: "rb-1" }], answer);
    const state = await roleBinding.create(wanted, wanted, script.context());
    expect(script.short).toEqual(["POST /iam/v2/role-bindings", "GET /iam/v2/role-bindings/rb-1"]);
    expect(state["disable_wait_for_ready"]).toBe(true);
  });

  it("has a default, and does not care how a name is escaped", async () => {
    expect((await plan(null, { ...planned, disable_wait_for_ready: null }))["disable_wait_for_ready"]).toBe(false);
    const colon = { ...existing, crn_pattern: `${CRN}/topic=a:b` };
    const escaped = { ...existing, crn_pattern: `${CRN}/topic=a%3Ab` };
    expect((await plan(colon, escaped))["crn_pattern"]).toBe(`${CRN}/topic=a:b`);
    expect((await plan(colon, existing))["crn_pattern"]).toBe(CRN);
    expect((await plan({ ...existing, crn_pattern: "crn://%" }, existing))["crn_pattern"]).toBe(CRN);
    expect((await plan(existing, { ...existing, crn_pattern: UNKNOWN }))["crn_pattern"]).toBe(UNKNOWN);
  });

  it("is read, updated without a change, deleted and imported", async () => {
    const script = new Script([404], [401], answer, [200, {}], answer);
    expect(await roleBinding.read(existing, script.context())).toBeNull();
    expect((await failureOf(roleBinding.read(existing, script.context()))).message).toContain("401");
    const next = { ...existing, disable_wait_for_ready: true };
    expect(await roleBinding.update!(next, existing, next, script.context())).toEqual(next);
    await roleBinding.delete(existing, script.context());
    const state = await roleBinding.importState!("rb-1", script.context());
    expect(state).toEqual(existing);
    expectComplete("confluent_role_binding", state);
    expect(script.short[3]).toBe("DELETE /iam/v2/role-bindings/rb-1");
  });

  it("validates principal and pattern", () => {
    expect(roleBinding.validate!(planned)).toEqual([]);
    expect(roleBinding.validate!({ ...planned, principal: "sa-1" })).toHaveLength(1);
    expect(roleBinding.validate!({ ...planned, crn_pattern: "lkc-1" })).toHaveLength(1);
    expect(roleBinding.replacedBy).toEqual(["principal", "role_name", "crn_pattern"]);
  });
});
