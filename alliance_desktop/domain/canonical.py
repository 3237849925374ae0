"""One way to write plain values as bytes, so that equal records always have equal digests."""

import json
import unicodedata


def canonical(value: object) -> bytes:
    """Return JSON with sorted keys, no spaces, NFC text, as UTF-8; raises ``ValueError`` for NaN."""
    text = json.dumps(_composed(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode()


def _composed(value: object) -> object:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {_composed(key): _composed(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_composed(item) for item in value]
    return value
