"""Schema 11: what a note marks on the body, and what it gives the client to do at home."""

NUMBER = 11

STATEMENTS = """
CREATE TABLE note_mark (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES session (id),
  place INTEGER NOT NULL,
  uid TEXT NOT NULL,
  whose TEXT NOT NULL,
  kind TEXT NOT NULL,
  view TEXT NOT NULL,
  region TEXT NOT NULL,
  x REAL NOT NULL,
  y REAL NOT NULL,
  strength INTEGER CHECK (strength BETWEEN 0 AND 10),
  words TEXT NOT NULL
) STRICT;
CREATE INDEX note_mark_session ON note_mark (session_id);
CREATE TRIGGER note_mark_signed_insert BEFORE INSERT ON note_mark
    WHEN (SELECT signed_at FROM session WHERE id = NEW.session_id) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER note_mark_signed_update BEFORE UPDATE ON note_mark
    WHEN (SELECT signed_at FROM session WHERE id = OLD.session_id) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER note_mark_signed_delete BEFORE DELETE ON note_mark
    WHEN (SELECT signed_at FROM session WHERE id = OLD.session_id) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER note_mark_moved BEFORE UPDATE ON note_mark WHEN NEW.session_id <> OLD.session_id
    BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TABLE note_home (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES session (id),
  place INTEGER NOT NULL,
  words TEXT NOT NULL
) STRICT;
CREATE INDEX note_home_session ON note_home (session_id);
CREATE TRIGGER note_home_signed_insert BEFORE INSERT ON note_home
    WHEN (SELECT signed_at FROM session WHERE id = NEW.session_id) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER note_home_signed_update BEFORE UPDATE ON note_home
    WHEN (SELECT signed_at FROM session WHERE id = OLD.session_id) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER note_home_signed_delete BEFORE DELETE ON note_home
    WHEN (SELECT signed_at FROM session WHERE id = OLD.session_id) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER note_home_moved BEFORE UPDATE ON note_home WHEN NEW.session_id <> OLD.session_id
    BEGIN SELECT RAISE(ABORT, 'signed'); END;
"""
