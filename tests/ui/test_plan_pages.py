"""The plan on screen: what was typed keeps its order, whose words are whose, and who has still to sign."""

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from alliance_desktop.domain import body
from alliance_desktop.domain.appearance import Theme
from alliance_desktop.domain.body_mark import MarkKind, at_point
from alliance_desktop.domain.client import ClientDraft
from alliance_desktop.domain.plan import Commitment, Goal, HowSigned, PlanContent, Signer
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import clients, plans
from alliance_desktop.ui import theme
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.plan_parts.line_editors import CommitmentEditor
from alliance_desktop.ui.plans.plan_editor import PlanEditor
from alliance_desktop.ui.plans.plan_view import PlanView
from alliance_desktop.ui.widgets.now_hoped import NowHopedView
from alliance_desktop.ui.widgets.words import Words

CONTENT = PlanContent(
    Said("I want to garden again."),
    (Goal("g", Said("An hour in the garden"), "Kneeling and reaching", "Kneeling", 3, 8),),
    commitments=(
        Commitment("a", Whose.THERAPIST, "Work slowly"),
        Commitment("b", Whose.CLIENT, "Door-frame stretch"),
        Commitment("c", Whose.THERAPIST, "Bring the sheet"),
    ),
)


@pytest.fixture
def plan_id(practice: PracticeFolder, qapp: QApplication, now: datetime) -> int:
    theme.apply(qapp, Theme.LIGHT)
    maria = clients.welcome(ClientDraft("Maria Feldner"), now)
    plan = plans.begin(maria.id, now)
    plans.keep_draft(plan.id, CONTENT, now)
    return plan.id


def test_two_columns_on_screen_move_no_step(plan_id: int, qtbot: QtBot) -> None:
    editor = PlanEditor(Desk())
    qtbot.addWidget(editor)

    editor.load(plans.one(plan_id), ("Maria", "Ana"))

    assert [step.uid for step in editor.content().commitments] == ["a", "b", "c"]


@pytest.fixture
def editor(plan_id: int, qtbot: QtBot) -> PlanEditor:
    made = PlanEditor(Desk())
    qtbot.addWidget(made)
    made.resize(984, 600)
    made.load(plans.one(plan_id), ("Maria", "Ana"))
    made.show()
    qtbot.wait(50)
    return made


def test_each_number_of_a_scale_is_wide_enough_for_a_hand(editor: PlanEditor) -> None:
    goal = editor.goal_editors[0]

    assert min(scale.width() for scale in (goal.now_scale, goal.hoped_scale)) >= 11 * 32


def test_fields_of_a_goal_say_which_goal_they_belong_to(editor: PlanEditor) -> None:
    goal = editor.goal_editors[0]

    for field in (goal.activity_edit, goal.by_edit):
        assert "1" in QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name)


def test_what_is_marked_on_the_body_stays_while_the_words_are_edited(plan_id: int, now: datetime, qtbot: QtBot) -> None:
    mark = at_point("m", Whose.CLIENT, MarkKind.ACHE, next(iter(body.views())), (0.5, 0.5))
    plans.keep_draft(plan_id, replace(CONTENT, marks=(mark,)), now)
    editor = PlanEditor(Desk())
    qtbot.addWidget(editor)
    editor.load(plans.one(plan_id), ("Maria", "Ana"))

    editor.strengths_edit.set_words("A hot bath")
    editor.flush()

    draft = plans.one(plan_id).draft
    assert draft is not None
    assert (draft.marks, draft.strengths.words) == ((mark,), "A hot bath")


def test_what_nobody_filled_is_one_quiet_line(editor: PlanEditor) -> None:
    folds = (editor.strengths_fold, editor.ways_fold, editor.signs_fold, editor.teach_back_fold, editor.also_signs_fold)

    assert [(fold.is_open, fold.button.isVisibleTo(editor)) for fold in folds] == [(False, True)] * 5


def test_a_goal_without_a_day_is_told_so_in_one_line_and_made_ready_all_the_same(
    editor: PlanEditor, plan_id: int, now: datetime
) -> None:
    goal = editor.goal_editors[0]
    assert goal.hint.text() == "A day would tell you both when to look."

    goal.by_edit.set_day(now.date())
    goal.by_edit.textEdited.emit(goal.by_edit.text())

    assert goal.hint.text() == ""
    assert plans.make_ready(plan_id, {}, now).number == 1


def test_a_day_that_is_none_stays_with_its_line_when_another_is_removed(editor: PlanEditor) -> None:
    mine = editor.will_editor.mine
    second = mine.editors[1]
    assert isinstance(second, CommitmentEditor)
    second.due_edit.setText("31.2.")

    mine.editors[0].removed.emit("a")

    left = mine.editors[0]
    assert isinstance(left, CommitmentEditor)
    assert (left.line().uid, left.due_edit.text()) == ("c", "31.2.")


@pytest.fixture
def view(qtbot: QtBot) -> PlanView:
    made = PlanView()
    qtbot.addWidget(made)
    made.resize(984, 600)
    return made


def shown(view: PlanView, plan_id: int, today: datetime) -> set[str]:
    plan = plans.one(plan_id)
    changes = {version.id: plans.change_lines(version) for version in plan.versions}
    view.show_plan(plan, ("Maria", "Ana"), today.date(), changes)
    view.show()
    return {words.text() for words in view.findChildren(Words) if words.isVisibleTo(view)}


def test_half_signed_says_who_has_still_to_sign_and_labels_the_reason(
    view: PlanView, plan_id: int, now: datetime
) -> None:
    version = plans.make_ready(plan_id, {}, now)
    plans.sign(version.id, Signer.THERAPIST, HowSigned.ALOUD, now, reason="oil on my hands")

    words = shown(view, plan_id, now)

    assert {"Maria still to sign", "Reason: oil on my hands", "Ana understands"} <= words


def test_many_changes_do_not_push_the_verbs_away(view: PlanView, plan_id: int, now: datetime, qtbot: QtBot) -> None:
    sign_both(plans.make_ready(plan_id, {}, now).id, now)
    draft = plans.begin(plans.one(plan_id).client_id, now).draft
    assert draft is not None
    more = tuple(Commitment(uid, Whose.CLIENT, f"Stretch {uid}") for uid in "uvwxyz")
    plans.keep_draft(plan_id, replace(draft, commitments=draft.commitments + more), now)
    sign_both(plans.make_ready(plan_id, {}, now).id, now)

    told = shown(view, plan_id, now)
    assert "You will: Stretch u" in told
    assert "You will: Stretch z" not in told
    qtbot.wait(50)
    change = view.findChild(QAbstractButton, "change_button")
    assert isinstance(change, QWidget)
    assert change.mapTo(view, QPoint(0, 0)).y() < 560

    every = view.findChild(QAbstractButton, "all_changes_button")
    assert isinstance(every, QAbstractButton)
    every.click()
    assert "You will: Stretch z" in {words.text() for words in view.findChildren(Words) if words.isVisibleTo(view)}


def test_a_goal_line_is_as_wide_as_its_column(view: PlanView, plan_id: int, now: datetime, qtbot: QtBot) -> None:
    plans.make_ready(plan_id, {}, now)
    shown(view, plan_id, now)
    qtbot.wait(50)

    lines = view.findChildren(NowHopedView)

    assert lines
    assert all(line.width() > 600 for line in lines)


def sign_both(version_id: int, now: datetime) -> None:
    for signer in (Signer.CLIENT, Signer.THERAPIST):
        plans.sign(version_id, signer, HowSigned.ALOUD, now, reason="by telephone")
