"""From where on something is worth asking about: every limit of the alerts, with what is usual."""

from dataclasses import asdict
from math import isfinite

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.alert import Rule, rule_words
from alliance_desktop.domain.alert_thresholds import Thresholds, range_of
from alliance_desktop.errors import AllianceError
from alliance_desktop.services import thresholds
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.layouts import boxed, column, row
from alliance_desktop.ui.widgets.buttons import LinkButton
from alliance_desktop.ui.widgets.fields import Labelled, TextField, pair
from alliance_desktop.ui.widgets.fold import Fold
from alliance_desktop.ui.widgets.words import Words
from alliance_desktop.words import _, number_words


def limits() -> tuple[tuple[Rule, tuple[tuple[str, str], ...]], ...]:
    """Each rule with its limits by name, and how each is asked for."""
    return (
        (Rule.LOW, (("low_answer", _("An answer this low, of 5")),)),
        (
            Rule.DROP,
            (
                ("drop", _("This far below what was usual, of 10")),
                ("drop_looks_back", _("Usual is the middle of so many before")),
            ),
        ),
        (
            Rule.STAYS_LOW,
            (
                ("stays_low_index", _("All together below this, of 10")),
                ("stays_low_visits", _("At so many visits running")),
            ),
        ),
        (Rule.FLAT_TOP, (("flat_top_visits", _("At so many visits running")),)),
        (Rule.NOT_ASKED, (("not_asked_visits", _("So many visits without a closing check")),)),
        (
            Rule.DRIFT,
            (
                ("drift_days", _("More days than this")),
                ("drift_rhythms", _("And so many times the usual days between")),
            ),
        ),
        (Rule.CHECKPOINT, (("checkpoint_from", _("From this visit of a plan")), ("checkpoint_to", _("To this visit")))),
        (Rule.LAST_LOOK, (("last_look_from", _("From this visit of a plan")), ("last_look_to", _("To this visit")))),
        (
            Rule.CHECKPOINT,
            (
                ("goal_steps", _("A goal has moved that is so many steps up")),
                ("better_activity", _("Activities have moved that are up by this, of 10")),
            ),
        ),
        (
            Rule.WORSE,
            (
                ("worse_pain", _("Pain is up by so many points, of 10")),
                ("worse_activity", _("Activities are down by this, of 10")),
            ),
        ),
        (Rule.MISSED, (("missed", _("So many missed")), ("missed_of", _("Of the last so many visits")))),
        (Rule.GAP, (("gap", _("The guess lies this far above the answer, of 10")),)),
        (
            Rule.PLAN_STALE,
            (
                ("review_early_percent", _("After this much of the visits, in percent")),
                ("review_late_percent", _("And after this much, in percent")),
            ),
        ),
        (
            Rule.UNSIGNED,
            (
                ("unsigned_hours", _("A note is open for more hours than this")),
                ("unsigned_plan_visits", _("A plan waits for more visits than this")),
            ),
        ),
    )


class LimitsSection(QWidget):
    """Folded away: whoever never opens it has limits that make sense."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._held: dict[str, float] = {}
        self.edits: dict[str, TextField] = {}
        self._boxes: dict[str, Labelled] = {}
        self.usual_button = LinkButton(_("All as usual"), "undo-2")
        self.usual_button.setObjectName("limits_usual_button")
        inside = column(gap=8)
        for rule, fields in limits():
            inside.addSpacing(8)
            inside.addWidget(Words(rule_words(rule), "strong"))
            boxes = [self._field(rule, name, label) for name, label in fields]
            inside.addWidget(pair(boxes[0], boxes[1] if len(boxes) > 1 else QWidget()))
        inside.addLayout(row(self.usual_button, None))
        told = _("Each client is compared with themselves alone. Alerts say what is worth asking, never what is wrong.")
        first = next(iter(self.edits.values()))
        self.fold = Fold("limits_fold_button", _("Change the limits"), boxed(inside), first)
        self.setLayout(
            column(Words(_("What is worth asking about"), "title"), Words(told, "body", "muted"), self.fold, gap=14)
        )
        self.usual_button.clicked.connect(self._as_usual)
        desk.closing.connect(self.settle)

    def _field(self, rule: Rule, name: str, label: str) -> Labelled:
        edit = TextField()
        edit.setProperty("limit", name)
        low, high = (number_words(limit) for limit in range_of(name))
        usual = number_words(asdict(Thresholds())[name])
        hint = _("Usual: {usual}; between {low} and {high}").format(usual=usual, low=low, high=high)
        box = Labelled(label, edit, f"limit_{name}_edit", hint)
        edit.setAccessibleName(f"{rule_words(rule)}: {label}")
        edit.editingFinished.connect(self._keep)
        self.edits[name], self._boxes[name] = edit, box
        return box

    def refresh(self) -> None:
        """Show the limits that hold."""
        self._held = asdict(thresholds.current())
        for name, value in self._held.items():
            if not self.edits[name].hasFocus():
                self.edits[name].set_words(number_words(value))

    def settle(self) -> None:
        """Keep what was typed into any of them; what makes no sense is let go."""
        for name in self.edits:
            self._keep_limit(name)

    def _keep(self) -> None:
        edit = self.sender()
        if edit is not None:
            self._keep_limit(str(edit.property("limit")))

    def _keep_limit(self, name: str) -> None:
        # Compared with what is known here: a field that loses the keyboard at locking must not read from the file.
        words = self.edits[name].words()
        if not self._held or words == number_words(self._held[name]):
            return
        value, refusal = typed_number(words), ""
        if value is None:
            refusal = _("This is no number. It stays as it was.")
        elif value != self._held[name]:
            try:
                self._held = asdict(thresholds.keep(name, value, self._desk.now()))
                self._desk.saved.emit(self._desk.now())
            except AllianceError as reason:
                refusal = str(reason)
        self._boxes[name].problem.set_or_hide(refusal)
        self.edits[name].set_words(number_words(self._held[name]))

    def _as_usual(self) -> None:
        self._desk.perform_undoable(_("All limits are as usual."), self._put_back, thresholds.as_usual)

    def _put_back(self, before: Thresholds) -> None:
        self._desk.perform(thresholds.put_back, before)


def typed_number(words: str) -> float | None:
    """Read a number with a point or a comma; None for what is none."""
    try:
        number = float(words.strip().replace(",", "."))
    except ValueError:
        return None
    return number if isfinite(number) else None
