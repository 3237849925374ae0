"""What changed between two versions of a plan: structured, so that it can be signed and put back, and in words."""

import re
from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from alliance_desktop.domain import body_mark
from alliance_desktop.domain.voice import quoted
from alliance_desktop.domain.weighing import weight_words
from alliance_desktop.domain.word_runs import Run, RunKind, runs_between, runs_side_by_side
from alliance_desktop.words import _, day_words

Plain = dict[str, Any]

_LISTS = ("marks", "goals", "ways", "commitments", "reservations")
_PARTS = ("choice", "agreement", "signs")
# The parts of a plan in the order in which it is read.
_READ = (
    "what_matters", "reflection", "understood", "strengths", "understanding", "marks", "goals", "ways", "choice",
    "agreement", "commitments", "signs", "reservations", "reservations_asked", "teach_back", "review_on", "guardian",
    "interpreter",
)  # fmt: skip
# What is not written while nobody filled it in; everything else always stands, if only as nothing.
_UNWRITTEN = {
    "": {
        "strengths",
        "understanding",
        "ways",
        "choice",
        "signs",
        "teach_back",
        "guardian",
        "interpreter",
        "marks",
        "reflection",
        "understood",
    },
    "goals": {"ladder", "step", "importance", "difficulty", "source"},
    "commitments": {"stop_if", "confidence"},
    "agreement": {"pressure", "stop_signal"},
    "choice": {"way", "reason", "not_wanted"},
    "signs": {"it_works", "we_stop", "call_me", "call_doctor"},
}


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: where (``goals/<uid>/by``), what stood there, what stands there now, and the client's reason.

    ``before`` None means something new, ``after`` None something dropped; an item of a list is its plain values,
    and ``goals/order`` holds the uids in their order.
    """

    path: str
    before: Any
    after: Any
    reason: str = ""

    def plain(self) -> Plain:
        """Return the change as plain JSON values."""
        return {"path": self.path, "before": self.before, "after": self.after, "reason": self.reason}


def changes_between(before: Plain, after: Plain) -> tuple[Change, ...]:
    """Return the differences of two plan contents in plain values, in reading order."""
    found: list[Change] = []
    for key in _READ:
        old, new = before.get(key), after.get(key)
        if key in _LISTS:
            found += _list_changes(key, old or [], new or [])
        elif key in _PARTS:
            found += _field_changes(key, old or {}, new or {})
        elif old != new:
            found.append(Change(key, old, new))
    return tuple(found)


def _list_changes(key: str, before: list[Plain], after: list[Plain]) -> list[Change]:
    old, new = {item["uid"]: item for item in before}, {item["uid"]: item for item in after}
    found = [Change(f"{key}/{uid}", item, None) for uid, item in old.items() if uid not in new]
    for uid, item in new.items():
        if uid in old:
            found += _field_changes(f"{key}/{uid}", old[uid], item)
        else:
            found.append(Change(f"{key}/{uid}", None, item))
    if list(new) != [uid for uid in old if uid in new] + [uid for uid in new if uid not in old]:
        found.append(Change(f"{key}/order", list(old), list(new)))
    return found


def _field_changes(path: str, before: Plain, after: Plain) -> list[Change]:
    names = [*after, *(name for name in before if name not in after)]
    pairs = ((name, before.get(name), after.get(name)) for name in names)
    return [Change(f"{path}/{name}", old, new) for name, old, new in pairs if old != new]


def put_onto(content: Plain, changes: Iterable[Change]) -> Plain:
    """Return a copy of the content with the changes made; the inverse of ``changes_between``."""
    made = deepcopy(content)
    for change in changes:
        key, *rest = change.path.split("/")
        if not rest:
            _put(made, key, change.after, "")
        elif key in _PARTS:
            _put(made.setdefault(key, {}), rest[0], change.after, key)
        elif rest == ["order"]:
            made[key].sort(key=lambda item, order=change.after: order.index(item["uid"]))
        else:
            _put_item(made.setdefault(key, []), key, rest, change)
    return {key: value for key, value in made.items() if value or value is False or key not in _UNWRITTEN[""]}


def _put(fields: Plain, name: str, value: Any, of: str) -> None:
    if value is None and name in _UNWRITTEN.get(of, ()):
        fields.pop(name, None)
    else:
        fields[name] = deepcopy(value)


def _put_item(items: list[Plain], key: str, rest: list[str], change: Change) -> None:
    place = next((i for i, item in enumerate(items) if item["uid"] == rest[0]), None)
    if place is None:
        items.append(deepcopy(change.after))
    elif len(rest) == 2:
        _put(items[place], rest[1], change.after, key)
    else:
        del items[place]


class Kind(StrEnum):
    """What happened to the thing a line speaks of."""

    NEW = "new"
    CHANGED = "changed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change in plain words, and the part of the plan it is about (``reservations``).

    Where a text changed that has much in common with the one before, ``runs`` tells the same word by word.
    """

    kind: Kind
    words: str
    about: str = ""
    runs: tuple[Run, ...] = ()


