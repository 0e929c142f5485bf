import { TerraformElement, TerraformResource, type TerraformStack } from "cdktf";
import type { Finding } from "../model/rules/rule";
import { addressClash } from "../model/rules/mirrors";
import { KeptBlocks } from "./kept-blocks";
import { KEPT_TOPIC_TYPE } from "./kept-topic";
import { MIRROR_TOPIC_TYPE } from "./mirror-block";
import { MirrorBlocks } from "./mirror-blocks";

const TYPES = [MIRROR_TOPIC_TYPE, KEPT_TOPIC_TYPE];

/** Addresses of mirror topics and topics that an element of any kind writes. */
function addresses(element: TerraformElement): Iterable<string> {
  if (element instanceof MirrorBlocks || element instanceof KeptBlocks) return element.addresses();
  if (TerraformResource.isTerraformResource(element)) {
    const { terraformResourceType, friendlyUniqueId } = element;
    return TYPES.includes(terraformResourceType) ? [`${terraformResourceType}.${friendlyUniqueId}`] : [];
  }
  const { resource } = element.toTerraform() as { resource?: Record<string, object> };
  return TYPES.flatMap((type) => Object.keys(resource?.[type] ?? {}).map((name) => `${type}.${name}`));
}

/** Mirror topics of a stack that would replace each other, whichever constructs write them; and topics that were mirror topics. */
export function checkMirrorAddresses(stack: TerraformStack): Finding[] {
  const owners = new Map<string, TerraformElement>();
  const findings: Finding[] = [];
  for (const element of stack.node.findAll()) {
    if (!TerraformElement.isTerraformElement(element)) continue;
    for (const address of addresses(element)) {
      const owner = owners.get(address);
      if (owner && owner !== element) {
        const given = `${owner.node.path} and ${element.node.path} both write ${address}.`;
        findings.push(addressClash.finding(given, { path: element.node.path }));
      } else owners.set(address, element);
    }
  }
  return findings;
}
