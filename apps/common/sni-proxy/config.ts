import { checkInputs, type SniProxyConfigProps } from "./inputs";

/** Where the distribution has the module that passes connections on without looking into them. */
export const STREAM_MODULE = "/usr/lib/nginx/modules/ngx_stream_module.so";

/**
 * Configuration of an NGINX that passes TLS connections on by the server name in their first message. It has no certificate and sees no
 * content: client and cluster encrypt end to end.
 *
 * A connection is closed if it does not come from an allowed range, asks for no name, or for one that is not on the list: an open proxy
 * would be a way into whatever else its network reaches.
 */
export function sniProxyConfig(props: SniProxyConfigProps): string {
  const { hostNames, resolver, ports, allowedCidrs } = checkInputs(props);
  return `load_module ${STREAM_MODULE};
worker_processes auto;
worker_rlimit_nofile 16384;
pid /run/sni-proxy/nginx.pid;
error_log stderr warn;

events {
    worker_connections 4096;
}

stream {
    map_hash_bucket_size 512;
    map $ssl_preread_server_name $destination {
        hostnames;
        default "";
${lines(hostNames, (name) => `        ${name} $ssl_preread_server_name:$server_port;`)}
    }

    map $destination $verdict {
        "" refused;
        default passed;
    }

    log_format verdict '$verdict $remote_addr port $server_port name "$ssl_preread_server_name" status $status '
                       'to "$upstream_addr" sent $bytes_sent received $bytes_received in $session_time s';
    access_log syslog:server=unix:/dev/log,nohostname,tag=sni_proxy verdict;

${lines(allowedCidrs, (cidr) => `    allow ${cidr};`)}
    deny all;

    limit_conn_zone $binary_remote_addr zone=sources:1m;
    limit_conn sources 500;

    resolver ${resolver} valid=30s ipv6=off;
    resolver_timeout 5s;

    ssl_preread on;
    preread_timeout 10s;
    proxy_connect_timeout 10s;
    # Kafka clients close idle connections after 9 minutes.
    proxy_timeout 10m;
    proxy_socket_keepalive on;
${lines(
  ports,
  (port) => `
    server {
        listen ${port} so_keepalive=on;
        proxy_pass $destination;
    }`,
)}
}
`;
}

const lines = <T>(values: readonly T[], line: (value: T) => string): string => values.map(line).join("\n");
