import fc from "fast-check";
import type { NameFilterEntry } from "../../../lib/model/filter-matcher";
import { FilterType, PatternType } from "../../../lib/model/filters";
import { UNKNOWN, type Maybe } from "../../../lib/model/maybe";

/** Short texts over a few letters, so that they often meet. */
export const text = (letters: readonly string[], maxLength = 3, minLength = 0): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...letters), minLength, maxLength });

/** The value, and now and then one that only Terraform knows. */
export const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Maybe<T>> =>
  fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: fc.constant(UNKNOWN) });

/** One filter entry: a literal, a prefix, or the wildcard. */
export function filter<N extends Maybe<string>>(name: fc.Arbitrary<N>): fc.Arbitrary<NameFilterEntry> {
  return fc.record({
    name: fc.oneof({ weight: 6, arbitrary: name }, { weight: 1, arbitrary: fc.constant("*") }),
    patternType: fc.constantFrom(PatternType.LITERAL, PatternType.PREFIXED),
    filterType: fc.constantFrom(FilterType.INCLUDE, FilterType.INCLUDE, FilterType.EXCLUDE),
  });
}

export const filters = <N extends Maybe<string>>(
  name: fc.Arbitrary<N>,
  maxLength = 6,
): fc.Arbitrary<NameFilterEntry[]> => fc.array(filter(name), { maxLength });
