import type { NameFilterEntry } from "../model/filter-matcher";
import { FilterType, PatternType, type AclFilter, type NameFilterAttributes } from "../model/filters";
import { UNKNOWN } from "../model/maybe";
import type { AclFilterEntry } from "../model/topology";
import { jsonText } from "./json-text";
import { isToken, known } from "./known";

/** The canonical text of a topic or group filter document. */
export function nameFilterText(
  document: "topicFilters" | "groupFilters",
  filters: readonly NameFilterAttributes[],
): string {
  return jsonText({
    [document]: filters.map(({ name, patternType, filterType }) => ({ name, patternType, filterType })),
  });
}

/** The canonical text of an ACL filter document. */
export function aclFilterText(filters: readonly AclFilter[]): string {
  return jsonText({
    aclFilters: filters.map(({ resourceFilter, accessFilter }) => ({
      resourceFilter: {
        resourceType: resourceFilter.resourceType,
        patternType: resourceFilter.patternType,
        name: resourceFilter.name,
      },
      accessFilter: {
        principal: accessFilter.principal,
        host: accessFilter.host,
        operation: accessFilter.operation,
        permissionType: accessFilter.permissionType,
      },
    })),
  });
}

/** Name filters as rules see them. One whose pattern or type only Terraform knows may take in or leave out anything. */
export function nameFilterEntries(filters: readonly NameFilterAttributes[]): NameFilterEntry[] {
  return filters.flatMap(({ name, patternType, filterType }): NameFilterEntry[] => {
    if (!isToken(patternType) && !isToken(filterType)) {
      return [{ name: known(name), patternType: patternType as PatternType, filterType: filterType as FilterType }];
    }
    const types = isToken(filterType) ? Object.values(FilterType) : [filterType as FilterType];
    return types.map((type) => ({ name: UNKNOWN, patternType: PatternType.LITERAL, filterType: type }));
  });
}

/** ACL filters as rules see them. */
export function aclFilterEntries(filters: readonly AclFilter[]): AclFilterEntry[] {
  const all = (members: object): object =>
    Object.fromEntries(Object.entries(members).map(([name, value]) => [name, known(value as string)]));
  return filters.map(
    ({ resourceFilter, accessFilter }) =>
      ({ resourceFilter: all(resourceFilter), accessFilter: all(accessFilter) }) as AclFilterEntry,
  );
}
