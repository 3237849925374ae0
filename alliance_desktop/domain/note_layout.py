"""How the fields of a note are laid out: the known formats, the therapist's own, and what no section names."""

from collections.abc import Iterable, Sequence

from alliance_desktop.domain.session import NoteFormat, NoteKey, Section, field_words
from alliance_desktop.errors import AllianceError
from alliance_desktop.words import _

_QUICK = (NoteKey.ASKED, NoteKey.FOUND, NoteKey.DID, NoteKey.RESPONSE, NoteKey.NEXT)
# So many letters of a section's name fit beside its field.
LONGEST_NAME = 40


class LayoutUnclear(AllianceError):
    """A layout has sections with names of their own, and each field at most once."""


def format_words(note_format: NoteFormat) -> str:
    """Name a format as therapists do."""
    return {
        NoteFormat.QUICK: _("Quick"),
        NoteFormat.SOAP: _("SOAP"),
        NoteFormat.DAP: _("DAP"),
        NoteFormat.BIRP: _("BIRP"),
        NoteFormat.OWN: _("Own"),
    }[note_format]


def sections_of(note_format: NoteFormat, own: Sequence[Section] = ()) -> tuple[Section, ...]:
    """The sections of a format; for the own one those given, or what it begins with."""
    if note_format is NoteFormat.OWN:
        return tuple(own) or beginning()
    return {NoteFormat.QUICK: _quick, NoteFormat.SOAP: _soap, NoteFormat.DAP: _dap, NoteFormat.BIRP: _birp}[
        note_format
    ]()


def beginning() -> tuple[Section, ...]:
    """What the own format begins with: every field under its own name."""
    return tuple(Section(field_words(key), (key,)) for key in NoteKey)


def _quick() -> tuple[Section, ...]:
    return tuple(Section(field_words(key), (key,)) for key in _QUICK)


def _soap() -> tuple[Section, ...]:
    """Of the problem-oriented record (Weed 1968): what was said, found and done, what it means, what next."""
    return (
        Section(_("Subjective"), (NoteKey.ASKED,)),
        Section(_("Objective"), (NoteKey.FOUND, NoteKey.DID, NoteKey.RESPONSE)),
        Section(_("Assessment"), (NoteKey.THINK,)),
        Section(_("Plan"), (NoteKey.NEXT,)),
    )


def _dap() -> tuple[Section, ...]:
    """What was said, found and done in one; what it means; what next."""
    return (
        Section(_("Data"), (NoteKey.ASKED, NoteKey.FOUND, NoteKey.DID, NoteKey.RESPONSE)),
        Section(_("Assessment"), (NoteKey.THINK,)),
        Section(_("Plan"), (NoteKey.NEXT,)),
    )


def _birp() -> tuple[Section, ...]:
    """What was there, what was done, how it was answered and what that means, what next."""
    return (
        Section(_("Behaviour"), (NoteKey.ASKED, NoteKey.FOUND)),
        Section(_("Intervention"), (NoteKey.DID,)),
        Section(_("Response"), (NoteKey.RESPONSE, NoteKey.THINK)),
        Section(_("Plan"), (NoteKey.NEXT,)),
    )


def completed(sections: Sequence[Section], filled: Iterable[NoteKey]) -> tuple[Section, ...]:
    """The sections with every filled field among them: what none of them names follows what comes before it."""
    placed = list(sections)
    named = {key for section in sections for key in section.keys}
    order = list(NoteKey)
    for key in sorted(set(filled) - named, key=order.index):
        earlier = set(order[: order.index(key)])
        before = [place for place, section in enumerate(placed) if earlier & set(section.keys)]
        placed.insert(before[-1] + 1 if before else 0, Section(field_words(key), (key,)))
    return tuple(placed)


def checked(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections of an own layout as they can be kept, those without fields left out; raises ``LayoutUnclear``."""
    kept = [Section(" ".join(section.name.split()), section.keys) for section in sections if section.keys]
    names = [section.name.casefold() for section in kept]
    keys = [key for section in kept for key in section.keys]
    if not kept:
        raise LayoutUnclear(_("A layout needs one section with a field under it."))
    if not all(names):
        raise LayoutUnclear(_("A section has no name yet. A word is enough."))
    if len(set(names)) < len(names) or len(set(keys)) < len(keys):
        raise LayoutUnclear(_("Two sections have the same name or the same field. Each stands once."))
    return tuple(kept)
