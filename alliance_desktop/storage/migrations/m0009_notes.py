"""Schema 9: how notes are laid out, words to tap and snippets, goals a visit worked on, and what is for one alone."""

NUMBER = 9

STATEMENTS = """
CREATE TABLE note_section (
  id INTEGER PRIMARY KEY,
  place INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL,
  keys TEXT NOT NULL
) STRICT;
CREATE TABLE note_goal (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES session (id),
  place INTEGER NOT NULL,
  uid TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;
CREATE INDEX note_goal_session ON note_goal (session_id);
CREATE TRIGGER note_goal_signed_insert BEFORE INSERT ON note_goal
    WHEN (SELECT signed_at FROM session WHERE id = NEW.session_id) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER note_goal_signed_update BEFORE UPDATE ON note_goal
    WHEN (SELECT signed_at FROM session WHERE id = OLD.session_id) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER note_goal_signed_delete BEFORE DELETE ON note_goal
    WHEN (SELECT signed_at FROM session WHERE id = OLD.session_id) IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER note_goal_moved BEFORE UPDATE ON note_goal WHEN NEW.session_id <> OLD.session_id
    BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TABLE private_note (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL UNIQUE REFERENCES session (id),
  words TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;
CREATE TABLE tap_word (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  words TEXT NOT NULL,
  offered INTEGER NOT NULL CHECK (offered IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX tap_word_place ON tap_word (kind, words);
CREATE TABLE snippet (
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE,
  words TEXT NOT NULL
) STRICT;
CREATE TABLE note_habit (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;
"""
