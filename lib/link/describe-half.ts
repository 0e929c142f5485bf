import type { ILinkHalf } from "./link-half";

const CAUSES: Readonly<Record<ILinkHalf["role"], string>> = {
  link: "the key of the source, or the way to it",
  "receiving half": "that the dialling half exists and gets through",
  "dialling half": "its two keys, the way to the destination, and that the receiving half exists",
  "inbound half": "that the outbound half exists and gets through",
  "outbound half": "its two keys, the way to the other cluster, and that the other half exists",
};

/** What a failing check says: which half, its state, and what to do. */
export function describeHalf({ role, linkName, host }: ILinkHalf, state: string): string {
  const which = role === "link" ? `The link ${linkName}` : `The ${role} of the link ${linkName}`;
  return [
    `${which} on ${host.name} (${host.id}) is ${state}, not ACTIVE: mirror topics may lag behind.`,
    `Check ${CAUSES[role]}.`,
    `"confluent kafka link describe ${linkName} --cluster ${host.id}" shows the error.`,
  ].join(" ");
}
