#!/bin/sh
# Runs a tool of Millrace by the name of its Kafka namesake. The kafka-*.sh scripts beside it call it by its real path.
here=$(cd "$(dirname "$0")" && pwd -P)

tool=$1
shift
launcher=$here/../apps/millrace/dist/millrace.js
if [ "$tool" = server-start ]; then
  launcher=$here/../apps/millrace-broker/dist/millrace-broker.js
fi
if [ ! -f "$launcher" ]; then
  echo "Millrace is not built yet: run \`npm ci && npm run build\` in $(cd "$here/.." && pwd -P) first" >&2
  exit 1
fi
if [ "$tool" = server-start ]; then
  if [ $# -lt 1 ]; then
    echo "USAGE: kafka-server-start.sh [-daemon] server.properties [--override property=value]*" >&2
    exit 1
  fi
  if [ "$1" = -daemon ]; then
    shift
    nohup node "$launcher" "$@" >"${LOG_DIR:-.}/server.out" 2>&1 </dev/null &
    exit 0
  fi
  exec node "$launcher" "$@"
fi
exec node "$launcher" "$tool" "$@"
