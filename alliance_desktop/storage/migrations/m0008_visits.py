"""Schema 8: who comes when, whether anything changed since, what strained the alliance, and the therapist's limits.

A version that a guardian or an interpreter has still to sign is not agreed yet: it may be taken back.
"""

NUMBER = 8

STATEMENTS = """
CREATE TABLE appointment (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  client_id INTEGER NOT NULL REFERENCES client (id),
  day TEXT NOT NULL,
  starts TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 600),
  note TEXT NOT NULL,
  became TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;
CREATE INDEX appointment_day ON appointment (day, starts);
CREATE INDEX appointment_client ON appointment (client_id, day);
CREATE TABLE change_answer (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client (id),
  day TEXT NOT NULL,
  changed INTEGER NOT NULL CHECK (changed IN (0, 1)),
  words TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX change_answer_client ON change_answer (client_id, day);
CREATE TRIGGER change_answer_no_update BEFORE UPDATE ON change_answer BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
CREATE TRIGGER change_answer_no_delete BEFORE DELETE ON change_answer BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
CREATE TABLE repair (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client (id),
  day TEXT NOT NULL,
  noticed_by TEXT NOT NULL,
  kind TEXT,
  strand TEXT,
  markers TEXT NOT NULL,
  client_said TEXT NOT NULL,
  i_said TEXT NOT NULL,
  we_changed TEXT NOT NULL,
  plan_changed INTEGER NOT NULL CHECK (plan_changed IN (0, 1)),
  check_on TEXT,
  outcome TEXT NOT NULL,
  at TEXT NOT NULL,
  looked_at TEXT,
  taken_back_at TEXT
) STRICT;
CREATE INDEX repair_client ON repair (client_id, day);
CREATE TRIGGER repair_words BEFORE UPDATE OF id, client_id, day, noticed_by, kind, strand, markers, client_said, i_said,
    we_changed, at ON repair BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
CREATE TRIGGER repair_no_delete BEFORE DELETE ON repair BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
DROP TRIGGER plan_event_agreed_stays;
CREATE TRIGGER plan_event_agreed_stays BEFORE INSERT ON plan_event
    WHEN NEW.kind = 'withdrawn' AND (SELECT count(*) FROM signature WHERE version_id = NEW.version_id) >= (
        SELECT 2 + (json_extract(content, '$.guardian') IS NOT NULL)
            + (json_extract(content, '$.interpreter') IS NOT NULL)
        FROM plan_version WHERE id = NEW.version_id
    )
    BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TABLE alert_threshold (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  value REAL NOT NULL
) STRICT;
"""
