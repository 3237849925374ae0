"""The plain-words coach: sentence by sentence, what a reader may stumble over, and what to say instead."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from alliance_desktop.domain.plain_words import (
    EASY_GRADE,
    LONG_WORD,
    Reading,
    reading,
    sentences,
    unexplained,
    words_in,
)
from alliance_desktop.domain.plan import PlanContent
from alliance_desktop.domain.plan_texts import told
from alliance_desktop.domain.voice import Whose
from alliance_desktop.domain.word_swap import SwapKind, WordSwap, swaps_in
from alliance_desktop.words import _

LONG_SENTENCE = 20


class FindingKind(StrEnum):
    """What a reader may stumble over."""

    KINDER = "kinder"
    PLAINER = "plainer"
    SHORT_FORM = "short form"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Finding:
    """One place: the sentence it stands in, the word itself, and what to say instead where there is something.

    ``listed`` is the word as it is listed: what all its forms have in common. For a sentence that is long ``word`` is
    empty and ``length`` says how many words it has.
    """

    kind: FindingKind
    sentence: str
    word: str = ""
    instead: str = ""
    length: int = 0
    listed: str = ""

    @property
    def about(self) -> tuple[FindingKind, str]:
        """What is asked about once: a word in all its forms, or a sentence."""
        return self.kind, (self.listed or self.word or self.sentence).casefold()


_OF_SWAP = {SwapKind.KINDER: FindingKind.KINDER, SwapKind.PLAINER: FindingKind.PLAINER}


def findings(
    texts: Iterable[str], swaps: Sequence[WordSwap], as_they_stand: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Return what a reader may stumble over, unkind words first, each word once whatever its form.

    In texts ``as_they_stand`` no word is said otherwise.
    """
    texts = list(texts)
    found: dict[tuple[FindingKind, str], Finding] = {}
    forms = set()

    def note(finding: Finding) -> None:
        found.setdefault(finding.about, finding)

    for text in texts:
        for said in sentences(text):
            for place in swaps_in(said, swaps) if text not in as_they_stand else ():
                forms.add(place.found)
                kind, listed = _OF_SWAP[place.swap.kind], place.swap.word
                note(Finding(kind, said, place.found, place.instead, listed=listed))
            length = len(words_in(said))
            if length > LONG_SENTENCE:
                note(Finding(FindingKind.LONG, said, length=length))
    for form in unexplained(texts):
        if form not in forms:
            note(Finding(FindingKind.SHORT_FORM, form, form, listed=form.removesuffix("s")))
    order = list(FindingKind)
    return tuple(sorted(found.values(), key=lambda finding: order.index(finding.kind)))


def findings_in(content: PlanContent, swaps: Sequence[WordSwap]) -> tuple[Finding, ...]:
    """Look through a plan: what the therapist or both wrote; the client's own words are theirs.

    When to stop and whom to call is never softened: "weak" and "numb" mean what they say there.
    """
    signs = {content.signs.call_me, content.signs.call_doctor, content.signs.we_stop}
    signs |= {step.stop_if for step in content.commitments}
    return findings(_ours(content), swaps, signs)


def reading_in(content: PlanContent, language: str) -> Reading | None:
    """How hard a plan in a language (ISO code) is to read, but for the client's own words; None where it is short."""
    return reading(_ours(content), language)


def _ours(content: PlanContent) -> list[str]:
    return [text for whose, text in told(content) if whose is not Whose.CLIENT]


def reading_words(measured: Reading) -> str:
    """Say how hard it is to read, and what would help where it is hard."""
    if measured.grade is not None:
        if measured.is_easy:
            return _("It reads at school grade {grade}.").format(grade=max(1, round(measured.grade)))
        words = _("It reads at school grade {grade}. Shorter words and sentences bring it to {easy} or lower.")
        return words.format(grade=max(round(measured.grade), EASY_GRADE + 1), easy=EASY_GRADE)
    words = _("{n} words in a sentence on average; {long} of 100 words have {letters} letters or more.")
    told = words.format(n=round(measured.sentence), long=round(measured.long_words), letters=LONG_WORD)
    return told if measured.is_easy else _("{told} Shorter ones are easier to read.").format(told=told)
