"""The coach looks at what the therapist wrote, never at what the client said, and asks about each word once."""

from alliance_desktop.domain.coach import Finding, FindingKind, findings, findings_in
from alliance_desktop.domain.plan import Commitment, Goal, PlanContent, Signs
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.domain.word_swap import SwapKind, WordSwap

SWAPS = (
    WordSwap(SwapKind.PLAINER, "en", "trapezius", "muscle from neck to shoulder"),
    WordSwap(SwapKind.KINDER, "en", "complains of", "says"),
)


def test_each_finding_names_its_sentence_and_the_better_word() -> None:
    told = findings(["The right trapezius is on guard. She complains of it.", "Trapezius again."], SWAPS)
    assert told == (
        Finding(FindingKind.KINDER, "She complains of it", "complains of", "says"),
        Finding(FindingKind.PLAINER, "The right trapezius is on guard", "trapezius", "muscle from neck to shoulder"),
    )


def test_a_long_sentence_is_told_with_its_length_and_a_short_form_as_it_is() -> None:
    long = " ".join(["word"] * 21)
    told = findings([long, "Better ROM"], ())
    assert [(finding.kind, finding.word, finding.length) for finding in told] == [
        (FindingKind.SHORT_FORM, "ROM", 0), (FindingKind.LONG, "", 21),
    ]  # fmt: skip


def test_the_client_s_words_are_never_asked_about() -> None:
    said = Said("My trapezius, she complains of it")
    content = PlanContent(
        said, (Goal("g", said, "Trapezius at ease"),), signs=Signs(call_me="It aches"), strengths=said
    )
    assert [finding.sentence for finding in findings_in(content, SWAPS)] == ["Trapezius at ease"]


def test_when_to_stop_and_call_is_never_softened() -> None:
    weak = (WordSwap(SwapKind.KINDER, "en", "weak", "not strong yet"),)
    step = Commitment("c", Whose.CLIENT, "Walk", stop_if="A leg gets weak")
    content = PlanContent(commitments=(step,), signs=Signs("", "A weak leg", "A weak leg", "A leg feels weak"))
    assert findings_in(content, weak) == ()
