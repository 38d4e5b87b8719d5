#!/usr/bin/env bash
# Runs every test of the project and closes with one line: N passed, N failed, N skipped.
# Installs what the tests need where it is missing and may: Debian's chromium (its headless shell where there is one), postgresql and redis-server.
# Arguments go to `dotnet test`, e.g. ./test.sh --filter FullyQualifiedName~Calls
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Hosts, demonstrations and browsers' servers live for seconds: counting what runs often, to compile it better later, costs a quarter of their time.
export DOTNET_TieredPGO=0

missing=()
[ -n "$(command -v chromium-headless-shell || command -v chromium || true)" ] || missing+=(chromium)
[ -n "${CONTACTCENTER_TEST_POSTGRES:-}" ] || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
[ -x /usr/bin/redis-server ] || missing+=(redis-server)
if [ "${#missing[@]}" -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing ${missing[*]}"
    install() { DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" fonts-dejavu-core; }
    # The shell is the same browser without windows, with less to do.
    { apt-get update -qq; install "${missing[@]/%chromium/chromium-headless-shell}" || install "${missing[@]}"; } >/dev/null 2>&1 \
      || echo "Could not install ${missing[*]}: their tests are skipped and say so."
  else
    echo "Missing ${missing[*]}, and no rights to install: their tests are skipped and say so."
  fi
fi

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
dotnet build --nologo -v quiet || exit 1

touch "$results/failed"

# Arguments: a name for the results, the project, what goes to `dotnet test`.
suite() {
  local name=$1 project=$2
  shift 2
  run "$name" "$project" "$@" || { echo "$name $project" >>"$results/failed"; return 1; }
}

run() {
  local name=$1 project=$2
  shift 2
  dotnet test "tests/$project/$project.csproj" --no-build --nologo --logger "console;verbosity=minimal" --logger "trx;LogFileName=$name.trx" --results-directory "$results" "$@"
}

# The server's suite mostly waits for calls to take their time: its scenarios run beside the rest of it, unless a filter was asked for.
server_suite() {
  local project=$1
  suite "$project.Scenarios" "$project" --filter 'FullyQualifiedName~.Scenarios.' >"$results/scenarios.log" 2>&1 &
  local scenarios=$!
  suite "$project" "$project" --filter 'FullyQualifiedName!~.Scenarios.'
  wait "$scenarios"
  cat "$results/scenarios.log"
}

count() { grep -ho " $1=\"[0-9]*\"" "${@:2}" 2>/dev/null | grep -o '[0-9]*' | awk '{ n += $1 } END { print n + 0 }'; }

# A few tests that failed while others pressed the machine are run once more by themselves. Which they were is said, so that nobody takes them for
# steady; more than three, a run that broke off or a failure of the pure domain is no matter of the moment.
again() {
  local name=$1 project=$2 trx="$results/$1.trx" methods
  [ "$project" != ContactCenter.Domain.Tests ] && [ -f "$trx" ] && [ "$(count failed "$trx")" -le 3 ] && ! grep -q 'RunInfo [^>]*outcome="Error"' "$trx" || return 1
  methods=$(grep -o '<UnitTestResult [^>]*outcome="Failed"[^>]*' "$trx" | sed -E 's/.*testName="([^"(]*).*/\1/' | sort -u)
  [ -n "$methods" ] || return 1
  echo "== $project, once more: $(echo $methods)"
  run "$name.Again" "$project" --filter "$(printf 'FullyQualifiedName~.%s|' $methods | sed 's/|$//')" || return 1
  [ "$(count passed "$results/$name.Again.trx")" -gt 0 ] || return 1
  printf 'Unsteady: %s (failed beside the others, passed by itself)\n' $methods >>"$results/unsteady"
  unsteady=$((unsteady + $(count failed "$trx")))
}

for path in tests/*.Tests; do
  project=$(basename "$path")
  echo "== $project"
  if [ "$project" = ContactCenter.Server.Tests ] && [ $# = 0 ]; then
    server_suite "$project"
  else
    suite "$project" "$project" "$@"
  fi
done

failed_runs=0
unsteady=0
while read -r name project; do
  again "$name" "$project" </dev/null || failed_runs=$((failed_runs + 1))
done <"$results/failed"
rm -f "$results"/*.Again.trx

total=$(count total "$results"/*.trx)
passed=$(($(count passed "$results"/*.trx) + unsteady))
failed=$(($(count failed "$results"/*.trx) - unsteady))
[ "$failed_runs" = 0 ] || grep -ho '<UnitTestResult [^>]*outcome="Failed"[^>]*' "$results"/*.trx 2>/dev/null | sed -E 's/.*testName="([^"]*)".*/Failed: \1/' || true
cat "$results/unsteady" 2>/dev/null
grep -ho 'Skipped: .*\|No PostgreSQL:.*\|No Redis:.*\|No Chromium:.*' "$results"/*.trx 2>/dev/null | sed 's/&lt;.*//; s/<.*//' | sort | uniq -c || true
echo "$passed passed, $failed failed, $((total - passed - failed)) skipped"
[ "$failed" = 0 ] && [ "$failed_runs" = 0 ] && [ "$passed" -gt 0 ]
