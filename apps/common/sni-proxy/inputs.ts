import { z } from "zod";

/** Ports of a cluster: REST at 443, Kafka at 9092. */
export const CLUSTER_PORTS = [443, 9092] as const;

const WIDEST = 8;

const prefixOf = (cidr: string): number => Number(cidr.slice(cidr.indexOf("/") + 1));

/** A range of addresses that people come from. The whole internet is none: `0.0.0.0/0`, also in halves, is refused. */
export const clientRange = z
  .cidrv4("expected a range of IPv4 addresses like 203.0.113.7/32")
  .refine((cidr) => prefixOf(cidr) >= WIDEST, `is wider than /${WIDEST}; name the networks that people come from`);

/** Ranges of addresses that may use a proxy. There is no default. */
export const allowedCidrs = z.array(clientRange).min(1, "names nobody; give the ranges that people come from");

const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

const hostName = z
  .string()
  .max(253)
  .regex(
    new RegExp(`^(?:\\*\\.)?(?:${LABEL}\\.)+${LABEL}$`),
    "expected a host name in lower case, or one with *. before it",
  )
  // Otherwise the list would let everything below a top-level domain through.
  .refine((name) => !/^\*\.[^.]+\.[^.]+$/.test(name), "is too wide for a domain of a cluster");

const proxyInputs = z.strictObject({
  hostNames: z.array(hostName).min(1, "names no host; a proxy that lets nothing through is of no use"),
  resolver: z.ipv4("expected the IPv4 address of the network's resolver"),
  ports: z.array(z.int().min(1).max(65_535)).min(1),
  allowedCidrs,
});

export interface SniProxyConfigProps {
  /**
   * Host names that connections may ask for, like `lkc-1a2b3c.dom4d5e6f.italynorth.azure.confluent.cloud`. `*.` at the beginning stands for
   * one label or more.
   */
  readonly hostNames: readonly string[];
  /** IPv4 address of the resolver that knows the private zones: 168.63.129.16 on Azure, 169.254.169.254 on GCP. */
  readonly resolver: string;
  /** Ranges of IPv4 addresses that may connect. The cloud's firewall has to say so too. */
  readonly allowedCidrs: readonly string[];
  /** @default - 443 and 9092 */
  readonly ports?: readonly number[];
}

/** The props with every list in order and without repetition, or an error that names all that is wrong. */
export function checkInputs(props: SniProxyConfigProps): Required<SniProxyConfigProps> {
  const { hostNames, resolver, ports = CLUSTER_PORTS } = props;
  const result = proxyInputs.safeParse({ hostNames, resolver, ports, allowedCidrs: props.allowedCidrs });
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`);
    throw new Error(["The SNI proxy cannot be set up:", ...problems].join("\n"));
  }
  return {
    resolver,
    hostNames: ordered(result.data.hostNames),
    allowedCidrs: ordered(result.data.allowedCidrs),
    ports: [...new Set(result.data.ports)].sort((a, b) => a - b),
  };
}

const ordered = (values: readonly string[]): string[] => [...new Set(values)].sort();
