#!/bin/bash
# Keycloak takes secrets from its environment alone, so they are read into it here, from files, inside the container.
set -euo pipefail

secret() {
  cat "/run/secrets/$1"
}

KC_DB_PASSWORD="$(secret keycloak-database-password)"
KC_BOOTSTRAP_ADMIN_PASSWORD="$(secret keycloak-admin-password)"
export KC_DB_PASSWORD KC_BOOTSTRAP_ADMIN_PASSWORD KC_BOOTSTRAP_ADMIN_USERNAME=admin
for service in EXECUTION RISK PORTFOLIO MARKET_DATA BACKTEST; do
  declare -x "CAPSTAN_CLIENT_SECRET_$service=$(secret "client-secret-$service")"
done

exec /opt/keycloak/bin/kc.sh start --optimized --import-realm "$@"
