"""The look of everything: colours, type, icons and sizes, read from tokens and changed at run time."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from alliance_desktop import resources
from alliance_desktop.domain.appearance import Theme as Look

BASE_POINTS = 10.5
_FUSION = "in_fusion"
_CLEAR = QColor(0, 0, 0, 0)

# Size in em and weight of each role.
_ROLES: dict[str, tuple[float, QFont.Weight]] = {
    "question": (2.57, QFont.Weight.DemiBold),
    "result": (2.00, QFont.Weight.DemiBold),
    "page_title": (1.71, QFont.Weight.DemiBold),
    "hero": (1.57, QFont.Weight.Normal),
    "facing": (1.29, QFont.Weight.Normal),
    "title": (1.29, QFont.Weight.DemiBold),
    "code": (1.29, QFont.Weight.Normal),
    "quote": (1.14, QFont.Weight.Normal),
    "body": (1.00, QFont.Weight.Normal),
    "medium": (1.00, QFont.Weight.Medium),
    "strong": (1.00, QFont.Weight.DemiBold),
    "heading": (0.93, QFont.Weight.DemiBold),
    "small": (0.93, QFont.Weight.Normal),
    "caption": (0.89, QFont.Weight.Normal),
    "step_now": (0.89, QFont.Weight.DemiBold),
}


class Signals(QObject):
    """Tells painted widgets that the look changed."""

    changed = Signal()


signals = Signals()


@dataclass(frozen=True)
class Theme:
    """One look at one text size."""

    name: str
    colours: dict[str, str]
    sizes: dict[str, int]
    percent: int = 100
    family: str = ""
    least: float = 0
    is_dark: bool = field(default=False)


_current = Theme("light", {}, {})


def current() -> Theme:
    """The look shown now."""
    return _current


def colour(token: str) -> QColor:
    """The colour of a token in the look shown now; raises ``KeyError`` for an unknown one."""
    return QColor(_current.colours[token])


def px(pixels: float) -> int:
    """A measure of the drawings, grown with the text size."""
    return round(pixels * _current.percent / 100)


def font(role: str) -> QFont:
    """The typeface of a role at the text size shown now."""
    em, weight = _ROLES[role]
    family = _mono() if role == "code" else _current.family
    made = QFont(family) if family else QFont(QApplication.font())
    made.setPointSizeF(max(_current.least, BASE_POINTS * em * _current.percent / 100))
    made.setWeight(weight)
    if role == "question":
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.5)
    return made


def apply(app: QApplication, look: Look, percent: int = 100, system_font: bool = False, least: float = 0) -> None:
    """Dress the whole program; works at any time and leaves nothing behind in the old look.

    No words are set smaller than ``least`` points.
    """
    global _current
    name = _resolved(app, look)
    tokens = _tokens(name)
    family = "" if system_font else _inter()
    _current = Theme(name, tokens["colour"], tokens["size"], percent, family, least, name != "light")
    pixmap.cache_clear()
    _use_fusion(app)
    # Taken off first: where one sheet takes the place of another, Qt dresses each widget anew for every one above it.
    app.setStyleSheet("")
    app.setPalette(_palette())
    app.setFont(font("body"))
    app.setStyleSheet(_style())
    signals.changed.emit()


def start(arguments: list[str]) -> QApplication:
    """Make the application, in the style that every look is drawn for from its first moment."""
    # As an argument, because a style that is asked for in Python brings eleven enumerations: the door would wait.
    made = QApplication([*arguments[:1], "-style", "fusion", *arguments[1:]])
    made.setProperty(_FUSION, True)
    return made


def _use_fusion(app: QApplication) -> None:
    if not app.property(_FUSION):
        if app.style().name() != "fusion":
            app.setStyle("Fusion")
        app.setProperty(_FUSION, True)


def _resolved(app: QApplication, look: Look) -> str:
    if look is not Look.SYSTEM:
        return str(look)
    return "dark" if _system_is_dark(app) else "light"


def _system_is_dark(app: QApplication) -> bool:
    if not _current.colours:
        # Before the first look the palette is the computer's own, and asking it does not bring all of ``Qt``.
        return app.palette().color(QPalette.ColorRole.Window).lightness() < 128
    from PySide6.QtCore import Qt  # late: its ninety enumerations would keep the door waiting

    return app.styleHints().colorScheme() is Qt.ColorScheme.Dark


@lru_cache
def _tokens(name: str) -> dict[str, dict[str, Any]]:
    # Names with a number or a colour, read by hand: Python's reader brings patterns for all that TOML can be.
    tokens: dict[str, dict[str, Any]] = {}
    kind = ""
    for line in resources.text("theme", f"{name}.toml").splitlines():
        token, is_token, value = line.partition(" = ")
        if is_token:
            tokens[kind][token] = value.strip('"') if value.startswith('"') else int(value)
        elif line.startswith("["):
            kind = line.strip("[]")
            tokens[kind] = {}
    return tokens


@lru_cache
def _inter() -> str:
    number = -1
    for weight in ("Regular", "Medium", "SemiBold"):
        number = QFontDatabase.addApplicationFont(str(resources.path("fonts", f"Inter-{weight}.ttf")))
    families = QFontDatabase.applicationFontFamilies(number)
    return families[0] if families else ""


@lru_cache
def _mono() -> str:
    """The typeface of codes, on screen as on paper: 0 and O, 1 and I cannot be mistaken."""
    number = QFontDatabase.addApplicationFont(str(resources.path("fonts", "NotoSansMono-Regular.ttf")))
    families = QFontDatabase.applicationFontFamilies(number)
    return families[0] if families else ""


def _palette() -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, token in (
        (roles.Window, "bg"),
        (roles.Base, "field"),
        (roles.AlternateBase, "panel"),
        (roles.Button, "bg"),
        (roles.WindowText, "text"),
        (roles.Text, "text"),
        (roles.ButtonText, "text"),
        (roles.PlaceholderText, "muted"),
        (roles.Highlight, "accent"),
        (roles.HighlightedText, "on_accent"),
        (roles.Link, "accent"),
        (roles.ToolTipBase, "text"),
        (roles.ToolTipText, "bg"),
    ):
        palette.setColor(role, colour(token))
    return palette


def _style() -> str:
    """Fill the template: @names are tokens, @numbers grow with the text, the longest name first."""
    style = resources.text("theme", "style.qss")
    style = style.replace("@chevron", resources.path("icons", f"chevron-{_current.name}.svg").as_posix())
    filled = dict(_current.colours) | {name: f"{value}px" for name, value in _current.sizes.items()}
    for name in sorted(filled, key=len, reverse=True):
        style = style.replace(f"@{name}", filled[name])
    for number in sorted({n for n in range(1, 60) if f"@{n}" in style}, reverse=True):
        style = style.replace(f"@{number}", f"{px(number)}px")
    return style


def icon(name: str, token: str = "text", size: int = 20, off: str = "off") -> QIcon:
    """One of the packaged icons in a token's colour, crisp at any screen ratio."""
    made = QIcon(pixmap(name, token, size))
    made.addPixmap(pixmap(name, off, size), QIcon.Mode.Disabled)
    return made


