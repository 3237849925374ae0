"""The look of the program is remembered, and a damaged memory of it costs nothing but the look."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance_desktop.domain.appearance import Settings, Theme, settings_from
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.storage import settings_file
from alliance_desktop.storage.atomic import FileNotWritten

CHOSEN = Settings(
    theme=Theme.CONTRAST,
    text_percent=150,
    language="de",
    system_font=True,
    lock_minutes=3,
    window_width=1024,
    window_height=640,
    window_maximised=True,
)


def test_what_was_chosen_comes_back(tmp_path: Path) -> None:
    settings_file.save(PracticeFolder(tmp_path), CHOSEN)

    assert settings_file.load(PracticeFolder(tmp_path)) == CHOSEN


def test_without_a_file_there_are_defaults_and_no_file_is_made(tmp_path: Path) -> None:
    assert settings_file.load(PracticeFolder(tmp_path)) == Settings()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"{", b"[1, 2]", b"\xff\xfe\x00", b"[" * 60_000, b" " * 70_000 + b"{}"])
def test_a_damaged_file_is_set_aside_unchanged_for_the_defaults(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)

    assert settings_file.load(PracticeFolder(tmp_path)) == Settings()

    assert not path.exists()
    assert (tmp_path / "settings.json.set-aside").read_bytes() == content


def test_numbers_out_of_range_are_brought_into_it(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"text_percent": 4000, "lock_minutes": 0, "window_width": -5, "window_height": 10**9}))

    found = settings_file.load(PracticeFolder(tmp_path))

    assert (found.text_percent, found.lock_minutes) == (200, 1)
    assert (found.window_width, found.window_height) == (640, 16_000)


def test_one_value_that_makes_no_sense_does_not_cost_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"theme": "pink", "language": "../../etc", "text_percent": True, "lock_minutes": 45}))

    assert settings_file.load(PracticeFolder(tmp_path)) == replace(Settings(), lock_minutes=45)


def test_settings_out_of_range_are_saved_in_range(tmp_path: Path) -> None:
    settings_file.save(PracticeFolder(tmp_path), replace(Settings(), lock_minutes=9999))

    assert json.loads((tmp_path / "settings.json").read_text())["lock_minutes"] == 120


def test_a_folder_that_is_gone_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten):
        settings_file.save(PracticeFolder(tmp_path / "gone"), Settings())


stored_values = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.lists(st.integers())


@given(st.dictionaries(st.sampled_from([*Settings.__dataclass_fields__, "other"]), stored_values))
def test_any_values_make_settings_that_the_program_can_use(values: dict[str, object]) -> None:
    found = settings_from(values)

    assert 90 <= found.text_percent <= 200
    assert 1 <= found.lock_minutes <= 120
    assert found == settings_from({name: getattr(found, name) for name in Settings.__dataclass_fields__})
