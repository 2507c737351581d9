#!/usr/bin/env bash
# Makes an AOT cache by a training run, for JDK 25 and later:
#
#   mvn -DskipTests package -Dquarkus.package.jar.type=aot-jar
#   deploy/train-aot-cache.sh /path/of/quarkus-app /path/of/groundswell.aot
#
# The service starts on an embedded database in a folder that is thrown away, makes its demo, answers what is asked below,
# and ends; the JVM keeps the classes that it needed, linked. No network, no PostgreSQL of one's own, not root.
#
# A cache fits the java, the jars and the paths that it was made with. Where one does not fit, java starts without it.
set -euo pipefail

service=$(cd "$1" && pwd)
cache=$2
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
port=${TRAINING_PORT:-8080}
folder=$(mktemp -d)
log=$folder/training.log
pid=

finish() {
  if [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null; then
    kill "$pid"
    wait "$pid" || true
  fi
  rm -rf "$folder"
}
trap finish EXIT

die() {
  echo "$1" >&2
  cat "$log" >&2
  exit 1
}

# The status of the answer to one GET. Bash speaks to sockets itself: an image of a JRE has no curl.
status() {
  local path=$1 key=${2:-} line=
  exec 3<>"/dev/tcp/127.0.0.1/$port" || return 0
  printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer %s\r\n\r\n' "$path" "$key" >&3
  IFS= read -r line <&3 || true
  cat <&3 >/dev/null
  exec 3>&-
  line=${line#* }
  echo "${line%% *}"
}

# Readiness waits for the demo, too.
await_ready() {
  for _ in $(seq 1 600); do
    if [ "$(status /q/health/ready 2>/dev/null)" = 200 ]; then
      return
    fi
    kill -0 "$pid" 2>/dev/null || die "The training run has ended early."
    sleep 0.5
  done
  die "The training run was not ready within five minutes."
}

# As in production the log is JSON; the options of the image must not ask for the cache that is only being made.
env -u JAVA_TOOL_OPTIONS GROUNDSWELL_EMBEDDED=true GROUNDSWELL_DATA_DIR="$folder/data" QUARKUS_HTTP_HOST=127.0.0.1 \
  QUARKUS_HTTP_PORT="$port" QUARKUS_LOG_CONSOLE_JSON_ENABLED=true \
  "$java" -XX:AOTCacheOutput="$folder/cache.aot" -XX:+UseSerialGC -jar "$service/quarkus-run.jar" >"$log" 2>&1 &
pid=$!

await_ready
key=$(sed -n 's/.*"leader" *: *"\([^"]*\)".*/\1/p' "$folder/data/demo-keys.json")
for path in /q/health/live /q/health/started /q/metrics /v1/workspace /v1/reasons '/v1/losses?limit=100' \
    '/v1/trends/reasons?interval=month&since=2025-12-01&until=2026-11-30' \
    '/v1/trends/reasons.csv?interval=month&since=2025-12-01&until=2026-11-30'; do
  for _ in 1 2 3; do
    answer=$(status "$path" "$key")
    [ "$answer" = 200 ] || die "GET $path answered ${answer:-nothing} in the training run."
  done
done

kill "$pid"
wait "$pid" || true
pid=
[ -s "$folder/cache.aot" ] || die "The training run has made no cache: it takes JDK 25 or later."
# Without this packaging a class loader of the framework's own loads the classes, of which a cache holds nothing.
if [ "$(stat -c %s "$folder/cache.aot")" -lt 60000000 ]; then
  die "The cache holds little: package with -Dquarkus.package.jar.type=aot-jar."
fi
mv "$folder/cache.aot" "$cache"
chmod 644 "$cache"
