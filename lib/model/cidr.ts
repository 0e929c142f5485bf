/** An IPv4 address range. */
export interface AddressRange {
  /** The first address, as a number. */
  readonly first: number;
  /** How many bits all its addresses have in common: 0 to 32. */
  readonly bits: number;
}

const ALL = 2 ** 32;
const CIDR = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;

/** Ranges that no public host has: RFC 1918. */
export const PRIVATE_RANGES = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"] as const;

/** How many addresses a range has. */
export const sizeOf = ({ bits }: AddressRange): number => 2 ** (32 - bits);

/** The range that a text like `10.1.0.0/16` means, or why it means none. */
export function parseRange(text: string): AddressRange | string {
  const match = CIDR.exec(text);
  if (!match) return "it is not of the form 10.1.0.0/16";
  const [a, b, c, d, bits] = match.slice(1).map(Number) as [number, number, number, number, number];
  if ([a, b, c, d].some((part) => part > 255) || bits > 32) return "it has a part that is too large";
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const size = 2 ** (32 - bits);
  if (address % size !== 0) return `its network begins at ${formatRange({ first: address - (address % size), bits })}`;
  return { first: address, bits };
}

export function formatRange({ first, bits }: AddressRange): string {
  const parts = [24, 16, 8, 0].map((shift) => Math.floor((first % ALL) / 2 ** shift) % 256);
  return `${parts.join(".")}/${bits}`;
}

/** Whether every address of one range is one of the other's. */
export function contains(wide: AddressRange, narrow: AddressRange): boolean {
  return wide.bits <= narrow.bits && narrow.first >= wide.first && narrow.first < wide.first + sizeOf(wide);
}

/** Whether two ranges have an address in common. */
export const overlaps = (a: AddressRange, b: AddressRange): boolean => contains(a, b) || contains(b, a);

/** Whether a range is within those of RFC 1918. */
export function isPrivate(range: AddressRange): boolean {
  return PRIVATE_RANGES.some((each) => contains(parseRange(each) as AddressRange, range));
}

/** One of the equal parts of a range, the first one having the index 0; `undefined` where there is none. */
export function partOf(range: AddressRange, bits: number, index: number): AddressRange | undefined {
  const part = { first: range.first + index * 2 ** (32 - bits), bits };
  return bits <= 32 && index >= 0 && contains(range, part) ? part : undefined;
}
