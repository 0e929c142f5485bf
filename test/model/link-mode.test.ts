import { describe, expect, it } from "vitest";
import { ConnectionMode, HALF_MODES, LinkMode } from "../../lib/model/link-mode";

const MATRIX = [
  // half, link mode, connection mode, host block, peer block, key of the peer, has mirror topics
  ["destinationOutbound", "DESTINATION", "OUTBOUND", "destination", "source", "required", true],
  ["destinationInbound", "DESTINATION", "INBOUND", "destination", "source", "forbidden", true],
  ["sourceOutbound", "SOURCE", "OUTBOUND", "source", "destination", "required", false],
  ["bidirectionalOutbound", "BIDIRECTIONAL", "OUTBOUND", "local", "remote", "required", true],
  ["bidirectionalInbound", "BIDIRECTIONAL", "INBOUND", "local", "remote", "forbidden", true],
] as const;

describe("the halves of links", () => {
  it.each(MATRIX)("%s", (half, linkMode, connectionMode, host, peer, peerCredentials, carriesSettings) => {
    expect(HALF_MODES[half]).toEqual({ linkMode, connectionMode, host, peer, peerCredentials, carriesSettings });
  });

  it("are these five, so that SOURCE never waits", () => {
    expect(Object.keys(HALF_MODES).sort()).toEqual(MATRIX.map(([half]) => half).sort());
  });

  it("are written in the provider's words", () => {
    expect(Object.values(LinkMode)).toEqual(["DESTINATION", "SOURCE", "BIDIRECTIONAL"]);
    expect(Object.values(ConnectionMode)).toEqual(["OUTBOUND", "INBOUND"]);
  });
});