def in_words(changes: Iterable[Change], titles: dict[str, str]) -> tuple[ChangeLine, ...]:
    """Say each change in plain words, the client's between quotation marks.

    ``titles`` names goals, commitments and reservations by uid, with the marks where they are the client's words.
    """
    return tuple(line for line in (_line(change, titles) for change in changes) if line.words)


def _line(change: Change, titles: dict[str, str]) -> ChangeLine:
    kind = Kind.NEW if _blank(change.before) else Kind.DROPPED if _blank(change.after) else Kind.CHANGED
    key, *rest = change.path.split("/")
    if key in _LISTS and rest == ["order"]:
        words = _order_words(key, change, titles)
    elif key in _LISTS and len(rest) == 1:
        words = _item_words(key, kind, change)
    elif key in _LISTS:
        words = _field_words(f"{key}/{rest[1]}", change, titles.get(rest[0], "").strip() or _UNNAMED[key](), titles)
    else:
        words = _field_words(change.path, change, "", titles)
    runs = _runs(change, titles.get(rest[0], "").strip() if rest else "") if words else ()
    if words and change.reason:
        words = _("{change}: {reason}").format(change=words, reason=quoted(change.reason))
        runs = (*runs, Run(RunKind.KEPT, _(": {reason}").format(reason=quoted(change.reason)))) if runs else ()
    return ChangeLine(kind, words, key, runs)


def _runs(change: Change, title: str) -> tuple[Run, ...]:
    """The change word by word, between the words that say what it is about; nothing where it is told as a whole."""
    key, *rest = change.path.split("/")
    field = f"{key}/{rest[-1]}" if rest else key
    if field not in _FIELDS:
        return ()
    sentence = _FIELDS[field]()
    if field == "goals/ladder":
        found = runs_side_by_side(change.before or (), change.after or (), _(" / "))
    else:
        before, after = (_text_of(side) for side in (change.before, change.after))
        found = runs_between(before, after) if before and after else ()
    if not found or _BOTH_SIDES not in sentence:
        return ()
    head, _sides, tail = sentence.partition(_BOTH_SIDES)
    said = isinstance(change.before, dict)
    opening, closing = (quoted("")[0], quoted("")[-1]) if said else ("", "")
    first = Run(RunKind.KEPT, head.format(title=title) + opening)
    return (first, *found, *([Run(RunKind.KEPT, closing + tail)] if closing + tail else []))


def _text_of(side: Any) -> str:
    if isinstance(side, dict):
        return str(side.get("words", ""))
    return side if isinstance(side, str) and not _DAY.fullmatch(side) else ""


_BOTH_SIDES = "{before} → {after}"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _blank(value: Any) -> bool:
    # A zero is a number that somebody gave, not a missing one, although it equals False.
    if isinstance(value, dict) and "words" in value:
        return not value["words"]
    return value is None or value is False or value == ""


_UNNAMED: dict[str, Callable[[], str]] = {
    "marks": lambda: _("A mark"),
    "goals": lambda: _("A goal without words yet"),
    "ways": lambda: _("A way without words yet"),
    "commitments": lambda: _("A step without words yet"),
    "reservations": lambda: _("A doubt without words yet"),
}

