"""Schema 4: a plan stays its client's, a consent keeps its last day, a kept paper and an agreed version stay whole."""

NUMBER = 4

STATEMENTS = """
CREATE TRIGGER plan_no_update BEFORE UPDATE ON plan BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
CREATE TRIGGER plan_no_delete BEFORE DELETE ON plan BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
CREATE TRIGGER consent_days_stay BEFORE UPDATE OF id, expires_on ON consent
    BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
CREATE TRIGGER document_piece_fits BEFORE INSERT ON document_piece
    WHEN length(NEW.bytes) = 0
    OR NEW.place <> (SELECT count(*) FROM document_piece WHERE document_id = NEW.document_id)
    OR length(NEW.bytes) + (
        SELECT coalesce(sum(length(bytes)), 0) FROM document_piece WHERE document_id = NEW.document_id
    ) > (SELECT size FROM document WHERE id = NEW.document_id)
    BEGIN SELECT RAISE(ABORT, 'insert-only'); END;
CREATE TRIGGER plan_event_agreed_stays BEFORE INSERT ON plan_event
    WHEN NEW.kind = 'withdrawn' AND (
        SELECT count(*) FROM signature WHERE version_id = NEW.version_id AND signer IN ('client', 'therapist')
    ) = 2
    BEGIN SELECT RAISE(ABORT, 'signed'); END;
"""
