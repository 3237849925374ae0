"""In your words: said back and doubted, by keyboard alone."""

from PySide6.QtCore import Qt

from alliance_desktop.domain.plan import (
    PlanContent,
)
from alliance_desktop.ui.tab_order import set_tab_order
from alliance_desktop.ui.together.words_step import WordsStep
from tests.ui.together.stage import press, tab_to, typed


def test_all_of_your_words_is_written_by_keyboard_alone(words: WordsStep) -> None:
    words.rebuilt.connect(lambda: set_tab_order(words.stops))
    words.show_content(PlanContent())
    words.take_focus()
    typed("talk_teach_back_edit", "We go slowly")
    tab_to("asked_2_button")
    press(Qt.Key.Key_Space)
    typed("reservation_1_said_edit", "I bruise")
    typed("reservation_1_answer_edit", "I go easy")
    tab_to("talk_add_signers_button")
    press(Qt.Key.Key_Space)
    typed("interpreter_edit", "Leila")
    given = words.put_into(PlanContent())
    assert (given.teach_back.words, given.interpreter, given.reservations_asked) == ("We go slowly", "Leila", True)
    assert [(doubt.said.words, doubt.answer) for doubt in given.reservations] == [("I bruise", "I go easy")]
