import { sniProxyConfig } from "./config";
import type { SniProxyConfigProps } from "./inputs";
import { CONFIG_FILE, SERVICE } from "./unit";

export interface CloudInitProps extends SniProxyConfigProps {
  /**
   * Whether people may log in with the keys that the cloud puts on the machine.
   *
   * @default - no account and no SSH server: a change of the proxy is a new machine
   */
  readonly ssh?: boolean;
}

const PACKAGES = ["nginx", "libnginx-mod-stream", "unattended-upgrades", "needrestart"];

const UPGRADES = `APT::Periodic::Update-Package-Lists "1";
APT::Periodic::Unattended-Upgrade "1";
Unattended-Upgrade::Automatic-Reboot "true";
Unattended-Upgrade::Automatic-Reboot-Time "03:30";
`;

const FILES = (config: string): readonly [path: string, content: string][] => [
  [CONFIG_FILE, config],
  ["/etc/systemd/system/sni-proxy.service", SERVICE],
  ["/etc/apt/apt.conf.d/52sni-proxy-upgrades", UPGRADES],
  // Otherwise the proxy would run on with the NGINX or OpenSSL that an upgrade replaced.
  ["/etc/needrestart/conf.d/50-sni-proxy.conf", "$nrconf{restart} = 'a';\n"],
];

/**
 * What a new machine does at its first start to become an SNI proxy: cloud-init for Debian 12 or Ubuntu 24.04, which brings all packages from
 * the distribution. There is no secret in it.
 */
export function cloudInit({ ssh = false, ...props }: CloudInitProps): string {
  // Masked before the packages come: the distribution's own site never answers.
  const masked = ["nginx.service", ...(ssh ? [] : ["ssh.service", "ssh.socket"])];
  return [
    "#cloud-config",
    ...(ssh ? [] : ["users: []"]),
    "disable_root: true",
    "ssh_pwauth: false",
    "package_update: true",
    "package_upgrade: true",
    "package_reboot_if_required: true",
    "bootcmd:",
    command("systemctl", "mask", "--now", ...masked),
    "packages:",
    ...PACKAGES.map((name) => `  - ${name}`),
    "write_files:",
    ...FILES(sniProxyConfig(props)).flatMap(([path, content]) => file(path, content)),
    "runcmd:",
    command("systemctl", "daemon-reload"),
    command("systemctl", "enable", "--now", "sni-proxy.service"),
    "",
  ].join("\n");
}

const command = (...words: string[]): string => `  - ${JSON.stringify(words)}`;

function file(path: string, content: string): string[] {
  const text = content.trimEnd().split("\n");
  return [
    `  - path: ${path}`,
    "    owner: root:root",
    '    permissions: "0644"',
    "    content: |",
    ...text.map((line) => (line === "" ? "" : `      ${line}`)),
  ];
}
