"""What was agreed about the visits, on paper: how often, where, how firm, and the signal to stop.

Loaded late by everybody, because it brings ReportLab.
"""

from reportlab.platypus import Flowable

from alliance_desktop.documents.edition import Edition
from alliance_desktop.domain.plan import Agreement
from alliance_desktop.words import _, counted


def lines(agreement: Agreement, edition: Edition) -> list[Flowable]:
    """A line for each thing that was agreed; nothing where nothing was."""
    told = [counted("{n} visit", "{n} visits", agreement.visits)] if agreement.visits is not None else []
    if agreement.rhythm.strip():
        told.append(agreement.rhythm.strip())
    if agreement.minutes is not None:
        told.append(counted("{n} minute each", "{n} minutes each", agreement.minutes))
    visits: list[Flowable] = [edition.words(_begun(", ".join(told)))] if told else []
    labelled = (
        (_("We work on:"), agreement.areas_yes),
        (_("We do not work on:"), agreement.areas_no),
        (_("Pressure:"), agreement.pressure),
        (_("Stop signal:"), agreement.stop_signal),
    )
    return visits + [edition.told(label, words.strip(), ink="quiet") for label, words in labelled if words.strip()]


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
