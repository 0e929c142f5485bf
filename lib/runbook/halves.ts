import type { DocumentCredentials, DocumentLeg, TopologyDocument } from "../model/document";
import { HALF_MODES, type HalfMode } from "../model/link-mode";
import type { RunbookCluster } from "./cluster";

/** One object of a link, on one cluster. */
export interface Half {
  /** `link`, `receiving half`, `dialling half`, `inbound half` or `outbound half`. */
  readonly role: string;
  readonly mode: HalfMode;
  readonly host: RunbookCluster;
  readonly peer: RunbookCluster;
  readonly stack: string;
  /** Missing where this app does not create it. */
  readonly address: string | undefined;
  readonly credentials: readonly DocumentCredentials[];
  /** Whether the leg's mirror topics are on its cluster. */
  readonly carriesMirrors: boolean;
  /** Whether the other half of a bidirectional link waits. */
  readonly otherWaits: boolean;
  /** The direction of data whose settings it has; none where it only sends. */
  readonly settings: DocumentLeg | undefined;
}

interface Ends {
  readonly source: RunbookCluster;
  readonly destination: RunbookCluster;
}

/** The objects of a leg's link, the one that is created first before the other. Of a bidirectional link the one on the destination. */
export function halvesOf(document: TopologyDocument, leg: DocumentLeg, { source, destination }: Ends): Half[] {
  const half = (role: string, mode: HalfMode, host: RunbookCluster, peer: RunbookCluster): Half => {
    const resource = leg.resources.find((each) => each.role === role);
    return {
      role,
      mode,
      host,
      peer,
      stack: resource?.stack ?? leg.stack,
      address: resource?.address,
      credentials: resource?.credentials ?? [],
      carriesMirrors: host === destination,
      otherWaits: leg.shape === "bidirectional" && reverseWaits(document, leg),
      settings: host === destination ? leg : undefined,
    };
  };
  switch (leg.shape) {
    case "destination-initiated":
      return [half("link", HALF_MODES.destinationOutbound, destination, source)];
    case "source-initiated":
      return [
        half("receiving half", HALF_MODES.destinationInbound, destination, source),
        half("dialling half", HALF_MODES.sourceOutbound, source, destination),
      ];
    case "bidirectional":
      return waits(leg)
        ? [half("inbound half", HALF_MODES.bidirectionalInbound, destination, source)]
        : [half("outbound half", HALF_MODES.bidirectionalOutbound, destination, source)];
  }
}

/** The halves of a bidirectional link of which one direction is used: its own, and that of the direction that waits to be used. */
export function withSpare(used: readonly Half[], spare: readonly Half[]): Half[] {
  const all = [...used, ...spare.map((half) => ({ ...half, carriesMirrors: false }))];
  const isInbound = ({ mode }: Half): boolean => mode === HALF_MODES.bidirectionalInbound;
  return [...all.filter(isInbound), ...all.filter((half) => !isInbound(half))];
}

const waits = (leg: DocumentLeg): boolean => leg.resources.some(({ role }) => role === "inbound half");

function reverseWaits(document: TopologyDocument, leg: DocumentLeg): boolean {
  return document.legs.some(
    (other) =>
      other.linkName === leg.linkName &&
      other.source === leg.destination &&
      other.destination === leg.source &&
      waits(other),
  );
}
