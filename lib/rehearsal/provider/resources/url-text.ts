/** Escapes what `encodeURIComponent` leaves and the real client does not. */
const strictly = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** A name as one segment of a path. */
export const segment = (text: string): string =>
  strictly(text).replace(/%(24|26|2B|3A|3D|40)/g, (escaped) => decodeURIComponent(escaped));

/** A query: its parameters by name, a space as plus. */
export function query(parameters: Readonly<Record<string, string | number>>): string {
  const pairs = Object.entries(parameters)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${strictly(name)}=${strictly(String(value))}`);
  return pairs.join("&").replaceAll("%20", "+");
}
