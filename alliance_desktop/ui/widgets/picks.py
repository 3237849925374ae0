"""Earlier words that can be picked again while typing: offered, never filled in by themselves."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter

from alliance_desktop.ui.widgets.fields import TextField


class Picks(QObject):
    """One list of earlier words for many fields."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._model = QStringListModel(self)

    def show_words(self, words: Sequence[str]) -> None:
        """Offer these words from now on."""
        self._model.setStringList(list(words))

    def words(self) -> list[str]:
        """What is offered."""
        return self._model.stringList()

    def offer_in(self, field: TextField) -> None:
        """Offer the words in a field; a picked one counts as typed."""
        completer = QCompleter(self._model, field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(6)
        field.setCompleter(completer)
        completer.activated.connect(field.textEdited)
