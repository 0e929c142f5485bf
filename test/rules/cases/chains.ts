import type { App, TerraformStack } from "cdktf";
import {
  BidirectionalLink,
  DestinationInitiatedLink,
  Failover,
  GroupFilter,
  SourceInitiatedLink,
  TopicFilter,
  Warnings,
  type IClusterLink,
  type KafkaCluster,
  type MirrorSet,
  type MirrorSetProps,
} from "cdktf-cluster-linking";
import type { Build, Clean, RuleCase, Unknown } from "../support/case";
import {
  WAYS,
  buildChain,
  dr,
  firstLink,
  firstPath,
  inEveryWay,
  jump,
  key,
  mirrors,
  newStack,
  other,
  primary,
  secondLink,
  type FirstLeg,
  type SecondLeg,
  type Way,
} from "../support/topology";

const SECOND = "jump-to-dr/link";

const chain =
  (way: Way, first: FirstLeg, second: SecondLeg): Build =>
  (app) =>
    buildChain(app, way, first, second);

/** In every way; what the set of leg 2 needs when nothing is followed is in `alone`. */
const chains = (first: FirstLeg, second: SecondLeg, alone: SecondLeg["set"] = {}): Record<Way, Build> =>
  inEveryWay((way) =>
    chain(way, first, { ...second, set: { ...(way === "follows" ? {} : alone), ...second.set } as SecondLeg["set"] }),
  );

/** Leg 1 is described beside leg 2, so that one variable can stand in either. */
const besideEachOther =
  (legs: (unknown: Unknown) => { first: (stack: TerraformStack) => FirstLeg; second: () => SecondLeg }): Build =>
  (app, unknown) => {
    const { first, second } = legs(unknown);
    const stack = newStack(app, "jump-to-dr");
    const ends = { linkName: "primary-to-jump", source: primary(), destination: jump() };
    SourceInitiatedLink.fromAttributes(stack, "before", { ...ends, ...first(stack) });
    const { link, set } = second();
    const made = secondLink(stack, link);
    if (set) mirrors(stack, made, set);
  };

/** Leg 1 in a stack of its own, leg 2 in another. */
const inTwoStacks =
  (
    first: (stack: TerraformStack, unknown: Unknown) => { link?: object; set: Parameters<typeof mirrors>[2] },
    second: (stack: TerraformStack, unknown: Unknown, onJump: MirrorSet) => SecondLeg,
  ): Build =>
  (app, unknown) => {
    const before = newStack(app, "primary-to-jump");
    const { link, set } = first(before, unknown);
    const onJump = mirrors(before, firstLink(before, link), set);
    const stack = newStack(app, "jump-to-dr");
    const next = second(stack, unknown, onJump);
    mirrors(stack, secondLink(stack, next.link), next.set ?? {});
  };

/** A chain whose last leg creates mirror topics by filter. */
const byFilter = (build: Build): Clean => ({ build, also: ["CL078"] });

/** A chain whose set on DR follows and fails over. */
const failedOver = (set: Partial<MirrorSetProps>): Build =>
  inTwoStacks(
    () => ({ set: { topics: ["orders", "payments"] } }),
    (stack, _unknown, follows) => ({
      set: { follows, failover: Failover.fromVariable(stack), ...set } as Partial<MirrorSetProps>,
    }),
  );

const groups = (...filters: GroupFilter[]) => ({ link: { consumerOffsetSync: { groups: filters } } });

const followed = [TopicFilter.includePrefix("orders")];

/** A link that its destination dials, in a stack of its own. */
function pull(
  app: App,
  name: string,
  source: KafkaCluster,
  destination: KafkaCluster,
  changes: object = {},
): DestinationInitiatedLink {
  const stack = newStack(app, name);
  return new DestinationInitiatedLink(stack, "link", {
    linkName: name,
    source,
    sourceCredentials: key(stack, "source"),
    destination,
    destinationCredentials: key(stack, "destination"),
    upstream: "none",
    ...changes,
  });
}

const a = () => jump({ name: "A", id: "lkc-a" });
const b = () => jump({ name: "B", id: "lkc-b" });
const c = () => jump({ name: "C", id: "lkc-c" });

