import { checkPlatform, sniProxySettings } from "cluster-linking-apps/platform/hub-settings";
import { platformSettings } from "cluster-linking-apps/platform/settings";
import { clientRange } from "cluster-linking-apps/sni-proxy/inputs";
import { text } from "cluster-linking-apps/topology-file";
import { z } from "zod";

const flag = z.boolean().optional();

const subscription = z.guid("takes the id of a subscription");

const clientRanges = z.array(clientRange).optional();

const clusterNetwork = z
  .strictObject({ resourceGroup: text.optional(), virtualNetwork: text.optional(), peered: flag, clientRanges })
  .refine(({ resourceGroup, virtualNetwork }) => resourceGroup !== undefined || virtualNetwork === undefined, {
    path: ["resourceGroup"],
    message: "is missing: the resource group of the virtual network",
  })
  .refine(({ virtualNetwork, peered = false }) => virtualNetwork !== undefined || !peered, {
    path: ["peered"],
    message: "is for a virtual network that exists, and this one is made",
  })
  .optional();

/** One line of a file that ends in .pub. A private key has no place in the file. */
const publicKey = z
  .string()
  .regex(/^ssh-(?:rsa|ed25519) [\w+/]+={0,2}(?: [\w@.-]+)?$/, "takes a public key in one line: ssh-ed25519 AAAA…");

const hub = z.strictObject({
  existing: z
    .strictObject({
      subscriptionId: subscription.optional(),
      resourceGroup: text,
      virtualNetwork: text,
      region: text.optional(),
    })
    .optional(),
  clientRanges,
  gatewayTransit: flag,
  sniProxy: sniProxySettings
    .extend({
      ssh: sniProxySettings.shape.ssh.unwrap().extend({ publicKey }).optional(),
      size: text.optional(),
      encryptionAtHost: flag,
      diskEncryptionSetId: text.optional(),
    })
    .optional(),
});

const azure = z.strictObject({
  subscriptionId: subscription,
  tenantId: z.guid("takes the id of a tenant").optional(),
  networks: z.strictObject({ primary: clusterNetwork, dr: clusterNetwork }).optional(),
  tags: z.record(text, text).optional(),
});

/** What the file of this app may say: what every app that creates everything has, and Azure's side of it. */
export const settingsSchema = platformSettings.extend({ azure, hub: hub.optional() }).superRefine(checkPlatform);

export type Settings = z.infer<typeof settingsSchema>;
