import { describe, expect, it } from "vitest";
import { UNKNOWN, type Values } from "../../../lib/rehearsal/provider/resource";
import { acl } from "../../../lib/rehearsal/provider/resources/acl";
import { expectComplete, failureOf, Script, type Answer } from "./script";

const MEMBERS = {
  resource_type: "TOPIC",
  resource_name: "orders",
  pattern_type: "LITERAL",
  principal: "User:sa-1",
  host: "*",
  operation: "READ",
  permission: "ALLOW",
};

const ID = "lkc-1/TOPIC#orders#LITERAL#User:sa-1#*#READ#ALLOW";

const QUERY =
  "host=%2A&operation=READ&pattern_type=LITERAL&permission=ALLOW&principal=User%3Asa-1&resource_name=orders&resource_type=TOPIC";

const planned: Values = {
  id: UNKNOWN,
  ...MEMBERS,
  rest_endpoint: "https://one",
  kafka_cluster: [{ id: "lkc-1" }],
  credentials: [{ key: "K", secret: "S" }],
};

const existing: Values = { ...planned, id: ID };

const list = (...data: unknown[]): Answer => [200, { data }];

describe("ACL", () => {
  it("is created as it is written, and read with all its members", async () => {
    const script = new Script([201, ""], list({ ...MEMBERS, principal: "User:12345" }));
    const state = await acl.create(planned, planned, script.context());
    expect(script.log).toEqual([
      "POST https://one/kafka/v3/clusters/lkc-1/acls as K:S",
      "wait 10",
      `GET https://one/kafka/v3/clusters/lkc-1/acls?${QUERY} as K:S`,
    ]);
    expect(script.bodies).toEqual([MEMBERS]);
    expect(state).toEqual(existing);
    expectComplete("confluent_kafka_acl", state);
  });

  it("keeps nothing when refused, and itself when it cannot be found", async () => {
    const refused = await failureOf(acl.create(planned, planned, new Script([403, ""]).context()));
    expect(refused.message).toBe("error creating Kafka ACLs: 403 Forbidden");
    expect(refused.partial).toBeNull();
    const lost = await failureOf(acl.create(planned, planned, new Script([201], list()).context()));
    expect(lost.message).toBe("error reading Kafka ACLs: no ACL matches");
    expect(lost.partial).toEqual(existing);
  });

  it("is gone when none matches, and ambiguous when several do", async () => {
    expect(await acl.read(existing, new Script(list()).context())).toBeNull();
    expect(await acl.read(existing, new Script([404]).context())).toBeNull();
    expect(await acl.read(existing, new Script(list(MEMBERS)).context())).toEqual(existing);
    const several = await failureOf(acl.read(existing, new Script(list(MEMBERS, MEMBERS)).context()));
    expect(several.message).toContain("more than one");
  });

  it("takes a new key by a read with it", async () => {
    const next = { ...existing, credentials: [{ key: "N", secret: "T" }] };
    const script = new Script(list(MEMBERS));
    expect(await acl.update!(next, existing, next, script.context())).toEqual(next);
    expect(script.log).toEqual([`GET https://one/kafka/v3/clusters/lkc-1/acls?${QUERY} as N:T`]);
  });

  it("is deleted without a wait", async () => {
    const script = new Script(list());
    await acl.delete(existing, script.context());
    expect(script.short).toEqual([`DELETE /kafka/v3/clusters/lkc-1/acls?${QUERY}`]);
    const error = await failureOf(acl.delete(existing, new Script([401, ""]).context()));
    expect(error.message).toContain("error deleting Kafka ACLs");
  });

  it("is imported by its members", async () => {
    const environment = {
      IMPORT_KAFKA_REST_ENDPOINT: "https://one",
      IMPORT_KAFKA_API_KEY: "K",
      IMPORT_KAFKA_API_SECRET: "S",
    };
    const script = new Script(list(MEMBERS));
    const state = await acl.importState!(ID, script.context({ environment }));
    expect(state).toEqual(existing);
    expectComplete("confluent_kafka_acl", state);
    for (const id of ["lkc-1", "lkc-1/TOPIC#orders", `${ID}/more`]) {
      const error = await failureOf(acl.importState!(id, new Script().context({ environment })));
      expect(error.message).toContain("invalid format");
    }
  });

  it("validates its enums", () => {
    expect(acl.validate!(planned)).toEqual([]);
    for (const name of ["resource_type", "pattern_type", "operation", "permission"]) {
      const [first] = acl.validate!({ ...planned, [name]: "SOMETHING" });
      expect(first?.summary).toContain(`expected ${name} to be one of`);
    }
  });

  it("is replaced by all but its key", () => {
    expect(acl.replacedBy).toEqual(["kafka_cluster.0.id", "rest_endpoint", ...Object.keys(MEMBERS)]);
  });
});
