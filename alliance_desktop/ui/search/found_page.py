"""What was found, while typing: people, what was said, plans and notes, with the words marked."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from alliance_desktop.domain.search import Hit, HitKind
from alliance_desktop.services import search
from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.page import Page
from alliance_desktop.ui.widgets.record_list import RecordDelegate, RecordList, Row
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, counted, day_words

_ICONS = {HitKind.CLIENT: "user", HitKind.PLAN: "file-text", HitKind.NOTE: "book-open", HitKind.SAID: "quote"}


class HitDelegate(RecordDelegate):
    """A row whose searched words are set in semibold accent with a line below."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        page: FoundPage = self.parent()  # type: ignore[assignment]
        hit = page.hits[index.row()]
        place: QRect = option.rect
        _marked(painter, hit, place)


def _marked(painter: QPainter, hit: Hit, place: QRect) -> None:
    plain, strong = QFontMetrics(theme.font("body")), QFontMetrics(theme.font("strong"))
    side = theme.px(20)
    x = place.left() + theme.px(16)
    painter.drawPixmap(x, place.top() + theme.px(12), theme.pixmap(_ICONS[hit.kind], "muted", 20))
    x += side + theme.px(12)
    end = place.right() - theme.px(16)
    base = place.top() + theme.px(12) + plain.ascent() + 2
    at = 0
    for start, stop in (*hit.spans, (len(hit.text), len(hit.text))):
        for text, metrics, role, token in (
            (hit.text[at:start], plain, "body", "clay_ink" if hit.kind is HitKind.SAID else "text"),
            (hit.text[start:stop], strong, "strong", "accent"),
        ):
            if not text or x >= end:
                continue
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, end - x)
            painter.setFont(theme.font(role))
            painter.setPen(theme.colour(token))
            painter.drawText(x, base, shown)
            width = metrics.horizontalAdvance(shown)
            if role == "strong":
                painter.fillRect(x, base + 3, width, 2, theme.colour("accent"))
            x += width
        at = stop


class FoundPage(Page):
    """Enter opens the first, arrows choose, Esc in the search field goes back."""

    hit_chosen = Signal(object)

    def _build(self) -> None:
        self.hits: tuple[Hit, ...] = ()
        self._wanted = ""
        self.title = Words("", "page_title")
        self.hint = Words(_("Arrow keys to choose, Enter to open, Esc to clear the search."), "small", "muted")
        self.hit_list = RecordList("hit_list", _("Found"), self._row, 64)
        self.hit_list.setItemDelegate(HitDelegate(64, 0.25))
        self.hit_list.itemDelegate().setParent(self)
        outer = column(self.title, 4, self.hint, 12, gap=0)
        outer.addWidget(self.hit_list, 1)
        outer.setContentsMargins(40, 32, 40, 24)
        self.setLayout(outer)

    def _connect(self) -> None:
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self.hit_list.record_chosen.connect(self._choose)

    def look_for(self, wanted: str) -> None:
        """Look for this from now on."""
        self._wanted = wanted
        self._soon.start()

    def refresh(self) -> None:
        self.hits = search.find(self._wanted) if self._wanted.strip() else ()
        self.hit_list.show_records([_Numbered(place, hit) for place, hit in enumerate(self.hits)])
        told = counted("{n} thing found", "{n} things found", len(self.hits))
        self.title.setText(told if self.hits else _("Nothing found for “{words}”").format(words=self._wanted.strip()))

    def _row(self, numbered: "_Numbered") -> Row:
        hit = numbered.hit
        what = {
            HitKind.CLIENT: _("client"),
            HitKind.PLAN: _("plan"),
            HitKind.NOTE: _("note"),
            HitKind.SAID: _("said"),
        }[hit.kind]
        day = day_words(hit.day, self.desk.today()) if hit.day is not None else ""
        below = ", ".join(
            part for part in (hit.client_name if hit.kind is not HitKind.CLIENT else "", what, day) if part
        )
        return Row(" ", "          " + below)

    def enter(self) -> None:
        """Open the chosen hit, or the first."""
        if self._soon.isActive():
            self._soon.stop()
            self.refresh()
        chosen = self.hit_list.chosen_id()
        if chosen is not None and self.hits:
            self._choose(chosen)

    def _choose(self, place: int) -> None:
        self.hit_chosen.emit(self.hits[place])


class _Numbered:
    """A hit with its place, as lists want it."""

    def __init__(self, place: int, hit: Hit) -> None:
        self.id, self.hit = place, hit
