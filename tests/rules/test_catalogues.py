"""Every word that is shown is said in every language the program speaks, with everything that is filled into it."""

import gettext
import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from alliance_desktop.words import LANGUAGES, SOURCE

ROOT = Path(__file__).resolve().parents[2]
TRANSLATED = sorted(set(LANGUAGES) - {SOURCE})
FRIGHTENING = {
    "de": r"\b(Fehler|ungültig\w*|fatal\w*|Abbruch|Ausnahme|null)\b",
    "es": r"\b(error\w*|inválid\w*|fatal\w*|abort\w*|excepción|nulo)\b",
}
FILLED = re.compile(r"\{\w+\}")


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogues", ROOT / "installer" / "catalogues.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    # A record looks up the module that it is defined in.
    sys.modules["catalogues"] = made
    spec.loader.exec_module(made)
    return made


catalogues = tool()
IN_CODE = catalogues.words_in_code()


def told(language: str) -> dict[str, list[str]]:
    return {key: entry.said for key, entry in catalogues.read(catalogues.path_of(language)).items()}


def test_the_code_holds_words_and_every_language_has_a_catalogue() -> None:
    assert len(IN_CODE) > 1400
    assert sorted(catalogues.LANGUAGES) == TRANSLATED


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_word_is_missing_and_none_is_left_over(language: str) -> None:
    entries = catalogues.read(catalogues.path_of(language))
    assert [key for key in IN_CODE if key not in entries] == []
    assert [key for key in entries if key not in IN_CODE] == []
    assert [key for key, entry in entries.items() if not entry.complete] == []
    assert [key for key, entry in entries.items() if entry.plural != IN_CODE[key].plural] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_is_filled_in_stands_in_every_wording(language: str) -> None:
    wrong = []
    for key, said in told(language).items():
        entry = IN_CODE[key]
        for source, words in zip((entry.message, entry.plural), said, strict=False):
            if set(FILLED.findall(source)) != set(FILLED.findall(words)):
                wrong.append((source, words))
    assert wrong == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_blanks_mnemonics_and_ends_are_kept(language: str) -> None:
    wrong = []
    for key, said in told(language).items():
        source = IN_CODE[key].message
        for words in said:
            same = (
                source[:1].isspace() == words[:1].isspace()
                and source[-1:].isspace() == words[-1:].isspace()
                and source.count("&") == words.count("&")
                and source.count("\n") == words.count("\n")
                and source.endswith("…") == words.endswith("…")
            )
            if not same:
                wrong.append((source, words))
    assert wrong == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_language_frightens(language: str) -> None:
    found = [words for said in told(language).values() for words in said]
    assert [words for words in found if re.search(FRIGHTENING[language], words, re.IGNORECASE)] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_the_program_reads_is_what_the_catalogue_says(language: str) -> None:
    path = catalogues.path_of(language)
    assert path.with_suffix(".mo").read_bytes() == catalogues.compiled(language, catalogues.read(path))
    spoken = gettext.translation("alliance", str(catalogues.LOCALE), [language])
    assert spoken.info()["language"] == language
    for key, said in told(language).items():
        entry = IN_CODE[key]
        if entry.plural:
            assert [spoken.ngettext(entry.message, entry.plural, n) for n in (1, 2)] == said
        elif entry.context:
            assert spoken.pgettext(entry.context, entry.message) == said[0]
        else:
            assert spoken.gettext(entry.message) == said[0]


def test_a_catalogue_is_written_as_it_is_read(tmp_path: Path) -> None:
    entry = catalogues.Entry
    entries = {
        made.key: made
        for made in (
            entry("Say \"it\"\nagain\\", said=["Sag \"es\"\nwieder\\"]),
            entry("{n} day", "{n} days", said=["{n} Tag", "{n} Tage"]),
            entry("Back", context="body", files=["a.py"], said=["Hinten"]),
            entry("Back", files=["b.py"], said=["Zurück"]),
        )
    }  # fmt: skip
    catalogues.write(tmp_path / "alliance.po", "de", entries)
    again = catalogues.read(tmp_path / "alliance.po")
    assert {key: made.said for key, made in again.items()} == {key: made.said for key, made in entries.items()}
    assert [made.plural for made in again.values()] == ["", "{n} days", "", ""]
