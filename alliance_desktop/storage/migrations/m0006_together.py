"""Schema 6: what takes the screen back from a client, a client's language and papers, and words of one's own."""

NUMBER = 6

STATEMENTS = """
ALTER TABLE client ADD COLUMN language TEXT NOT NULL DEFAULT '';
CREATE TABLE pin (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  hash TEXT NOT NULL,
  wrong INTEGER NOT NULL,
  chosen_at TEXT NOT NULL
) STRICT;
CREATE TABLE left_out (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client (id),
  kind TEXT NOT NULL,
  section TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX left_out_place ON left_out (client_id, kind, section);
CREATE TABLE paper_text (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX paper_text_place ON paper_text (kind, language);
CREATE TABLE own_swap (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  word TEXT NOT NULL,
  instead TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX own_swap_word ON own_swap (kind, language, word);
CREATE TABLE health_answer (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client (id),
  item_id INTEGER REFERENCES health_item (id),
  question TEXT NOT NULL,
  yes INTEGER NOT NULL,
  words TEXT NOT NULL,
  day TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX health_answer_client ON health_answer (client_id, question);
CREATE INDEX health_answer_item ON health_answer (item_id);
CREATE TABLE consent_signature (
  id INTEGER PRIMARY KEY,
  consent_id INTEGER NOT NULL UNIQUE REFERENCES consent (id),
  name TEXT NOT NULL,
  how TEXT NOT NULL,
  digest TEXT NOT NULL,
  strokes TEXT NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE TRIGGER consent_signature_no_update BEFORE UPDATE ON consent_signature
    BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
CREATE TRIGGER consent_signature_no_delete BEFORE DELETE ON consent_signature
    BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
"""
