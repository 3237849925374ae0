"""Schema 1: practice, clients, plans, sessions, documents, backups, search, and the guards of what was signed."""

NUMBER = 1

TABLES = """
CREATE TABLE practice (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    therapist TEXT NOT NULL, title TEXT NOT NULL, name TEXT NOT NULL, phone TEXT NOT NULL, email TEXT NOT NULL,
    address TEXT NOT NULL, paper TEXT NOT NULL, large_print INTEGER NOT NULL, sample INTEGER NOT NULL,
    backup_folder TEXT NOT NULL, created_at TEXT NOT NULL
) STRICT;

CREATE TABLE client (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
    full_name TEXT NOT NULL, chosen_name TEXT NOT NULL, say_as TEXT NOT NULL, pronouns TEXT NOT NULL,
    phone TEXT NOT NULL, email TEXT NOT NULL, address TEXT NOT NULL, birth_day TEXT, occupation TEXT NOT NULL,
    found_us TEXT NOT NULL, emergency_name TEXT NOT NULL, emergency_phone TEXT NOT NULL,
    emergency_relation TEXT NOT NULL, folded TEXT NOT NULL, visits INTEGER NOT NULL, last_seen TEXT,
    touched_at TEXT NOT NULL, created_at TEXT NOT NULL, archived_at TEXT, deleted_at TEXT
) STRICT;
CREATE INDEX client_folded ON client (folded);
CREATE INDEX client_touched ON client (touched_at);
CREATE INDEX client_gone ON client (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE comfort_item (
    id INTEGER PRIMARY KEY, client_id INTEGER NOT NULL REFERENCES client (id),
    kind TEXT NOT NULL, words TEXT NOT NULL, whose TEXT NOT NULL, since TEXT NOT NULL, until TEXT
) STRICT;
CREATE INDEX comfort_item_client ON comfort_item (client_id, kind);

CREATE TABLE health_item (
    id INTEGER PRIMARY KEY, client_id INTEGER NOT NULL REFERENCES client (id),
    kind TEXT NOT NULL, name TEXT NOT NULL, caution TEXT NOT NULL, area TEXT NOT NULL, advice TEXT NOT NULL,
    since TEXT, until TEXT, recorded_at TEXT NOT NULL, removed_at TEXT
) STRICT;
CREATE INDEX health_item_client ON health_item (client_id);

CREATE TABLE consent (
    id INTEGER PRIMARY KEY, client_id INTEGER NOT NULL REFERENCES client (id),
    kind TEXT NOT NULL, text TEXT NOT NULL, areas TEXT NOT NULL, signed_on TEXT NOT NULL, expires_on TEXT,
    recorded_at TEXT NOT NULL, withdrawn_on TEXT
) STRICT;
CREATE INDEX consent_client ON consent (client_id);

CREATE TABLE voice (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, client_id INTEGER NOT NULL REFERENCES client (id),
    whose TEXT NOT NULL, words TEXT NOT NULL, day TEXT NOT NULL, where_said TEXT NOT NULL,
    folded TEXT NOT NULL, recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX voice_client ON voice (client_id);

CREATE TABLE plan (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, client_id INTEGER NOT NULL REFERENCES client (id),
    started_at TEXT NOT NULL
) STRICT;
CREATE INDEX plan_client ON plan (client_id);

CREATE TABLE plan_draft (
    plan_id INTEGER PRIMARY KEY REFERENCES plan (id),
    what_matters TEXT NOT NULL, what_matters_day TEXT, what_matters_voice TEXT REFERENCES voice (uid),
    visits INTEGER, rhythm TEXT NOT NULL, minutes INTEGER, areas_yes TEXT NOT NULL, areas_no TEXT NOT NULL,
    reservations_asked INTEGER NOT NULL, review_on TEXT, folded TEXT NOT NULL, saved_at TEXT NOT NULL
) STRICT;
CREATE INDEX plan_draft_voice ON plan_draft (what_matters_voice);

CREATE TABLE draft_goal (
    id INTEGER PRIMARY KEY, plan_id INTEGER NOT NULL REFERENCES plan_draft (plan_id), place INTEGER NOT NULL,
    uid TEXT NOT NULL, words TEXT NOT NULL, words_day TEXT, voice TEXT REFERENCES voice (uid),
    professional TEXT NOT NULL, activity TEXT NOT NULL, now INTEGER, hoped INTEGER, by_day TEXT
) STRICT;
CREATE INDEX draft_goal_plan ON draft_goal (plan_id);
CREATE INDEX draft_goal_voice ON draft_goal (voice);

CREATE TABLE draft_commitment (
    id INTEGER PRIMARY KEY, plan_id INTEGER NOT NULL REFERENCES plan_draft (plan_id), place INTEGER NOT NULL,
    uid TEXT NOT NULL, whose TEXT NOT NULL, what TEXT NOT NULL, how TEXT NOT NULL, due TEXT
) STRICT;
CREATE INDEX draft_commitment_plan ON draft_commitment (plan_id);

CREATE TABLE draft_reservation (
    id INTEGER PRIMARY KEY, plan_id INTEGER NOT NULL REFERENCES plan_draft (plan_id), place INTEGER NOT NULL,
    uid TEXT NOT NULL, words TEXT NOT NULL, words_day TEXT, voice TEXT REFERENCES voice (uid), answer TEXT NOT NULL
) STRICT;
CREATE INDEX draft_reservation_plan ON draft_reservation (plan_id);
CREATE INDEX draft_reservation_voice ON draft_reservation (voice);

CREATE TABLE plan_version (
    id INTEGER PRIMARY KEY, plan_id INTEGER NOT NULL REFERENCES plan (id), number INTEGER NOT NULL,
    content TEXT NOT NULL, changes TEXT NOT NULL, client TEXT NOT NULL, therapist TEXT NOT NULL,
    previous_digest TEXT NOT NULL, digest TEXT NOT NULL UNIQUE, folded TEXT NOT NULL, made_at TEXT NOT NULL,
    UNIQUE (plan_id, number)
) STRICT;

CREATE TABLE plan_event (
    id INTEGER PRIMARY KEY, plan_id INTEGER NOT NULL REFERENCES plan (id),
    version_id INTEGER REFERENCES plan_version (id),
    kind TEXT NOT NULL, by TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE INDEX plan_event_plan ON plan_event (plan_id);
CREATE INDEX plan_event_version ON plan_event (version_id);

CREATE TABLE signature (
    id INTEGER PRIMARY KEY, version_id INTEGER NOT NULL REFERENCES plan_version (id),
    signer TEXT NOT NULL, name TEXT NOT NULL, how TEXT NOT NULL, digest TEXT NOT NULL, strokes TEXT NOT NULL,
    reason TEXT NOT NULL, at TEXT NOT NULL, UNIQUE (version_id, signer)
) STRICT;

CREATE TABLE commitment_done (
    id INTEGER PRIMARY KEY, plan_id INTEGER NOT NULL REFERENCES plan (id), uid TEXT NOT NULL, done_on TEXT NOT NULL,
    UNIQUE (plan_id, uid)
) STRICT;

CREATE TABLE session (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, client_id INTEGER NOT NULL REFERENCES client (id),
    number INTEGER NOT NULL, day TEXT NOT NULL, format TEXT NOT NULL, promise TEXT NOT NULL, folded TEXT NOT NULL,
    started_at TEXT NOT NULL, saved_at TEXT NOT NULL, signed_at TEXT, signer TEXT NOT NULL
) STRICT;
CREATE INDEX session_client ON session (client_id, day);
CREATE INDEX session_unsigned ON session (day) WHERE signed_at IS NULL;

CREATE TABLE note_field (
    id INTEGER PRIMARY KEY, session_id INTEGER NOT NULL REFERENCES session (id),
    key TEXT NOT NULL, whose TEXT NOT NULL, words TEXT NOT NULL, carried_from TEXT, touched INTEGER NOT NULL,
    UNIQUE (session_id, key)
) STRICT;

CREATE TABLE rating (
    id INTEGER PRIMARY KEY, session_id INTEGER NOT NULL REFERENCES session (id), place INTEGER NOT NULL,
    measure TEXT NOT NULL, before INTEGER CHECK (before BETWEEN 0 AND 10), after INTEGER CHECK (after BETWEEN 0 AND 10)
) STRICT;
CREATE INDEX rating_session ON rating (session_id);

CREATE TABLE signed_note (
    id INTEGER PRIMARY KEY, session_id INTEGER NOT NULL UNIQUE REFERENCES session (id),
    snapshot TEXT NOT NULL, previous_digest TEXT NOT NULL, digest TEXT NOT NULL, signer TEXT NOT NULL, at TEXT NOT NULL
) STRICT;

CREATE TABLE addendum (
    id INTEGER PRIMARY KEY, session_id INTEGER NOT NULL REFERENCES session (id),
    words TEXT NOT NULL, reason TEXT NOT NULL, author TEXT NOT NULL, folded TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE INDEX addendum_session ON addendum (session_id);

CREATE TABLE promise (
    id INTEGER PRIMARY KEY, client_id INTEGER NOT NULL REFERENCES client (id),
    session_id INTEGER REFERENCES session (id),
    said TEXT NOT NULL, words TEXT NOT NULL, made_on TEXT NOT NULL, due TEXT, done_on TEXT
) STRICT;
CREATE INDEX promise_client ON promise (client_id);
CREATE INDEX promise_session ON promise (session_id);
CREATE INDEX promise_open ON promise (due) WHERE done_on IS NULL;

CREATE TABLE document (
    id INTEGER PRIMARY KEY, client_id INTEGER NOT NULL REFERENCES client (id),
    kind TEXT NOT NULL, given TEXT NOT NULL, version INTEGER NOT NULL, pages INTEGER NOT NULL, size INTEGER NOT NULL,
    digest TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE INDEX document_client ON document (client_id);

CREATE TABLE document_piece (
    id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL REFERENCES document (id), place INTEGER NOT NULL,
    bytes BLOB NOT NULL, UNIQUE (document_id, place)
) STRICT;

CREATE TABLE audit (
    seq INTEGER PRIMARY KEY, at TEXT NOT NULL, action TEXT NOT NULL, entity TEXT NOT NULL, entity_id INTEGER NOT NULL,
    detail TEXT NOT NULL, prev_hash TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;

CREATE TABLE backup_run (
    id INTEGER PRIMARY KEY, sequence INTEGER NOT NULL UNIQUE, started_at TEXT NOT NULL, finished_at TEXT NOT NULL,
    target TEXT NOT NULL, file_name TEXT NOT NULL, size INTEGER NOT NULL, clients INTEGER NOT NULL,
    notes INTEGER NOT NULL, audit_seq INTEGER NOT NULL, audit_head TEXT NOT NULL
) STRICT;

CREATE TABLE backup_manifest (
    id INTEGER PRIMARY KEY CHECK (id = 1), manifest TEXT NOT NULL
) STRICT;
"""

