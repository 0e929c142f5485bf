import { z } from "zod";
import { backendSchemaOf, text, topologySchema } from "../topology-file";

/** Stacks of an app that creates everything, but those of the way back. */
export const PLATFORM_STACKS = [
  "platform",
  "network-hub",
  "network-primary",
  "network-dr",
  "primary-to-jump",
  "jump-to-dr",
  "dr-to-jump",
  "jump-to-primary",
] as const;

const flag = z.boolean().optional();

const size = {
  displayName: text.optional(),
  cku: z.int().min(1),
  availability: z.enum(["SINGLE_ZONE", "MULTI_ZONE"]).optional(),
};

const environment = z.union([
  z.strictObject({ id: text }),
  z.strictObject({ displayName: text.optional(), governance: z.enum(["ESSENTIALS", "ADVANCED"]).optional() }),
]);

const key = z
  .strictObject({ generation: z.int().min(1).optional(), keepsPrevious: flag, disableKeyWait: flag })
  .optional();

const diallingKeys = z.strictObject({ onSource: key, onDestination: key, dial: key }).optional();
const dialledKeys = z.strictObject({ onSource: key, onDestination: key }).optional();

/** What the file of an app that creates everything may say, whichever the cloud. */
export const platformSettings = z.strictObject({
  name: z
    .string()
    .regex(
      /^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){1,19}$/,
      "takes 2 to 20 lower-case letters, digits and single -, a letter first",
    ),
  environment: environment.optional(),
  clusters: z.strictObject({
    primary: z.strictObject({ ...size, region: text }),
    jump: z.strictObject({ ...size, region: text.optional() }),
    dr: z.strictObject({ ...size, region: text }),
  }),
  addresses: z.strictObject({ primary: text, dr: text, hub: text.optional() }),
  topics: topologySchema.shape.topics,
  autoCreate: topologySchema.shape.autoCreate,
  consumerGroups: topologySchema.shape.consumerGroups,
  keepPromoted: topologySchema.shape.keepPromoted,
  keys: z
    .strictObject({
      "primary-to-jump": diallingKeys,
      "jump-to-dr": dialledKeys,
      "dr-to-jump": diallingKeys,
      "jump-to-primary": dialledKeys,
    })
    .optional(),
  failback: flag,
  protection: flag,
  backend: backendSchemaOf(PLATFORM_STACKS).optional(),
});

export type PlatformSettings = z.infer<typeof platformSettings>;
/** The two clusters that have a network of their own. */
export type PrivatePlace = "primary" | "dr";

/** Regions of the three clusters: JUMP stands beside DR unless the file says otherwise. */
export function regionsOf({ clusters }: Pick<PlatformSettings, "clusters">): Record<PrivatePlace | "jump", string> {
  const { primary, jump, dr } = clusters;
  return { primary: primary.region, jump: jump.region ?? dr.region, dr: dr.region };
}

/** What no member says by itself: to be given to `superRefine` of an app's own form. */
export function checkRegions({ clusters }: Pick<PlatformSettings, "clusters">, context: z.RefinementCtx): void {
  if (clusters.primary.region !== clusters.dr.region) return;
  context.addIssue({
    code: "custom",
    path: ["clusters", "dr", "region"],
    message: "is PRIMARY's region; what takes PRIMARY along would take DR along",
  });
}
