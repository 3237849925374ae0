"""What the rules about the course of the work found, A6 to A11, A13 and A14, and how to say it."""

from dataclasses import dataclass
from datetime import date, datetime

from alliance_desktop.domain.moments import local_day
from alliance_desktop.domain.real_change import activity_rule_words, pain_rule_words
from alliance_desktop.words import _, counted, day_words, number_words


def _signed(number: float) -> str:
    """A change with its sign; a minus, not a hyphen."""
    return f"{'−' if number < 0 else '+'}{number_words(abs(number))}"


@dataclass(frozen=True, slots=True)
class Pain:
    """Pain before a visit, 0 to 10: at first and now, with the days."""

    first: int
    first_on: date
    now: int
    now_on: date

    @property
    def words(self) -> str:
        return _("Pain: {first} of 10 on {first_day}, {now} on {now_day}.").format(
            first=self.first, first_day=day_words(self.first_on), now=self.now, now_day=day_words(self.now_on)
        )


@dataclass(frozen=True, slots=True)
class Drift:
    """The last visit, how many days ago it was, how many are many, and the usual days between visits if known."""

    last: date
    days: int
    limit: float
    rhythm: float | None

    @property
    def gravity(self) -> tuple[float, ...]:
        return (0.0,)

    @property
    def asks(self) -> str:
        return _("Worth a short note without any pressure: how are you, and would you like to come again?")

    @property
    def told(self) -> str:
        told = _("No next visit is booked, and the last was {n} days ago, on {day}.").format(
            n=self.days, day=day_words(self.last)
        )
        if self.rhythm is None:
            return told
        usual = _("Usually {n} days lie between two visits.").format(n=number_words(self.rhythm))
        return f"{told} {usual}"

    @property
    def rule(self) -> str:
        return _(
            "Worth asking after more than {n} days. Massage clients named a regular appointment as one reason to come "
            "back (focus groups in New Zealand); the number itself is ours."
        ).format(n=number_words(self.limit))


@dataclass(frozen=True, slots=True)
class NotMoved:
    """How many visits of the plan there were, and what did not move; None is what nobody looked at again.

    ``goals`` is how many goals were looked at again, ``activity`` the change in the mean of the activities.
    """

    visits: int
    first: int
    last: int
    goals: int | None
    activity: float | None
    pain: Pain | None
    is_last_look: bool = False

    @property
    def gravity(self) -> tuple[float, ...]:
        # What got worse than at first has a rule of its own.
        return (0.0,)

    @property
    def asks(self) -> str:
        if self.is_last_look:
            return _("Worth asking: would another way, or somebody else, help you more than I do?")
        return _("Worth asking: what do we keep, what do we change in the way or the goal, or who else could help?")

    @property
    def told(self) -> str:
        told = [counted("{n} visit of this plan.", "{n} visits of this plan.", self.visits)]
        if self.goals is not None:
            told.append(
                counted(
                    "{n} goal was looked at again and has not moved up.",
                    "{n} goals were looked at again and none has moved up.",
                    self.goals,
                )
            )
        if self.activity is not None:
            told.append(_("Activities: {change} of 10 in their mean.").format(change=_signed(self.activity)))
        if self.pain is not None:
            told.append(self.pain.words)
        return " ".join(told)

    @property
    def rule(self) -> str:
        rule = _(
            "A look at the visits {first} to {last} of a plan when nothing that was looked at again has moved: a rule "
            "of thumb, not a tested limit."
        ).format(first=self.first, last=self.last)
        sources = [activity_rule_words()] if self.activity is not None else []
        sources += [pain_rule_words(self.pain.first)] if self.pain is not None else []
        return " ".join((rule, *sources))


@dataclass(frozen=True, slots=True)
class Worse:
    """What got worse since the first: pain, the mean of the activities, or what the client said; None is not so."""

    pain: Pain | None
    activity: float | None
    said_on: date | None
    pain_limit: int
    activity_limit: float

    @property
    def gravity(self) -> tuple[float, ...]:
        pain = 0 if self.pain is None else self.pain.now - self.pain.first
        return (pain, -(self.activity or 0.0), float(self.said_on is not None))

    @property
    def asks(self) -> str:
        return _("Worth going through the safety questions first, and then asking what they have noticed.")

    @property
    def told(self) -> str:
        told = [] if self.pain is None else [self.pain.words]
        if self.activity is not None:
            told.append(_("Activities: {change} of 10 in their mean.").format(change=_signed(self.activity)))
        if self.said_on is not None:
            told.append(_("On {day} they said that it was worse.").format(day=day_words(self.said_on)))
        return " ".join(told)

    @property
    def rule(self) -> str:
        return _(
            "Worth a look when pain is up by {points} points, activities are down by {activity} in their mean, or the "
            "client says so. About two points of pain are a difference that matters to people (Farrar 2001, 2,724 "
            "with chronic pain); 1.3 points of activities are small but real (J Orthop Sports Phys Ther 2014;44:560)."
        ).format(points=self.pain_limit, activity=number_words(self.activity_limit))


