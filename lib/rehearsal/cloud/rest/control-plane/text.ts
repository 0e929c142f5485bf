import { z } from "zod";

/** Longest text that is taken as a name or a description, in characters. Inferred. */
const LONGEST = 1024;

export const nameText = z.string().min(1).max(LONGEST);
export const anyText = z.string().max(LONGEST);
/** Something with an id, such as `{"id": "env-…"}`. */
export const idObject = z.object({ id: nameText });
