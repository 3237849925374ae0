"""What was agreed about the visits, on paper: how often, where, how firm, and the signal to stop.

Loaded late by everybody, because it brings ReportLab.
"""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from alliance_desktop.documents.edition import Edition
from alliance_desktop.domain.plan import Agreement
from alliance_desktop.words import _, counted


def lines(
    agreement: Agreement, edition: Edition, compact: bool = False, before: Sequence[tuple[str, str]] = ()
) -> list[Flowable]:
    """A line for each thing that was agreed, in one paragraph where it is ``compact``; nothing where nothing was.

    What was agreed and done ``before``, each behind its label, comes last.
    """
    told = [counted("{n} visit", "{n} visits", agreement.visits)] if agreement.visits is not None else []
    if agreement.rhythm.strip():
        told.append(agreement.rhythm.strip())
    if agreement.minutes is not None:
        told.append(counted("{n} minute each", "{n} minutes each", agreement.minutes))
    labelled = (
        ("", _begun(", ".join(told))),
        (_("We work on:"), agreement.areas_yes.strip()),
        (_("We do not work on:"), agreement.areas_no.strip()),
        (_("Pressure:"), agreement.pressure.strip()),
        (_("Stop signal:"), agreement.stop_signal.strip()),
        *before,
    )
    said = [(label, words) for label, words in labelled if words]
    if compact and said:
        return [edition.run_in(said, "small")]
    return [edition.told(label, words, ink="quiet") if label else edition.words(words) for label, words in said]


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
