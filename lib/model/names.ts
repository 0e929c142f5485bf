import { UNKNOWN, isKnown, type Maybe } from "./maybe";

/** Longest legal topic name, prefix included. */
export const MAXIMUM_TOPIC_NAME_LENGTH = 249;

/** Longest link name this library takes. */
export const MAXIMUM_LINK_NAME_LENGTH = 100;

const LEGAL_CHARACTERS = /^[A-Za-z0-9._-]+$/;

/** Why a text cannot be a topic's name, or `undefined` when it can. */
export function topicNameProblem(name: string): string | undefined {
  if (name === "") return "it is empty";
  if (name.length > MAXIMUM_TOPIC_NAME_LENGTH) {
    return `it has ${name.length} characters, ${MAXIMUM_TOPIC_NAME_LENGTH} are allowed`;
  }
  if (name === "." || name === "..") return "a name of dots alone is reserved";
  return LEGAL_CHARACTERS.test(name) ? undefined : `only letters, digits, ".", "_" and "-" are allowed`;
}

/** Why a text cannot be a link's name, or `undefined` when it can. */
export function linkNameProblem(name: string): string | undefined {
  if (name === "") return "it is empty";
  if (name.length > MAXIMUM_LINK_NAME_LENGTH) {
    return `it has ${name.length} characters, ${MAXIMUM_LINK_NAME_LENGTH} are allowed`;
  }
  return LEGAL_CHARACTERS.test(name) ? undefined : `only letters, digits, ".", "_" and "-" are allowed`;
}

/** Why a text cannot be a link's prefix, or `undefined` when it can. */
export function prefixProblem(prefix: string): string | undefined {
  if (prefix === "") return "it is empty; leave it out instead";
  if (prefix.length > 12) return `it has ${prefix.length} characters, 12 are allowed`;
  return LEGAL_CHARACTERS.test(prefix) ? undefined : `only letters, digits, ".", "_" and "-" are allowed`;
}

/** Name on the destination of what is called `name` on the source. */
export function addPrefix(prefix: Maybe<string> | undefined, name: string): Maybe<string> {
  if (prefix === undefined) return name;
  return isKnown(prefix) ? prefix + name : UNKNOWN;
}

/** Text from outside, short enough for a message, and without what a terminal would obey. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 120 ? `${text.slice(0, 117)}...` : text).replace(
    /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu,
    escapedInJson,
  );
}

/** A character as JSON escapes it, one beyond the first plane as two halves. */
export const escapedInJson = (character: string): string =>
  character
    .split("")
    .map((half) => `\\u${half.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");

/** Texts from outside, few enough for a message. */
export function quoteEach(texts: readonly string[], most = 20): string {
  const rest = texts.length - most;
  return [...texts.slice(0, most).map(quote), ...(rest > 0 ? [`and ${rest} more`] : [])].join(", ");
}

/** Beginning of the environment variables in which the command line finds the key of a cluster of this name. */
export const commandLinePrefix = (clusterName: string): string =>
  `CLUSTER_LINKING_${clusterName.toUpperCase().replace(/[^A-Z0-9]+/gu, "_")}`;
