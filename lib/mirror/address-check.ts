import { TerraformElement, TerraformResource, type TerraformStack } from "cdktf";
import type { Finding } from "../model/rules/rule";
import { addressClash } from "../model/rules/mirrors";
import { MIRROR_TOPIC_TYPE } from "./mirror-block";
import { MirrorBlocks } from "./mirror-blocks";

/** Names of mirror topic blocks that an element of any kind writes. */
function blockNames(element: TerraformElement): Iterable<string> {
  if (element instanceof MirrorBlocks) return element.blockNames();
  if (TerraformResource.isTerraformResource(element)) {
    return element.terraformResourceType === MIRROR_TOPIC_TYPE ? [element.friendlyUniqueId] : [];
  }
  const { resource } = element.toTerraform() as { resource?: Record<string, object> };
  return Object.keys(resource?.[MIRROR_TOPIC_TYPE] ?? {});
}

/** Mirror topics of a stack that would replace each other, whichever constructs write them. */
export function checkMirrorAddresses(stack: TerraformStack): Finding[] {
  const owners = new Map<string, TerraformElement>();
  const findings: Finding[] = [];
  for (const element of stack.node.findAll()) {
    if (!TerraformElement.isTerraformElement(element)) continue;
    for (const name of blockNames(element)) {
      const owner = owners.get(name);
      if (owner && owner !== element) {
        const given = `${owner.node.path} and ${element.node.path} both write ${MIRROR_TOPIC_TYPE}.${name}.`;
        findings.push(addressClash.finding(given, { path: element.node.path }));
      } else owners.set(name, element);
    }
  }
  return findings;
}
