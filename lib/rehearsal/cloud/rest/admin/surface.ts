import { dataPlaneWords } from "../refusal-words";
import { Router } from "../router";
import { Surface } from "../surface";
import type { AdminContext } from "./context";
import { registerFaults } from "./faults";
import { registerOverview } from "./overview";
import { registerSmokeTest } from "./smoke-test";

/** Where the admin path begins, beside the control plane. */
export const ADMIN_PATH = "/emulator";

/** The emulator's own API: what no API of Confluent Cloud offers. */
export function admin(context: AdminContext): Surface<AdminContext> {
  const router = new Router<AdminContext>(ADMIN_PATH);
  registerOverview(router);
  registerFaults(router);
  registerSmokeTest(router);
  return new Surface({ router, words: dataPlaneWords, admit: () => context });
}
