"""The plain-words coach: sentence by sentence, what a reader may stumble over, and what to say instead."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from alliance_desktop.domain.plain_words import sentences, unexplained, words_in
from alliance_desktop.domain.plan import PlanContent
from alliance_desktop.domain.plan_texts import told
from alliance_desktop.domain.voice import Whose
from alliance_desktop.domain.word_swap import SwapKind, WordSwap, swaps_in

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

    For a sentence that is long ``word`` is empty and ``length`` says how many words it has.
    """

    kind: FindingKind
    sentence: str
    word: str = ""
    instead: str = ""
    length: int = 0


_OF_SWAP = {SwapKind.KINDER: FindingKind.KINDER, SwapKind.PLAINER: FindingKind.PLAINER}


def findings(texts: Iterable[str], swaps: Sequence[WordSwap]) -> tuple[Finding, ...]:
    """Return what a reader may stumble over, unkind words first, each word once."""
    texts = list(texts)
    found: dict[tuple[FindingKind, str], Finding] = {}
    for text in texts:
        for said in sentences(text):
            for place in swaps_in(said, swaps):
                kind = _OF_SWAP[place.swap.kind]
                found.setdefault((kind, place.found.casefold()), Finding(kind, said, place.found, place.instead))
            length = len(words_in(said))
            if length > LONG_SENTENCE:
                found.setdefault((FindingKind.LONG, said), Finding(FindingKind.LONG, said, length=length))
    for form in unexplained(texts):
        if (FindingKind.PLAINER, form.casefold()) not in found:
            found[FindingKind.SHORT_FORM, form] = Finding(FindingKind.SHORT_FORM, form, form)
    order = list(FindingKind)
    return tuple(sorted(found.values(), key=lambda finding: order.index(finding.kind)))


def findings_in(content: PlanContent, swaps: Sequence[WordSwap]) -> tuple[Finding, ...]:
    """Look through a plan: what the therapist or both wrote; the client's own words are theirs.

    When to stop and whom to call is never softened: "weak" and "numb" mean what they say there.
    """
    signs = {content.signs.call_me, content.signs.call_doctor, content.signs.we_stop}
    signs |= {step.stop_if for step in content.commitments}
    ours = [text for whose, text in told(content) if whose is not Whose.CLIENT]
    return findings([text for text in ours if text not in signs], swaps)
