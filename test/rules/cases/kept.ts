import { App, type TerraformStack } from "cdktf";
import { Failover, MirrorStatus, MirrorTopic, Warnings, type MirrorSetProps } from "cdktf-cluster-linking";
import { expect } from "vitest";
import { synthToHcl } from "../../support/hcl";
import type { Build, RuleCase, Unknown } from "../support/case";
import { firstLink, mirrors, newStack } from "../support/topology";

const SET = "leg/mirrors";

/** A set of leg 1 that fails over, at `leg/mirrors`. */
const set =
  (props: object | ((stack: TerraformStack, unknown: Unknown) => object)): Build =>
  (app, unknown) => {
    const stack = newStack(app, "leg");
    const failover = Failover.fromVariable(stack);
    const own = typeof props === "function" ? props(stack, unknown) : props;
    mirrors(stack, firstLink(stack), { topics: ["orders", "bills"], failover, ...own } as Partial<MirrorSetProps>);
  };

/** A MirrorTopic, at `leg/orders`. */
const topic =
  (props: (stack: TerraformStack, unknown: Unknown) => object): Build =>
  (app, unknown) => {
    const stack = newStack(app, "leg");
    const own = { topic: "orders", ...props(stack, unknown) };
    new MirrorTopic(stack, "orders", { link: firstLink(stack), ...own });
  };

const failingOver = (props: object) => topic((stack) => ({ failover: Failover.fromVariable(stack), ...props }));

/** The same app, synthesised where another one was before. */
const after =
  (before: Build, now: Build): Build =>
  (app, unknown) => {
    const earlier = new App({ outdir: app.outdir, stackTraces: false });
    before(earlier, unknown);
    earlier.synth();
    now(app, unknown);
  };

const HANDED_OVER = `removed {
  from = confluent_kafka_mirror_topic.mirrors_orders
  lifecycle {
    destroy = false
  }
}

import {
  to = confluent_kafka_topic.mirrors_orders
  id = "lkc-2222/orders"
}
`;

const live = MirrorStatus.ofExistingMirror("FAILED_OVER");

