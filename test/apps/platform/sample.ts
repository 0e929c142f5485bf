import type { Json } from "../../support/synth";

export interface SamplePlatform {
  readonly cloud: "AZURE" | "GCP";
  readonly regions: { readonly primary: string; readonly dr: string };
  readonly domains: { readonly primary: string; readonly dr: string };
  /** What each network says of its zones. */
  readonly zones: Readonly<Record<"primary" | "dr", Readonly<Record<string, { subdomain: string; endpoint: string }>>>>;
}

/** What a stack `platform` tells, with ids that no sample has. */
export function samplePlatform({ cloud, regions, domains, zones }: SamplePlatform): Json {
  const cluster = (id: string, region: string, host: string, networkId?: string): Json => ({
    id,
    cloud,
    region,
    restEndpoint: `https://${host}:443`,
    bootstrapEndpoint: `SASL_SSL://${host}:9092`,
    rbacCrn: `crn://confluent.cloud/organization=0000/environment=env-shop1/cloud-cluster=${id}`,
    ...(networkId !== undefined && { networkId }),
  });
  const network = (id: string, place: "primary" | "dr"): Json => {
    const each = Object.entries(zones[place]);
    return {
      id,
      dnsDomain: domains[place],
      zonalSubdomains: Object.fromEntries(each.map(([zone, { subdomain }]) => [zone, subdomain])),
      endpoints: Object.fromEntries(each.map(([zone, { endpoint }]) => [zone, endpoint])),
    };
  };
  return {
    environmentId: "env-shop1",
    clusters: {
      primary: cluster("lkc-prim1", regions.primary, `lkc-prim1.${domains.primary}`, "n-prim1"),
      jump: cluster("lkc-jump1", regions.dr, `pkc-jump1.${regions.dr}.${cloud.toLowerCase()}.confluent.cloud`),
      dr: cluster("lkc-drdr1", regions.dr, `lkc-drdr1.${domains.dr}`, "n-drdr1"),
    },
    networks: { primary: network("n-prim1", "primary"), dr: network("n-drdr1", "dr") },
    accounts: {
      "primary-to-jump": { source: "sa-one001", destination: "sa-one002", dial: "sa-one003" },
      "jump-to-dr": { source: "sa-two001", destination: "sa-two002" },
    },
  };
}
