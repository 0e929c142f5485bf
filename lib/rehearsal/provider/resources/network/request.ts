import type { Values } from "../../resource";
import { objectReference } from "../references";
import { blocksAt, textAt, textsAt } from "../values";

const CONNECTION_TYPES = ["PEERING", "TRANSITGATEWAY", "PRIVATELINK"];

/** Connection types with which zones may be chosen, by cloud. */
const ZONED: Readonly<Record<string, readonly string[]>> = {
  AWS: CONNECTION_TYPES,
  GCP: ["PRIVATELINK", "PEERING"],
};

/** What is looked at only when the network is created. */
export function checkNetwork(values: Values): void {
  const types = textsAt(values, "connection_types");
  const foreign = types.find((type) => !CONNECTION_TYPES.includes(type));
  if (foreign !== undefined) {
    throw new Error(`"connection_types": expected one of [${CONNECTION_TYPES.join(" ")}], got ${foreign}`);
  }
  const zoned = ZONED[textAt(values, "cloud")] ?? [];
  if (textsAt(values, "zones").length > 0 && !types.some((type) => zoned.includes(type))) {
    throw new Error(`"zones" can only be specified for networks on AWS and GCP`);
  }
}

/** What is sent to create a network. What is empty is left out. */
export function networkBody(values: Values) {
  const text = (name: string): Readonly<Record<string, string>> => {
    const value = textAt(values, name);
    return value === "" ? {} : { [name]: value };
  };
  const zones = textsAt(values, "zones");
  const zonesInfo = blocksAt(values, "zone_info").map((item) => ({
    zone_id: textAt(item, "zone_id"),
    cidr: textAt(item, "cidr"),
  }));
  const resolution = textAt(values, "dns_config", "resolution");
  return {
    spec: {
      ...text("display_name"),
      cloud: textAt(values, "cloud"),
      region: textAt(values, "region"),
      connection_types: textsAt(values, "connection_types"),
      ...text("cidr"),
      ...text("reserved_cidr"),
      ...(zonesInfo.length === 0 ? {} : { zones_info: zonesInfo }),
      ...(zones.length === 0 ? {} : { zones }),
      ...(resolution === "" ? {} : { dns_config: { resolution } }),
      environment: objectReference(textAt(values, "environment", "id")),
    },
  };
}