# What was signed or said is only ever added to.
_INSERT_ONLY = (
    "voice", "plan_version", "plan_event", "signature", "signed_note", "addendum", "document", "document_piece",
    "audit", "backup_run",
)  # fmt: skip
_CHILDREN_OF_SIGNED_NOTE = ("note_field", "rating")
_SEARCHED = (
    ("session", "id", "folded"),
    ("voice", "id", "folded"),
    ("plan_version", "id", "folded"),
    ("plan_draft", "plan_id", "folded"),
    ("addendum", "id", "folded"),
)


def _insert_only(table: str) -> str:
    return "".join(
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'insert-only'); END;\n"
        for verb in ("UPDATE", "DELETE")
    )


def _child_of_signed_note(table: str) -> str:
    guards = ""
    for verb, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")):
        guards += (
            f"CREATE TRIGGER {table}_signed_{verb.lower()} BEFORE {verb} ON {table} "
            f"WHEN (SELECT signed_at FROM session WHERE id = {row}.session_id) IS NOT NULL "
            f"BEGIN SELECT RAISE(ABORT, 'signed'); END;\n"
        )
    return guards + (
        f"CREATE TRIGGER {table}_moved BEFORE UPDATE ON {table} WHEN NEW.session_id <> OLD.session_id "
        f"BEGIN SELECT RAISE(ABORT, 'signed'); END;\n"
    )


