"""The one root of every refusal: an error whose text is the sentence a person reads."""


class AllianceError(Exception):
    """A calm refusal. ``str(error)`` is shown as it is: what the problem is and what happened to the data."""
