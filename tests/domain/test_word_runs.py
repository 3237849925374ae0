"""What changed inside a text is shown word by word, and both wordings can be read from it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from alliance_desktop.domain.word_runs import Run, RunKind, runs_between, set_apart

# Words that often come again, as they do in a plan, and signs of every kind.
sentences = st.lists(st.sampled_from(("rest", "walk", "sleep", "the", ".", "\n")), max_size=30).map(" ".join)
words = sentences | st.text(alphabet="ab c.é日本語אב", max_size=40)


def told(before: str, after: str) -> str:
    signs = {RunKind.KEPT: "{}", RunKind.OUT: "[-{}-]", RunKind.IN: "[+{}+]"}
    return "".join(signs[run.kind].format(run.words) for run in runs_between(before, after))


def side(runs: tuple[Run, ...], *kinds: RunKind) -> str:
    return "".join(run.words for run in runs if run.kind in kinds)


def test_one_word_is_another() -> None:
    before, after = "I want to garden for an hour", "I want to walk for an hour"
    assert told(before, after) == "I want to [-garden-][+walk+] for an hour"


def test_a_phrase_that_changed_reads_as_one() -> None:
    before, after = "An hour every two weeks, on your side", "Half an hour every single week, on your side"
    runs = runs_between(before, after)
    assert side(runs, RunKind.KEPT, RunKind.OUT) == before
    assert side(runs, RunKind.KEPT, RunKind.IN) == after
    assert "[-two weeks-][+single week+]" in told(before, after)


def test_short_values_and_quite_other_sentences_are_told_whole() -> None:
    assert runs_between("weekly", "monthly") == ()
    assert runs_between("I want my garden back", "Sleep comes first for me now") == ()


def test_scripts_without_blanks_are_compared_sign_by_sign() -> None:
    assert told("庭で一時間働きたい", "庭で二時間働きたい") == "庭で[-一-][+二+]時間働きたい"


@given(words, words)
def test_both_wordings_can_be_read_from_the_runs(before: str, after: str) -> None:
    runs = runs_between(before, after)
    if runs:
        assert side(runs, RunKind.KEPT, RunKind.OUT) == before
        assert side(runs, RunKind.KEPT, RunKind.IN) == after
    assert all(run.words for run in runs)


def test_other_blanks_between_the_same_words_are_told_too() -> None:
    before, after = "Rest first. Then walk", "Rest first.\nThen  walk"
    assert side(runs_between(before, after), RunKind.KEPT, RunKind.IN) == after


def test_what_is_put_before_and_behind_brings_its_blank() -> None:
    assert told("walk to the shop", "then walk to the shop") == "[+then +]walk to the shop"
    assert told("walk to the shop", "walk to the shop today") == "walk to the shop[+ today+]"


def test_a_word_in_a_long_text_is_told_word_by_word() -> None:
    long = "We work slowly. " * 400
    assert told(long + "Then rest." + long, long + "Then walk." + long).endswith(f"Then [-rest-][+walk+].{long}")


@given(words, words)
def test_what_came_in_never_touches_what_was_taken_out(before: str, after: str) -> None:
    shown = list(set_apart(runs_between(before, after)))
    for first, then in pairwise(shown):
        if (first.kind, then.kind) == (RunKind.OUT, RunKind.IN):
            assert first.words[-1:].isspace()
    assert [run for run in shown if run != Run(RunKind.KEPT, " ")] == [
        run for run in runs_between(before, after) if run != Run(RunKind.KEPT, " ")
    ]
