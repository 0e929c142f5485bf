import { AclFilter, GroupFilter, TopicFilter } from "../../lib/model/filters";
import { StartOffset } from "../../lib/link/link-settings";
import type { Json } from "../support/synth";

/** What TypeScript without types exports, where it is the props that `adopt` writes. */
export function evaluateProps(source: string): Json {
  const body = source.replace(/^import .*$/m, "").replaceAll("export const ", "found.");
  const found: Json = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it is a program by intention
  const program = new Function("found", "AclFilter", "GroupFilter", "TopicFilter", "StartOffset", body);
  program(found, AclFilter, GroupFilter, TopicFilter, StartOffset);
  return found;
}
