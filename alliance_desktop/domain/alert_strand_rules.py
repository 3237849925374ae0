"""The alert rules about the closing check, A1 to A5 and A12; each reads one client's course and nothing else.

A visit without a closing check, or with one that was skipped, says nothing either way: it is passed over.
"""

from collections.abc import Iterator
from statistics import median

from alliance_desktop.domain.alert import Alert, Rule
from alliance_desktop.domain.alert_history import Course
from alliance_desktop.domain.alert_strand_facts import Drop, FlatTop, Gap, LowAnswer, NotAsked, StaysLow
from alliance_desktop.domain.alert_thresholds import Thresholds
from alliance_desktop.domain.alliance import HIGHEST, ClosingCheck, Strand, gaps, index, strand_score


def low(course: Course, limits: Thresholds) -> Iterator[Alert]:
    """A1: the newest answer of a strand is low."""
    for strand, answered in course.answers.items():
        if answered and answered[-1][1] <= limits.low_answer:
            day, answer = answered[-1]
            yield Alert(Rule.LOW, day, LowAnswer(strand, day, answer, limits.low_answer), strand)


def drop(course: Course, limits: Thresholds) -> Iterator[Alert]:
    """A2: a strand's newest score lies well below the median of the ones before; needs all of those."""
    for strand, answered in course.answers.items():
        if len(answered) <= limits.drop_looks_back:
            continue
        day, answer = answered[-1]
        earlier = answered[-1 - limits.drop_looks_back : -1]
        score, usual = strand_score(answer), median(strand_score(each) for _day, each in earlier)
        if usual - score >= limits.drop:
            days = tuple(each for each, _answer in earlier)
            yield Alert(Rule.DROP, day, Drop(strand, day, score, days, usual, limits.drop), strand)


def stays_low(course: Course, limits: Thresholds) -> Iterator[Alert]:
    """A3: the index was low at the last checks, one after the other."""
    run = []
    for day, check in reversed(course.checked):
        whole = index(check)
        if whole is None or whole >= limits.stays_low_index:
            break
        run.append((day, whole))
    if len(run) >= limits.stays_low_visits:
        shown = tuple(reversed(run[: limits.stays_low_visits]))
        yield Alert(Rule.STAYS_LOW, run[-1][0], StaysLow(shown, limits.stays_low_index))


def flat_top(course: Course, limits: Thresholds) -> Iterator[Alert]:
    """A4: everything was answered, with the highest, at the last checks."""
    run = []
    for day, check in reversed(course.checked):
        if not _all_highest(check):
            break
        run.append(day)
    if len(run) >= limits.flat_top_visits:
        yield Alert(Rule.FLAT_TOP, run[-1], FlatTop(tuple(reversed(run[: limits.flat_top_visits]))))


def _all_highest(check: ClosingCheck) -> bool:
    return all(check.answers.get(strand) == HIGHEST for strand in Strand)


def not_asked(course: Course, limits: Thresholds) -> Iterator[Alert]:
    """A5: no closing check at the last visits; today's is not over yet, and one that was skipped was asked."""
    run = []
    for visit in reversed(course.kept):
        if visit.check is not None:
            break
        if visit.day < course.today:
            run.append(visit.day)
    if len(run) >= limits.not_asked_visits:
        yield Alert(Rule.NOT_ASKED, run[-1], NotAsked(len(run), run[-1], limits.not_asked_visits))


def gap(course: Course, limits: Thresholds) -> Iterator[Alert]:
    """A12: the guess beside the newest check was well above the answer."""
    if not course.checked:
        return
    day, check = course.checked[-1]
    for strand, apart in gaps(check).items():
        if apart >= limits.gap:
            guessed, answered = strand_score(check.guess[strand]), strand_score(check.answers[strand])
            yield Alert(Rule.GAP, day, Gap(strand, day, guessed, answered, limits.gap), strand)
