"""Says what a practice stores of one client: ``python -m alliance_desktop.tour.stored DIR NAME``, as JSON.

The password comes by the standard input; nothing there means the sample's.

The tour runs it as a process of its own, so that what it checks comes from the file and not from its own windows.
"""

import hashlib
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import (
    backups,
    clients,
    consents,
    documents,
    health,
    plans,
    practice,
    practice_file,
    sessions,
    vault,
)


def stored_of(folder: PracticeFolder, name: str, password: str) -> dict[str, Any]:
    """Open a practice and return what it holds of one client, with the papers and the backups, in plain values."""
    now = datetime.now(UTC)
    practice_file.open_with(folder, vault.open_with_password(folder, password, now), now)
    try:
        client = clients.lines(name)[0]
        profile = clients.one(client.id).profile
        plan = plans.current(client.id)
        papers = documents.of(client.id)
        return {
            "client": client.full_name,
            "profile": [profile.phone, profile.occupation],
            "health": [[told.item.name, str(told.item.caution), told.item.advice] for told in health.of(client.id)],
            "consents": [str(told.consent.kind) for told in consents.of(client.id)],
            "phone": practice.current().phone,
            "versions": [_version(version) for version in plan.versions] if plan else [],
            "notes": [_note(sessions.one(line.id)) for line in sessions.lines(client.id)],
            "papers": [hashlib.sha256(documents.data(paper.id)).hexdigest() for paper in papers],
            "backups": [run.file_name for run in backups.lines()],
        }
    finally:
        practice_file.shut()


def _version(version: Any) -> dict[str, Any]:
    content = version.content
    return {
        "number": version.number,
        "intact": plans.intact(version),
        "what_matters": content.what_matters.words,
        "goals": [[goal.said.words, goal.professional, goal.now, goal.hoped] for goal in content.goals],
        "visits": content.agreement.visits,
        "commitments": [[str(one.whose), one.what, one.how] for one in content.commitments],
        "asked": content.reservations_asked,
        "changes": [line.words for line in plans.change_lines(version)],
        "signatures": [
            [str(one.signer), str(one.how), bool(one.strokes), one.reason] for one in version.signatures
        ],
    }  # fmt: skip


def _note(session: Any) -> dict[str, Any]:
    return {
        "signed": session.is_signed,
        "intact": sessions.intact(session),
        "fields": {str(field.key): field.words for field in session.note.fields if field.words},
        "ratings": [[rating.measure, rating.before, rating.after] for rating in session.note.ratings],
        "marks": [[str(mark.whose), str(mark.kind), mark.strength] for mark in session.note.marks],
        "home": list(session.note.home),
    }


if __name__ == "__main__":
    asked = PracticeFolder(Path(sys.argv[1])), sys.argv[2], sys.stdin.read() or vault.SAMPLE_PASSWORD
    sys.stdout.write(json.dumps(stored_of(*asked)) + "\n")
