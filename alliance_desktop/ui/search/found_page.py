"""What was found, while typing: people, what was said, plans and notes, with the words marked."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal

from alliance_desktop.domain.search import Hit, HitKind
from alliance_desktop.domain.voice import Whose, quoted
from alliance_desktop.services import search
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.page import Page
from alliance_desktop.ui.widgets.record_list import RecordList, Row
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, counted, day_words

_ICONS = {HitKind.CLIENT: "user", HitKind.PLAN: "file-text", HitKind.NOTE: "book-open", HitKind.SAID: "quote"}


@dataclass(frozen=True, slots=True)
class PlacedHit:
    """A hit with its place in the list: hits of different kinds may share an id."""

    id: int
    hit: Hit


class FoundPage(Page):
    """Enter opens the first, arrows choose, Esc in the search field goes back."""

    hit_chosen = Signal(object)

    def _build(self) -> None:
        self.hits: tuple[Hit, ...] = ()
        self._wanted = ""
        self.title = Words("", "page_title")
        self.hint = Words(_("Arrow keys to choose, Enter to open, Esc to clear the search."), "small", "muted")
        self.hit_list = RecordList("hit_list", _("Found"), self._row, 64)
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
        self.hit_list.show_records([PlacedHit(place, hit) for place, hit in enumerate(self.hits)])
        told = counted("{n} thing found", "{n} things found", len(self.hits))
        self.title.setText(told if self.hits else _("Nothing found for {words}").format(words=self._wanted.strip()))

    def _row(self, placed: PlacedHit) -> Row:
        hit = placed.hit
        what = {
            HitKind.CLIENT: _("client"),
            HitKind.PLAN: _("plan"),
            HitKind.NOTE: _("note"),
            HitKind.SAID: _("said"),
        }[hit.kind]
        day = day_words(hit.day, self.desk.today()) if hit.day is not None else ""
        name = "" if hit.kind is HitKind.CLIENT else hit.client_name
        parts = (name, what, _("archived") if hit.archived else "", day)
        below, icon = ", ".join(part for part in parts if part), _ICONS[hit.kind]
        if hit.whose is not Whose.CLIENT:
            return Row(hit.text, below, icon=icon, spans=hit.spans)
        said = quoted(hit.text)
        moved = said.index(hit.text)
        spans = tuple((start + moved, end + moved) for start, end in hit.spans)
        return Row(said, below, title_token="clay_ink", icon=icon, spans=spans)

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
