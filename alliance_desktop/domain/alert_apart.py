"""Which alerts are worth a line on a day on which the client does not come; on the day itself the brief has them all.

* Whatever is booked: A9 (safety first), A10 (a call), A3 (a look into the repair notebook), A8 (a letter).
* While nothing is booked, for nobody would get to ask them: A2 and A1.
* Only during a visit: A4, A5 and A7 are asked face to face; A12 is for the therapist alone, with the brief.
* Said elsewhere on the first page, with what to do about it: A6, A11, A13 and A14.
"""

from collections.abc import Iterable

from alliance_desktop.domain.alert import Alert, Rule

_ALWAYS = (Rule.WORSE, Rule.MISSED, Rule.STAYS_LOW, Rule.LAST_LOOK)
_UNBOOKED = (Rule.DROP, Rule.LOW)


def worth_a_line(alerts: Iterable[Alert], booked: bool) -> Alert | None:
    """Return the one thing to say of a client who does not come today, or None; safety goes first."""
    found = {alert.rule: alert for alert in reversed(tuple(alerts))}
    rules = _ALWAYS if booked else _ALWAYS + _UNBOOKED
    return next((found[rule] for rule in rules if rule in found), None)
