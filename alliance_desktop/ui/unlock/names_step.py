"""The names as they are printed, and the paper they are printed on."""

from alliance_desktop.domain.practice import Paper, Practice
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.unlock.step_page import StepPage
from alliance_desktop.ui.widgets.fields import Choice, Labelled, TextField
from alliance_desktop.words import _


class NamesStep(StepPage):
    """One name is needed; everything else can wait."""

    def __init__(self) -> None:
        super().__init__("names_step", _("What should your printed pages say?"), _("Your clients take them home."))
        self.therapist_edit, self.title_edit, self.phone_edit = TextField(), TextField(), TextField()
        self.paper_choice = Choice([(_("A4"), Paper.A4), (_("US Letter"), Paper.LETTER)])
        self.therapist_box = Labelled(_("Your name"), self.therapist_edit, "therapist_edit")
        self.fill(
            column(
                self.therapist_box,
                Labelled(_("What you do"), self.title_edit, "title_edit", _("For example: Bodywork")),
                Labelled(_("Phone"), self.phone_edit, "phone_edit"),
                Labelled(_("Your printer’s paper"), self.paper_choice, "paper_choice"),
                gap=14,
            )
        )
        for edit in (self.therapist_edit, self.title_edit, self.phone_edit):
            edit.returnPressed.connect(self.go_on)

    def enter(self) -> None:
        self.therapist_edit.setFocus()

    def draft(self) -> Practice:
        """The practice as typed."""
        return Practice(
            self.therapist_edit.words(),
            self.title_edit.words(),
            phone=self.phone_edit.words(),
            paper=Paper(str(self.paper_choice.value())),
        )

    def go_on(self) -> None:
        named = bool(self.therapist_edit.words())
        self.therapist_box.complain("" if named else _("Your name is printed on every page; please type it."))
        if named:
            self.done.emit()
