import { describe, expect, it } from "vitest";
import { AppModel } from "../../lib/core/app-model";
import { ApiKey } from "../../lib/kafka/api-key";
import { DestinationInitiatedLink } from "../../lib/link/destination-initiated-link";
import { Failover } from "../../lib/mirror/failover";
import { MirrorSet, type MirrorSetProps } from "../../lib/mirror/mirror-set";
import type { TopologyDocument } from "../../lib/model/document";
import { failbackPlans, type FailbackPlan, type FailbackStep } from "../../lib/model/failback";
import { TopicFilter } from "../../lib/model/filters";
import { PrivatePublicPrivate, type PrivatePublicPrivateProps } from "../../lib/topology/private-public-private";
import { TerraformVariable, type App, type TerraformStack } from "cdktf";
import { DR, JUMP, PRIMARY, stackWithProvider } from "../link/clusters";
import { jumpToDr, primaryToJump } from "../mirror/chain";
import { emptyApp } from "../core/terraform";

function documentOf(build: (app: App) => void): TopologyDocument {
  const app = emptyApp();
  build(app);
  return AppModel.of(app).document();
}

const forward = (props: Partial<PrivatePublicPrivateProps>) =>
  documentOf((app) => {
    new PrivatePublicPrivate({
      primaryToJump: stackWithProvider(app, "primary-to-jump"),
      jumpToDr: stackWithProvider(app, "jump-to-dr"),
      primary: PRIMARY,
      jump: JUMP,
      dr: DR,
      ...props,
    });
  });

function planOf(document: TopologyDocument): FailbackPlan {
  const [plan, ...others] = failbackPlans(document);
  expect(others).toEqual([]);
  return plan as FailbackPlan;
}

const at = ({ cluster }: FailbackStep): string => cluster?.name ?? "somewhere";

function tell(step: FailbackStep): string {
  if (step.kind === "link") {
    return `${step.role} of ${step.linkName ?? "?"} on ${at(step)}: ${step.stack} ${step.address ?? "?"}`;
  }
  if (step.kind === "mirror topic") {
    return `mirror ${step.name ?? "?"} on ${at(step)}${step.wanted ? ", wanted" : ""}: ${step.stack} ${step.address ?? "?"}`;
  }
  if (step.kind === "topic") return `topic ${step.name} on ${at(step)}`;
  const which = step.filters.map(({ filterType, name }) => `${filterType} ${name ?? "?"}`).join(", ");
  return `${step.mirrors ? "mirrors" : "originals"} on ${at(step)}: ${which || (step.address ?? "")}${step.prefix === undefined ? "" : ` behind ${step.prefix ?? "?"}`}`;
}

const MIRROR = "confluent_kafka_mirror_topic";
const LINK = "confluent_cluster_link";

describe("the way back over PRIMARY -> JUMP -> DR", () => {
  it("is free once links, mirror topics and original topics are gone, in this order", () => {
    const plan = planOf(forward({ topics: ["orders", "bills"], keepPromoted: true }));
    expect(plan.chain).toEqual(["primary-to-jump/link", "jump-to-dr/link"]);
    expect(plan.way).toEqual([
      { name: "dr", id: "lkc-3333" },
      { name: "jump", id: "lkc-2222" },
      { name: "primary", id: "lkc-1111" },
    ]);
    expect(plan.notKept).toEqual([]);
    expect(plan.notKeptUnnamed).toEqual([]);
    expect(plan.steps.map(tell)).toEqual([
      `link of jump-to-dr on dr: jump-to-dr ${LINK}.link`,
      `mirror orders on jump, wanted: primary-to-jump ${MIRROR}.mirrors_orders`,
      `mirror bills on jump, wanted: primary-to-jump ${MIRROR}.mirrors_bills`,
      `dialling half of primary-to-jump on primary: primary-to-jump ${LINK}.link_dialling_DEF39909`,
      `receiving half of primary-to-jump on jump: primary-to-jump ${LINK}.link_receiving_DE6DD55A`,
      "topic orders on primary",
      "topic bills on primary",
    ]);
  });

  it("says what is not kept yet", () => {
    const plan = planOf(forward({ topics: ["orders", "bills"], keepPromoted: ["bills"] }));
    expect(plan.notKept.map(({ topic, address }) => [topic, address])).toEqual([
      ["orders", `${MIRROR}.mirrors_orders`],
    ]);
    expect(plan.steps).toHaveLength(7);
  });

  it("has topics by filter in its way, whatever their names", () => {
    const autoCreate = [TopicFilter.includePrefix("mirror_me"), TopicFilter.exclude("mirror_me_not")];
    const plan = planOf(forward({ topics: ["orders"], autoCreate, keepPromoted: true }));
    const filters = "INCLUDE mirror_me, EXCLUDE mirror_me_not";
    expect(plan.steps.map(tell)).toContain(`mirrors on jump: ${filters}`);
    expect(plan.steps.map(tell).at(-1)).toBe(`originals on primary: ${filters}`);
    expect(plan.notKeptUnnamed.map(tell)).toEqual([`mirrors on dr: ${filters}`]);
  });

  it("is the way there again, for the reverse chain", () => {
    const plan = planOf(
      documentOf((app) => {
        PrivatePublicPrivate.reverse({
          drToJump: stackWithProvider(app, "dr-to-jump"),
          jumpToPrimary: stackWithProvider(app, "jump-to-primary"),
          primary: PRIMARY,
          jump: JUMP,
          dr: DR,
          topics: ["orders"],
          keepPromoted: true,
        });
      }),
    );
    expect(plan.steps.map(tell)).toEqual([
      `link of jump-to-primary on primary: jump-to-primary ${LINK}.link`,
      `mirror orders on jump, wanted: dr-to-jump ${MIRROR}.mirrors_orders`,
      `dialling half of dr-to-jump on dr: dr-to-jump ${LINK}.link_dialling_DEF39909`,
      `receiving half of dr-to-jump on jump: dr-to-jump ${LINK}.link_receiving_DE6DD55A`,
      "topic orders on dr",
    ]);
  });
});

