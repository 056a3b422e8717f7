-- What consult_agenda may do; repeatable. Owner runs it after each migration.
REVOKE ALL ON SCHEMA agenda FROM PUBLIC;
GRANT USAGE ON SCHEMA agenda TO consult_agenda;
GRANT SELECT, INSERT, UPDATE, DELETE ON
  agenda.consultation, agenda.focus_area, agenda.participant_group, agenda.rule_text, agenda.own_reason, agenda.comment_window,
  agenda.paper_version, agenda.paragraph, agenda.paragraph_change, agenda.announcement, agenda.reminder, agenda.erasure
TO consult_agenda;
