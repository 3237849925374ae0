"""The places in a plan whose phrases can be picked again in later plans."""

from enum import StrEnum


class Phrase(StrEnum):
    """What somebody may want to write again; the value is where it stands in a plan, ``[]`` for each of a list."""

    ACTIVITY = "goals[].activity"
    PROFESSIONAL = "goals[].professional"
    STEP = "goals[].ladder[]"
    WAY = "ways[].what"
    GOOD = "ways[].good"
    LESS_GOOD = "ways[].less_good"
    EFFORT = "ways[].effort"
    RHYTHM = "agreement.rhythm"
    PROMISE = "commitments[].what"
    HOW = "commitments[].how"
    STOP_IF = "commitments[].stop_if"
    IT_WORKS = "signs.it_works"
    WE_STOP = "signs.we_stop"
    CALL_ME = "signs.call_me"
    CALL_DOCTOR = "signs.call_doctor"