_ORDER: dict[str, Callable[[], str]] = {
    "goals": lambda: _("Moved among the goals: {what}"),
    "marks": lambda: "",
    "ways": lambda: _("Moved among the ways: {what}"),
    "commitments": lambda: _("Moved among the steps: {what}"),
    "reservations": lambda: _("Moved among the open questions: {what}"),
}


def _order_words(key: str, change: Change, titles: dict[str, str]) -> str:
    """Say what was moved; where only something new came between, nothing was."""
    old = [uid for uid in change.before if uid in change.after]
    new = [uid for uid in change.after if uid in change.before]
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    stayed = {uid for block in blocks for uid in old[block.a : block.a + block.size]}
    moved = [titles.get(uid, "").strip() or _UNNAMED[key]() for uid in new if uid not in stayed]
    return _ORDER[key]().format(what=_(", ").join(moved)) if moved else ""


def _item_words(key: str, kind: Kind, change: Change) -> str:
    item = change.after or change.before
    if key == "goals":
        title = _said_words(item) or item["activity"] or item["professional"]
        sentence = _("New goal: {what}") if kind is Kind.NEW else _("No longer a goal: {what}")
    elif key == "marks":
        title = mark_words(item)
        sentence = _("Newly marked: {what}") if kind is Kind.NEW else _("No longer marked: {what}")
    elif key == "ways":
        title = item["what"]
        sentence = _("Another way to go: {what}") if kind is Kind.NEW else _("No longer a way to go: {what}")
    elif key == "commitments":
        title = item["what"]
        mine = item["whose"] == "therapist"
        if kind is Kind.NEW:
            sentence = _("I will: {what}") if mine else _("You will: {what}")
        else:
            sentence = _("No longer on my list: {what}") if mine else _("No longer on your list: {what}")
    else:
        title = _said_words(item)
        sentence = _("Not sure about: {what}") if kind is Kind.NEW else _("No longer in doubt: {what}")
    return sentence.format(what=title.strip() or _("not in words yet"))


def mark_words(item: Plain) -> str:
    """Say a mark in plain values: "Left shoulder, front: aches"."""
    return body_mark.words(body_mark.from_plain([item])[0])


def _said_words(item: Plain) -> str:
    words = item["said"]["words"].strip()
    return quoted(words) if words else ""


def _value_words(value: Any) -> str:
    if isinstance(value, list):
        return _(" / ").join(value)
    if isinstance(value, dict):
        return quoted(value["words"]) if value["words"] else _("nothing")
    return str(value) if value not in (None, "") else _("nothing")


def _day_value(value: Any) -> str:
    return day_words(date.fromisoformat(value)) if value else _("no day")


def _whose_words(value: str) -> str:
    return _("I will") if value == "therapist" else _("You will")


def _field_words(field: str, change: Change, title: str, titles: dict[str, str]) -> str:
    if _same_words(change):
        return ""
    if field == "reservations_asked":
        return _("We asked about doubts") if change.after else _("We have not asked about doubts again")
    if field == "choice/way":
        return _way_words(change, titles)
    if field == "reservations/answer" and not change.before:
        return _("{title}: answered, {after}").format(title=title, after=change.after)
    if field.startswith("marks/") and field not in _FIELDS:
        return _("{title}: marked anew").format(title=title)
    sentence = _FIELDS[field]()
    said = _SAID.get(field, _value_words)
    return sentence.format(title=title, before=said(change.before), after=said(change.after))


def _way_words(change: Change, titles: dict[str, str]) -> str:
    before, after = (titles.get(uid or "", "").strip() or _("none") for uid in (change.before, change.after))
    return _("The way we chose: {before} → {after}").format(before=before, after=after)


def _step_words(value: Any) -> str:
    """Name a rung of the ladder by its place, as the goal stands at: 1 is the lowest, 5 the highest."""
    return _("step {n} of 5").format(n=value + 3) if value is not None else _("no step")


def _understood_words(value: Any) -> str:
    return _("not asked") if value is None else _("yes") if value else _("not quite")


def _same_words(change: Change) -> bool:
    both = (change.before, change.after)
    return all(isinstance(side, dict) for side in both) and both[0]["words"] == both[1]["words"]


