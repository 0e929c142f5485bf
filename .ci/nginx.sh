#!/usr/bin/env bash
# Brings NGINX with its stream module, on which the SNI proxy is tried out, where the machine has none. Nothing is installed, and no service is started.
set -euo pipefail

if [ -e /usr/lib/nginx/modules/ngx_stream_module.so ] && command -v nginx >/dev/null; then
  nginx -v
  exit
fi
into=$(cd "$(dirname "$0")/.." && pwd)/node_modules/.cache/nginx
packages=$(mktemp -d)
trap 'rm -rf "$packages"' EXIT
apt-get update -qq
cd "$packages"
apt-get download -qq nginx libnginx-mod-stream
for package in *.deb; do dpkg -x "$package" "$into"; done
"$into/usr/sbin/nginx" -v
