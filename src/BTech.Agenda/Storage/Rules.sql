-- What the model of the object mapper cannot express; repeatable. The owner runs it after each migration.

-- Two rounds of written comments of one consultation never take the same time, whatever two administrators save at once: a comment would not
-- know its round, nor an author which of two papers is asked about. Each consultation has a stretch of the number line of its own, because an
-- index over times alone knows no consultations and the extension that would join both is not on every server. Dates that are not settled yet take no time.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'ex_comment_window_time' AND conrelid = 'agenda.comment_window'::regclass) THEN
    ALTER TABLE agenda.comment_window ADD CONSTRAINT ex_comment_window_time EXCLUDE USING gist (numrange(
      hashtextextended(consultation_id::text, 0)::numeric * 1000000000000
        + extract(epoch FROM least(opens_at, closes_at) - timestamptz '2000-01-01 00:00:00+00'),
      hashtextextended(consultation_id::text, 0)::numeric * 1000000000000
        + extract(epoch FROM greatest(opens_at, closes_at) - timestamptz '2000-01-01 00:00:00+00')) WITH &&)
      WHERE (kind = 2 AND expected IS NULL);
  END IF;
END $$;
