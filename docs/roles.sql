-- The five roles of B-Tech Consultation. Run once by a superuser, connected to the product's own, still empty database:
--   psql --dbname consult --file roles.sql
-- and give each role a password of its own (\password consult_owner, and so on). Safe to run again.
-- If the modules live on servers of their own, run it on each of them.

DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['consult_owner', 'consult_agenda', 'consult_team', 'consult_people', 'consult_record'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOREPLICATION', role_name);
    END IF;
  END LOOP;

  -- The owner migrates and nothing else; the modules' roles get their rights from the grants script of their module.
  EXECUTE format('ALTER DATABASE %I OWNER TO consult_owner', current_database());
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO consult_agenda, consult_team, consult_people, consult_record', current_database());

  -- What else a role may learn from the server: nothing about the others' statements.
  REVOKE CREATE ON SCHEMA public FROM PUBLIC;

  -- What the seal needs so that nothing of the boxes stays behind: write out, begin a new log segment, forget the counters.
  GRANT pg_checkpoint TO consult_record WITH INHERIT TRUE;
  GRANT EXECUTE ON FUNCTION pg_catalog.pg_switch_wal() TO consult_record;
  GRANT EXECUTE ON FUNCTION pg_catalog.pg_stat_reset_single_table_counters(oid) TO consult_record;
END
$$;
