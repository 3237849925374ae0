"""Schema 5: a draft is one row that holds the whole content, written as a version's is; others may sign as well."""

NUMBER = 5

STATEMENTS = """
ALTER TABLE plan_draft ADD COLUMN content TEXT NOT NULL DEFAULT '';
UPDATE plan_draft SET content = json_object(
  'what_matters', json_object(
    'words', what_matters, 'day', what_matters_day, 'voice', coalesce(what_matters_voice, '')),
  'goals', json((SELECT coalesce(json_group_array(json_object(
    'uid', g.uid, 'said', json_object('words', g.words, 'day', g.words_day, 'voice', coalesce(g.voice, '')),
    'professional', g.professional, 'activity', g.activity, 'now', g.now, 'hoped', g.hoped, 'by', g.by_day)), '[]')
    FROM (SELECT * FROM draft_goal WHERE plan_id = plan_draft.plan_id ORDER BY place) AS g)),
  'agreement', json_object(
    'visits', visits, 'rhythm', rhythm, 'minutes', minutes, 'areas_yes', areas_yes, 'areas_no', areas_no),
  'commitments', json((SELECT coalesce(json_group_array(json_object(
    'uid', c.uid, 'whose', c.whose, 'what', c.what, 'how', c.how, 'due', c.due)), '[]')
    FROM (SELECT * FROM draft_commitment WHERE plan_id = plan_draft.plan_id ORDER BY place) AS c)),
  'reservations', json((SELECT coalesce(json_group_array(json_object(
    'uid', r.uid, 'said', json_object('words', r.words, 'day', r.words_day, 'voice', coalesce(r.voice, '')),
    'answer', r.answer)), '[]')
    FROM (SELECT * FROM draft_reservation WHERE plan_id = plan_draft.plan_id ORDER BY place) AS r)),
  'reservations_asked', json(CASE reservations_asked WHEN 0 THEN 'false' ELSE 'true' END),
  'review_on', review_on);
DROP TABLE draft_goal;
DROP TABLE draft_commitment;
DROP TABLE draft_reservation;
DROP INDEX plan_draft_voice;
ALTER TABLE plan_draft DROP COLUMN what_matters;
ALTER TABLE plan_draft DROP COLUMN what_matters_day;
ALTER TABLE plan_draft DROP COLUMN what_matters_voice;
ALTER TABLE plan_draft DROP COLUMN visits;
ALTER TABLE plan_draft DROP COLUMN rhythm;
ALTER TABLE plan_draft DROP COLUMN minutes;
ALTER TABLE plan_draft DROP COLUMN areas_yes;
ALTER TABLE plan_draft DROP COLUMN areas_no;
ALTER TABLE plan_draft DROP COLUMN reservations_asked;
ALTER TABLE plan_draft DROP COLUMN review_on;
CREATE INDEX plan_version_more_signers ON plan_version (id)
  WHERE json_extract(content, '$.guardian') IS NOT NULL OR json_extract(content, '$.interpreter') IS NOT NULL;
"""
