"""Schema 12: scales of the therapist's own, and what was answered on them."""

NUMBER = 12

STATEMENTS = """
CREATE TABLE scale (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  name TEXT NOT NULL,
  items TEXT NOT NULL,
  lowest INTEGER NOT NULL,
  highest INTEGER NOT NULL CHECK (lowest < highest),
  low_words TEXT NOT NULL,
  high_words TEXT NOT NULL,
  method TEXT NOT NULL,
  better TEXT NOT NULL,
  licence TEXT NOT NULL,
  reliability REAL,
  sd REAL,
  mcid REAL,
  mcid_source TEXT NOT NULL,
  replaces_id INTEGER UNIQUE REFERENCES scale (id),
  at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
CREATE INDEX scale_uid ON scale (uid);
CREATE TRIGGER scale_words BEFORE UPDATE OF id, uid, name, items, lowest, highest, low_words, high_words, method,
    better, licence, reliability, sd, mcid, mcid_source, replaces_id, at ON scale
    BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
CREATE TRIGGER scale_no_delete BEFORE DELETE ON scale BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
CREATE TRIGGER scale_same_uid BEFORE INSERT ON scale
    WHEN NEW.replaces_id IS NOT NULL AND NEW.uid IS NOT (SELECT uid FROM scale WHERE id = NEW.replaces_id)
    BEGIN SELECT RAISE(ABORT, 'other content'); END;
CREATE TABLE scale_answer (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client (id),
  scale_id INTEGER NOT NULL REFERENCES scale (id),
  day TEXT NOT NULL,
  how TEXT NOT NULL,
  answers TEXT NOT NULL,
  at TEXT NOT NULL,
  taken_back_at TEXT
) STRICT;
CREATE INDEX scale_answer_client ON scale_answer (client_id, day);
CREATE INDEX scale_answer_scale ON scale_answer (scale_id);
CREATE TRIGGER scale_answer_words BEFORE UPDATE OF id, client_id, scale_id, day, how, answers, at ON scale_answer
    BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
CREATE TRIGGER scale_answer_no_delete BEFORE DELETE ON scale_answer BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
"""
