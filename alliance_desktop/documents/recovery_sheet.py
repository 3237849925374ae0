"""The recovery sheet: the spare key to the practice, printed; no person and no practice stands on it.

Loaded late by everybody, because it brings ReportLab.
"""

from datetime import date

from reportlab.platypus import Flowable

from alliance_desktop.documents.columns import Columns
from alliance_desktop.documents.edition import GUTTER, LIVE_WIDTH, Edition, draw_text, span
from alliance_desktop.documents.marks import Rule, Ticked
from alliance_desktop.documents.sheet import Strip, build
from alliance_desktop.domain import recovery_code
from alliance_desktop.domain.practice import Paper
from alliance_desktop.words import _, day_words


def pdf(code: str, day: date, vault_id: str = "", paper: Paper = Paper.A4) -> bytes:
    """Return the sheet's bytes for a recovery code of 28 characters."""
    edition = Edition(paper)
    made = _("made {day}").format(day=day_words(day))
    vault = f"{vault_id[:4]}-{vault_id[4:8]}".upper() if vault_id else ""
    running = _("Vault {vault} · {made}").format(vault=vault, made=made) if vault else made
    strip = Strip(_("Alliance Desktop"), _(", recovery sheet"), lambda _page, _pages: running)
    return build(lambda: story(code, edition), edition, strip, _("Recovery sheet"))[0]


def story(code: str, edition: Edition) -> list[Flowable]:
    """The sheet's pieces in reading order."""
    half = [span(3), span(3)]
    keep = [
        _("At home, with your passport or deeds, or in a safe."),
        _("A second copy with someone you trust with your house key."),
    ]
    avoid = [
        _("Not in the laptop bag, and not on the backup drive."),
        _("Not as a photo on your phone, and not in an email."),
    ]
    use = [
        _("Start the program and choose “I forgot it: use the recovery sheet”."),
        _("Type the code. If one character is wrong, you are told so."),
        _("Choose a new password in Settings. Your records are all there."),
    ]
    return [
        edition.words(_("The spare key to your practice"), "title"),
        edition.gap(6),
        edition.words(_("If you forget your password, this code opens your records."), "quote"),
        edition.words(_("Nobody else can make a new one for you."), "quote"),
        edition.gap(28),
        edition.words(_("Your recovery code"), "head"),
        edition.gap(8),
        CodeGroups(edition, recovery_code.groups(code)),
        edition.gap(6),
        edition.words(
            _("Capitals or small letters, with or without spaces: all work. A round one is a zero."), "quiet"
        ),
        edition.gap(30),
        Columns(
            [
                [edition.words(_("Where to keep it"), "head"), edition.gap(4), *_boxes(keep, edition)],
                [edition.words(_("Where not to keep it"), "head"), edition.gap(4), *_lines(avoid, edition)],
            ],
            half,
            GUTTER,
        ),
        edition.gap(26),
        edition.words(_("How to use it"), "head"),
        edition.gap(4),
        *[edition.told(f"{n}", words) for n, words in enumerate(use, 1)],
        edition.gap(26),
        Rule(edition),
        edition.gap(8),
        edition.words(_("This sheet opens your records"), "head"),
        edition.words(
            _("If it is lost or seen, make a new one in Settings. Older backups still open with this one."), "body"
        ),
    ]


def _boxes(lines: list[str], edition: Edition) -> list[Flowable]:
    return [Ticked(edition, [edition.words(words)], False) for words in lines]


def _lines(lines: list[str], edition: Edition) -> list[Flowable]:
    return [edition.words(words) for words in lines]


class CodeGroups(Flowable):
    """Seven groups of four in large even letters, numbered, four in a row, a line below each."""

    def __init__(self, edition: Edition, groups: tuple[str, ...]) -> None:
        super().__init__()
        self.edition, self.groups = edition, groups

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, 2 * 62.0
        return width, self.height

    def draw(self) -> None:
        inks = self.edition.inks
        for place, group in enumerate(self.groups):
            x = place % 4 * LIVE_WIDTH / 4
            y = self.height - 62 * (place // 4)
            self.canv.setFillColor(inks["quiet"])
            draw_text(self.canv, x, y - 12, str(place + 1), "Sans", 12)
            self.canv.setFillColor(inks["text"])
            text = self.canv.beginText(x, y - 42)
            text.setFont("Mono", 29)
            text.setCharSpace(2.2)
            text.textOut(group)
            self.canv.drawText(text)
            self.canv.setStrokeColor(inks["hair"])
            self.canv.setLineWidth(0.6)
            self.canv.line(x, y - 50, x + 78, y - 50)
