"""One thing worth asking about in the brief: the sentence, what it comes from, why it is asked, and "not now"."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.alert import Alert, Rule, rule_words
from alliance_desktop.domain.alliance import strand_words
from alliance_desktop.domain.voice import Whose
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.voice_block import VoiceBlock
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _


def alert_words(alert: Alert) -> str:
    """Name an alert by its rule and its strand."""
    told = rule_words(alert.rule)
    return told if alert.strand is None else f"{told}: {strand_words(alert.strand)}"


def alert_name(alert: Alert) -> str:
    """Name an alert for the program."""
    return f"{alert.rule}_{alert.strand or 'all'}".lower()


# Where nothing moves, or it gets worse, somebody else may have to look at it.
_MAY_NEED_OTHERS = (Rule.LAST_LOOK, Rule.WORSE)
# What fell or stays low may come from a strain.
_MAY_BE_STRAINED = (Rule.DROP, Rule.STAYS_LOW)


class AlertRow(QWidget):
    """``not_now`` carries the alert that is to be put off; ``letter_wanted`` asks for a letter to somebody else.

    ``repair_wanted`` asks for an entry of the repair notebook, where something fell or it stays low.
    """

    not_now = Signal(object)
    letter_wanted = Signal()
    repair_wanted = Signal()

    def __init__(self, alert: Alert) -> None:
        super().__init__()
        name = alert_name(alert)
        self.setObjectName(f"alert_{name}")
        self._alert = alert
        self.why_button = LinkButton(_("Why"), "info")
        self.why_button.setObjectName(f"why_{name}_button")
        self.why_button.setAccessibleName(_("Why: {what}").format(what=alert_words(alert)))
        self.not_now_button = LinkButton(_("Not now"), "clock")
        self.not_now_button.setObjectName(f"not_now_{name}_button")
        self.not_now_button.setAccessibleName(_("Not now: {what}").format(what=alert_words(alert)))
        self.rule = Words(alert.facts.rule, "small", "muted")
        self.rule.setObjectName(f"rule_{name}")
        self.rule.hide()
        said = VoiceBlock(alert.asks, Whose.THERAPIST, alert.facts.told)
        line = row(gap=4)
        line.addWidget(said, 1)
        line.addWidget(self.why_button)
        line.addWidget(self.not_now_button)
        if alert.rule in _MAY_NEED_OTHERS:
            self.letter_button = LinkButton(_("Write a letter"), "pen-line")
            self.letter_button.setObjectName(f"letter_{name}_button")
            self.letter_button.setAccessibleName(_("Write a letter: {what}").format(what=alert_words(alert)))
            self.letter_button.clicked.connect(self.letter_wanted)
            line.addWidget(self.letter_button)
        if alert.rule in _MAY_BE_STRAINED:
            self.repair_button = LinkButton(_("Note what strained"), "hand-heart")
            self.repair_button.setObjectName(f"repair_{name}_button")
            self.repair_button.setAccessibleName(_("Note what strained: {what}").format(what=alert_words(alert)))
            self.repair_button.clicked.connect(self.repair_wanted)
            line.addWidget(self.repair_button)
        self.setLayout(column(line, self.rule, gap=4))
        self.why_button.clicked.connect(self._show_why)
        self.not_now_button.clicked.connect(self._put_off)

    def _show_why(self) -> None:
        self.rule.setVisible(self.rule.isHidden())

    def _put_off(self) -> None:
        self.not_now.emit(self._alert)
