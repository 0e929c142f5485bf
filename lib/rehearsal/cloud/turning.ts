import { quote } from "../../model/names";
import type { Cloud } from "./cloud";
import { contactOf } from "./dialling";
import { partnerOf, type HostedHalf } from "./halves";
import { prefixOf } from "./link-settings";
import { hostedHalf } from "./mirrors";
import { invalid } from "./refusals";
import type { Cluster } from "./state";

/** The half of a link that can be turned round, or a refusal. */
export function turnableHalf(cloud: Cloud, hostId: string, linkName: string, verb: string): HostedHalf {
  const hosted = hostedHalf(cloud, hostId, linkName);
  if (hosted.half.mode !== "BIDIRECTIONAL") throw invalid(`${verb} works on bidirectional links only.`);
  return hosted;
}

/** Why nothing of a link can be turned round now, or the cluster at its other end. */
export function turnable(
  cloud: Cloud,
  hosted: HostedHalf,
): { readonly obstacle: string } | { readonly other: Cluster } {
  const { half } = hosted;
  const partner = partnerOf(cloud, hosted);
  if ([half, partner].some((each) => each !== undefined && prefixOf(each) !== "")) {
    return { obstacle: `Cluster link ${quote(half.name)} has a prefix: its topics cannot be turned round.` };
  }
  const contact = contactOf(cloud, hosted);
  if (contact.obstacle) {
    return { obstacle: `Cluster link ${quote(half.name)} does not get through: ${contact.obstacle.message}` };
  }
  return { other: contact.source };
}