describe("other ways back", () => {
  const onDr = (stack: TerraformStack, props: Partial<MirrorSetProps>): MirrorSet =>
    new MirrorSet(stack, "onDr", {
      link: props.link ?? jumpToDr(stack),
      failover: Failover.fromVariable(stack),
      ...props,
    } as MirrorSetProps);

  it("want other names where a prefix gave them: mirror topics go with their link, originals stay", () => {
    const plan = planOf(
      documentOf((app) => {
        const [one, two] = [stackWithProvider(app, "one"), stackWithProvider(app, "two")];
        const first = new MirrorSet(one, "onJump", { link: primaryToJump(one, { prefix: "p." }), topics: ["orders"] });
        onDr(two, { link: jumpToDr(two, { prefix: "d." }), follows: first, keepPromoted: true });
      }),
    );
    expect(plan.steps.map(tell).filter((each) => !each.includes("half"))).toEqual([
      `link of jump-to-dr on dr: two ${LINK}.two`,
      `mirror p.orders on jump: one ${MIRROR}.onJump_orders`,
    ]);
  });

  it("want the name of an original that a prefix made elsewhere", () => {
    const plan = planOf(
      documentOf((app) => {
        const [one, two] = [stackWithProvider(app, "one"), stackWithProvider(app, "two")];
        const topics = ["orders", "p.orders"];
        const first = new MirrorSet(one, "onJump", { link: primaryToJump(one, { prefix: "p." }), topics });
        onDr(two, { follows: first, keepPromoted: ["p.orders", "p.p.orders"] });
      }),
    );
    expect(plan.steps.map(tell).at(-1)).toBe("topic p.orders on primary");
    expect(plan.steps.filter(({ kind }) => kind === "topic")).toHaveLength(1);
  });

  it("cannot tell names apart that only Terraform knows", () => {
    const plan = planOf(
      documentOf((app) => {
        const [one, two] = [stackWithProvider(app, "one"), stackWithProvider(app, "two")];
        const variable = (stack: TerraformStack, name: string, type: string): TerraformVariable =>
          new TerraformVariable(stack, name, { type });
        const prefix = variable(one, "prefix", "string").stringValue;
        const link = primaryToJump(one, { prefix });
        new MirrorSet(one, "onJump", { link, topics: ["orders"] });
        new MirrorSet(one, "listed", { link, topics: variable(one, "list", "list(string)").listValue });
        onDr(two, { topics: variable(two, "list", "list(string)").listValue, keepPromoted: true });
      }),
    );
    expect(plan.steps.map(tell)).toEqual([
      `link of jump-to-dr on dr: two ${LINK}.two`,
      `mirror ? on jump, wanted: one ${MIRROR}.onJump_orders`,
      `mirrors on jump: ${MIRROR}.listed behind ?`,
      `dialling half of primary-to-jump on primary: one ${LINK}.one_dialling_149B15B9`,
      `receiving half of primary-to-jump on jump: one ${LINK}.one_receiving_AAB665B2`,
      `originals on primary: ${MIRROR}.listed`,
    ]);
  });

  it("go over a link that somebody else made, and over one leg", () => {
    const plan = planOf(
      documentOf((app) => {
        const stack = stackWithProvider(app, "leg");
        const link = DestinationInitiatedLink.fromAttributes(stack, "link", {
          linkName: "direct",
          source: PRIMARY,
          destination: JUMP,
          destinationCredentials: ApiKey.fromVariables(stack, "jump"),
        });
        new MirrorSet(stack, "mirrors", { link, topics: ["orders"], failover: Failover.fromVariable(stack) });
      }),
    );
    expect(plan.steps.map(tell)).toEqual(["link of direct on jump: leg ?", "topic orders on primary"]);
    expect(plan.notKept).toHaveLength(1);
  });

  it("are none without a chain", () => {
    expect(failbackPlans(documentOf(() => undefined))).toEqual([]);
  });
});
