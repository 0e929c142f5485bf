import { describe, expect, it } from "vitest";
import { UNKNOWN, type Values } from "../../../lib/rehearsal/provider/resource";
import { environment } from "../../../lib/rehearsal/provider/resources/environment";
import { environmentData } from "../../../lib/rehearsal/provider/resources/environment-data-source";
import { organizationData } from "../../../lib/rehearsal/provider/resources/organization-data-source";
import { expectComplete, failureOf, Script, type Answer } from "./script";

const CRN = "crn://confluent.cloud/organization=org-1/environment=env-1";

const answer = (name: string, sg?: string): Answer => [
  200,
  {
    id: "env-1",
    display_name: name,
    metadata: { resource_name: CRN },
    ...(sg === undefined ? {} : { stream_governance_config: { package: sg } }),
  },
];

const planned: Values = { id: UNKNOWN, resource_name: UNKNOWN, display_name: "prod", stream_governance: [] };

const existing = (name = "prod", sg = ""): Values => ({
  id: "env-1",
  resource_name: CRN,
  display_name: name,
  stream_governance: [{ package: sg }],
});

describe("confluent_environment", () => {
  it("is created with its name alone", async () => {
    const script = new Script([201, { id: "env-1" }], answer("prod"));
    const state = await environment.create(planned, planned, script.context());
    expect(script.log).toEqual([
      "POST https://api.test/org/v2/environments as cloud-key:cloud-secret",
      "GET https://api.test/org/v2/environments/env-1 as cloud-key:cloud-secret",
    ]);
    expect(script.bodies).toEqual([{ display_name: "prod" }]);
    expect(state).toEqual(existing());
    expectComplete("confluent_environment", state);
  });

  it("is created with stream governance", async () => {
    const wanted = { ...planned, stream_governance: [{ package: "ADVANCED" }] };
    const script = new Script([201, { id: "env-1" }], answer("prod", "ADVANCED"));
    expect(await environment.create(wanted, wanted, script.context())).toEqual(existing("prod", "ADVANCED"));
    expect(script.bodies).toEqual([{ display_name: "prod", stream_governance_config: { package: "ADVANCED" } }]);
  });

  it("shows the detail of a refusal", async () => {
    const script = new Script([409, { errors: [{ status: "409", detail: "The name is taken." }] }]);
    const error = await failureOf(environment.create(planned, planned, script.context()));
    expect(error.message).toBe(`error creating Environment "prod": 409 Conflict: The name is taken.`);
    expect(error.partial).toBeNull();
  });

  it("sends what changed", async () => {
    const script = new Script([200, {}], answer("stage", "ESSENTIALS"), [200, {}], answer("stage", "ADVANCED"));
    const first = existing("stage", "ESSENTIALS");
    expect(await environment.update!(first, existing("prod", "ESSENTIALS"), first, script.context())).toEqual(first);
    const second = existing("stage", "ADVANCED");
    expect(await environment.update!(second, first, second, script.context())).toEqual(second);
    expect(script.bodies).toEqual([{ display_name: "stage" }, { stream_governance_config: { package: "ADVANCED" } }]);
    expect(script.short[0]).toBe("PATCH /org/v2/environments/env-1");
    const error = await failureOf(environment.update!(second, first, second, new Script([400]).context()));
    expect(error.partial).toEqual(second);
  });

  it("keeps the governance that is not configured", async () => {
    const prior = existing("prod", "ESSENTIALS");
    const config = { ...prior, stream_governance: [] };
    const plan = async (before: Values | null, wanted: Values) =>
      environment.plan!(
        { prior: before, proposed: wanted, config: wanted },
        { planned: wanted },
        new Script().context(),
      );
    expect((await plan(prior, config)).planned).toEqual(prior);
    expect((await plan(null, planned)).planned).toEqual(planned);
    const other = existing("prod", "ADVANCED");
    expect((await plan(prior, other)).planned).toEqual(other);
  });

  it("is gone as 404 or 403, unless the key itself is refused", async () => {
    expect(await environment.read(existing(), new Script([404]).context())).toBeNull();
    expect(await environment.read(existing(), new Script([403, "forbidden"]).context())).toBeNull();
    const key = { errors: [{ detail: "invalid API key: make sure it exists" }] };
    expect((await failureOf(environment.read(existing(), new Script([403, key]).context()))).message).toContain(
      "invalid API key",
    );
    expect(await environment.read(existing(), new Script(answer("other")).context())).toEqual(existing("other"));
  });

  it("is deleted and imported", async () => {
    const script = new Script([204, ""], answer("prod"));
    await environment.delete(existing(), script.context());
    const state = await environment.importState!("env-1", script.context());
    expect(script.short).toEqual(["DELETE /org/v2/environments/env-1", "GET /org/v2/environments/env-1"]);
    expect(state).toEqual(existing());
    expectComplete("confluent_environment", state);
    expect((await failureOf(environment.delete(existing(), new Script([409]).context()))).message).toContain("409");
  });

  it("validates", () => {
    const said = (config: Values) => environment.validate!(config).map(({ summary }) => summary);
    expect(said(planned)).toEqual([]);
    expect(said({ ...planned, display_name: "" })).toHaveLength(1);
    expect(said({ ...planned, stream_governance: [{ package: "BEST" }] })[0]).toContain("got BEST");
  });
});

