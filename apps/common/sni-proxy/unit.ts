/** Where the machine has the configuration. */
export const CONFIG_FILE = "/etc/sni-proxy/nginx.conf";

const NGINX = `/usr/sbin/nginx -e stderr -c ${CONFIG_FILE}`;

/**
 * The proxy as a service of systemd: an account without rights that may open the ports below 1024 and nothing else, and that sees the
 * machine's files without being able to write any.
 */
export const SERVICE = `[Unit]
Description=SNI proxy to the private Kafka clusters
Wants=network-online.target
After=network-online.target nss-lookup.target

[Service]
User=www-data
Group=www-data
ExecStartPre=${NGINX} -q -t
ExecStart=${NGINX} -g "daemon off;"
ExecReload=/bin/kill -HUP $MAINPID
KillSignal=SIGQUIT
TimeoutStopSec=30
Restart=always
RestartSec=5
RuntimeDirectory=sni-proxy
LimitNOFILE=16384
UMask=0077
AmbientCapabilities=CAP_NET_BIND_SERVICE
CapabilityBoundingSet=CAP_NET_BIND_SERVICE
NoNewPrivileges=true
ProtectSystem=strict
ProtectHome=true
ProtectProc=invisible
ProcSubset=pid
ProtectClock=true
ProtectControlGroups=true
ProtectHostname=true
ProtectKernelLogs=true
ProtectKernelModules=true
ProtectKernelTunables=true
PrivateDevices=true
PrivateTmp=true
MemoryDenyWriteExecute=true
LockPersonality=true
RemoveIPC=true
RestrictAddressFamilies=AF_INET AF_UNIX
RestrictNamespaces=true
RestrictRealtime=true
RestrictSUIDSGID=true
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallErrorNumber=EPERM

[Install]
WantedBy=multi-user.target
`;
