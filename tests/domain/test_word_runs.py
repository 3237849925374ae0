"""What changed inside a text is shown word by word, and both wordings can be read from it."""

from hypothesis import given
from hypothesis import strategies as st

from alliance_desktop.domain.word_runs import Run, RunKind, runs_between

words = st.text(alphabet="ab c.é日本語אב", max_size=40)


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
