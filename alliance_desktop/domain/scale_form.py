"""What stands in a form that fills in a scale, in one line: kept while nobody accepted it, whoever gave the answers."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

STATE = "scale_state"
State = int | str | None


@dataclass(frozen=True, slots=True)
class ScaleForm:
    """The row of the scale that is shown, and the answers by row; one that is no number yet is kept in its words."""

    scale_id: int
    answers: Mapping[int, Sequence[State]]

    @property
    def shown(self) -> Sequence[State]:
        """What is answered on the scale that is shown."""
        return self.answers.get(self.scale_id, ())

    def line(self) -> str:
        """All of it in one line."""
        told = {str(row): list(answers) for row, answers in self.answers.items()}
        return json.dumps({"scale": self.scale_id, "answers": told}, ensure_ascii=False)


def form_from(typed: Mapping[str, str]) -> ScaleForm | None:
    """Read what was kept of a form; None where nothing was."""
    try:
        told = json.loads(typed.get(STATE, ""))
        answers = {int(row): tuple(each) for row, each in told["answers"].items()}
        return ScaleForm(int(told["scale"]), answers)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
