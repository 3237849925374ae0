"""Two long plans of four goals, nearly alike: what changed in them told word by word, and one of them coached."""

import random
from dataclasses import replace
from datetime import date

from alliance_desktop import resources
from alliance_desktop.domain import coach, word_swap
from alliance_desktop.domain.plain_words import words_in
from alliance_desktop.domain.plan import Commitment, Goal, PlanContent, Reservation, Signs, Way
from alliance_desktop.domain.plan_changes import in_words
from alliance_desktop.domain.plan_snapshot import changes_since
from alliance_desktop.domain.plan_texts import told
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.domain.word_swap import SwapKind, WordSwap
from tests.benchmarks.timing import best_of

# Told word by word, the changes cost so many times what reading both plans costs; with blanks as words of their own it
# would be five times as much.
CHANGED = 20.0
COACHED = 60.0
_RUNS = 30
_WORDS = words_in(
    "the shoulder and neck are sore in the morning so we work slowly with warm hands on chronic tension of trapezius "
    "and fascia each week then rest walk sleep better garden lift child reach shelf drive home breathe"
)
_EVERY = 9


def what_changed() -> tuple[float, float]:
    """Find and tell the changes of two plans, and read both of them word by word; in milliseconds."""
    before, after = plans()
    texts = [text for content in (before, after) for _whose, text in told(content)]
    return best_of(_RUNS, lambda: in_words(changes_since(before, after), {})), _reading(texts)


def coaching() -> tuple[float, float]:
    """Measure one plan and look through it for better words, and read it word by word; in milliseconds."""
    content, _after = plans()
    swaps = tuple(swap for kind in SwapKind for swap in _shipped(kind))
    texts = [text for _whose, text in told(content)]

    def coached() -> object:
        return coach.findings_in(content, swaps), coach.reading_in(content, "en")

    return best_of(_RUNS, coached), _reading(texts)


def plans() -> tuple[PlanContent, PlanContent]:
    """A plan of four goals with everything filled in, and the same after a review that changed words all over it."""
    chance = random.Random(7)

    def text(words: int) -> str:
        said = (" ".join(chance.choice(_WORDS) for _word in range(11)).capitalize() for _said in range(words // 11 + 1))
        return ". ".join(said) + "."

    def said(words: int) -> Said:
        return Said(text(words))

    before = PlanContent(
        what_matters=said(60),
        goals=tuple(
            Goal(
                f"g{n}", said(25), text(20), text(20), 3, 8, date(2026, 6, 1), tuple(text(8) for _ in range(5)), 0, 2, 2
            )
            for n in range(4)
        ),
        commitments=tuple(Commitment(f"c{n}", Whose.CLIENT, text(10), text(10), None, text(8), 7) for n in range(6)),
        ways=tuple(Way(f"w{n}", text(10), text(15), text(15), text(10)) for n in range(4)),
        reservations=tuple(Reservation(f"r{n}", said(15), text(20)) for n in range(3)),
        reflection=text(40),
        understanding=text(120),
        strengths=said(40),
        signs=Signs(text(20), text(20), text(20), text(20)),
    )

    def changed(text: str) -> str:
        words = text.split()
        words[::_EVERY] = [chance.choice(_WORDS) for _word in words[::_EVERY]]
        return " ".join(words)

    return before, replace(
        before,
        what_matters=Said(changed(before.what_matters.words)),
        reflection=changed(before.reflection),
        understanding=changed(before.understanding),
        goals=tuple(
            replace(
                g,
                said=Said(changed(g.said.words)),
                professional=changed(g.professional),
                activity=changed(g.activity),
                ladder=tuple(changed(step) for step in g.ladder),
            )
            for g in before.goals
        ),
        commitments=tuple(replace(c, what=changed(c.what), how=changed(c.how)) for c in before.commitments),
        ways=tuple(
            replace(w, what=changed(w.what), good=changed(w.good), less_good=changed(w.less_good)) for w in before.ways
        ),
        signs=Signs(
            *(
                changed(sign)
                for sign in (
                    before.signs.it_works,
                    before.signs.we_stop,
                    before.signs.call_me,
                    before.signs.call_doctor,
                )
            )
        ),
    )


def _reading(texts: list[str]) -> float:
    return best_of(_RUNS, lambda: [words_in(text) for text in texts])


def _shipped(kind: SwapKind) -> tuple[WordSwap, ...]:
    return word_swap.read(resources.text("words", f"{kind}.en.txt"), kind, "en")
