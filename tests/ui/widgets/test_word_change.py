"""A changed text on screen: what was taken out and what was put in stand apart, for eyes and for ears."""

from pytestqt.qtbot import QtBot

from alliance_desktop.domain.word_runs import runs_between
from alliance_desktop.ui.widgets.word_change import WordChange


def test_old_and_new_words_do_not_run_together(qtbot: QtBot) -> None:
    shown = WordChange(runs_between("I want to garden for an hour", "I want to walk for an hour"))
    qtbot.addWidget(shown)
    assert shown.text() == "I want to <s>garden</s> <b>walk</b> for an hour"
    assert " ".join(shown.accessibleName().split()) == "I want to [taken out: garden] [put in: walk] for an hour"
