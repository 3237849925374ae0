"""The form of a scale of one's own: what it asks, how it is counted, and what allows its use."""

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.measure import Better
from alliance_desktop.domain.scale import (
    LONGEST_END,
    LONGEST_NAME,
    Method,
    Scale,
    ScaleUnclear,
    enough_words,
    method_words,
    no_mcid_words,
    no_range_words,
    no_reliability_words,
)
from alliance_desktop.domain.scale_change import exact_words
from alliance_desktop.ui.lasting_dialog import LastingDialog
from alliance_desktop.ui.layouts import boxed, column
from alliance_desktop.ui.settings.limits_section import typed_number
from alliance_desktop.ui.settings.scale_items import ScaleItems
from alliance_desktop.ui.tab_order import set_tab_order
from alliance_desktop.ui.widgets.fields import Labelled, MultiText, TextField, pair
from alliance_desktop.ui.widgets.fold import Fold
from alliance_desktop.ui.widgets.toggles import Segmented
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class ScaleDialog(LastingDialog):
    """Value in, value out; a scale that is changed is shown as it is."""

    def __init__(self, parent: QWidget, scale: Scale | None) -> None:
        self._make_fields()
        leave = _("Only what you may use: your own words, or with leave of whoever holds the right.")
        form = column(
            Words(leave, "body", "muted"),
            Labelled(_("Name"), self.name_edit, "scale_name_edit"),
            self.items,
            self._range(),
            self._counting(),
            Labelled(
                _("What allows you to use it"),
                self.licence_edit,
                "scale_licence_edit",
                _("A sentence is enough: “I wrote it myself”, or who gave you leave, and when."),
            ),
            self._numbers(),
            gap=16,
        )
        if scale is not None:
            told = _(
                "Other questions, another range or another way of counting begin a new line. What was answered stays "
                "as it was."
            )
            form.addWidget(Words(told, "small", "muted"))
        title = _("A scale of your own") if scale is None else _("Change a scale")
        super().__init__(parent, "scale_dialog", title, _("Keep"), form, 680)
        self._order()
        if scale is not None:
            self._show_scale(scale)
        for edit in self._folded:
            edit.textChanged.connect(self._unfold_filled)
        self._unfold_filled()

    @classmethod
    def open_for(cls, parent: QWidget, scale: Scale | None) -> "ScaleDialog":
        """Open over a page, empty or with a scale that is to be changed."""
        dialog = cls(parent, scale)
        dialog.open()
        dialog.name_edit.setFocus()
        return dialog

    def _make_fields(self) -> None:
        self.name_edit = TextField()
        self.name_edit.setMaxLength(LONGEST_NAME)
        self.items = ScaleItems()
        self.low_edit, self.high_edit = TextField(), TextField()
        self.low_edit.set_words("0")
        self.high_edit.set_words("10")
        self.low_words_edit, self.high_words_edit = TextField(_("not at all")), TextField(_("with ease"))
        for edit in (self.low_edit, self.high_edit):
            edit.setMaxLength(4)
        for edit in (self.low_words_edit, self.high_words_edit):
            edit.setMaxLength(LONGEST_END)
        self.method_choice = Segmented("scale_method", _("How it is counted"), [(method_words(m), m) for m in Method])
        better: list[tuple[str, object]] = [(_("More is better"), Better.MORE), (_("Less is better"), Better.LESS)]
        self.better_choice = Segmented("scale_better", _("Which way is good"), better)
        self.licence_edit = MultiText(lines=2)
        self.reliability_edit, self.sd_edit = TextField(), TextField()
        self.mcid_edit, self.source_edit = TextField(), TextField()
        self._folded = (self.reliability_edit, self.sd_edit, self.mcid_edit, self.source_edit)

    def _range(self) -> QWidget:
        low, high = _("Lowest number"), _("Highest number")
        return boxed(
            column(
                pair(
                    Labelled(low, self.low_edit, "scale_low_edit"),
                    Labelled(_("What the lowest means"), self.low_words_edit, "scale_low_words_edit"),
                ),
                pair(
                    Labelled(high, self.high_edit, "scale_high_edit"),
                    Labelled(_("What the highest means"), self.high_words_edit, "scale_high_words_edit"),
                ),
                gap=12,
            )
        )

    def _counting(self) -> QWidget:
        return boxed(
            column(
                Words(_("How it is counted"), "heading", "muted"),
                self.method_choice,
                Words(enough_words(), "caption", "muted"),
                8,
                Words(_("Which way is good"), "heading", "muted"),
                self.better_choice,
                gap=6,
            )
        )

    def _numbers(self) -> Fold:
        told = _(
            "From a study of this scale, about the whole score. With the first two the program tells chance from "
            "change; with the other two, what is enough to matter. Without them each client is compared with "
            "themselves alone."
        )
        inside = column(
            Words(told, "small", "muted"),
            pair(
                Labelled(_("Reliability"), self.reliability_edit, "scale_reliability_edit", _("From 0 to below 1")),
                Labelled(_("Standard deviation"), self.sd_edit, "scale_sd_edit", _("Above 0")),
            ),
            pair(
                Labelled(_("Smallest change that matters"), self.mcid_edit, "scale_mcid_edit", _("In points")),
                Labelled(_("Who found it"), self.source_edit, "scale_source_edit", _("Names, year, how many people")),
            ),
            gap=12,
        )
        heading = Words(_("For those who want numbers"), "heading", "muted")
        self.numbers_fold = Fold(
            "scale_numbers_button", _("For those who want numbers"), boxed(inside), self.reliability_edit, heading
        )
        return self.numbers_fold

    def _order(self) -> None:
        set_tab_order(
            [
                self.name_edit,
                *self.items.stops,
                *(self.low_edit, self.low_words_edit, self.high_edit, self.high_words_edit),
                *self.method_choice.segments,
                *self.better_choice.segments,
                self.licence_edit,
                self.numbers_fold.button,
                *self._folded,
                self.cancel_button,
                self.accept_button,
            ]
        )

    def _unfold_filled(self) -> None:
        """Numbers that stand there are in sight."""
        if any(edit.words() for edit in self._folded):
            self.numbers_fold.show_filled(True)

    def _show_scale(self, scale: Scale) -> None:
        self.name_edit.set_words(scale.name)
        self.items.show_items(scale.items)
        self.low_edit.set_words(str(scale.lowest))
        self.high_edit.set_words(str(scale.highest))
        self.low_words_edit.set_words(scale.low_words)
        self.high_words_edit.set_words(scale.high_words)
        self.method_choice.set_value(scale.method)
        self.better_choice.set_value(scale.better)
        self.licence_edit.set_words(scale.licence)
        for edit, number in ((self.reliability_edit, scale.reliability), (self.sd_edit, scale.sd)):
            edit.set_words("" if number is None else _all_of(number))
        self.mcid_edit.set_words("" if scale.mcid is None else _all_of(scale.mcid))
        self.source_edit.set_words(scale.mcid_source)

    def draft(self) -> Scale:
        """The scale as typed; raises ``ScaleUnclear`` where a number is none."""
        return Scale(
            self.name_edit.words(),
            self.items.items(),
            _whole(self.low_edit),
            _whole(self.high_edit),
            self.low_words_edit.words(),
            self.high_words_edit.words(),
            Method(str(self.method_choice.value())),
            Better(str(self.better_choice.value())),
            self.licence_edit.words(),
            _number(self.reliability_edit, no_reliability_words()),
            _number(self.sd_edit, no_reliability_words()),
            _number(self.mcid_edit, no_mcid_words()),
            self.source_edit.words(),
        )

    def offer(self) -> None:
        try:
            self.accepted_draft.emit(self.draft().checked())
        except ScaleUnclear as refusal:
            self.complain(str(refusal))


def _whole(edit: TextField) -> int:
    words = edit.words()
    if not words.isdecimal():
        raise ScaleUnclear(no_range_words())
    return int(words)


def _number(edit: TextField, otherwise: str) -> float | None:
    """The number in a field, None where it is empty; raises ``ScaleUnclear`` with the sentence for what is none."""
    if not edit.words():
        return None
    number = typed_number(edit.words())
    if number is None:
        raise ScaleUnclear(otherwise)
    return number


def _all_of(number: float) -> str:
    """A number with every decimal it has, so that keeping it unchanged changes nothing."""
    short = exact_words(number)
    return short if typed_number(short) == number else repr(number)