def _searched(table: str, rowid: str, column: str) -> str:
    gone = f"INSERT INTO {table}_words ({table}_words, rowid, {column}) VALUES ('delete', OLD.{rowid}, OLD.{column});"
    come = f"INSERT INTO {table}_words (rowid, {column}) VALUES (NEW.{rowid}, NEW.{column});"
    return (
        f"CREATE VIRTUAL TABLE {table}_words USING fts5({column}, content='{table}', content_rowid='{rowid}', "
        f"prefix='2 3', tokenize='unicode61 remove_diacritics 0');\n"
        f"CREATE TRIGGER {table}_words_insert AFTER INSERT ON {table} BEGIN {come} END;\n"
        f"CREATE TRIGGER {table}_words_delete AFTER DELETE ON {table} BEGIN {gone} END;\n"
        f"CREATE TRIGGER {table}_words_update AFTER UPDATE OF {column} ON {table} BEGIN {gone} {come} END;\n"
    )


GUARDS = (
    "".join(_insert_only(table) for table in _INSERT_ONLY)
    + "".join(_child_of_signed_note(table) for table in _CHILDREN_OF_SIGNED_NOTE)
    + """
CREATE TRIGGER session_signed_update BEFORE UPDATE ON session WHEN OLD.signed_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER session_signed_delete BEFORE DELETE ON session WHEN OLD.signed_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'signed'); END;
CREATE TRIGGER signed_note_needs_signing BEFORE INSERT ON signed_note
    WHEN (SELECT signed_at FROM session WHERE id = NEW.session_id) IS NULL
    BEGIN SELECT RAISE(ABORT, 'not signed'); END;
CREATE TRIGGER addendum_needs_signing BEFORE INSERT ON addendum
    WHEN (SELECT signed_at FROM session WHERE id = NEW.session_id) IS NULL
    BEGIN SELECT RAISE(ABORT, 'not signed'); END;
CREATE TRIGGER consent_text_stays BEFORE UPDATE OF client_id, kind, text, areas, signed_on, recorded_at ON consent
    BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
CREATE TRIGGER consent_stays BEFORE DELETE ON consent BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
CREATE TRIGGER signature_fits BEFORE INSERT ON signature
    WHEN NEW.digest IS NOT (SELECT digest FROM plan_version WHERE id = NEW.version_id)
    BEGIN SELECT RAISE(ABORT, 'other content'); END;
CREATE TRIGGER signature_not_withdrawn BEFORE INSERT ON signature
    WHEN EXISTS (SELECT 1 FROM plan_event WHERE version_id = NEW.version_id AND kind = 'withdrawn')
    BEGIN SELECT RAISE(ABORT, 'withdrawn'); END;
"""
)

SEARCH = "".join(_searched(*searched) for searched in _SEARCHED)

STATEMENTS = TABLES + GUARDS + SEARCH
