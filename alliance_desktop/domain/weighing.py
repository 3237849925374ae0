"""How much a goal matters and how hard it is, 0 to 3, as people say it."""

from alliance_desktop.words import _

WEIGHTS = (0, 1, 2, 3)


def weight_words(weight: int | None) -> str:
    """Say a weight of goal attainment scaling in a word or two; None was not asked."""
    if weight is None:
        return _("not asked")
    return (_("not at all"), _("a little"), _("quite"), _("very"))[weight]