def icon_before_words(name: str, token: str, size: int) -> QIcon:
    """An icon with the gap that stands between it and its words; its size is ``size`` by ``size`` + 6."""
    made = QIcon(_with_gap(pixmap(name, token, size)))
    made.addPixmap(_with_gap(pixmap(name, "off", size)), QIcon.Mode.Disabled)
    return made


def icon_after_words(name: str, token: str, size: int) -> QIcon:
    """An icon with the gap that stands between its words and it; as large as one before words."""
    made = QIcon(_with_gap(pixmap(name, token, size), before=True))
    made.addPixmap(_with_gap(pixmap(name, "off", size), before=True), QIcon.Mode.Disabled)
    return made


def _with_gap(picture: QPixmap, before: bool = False) -> QPixmap:
    ratio = picture.devicePixelRatio()
    wide = QPixmap(picture.width() + round(px(6) * ratio), picture.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(_CLEAR)
    with QPainter(wide) as painter:
        painter.drawPixmap(px(6) if before else 0, 0, picture)
    return wide


@lru_cache(maxsize=256)
def pixmap(name: str, token: str = "text", size: int = 20) -> QPixmap:
    """A packaged icon drawn once; ``size`` in logical pixels at 100 % text."""
    from PySide6.QtSvg import QSvgRenderer  # late: the first window shows before any icon is drawn

    text = resources.text("icons", f"{name}.svg")
    text = text.replace("currentColor", _current.colours[token]).replace(
        'stroke-width="2"', f'stroke-width="{36 / size}"'
    )
    text = text.replace("var-clay", _current.colours["clay"]).replace("var-teal", _current.colours["accent"])
    ratio, side = QGuiApplication.primaryScreen().devicePixelRatio(), px(size)
    drawn = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    drawn.fill(_CLEAR)
    with QPainter(drawn) as painter:
        QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, side * ratio, side * ratio))
    drawn.setDevicePixelRatio(ratio)
    return drawn
