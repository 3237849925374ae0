"""On the body, visit by visit: one figure that a slider takes through the visits, and in words what became of it."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from alliance_desktop.domain import body, body_mark
from alliance_desktop.domain.body_mark import Mark
from alliance_desktop.domain.marked_visit import Became, Change, MarkedVisit, became_words, between
from alliance_desktop.domain.tapped import capital
from alliance_desktop.services import clients, marked_visits, practice
from alliance_desktop.ui import theme
from alliance_desktop.ui.layouts import boxed, column, emptied, row
from alliance_desktop.ui.progress.share_bars import ShareBars
from alliance_desktop.ui.tab_order import set_tab_order
from alliance_desktop.ui.widgets.body_figure import BodyFigure
from alliance_desktop.ui.widgets.body_pen import MarkSign
from alliance_desktop.ui.widgets.buttons import QuietButton
from alliance_desktop.ui.widgets.step_slider import StepSlider
from alliance_desktop.ui.widgets.toggles import Segmented
from alliance_desktop.ui.widgets.two_columns import TwoColumns
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, day_words

_WIDE, _HIGH = 250, 400


class _Figure(BodyFigure):
    """Its legend explains what any visit marks, so that the figure stays where it is from visit to visit."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__(name, label, editable=False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._ever: tuple[Mark, ...] = ()

    def explain(self, marks: tuple[Mark, ...]) -> None:
        """These are all kinds of marks that will ever be shown, in each view."""
        self._ever = marks

    def explained(self) -> Sequence[Mark]:
        return self._ever

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_WIDE), theme.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class BodySection(QWidget):
    """Nothing at all until a signed visit bears marks; of one visit there is only what it marks."""

    def __init__(self) -> None:
        super().__init__()
        self._client_id, self._today = 0, date.min
        self._names = ("", "")
        self._shown_id = 0
        self._views: tuple[str, ...] = ()
        self._latest = True
        self.visits: tuple[MarkedVisit, ...] = ()
        self.title = Words(_("On the body, visit by visit"), "title")
        self.day = Words("", "strong")
        self.day.setObjectName("body_visit_day")
        self.slider = StepSlider("body_visit_slider", _("Visit"))
        self.earlier_button = QuietButton("", "chevron-left")
        self.later_button = QuietButton("", "chevron-right")
        for button, name, words in (
            (self.earlier_button, "body_earlier_button", _("The visit before")),
            (self.later_button, "body_later_button", _("The visit after")),
        ):
            button.setObjectName(name)
            button.setAccessibleName(words)
            button.setToolTip(words)
        self.share_words, self.share_bars = Words("", "small", "muted"), ShareBars(self.slider)
        slide = QGridLayout()
        slide.setContentsMargins(0, 0, 0, 0)
        slide.setHorizontalSpacing(4)
        slide.setVerticalSpacing(2)
        slide.setColumnStretch(1, 1)
        slide.addWidget(self.share_bars, 0, 1)
        for place, part in enumerate((self.earlier_button, self.slider, self.later_button)):
            slide.addWidget(part, 1, place)
        self._slide = boxed(slide)
        self.view_row = column(gap=0)
        self.view_choice: Segmented | None = None
        self.figure = _Figure("body_visit_figure", _("On the body"))
        self.told = column(gap=6)
        both = TwoColumns(
            boxed(column(self.view_row, self.figure, gap=8)), boxed(column(self.told, None)), (5, 7), 24, 520
        )
        inside = column(self.title, self.day, self.share_words, self._slide, both, gap=8)
        # Room to what follows, which is not there while this is not.
        inside.setContentsMargins(0, 0, 0, 28)
        self.setLayout(inside)
        self.slider.valueChanged.connect(self._move)
        self.earlier_button.clicked.connect(self._go_earlier)
        self.later_button.clicked.connect(self._go_later)

    def show_client(self, client_id: int, today: date) -> None:
        """Be about this client: their latest visit, or the one that was chosen of them."""
        if client_id != self._client_id:
            self._client_id, self._latest, self._views = client_id, True, ()
        self._today = today
        self.visits = marked_visits.of(client_id)
        self.setVisible(bool(self.visits))
        if not self.visits:
            return
        self._names = clients.one(client_id).called, practice.current().first_name
        self.figure.call(*self._names)
        kinds = {(mark.view, mark.kind, mark.whose): mark for visit in self.visits for mark in visit.marks}
        self.figure.explain(tuple(kinds.values()))
        self._offer_views()
        last = len(self.visits) - 1
        places = {visit.session_id: place for place, visit in enumerate(self.visits)}
        place = last if self._latest else places.get(self._shown_id, last)
        self.slider.show_steps(len(self.visits), place)
        self._slide.setVisible(last > 0)
        self._show_shares()
        self._show(place)

    def _show_shares(self) -> None:
        about = _("How much of the drawn body {name} marked, front and back").format(name=self._names[0])
        days = [day_words(visit.day, self._today) for visit in self.visits]
        self.share_bars.show_shares([visit.share for visit in self.visits], days, about)
        self.share_words.set_or_hide(about if not self.share_bars.isHidden() else "")

    def _offer_views(self) -> None:
        """The views that any visit marked; the one that is looked at stays from visit to visit."""
        marked = {mark.view for visit in self.visits for mark in visit.marks}
        views = tuple(view for view in (*body.WHOLE, *body.DETAILS) if view in marked)
        if views == self._views:
            return
        self._views = views
        emptied(self.view_row)
        self.view_choice = None
        if len(views) > 1:
            titles = body.short_titles()
            choices = [(titles[view], view) for view in views]
            self.view_choice = Segmented("body_visit_view", _("View of the body"), choices)
            self.view_choice.chosen.connect(self._take_view)
            self.view_row.addWidget(self.view_choice)
        first = max(views, key=lambda view: sum(m.view == view for visit in self.visits for m in visit.marks))
        if self.view_choice is not None:
            self.view_choice.set_value(first)
        self.figure.show_view(first)
        segments = self.view_choice.segments if self.view_choice is not None else ()
        set_tab_order((self.earlier_button, self.slider, self.later_button, *segments, self.figure))

    def _take_view(self, view_id: object) -> None:
        self.figure.show_view(str(view_id))

    def _move(self, place: int) -> None:
        self._latest = place == len(self.visits) - 1
        self._show(place)

    def _go_earlier(self) -> None:
        self.slider.setValue(self.slider.value() - 1)

    def _go_later(self) -> None:
        self.slider.setValue(self.slider.value() + 1)

    def _show(self, place: int) -> None:
        visit, before = self.visits[place], self.visits[place - 1] if place else None
        self._shown_id = visit.session_id
        told = _("Visit {n}, {day}").format(n=visit.number, day=day_words(visit.day, self._today))
        self.day.setText(told)
        self.slider.say(told)
        self.earlier_button.setEnabled(place > 0)
        self.later_button.setEnabled(place < len(self.visits) - 1)
        self.figure.show_marks(visit.marks)
        emptied(self.told)
        self._tell_changes(visit, before)
        self._tell_worked(visit)

    def _tell_changes(self, visit: MarkedVisit, before: MarkedVisit | None) -> None:
        if before is None:
            if visit.told:
                self._tell(_("Marked"), [Change(Became.NEW, None, mark) for mark in body_mark.in_order(visit.told)])
            return
        changes = between(before.told, visit.told)
        since = _("Since visit {n}, {day}").format(n=before.number, day=day_words(before.day, self._today))
        self.told.addWidget(Words(since, "small", "muted"))
        for became, some in groupby(changes, lambda change: change.became):
            self._tell(became_words(became), list(some))
        if all(change.became is Became.SAME for change in changes):
            self.told.addWidget(Words(_("Nothing went, came or changed its number."), "body", "muted"))

    def _tell(self, heading: str, changes: Sequence[Change]) -> None:
        self.told.addSpacing(4)
        self.told.addWidget(Words(heading, "heading", "muted"))
        for change in changes:
            # Two numbers and the arrow between them stay on one line.
            words = Words(
                change.words.replace(" → ", "\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}"),
                "body",
                "muted" if change.became is Became.SAME else "",
            )
            words.setAccessibleName(f"{heading}: {change.words}; {self._whose(change)}")
            line = row(MarkSign(change.mark), gap=8)
            line.addWidget(words, 1)
            self.told.addWidget(boxed(line))

    def _whose(self, change: Change) -> str:
        return body_mark.whose_words(change.mark.whose, *self._names)

    def _tell_worked(self, visit: MarkedVisit) -> None:
        worked = body_mark.in_order(visit.worked)
        if not worked:
            return
        places = _("; ").join(body_mark.place_words(mark) for mark in worked)
        self.told.addSpacing(4)
        self.told.addWidget(Words(capital(worked[0].kind.words), "heading", "muted"))
        line = row(gap=8)
        line.addWidget(MarkSign(worked[0]), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Words(places), 1)
        self.told.addWidget(boxed(line))
