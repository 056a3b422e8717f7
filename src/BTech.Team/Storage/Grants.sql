-- What consult_team may do; repeatable. Owner runs it after each migration.
REVOKE ALL ON SCHEMA team FROM PUBLIC;
GRANT USAGE ON SCHEMA team TO consult_team;
GRANT SELECT, INSERT, UPDATE, DELETE ON
  team.staff_account, team.staff_claim, team.staff_login, team.staff_token, team.staff_passkey,
  team.assignment, team.staff_session, team.password_link, team.recovery_code, team.used_challenge, team.seal_authorisation,
  team.presence, team.report_withdrawal
TO consult_team;
GRANT USAGE ON SEQUENCE team.staff_claim_id_seq TO consult_team;
-- The audit grows and is read; nobody who runs the site can change or shorten it.
REVOKE ALL ON team.audit_entry FROM consult_team;
GRANT SELECT, INSERT ON team.audit_entry TO consult_team;
