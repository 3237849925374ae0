"""Words that are better said otherwise: those that came with the program, and one's own over them."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.folding import folded
from alliance_desktop.domain.word_swap import SwapKind, WordSwap
from alliance_desktop.services import word_swaps
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import boxed, column
from alliance_desktop.ui.widgets.buttons import LinkButton, SecondButton
from alliance_desktop.ui.widgets.fields import Choice, Labelled, TextField, pair
from alliance_desktop.ui.widgets.flow import Flow
from alliance_desktop.ui.widgets.record_list import RecordList, Row
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import LANGUAGES, _, counted, spoken

_HEIGHT = 240


class WordsSection(QWidget):
    """What is typed as the word also looks through the list; a chosen line fills the fields."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._all: tuple[tuple[WordSwap, bool], ...] = ()
        self._shown: list[tuple[WordSwap, bool]] = []
        self.about = Words("", "body", "muted")
        self.word_edit, self.instead_edit = TextField(), TextField()
        kinds: list[tuple[str, object]] = [
            (_("It is plainer"), SwapKind.PLAINER),
            (_("It is kinder"), SwapKind.KINDER),
        ]
        self.kind_choice = Choice(kinds)
        # A plan is read in its client's language, so the words of each can be changed.
        self.language_choice = Choice([(name, code) for code, name in LANGUAGES.items()])
        self.language_choice.set_value(spoken())
        self.word_box = Labelled(_("Word or phrase"), self.word_edit, "swap_word_edit")
        self.keep_button = SecondButton(_("Keep this word"), "plus")
        self.hide_button = LinkButton(_("Never ask about it"))
        self.remove_button = LinkButton(_("As it came with the program"))
        for name in ("keep_button", "hide_button", "remove_button"):
            getattr(self, name).setObjectName(f"swap_{name}")
        verbs = Flow()
        for button in (self.keep_button, self.hide_button, self.remove_button):
            verbs.addWidget(button)
        self.list = RecordList("swap_list", _("Words with a better one"), self._row, 56)
        self.list.setFixedHeight(_HEIGHT)
        self.setLayout(
            column(
                Words(_("Plainer and kinder words"), "title"),
                self.about,
                pair(self.word_box, Labelled(_("Better say"), self.instead_edit, "swap_instead_edit")),
                pair(
                    Labelled(_("Why"), self.kind_choice, "swap_kind_choice"),
                    Labelled(_("Plans in"), self.language_choice, "swap_language_choice"),
                ),
                boxed(verbs),
                self.list,
                gap=10,
            )
        )
        self.word_edit.textEdited.connect(self._look)
        self.language_choice.activated.connect(self.refresh)
        self.list.record_chosen.connect(self._choose)
        self.keep_button.clicked.connect(self._keep)
        self.hide_button.clicked.connect(self._hide)
        self.remove_button.clicked.connect(self._remove)
        self.instead_edit.returnPressed.connect(self._keep)

    @property
    def language(self) -> str:
        """The language (ISO code) whose words are shown."""
        return str(self.language_choice.value())

    def refresh(self) -> None:
        """Read the words of the language that is chosen."""
        own = word_swaps.own(self.language)
        mine = {(swap.kind, swap.word.casefold()) for swap in own}
        shipped = [swap for kind in SwapKind for swap in word_swaps.shipped(kind, self.language)]
        others = [swap for swap in shipped if (swap.kind, swap.word.casefold()) not in mine]
        self._all = (*((swap, True) for swap in own), *((swap, False) for swap in others))
        told = counted("{n} word of yours", "{n} words of yours", len(own))
        self.about.setText(
            _("Beside a plan it is asked whether these could be said otherwise: {own}, and {shipped} that came along.")
            .format(own=told, shipped=len(others))
        )  # fmt: skip
        self._look()

    def _look(self, _typed: str = "") -> None:
        wanted = folded(self.word_edit.words())
        self._shown = [each for each in self._all if wanted in folded(each[0].word)]
        self.list.show_records(tuple(_Line(place, *each) for place, each in enumerate(self._shown)))
        typed = self._typed()
        self.remove_button.setVisible(any(mine and _same(swap, typed) for swap, mine in self._all))
        self.hide_button.setEnabled(bool(typed.word))
        self.word_box.complain("")

    def _typed(self) -> WordSwap:
        kind = SwapKind(str(self.kind_choice.value()))
        return WordSwap(kind, self.language, self.word_edit.words(), self.instead_edit.words())

    def _row(self, line: "_Line") -> Row:
        instead = line.swap.instead or _("never asked")
        whose = _("yours") if line.mine else _("came with the program")
        kind = _("kinder") if line.swap.kind is SwapKind.KINDER else _("plainer")
        return Row(f"{line.swap.word} → {instead}", _("{kind}, {whose}").format(kind=kind, whose=whose))

    def _choose(self, place: int) -> None:
        swap = self._shown[place][0]
        self.kind_choice.set_value(swap.kind)
        self.word_edit.set_words(swap.word)
        self.instead_edit.set_words(swap.instead)
        self._look()
        self.instead_edit.setFocus()

    def _keep(self) -> None:
        typed = self._typed()
        if not typed.word or not typed.instead:
            self.word_box.complain(_("Please type the word, and what to say instead."))
        elif self.desk.perform(word_swaps.keep, typed) is not None:
            self._clear()

    def _hide(self) -> None:
        typed = self._typed()
        hidden = WordSwap(typed.kind, typed.language, typed.word, "")
        if self.desk.perform(word_swaps.keep, hidden) is not None:
            self._clear()

    def _remove(self) -> None:
        typed = self._typed()
        mine = next((swap for swap, mine in self._all if mine and _same(swap, typed)), None)
        if mine is not None:
            told = _("“{word}” is as it came.").format(word=mine.word)
            self.desk.perform_undoable(told, self._put_back, word_swaps.remove, mine)
            self._clear()

    def _put_back(self, swap: WordSwap) -> None:
        self.desk.perform(word_swaps.keep, swap)
        self.refresh()

    def _clear(self) -> None:
        self.word_edit.clear()
        self.instead_edit.clear()
        self.refresh()


def _same(one: WordSwap, other: WordSwap) -> bool:
    return (one.kind, one.word.casefold()) == (other.kind, other.word.casefold())


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the list, found by its place."""

    id: int
    swap: WordSwap
    mine: bool
