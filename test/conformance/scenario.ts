import { expect, it } from "vitest";
import { describeWithTerraform } from "../e2e/support";
import { SERVER, binary, type Side } from "./side";
import { World } from "./world";

/** Where the real provider is, if it is to take part. */
const BINARY = process.env["CONFLUENT_PROVIDER_BINARY"];

/**
 * Says what the server does, word for word. Where a binary of the real provider is given, the same is said of the binary, and both have sent
 * the same requests, planned the same and hold the same state.
 */
export function scenario(name: string, play: (world: World) => Promise<void>): void {
  describeWithTerraform(name, () => {
    let ours: readonly unknown[] | undefined;
    it("on the server", async () => {
      ours = await recordOf(SERVER, play);
    });
    if (!BINARY) return;
    const real = binary(BINARY);
    it("on the real provider, with the same requests", async () => {
      const theirs = await recordOf(real, play);
      expect(ours ?? (await recordOf(SERVER, play))).toEqual(theirs);
    }, 180_000);
  });
}

async function recordOf(side: Side, play: (world: World) => Promise<void>): Promise<readonly unknown[]> {
  const world = await World.start(side);
  try {
    await play(world);
    expect(world.emulator.failures).toEqual([]);
    return world.record;
  } finally {
    await world.stop();
  }
}
