"""What people write after a printed "if": they often begin with one of their own."""

from alliance_desktop.words import _


def without_if(words: str) -> str:
    """The words as they go on after a printed "if", without one of their own."""
    words = words.strip()
    for own in (_("stop if "), _("if ")):
        if words.lower().startswith(own):
            return words[len(own) :].lstrip()
    return words
