"""The password: how hard it is to guess, said while it is typed, and typed twice."""

from alliance_desktop.services import vault
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.unlock.step_page import StepPage
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.fields import Labelled, PasswordField
from alliance_desktop.ui.widgets.strength_bar import StrengthBar
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


class PasswordStep(StepPage):
    """Goes on only with a password that is good enough and twice the same."""

    def __init__(self) -> None:
        about = _("Four or five words that do not belong together are easy to remember and hard to guess.")
        super().__init__("password_step", _("Choose the password"), about)
        self.password_field, self.again_field = PasswordField("password"), PasswordField("again")
        self.strength = StrengthBar("strength")
        self.phrase_button = LinkButton(_("Suggest five words"), "key-round")
        self.phrase_button.setObjectName("phrase_button")
        self.same = Words("", "small", "accent")
        self.same.setObjectName("same")
        self.fill(
            column(
                column(
                    Labelled(_("Password"), self.password_field, "password_field_box"),
                    self.strength,
                    row(self.phrase_button, None),
                    gap=8,
                ),
                column(Labelled(_("Once more"), self.again_field, "again_field_box"), self.same, gap=6),
                gap=18,
            )
        )
        self.password_field.edited.connect(self._judge)
        self.again_field.edited.connect(self._compare)
        self.phrase_button.clicked.connect(self._suggest)
        self.password_field.entered.connect(self.again_field.setFocus)
        self.again_field.entered.connect(self.go_on)

    def enter(self) -> None:
        self.password_field.setFocus()

    def words(self) -> str:
        """The password as typed."""
        return self.password_field.words()

    def _suggest(self) -> None:
        """Five words to write down; typing them once more shows that they were."""
        self.password_field.offer(vault.new_phrase())
        self.again_field.clear()
        self.again_field.setFocus()

    def _judge(self, typed: str) -> None:
        judged = vault.strength(typed)
        self.strength.show_strength(judged.score, judged.words)
        self._compare()

    def _compare(self) -> None:
        self.same.setText(_("Both are the same.") if self._twice_the_same() else "")

    def _twice_the_same(self) -> bool:
        return bool(self.words()) and self.words() == self.again_field.words()

    def go_on(self) -> None:
        judged = vault.strength(self.words())
        if not judged.enough:
            self.complain(judged.words or _("A password is needed. Four or five words are good."))
            self.password_field.setFocus()
        elif not self._twice_the_same():
            self.complain(_("The two are not the same. Please type it once more."))
            self.again_field.setFocus()
        else:
            self.complain("")
            self.done.emit()
