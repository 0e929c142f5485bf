/** Addresses of resources, by what makes them. */
export type Addresses = Readonly<Record<string, readonly string[]>>;

export interface AddressChange {
  readonly of: string;
  readonly address: string;
}

/** Addresses that were there before and are not any more. New ones harm nobody. */
export function lostAddresses(before: Addresses, now: Addresses): AddressChange[] {
  return Object.entries(before).flatMap(([of, addresses]) => {
    const there = new Set(now[of]);
    return addresses.filter((address) => !there.has(address)).map((address) => ({ of, address }));
  });
}

/** Those of them that nothing tells users how to keep: without a new major version, each needs a `moved` block in the changelog. */
export function withoutRecipe(
  lost: readonly AddressChange[],
  { before, version, recipes }: { readonly before: string; readonly version: string; readonly recipes: string },
): AddressChange[] {
  if (majorOf(version) > majorOf(before)) return [];
  const moved = new Set([...recipes.matchAll(/^\s*from\s*=\s*(\S+)\s*$/gm)].map(([, from]) => from));
  return lost.filter(({ address }) => !moved.has(address));
}

const majorOf = (version: string): number => Number(version.split(".")[0]);