/** A -> B -> C -> A, with the original topics on A. */
const ring =
  (way: Way, prefix?: (stack: TerraformStack, unknown: Unknown) => object): Build =>
  (app, unknown) => {
    const legs: [string, KafkaCluster, KafkaCluster][] = [
      ["a-to-b", a(), b()],
      ["b-to-c", b(), c()],
      ["c-to-a", c(), a()],
    ];
    let before: MirrorSet | undefined;
    for (const [name, source, destination] of legs) {
      const last = name === "c-to-a";
      if (way === "fromAttributes" && last) {
        const stack = newStack(app, name);
        const attributes = { linkName: name, source, destination, topics: ["orders"] };
        DestinationInitiatedLink.fromAttributes(stack, "link", { ...attributes, ...prefix?.(stack, unknown) });
        continue;
      }
      const stack = newStack(app, name);
      const link = new DestinationInitiatedLink(stack, "link", {
        linkName: name,
        source,
        sourceCredentials: key(stack, "source"),
        destination,
        destinationCredentials: key(stack, "destination"),
        upstream: before ? undefined : "none",
        ...(last ? prefix?.(stack, unknown) : {}),
      });
      const set = way === "follows" && before ? { follows: before } : { topics: ["orders"] };
      before = mirrors(stack, link, set);
    }
  };

/** OTHER -> JUMP beside PRIMARY -> JUMP. */
const fanIn =
  (
    way: Way,
    first: { link?: object; set: Parameters<typeof mirrors>[2] },
    second: { link?: object; set: Parameters<typeof mirrors>[2] },
  ): Build =>
  (app) => {
    const stack = newStack(app, "other-to-jump");
    const existing = way === "fromAttributes";
    const ends = { linkName: "other-to-jump", source: other(), destination: jump(), upstream: "none" } as const;
    const link: IClusterLink = existing
      ? DestinationInitiatedLink.fromAttributes(stack, "link", { ...ends, ...second.link, ...(second.set as object) })
      : new DestinationInitiatedLink(stack, "link", {
          ...ends,
          sourceCredentials: key(stack, "other"),
          destinationCredentials: key(stack, "jump"),
          ...second.link,
        });
    if (!existing) mirrors(stack, link, second.set);
    const beside = newStack(app, "primary-to-jump");
    mirrors(beside, firstLink(beside, first.link), first.set);
  };

/** Two links from JUMP to DR whose sets follow one set. */
const followedTwice =
  (prefix?: string): Build =>
  (app) => {
    const before = newStack(app, "primary-to-jump");
    const onJump = mirrors(before, firstLink(before), { topics: ["orders"] });
    for (const [name, changes] of [
      ["jump-to-dr", {}],
      ["jump-to-dr-2", { prefix }],
    ] as const) {
      const stack = newStack(app, name);
      mirrors(stack, secondLink(stack, { linkName: name, ...changes }), { follows: onJump });
    }
  };

