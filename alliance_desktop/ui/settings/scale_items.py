"""The items of a scale that is being written: a line for each, and a tick where a high answer means little."""

from functools import partial

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.scale import MOST_ITEMS, Item
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.widgets.buttons import LinkButton, QuietButton, TickBox
from alliance_desktop.ui.widgets.fields import MultiText
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _

_AT_FIRST = 3


class _ItemRow(QWidget):
    """One item; all twelve are there from the start, so that words kept while locked find their field again."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.words_edit = MultiText(lines=1, most=4)
        self.words_edit.setObjectName(f"scale_item_{number}_edit")
        self.words_edit.setAccessibleName(_("Item {n}").format(n=number))
        self.reverse_box = TickBox(_("Other way"))
        self.reverse_box.setObjectName(f"scale_item_{number}_reverse_box")
        self.reverse_box.name(_("Item {n} counts the other way").format(n=number))
        self.reverse_box.setToolTip(_("A high answer means little"))
        self.remove_button = QuietButton("", "x")
        self.remove_button.setObjectName(f"scale_item_{number}_remove_button")
        self.remove_button.setAccessibleName(_("Remove item {n}").format(n=number))
        self.remove_button.setToolTip(_("Remove item {n}").format(n=number))
        line = row(gap=8)
        line.addWidget(self.words_edit, 1)
        line.addWidget(self.reverse_box)
        line.addWidget(self.remove_button)
        self.setLayout(line)

    def item(self) -> Item:
        """What is typed."""
        return Item(self.words_edit.words(), self.reverse_box.isChecked())

    def show_item(self, item: Item) -> None:
        """Fill the line."""
        self.words_edit.set_words(item.words)
        self.reverse_box.setChecked(item.reverse)


class ScaleItems(QWidget):
    """One to twelve lines; what is empty is no item."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = _AT_FIRST
        self.rows = [_ItemRow(number) for number in range(1, MOST_ITEMS + 1)]
        self.add_button = LinkButton(_("Add an item"), "plus")
        self.add_button.setObjectName("add_scale_item_button")
        hint = _("One question a line. “Other way” is for a question where a high answer means little.")
        self.setLayout(
            column(
                Words(_("What is asked"), "heading", "muted"),
                Words(hint, "caption", "muted"),
                *self.rows,
                row(self.add_button, None),
                gap=8,
            )
        )
        for place, line in enumerate(self.rows):
            line.words_edit.textChanged.connect(self._look)
            line.remove_button.clicked.connect(partial(self._remove, place))
        self.add_button.clicked.connect(self._add)
        self._look()

    def items(self) -> tuple[Item, ...]:
        """The items as typed, without empty lines."""
        return tuple(item for item in (line.item() for line in self.rows) if item.words)

    def show_items(self, items: tuple[Item, ...]) -> None:
        """Show these items in place of all others."""
        self._shown = max(1, len(items))
        for line, item in zip(self.rows, (*items, *[Item("")] * (MOST_ITEMS - len(items))), strict=True):
            line.show_item(item)
        self._look()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The ways of Tab, in reading order."""
        return (
            *(stop for r in self.rows for stop in (r.words_edit, r.reverse_box, r.remove_button)),
            self.add_button,
        )

    def _look(self) -> None:
        """Words are always in sight, also those that were put back."""
        filled = max((place for place, line in enumerate(self.rows, 1) if line.words_edit.words()), default=1)
        self._shown = max(self._shown, filled)
        for place, line in enumerate(self.rows):
            line.setVisible(place < self._shown)
            line.remove_button.setEnabled(self._shown > 1)
        self.add_button.setEnabled(self._shown < MOST_ITEMS)

    def _add(self) -> None:
        self._shown += 1
        self._look()
        self.rows[self._shown - 1].words_edit.setFocus()

    def _remove(self, place: int) -> None:
        kept = [line.item() for line in self.rows]
        del kept[place]
        self._shown -= 1
        for line, item in zip(self.rows, (*kept, Item("")), strict=True):
            line.show_item(item)
        self._look()
        self.rows[min(place, self._shown - 1)].words_edit.setFocus()
