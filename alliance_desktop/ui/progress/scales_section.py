"""The scales of the therapist's own, for one client: what came of each, and the form to fill one in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.held_form import Form
from alliance_desktop.domain.scale_answers import KeptAnswers
from alliance_desktop.domain.scale_form import form_from
from alliance_desktop.services import clients, held_forms, scales
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.form_keeper import FormTaker
from alliance_desktop.ui.layouts import column, emptied, row
from alliance_desktop.ui.progress.fill_dialog import FillDialog
from alliance_desktop.ui.progress.scale_view import ScaleView
from alliance_desktop.ui.widgets.buttons import LinkButton, SecondButton
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class ScalesSection(QWidget):
    """Nothing at all where nothing was filled in; ``side`` is the button for the page's other column.

    ``alone_wanted`` asks for the screen to be given to the client, for the scale of this number.
    """

    alone_wanted = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._client_id, self._begun = desk, 0, 0
        self._opened: set[str] = set()
        self._closing = False
        desk.closing.connect(self._close)
        self.views: list[ScaleView] = []
        self._rows = column(gap=28)
        inside = column(self._rows)
        inside.setContentsMargins(0, 28, 0, 0)
        self.setLayout(inside)
        self.fill_button = SecondButton(_("Fill in a scale"), "list-checks")
        self.fill_button.setObjectName("fill_scale_button")
        self.begun_button = LinkButton("", "list-checks")
        self.begun_button.setObjectName("begun_scale_button")
        self.none = Words(_("Questions of your own, with numbers, are added in the settings."), "small", "muted")
        self.side = QWidget()
        heading = Words(_("Own scales"), "heading", "muted")
        self.side.setLayout(
            column(heading, row(self.fill_button, None), row(self.begun_button, None), self.none, gap=10)
        )
        self.fill_button.clicked.connect(self._fill_in)
        self.begun_button.clicked.connect(self._go_on)

    def _close(self) -> None:
        self._closing = True

    def show_client(self, client_id: int) -> None:
        """Be about this client."""
        if client_id != self._client_id:
            self._client_id = client_id
            self._opened = set()
        emptied(self._rows)
        self.views = []
        for place, filled in enumerate(scales.of(client_id)):
            view = ScaleView(place, filled, self._desk.today())
            view.left_out.connect(self._leave_out)
            view.opened.connect(self._note_opened)
            if view.title.objectName() in self._opened:
                view.open_times()
            self.views.append(view)
            self._rows.addWidget(view)
        self.setVisible(bool(self.views))
        offered = scales.in_use()
        # A client who gave the screen back halfway has left answers under the number of the scale.
        held = (kept.id for kept in offered if held_forms.of(client_id, Form.SCALE_ANSWERS, kept.id))
        self._begun = next(held, 0)
        words = _("Go on with the answers of {name}").format(name=clients.one(client_id).called)
        self.begun_button.rename(words)
        self.begun_button.setVisible(bool(self._begun))
        self.fill_button.setVisible(bool(offered))
        self.none.setVisible(not offered)

    def _note_opened(self) -> None:
        self._opened = {view.title.objectName() for view in self.views if view.fold.is_open}

    def _fill_in(self) -> None:
        self.fill_in()

    def _go_on(self) -> None:
        self.fill_in(self._begun)

    def fill_in(self, about: int = 0) -> None:
        """Open the form, with what was left in it; ``about`` a scale where its client began it alone."""
        offered = list(scales.in_use()) if not about else [scales.one(about)]
        held = form_from(held_forms.of(self._client_id, Form.SCALE_ANSWERS, about))
        if held is not None and held.scale_id not in {kept.id for kept in offered}:
            # It was changed or ended since; its answers were given to what it asked then.
            offered.insert(0, scales.one(held.scale_id))
        if not offered:
            return
        dialog = FillDialog.open_for(self, offered, self._desk.today(), clients.one(self._client_id).called)
        taker = FormTaker(self._desk, dialog, Form.SCALE_ANSWERS, self._client_id, about, self._keep)
        dialog.put_down.connect(taker.keep_for_good)
        dialog.finished.connect(self._look_again)
        dialog.alone_wanted.connect(self.alone_wanted)

    def _look_again(self, _result: int) -> None:
        # The lock closes what is open, and nothing is read any more.
        if not self._closing:
            self.show_client(self._client_id)

    def _keep(self, told: tuple[int, object]) -> KeptAnswers | None:
        scale_id, draft = told
        return self._desk.perform(scales.fill_in, self._client_id, scale_id, draft)

    def _leave_out(self, answer_id: int) -> None:
        self._desk.perform_undoable(_("The answers are left out."), self._bring_back, scales.take_back, answer_id)

    def _bring_back(self, answered: KeptAnswers) -> None:
        self._desk.perform(scales.bring_back, answered.id)