describe("data source confluent_environment", () => {
  const config = (values: Values): Values => ({
    id: null,
    display_name: null,
    resource_name: null,
    stream_governance: [],
    ...values,
  });

  it("reads by id", async () => {
    const script = new Script(answer("prod"));
    const state = await environmentData.read(config({ id: "env-1" }), script.context());
    expect(state).toEqual(existing());
    expect(script.short).toEqual(["GET /org/v2/environments/env-1"]);
    expectComplete("confluent_environment", state, "data_source_schemas");
  });

  it("searches all pages for a name", async () => {
    const next = "https://api.confluent.cloud/org/v2/environments?page_token=t%2B2&page_size=99";
    const script = new Script(
      [200, { data: [{ id: "env-0", display_name: "other" }], metadata: { next } }],
      [200, { data: [answer("prod")[1]], metadata: { next: "" } }],
    );
    expect(await environmentData.read(config({ display_name: "prod" }), script.context())).toEqual(existing());
    expect(script.short).toEqual([
      "GET /org/v2/environments?page_size=99",
      "GET /org/v2/environments?page_size=99&page_token=t%2B2",
    ]);
  });

  it.each([
    [[], "was found"],
    [[answer("prod")[1], answer("prod")[1]], "several"],
  ])("needs exactly one of a name", async (data, text) => {
    const script = new Script([200, { data }]);
    const error = await failureOf(environmentData.read(config({ display_name: "prod" }), script.context()));
    expect(error.message).toContain(text);
  });

  it("takes id or name, not both", () => {
    const said = (values: Values) => environmentData.validate!(config(values)).map(({ detail = "" }) => detail);
    expect(said({ id: "env-1" })).toEqual([]);
    expect(said({ display_name: UNKNOWN })).toEqual([]);
    expect(said({})[0]).toContain("one of");
    expect(said({ id: "env-1", display_name: "prod" })[0]).toContain("only one of");
  });
});

describe("data source confluent_organization", () => {
  const config: Values = { id: null, resource_name: null };

  it("is taken from the first environment", async () => {
    const script = new Script([200, { data: [{ metadata: { resource_name: CRN } }] }]);
    expect(await organizationData.read(config, script.context())).toEqual({
      id: "org-1",
      resource_name: "crn://confluent.cloud/organization=org-1",
    });
    expect(script.short).toEqual(["GET /org/v2/environments"]);
  });

  it.each([
    [[200, { data: [] }], "no environments were found"],
    [[200, {}], "no environments were found"],
    [[200, { data: [{ metadata: { resource_name: "crn://x" } }] }], "no organization in"],
    [[401, ""], "401 Unauthorized"],
  ] as const)("fails on %j", async (bad, text) => {
    const error = await failureOf(organizationData.read(config, new Script(bad).context()));
    expect(error.message).toContain(text);
  });
});
