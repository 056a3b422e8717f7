#!/usr/bin/env bash
# Runs all tests in their quick form; ends with "N passed, N failed" alone on a line.
#   ./test.sh            everything
#   ./test.sh NAME …     tests/BTech.NAME.Tests only
#   ./test.sh --full     the long forms as well
set -uo pipefail
cd "$(dirname "$0")"

names=()
for argument in "$@"; do
  case "$argument" in
    --full) export TEST_FULL=1 ;;
    -*) echo "Usage: ./test.sh [NAME …] [--full]" >&2; exit 2 ;;
    *) names+=("$argument") ;;
  esac
done

need() { echo "$1" >&2; echo "0 passed, 1 failed"; exit 1; }
command -v dotnet >/dev/null || need "The .NET 10 SDK is missing: install it from https://dotnet.microsoft.com/download/dotnet/10.0"
command -v node >/dev/null || need "Node.js is missing: install version 20 or newer from https://nodejs.org"

projects=()
if [ ${#names[@]} -eq 0 ]; then
  for project in tests/BTech.*.Tests; do projects+=("$project"); done
else
  for name in "${names[@]}"; do
    [ -d "tests/BTech.$name.Tests" ] || need "There is no test project tests/BTech.$name.Tests."
    projects+=("tests/BTech.$name.Tests")
  done
fi

# The same places as tests/BTech.Browser.Tests/Chromium.cs looks in.
chromium_is_there() {
  for place in /usr/bin/chromium-headless-shell /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome /snap/bin/chromium "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    [ -e "$place" ] && return
  done
  return 1
}
if [[ " ${projects[*]} " == *Browser* ]] && ! chromium_is_there; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Chromium for the browser tests."
    # The shell without windows is twice as fast; not every system packs it.
    (apt-get update -qq; for package in chromium-headless-shell chromium; do DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $package && exit; done; exit 1) >/dev/null 2>&1 \
      || need "Chromium could not be installed: run 'apt-get install chromium' and look at what it says."
  else
    need "The browser tests need Chromium: install the package 'chromium' and run this again."
  fi
fi

# Tests start a site again and again and never run one for long: measuring code in order to compile it better costs a third of
# their time and never pays.
export DOTNET_TieredPGO=0

# One build for all: test processes that build beside each other would get in each other's way.
if [ ${#names[@]} -eq 0 ]; then
  dotnet build BTech.Consultation.sln -v q -clp:ErrorsOnly || need "The build failed."
else
  for project in "${projects[@]}"; do dotnet build "$project" -v q -clp:ErrorsOnly || need "The build failed."; done
fi

# Two lanes: much of a test's time is waiting, for a database, a process or a browser. Each lane takes the next project that nobody
# has taken, the long ones first, so that both end at about the same time. What a project says is printed when it has ended.
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
lane() {
  local project name
  for project in "${queue[@]}"; do
    name=$(basename "$project")
    mkdir "$logs/$name.taken" 2>/dev/null || continue
    dotnet test --project "$project" --no-build --no-ansi >"$logs/$name" 2>&1
    echo $? >"$logs/$name.code"
    { echo "── $name"; cat "$logs/$name"; }
  done
}
queue=()
for first in Browser Web Adversary Record ''; do
  for project in "${projects[@]}"; do
    # A project whose tests are still to be written builds, but has nothing to run.
    grep -rqsE '\[(Fact|Theory)' "$project" --include=*.cs || continue
    [[ -n $first && $project != *.$first.* || " ${queue[*]-} " == *" $project "* ]] || queue+=("$project")
  done
done
lane &
lane
wait

passed=0 failed=0
for code in "$logs"/*.code; do
  [ -e "$code" ] || continue
  p=$(awk '/^ *succeeded:/{n=$2} END{print n+0}' "${code%.code}")
  f=$(awk '/^ *failed:/{n=$2} END{print n+0}' "${code%.code}")
  if [ "$(cat "$code")" -ne 0 ] && [ "$f" -eq 0 ]; then f=1; fi
  passed=$((passed + p)) failed=$((failed + f))
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
