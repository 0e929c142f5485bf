import { describe, expect, it } from "vitest";
import { aclFilterCovers, type Acl } from "../../lib/model/acl-matcher";
import { AclFilter } from "../../lib/model/filters";

const acl: Acl = {
  resourceType: "topic",
  patternType: "prefixed",
  name: "orders",
  principal: "User:sa-1",
  host: "*",
  operation: "READ",
  permissionType: "allow",
};

const filter = (resource: object = {}, access: object = {}): AclFilter =>
  AclFilter.of({
    resourceFilter: { resourceType: "any", patternType: "any", ...resource },
    accessFilter: { operation: "any", permissionType: "any", ...access },
  });

describe("an ACL filter", () => {
  it.each([
    ["everything", AclFilter.all(), true],
    ["its resource type", filter({ resourceType: "topic" }), true],
    ["another resource type", filter({ resourceType: "group" }), false],
    ["its name and pattern", filter({ patternType: "prefixed", name: "orders" }), true],
    ["another pattern of that name", filter({ patternType: "literal", name: "orders" }), false],
    ["another name", filter({ name: "orders-eu" }), false],
    ["a name that its prefix covers", filter({ patternType: "match", name: "orders-eu" }), true],
    ["a name that its prefix does not cover", filter({ patternType: "match", name: "order" }), false],
    ["match without a name", filter({ patternType: "match" }), true],
    ["its principal", filter({}, { principal: "User:sa-1" }), true],
    ["another principal", filter({}, { principal: "User:sa-2" }), false],
    ["another host", filter({}, { host: "10.0.0.1" }), false],
    ["its operation, in any case", filter({}, { operation: "read" }), true],
    ["another operation", filter({}, { operation: "write" }), false],
    ["another permission", filter({}, { permissionType: "deny" }), false],
  ])("that asks for %s", (_, asked, covered) => {
    expect(aclFilterCovers(asked, acl)).toBe(covered);
  });

  it("with match finds the wildcard ACL of a name", () => {
    const wildcard: Acl = { ...acl, patternType: "literal", name: "*" };
    expect(aclFilterCovers(filter({ patternType: "match", name: "orders" }), wildcard)).toBe(true);
    expect(aclFilterCovers(filter({ patternType: "literal", name: "orders" }), wildcard)).toBe(false);
  });
});
