import { z } from "zod";
import { allowedCidrs } from "../sni-proxy/inputs";
import { checkRegions, type PlatformSettings } from "./settings";

/** What every SNI proxy is told, whichever the cloud. */
export const sniProxySettings = z.strictObject({
  allowedCidrs,
  ssh: z.strictObject({ allowedCidrs }).optional(),
});

/** A network that operators come in through, as every cloud's form has it. */
export interface HubSettings {
  readonly existing?: object | undefined;
  readonly sniProxy?: z.infer<typeof sniProxySettings> | undefined;
}

export type WithHub = PlatformSettings & { readonly hub?: HubSettings | undefined };

/** What no member says by itself: to be given to `superRefine` of an app's form. */
export function checkPlatform(settings: WithHub, context: z.RefinementCtx): void {
  const { hub, addresses } = settings;
  const problem = (path: string[], message: string): void => context.addIssue({ code: "custom", path, message });
  checkRegions(settings, context);
  if (hub && addresses.hub === undefined) problem(["addresses", "hub"], "is missing: the range of the hub");
  if (!hub && addresses.hub !== undefined) problem(["addresses", "hub"], "is the range of a hub, and there is none");
}
