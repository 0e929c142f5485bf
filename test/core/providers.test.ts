import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import { TerraformProvider, TerraformStack, type App } from "cdktf";
import { describe, expect, it } from "vitest";
import { AppModel } from "../../lib/core/app-model";
import { allowsOldProvider } from "../../lib/core/providers";
import { ApiKey } from "../../lib/kafka/api-key";
import { ReceivingHalf } from "../../lib/link/receiving-half";
import { JUMP, PRIMARY } from "../link/clusters";
import { emptyApp } from "./terraform";

describe("allowsOldProvider", () => {
  it.each([
    "~> 2.51",
    "~> 2.51.0",
    ">= 2.51.0",
    ">= 2.51.0, < 3.0.0",
    "< 3.0.0, >= 2.60",
    "2.83.0",
    "= 2.51.0",
    "~> 3",
    " >=2.51 ",
    ">= 2.40, >= 2.51",
    ">= 2.51.0-rc.1",
  ])("takes %j", (constraint) => {
    expect(allowsOldProvider(constraint)).toBe(false);
  });

  it.each(["~> 2.50", "~> 2", ">= 2.0", ">= 1.51.9", "< 3.0.0", "2.50.9", "!= 2.50.0", "", "~> 2.9", ">= 2.40, < 3"])(
    "refuses %j",
    (constraint) => {
      expect(allowsOldProvider(constraint)).toBe(true);
    },
  );
});

class ForeignProvider extends TerraformProvider {}

type Providers = (app: App, stack: TerraformStack) => TerraformProvider | undefined;

/** What is wrong with the providers around a link. */
function problems(providers: Providers): string[] {
  const app = emptyApp();
  const stack = new TerraformStack(app, "leg");
  const provider = providers(app, stack);
  new ReceivingHalf(stack, "half", {
    linkName: "link",
    source: PRIMARY,
    destination: JUMP,
    destinationCredentials: ApiKey.fromVariables(stack, "jump"),
    provider,
  });
  const ids = ["CL059", "CL065"];
  const { errors } = AppModel.of(app).evaluate();
  return errors
    .filter(({ rule }) => ids.includes(rule.id))
    .map(({ rule, path, given }) => `${path ?? ""} ${rule.id} ${given}`);
}

describe("providers of a stack", () => {
  it("are fine with one that has no alias, or the one that is given", () => {
    expect(
      problems((_, stack) => {
        new ConfluentProvider(stack, "confluent");
        return undefined;
      }),
    ).toEqual([]);
    expect(problems((_, stack) => new ConfluentProvider(stack, "dr", { alias: "dr" }))).toEqual([]);
  });

  it("are missing", () => {
    const none = ["leg/half CL059 Stack leg has no ConfluentProvider without an alias."];
    expect(problems(() => undefined)).toEqual(none);
    expect(
      problems((_, stack) => {
        new ConfluentProvider(stack, "dr", { alias: "dr" });
        return undefined;
      }),
    ).toEqual(none);
  });

  it("are doubled", () => {
    expect(
      problems((_, stack) => {
        new ConfluentProvider(stack, "a", { alias: "dr" });
        return new ConfluentProvider(stack, "b", { alias: "dr" });
      }),
    ).toEqual(["leg CL059 leg/a and leg/b are both with the alias dr."]);
  });

  it("belong to another stack", () => {
    expect(problems((app) => new ConfluentProvider(new TerraformStack(app, "other"), "confluent"))).toEqual([
      "leg/half CL059 The provider other/confluent belongs to stack other, the construct to leg.",
    ]);
  });

  it("are another vendor's", () => {
    expect(problems((_, stack) => new ForeignProvider(stack, "random", { terraformResourceType: "random" }))).toEqual([
      "leg/half CL059 The provider leg/random is a random provider.",
    ]);
  });

  it("are too old by what the stack asks for", () => {
    const withVersion = (version: string): string[] =>
      problems((_, stack) => {
        new ConfluentProvider(stack, "confluent");
        stack.addOverride("terraform.required_providers.confluent.version", version);
        return undefined;
      });
    expect(withVersion(">= 2.0")).toEqual(['leg CL065 The version constraint is ">= 2.0".']);
    expect(withVersion("~> 2.60")).toEqual([]);
    expect(withVersion("${var.version}")).toEqual([]);
  });
});
