"""Schema 10: red flags and what was decided, consents taken back in words, the client's own statement under a note,
and the therapist's private log of boundaries.
"""

NUMBER = 10

STATEMENTS = """
CREATE TABLE red_flag (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client (id),
  day TEXT NOT NULL,
  flags TEXT NOT NULL,
  about TEXT NOT NULL,
  named TEXT NOT NULL,
  decision TEXT NOT NULL,
  reason TEXT NOT NULL,
  replaces_id INTEGER UNIQUE REFERENCES red_flag (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX red_flag_client ON red_flag (client_id, day);
CREATE TRIGGER red_flag_no_update BEFORE UPDATE ON red_flag BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
CREATE TRIGGER red_flag_no_delete BEFORE DELETE ON red_flag BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
CREATE TRIGGER red_flag_same_client BEFORE INSERT ON red_flag
    WHEN NEW.replaces_id IS NOT NULL
    AND NEW.client_id IS NOT (SELECT client_id FROM red_flag WHERE id = NEW.replaces_id)
    BEGIN SELECT RAISE(ABORT, 'other content'); END;
CREATE TABLE consent_withdrawal (
  id INTEGER PRIMARY KEY,
  consent_id INTEGER NOT NULL REFERENCES consent (id),
  day TEXT NOT NULL,
  words TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX consent_withdrawal_consent ON consent_withdrawal (consent_id);
CREATE TRIGGER consent_withdrawal_no_update BEFORE UPDATE ON consent_withdrawal
    BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
CREATE TRIGGER consent_withdrawal_no_delete BEFORE DELETE ON consent_withdrawal
    BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
CREATE INDEX consent_ends ON consent (expires_on) WHERE withdrawn_on IS NULL;
CREATE TABLE client_statement (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES session (id),
  stance TEXT NOT NULL,
  words TEXT NOT NULL,
  day TEXT NOT NULL,
  how TEXT NOT NULL,
  name TEXT NOT NULL,
  strokes TEXT NOT NULL,
  taken_by TEXT NOT NULL,
  folded TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX client_statement_session ON client_statement (session_id);
CREATE TRIGGER client_statement_no_update BEFORE UPDATE ON client_statement
    BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
CREATE TRIGGER client_statement_no_delete BEFORE DELETE ON client_statement
    BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
CREATE TRIGGER client_statement_needs_signing BEFORE INSERT ON client_statement
    WHEN (SELECT signed_at FROM session WHERE id = NEW.session_id) IS NULL
    BEGIN SELECT RAISE(ABORT, 'not signed'); END;
CREATE VIRTUAL TABLE client_statement_words USING fts5(folded, content='client_statement', content_rowid='id',
    prefix='2 3', tokenize='unicode61 remove_diacritics 0');
CREATE TRIGGER client_statement_words_insert AFTER INSERT ON client_statement BEGIN
    INSERT INTO client_statement_words (rowid, folded) VALUES (NEW.id, NEW.folded); END;
CREATE TABLE boundary_note (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client (id),
  day TEXT NOT NULL,
  kind TEXT NOT NULL,
  happened TEXT NOT NULL,
  did TEXT NOT NULL,
  next TEXT NOT NULL,
  at TEXT NOT NULL,
  taken_back_at TEXT
) STRICT;
CREATE INDEX boundary_note_client ON boundary_note (client_id, day);
CREATE TRIGGER boundary_note_words BEFORE UPDATE OF id, client_id, day, kind, happened, did, next, at ON boundary_note
    BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
CREATE TRIGGER boundary_note_no_delete BEFORE DELETE ON boundary_note BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
"""
