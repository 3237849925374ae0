"""The goals that a visit can have worked on: those of the plan that client and therapist agreed on."""

from alliance_desktop.domain.session import WorkedOn
from alliance_desktop.services import plans


def offered(client_id: int) -> tuple[WorkedOn, ...]:
    """The goals of the plan that holds now, in the client's words where they said them."""
    plan = plans.current(client_id)
    agreed = plan.agreed if plan is not None else None
    if agreed is None:
        return ()
    goals = ((goal.uid, goal.said.words or goal.activity or goal.professional) for goal in agreed.content.goals)
    return tuple(WorkedOn(uid, words) for uid, words in goals if words.strip())
