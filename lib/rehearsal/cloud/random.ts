/** Numbers in [0, 1) that look random and are the same for the same seed. */
export type Random = () => number;

/** A generator of the kind known as mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** An id of this many letters and digits. */
export function randomId(random: Random, length = 22): string {
  let id = "";
  while (id.length < length) id += ALPHABET.charAt(Math.floor(random() * ALPHABET.length));
  return id;
}
