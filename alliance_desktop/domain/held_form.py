"""What was typed into a form that nobody accepted yet: a dialog that was open at locking, a day that is none yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from alliance_desktop.words import _


class Form(StrEnum):
    """The forms whose words are held."""

    CLIENT = "client"
    HEALTH = "health"
    CONSENT = "consent"
    ADDENDUM = "addendum"
    ENDING = "ending"
    SIGNING = "signing"
    PROFILE = "profile"
    PLAN = "plan"
    NOTE = "note"
    SLIP = "slip"
    PROMISE = "promise"
    SNOOZE = "snooze"
    APPOINTMENT = "appointment"
    CHANGE = "change"
    REPAIR = "repair"
    REASONS = "reasons"
    LAYOUT = "layout"
    SNIPPET = "snippet"
    REFERRAL = "referral"
    ENDING_LETTER = "ending letter"
    RED_FLAG = "red flag"
    WITHDRAWAL = "withdrawal"
    STATEMENT = "statement"
    BOUNDARY = "boundary"
    SCALE = "scale"
    SCALE_ANSWERS = "scale answers"


@dataclass(frozen=True, slots=True)
class HeldForm:
    """What stands in the named fields of one form; ``about_id`` is the row it is about, 0 for a new one.

    ``client_id`` is None where the form is about a client who is not there yet; ``full_name`` is then empty.
    """

    id: int
    client_id: int | None
    form: Form
    about_id: int
    typed: Mapping[str, str]
    held_at: datetime
    full_name: str = ""


def form_words(form: Form) -> str:
    """Name a form as a list of things to go on with does."""
    return {
        Form.CLIENT: _("a new client"),
        Form.HEALTH: _("something about health"),
        Form.CONSENT: _("a consent"),
        Form.ADDENDUM: _("an addition to a note"),
        Form.ENDING: _("the end of the plan"),
        Form.SIGNING: _("a reason beside a signature"),
        Form.PROFILE: _("a line of the profile"),
        Form.PLAN: _("a day in the plan"),
        Form.NOTE: _("the day of a note"),
        Form.SLIP: _("a slip"),
        Form.PROMISE: _("a promise"),
        Form.SNOOZE: _("why something can wait"),
        Form.APPOINTMENT: _("a visit to come"),
        Form.CHANGE: _("what changed since the last visit"),
        Form.REPAIR: _("an entry of the repair notebook"),
        Form.REASONS: _("a reason in the plan"),
        Form.LAYOUT: _("a layout for notes"),
        Form.SNIPPET: _("a snippet for notes"),
        Form.REFERRAL: _("a letter about the client"),
        Form.ENDING_LETTER: _("a letter at the end"),
        Form.RED_FLAG: _("what you decided about a red flag"),
        Form.WITHDRAWAL: _("a consent that is taken back"),
        Form.STATEMENT: _("what the client says about a note"),
        Form.BOUNDARY: _("a private note"),
        Form.SCALE: _("a scale of your own"),
        Form.SCALE_ANSWERS: _("answers on a scale"),
    }[form]