_SAID: dict[str, Callable[[Any], str]] = {
    "review_on": _day_value,
    "goals/by": _day_value,
    "commitments/due": _day_value,
    "commitments/whose": _whose_words,
    "goals/step": _step_words,
    "goals/importance": weight_words,
    "goals/difficulty": weight_words,
    "understood": _understood_words,
}

_FIELDS: dict[str, Callable[[], str]] = {
    "what_matters": lambda: _("What matters: {before} → {after}"),
    "reflection": lambda: _("Said back by the therapist: {before} → {after}"),
    "understood": lambda: _("Well understood: {before} → {after}"),
    "strengths": lambda: _("What already helps: {before} → {after}"),
    "understanding": lambda: _("What we think is going on: {before} → {after}"),
    "teach_back": lambda: _("Said back in own words: {before} → {after}"),
    "guardian": lambda: _("Guardian: {before} → {after}"),
    "interpreter": lambda: _("Interpreter: {before} → {after}"),
    "review_on": lambda: _("Next look together: {before} → {after}"),
    "agreement/visits": lambda: _("Visits: {before} → {after}"),
    "agreement/rhythm": lambda: _("Rhythm: {before} → {after}"),
    "agreement/minutes": lambda: _("Minutes a visit: {before} → {after}"),
    "agreement/areas_yes": lambda: _("Where we work: {before} → {after}"),
    "agreement/areas_no": lambda: _("Where we do not work: {before} → {after}"),
    "agreement/pressure": lambda: _("Pressure: {before} → {after}"),
    "agreement/stop_signal": lambda: _("Stop signal: {before} → {after}"),
    "choice/reason": lambda: _("Why this way: {before} → {after}"),
    "choice/not_wanted": lambda: _("What is not wanted: {before} → {after}"),
    "signs/it_works": lambda: _("How we will know: {before} → {after}"),
    "signs/we_stop": lambda: _("When we stop or ask somebody else: {before} → {after}"),
    "signs/call_me": lambda: _("When to call me: {before} → {after}"),
    "signs/call_doctor": lambda: _("When to call a doctor: {before} → {after}"),
    "ways/what": lambda: _("Way in other words: {before} → {after}"),
    "ways/good": lambda: _("{title}, what is good: {before} → {after}"),
    "ways/less_good": lambda: _("{title}, what is less good: {before} → {after}"),
    "ways/effort": lambda: _("{title}, what it takes: {before} → {after}"),
    "marks/strength": lambda: _("{title}: {before} → {after} of 10"),
    "marks/note": lambda: _("{title}: {before} → {after}"),
    "goals/ladder": lambda: _("{title}, the five steps: {before} → {after}"),
    "goals/step": lambda: _("{title}, today: {before} → {after}"),
    "goals/importance": lambda: _("{title}, how much it matters: {before} → {after}"),
    "goals/difficulty": lambda: _("{title}, how hard it is: {before} → {after}"),
    "commitments/stop_if": lambda: _("{title}, stop if: {before} → {after}"),
    "commitments/confidence": lambda: _("{title}, how sure: {before} → {after} of 10"),
    "goals/said": lambda: _("Goal in other words: {before} → {after}"),
    "goals/professional": lambda: _("{title}, in professional words: {before} → {after}"),
    "goals/activity": lambda: _("{title}, the activity: {before} → {after}"),
    "goals/now": lambda: _("{title}, now: {before} → {after} of 10"),
    "goals/hoped": lambda: _("{title}, hoped: {before} → {after} of 10"),
    "goals/source": lambda: _("{title}, the sentence it came from: {before} → {after}"),
    "goals/by": lambda: _("{title}, by when: {before} → {after}"),
    "commitments/whose": lambda: _("{title}: {before} → {after}"),
    "commitments/what": lambda: _("Step in other words: {before} → {after}"),
    "commitments/how": lambda: _("{title}: {before} → {after}"),
    "commitments/due": lambda: _("{title}, by: {before} → {after}"),
    "reservations/said": lambda: _("Doubt in other words: {before} → {after}"),
    "reservations/answer": lambda: _("{title}, our answer: {before} → {after}"),
}