@dataclass(frozen=True, slots=True)
class Missed:
    """The days of the visits that were cancelled late or not kept, of the last so many."""

    days: tuple[date, ...]
    visits: int
    limit: int
    limit_of: int

    @property
    def gravity(self) -> tuple[float, ...]:
        return (len(self.days),)

    @property
    def asks(self) -> str:
        return _("Worth asking whether the time, the cost and the way we work still suit them.")

    @property
    def told(self) -> str:
        return _("Of the last {of} visits these did not take place: {days}.").format(
            of=self.visits, days=", ".join(day_words(day) for day in self.days)
        )

    @property
    def rule(self) -> str:
        return _(
            "Worth asking when {n} of the last {of} did not take place, and not about a fee. Cancelling can be a quiet "
            "way of drawing back; the number itself is ours."
        ).format(n=self.limit, of=self.limit_of)


@dataclass(frozen=True, slots=True)
class PastDue:
    """The open promises whose day has passed: the day, and the promise's id; the oldest day first."""

    promises: tuple[tuple[date, int], ...]

    @property
    def gravity(self) -> tuple[float, ...]:
        return (len(self.promises),)

    @property
    def asks(self) -> str:
        return counted(
            "Worth doing before they come, or saying openly: {n} promise of yours is past its day.",
            "Worth doing before they come, or saying openly: {n} promises of yours are past their day.",
            len(self.promises),
        )

    @property
    def told(self) -> str:
        days = ", ".join(day_words(day) for day, _id in self.promises)
        return _("Due on {days}.").format(days=days)

    @property
    def rule(self) -> str:
        return _(
            "Every promise to a client that is not done when its day, or the next visit, has passed. A rule of ours: "
            "what was said should be seen to be heard."
        )


@dataclass(frozen=True, slots=True)
class PlanStale:
    """Why the plan is to be looked at again: its day has come, or so many of the planned visits are done.

    ``looks`` is how many of the two ``shares`` (percent of the planned visits) are reached; None is what is not so.
    """

    review_on: date | None
    done: int | None
    planned: int | None
    looks: int
    shares: tuple[int, int]

    @property
    def gravity(self) -> tuple[float, ...]:
        return (float(self.review_on is not None), self.looks)

    @property
    def asks(self) -> str:
        return _("Worth looking at the plan together again: what still holds, and what has changed?")

    @property
    def told(self) -> str:
        told = []
        if self.review_on is not None:
            told.append(_("The review was set for {day}.").format(day=day_words(self.review_on)))
        if self.done is not None:
            told.append(_("{done} of {planned} planned visits are done.").format(done=self.done, planned=self.planned))
        return " ".join(told)

    @property
    def rule(self) -> str:
        return _(
            "Worth a review on the day that both agreed, and when {early} % and {late} % of the planned visits are "
            "done: a habit taken from physiotherapy."
        ).format(early=self.shares[0], late=self.shares[1])


@dataclass(frozen=True, slots=True)
class Unsigned:
    """How many notes are open too long and since when, and since when and for how many visits a plan is not signed."""

    notes: int
    oldest: datetime | None
    plan_since: date | None
    plan_visits: int
    hours: int
    visits: int

    @property
    def gravity(self) -> tuple[float, ...]:
        return (self.notes, float(self.plan_since is not None))

    @property
    def asks(self) -> str:
        if self.plan_since is None:
            return _("Worth finishing today: the notes that are not signed yet.")
        if self.oldest is None:
            return _("Worth asking at the next visit whether the plan is right as it is, and signing it together.")
        return _("Worth finishing: the notes that are not signed yet, and at the next visit the plan, together.")

    @property
    def told(self) -> str:
        told = []
        if self.oldest is not None:
            notes = counted("{n} note is not signed yet", "{n} notes are not signed yet", self.notes)
            told.append(_("{notes}, since {day}.").format(notes=notes, day=day_words(local_day(self.oldest))))
        if self.plan_since is not None:
            visits = counted("{n} visit ago", "{n} visits ago", self.plan_visits)
            told.append(
                _("The plan was laid out on {day}, {visits}.").format(day=day_words(self.plan_since), visits=visits)
            )
        return " ".join(told)

    @property
    def rule(self) -> str:
        return _(
            "Notes that are open for more than {hours} hours, and a plan that is unsigned for more than {visits} "
            "visits. A rule of ours: what is written soon is remembered rightly."
        ).format(hours=self.hours, visits=self.visits)
