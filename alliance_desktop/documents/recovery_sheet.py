"""The recovery sheet: the spare key to the practice, printed; no person and no practice stands on it.

Loaded late by everybody, because it brings ReportLab.
"""

from datetime import date

from reportlab.platypus import Flowable

from alliance_desktop.documents.columns import Columns, Stack, spread
from alliance_desktop.documents.edition import GUTTER, LIVE_WIDTH, Edition, span
from alliance_desktop.documents.marks import Crossed, Numbered, StopSign, Ticked
from alliance_desktop.documents.ruling import Field, Rule
from alliance_desktop.documents.sheet import Strip, build, frame_height
from alliance_desktop.documents.text_runs import draw_text, width_of
from alliance_desktop.domain import recovery_code
from alliance_desktop.domain.practice import Paper
from alliance_desktop.words import _, day_words

_ACROSS = 4
_ROW = 62.0
_CODE_SIZE = 29.0
_CODE_SPACE = 2.2


def pdf(code: str, day: date, vault_id: str = "", paper: Paper = Paper.A4) -> bytes:
    """Return the sheet's bytes for a recovery code of 28 characters; the same code and day give the same bytes."""
    edition = Edition(paper)
    made = _("made {day}").format(day=day_words(day))
    vault = f"{vault_id[:4]}-{vault_id[4:8]}".upper()
    running = _("Vault {vault} · {made}").format(vault=vault, made=made) if vault_id else made
    strip = Strip(_("Alliance Desktop"), _("recovery sheet"), "", lambda _page, _pages: running)

    def pieces() -> list[Flowable]:
        flow = story(code, edition)
        spread(flow, LIVE_WIDTH, frame_height(edition, strip))
        return flow

    return build(pieces, edition, strip, _("Recovery sheet"))[0]


def story(code: str, edition: Edition) -> list[Flowable]:
    """The sheet's pieces in reading order."""
    lead = (
        _("If you forget your password, this code opens your records."),
        _("Nobody else can make a new one for you."),
    )
    alike = _("Capitals or small letters, with or without spaces: all work. There is no letter O, I, L or U in it.")
    return [
        edition.words(_("The spare key to your practice"), "title"),
        edition.gap(8),
        edition.mixed([(lead[0], False), (lead[1], True)], "quote"),
        edition.gap(20, 13),
        edition.words(_("Your recovery code"), "head"),
        edition.gap(8),
        CodeGroups(edition, recovery_code.groups(code)),
        edition.gap(10),
        Columns([[edition.words(f"{alike} {_('A round one is always a zero.')}", "quiet")]], [span(4) + 40], GUTTER),
        edition.gap(18, 13),
        Columns([_keep(edition), _avoid(edition)], [span(3)] * 2, GUTTER),
        edition.gap(18, 13),
        *_use(edition),
        edition.gap(18, 13),
        Stack([Rule(edition), edition.gap(9), Columns([_warning(edition), _notes(edition)], [span(3)] * 2, GUTTER)]),
    ]


def _keep(edition: Edition) -> list[Flowable]:
    return [
        edition.words(_("Where to keep it"), "head"),
        edition.gap(4),
        Ticked(edition, [edition.words(_("At home, with your passport or deeds, or in a safe."))]),
        edition.gap(5),
        Ticked(edition, [edition.words(_("A second copy with someone you trust with your house key."))]),
    ]


def _avoid(edition: Edition) -> list[Flowable]:
    return [
        edition.words(_("Where not to keep it"), "head"),
        edition.gap(4),
        Crossed(edition, [edition.words(_("Not in the laptop bag, and not on the backup drive."))]),
        edition.gap(5),
        Crossed(edition, [edition.words(_("Not as a photo on your phone, and not in an email."))]),
    ]


def _use(edition: Edition) -> list[Flowable]:
    start = [(_("Start the program and choose"), False), (_("I forgot it: use the recovery sheet"), True)]
    steps = [
        edition.mixed(start),
        edition.words(_("Type the code. If one character is wrong, you are told.")),
        edition.words(_("Choose a new password in Settings. Your records are all there.")),
    ]
    flow: list[Flowable] = [edition.words(_("How to use it"), "head"), edition.gap(4)]
    for number, step in enumerate(steps, 1):
        flow += [Numbered(edition, [step], number), edition.gap(4)]
    return flow[:-1]


def _warning(edition: Edition) -> list[Flowable]:
    words = _("If it is lost or seen, make a new one in Settings. Older backups still open with this one.")
    return [StopSign(edition, _("This sheet opens your records")), edition.gap(4), edition.words(words)]


def _notes(edition: Edition) -> list[Flowable]:
    labels = [_("Kept at"), _("Second copy"), _("Checked on")]
    quiet = edition.styles["quiet"]
    wide = max(width_of(label, quiet.fontName, quiet.fontSize) for label in labels) + 8
    return [edition.words(_("For your notes"), "head"), *[Field(edition, label, wide) for label in labels]]


class CodeGroups(Flowable):
    """Groups of four in large even letters, numbered, four in a row, a hairline below each."""

    def __init__(self, edition: Edition, groups: tuple[str, ...]) -> None:
        super().__init__()
        self.edition, self.groups = edition, groups

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, -(-len(self.groups) // _ACROSS) * _ROW - 12
        return width, self.height

    def draw(self) -> None:
        inks = self.edition.inks
        for place, group in enumerate(self.groups):
            x = place % _ACROSS * LIVE_WIDTH / _ACROSS
            y = self.height - _ROW * (place // _ACROSS)
            self.canv.setFillColor(inks["quiet"])
            draw_text(self.canv, x, y - 12, str(place + 1), "Sans", 12)
            self.canv.setFillColor(inks["text"])
            text = self.canv.beginText(x, y - 41)
            text.setFont("Mono", _CODE_SIZE)
            text.setCharSpace(_CODE_SPACE)
            text.textOut(group)
            self.canv.drawText(text)
            self.canv.setStrokeColor(inks["hair"])
            self.canv.setLineWidth(0.6)
            end = x + width_of(group, "Mono", _CODE_SIZE) + _CODE_SPACE * len(group)
            self.canv.line(x, y - 49.5, end, y - 49.5)
