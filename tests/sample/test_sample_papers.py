"""The sample's plans on paper: every one of them on two sides, on both sheets."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from alliance_desktop.documents import sheets
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.practice import Paper
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.sample import stage
from alliance_desktop.services import clients, papers, plans, practice_file
from alliance_desktop.storage import keys
from alliance_desktop.words import LANGUAGES

NOW = datetime(2026, 11, 26, 10, tzinfo=UTC)


def test_every_plan_of_the_sample_prints_on_two_sides(tmp_path: Path) -> None:
    folder = PracticeFolder(tmp_path)
    stage.write(folder, now=NOW, sessions=0)
    practice_file.open_with(folder, keys.open_with_password(folder, keys.SAMPLE_PASSWORD), NOW)
    found = [plans.current(line.id) for line in clients.lines()]
    records = [
        papers.of_plan(version, today=local_day(NOW)) for plan in found if plan is not None for version in plan.versions
    ]
    practice_file.shut()
    pages = {
        language: {
            sheets.draw(DocumentKind.PLAN, replace(record, language=language), paper).pages
            for record in records
            for paper in Paper
        }
        for language in LANGUAGES
    }
    assert len(records) > 10
    assert pages.pop("en") == {2}
    # Longer words of other languages may take the fullest plan to a third page, never further.
    assert set().union(*pages.values()) <= {2, 3}
    assert any(record.progress is not None for record in records)
    assert any(record.kept for record in records)
    assert any(record.next_visit is not None for record in records)
    full = max(records, key=lambda record: len(record.changes))
    assert sheets.draw(DocumentKind.PLAN, full, Paper.A4).gone
