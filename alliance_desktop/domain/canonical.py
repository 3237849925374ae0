"""One way to write plain values as bytes, so that equal records always have equal digests."""

import json
import unicodedata

_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def canonical(value: object) -> bytes:
    """Return JSON with sorted keys, no spaces, NFC text, as UTF-8; raises ``ValueError`` for NaN."""
    return _ENCODER.encode(_composed(value)).encode()


def _composed(value: object) -> object:
    if isinstance(value, str):
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {_composed(key): _composed(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_composed(item) for item in value]
    return value
