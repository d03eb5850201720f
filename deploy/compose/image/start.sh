#!/bin/bash
# Tells a replica who it is and starts it. Only its container tells it from the others of its service; a container that is started again
# is the same instance and takes its leases and partitions back at once.
set -euo pipefail

if [[ -n "${CAPSTAN_SERVICE:-}" ]]; then
  export CAPSTAN_INSTANCE_ID="${CAPSTAN_INSTANCE_ID:-$CAPSTAN_SERVICE-$HOSTNAME}"
  # Not the container's name: Java takes a name that begins with a digit for no host at all.
  export CAPSTAN_ADVERTISED_URL="${CAPSTAN_ADVERTISED_URL:-http://$(hostname -i | cut -d ' ' -f 1):$CAPSTAN_PORT}"
fi

agent=()
if [[ "${CAPSTAN_TRACING:-off}" == on ]]; then
  agent=(-javaagent:/app/opentelemetry-javaagent.jar)
  export OTEL_RESOURCE_ATTRIBUTES="service.instance.id=$CAPSTAN_INSTANCE_ID"
  if [[ -z "${OTEL_EXPORTER_OTLP_ENDPOINT:-}" ]]; then
    # Traces go on from service to service and stand in the logs; nobody is there to send them to.
    unset OTEL_EXPORTER_OTLP_ENDPOINT
    export OTEL_TRACES_EXPORTER=none
  fi
fi

if [[ -z "${CAPSTAN_SERVICE:-}" && -d /app/lib ]]; then
  # The launcher, whose libraries lie beside it. Its jar does not name them, as a service's does, because tests that use it as a library
  # would get its logging too.
  # shellcheck disable=SC2086 # options are words
  exec java ${JAVA_OPTS:-} -cp '/app/application.jar:/app/lib/*' dev.capstan.launcher.cli.Capstan "$@"
fi

# shellcheck disable=SC2086 # options are words
exec java ${JAVA_OPTS:-} "${agent[@]}" -jar /app/application.jar "$@"
