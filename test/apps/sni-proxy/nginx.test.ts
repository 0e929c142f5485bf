import { afterAll, beforeAll, expect, it } from "vitest";
import { sniProxyConfig } from "../../../apps/common/sni-proxy/config";
import { describeWhere } from "../../support/describe-where";
import { DOMAIN, NO_NGINX, ProxyOnLoopback } from "./nginx";

const NAME = `lkc-1a2b3c.${DOMAIN}`;

const TLS_HANDSHAKE = 0x16;

describeWhere(NO_NGINX, "the SNI proxy at work", () => {
  let proxy: ProxyOnLoopback;
  beforeAll(async () => {
    proxy = await ProxyOnLoopback.start(["127.0.0.1/32", "10.0.0.0/8"]);
  });
  afterAll(async () => proxy.stop());

  it("has a configuration that NGINX takes as it is", () => {
    const props = { hostNames: [`*.${DOMAIN}`], resolver: "168.63.129.16", allowedCidrs: ["203.0.113.7/32"] };
    expect(ProxyOnLoopback.check(sniProxyConfig(props))).toEqual({ status: 0, stderr: "" });
  });

  it("takes as many and as long names as there can be", () => {
    const hostNames = Array.from({ length: 200 }, (_, i) => `lkc-${i}.${"a".repeat(60)}.${"b".repeat(60)}.${DOMAIN}`);
    const props = { hostNames, resolver: "168.63.129.16", allowedCidrs: ["203.0.113.7/32"] };
    expect(ProxyOnLoopback.check(sniProxyConfig(props))).toEqual({ status: 0, stderr: "" });
  });

  it("passes on what asks for a cluster, without looking into it", async () => {
    const before = proxy.arrived.length;
    await proxy.ask(NAME);
    await proxy.ask(NAME.toUpperCase());
    expect(proxy.arrived.slice(before).map((bytes) => bytes[0])).toEqual([TLS_HANDSHAKE, TLS_HANDSHAKE]);
    expect(proxy.arrived.at(before)?.includes(NAME)).toBe(true);
  });

  it.each([
    ["another host", "www.example.test"],
    ["the domain itself", DOMAIN],
    ["a host that begins like the domain", `${DOMAIN}.example.test`],
    ["a domain that ends like it", `evil${DOMAIN}`],
    ["no name", undefined],
  ])("closes what asks for %s", async (_, name) => {
    const before = proxy.arrived.length;
    await proxy.ask(name);
    expect(proxy.arrived).toHaveLength(before);
  });

  it.each(["127.0.0.2:22#", "127.0.0.2:22/", "unix:/dev/log:", "[::1]:22#", "127.0.0.2:22 "])(
    "does not let a name choose where it leads: %s",
    async (beginning) => {
      const before = proxy.arrived.length;
      await proxy.ask(`${beginning}.${DOMAIN}`);
      expect(proxy.arrived).toHaveLength(before);
    },
  );

  it("closes what is no TLS", async () => {
    const before = proxy.arrived.length;
    await proxy.say(`GET / HTTP/1.1\r\nHost: ${NAME}\r\n\r\n`);
    expect(proxy.arrived).toHaveLength(before);
  });

  it("closes what comes from elsewhere, whatever it asks for", async () => {
    const before = proxy.arrived.length;
    await proxy.ask(NAME, "127.0.0.3");
    expect(proxy.arrived).toHaveLength(before);
  });

  it("logs whom it let through and whom not", async () => {
    await proxy.ask(NAME);
    await proxy.ask("logged.example.test");
    expect(proxy.verdicts()).toEqual(expect.arrayContaining([`passed ${NAME}`, "refused logged.example.test"]));
  });
});
