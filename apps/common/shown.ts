/** How much of a text is repeated, in characters. */
const LONGEST = 60;

/** A text of a file as a message repeats it: in quotes, short, and without what a terminal would obey. */
export function quoted(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return JSON.stringify(cut).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escaped);
}

/** A character as JSON escapes it, one beyond the first plane as two halves. */
const escaped = (character: string): string =>
  character
    .split("")
    .map((half) => `\\u${half.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");

/** The same, but a short plain word as it is. */
export const shown = (text: string): string => (text.length <= LONGEST && /^[\w.-]+$/.test(text) ? text : quoted(text));
