"""Schema 3: what was typed into a form and not yet accepted outlives a lock."""

NUMBER = 3

STATEMENTS = """
CREATE TABLE held_form (
  id INTEGER PRIMARY KEY,
  client_id INTEGER REFERENCES client (id),
  form TEXT NOT NULL,
  about_id INTEGER NOT NULL,
  typed TEXT NOT NULL,
  held_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX held_form_place ON held_form (client_id, form, about_id);
"""
