import { z } from "zod";
import type { Clock } from "../../../clock/clock";
import { RequestRefusal } from "../refusal";
import type { AdminRouter } from "./context";
import { stateDump } from "./state-dump";

const Advance = z.object({ milliseconds: z.number().nonnegative() });

/** Looks at the emulator, and moves its time. */
export function registerOverview(router: AdminRouter): void {
  router.on("GET", "", ({ clock, cloud, endpoints }) => ({
    status: 200,
    body: {
      now: clock.now,
      clusters: [...cloud.state.clusters.values()].map(({ id, displayName, restEndpoint }) => ({
        id,
        name: displayName,
        restEndpoint,
        url: endpoints.url(id) ?? null,
      })),
    },
  }));

  router.on("GET", "/state", ({ cloud }) => ({ status: 200, body: stateDump(cloud.state) }));

  router.on("GET", "/requests", ({ log }) => ({ status: 200, body: { data: log.entries } }));

  router.on("DELETE", "/requests", ({ log }) => {
    log.clear();
    return { status: 204 };
  });

  router.onBody("POST", "/clock:advance", Advance, ({ body, clock }) => {
    if (!canAdvance(clock)) throw new RequestRefusal(409, "This clock goes by itself");
    clock.advance(body.milliseconds);
    return { status: 200, body: { now: clock.now } };
  });
}

function canAdvance(clock: Clock): clock is Clock & { advance(milliseconds: number): void } {
  return "advance" in clock;
}
