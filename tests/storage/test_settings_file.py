"""The look of the program survives bad files and odd numbers."""

from pathlib import Path

from alliance_desktop.domain.appearance import Look, Settings
from alliance_desktop.storage import settings_file


def test_settings_come_back_as_they_were_kept(tmp_path: Path) -> None:
    path, kept = tmp_path / "settings.json", Settings(Look.DARK, 150, True, "en", 5, 1024, 640)
    assert settings_file.load(path) == Settings()
    settings_file.save(path, kept)
    assert settings_file.load(path) == kept


def test_a_bad_file_is_set_aside_and_numbers_out_of_range_are_brought_back(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    for bad in ("{", "[]", '{"look": "pink"}', '{"text_percent": null}'):
        path.write_text(bad)
        assert settings_file.load(path) == Settings()
        assert not path.exists()
    path.write_text('{"text_percent": 900, "lock_minutes": 0, "unknown": 1}')
    assert settings_file.load(path) == Settings(text_percent=200, lock_minutes=1)
