#!/bin/sh
# Writes .env with a random password for each role, for docker compose. Run once; an existing file is left alone.
set -eu
cd "$(dirname "$0")/.."
if [ -e .env ]; then
  echo ".env is there already; nothing was changed." >&2
  exit 1
fi
umask 077
{
  for name in POSTGRES CONSULT_OWNER CONSULT_AGENDA CONSULT_TEAM CONSULT_PEOPLE CONSULT_RECORD; do
    printf '%s_PASSWORD=%s\n' "$name" "$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')"
  done
} > .env
echo "Written to .env. Keep it from everybody else, and out of backups of the database."
