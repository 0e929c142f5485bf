import { known } from "../core/known";
import { requireKind, shape, text as aText } from "../core/shape";
import { refuse } from "../core/validation-error";
import { formatRange, parseRange, partOf } from "../model/cidr";
import { quote } from "../model/names";
import { checkRanges, illegalRange } from "../model/rules/placement";

/**
 * Address ranges of networks that shall reach each other, in CIDR notation, by the networks' names.
 *
 * Ranges that are known to Terraform only are not looked into.
 *
 * Errors: CL095, CL096, CL097.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc1918
 */
export class AddressPlan<Name extends string = string> {
  private constructor(
    /** The ranges as they were given. */
    public readonly ranges: Readonly<Record<Name, string>>,
  ) {}

  /** A plan of ranges that are legal, private and apart from each other. Throws CL095, CL096 and CL097. */
  public static of<Name extends string>(ranges: Readonly<Record<Name, string>>): AddressPlan<Name> {
    requireKind("AddressPlan", "the ranges", ranges, shape("an object of texts", {}));
    for (const [name, range] of Object.entries(ranges)) requireKind("AddressPlan", name, range, aText);
    const given = Object.entries<string>(ranges).map(([name, range]) => [name, known(range)] as const);
    refuse("AddressPlan", checkRanges(Object.fromEntries(given)));
    return new AddressPlan(ranges);
  }

  /**
   * One of the equal parts of a network's range, by its prefix length in bits and its position from 0.
   *
   * Throws CL095 for a part that the range does not have, and for a range that only Terraform knows.
   */
  public part(name: Name, bits: number, index = 0): string {
    const text = this.ranges[name];
    const range = parseRange(text);
    const part = typeof range === "string" ? undefined : partOf(range, bits, index);
    if (part === undefined) {
      refuse("AddressPlan", [illegalRange.finding(`${quote(text)} of ${name} has no part ${index} of /${bits}.`)]);
    }
    return formatRange(part as NonNullable<typeof part>);
  }
}
