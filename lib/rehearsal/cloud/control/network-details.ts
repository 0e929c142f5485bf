import type { Network } from "../state";
import { derivedText } from "./ids";
import { zoneLabel, zonesOf } from "./network-zones";

const DIGITS = "0123456789";
const HEX = "0123456789abcdef";
const LOWER = `${DIGITS}abcdefghijklmnopqrstuvwxyz`;

/** Text by zone. */
export type ByZone = Readonly<Record<string, string>>;

/** What the cloud of a network says of it as soon as it is there. */
export type CloudDetails =
  | {
      readonly kind: "networking.v1.AwsNetwork";
      readonly vpc: string;
      readonly account: string;
      readonly private_link_endpoint_service: string;
    }
  | {
      readonly kind: "networking.v1.AzureNetwork";
      readonly vnet: string;
      readonly subscription: string;
      readonly private_link_service_aliases: ByZone;
    }
  | {
      readonly kind: "networking.v1.GcpNetwork";
      readonly project: string;
      readonly vpc_network: string;
      readonly private_service_connect_service_attachments: ByZone;
    };

/** The domain under which the clusters of a network are found in private DNS. */
export function dnsDomain(network: Pick<Network, "id" | "cloud" | "region" | "dnsResolution">): string {
  const name = network.id.replace(/^nr?-/u, "");
  const label = network.dnsResolution === "PRIVATE" ? `dom${name}` : name;
  return `${label}.${place(network)}.confluent.cloud`;
}

/** What follows the id of a cluster in its host name. */
export function endpointSuffix(network: Pick<Network, "id" | "cloud" | "region" | "dnsResolution">): string {
  if (network.dnsResolution === "PRIVATE") return `.${dnsDomain(network)}`;
  return `-${network.id.replace(/^nr?-/u, "")}.${place(network)}.glb.confluent.cloud`;
}

/** The domain of each zone. */
export function zonalSubdomains(network: Network): ByZone {
  return byZone(network, (zone) => `${zoneLabel(network.cloud, zone)}.${dnsDomain(network)}`);
}

/** Ids in the cloud that the owner of an endpoint has to know. They are arbitrary, and the same for one network. */
export function cloudDetails(network: Network): CloudDetails {
  const { cloud, region } = network;
  const own = `s-${text(network, "own", LOWER, 5)}`;
  switch (cloud) {
    case "AWS":
      return {
        kind: "networking.v1.AwsNetwork",
        vpc: `vpc-0${text(network, "vpc", HEX, 16)}`,
        account: text(network, "account", DIGITS, 12),
        private_link_endpoint_service: `com.amazonaws.vpce.${region}.vpce-svc-0${text(network, "service", HEX, 16)}`,
      };
    case "AZURE":
      return {
        kind: "networking.v1.AzureNetwork",
        vnet: own,
        subscription: uuid(network, "subscription"),
        private_link_service_aliases: byZone(
          network,
          (zone) => `${own}-privatelink-${zone}.${uuid(network, zone)}.${region}.azure.privatelinkservice`,
        ),
      };
    case "GCP": {
      const project = `cc-${text(network, "project", LOWER, 8)}`;
      return {
        kind: "networking.v1.GcpNetwork",
        project,
        vpc_network: own,
        private_service_connect_service_attachments: byZone(
          network,
          (zone) => `projects/${project}/regions/${region}/serviceAttachments/${own}-service-attachment-${zone}`,
        ),
      };
    }
  }
}

function place({ cloud, region }: Pick<Network, "cloud" | "region">): string {
  return `${region}.${cloud.toLowerCase()}`;
}

function byZone(network: Network, toText: (zone: string) => string): ByZone {
  return Object.fromEntries(zonesOf(network).map((zone) => [zone, toText(zone)]));
}

function text({ id }: Network, what: string, alphabet: string, length: number): string {
  return derivedText(`${id}/${what}`, alphabet, length);
}

function uuid(network: Network, what: string): string {
  return [8, 4, 4, 4, 12].map((length, index) => text(network, `${what}/${index}`, HEX, length)).join("-");
}
