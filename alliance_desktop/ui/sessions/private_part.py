"""For the therapist alone, beside the note and apart from it: closed until somebody opens it, stored while typing."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from alliance_desktop.services import private_notes, sessions
from alliance_desktop.ui.autosave import Autosave
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.fields import MultiText
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, day_words


class PrivatePart(QWidget):
    """Says whether something is written, and nothing of it: a client may look over a shoulder."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self.desk = desk
        self.session_id = 0
        self._words, self._filling = "", False
        self.open_button = LinkButton("", "lock")
        self.open_button.setObjectName(f"{name}_private_button")
        self.text_edit = MultiText(_("What stays with you: doubts, feelings, what to bring to supervision"), lines=3)
        self.text_edit.setObjectName(f"{name}_private_edit")
        self.text_edit.setAccessibleName(_("For me alone"))
        self.save_button = LinkButton(_("Save what is for me alone, of all visits…"), "download")
        self.save_button.setObjectName(f"{name}_private_save_button")
        about = _("Kept apart from the note: not signed with it, on no paper, found by no search.")
        self._inside = boxed(column(Words(about, "small", "muted"), self.text_edit, row(self.save_button, None), gap=6))
        self.setLayout(column(row(self.open_button, None), self._inside, gap=6))
        self.open_button.clicked.connect(self._turn)
        self.text_edit.textChanged.connect(self._touched)
        self.save_button.clicked.connect(self._choose_file)
        self.autosave = Autosave(desk, self._store, self)
        self._show(False)

    def load(self, session_id: int) -> None:
        """Be about one visit, closed; what is being typed about it stays as it is."""
        if session_id == self.session_id:
            return
        self.flush()
        self.session_id = session_id
        self._words = private_notes.of(session_id) if session_id else ""
        self._fill("")
        self._show(False)

    def flush(self) -> bool:
        """Store what is being typed; False when it could not be stored."""
        return self.autosave.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # Closed once the page is left or a client has the screen; what is typed and not stored yet is still stored.
        if not event.spontaneous():
            self._fill("")
            self._show(False)

    def stops(self) -> list[QWidget]:
        """Where Tab goes."""
        return [self.open_button, self.text_edit, self.save_button]

    def _choose_file(self) -> None:
        if not self.flush():
            return
        name = _("for-me-alone.txt")
        chosen, _kinds = QFileDialog.getSaveFileName(self, _("Save what is for me alone"), name, "Text (*.txt)")
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write what is for the therapist alone, of all visits of this client, into a file of its own."""
        found = self.desk.perform(private_notes.exported, sessions.one(self.session_id).client_id)
        if found is None:
            return
        told = (f"{_('Visit {n}, {day}').format(n=n, day=day_words(day))}\n\n{words}\n" for n, day, words in found)
        try:
            path.touch(mode=0o600)
            path.chmod(0o600)
            path.write_text("\n".join(told), encoding="utf-8")
        except OSError:
            self.desk.say(_("The file could not be saved there. Please choose another place."))
            return
        self.desk.say(_("Saved. This file is not encrypted; whoever has it can read it."))

    def _fill(self, words: str) -> None:
        self._filling = True
        self.text_edit.set_words(words)
        self._filling = False

    def _turn(self) -> None:
        opens = self._inside.isHidden()
        if not opens and not self.flush():
            return
        self._fill(self._words if opens else "")
        self._show(opens)
        if opens:
            # Once the part has its height, so that what is scrolled follows the cursor all the way.
            QTimer.singleShot(0, self.text_edit, self.text_edit.setFocus)

    def _show(self, opened: bool) -> None:
        self._inside.setVisible(opened)
        told = _("For me alone · written") if self._words.strip() else _("For me alone")
        self.open_button.rename(_("Close what is for me alone") if opened else told)

    def _touched(self) -> None:
        if not self._filling:
            self._words = self.text_edit.toPlainText()
            self.autosave.touched()

    def _store(self) -> bool:
        return not self.session_id or self.desk.keep(private_notes.keep, self.session_id, self._words)
