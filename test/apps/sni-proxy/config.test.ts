import { describe, expect, it } from "vitest";
import { sniProxyConfig } from "../../../apps/common/sni-proxy/config";
import type { SniProxyConfigProps } from "../../../apps/common/sni-proxy/inputs";

const PROPS: SniProxyConfigProps = {
  hostNames: [
    "*.dombbbb22.swedencentral.azure.confluent.cloud",
    "lkc-1a2b3c.domaaaa11.westeurope.azure.confluent.cloud",
  ],
  resolver: "168.63.129.16",
  allowedCidrs: ["203.0.113.7/32", "198.51.100.0/24"],
};

/** Lines of a block, without what surrounds them. */
function block(config: string, head: string): string[] {
  const from = config.indexOf(`    ${head} {\n`);
  if (from < 0) throw new Error(`There is no ${head}.`);
  const lines = config.slice(from).split("\n").slice(1);
  return lines.slice(0, lines.indexOf("    }")).map((line) => line.trim());
}

describe("the configuration of the SNI proxy", () => {
  const config = sniProxyConfig(PROPS);

  it("leads the listed names to themselves, and every other one nowhere", () => {
    expect(block(config, "map $ssl_preread_server_name $destination")).toEqual([
      "hostnames;",
      'default "";',
      "*.dombbbb22.swedencentral.azure.confluent.cloud $ssl_preread_server_name:$server_port;",
      "lkc-1a2b3c.domaaaa11.westeurope.azure.confluent.cloud $ssl_preread_server_name:$server_port;",
    ]);
  });

  it("connects to what the list says alone", () => {
    expect(config.match(/proxy_pass [^;]*;/g)).toEqual(["proxy_pass $destination;", "proxy_pass $destination;"]);
    expect(config.match(/ssl_preread [^;]*;/g)).toEqual(["ssl_preread on;"]);
  });

  it("lets the named ranges in, and then nobody", () => {
    expect(config.match(/^ *(?:allow|deny) .*$/gm)?.map((line) => line.trim())).toEqual([
      "allow 198.51.100.0/24;",
      "allow 203.0.113.7/32;",
      "deny all;",
    ]);
  });

  it("asks the network's resolver, which knows the private zones", () => {
    expect(config.match(/^ *resolver .*$/gm)).toEqual(["    resolver 168.63.129.16 valid=30s ipv6=off;"]);
  });

  it("listens where clusters answer, and on no web server's port", () => {
    expect(config.match(/listen \d+/g)).toEqual(["listen 443", "listen 9092"]);
    expect(config).not.toMatch(/^http \{/m);
    expect(sniProxyConfig({ ...PROPS, ports: [9092] }).match(/listen \d+/g)).toEqual(["listen 9092"]);
  });

  it("has no certificate and no key", () => {
    expect(config).not.toMatch(/ssl_certificate|ssl_password|listen \d+ ssl/);
  });

  it("limits what one address may hold open", () => {
    expect(config).toContain("limit_conn sources 500;");
  });

  it("is the same text in whatever order, and however often, something is listed", () => {
    const { hostNames, allowedCidrs } = PROPS;
    const again = {
      ...PROPS,
      hostNames: [...hostNames, ...hostNames].reverse(),
      allowedCidrs: [...allowedCidrs].reverse(),
    };
    expect(sniProxyConfig(again)).toBe(config);
  });
});

describe("the SNI proxy is refused", () => {
  it.each<[string, Partial<SniProxyConfigProps>, string]>([
    ["without names", { hostNames: [] }, "hostNames: names no host"],
    ["for everything", { hostNames: ["*"] }, "hostNames.0: expected a host name"],
    ["for a top-level domain", { hostNames: ["*.cloud"] }, "hostNames.0: expected a host name"],
    ["for a domain of everybody", { hostNames: ["*.confluent.cloud"] }, "hostNames.0: is too wide"],
    ["for a name with more in it", { hostNames: ["a.test; proxy_pass b.test"] }, "hostNames.0: expected a host name"],
    ["for a star in the middle", { hostNames: ["lkc.*.confluent.cloud"] }, "hostNames.0: expected a host name"],
    ["for a regular expression", { hostNames: ["~.*"] }, "hostNames.0: expected a host name"],
    ["for an address with a port", { hostNames: ["lkc.example.test:443"] }, "hostNames.0: expected a host name"],
    ["without clients", { allowedCidrs: [] }, "allowedCidrs: names nobody"],
    ["for the whole internet", { allowedCidrs: ["0.0.0.0/0"] }, "allowedCidrs.0: is wider than /8"],
    ["for the internet in halves", { allowedCidrs: ["0.0.0.0/1", "128.0.0.0/1"] }, "allowedCidrs.1: is wider than /8"],
    ["for a single address without its prefix", { allowedCidrs: ["203.0.113.7"] }, "allowedCidrs.0: expected a range"],
    ["for IPv6, which it does not listen to", { allowedCidrs: ["::/0"] }, "allowedCidrs.0: expected a range"],
    ["with a name as resolver", { resolver: "dns.example.test" }, "resolver: expected the IPv4 address"],
    ["without ports", { ports: [] }, "ports: "],
    ["with a port that is none", { ports: [0] }, "ports.0: "],
  ])("%s", (_, wrong, message) => {
    expect(() => sniProxyConfig({ ...PROPS, ...wrong })).toThrow("The SNI proxy cannot be set up:");
    expect(() => sniProxyConfig({ ...PROPS, ...wrong })).toThrow(message);
  });

  it("with all that is wrong at once", () => {
    expect(() => sniProxyConfig({ ...PROPS, hostNames: [], allowedCidrs: [] })).toThrow(/hostNames[^]*allowedCidrs/);
  });
});
