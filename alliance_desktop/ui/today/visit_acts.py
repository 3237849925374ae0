"""What can be done with a visit of the day: the same few acts in its row and in its card."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from alliance_desktop.domain.appointment import Became, became_words
from alliance_desktop.domain.today import DayVisit
from alliance_desktop.words import _


class VisitActs(QObject):
    """Asks for acts; the page answers them."""

    client_chosen = Signal(int, str)
    note_wanted = Signal(int)
    change_wanted = Signal(object)
    became_wanted = Signal(object, object)

    def open_brief(self, visit: DayVisit) -> None:
        """Ask for the brief of who comes."""
        self.client_chosen.emit(visit.client.id, "brief")

    def write_note(self, visit: DayVisit) -> None:
        """Ask for the note of this visit."""
        self.note_wanted.emit(visit.client.id)

    def show_menu(self, visit: DayVisit, over: QWidget, place: QPoint) -> None:
        """Offer everything else."""
        booked, menu = visit.appointment, QMenu(over)
        menu.setObjectName("visit_menu")
        menu.addAction(_("Open brief"), partial(self.open_brief, visit))
        menu.addAction(_("Open the note"), partial(self.write_note, visit))
        menu.addAction(_("Change the visit…"), partial(self.change_wanted.emit, booked))
        menu.addSeparator()
        if booked.became is Became.PLANNED:
            for became in (Became.CALLED_OFF, Became.LATE_CANCELLED, Became.NO_SHOW):
                menu.addAction(became_words(became), partial(self.became_wanted.emit, booked, became))
        else:
            menu.addAction(_("It takes place after all"), partial(self.became_wanted.emit, booked, Became.PLANNED))
        # Whatever an act does may take the row away that the menu lies over.
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(over.mapToGlobal(place))
