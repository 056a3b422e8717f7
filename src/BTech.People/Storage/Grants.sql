-- What consult_people may do; repeatable. Owner runs it after each migration.
REVOKE ALL ON SCHEMA people FROM PUBLIC;
GRANT USAGE ON SCHEMA people TO consult_people;
GRANT SELECT, INSERT, UPDATE, DELETE ON
  people.participant, people.organisation, people.organisation_alias, people.invitation, people.invitation_link,
  people.listing_consent, people.offer, people.offer_follow_up, people.offer_note, people.submission, people.outbox, people.undelivered, people.registration
TO consult_people;
-- Erasing rewrites whole tables in random order.
GRANT TRUNCATE ON
  people.participant, people.organisation, people.organisation_alias, people.invitation, people.invitation_link,
  people.listing_consent, people.offer, people.offer_follow_up, people.offer_note, people.submission, people.outbox, people.undelivered, people.registration
TO consult_people;
-- What went out stays so.
GRANT SELECT, INSERT ON people.mailing TO consult_people;
-- A published list is frozen: no line is ever changed. Whoever no longer wishes to be named is taken out.
GRANT SELECT, INSERT, DELETE ON people.listed_line TO consult_people;
