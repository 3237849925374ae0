"""Schema 7: what a client answers at the end of a visit, as it is once it was seen, and alerts that were put off."""

NUMBER = 7

STATEMENTS = """
CREATE TABLE closing_check (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client (id),
  day TEXT NOT NULL,
  how TEXT NOT NULL,
  reflect_first INTEGER NOT NULL,
  goals INTEGER CHECK (goals BETWEEN 1 AND 5),
  tasks INTEGER CHECK (tasks BETWEEN 1 AND 5),
  bond INTEGER CHECK (bond BETWEEN 1 AND 5),
  touch INTEGER CHECK (touch BETWEEN 1 AND 5),
  keep TEXT NOT NULL,
  change TEXT NOT NULL,
  at TEXT NOT NULL,
  guessed_goals INTEGER CHECK (guessed_goals BETWEEN 1 AND 5),
  guessed_tasks INTEGER CHECK (guessed_tasks BETWEEN 1 AND 5),
  guessed_bond INTEGER CHECK (guessed_bond BETWEEN 1 AND 5),
  guessed_touch INTEGER CHECK (guessed_touch BETWEEN 1 AND 5),
  seen_at TEXT,
  taken_back_at TEXT
) STRICT;
CREATE INDEX closing_check_client ON closing_check (client_id, day);
CREATE TRIGGER closing_check_owner BEFORE UPDATE OF id, client_id, day, how ON closing_check
    BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
CREATE TRIGGER closing_check_seen BEFORE UPDATE OF reflect_first, goals, tasks, bond, touch, keep, change, at,
    guessed_goals, guessed_tasks, guessed_bond, guessed_touch, seen_at ON closing_check
    WHEN OLD.seen_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
CREATE TRIGGER closing_check_stays BEFORE DELETE ON closing_check WHEN OLD.seen_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
CREATE TABLE alert_snooze (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client (id),
  rule TEXT NOT NULL,
  strand TEXT NOT NULL,
  gravity TEXT NOT NULL,
  until TEXT NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX alert_snooze_client ON alert_snooze (client_id, rule);
CREATE TRIGGER alert_snooze_no_update BEFORE UPDATE ON alert_snooze BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
CREATE TRIGGER alert_snooze_no_delete BEFORE DELETE ON alert_snooze BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
"""
