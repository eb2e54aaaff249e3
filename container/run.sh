#!/bin/sh
# A mounted file is used, with the KAFKA_ names of the environment over it; else those names alone; else the file of the image.
mounted=/mnt/shared/config/server.properties
# What Apache's image reads for other ends than settings.
other='^KAFKA_(VERSION|HEAP_OPTS|LOG4J_OPTS|OPTS|JMX_OPTS|JVM_PERFORMANCE_OPTS|GC_LOG_OPTS|LOG4J_ROOT_LOGLEVEL|LOG4J_LOGGERS|TOOLS_LOG4J_LOGLEVEL|JMX_HOSTNAME)='
if [ -f "$mounted" ]; then
  set -- "$mounted" "$@"
elif ! env | grep '^KAFKA_' | grep -Evq "$other"; then
  set -- "${MILLRACE_PROPERTIES:-/etc/millrace/server.properties}" "$@"
fi
exec millrace-broker --format-if-new "$@"
