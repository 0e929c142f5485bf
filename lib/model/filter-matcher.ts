import { EVERY_NAME, FilterType, PatternType, type NameFilterAttributes } from "./filters";
import { UNKNOWN, isKnown, type Maybe } from "./maybe";
import { quote } from "./names";

/** A filter entry as the model sees it: its name may be known to Terraform only. */
export interface NameFilterEntry {
  readonly name: Maybe<string>;
  readonly patternType: PatternType;
  readonly filterType: FilterType;
}

/** What a list of filters says of one name, and which entry said it. */
export type FilterVerdict =
  | { readonly passes: true; readonly by: NameFilterEntry }
  | { readonly passes: false; readonly by: NameFilterEntry | undefined }
  | { readonly passes: typeof UNKNOWN; readonly by: NameFilterEntry };

/** Brokers keep topics with this prefix to themselves; no link mirrors them. */
export const INTERNAL_TOPIC_PREFIX = "__";

/** Words of a filter are short; what is longer is none. */
const LONGEST_WORD = 40;

/** The entry in one line, as error messages and `explain` show it. */
export function describeFilter(filter: NameFilterEntry | NameFilterAttributes): string {
  const name = isKnown<string>(filter.name) ? quote(String(filter.name)) : "(known to Terraform only)";
  const word = (text: string): string => (text.length > LONGEST_WORD ? quote(text) : text);
  return `${word(String(filter.filterType))} ${word(String(filter.patternType))} ${name}`;
}

/** The first text that sorts after every name with this prefix, if there is one. */
function endOf(prefix: string): string | undefined {
  let last = prefix.length - 1;
  while (last >= 0 && prefix.charCodeAt(last) === 0xffff) last--;
  return last < 0 ? undefined : prefix.slice(0, last) + String.fromCharCode(prefix.charCodeAt(last) + 1);
}

/** Position of the last text that does not sort after the name, or -1. */
function positionOf(name: string, sorted: readonly string[]): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as string) <= name) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Entries of one filter type. */
class EntryIndex {
  public readonly literals = new Map<string, NameFilterEntry>();
  /** Sorted; none starts with another. */
  public readonly prefixes: readonly string[];
  private readonly prefixed = new Map<string, NameFilterEntry>();
  private readonly wildcard: NameFilterEntry | undefined;
  public readonly unknown: NameFilterEntry | undefined;

  public constructor(entries: readonly NameFilterEntry[]) {
    for (const entry of entries) {
      if (!isKnown(entry.name)) this.unknown ??= entry;
      else if (typeof entry.name !== "string") continue;
      else if (entry.patternType !== PatternType.PREFIXED && entry.name === EVERY_NAME) this.wildcard ??= entry;
      else {
        const known = entry.patternType === PatternType.PREFIXED ? this.prefixed : this.literals;
        if (!known.has(entry.name)) known.set(entry.name, entry);
      }
    }
    const shortest: string[] = [];
    for (const prefix of [...this.prefixed.keys()].sort()) {
      const last = shortest[shortest.length - 1];
      if (last === undefined || !prefix.startsWith(last)) shortest.push(prefix);
    }
    this.prefixes = shortest;
  }

  /** The entry that matches a name, its literal left aside. */
  public findPattern(name: string): NameFilterEntry | undefined {
    const prefix = this.prefixes[positionOf(name, this.prefixes)];
    return prefix !== undefined && name.startsWith(prefix) ? this.prefixed.get(prefix) : this.wildcard;
  }

  public find(name: string): NameFilterEntry | undefined {
    return this.literals.get(name) ?? this.findPattern(name);
  }
}

/**
 * Answers for a list of filters whether a name passes: at least one INCLUDE matches and no EXCLUDE does.
 *
 * Prefixes cut the sorted names into ranges of one verdict each, so a name is looked up and not compared with each entry.
 */
export class FilterMatcher {
  private readonly includes: EntryIndex;
  private readonly excludes: EntryIndex;
  private readonly starts: readonly string[];
  private readonly verdicts: readonly FilterVerdict[];

  public constructor(filters: readonly NameFilterEntry[]) {
    this.includes = new EntryIndex(filters.filter((filter) => filter.filterType === FilterType.INCLUDE));
    this.excludes = new EntryIndex(filters.filter((filter) => filter.filterType === FilterType.EXCLUDE));
    const starts = new Set([""]);
    for (const prefix of [...this.excludes.prefixes, ...this.includes.prefixes]) {
      const end = endOf(prefix);
      starts.add(prefix);
      if (end !== undefined) starts.add(end);
    }
    this.starts = [...starts].sort();
    this.verdicts = this.starts.map((start) =>
      this.decide(this.excludes.findPattern(start), this.includes.findPattern(start)),
    );
  }

  public judge(name: string): FilterVerdict {
    const { includes, excludes } = this;
    if (excludes.literals.has(name) || includes.literals.has(name)) {
      return this.decide(excludes.find(name), includes.find(name));
    }
    return this.verdicts[positionOf(name, this.starts)] as FilterVerdict;
  }

  private decide(excluded: NameFilterEntry | undefined, included: NameFilterEntry | undefined): FilterVerdict {
    if (excluded) return { passes: false, by: excluded };
    const doubt = included ? this.excludes.unknown : this.includes.unknown;
    if (doubt) return { passes: UNKNOWN, by: doubt };
    return included ? { passes: true, by: included } : { passes: false, by: undefined };
  }
}

const MATCHERS = new WeakMap<readonly NameFilterEntry[], FilterMatcher>();

/** The matcher of a list that does not change any more. */
export function matcherOf(filters: readonly NameFilterEntry[]): FilterMatcher {
  let matcher = MATCHERS.get(filters);
  if (!matcher) MATCHERS.set(filters, (matcher = new FilterMatcher(filters)));
  return matcher;
}
