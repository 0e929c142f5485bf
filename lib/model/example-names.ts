import type { NameFilterEntry } from "./filter-matcher";
import { EVERY_NAME, FilterType, PatternType } from "./filters";
import { isKnown } from "./maybe";

export interface ExampleWords {
  /** Name for a filter that chooses all. */
  readonly any: string;
  /** What is put behind the beginning that a filter chooses. */
  readonly ending: string;
}

/** For each filter that includes names a name that it includes; others may exclude it. Names known to Terraform only are left out. */
export function exampleNames(filters: readonly NameFilterEntry[], { any, ending }: ExampleWords): string[] {
  const names = filters.flatMap(({ name, patternType, filterType }) => {
    if (!isKnown<string>(name) || filterType !== FilterType.INCLUDE) return [];
    if (patternType === PatternType.PREFIXED) return [`${String(name)}${ending}`];
    return [name === EVERY_NAME ? any : String(name)];
  });
  return [...new Set(names)];
}
