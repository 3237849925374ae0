"""Papers about the visits, and letters, as anybody's may be: as most are, or as large as the editors let them be."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from alliance_desktop.domain.alliance import Strand, StrandStory
from alliance_desktop.domain.appointment import Appointment, Became
from alliance_desktop.domain.body_share import ShareChange
from alliance_desktop.domain.chart import Chart, Event, EventKind, Series
from alliance_desktop.domain.document import DocumentKind
from alliance_desktop.domain.letter import LetterDraft, LetterPaper, LetterPart, parts_of
from alliance_desktop.domain.measure import Better
from alliance_desktop.domain.plan import Commitment, Goal, Signs
from alliance_desktop.domain.practice import Practice
from alliance_desktop.domain.progress_paper import GoalWay, ProgressPaper
from alliance_desktop.domain.scale import Item, Method, Scale
from alliance_desktop.domain.scale_answers import AnswerDraft, Filled, KeptAnswers, KeptScale
from alliance_desktop.domain.session import Rating
from alliance_desktop.domain.visit_paper import VisitPaper
from alliance_desktop.domain.voice import Said, Whose
from tests.documents.any_plan import Writer
from tests.domain.any_scale import neck

BEGAN, TODAY = date(2026, 5, 4), date(2026, 11, 26)
LADDER = (
    "I do not lift him", "I lift him and hurt all day", "I lift him, fine within an hour",
    "I lift him and think nothing of it", "I carry him up the stairs",
)  # fmt: skip
STEPS = (
    Commitment("c1", Whose.CLIENT, "Warm pack", "Each evening, 15 minutes", TODAY, "the skin gets sore"),
    Commitment("c2", Whose.CLIENT, "Cat stretch", "Each morning, 8 slow times"),
)


def progress(practice: Practice) -> ProgressPaper:
    """How it went with Maria: two numbers over seven visits, a goal with steps, an activity, all that can be on it."""
    days = [BEGAN + timedelta(days=29 * n) for n in range(7)]
    tension = Series("Tension", tuple(zip(days, (8, 7, 7, 5, 6, 4, 3), strict=True)), Better.LESS)
    sleep = Series("Sleep", tuple(zip(days[1:], (3, 4, 4, 6, 6, 7), strict=True)), Better.MORE)
    events = (Event(BEGAN, EventKind.PLAN, "plan, version 1"), Event(days[3], EventKind.REPAIR, "repair"))
    goals = (
        GoalWay(Goal("g1", Said("Lift Leo with no fear"), ladder=LADDER, step=0), LADDER[0], None, BEGAN),
        GoalWay(Goal("g2", Said("Sleep all night"), "Night pain", "Sleep through", 6, 8), "", 3, BEGAN),
    )
    strands = tuple(
        StrandStory(strand, (5.0, 7.5 if strand is Strand.TOUCH else 5.0), (BEGAN, TODAY)) for strand in Strand
    )
    chart, scales = Chart((tension, sleep), events), (scale(neck(), days[::3], (3, 5, 8)),)
    return ProgressPaper(practice, "Maria", TODAY, chart, goals, strands, ShareChange(14, 6), scales=scales)


def scale(scale: Scale, days: Sequence[date], answers: Sequence[int]) -> Filled:
    """A scale as it was filled in on these days, every item of a time with the same number."""
    kept = KeptScale(1, "u", scale, datetime(2026, 5, 4, tzinfo=UTC))
    times = (
        KeptAnswers(place, 1, kept, AnswerDraft(day, (answer,) * len(scale.items)))
        for place, (day, answer) in enumerate(zip(days, answers, strict=True), 1)
    )
    return Filled(scale, tuple(times))


def visit(practice: Practice) -> VisitPaper:
    """One visit of Maria's, with everything that can be on its summary."""
    coming = Appointment(1, "a1", 1, "Maria Feldner", "", TODAY + timedelta(days=7), time(10), 60, "", Became.PLANNED)
    return VisitPaper(
        practice,
        "Maria",
        7,
        TODAY,
        "I lifted Leo on Sunday. It was sore for an hour, then gone.",
        "Low back and hips, slow and firm.\nThe neck only briefly.",
        "Warm and heavy, then sleepy.",
        (Rating("Tension", 6, 3), Rating("Sleep", 4, None)),
        "Look up the cushion for the choir chair",
        STEPS,
        Signs("", "", "you hurt more for two days after a visit", "a leg goes weak or numb"),
        coming,
    )


