import { either, flag, having, link, list, number, record, shape, text, word } from "../core/shape";

/** A filter of names. */
export const nameFilter = shape("a filter", { name: text, patternType: text, filterType: text }, [
  "name",
  "patternType",
  "filterType",
]);

/** Filters of names. */
export const nameFilters = list(nameFilter, { orToken: false });

const aclFilter = shape(
  "an AclFilter",
  {
    resourceFilter: shape("an object", { resourceType: text, patternType: text, name: text }, [
      "resourceType",
      "patternType",
    ]),
    accessFilter: shape("an object", { principal: text, host: text, operation: text, permissionType: text }, [
      "operation",
      "permissionType",
    ]),
  },
  ["resourceFilter", "accessFilter"],
);

/** The settings of a half that receives data. */
export const SETTINGS = {
  prefix: text,
  consumerGroupPrefix: flag,
  consumerOffsetSync: shape("an object", { enabled: flag, groups: nameFilters, intervalMs: number }, ["groups"]),
  aclSync: shape("an object", { enabled: flag, filters: list(aclFilter, { orToken: false }), intervalMs: number }, [
    "filters",
  ]),
  topicConfigSync: shape("an object", { include: list(text, { orToken: false }), intervalMs: number }),
  startOffset: shape("a StartOffset", { value: text }, ["value"]),
  rawConfig: record(either(text, number, flag)),
};

/** The leg that fills a link's source. */
export const upstream = either(word("none"), link);

/** A link, or one direction of it. */
export const anyLink = either(link, having("a direction of a link", "addClaimant"));