export const chainRules: readonly RuleCase[] = [
  {
    id: "CL009",
    refuses: {
      ...inEveryWay((way) => ({
        build: chains(
          { prefix: "eu-", topics: ["orders"] },
          { set: { autoCreate: [TopicFilter.includePrefix("eu-orders")] } },
        )[way],
        at: firstPath(way),
        given: `${firstPath(way)} has a prefix, jump-to-dr/link creates by filter, in the chain`,
      })),
      ...Object.fromEntries(
        WAYS.map((way) => [
          `both on leg 1, ${way}`,
          {
            build: chains({ prefix: "eu-", autoCreate: followed }, { set: {} }, { topics: ["eu-orders"] })[way],
            at: firstPath(way),
            given: `${firstPath(way)} has both`,
          },
        ]),
      ),
      "a prefix on leg 2": {
        build: chain("follows", { autoCreate: followed }, { link: { prefix: "eu-" }, set: {} }),
        at: SECOND,
        given: "jump-to-dr/link has a prefix, primary-to-jump/link creates by filter",
      },
    },
    accepts: {
      ...Object.fromEntries(
        Object.entries(chains({ prefix: "eu-", topics: ["orders"] }, { set: {} }, { topics: ["eu-orders"] })).map(
          ([way, build]) => [`a prefix and topics, ${way}`, build],
        ),
      ),
      ...Object.fromEntries(
        Object.entries(chains({ autoCreate: followed }, { set: {} }, { autoCreate: followed })).map(([way, build]) => [
          `filters and no prefix, ${way}`,
          byFilter(build),
        ]),
      ),
      "both on a link by itself": (app) => {
        const stack = newStack(app, "leg");
        mirrors(stack, firstLink(stack, { prefix: "eu-" }), { autoCreate: followed });
      },
    },
    token: {
      "the prefix": byFilter(
        inTwoStacks(
          (stack, unknown) => ({ link: { prefix: unknown.text(stack, "value") }, set: { autoCreate: followed } }),
          () => ({ set: { autoCreate: [TopicFilter.includePrefix("eu-orders")] } }),
        ),
      ),
      "the prefix, through fromAttributes": byFilter(
        besideEachOther((unknown) => ({
          first: (stack) => ({ prefix: unknown.text(stack, "value"), autoCreate: followed }),
          second: () => ({ set: { autoCreate: [TopicFilter.includePrefix("eu-orders")] } }),
        })),
      ),
      "the switch": inTwoStacks(
        () => ({ link: { prefix: "eu-" }, set: { topics: ["orders"] } }),
        (stack, unknown, onJump) => ({
          set: {
            follows: onJump,
            autoCreate: { enabled: unknown.flag(stack, "value"), filters: [TopicFilter.include("eu-payments")] },
          },
        }),
      ),
    },
  },
  {
    id: "CL012",
    refuses: {
      follows: {
        build: chain("follows", { autoCreate: followed }, { set: { autoCreate: { enabled: false, filters: [] } } }),
        at: SECOND,
        given: "jump-to-dr/link mirrors none of what primary-to-jump/link brings to JUMP",
      },
      "cluster ids": {
        build: chain("cluster ids", { topics: ["orders"] }, { set: { topics: ["payments"] } }),
        at: SECOND,
        given:
          'jump-to-dr/link mirrors none of what primary-to-jump/link brings to JUMP: The topic "orders" is not mirrored by it',
      },
      fromAttributes: {
        build: chain("fromAttributes", { topics: ["orders"] }, { set: { topics: ["payments"] } }),
        at: SECOND,
        given: "jump-to-dr/link mirrors none of what jump-to-dr/before brings to JUMP",
      },
      "filters that let nothing through": {
        build: chain(
          "cluster ids",
          { autoCreate: followed },
          { set: { autoCreate: [TopicFilter.include("payments")] } },
        ),
        at: SECOND,
        given: "jump-to-dr/link mirrors none of what primary-to-jump/link brings to JUMP",
      },
      "a name without the prefix that leg 1 gives it": {
        build: chain("cluster ids", { prefix: "eu-", topics: ["orders"] }, { set: { topics: ["orders"] } }),
        at: SECOND,
        given: 'The topic "orders" is named without the prefix "eu-" that primary-to-jump/link gives it',
      },
      "a name without a prefix, through fromAttributes": {
        build: chain("fromAttributes", { prefix: "eu-", topics: ["orders"] }, { set: { topics: ["orders"] } }),
        at: SECOND,
        given: 'The topic "orders" is named without the prefix "eu-" that jump-to-dr/before gives it',
      },
    },
    accepts: {
      ...chains({ topics: ["orders"] }, { set: {} }, { topics: ["orders"] }),
      ...Object.fromEntries(
        Object.entries(chains({ prefix: "eu-", topics: ["orders"] }, { set: {} }, { topics: ["eu-orders"] })).map(
          ([way, build]) => [`the prefix, ${way}`, build],
        ),
      ),
      "a filter for explicit topics": byFilter(
        chain("cluster ids", { topics: ["orders"] }, { set: { autoCreate: [TopicFilter.includePrefix("or")] } }),
      ),
    },
    token: {
      "leg 2's list": inTwoStacks(
        () => ({ set: { topics: ["orders"] } }),
        (stack, unknown) => ({ set: { topics: unknown.list(stack, "value") } }),
      ),
      "leg 1's prefix": inTwoStacks(
        (stack, unknown) => ({ link: { prefix: unknown.text(stack, "value") }, set: { topics: ["orders"] } }),
        () => ({ set: { topics: ["eu-orders"] } }),
      ),
      "leg 2's filter": byFilter(
        inTwoStacks(
          () => ({ set: { topics: ["orders"] } }),
          (stack, unknown) => ({ set: { autoCreate: [TopicFilter.include(unknown.text(stack, "value"))] } }),
        ),
      ),
      "a described topic": besideEachOther((unknown) => ({
        first: (stack) => ({ topics: [unknown.text(stack, "value")] }),
        second: () => ({ set: { topics: ["orders"] } }),
      })),
    },
  },
  {
    id: "CL013",
    refuses: {
      ...inEveryWay((way) => ({
        build: chains({ topics: ["orders"], groups: [GroupFilter.all()] }, { set: {} }, { topics: ["orders"] })[way],
        at: SECOND,
        given: `Offset sync is on for ${firstPath(way)} and off for jump-to-dr/link`,
      })),
      ...Object.fromEntries(
        WAYS.map((way) => [
          `leg 2 alone, ${way}`,
          {
            build: chains({ topics: ["orders"] }, { ...groups(GroupFilter.all()), set: {} }, { topics: ["orders"] })[
              way
            ],
            at: SECOND,
            given: `Offset sync is on for jump-to-dr/link and off for ${firstPath(way)}`,
          },
        ]),
      ),
      ...Object.fromEntries(
        WAYS.map((way) => [
          `a narrower filter, ${way}`,
          {
            build: chains(
              { topics: ["orders"], groups: [GroupFilter.includePrefix("app")] },
              { ...groups(GroupFilter.includePrefix("app-b")), set: {} },
              { topics: ["orders"] },
            )[way],
            at: SECOND,
            given: `${firstPath(way)} syncs the groups of INCLUDE PREFIXED "app", jump-to-dr/link does not`,
          },
        ]),
      ),
      "an exclusion": {
        build: chain(
          "follows",
          { topics: ["orders"], groups: [GroupFilter.all()] },
          { ...groups(GroupFilter.all(), GroupFilter.exclude("app")), set: {} },
        ),
        at: SECOND,
        given: 'jump-to-dr/link leaves out EXCLUDE LITERAL "app", primary-to-jump/link does not',
      },
    },
    accepts: {
      ...chains(
        { topics: ["orders"], groups: [GroupFilter.includePrefix("app"), GroupFilter.exclude("app-old")] },
        { ...groups(GroupFilter.includePrefix("app"), GroupFilter.exclude("app-old")), set: {} },
        { topics: ["orders"] },
      ),
      "a wider filter": chain(
        "follows",
        { topics: ["orders"], groups: [GroupFilter.includePrefix("app")] },
        { ...groups(GroupFilter.all()), set: {} },
      ),
      "no sync at all": chain("follows", { topics: ["orders"] }, { set: {} }),
      "an acknowledged one": (app) => {
        buildChain(app, "follows", { topics: ["orders"], groups: [GroupFilter.all()] }, { set: {} });
        Warnings.of(app).acknowledge("CL013", "consumers on DR start from the latest record");
      },
    },
    token: {
      "the switch": inTwoStacks(
        () => ({ link: { consumerOffsetSync: { groups: [GroupFilter.all()] } }, set: { topics: ["orders"] } }),
        (stack, unknown, follows) => ({
          link: { consumerOffsetSync: { enabled: unknown.flag(stack, "value"), groups: [GroupFilter.all()] } },
          set: { follows },
        }),
      ),
      "leg 2's group": inTwoStacks(
        () => ({ link: { consumerOffsetSync: { groups: [GroupFilter.include("app")] } }, set: { topics: ["orders"] } }),
        (stack, unknown, follows) => ({
          ...groups(GroupFilter.include(unknown.text(stack, "value"))),
          set: { follows },
        }),
      ),
      "a described group": besideEachOther((unknown) => ({
        first: (stack) => ({ topics: ["orders"], groups: [GroupFilter.include(unknown.text(stack, "value"))] }),
        second: () => ({ ...groups(GroupFilter.include("app")), set: { topics: ["orders"] } }),
      })),
    },
  },
  { id: "CL026", documented: true },
  {
    id: "CL035",
    refuses: {
      follows: {
        build: (app) => {
          const before = newStack(app, "primary-to-jump");
          const link = firstLink(before);
          const onJump = mirrors(before, link, { topics: ["orders"] });
          mirrors(before, link, { topics: ["payments"] }, "others");
          const stack = newStack(app, "jump-to-dr");
          mirrors(stack, secondLink(stack), { follows: onJump });
        },
        at: SECOND,
        given: 'The topic "payments" is brought to JUMP by primary-to-jump/link and not mirrored by jump-to-dr/link',
      },
      "cluster ids": {
        build: chain("cluster ids", { topics: ["orders", "payments"] }, { set: { topics: ["orders"] } }),
        at: SECOND,
        given: 'The topic "payments" is brought to JUMP by primary-to-jump/link and not mirrored by jump-to-dr/link',
      },
      fromAttributes: {
        build: chain("fromAttributes", { topics: ["orders", "payments"] }, { set: { topics: ["orders"] } }),
        at: SECOND,
        given: 'The topic "payments" is brought to JUMP by jump-to-dr/before and not mirrored by jump-to-dr/link',
      },
      "every topic before a few": {
        build: chain(
          "cluster ids",
          { autoCreate: [TopicFilter.all(), TopicFilter.excludePrefix("_")] },
          { set: { topics: ["orders"] } },
        ),
        at: SECOND,
        given: "primary-to-jump/link mirrors every topic to JUMP, jump-to-dr/link only those it names",
      },
      "a narrower filter": {
        build: chain(
          "cluster ids",
          { autoCreate: [TopicFilter.includePrefix("orders")] },
          { set: { autoCreate: [TopicFilter.includePrefix("orders-eu")] } },
        ),
        at: SECOND,
        given: 'INCLUDE PREFIXED "orders"',
        also: ["CL078"],
      },
      "a narrower filter, through fromAttributes": {
        build: chain(
          "fromAttributes",
          { autoCreate: [TopicFilter.all(), TopicFilter.excludePrefix("_")] },
          { set: { autoCreate: [TopicFilter.includePrefix("orders")] } },
        ),
        at: SECOND,
        given: 'INCLUDE LITERAL "*"',
        also: ["CL078"],
      },
      "a link without mirror topics": {
        build: chain("cluster ids", { topics: ["orders"] }, {}),
        at: SECOND,
        given: 'The topic "orders" is brought to JUMP by primary-to-jump/link and not mirrored by jump-to-dr/link',
      },
      "filters in rawConfig": {
        build: inTwoStacks(
          () => ({ set: { topics: ["orders", "payments"] } }),
          () => ({
            link: {
              rawConfig: {
                "auto.create.mirror.topics.enable": "true",
                "auto.create.mirror.topics.filters":
                  '{"topicFilters":[{"name":"orders","patternType":"LITERAL","filterType":"INCLUDE"}]}',
              },
            },
            set: { topics: ["refunds"] },
          }),
        ),
        at: SECOND,
        given: 'The topic "payments" is brought to JUMP',
        also: ["CL078"],
      },
    },
    accepts: {
      ...chains({ topics: ["orders", "payments"] }, { set: {} }, { topics: ["orders", "payments"] }),
      ...Object.fromEntries(
        Object.entries(
          chains(
            { topics: ["orders"], autoCreate: [TopicFilter.includePrefix("mirror"), TopicFilter.exclude("mirror-no")] },
            { set: {} },
            {
              topics: ["orders"],
              autoCreate: [TopicFilter.includePrefix("mirror"), TopicFilter.exclude("mirror-no")],
            },
          ),
        ).map(([way, build]) => [`filters, ${way}`, byFilter(build)]),
      ),
      "a wider filter": byFilter(
        chain(
          "cluster ids",
          { autoCreate: [TopicFilter.includePrefix("orders-eu")] },
          { set: { autoCreate: [TopicFilter.includePrefix("orders")] } },
        ),
      ),
      "topics that are live on DR": failedOver({ keepPromoted: ["payments"] }),
      "nothing but topics that are live on DR": failedOver({ keepPromoted: true }),
    },
    token: {
      "a followed list, as a list of its own": inTwoStacks(
        (stack, unknown) => ({ set: { topics: unknown.list(stack, "value") } }),
        (stack, unknown) => ({ set: { topics: unknown.list(stack, "value") } }),
      ),
      "leg 2's list": inTwoStacks(
        () => ({ set: { topics: ["orders", "payments"] } }),
        (stack, unknown) => ({ set: { topics: unknown.list(stack, "value") } }),
      ),
      "leg 2's filter": byFilter(
        inTwoStacks(
          () => ({ set: { topics: ["orders", "payments"] } }),
          (stack, unknown) => ({
            set: { topics: ["orders"], autoCreate: [TopicFilter.include(unknown.text(stack, "value"))] },
          }),
        ),
      ),
      "described topics": besideEachOther((unknown) => ({
        first: (stack) => ({ topics: ["orders", unknown.text(stack, "value")] }),
        second: () => ({ set: { topics: ["orders"] } }),
      })),
    },
  },
  {
    id: "CL038",
    refuses: {
      follows: {
        build: followedTwice(),
        at: "jump-to-dr-2/link",
        given: 'The topic "orders" is claimed by jump-to-dr/link and by jump-to-dr-2/link on DR',
      },
      "cluster ids": {
        build: fanIn("cluster ids", { set: { topics: ["orders"] } }, { set: { topics: ["orders"] } }),
        at: "primary-to-jump/link",
        given: 'The topic "orders" is claimed by other-to-jump/link and by primary-to-jump/link on JUMP',
      },
      fromAttributes: {
        build: fanIn("fromAttributes", { set: { topics: ["orders"] } }, { set: { topics: ["orders"] } }),
        at: "primary-to-jump/link",
        given: 'The topic "orders" is claimed by other-to-jump/link and by primary-to-jump/link on JUMP',
      },
      "a topic and a filter": {
        build: fanIn("cluster ids", { set: { topics: ["orders"] } }, { set: { autoCreate: followed } }),
        at: "primary-to-jump/link",
        given: 'The topic "orders" is claimed',
      },
      "a filter and a topic, through fromAttributes": {
        build: fanIn("fromAttributes", { set: { autoCreate: followed } }, { set: { topics: ["orders"] } }),
        at: "primary-to-jump/link",
        given: 'The topic "orders" is claimed',
      },
      "filters that overlap": {
        build: fanIn(
          "cluster ids",
          { set: { autoCreate: [TopicFilter.includePrefix("orders")] } },
          { set: { autoCreate: [TopicFilter.includePrefix("orders-eu")] } },
        ),
        at: "primary-to-jump/link",
        given: "claimed by other-to-jump/link and by primary-to-jump/link on JUMP",
      },
      "filters that overlap, the other way round": {
        build: fanIn(
          "cluster ids",
          { set: { autoCreate: [TopicFilter.includePrefix("orders-eu")] } },
          { set: { autoCreate: [TopicFilter.includePrefix("orders")] } },
        ),
        at: "primary-to-jump/link",
        given: "claimed by other-to-jump/link and by primary-to-jump/link on JUMP",
      },
      "every topic of both": {
        build: fanIn(
          "cluster ids",
          { set: { autoCreate: [TopicFilter.all(), TopicFilter.excludePrefix("_")] } },
          { set: { autoCreate: [TopicFilter.all(), TopicFilter.excludePrefix("_")] } },
        ),
        at: "primary-to-jump/link",
        given: "Every topic is claimed by other-to-jump/link and by primary-to-jump/link on JUMP",
      },
      "a prefix that makes another topic's name": {
        build: fanIn(
          "cluster ids",
          { set: { topics: ["eu-orders"] } },
          { link: { prefix: "eu-" }, set: { topics: ["orders"] } },
        ),
        at: "primary-to-jump/link",
        given: 'The topic "eu-orders" is claimed',
      },
    },
    accepts: {
      "follows, with a prefix": followedTwice("two-"),
      ...Object.fromEntries(
        (["cluster ids", "fromAttributes"] as const).flatMap((way) => [
          [`other topics, ${way}`, fanIn(way, { set: { topics: ["orders"] } }, { set: { topics: ["payments"] } })],
          [
            `a prefix, ${way}`,
            fanIn(way, { set: { topics: ["orders"] } }, { link: { prefix: "o-" }, set: { topics: ["orders"] } }),
          ],
        ]),
      ),
      "two clusters": (app) => {
        const left = pull(app, "left", other(), a());
        mirrors(left.direction.stack, left, { topics: ["orders"] });
        const right = pull(app, "right", other(), b());
        mirrors(right.direction.stack, right, { topics: ["orders"] });
      },
    },
    token: {
      "a prefix": (app, unknown) => {
        const left = pull(app, "left", a(), c());
        mirrors(left.direction.stack, left, { topics: ["orders"] });
        const stack = newStack(app, "right");
        const right = new DestinationInitiatedLink(stack, "link", {
          linkName: "right",
          source: b(),
          sourceCredentials: key(stack, "b"),
          destination: c(),
          destinationCredentials: key(stack, "c"),
          upstream: "none",
          prefix: unknown.text(stack, "value"),
        });
        mirrors(stack, right, { topics: ["orders"] });
      },
      "the destination": (app, unknown) => {
        const left = pull(app, "left", a(), c());
        mirrors(left.direction.stack, left, { topics: ["orders"] });
        const stack = newStack(app, "right");
        DestinationInitiatedLink.fromAttributes(stack, "link", {
          linkName: "right",
          source: b(),
          destination: jump({ id: unknown.text(stack, "value") }),
          topics: ["orders"],
          upstream: "none",
        });
      },
    },
  },
  {
    id: "CL039",
    refuses: {
      ...inEveryWay((way) => ({
        build: ring(way),
        at: "a-to-b/link",
        given: "Links go A -> B -> C -> A without a prefix",
      })),
      "two links there and back": {
        build: (app) => {
          const there = pull(app, "there", a(), b());
          mirrors(there.direction.stack, there, { topics: ["orders"] });
          const back = pull(app, "back", b(), a());
          mirrors(back.direction.stack, back, { topics: ["payments"] });
        },
        at: "there/link",
        given: "Links go A -> B -> A without a prefix",
      },
    },
    accepts: {
      ...inEveryWay((way) => ring(way, () => ({ prefix: "c-" }))),
      "the two directions of one link": (app) => {
        const stack = newStack(app, "both");
        const link = new BidirectionalLink(stack, "link", {
          linkName: "both",
          ends: [
            { cluster: a(), credentials: key(stack, "a") },
            { cluster: b(), credentials: key(stack, "b") },
          ],
        });
        mirrors(stack, link.into(a()), { topics: ["orders"] }, "on-a");
        mirrors(stack, link.into(b()), { topics: ["payments"] }, "on-b");
      },
      "a chain": chain("follows", { topics: ["orders"] }, { set: {} }),
    },
    token: {
      "the prefix, by cluster ids": ring("cluster ids", (stack, unknown) => ({ prefix: unknown.text(stack, "value") })),
      "the prefix, through fromAttributes": ring("fromAttributes", (stack, unknown) => ({
        prefix: unknown.text(stack, "value"),
      })),
    },
  },
  {
    id: "CL044",
    refuses: {
      "a public source and a private destination alone": {
        build: (app) => {
          const stack = newStack(app, "jump-to-dr");
          mirrors(stack, secondLink(stack), { topics: ["orders"] });
        },
        at: SECOND,
        given: "No link of this app fills JUMP, which is public and feeds the private DR",
      },
      "an id of JUMP that is a token, without follows": {
        build: inTwoStacks(
          (stack, unknown) => ({
            link: { destination: jump({ id: unknown.text(stack, "value") }) },
            set: { topics: ["orders"] },
          }),
          () => ({ set: { topics: ["orders"] } }),
        ),
        at: SECOND,
        given: "Whether primary-to-jump/link fills JUMP depends on a cluster id that is a token",
      },
      "an id of JUMP that is a token, through fromAttributes": {
        build: besideEachOther((unknown) => ({
          first: (stack) => ({ topics: ["orders"], destination: jump({ id: unknown.text(stack, "value") }) }),
          second: () => ({ set: { topics: ["orders"] } }),
        })),
        at: SECOND,
        given: "Whether jump-to-dr/before fills JUMP depends on a cluster id that is a token",
      },
      "a link that exists": {
        build: (app) => {
          const stack = newStack(app, "leg");
          const ends = { linkName: "jump-to-dr", source: jump(), destination: dr(), topics: ["orders"] };
          DestinationInitiatedLink.fromAttributes(stack, "link", ends);
        },
        at: "leg/link",
        given: "No link of this app fills JUMP",
      },
    },
    accepts: {
      ...chains({ topics: ["orders"] }, { set: {} }, { topics: ["orders"] }),
      'an upstream of "none"': (app) => {
        const stack = newStack(app, "jump-to-dr");
        mirrors(stack, secondLink(stack, { upstream: "none" }), { topics: ["orders"] });
      },
      "an upstream that is stated though its id is a token": (app, unknown) => {
        const before = newStack(app, "primary-to-jump");
        const upstream = firstLink(before, { destination: jump({ id: unknown.text(before, "value") }) });
        mirrors(before, upstream, { topics: ["orders"] });
        const stack = newStack(app, "jump-to-dr");
        mirrors(stack, secondLink(stack, { upstream }), { topics: ["orders"] });
      },
      "an upstream that another app creates": (app) => {
        const stack = newStack(app, "jump-to-dr");
        const upstream = SourceInitiatedLink.fromAttributes(stack, "before", {
          linkName: "primary-to-jump",
          source: primary(),
          destination: jump(),
          topics: ["orders"],
        });
        mirrors(stack, secondLink(stack, { upstream }), { topics: ["orders"] });
      },
      "the first leg of a chain": (app) => {
        const stack = newStack(app, "leg");
        mirrors(stack, firstLink(stack), { topics: ["orders"] });
      },
    },
    token: {
      "an id of JUMP, with follows": inTwoStacks(
        (stack, unknown) => ({
          link: { destination: jump({ id: unknown.text(stack, "value") }) },
          set: { topics: ["orders"] },
        }),
        (_stack, _unknown, follows) => ({ set: { follows } }),
      ),
      "every id, with follows": inTwoStacks(
        (stack, unknown) => ({
          link: {
            source: primary({ id: unknown.text(stack, "primary") }),
            destination: jump({ id: unknown.text(stack, "jump_id") }),
          },
          set: { topics: ["orders"] },
        }),
        (stack, unknown, follows) => ({
          link: {
            source: jump({ id: unknown.text(stack, "jump_id") }),
            destination: dr({ id: unknown.text(stack, "dr") }),
          },
          set: { follows },
        }),
      ),
    },
  },
  {
    id: "CL078",
    refuses: {
      ...inEveryWay((way) => ({
        build: chains(
          { topics: ["orders"], autoCreate: [TopicFilter.includePrefix("bills")] },
          { set: {} },
          { topics: ["orders"], autoCreate: [TopicFilter.includePrefix("bills")] },
        )[way],
        at: SECOND,
        given: 'Mirror topics on DR are created by INCLUDE PREFIXED "bills"',
      })),
      "filters of a link by itself that fails over": {
        build: (app) => {
          const stack = newStack(app, "leg");
          const autoCreate = [TopicFilter.include("orders"), TopicFilter.include("bills"), TopicFilter.exclude("x")];
          mirrors(stack, firstLink(stack), { autoCreate, failover: Failover.fromVariable(stack) });
        },
        at: "leg/link",
        given: 'Mirror topics on JUMP are created by INCLUDE LITERAL "orders" and 1 more',
      },
    },
    accepts: {
      ...chains({ topics: ["orders"] }, { set: {} }, { topics: ["orders"] }),
      "filters on a leg before the last": {
        build: chain(
          "cluster ids",
          { topics: ["orders"], autoCreate: [TopicFilter.include("bills")] },
          { set: { topics: ["orders"] } },
        ),
        also: ["CL035"],
      },
      "filters of a link by itself": (app) => {
        const stack = newStack(app, "leg");
        mirrors(stack, firstLink(stack), { autoCreate: followed });
      },
      "filters that are switched off": {
        build: chain(
          "cluster ids",
          { topics: ["orders"] },
          { set: { topics: ["orders"], autoCreate: { enabled: false, filters: followed } } },
        ),
        also: ["CL004"],
      },
      "an acknowledged one": (app) => {
        buildChain(app, "follows", { autoCreate: followed }, { set: {} });
        Warnings.of(app).acknowledge("CL078", "the command line fails them over");
      },
    },
    token: {
      "the switch": inTwoStacks(
        () => ({ set: { topics: ["orders"] } }),
        (stack, unknown, follows) => ({
          set: {
            follows,
            autoCreate: { enabled: unknown.flag(stack, "value"), filters: [TopicFilter.include("bills")] },
          },
        }),
      ),
    },
  },
];
