-- What consult_record may do; repeatable. Owner runs it after each migration.
REVOKE ALL ON SCHEMA record FROM PUBLIC;
GRANT USAGE ON SCHEMA record TO consult_record;

-- Boxes are ciphertext: compressing them only burns time, and TOAST must hold them out of line at one length.
ALTER TABLE record.box ALTER COLUMN box SET STORAGE EXTERNAL;
ALTER TABLE record.seal_page ALTER COLUMN leaves SET STORAGE EXTERNAL;

-- Voice: before the seal.
GRANT SELECT, INSERT, UPDATE, TRUNCATE ON record.box TO consult_record;
-- A rehearsal's own row goes with it; it says when writing ended, and nothing about anybody.
GRANT SELECT, INSERT, UPDATE, DELETE ON record.window_state TO consult_record;
GRANT SELECT, INSERT, UPDATE, DELETE ON record.seal, record.seal_check, record.group_census, record.seal_page TO consult_record;

-- Voice: after the seal. Sealed rows are never updated; retention rewrites whole tables in random order.
GRANT SELECT, INSERT ON record.contributor, record.sealed_input TO consult_record;

-- Voice: by follow-up code. Each of these is only ever rewritten whole.
GRANT SELECT, INSERT, TRUNCATE ON record.input_lookup, record.request_box TO consult_record;
GRANT SELECT, INSERT, DELETE ON record.withdrawal TO consult_record;
GRANT TRUNCATE ON
  record.contributor, record.sealed_input, record.withdrawal, record.mask, record.review_decision, record.coded_excerpt, record.evidence, record.set_aside_passage,
  record.alike_text, record.sampled_input
TO consult_record;

-- Editorial: what staff make after the seal.
GRANT SELECT, INSERT, UPDATE, DELETE ON
  record.mask, record.review_decision, record.theme, record.dimension, record.dimension_value, record.coded_excerpt, record.second_reading, record.sampled_input, record.alike_group, record.alike_text,
  record.summary_report, record.section, record.block, record.statement, record.evidence, record.footnote, record.meeting_note, record.set_aside_passage
TO consult_record;
-- What versions told is never taken back: a line stays as it was published.
GRANT SELECT, INSERT ON record.report_editor, record.final_wording, record.claim TO consult_record;
-- What an editor asks of the second person, and what became of it.
GRANT SELECT, INSERT, UPDATE, DELETE ON record.lifting TO consult_record;
-- How a draft came about, what was begun in it and remarked on it: forgotten when it is published.
GRANT SELECT, INSERT, DELETE ON record.draft_change TO consult_record;
GRANT SELECT, INSERT, UPDATE, DELETE ON record.begun_wording, record.review_comment TO consult_record;
-- Files of published versions: known by their first making, and noted when one came out differently. They go with a rehearsal's report.
GRANT SELECT, INSERT, UPDATE ON record.file_release TO consult_record;
-- Views of the list of inputs, kept for the team.
GRANT SELECT, INSERT, UPDATE, DELETE ON record.saved_filter TO consult_record;
-- What review notes on an input; written anew with it.
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON record.flag, record.harmless_passage, record.split_passage, record.handover,
  record.dismissed_suggestion TO consult_record;
-- Where imported texts came from. The texts themselves stand among the sealed ones and go as these do: by writing the tables anew.
GRANT SELECT, INSERT, DELETE ON record.import TO consult_record;
-- The history of code books: lines are added, and go with a rehearsal.
GRANT SELECT, INSERT, DELETE ON record.theme_change TO consult_record;
-- The register of exports: lines are added, struck off when the copies are deleted, and go with a rehearsal.
GRANT SELECT, INSERT, UPDATE, DELETE ON record.export TO consult_record;
GRANT SELECT, INSERT, DELETE ON record.exported_part TO consult_record;
-- What inputs are found by: made from them, made anew with every mask, dropped whole by retention.
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON record.search_text, record.search_ready TO consult_record;
-- The lists. Lines that hang on an input are written anew with it.
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON record.logged_resource, record.dilemma_card TO consult_record;
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON record.working_translation, record.input_memo TO consult_record;
-- Passages that the team would like to quote: asked, answered all together at a release, taken back, written anew with their texts.
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON record.quotation TO consult_record;
-- Who outside holds a text: added, and struck off when they have deleted it.
GRANT SELECT, INSERT, DELETE ON record.sent_text TO consult_record;
GRANT SELECT, INSERT, UPDATE, DELETE ON record.raised_question TO consult_record;
-- Answers to key points: written and changed until they are released; what is released stays as it was, and goes with a rehearsal.
GRANT SELECT, INSERT, UPDATE, DELETE ON record.response TO consult_record;
GRANT SELECT, INSERT, DELETE ON record.released_response, record.commented_band TO consult_record;
-- The participants' checks of drafts: begun, ended, answers written anew with every answer and read once; they go with their report.
GRANT SELECT, INSERT, UPDATE, DELETE ON record.draft_check TO consult_record;
GRANT SELECT, INSERT, DELETE ON record.checked_sentence TO consult_record;
GRANT SELECT, INSERT, DELETE, TRUNCATE ON record.check_box TO consult_record;
GRANT SELECT, INSERT, UPDATE, DELETE ON record.check_answer TO consult_record;
