import { checkPlatform, sniProxySettings } from "cluster-linking-apps/platform/hub-settings";
import { platformSettings } from "cluster-linking-apps/platform/settings";
import { text } from "cluster-linking-apps/topology-file";
import { z } from "zod";

const flag = z.boolean().optional();

/** Most names of Google Cloud. The form leaves no room for Terraform expressions. */
const name = z
  .string()
  .regex(
    /^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
    "takes 1 to 63 lower-case letters, digits and -, a letter first and no - last",
  );

const LABEL_KEY = /^(?!goog)[a-z][a-z0-9_-]{0,62}$/;

const labels = z
  .record(z.string(), z.string().regex(/^[a-z0-9_-]{0,63}$/, "takes up to 63 lower-case letters, digits, _ and -"))
  .superRefine((given, context) => {
    for (const key of Object.keys(given).filter((each) => !LABEL_KEY.test(each))) {
      const message = "is no key of a label: 1 to 63 lower-case letters, digits, _ and -, a letter first, and not goog";
      context.addIssue({ code: "custom", path: [key], message });
    }
  });

const kmsKey = z
  .string()
  .regex(
    /^projects\/[\w.:-]+\/locations\/[\w-]+\/keyRings\/[\w-]+\/cryptoKeys\/[\w-]+$/,
    "takes the id of a key: projects/<project>/locations/<location>/keyRings/<ring>/cryptoKeys/<key>",
  );

const zones = z.array(name).optional();

const existingNetwork = z.strictObject({ network: name, subnetwork: name }).optional();

const hub = z.strictObject({
  existing: z.strictObject({ projectId: text.optional(), network: name }).optional(),
  sniProxy: sniProxySettings.extend({ zone: name, machineType: name.optional(), kmsKey: kmsKey.optional() }).optional(),
});

const gcp = z.strictObject({
  projectId: text,
  zones: z.strictObject({ primary: zones, dr: zones }).optional(),
  networks: z.strictObject({ primary: existingNetwork, dr: existingNetwork }).optional(),
  globalAccess: flag,
  labels: labels.optional(),
});

/** What the file of this app may say: what every app that creates everything has, and Google Cloud's side of it. */
export const settingsSchema = platformSettings
  .extend({ gcp, hub: hub.optional() })
  .superRefine(checkPlatform)
  .superRefine((settings, context) => {
    const problem = (path: string[], message: string): void => context.addIssue({ code: "custom", path, message });
    checkHubNetwork(settings, problem);
    checkProxy(settings, problem);
  });

export type Settings = z.infer<typeof settingsSchema>;
type Problem = (path: string[], message: string) => void;
type Checked = Pick<Settings, "gcp" | "hub" | "clusters">;

/** A VPC network sees one zone of a DNS name, and hub and cluster would each bring one. */
function checkHubNetwork(
  { gcp: { projectId, networks = {} }, hub: { existing } = {} }: Checked,
  problem: Problem,
): void {
  if (existing === undefined || (existing.projectId ?? projectId) !== projectId) return;
  for (const which of ["primary", "dr"] as const) {
    if (networks[which]?.network !== existing.network) continue;
    problem(
      ["hub", "existing", "network"],
      `is the network of ${which.toUpperCase()}, which needs no hub to be reached`,
    );
  }
}

function checkProxy(
  { gcp: { globalAccess = true }, hub: { sniProxy } = {}, clusters: { dr } }: Checked,
  problem: Problem,
): void {
  if (sniProxy === undefined) return;
  if (sniProxy.zone.slice(0, -1) !== `${dr.region}-`) {
    problem(["hub", "sniProxy", "zone"], "is not in DR's region; the way in has to be there when PRIMARY is not");
  }
  if (!globalAccess) {
    problem(["gcp", "globalAccess"], "keeps the SNI proxy in DR's region from the endpoints in PRIMARY's");
  }
}
