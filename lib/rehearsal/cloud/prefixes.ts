import { quote } from "../../model/names";
import type { Cloud } from "./cloud";
import { partnerOf, type HostedHalf } from "./halves";
import { prefixOf } from "./link-settings";

/** Why no mirror topic of a half can get its name: the half that sends has a prefix that this one has not. */
export function prefixProblemOf(cloud: Cloud, hosted: HostedHalf): string | undefined {
  const partner = partnerOf(cloud, hosted);
  const theirs = partner?.mode === "SOURCE" ? prefixOf(partner) : "";
  if (theirs === "" || theirs === prefixOf(hosted.half)) return undefined;
  return `Topic renaming: the sending half of ${quote(hosted.half.name)} has the prefix ${quote(theirs)}.`;
}
