"""The coach looks at what the therapist wrote, never at what the client said, and asks about each word once."""

from alliance_desktop.domain.coach import FindingKind, findings, findings_in, reading_in, reading_words
from alliance_desktop.domain.plain_words import Reading
from alliance_desktop.domain.plan import Commitment, Goal, PlanContent, Signs
from alliance_desktop.domain.voice import Said, Whose
from alliance_desktop.domain.word_swap import SwapKind, WordSwap

SWAPS = (
    WordSwap(SwapKind.PLAINER, "en", "trapezius", "muscle from neck to shoulder"),
    WordSwap(SwapKind.PLAINER, "en", "tendon", "cord"),
    WordSwap(SwapKind.PLAINER, "en", "ROM", "how far it moves"),
    WordSwap(SwapKind.KINDER, "en", "complains of", "says"),
)


def test_each_finding_names_its_sentence_and_the_better_word() -> None:
    told = findings(["The right trapezius is on guard. She complains of it.", "Trapezius again."], SWAPS)
    assert [(finding.kind, finding.sentence, finding.word, finding.instead) for finding in told] == [
        (FindingKind.KINDER, "She complains of it", "complains of", "says"),
        (FindingKind.PLAINER, "The right trapezius is on guard", "trapezius", "muscle from neck to shoulder"),
    ]


def test_the_forms_of_one_word_are_one_finding() -> None:
    told = findings(["The tendons are sore. One tendon more than the other, and the tendon’s end."], SWAPS)
    assert [finding.word for finding in told] == ["tendons"]
    (left,) = findings(["One tendon is sore"], SWAPS)
    assert left.about == told[0].about, "what was left alone in one form is left alone in the others"


def test_a_short_form_that_is_asked_about_as_a_word_is_asked_about_once() -> None:
    told = findings(["Less ROM. All ROMs are less. PROM too, all PROMs."], SWAPS)
    assert [(finding.kind, finding.word) for finding in told] == [
        (FindingKind.PLAINER, "ROM"), (FindingKind.SHORT_FORM, "PROM"),
    ]  # fmt: skip


def test_a_long_sentence_is_told_with_its_length_and_a_short_form_as_it_is() -> None:
    long = " ".join(["word"] * 21)
    told = findings([long, "Better MFR"], ())
    assert [(finding.kind, finding.word, finding.length) for finding in told] == [
        (FindingKind.SHORT_FORM, "MFR", 0), (FindingKind.LONG, "", 21),
    ]  # fmt: skip


def test_the_client_s_words_are_never_asked_about() -> None:
    said = Said("My trapezius, she complains of it")
    content = PlanContent(
        said, (Goal("g", said, "Trapezius at ease"),), signs=Signs(call_me="It aches"), strengths=said
    )
    assert [finding.sentence for finding in findings_in(content, SWAPS)] == ["Trapezius at ease"]


def test_when_to_stop_and_call_is_never_softened_but_has_no_short_forms() -> None:
    weak = (WordSwap(SwapKind.KINDER, "en", "weak", "not strong yet"),)
    step = Commitment("c", Whose.CLIENT, "Walk", stop_if="A leg gets weak")
    content = PlanContent(commitments=(step,), signs=Signs("", "A weak leg", "A weak leg", "Signs of a DVT"))
    assert [(each.kind, each.word) for each in findings_in(content, weak)] == [(FindingKind.SHORT_FORM, "DVT")]


def test_only_our_own_prose_is_measured() -> None:
    ours = "Put the warm pack on your low back each evening. Stop if it gets sore. Rest for a while. "
    hard = Said("Paravertebral hypertonicity necessitates rehabilitation. " * 9)
    content = PlanContent(hard, understanding=ours * 2, strengths=hard)
    measured, german = reading_in(content, "en"), reading_in(content, "de")
    assert measured is not None
    assert measured.grade is not None
    assert measured.grade < 4
    assert german is not None
    assert (german.grade, german.sentence) == (None, measured.sentence)
    assert reading_in(PlanContent(hard, understanding=ours), "en") is None, "nineteen words are too few"


def test_a_measure_is_said_in_words_and_where_it_is_hard_with_what_helps() -> None:
    english = [Reading(9.0, 4.0, grade) for grade in (-1.2, 8.0, 8.01)]
    assert [reading_words(measured) for measured in (*english, Reading(11.4, 28.5), Reading(11.4, 28.6))] == [
        "It reads at school grade 1.",
        "It reads at school grade 8.",
        "It reads at school grade 9. Shorter words and sentences bring it to 8 or lower.",
        "11 words in a sentence on average; 28 of 100 words have 7 letters or more.",
        "11 words in a sentence on average; 29 of 100 words have 7 letters or more. Shorter ones are easier to read.",
    ]
