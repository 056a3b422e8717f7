#!/bin/sh
# Runs once, when the database is made, behind docs/roles.sql: each role gets the password that its connection string has.
set -eu
for role in owner agenda team people record; do
  name=$(printf 'CONSULT_%s_PASSWORD' "$role" | tr '[:lower:]' '[:upper:]')
  eval "password=\${$name}"
  # By a variable of psql, not by the statement's text: no log and no list of processes shows it.
  PASSWORD=$password psql -v ON_ERROR_STOP=1 --no-psqlrc --quiet --username "${POSTGRES_USER:-postgres}" --dbname "${POSTGRES_DB:-consult}" <<SQL
\\getenv password PASSWORD
ALTER ROLE consult_$role PASSWORD :'password';
SQL
done