def letter(kind: DocumentKind, practice: Practice) -> LetterPaper:
    """A letter about Maria or to her, with every part ticked."""
    words = {
        LetterPart.TO: "Dr. Eva Lind\nHill Practice\nLark Street 3",
        LetterPart.ABOUT: "Maria Feldner",
        LetterPart.BORN: "born 3 May 1970",
        LetterPart.GREETING: "Dear Dr. Lind,",
        LetterPart.REASON: "Her left leg has been going numb since Sunday.",
        LetterPart.GOALS: "“Lift Leo with no fear”\nAt first: I do not lift him.\n\nSleep: 6 of 10.",
        LetterPart.HELPED: "- “My choir.”\n- Hands and home",
    }
    told = {part: words.get(part, f"What stands under {part.value}.") for part in parts_of(kind)}
    return LetterPaper(practice, "Maria", TODAY, LetterDraft(kind, told, frozenset(told)))


def has_own_record(kind: DocumentKind) -> bool:
    """True for a paper that is drawn neither from a plan's version nor from what is the same for anybody."""
    return kind.of_visits or kind.is_letter


def of_kind(kind: DocumentKind, practice: Practice) -> ProgressPaper | VisitPaper | LetterPaper:
    """The record of this kind, filled in."""
    if kind.is_letter:
        return letter(kind, practice)
    return progress(practice) if kind is DocumentKind.PROGRESS else visit(practice)


def by_chance(kind: DocumentKind, practice: Practice, writer: Writer) -> ProgressPaper | VisitPaper | LetterPaper:
    """A record of this kind as anybody's may be."""
    if kind.is_letter:
        words = {part: writer.area() for part in parts_of(kind)}
        ticked = frozenset(part for part in parts_of(kind) if writer.chance.random() < 0.7)
        return LetterPaper(practice, writer.line(20), TODAY, LetterDraft(kind, words, ticked))
    return _progress(practice, writer) if kind is DocumentKind.PROGRESS else _visit(practice, writer)


def _progress(practice: Practice, writer: Writer) -> ProgressPaper:
    chance, content = writer.chance, writer.content()
    days = [
        BEGAN + timedelta(days=n * chance.randint(1, 20)) for n in range(chance.randint(1, 12 if writer.usual else 90))
    ]
    dated = sorted(set(days))
    series = tuple(
        Series(
            writer.line(20) or "ease", tuple((day, chance.randint(0, 10)) for day in dated), chance.choice(list(Better))
        )
        for _each in range(chance.randint(1, 3))
    )
    events = [
        Event(chance.choice(dated), kind, "plan, version 1") for kind in EventKind for _n in range(chance.randint(0, 4))
    ]
    chart = Chart(series, tuple(sorted(events, key=lambda event: event.day)))
    ways = tuple(
        GoalWay(goal, writer.line(), chance.choice((None, 0, 4, 10)), chance.choice((None, BEGAN)))
        for goal in content.goals
    )
    stories = tuple(StrandStory(strand, (2.5, chance.choice((0.0, 2.5, 10.0))), (BEGAN, TODAY)) for strand in Strand)
    return ProgressPaper(
        practice,
        writer.line(20),
        TODAY,
        chance.choice((chart, chart, None)),
        ways,
        chance.choice((stories, ())),
        chance.choice((None, ShareChange(20, 0))),
        scales=tuple(_scale(writer, dated) for _n in range(chance.randint(0, 2))),
    )


def _scale(writer: Writer, days: Sequence[date]) -> Filled:
    chance = writer.chance
    made = Scale(
        writer.line(20)[:60] or "Scale",
        (Item("Question"),) * chance.randint(1, 12),
        0,
        chance.choice((4, 10, 100)),
        writer.line(5)[:40] or "little",
        writer.line(5)[:40] or "much",
        chance.choice(list(Method)),
    )
    return scale(made, days, [chance.randint(0, made.highest) for _day in days])


def _visit(practice: Practice, writer: Writer) -> VisitPaper:
    chance, content = writer.chance, writer.content()
    numbers = (None, *range(11))
    ratings = tuple(Rating(writer.line(20) or "ease", chance.choice(numbers), 5) for _n in range(chance.randint(0, 4)))
    steps = tuple(step for step in content.promised(Whose.CLIENT) if step.what or step.how)
    told = (writer.area(), writer.area(), writer.area())
    made = VisitPaper(practice, writer.line(20), chance.randint(1, 400), TODAY, *told, ratings, writer.line(), steps)
    return replace(
        made, signs=content.signs, marks=content.marks, next_visit=chance.choice((None, visit(practice).next_visit))
    )
