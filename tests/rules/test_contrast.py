"""Words and parts stand out enough from their ground in every theme (WCAG 2.2: 4.5 for text, 3 for parts)."""

import tomllib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from alliance_desktop.domain.appearance import Theme as Look
from alliance_desktop.ui import theme

THEMES = Path(__file__).resolve().parents[2] / "resources" / "theme"
TEXT = [
    *[(word, ground) for word in ("text", "muted", "clay", "clay_ink", "accent", "danger")
      for ground in ("bg", "panel", "linen", "field", "hover", "nav_chosen", "teal_tint")],
    ("teal_ink", "teal_tint"), ("warning", "warning_ground"), ("warning", "bg"), ("warning", "panel"),
    ("warning", "teal_tint"), ("clay", "clay_tint"), ("clay_ink", "clay_tint"), ("on_accent", "accent"),
    ("on_accent", "accent_over"), ("on_accent", "accent_pressed"), ("bg", "text"),
]  # fmt: skip
PARTS = [
    *[("border", ground) for ground in ("bg", "panel", "linen", "field", "teal_tint")],
    *[("focus", ground) for ground in ("bg", "panel", "linen", "field", "teal_tint")],
    ("accent", "bg"), ("accent", "teal_tint"), ("clay", "bg"), ("clay", "clay_tint"),
]  # fmt: skip


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_twenty_one() -> None:
    assert round(contrast("#000000", "#FFFFFF"), 2) == 21
    assert round(contrast("#56636A", "#FFFFFF"), 2) == 6.2


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_the_program_reads_its_tokens_as_toml_does(name: str, qapp: QApplication) -> None:
    tokens = tomllib.loads((THEMES / f"{name}.toml").read_text(encoding="utf-8"))
    theme.apply(qapp, Look(name))
    assert (theme.current().colours, theme.current().sizes) == (tokens["colour"], tokens["size"])


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_words_and_parts_can_be_told_from_their_ground(name: str) -> None:
    colours = tomllib.loads((THEMES / f"{name}.toml").read_text(encoding="utf-8"))["colour"]
    faint = [
        f"{over} on {ground}: {contrast(colours[over], colours[ground]):.2f}"
        for pairs, least in ((TEXT, 4.5), (PARTS, 3.0))
        for over, ground in pairs
        if contrast(colours[over], colours[ground]) < least
    ]
    assert faint == []
