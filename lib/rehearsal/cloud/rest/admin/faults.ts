import { z } from "zod";
import { param } from "../route";
import type { AdminRouter } from "./context";

const HowReachable = z.object({ reachability: z.enum(["reachable", "refused", "hanging"]) });

const Fault = z.strictObject({
  on: z.string().optional(),
  method: z.string().optional(),
  path: z.string().optional(),
  nth: z.number().int().positive().optional(),
  times: z.number().int().positive().optional(),
  status: z.number().int().min(200).max(599).optional(),
  message: z.string().optional(),
  delayMs: z.number().nonnegative().optional(),
  cut: z.boolean().optional(),
});

/** Lets things go wrong. */
export function registerFaults(router: AdminRouter): void {
  router.onBody("PUT", "/clusters/{cluster_id}/reachability", HowReachable, async (call) => {
    await call.faults.cluster(param(call, "cluster_id"), call.body.reachability);
    return { status: 204 };
  });

  router.onBody("PUT", "/networks/{network_id}/reachability", HowReachable, async (call) => {
    await call.faults.network(param(call, "network_id"), call.body.reachability);
    return { status: 204 };
  });

  router.onBody("POST", "/faults", Fault, ({ body, faults }) => {
    faults.request(defined(body));
    return { status: 204 };
  });

  router.on("DELETE", "/faults", async ({ faults }) => {
    await faults.mend();
    return { status: 204 };
  });

  router.on("DELETE", "/api-keys/{key}", (call) => {
    call.faults.revokeKey(param(call, "key"));
    return { status: 204 };
  });
}

type Defined<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> };

function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Defined<T>;
}
