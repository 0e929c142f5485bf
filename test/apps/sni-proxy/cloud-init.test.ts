import { describe, expect, it } from "vitest";
import { cloudInit } from "../../../apps/common/sni-proxy/cloud-init";
import { sniProxyConfig } from "../../../apps/common/sni-proxy/config";

const PROPS = {
  hostNames: ["*.domaaaa11.westeurope.azure.confluent.cloud"],
  resolver: "168.63.129.16",
  allowedCidrs: ["203.0.113.7/32"],
};

/** What is written to a file: the block below its path, without the indent. */
function fileOf(text: string, path: string): string {
  const lines = text.split("\n");
  const from = lines.indexOf(`  - path: ${path}`);
  if (from < 0) throw new Error(`Nothing is written to ${path}.`);
  expect(lines.slice(from + 1, from + 4)).toEqual([
    "    owner: root:root",
    '    permissions: "0644"',
    "    content: |",
  ]);
  const content = lines.slice(from + 4);
  const end = content.findIndex((line) => line !== "" && !line.startsWith("      "));
  return `${content
    .slice(0, end)
    .map((line) => line.slice(6))
    .join("\n")}\n`;
}

/** The commands of a list. */
function commandsOf(text: string, list: string): string[][] {
  const lines = text.split("\n");
  const rest = lines.slice(lines.indexOf(`${list}:`) + 1);
  const commands = rest.slice(
    0,
    rest.findIndex((line) => !line.startsWith("  - ")),
  );
  return commands.map((line) => JSON.parse(line.slice(4)) as string[]);
}

describe("the first start of the SNI proxy", () => {
  const text = cloudInit(PROPS);

  it("is cloud-init, which knows its text by the first line", () => {
    expect(text.startsWith("#cloud-config\n")).toBe(true);
    expect(text.endsWith("\n")).toBe(true);
  });

  it("writes the configuration to where the service reads it", () => {
    expect(fileOf(text, "/etc/sni-proxy/nginx.conf")).toBe(sniProxyConfig(PROPS));
    const service = fileOf(text, "/etc/systemd/system/sni-proxy.service");
    expect(service.match(/-c (\S+)/g)).toEqual(["-c /etc/sni-proxy/nginx.conf", "-c /etc/sni-proxy/nginx.conf"]);
  });

  it("never starts the web site of the distribution, and starts the proxy", () => {
    expect(commandsOf(text, "bootcmd")).toEqual([
      ["systemctl", "mask", "--now", "nginx.service", "ssh.service", "ssh.socket"],
    ]);
    expect(commandsOf(text, "runcmd")).toEqual([
      ["systemctl", "daemon-reload"],
      ["systemctl", "enable", "--now", "sni-proxy.service"],
    ]);
  });

  it("has no account and no SSH server unless the file asks for it", () => {
    expect(text).toContain("\nusers: []\n");
    const open = cloudInit({ ...PROPS, ssh: true });
    expect(open).not.toContain("users:");
    expect(commandsOf(open, "bootcmd")).toEqual([["systemctl", "mask", "--now", "nginx.service"]]);
    for (const each of [text, open]) {
      expect(each).toContain("\nssh_pwauth: false\n");
      expect(each).toContain("\ndisable_root: true\n");
    }
  });

  it("keeps the machine up to date", () => {
    expect(text).toContain("\npackage_upgrade: true\n");
    expect(text).toContain("\n  - unattended-upgrades\n");
    expect(fileOf(text, "/etc/apt/apt.conf.d/52sni-proxy-upgrades")).toContain('Unattended-Upgrade "1";');
  });

  it("gives the proxy no rights but to listen", () => {
    const service = fileOf(text, "/etc/systemd/system/sni-proxy.service").split("\n");
    for (const line of [
      "User=www-data",
      "CapabilityBoundingSet=CAP_NET_BIND_SERVICE",
      "NoNewPrivileges=true",
      "ProtectSystem=strict",
      "ProtectHome=true",
      "RestrictAddressFamilies=AF_INET AF_UNIX",
    ]) {
      expect(service).toContain(line);
    }
  });

  it("fits into what clouds take, and has no tab, which YAML refuses", () => {
    expect(Buffer.from(text).toString("base64").length).toBeLessThan(64 * 1024);
    expect(text).not.toContain("\t");
  });

  it("passes refusals on", () => {
    expect(() => cloudInit({ ...PROPS, allowedCidrs: ["0.0.0.0/0"] })).toThrow("is wider than /8");
  });
});