export const keptRules: readonly RuleCase[] = [
  {
    id: "CL079",
    refuses: {
      "a topic of another set": {
        build: set({ keepPromoted: ["orders", "audit"] }),
        at: SET,
        given: 'The topic "audit" is not in the set',
      },
      "topics of a list that Terraform knows": {
        build: set((stack, unknown) => ({ topics: unknown.list(stack, "value"), keepPromoted: ["orders"] })),
        at: SET,
        given: 'The topic "orders" is of a list that only Terraform knows, if of any',
      },
    },
    accepts: {
      "topics of the set": set({ keepPromoted: ["orders"] }),
      "all of them": set({ keepPromoted: true }),
      "none of them": set({ keepPromoted: [] }),
      "a topic that is added later": (app) => {
        const stack = newStack(app, "leg");
        const props = { topics: ["orders"], failover: Failover.fromVariable(stack), keepPromoted: ["bills"] };
        mirrors(stack, firstLink(stack), props).addTopic("bills");
      },
    },
    token: {
      "the list": set((stack, unknown) => ({ topics: unknown.list(stack, "value"), keepPromoted: true })),
    },
  },
  {
    id: "CL080",
    refuses: {
      "a set that only mirrors": {
        build: set({ failover: undefined, keepPromoted: true }),
        at: SET,
        given: "keepPromoted is given, and neither failover nor a status is",
      },
      "a set that is paused": {
        build: set({ failover: undefined, status: MirrorStatus.ofExistingMirror("PAUSED"), keepPromoted: ["orders"] }),
        at: SET,
        given: "keepPromoted is given",
      },
      "a MirrorTopic": {
        build: topic(() => ({ keepPromoted: true })),
        at: "leg/orders",
        given: "keepPromoted is given",
      },
    },
    accepts: {
      failover: set({ keepPromoted: true }),
      "a status": set({ failover: undefined, status: live, keepPromoted: true }),
      "a MirrorTopic that fails over": failingOver({ keepPromoted: true }),
      "a MirrorTopic that only mirrors": topic(() => ({ keepPromoted: false })),
    },
    token: {
      "the topic": topic((stack, unknown) => ({
        topic: unknown.text(stack, "value"),
        failover: Failover.fromVariable(stack),
        keepPromoted: true,
      })),
    },
  },
  {
    id: "CL081",
    guarantees: {
      "that HCL forgets and imports what a set keeps": () => {
        expect(synthToHcl((app) => set({ keepPromoted: ["orders"] })(app, {} as never))).toContain(HANDED_OVER);
      },
      "the same of a MirrorTopic": () => {
        const hcl = synthToHcl((app) => failingOver({ keepPromoted: true })(app, {} as never));
        expect(hcl).toContain(HANDED_OVER.replaceAll("mirrors_orders", "orders"));
      },
    },
  },
  {
    id: "CL082",
    refuses: {
      "a set that keeps nothing any more": {
        build: after(set({ keepPromoted: true }), set({})),
        at: SET,
        given: 'The last synth of stack "leg" had confluent_kafka_topic.mirrors_orders and 1 more',
      },
      "a set that keeps less": {
        build: after(set({ keepPromoted: true }), set({ keepPromoted: ["orders"] })),
        at: SET,
        given: 'The last synth of stack "leg" had confluent_kafka_topic.mirrors_bills.',
      },
      "a list that is kept no longer": {
        build: after(
          set((stack, unknown) => ({ topics: unknown.list(stack, "value"), keepPromoted: true })),
          set((stack, unknown) => ({ topics: unknown.list(stack, "value") })),
        ),
        at: "leg/link",
        given: "had confluent_kafka_topic.mirrors.",
      },
      "a MirrorTopic": {
        build: after(failingOver({ keepPromoted: true }), failingOver({})),
        at: "leg/orders",
        given: "had confluent_kafka_topic.orders.",
      },
      "a stack without the set": {
        build: after(set({ keepPromoted: true }), (app) => {
          const stack = newStack(app, "leg");
          mirrors(stack, firstLink(stack), { topics: ["audit"] }, "others");
        }),
        at: SET,
        given: "and 1 more",
      },
    },
    accepts: {
      "the same topics": after(set({ keepPromoted: true }), set({ keepPromoted: ["bills", "orders"] })),
      "more topics": after(set({ keepPromoted: ["orders"] }), set({ keepPromoted: true })),
      "another app": after(set({ keepPromoted: true }), (app) => {
        const stack = newStack(app, "other");
        mirrors(stack, firstLink(stack), { topics: ["orders"] });
      }),
      "an acknowledged one": after(set({ keepPromoted: true }), (app, unknown) => {
        set({})(app, unknown);
        Warnings.of(app).acknowledge("CL082", "the topics were deleted, and are mirrored again");
      }),
    },
    token: {
      "the topic": after(
        topic((stack, unknown) => ({
          topic: unknown.text(stack, "value"),
          failover: Failover.fromVariable(stack),
          keepPromoted: true,
        })),
        failingOver({ keepPromoted: true }),
      ),
    },
  },
  {
    id: "CL083",
    refuses: {
      "a topic that is left out": {
        build: after(set({}), set({ topics: ["bills"] })),
        at: SET,
        given: 'The last synth of leg/mirrors had the topic "orders".',
      },
      "a set that is left out": {
        build: after(set({}), (app) => {
          const stack = newStack(app, "leg");
          mirrors(stack, firstLink(stack), { topics: ["audit"] }, "others");
        }),
        at: "leg/link",
        given: 'had the topic "orders" and 1 more',
      },
    },
    accepts: {
      "the same topics in another order": after(set({}), set({ topics: ["bills", "orders"] })),
      "a topic that is kept": after(set({}), set({ keepPromoted: ["orders"] })),
      "a topic of another set of the link": after(set({}), (app) => {
        const stack = newStack(app, "leg");
        mirrors(stack, firstLink(stack), { topics: ["orders", "bills"] }, "others");
      }),
      "another link": after(set({}), (app) => {
        const stack = newStack(app, "other");
        mirrors(stack, firstLink(stack), { topics: ["audit"] });
      }),
      "an acknowledged one": after(set({}), (app, unknown) => {
        set({ topics: ["bills"] })(app, unknown);
        Warnings.of(app).acknowledge("CL083", "nobody needs the orders on JUMP any more");
      }),
    },
    token: {
      "the list": after(
        set({}),
        set((stack, unknown) => ({ topics: unknown.list(stack, "value") })),
      ),
    },
  },
];
