#!/usr/bin/env bash
# Takes the pictures of the README and the guides anew, from the sample as a fresh installation shows it.
set -euo pipefail
cd "$(dirname "$0")/../.."
PICTURES="$PWD/docs/images" dotnet test --project tests/BTech.Browser.Tests -- --filter-class "*PictureTests" "*RehearsalPageTests"
