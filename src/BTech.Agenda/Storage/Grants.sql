-- What consult_agenda may do; repeatable. Owner runs it after each migration.
REVOKE ALL ON SCHEMA agenda FROM PUBLIC;
GRANT USAGE ON SCHEMA agenda TO consult_agenda;
GRANT SELECT, INSERT, DELETE ON agenda.consultation TO consult_agenda;
-- Every column but the marker of a rehearsal, which is written once: what is real can never become one, and be removed as one.
REVOKE UPDATE ON agenda.consultation FROM consult_agenda;
GRANT UPDATE (slug, title, purpose, host, host_label, contact, urgent_contact, rule_version, is_being_removed) ON agenda.consultation TO consult_agenda;
GRANT SELECT, INSERT, UPDATE, DELETE ON
  agenda.focus_area, agenda.participant_group, agenda.rule_text, agenda.own_reason, agenda.comment_window,
  agenda.paper_version, agenda.paragraph, agenda.paragraph_change, agenda.announcement, agenda.reminder, agenda.erasure
TO consult_agenda;
