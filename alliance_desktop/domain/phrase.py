"""A password made for somebody: five words that do not belong together, from a list of 1,024."""

from collections.abc import Sequence

WORDS = 5
LISTED = 1024
RANDOM_BYTES = 2 * WORDS


def phrase(listed: Sequence[str], random: bytes) -> str:
    """Return five of the ``LISTED`` words, drawn by ``RANDOM_BYTES`` random bytes: each ten bits, fifty in all.

    Raises ``ValueError`` for a list or bytes of another length.
    """
    if len(listed) != LISTED or len(random) != RANDOM_BYTES:
        raise ValueError(f"{LISTED} words and {RANDOM_BYTES} random bytes make a phrase")
    drawn = (int.from_bytes(random[place : place + 2], "big") % LISTED for place in range(0, RANDOM_BYTES, 2))
    return " ".join(listed[number] for number in drawn)
