import { describe, expect, it } from "vitest";
import { covers, parseCrn } from "../../../lib/rehearsal/cloud/control/crn";

const ORG = "crn://confluent.cloud/organization=o-1";

describe("Confluent resource names", () => {
  it("are read part by part, percent-encoding included", () => {
    expect(parseCrn(`${ORG}/environment=env-1/kafka=lkc-1/topic=a%2Ab`)).toEqual([
      { type: "organization", value: "o-1" },
      { type: "environment", value: "env-1" },
      { type: "kafka", value: "lkc-1" },
      { type: "topic", value: "a*b" },
    ]);
  });

  it.each([
    ["another scheme", "https://confluent.cloud/organization=o-1"],
    ["nothing but the authority", "crn://confluent.cloud"],
    ["no authority", "crn:///organization=o-1"],
    ["a part without a value", "crn://confluent.cloud/organization="],
    ["a part without a type", "crn://confluent.cloud/=o-1"],
    ["a part that is no pair", "crn://confluent.cloud/organization"],
    ["broken percent-encoding", "crn://confluent.cloud/organization=%zz"],
    ["the empty text", ""],
  ])("are refused for %s", (_why, text) => {
    expect(parseCrn(text)).toBeUndefined();
  });

  it.each([
    [ORG, ORG, true],
    [ORG, `${ORG}/environment=env-1`, true],
    [`${ORG}/environment=env-1`, ORG, false],
    [`${ORG}/environment=env-1`, `${ORG}/environment=env-10`, false],
    [`${ORG}/topic=a*`, `${ORG}/topic=ab`, true],
    [`${ORG}/topic=*`, `${ORG}/topic=ab`, true],
    [`${ORG}/topic=*`, `${ORG}/group=ab`, false],
    [`${ORG}/topic=ab*`, `${ORG}/topic=a`, false],
  ])("%s covers %s: %s", (pattern, name, expected) => {
    expect(covers(parseCrn(pattern)!, parseCrn(name)!)).toBe(expected);
  });

  it("cover nothing where there is no pattern", () => {
    expect(covers([], parseCrn(ORG)!)).toBe(false);
  });
});
