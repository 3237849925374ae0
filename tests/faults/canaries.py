"""Words that nobody else uses, and the search that finds them however they are hidden in a file."""

import re
import zlib
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

THERAPIST = "Zyxwella Quorvath"
PASSWORD = "vobbel nax twirrum hespidd"
NEXT_PASSWORD = "drummel foxwiggin tasp orrelyn"
CLIENT = "Brummelda Oxtwicket"
TYPED = {
    "chosen_name_edit": "Brummelkin",
    "phone_edit": "0987 31 47 52 69",
    "email_edit": "quiggle.oxtwicket@vonderby.example",
    "address_edit": "Snorvelgasse 4711",
    "occupation_edit": "Flimmerwright",
    "emergency_name_edit": "Trundelby Oxtwicket",
    "comfort_pressure_edit": "like a wobbelquist, never more",
}
HEALTH = "Grundlefever since childhood"
MATTERS = "I want to yodelspin the krumhorn again."
GOAL = "Two verses of the yodelspin"
PROMISE = "Morning zwickstretch at the doorframe"
RESERVATION = "Will my flibberknees hold?"
NOTE = "Held the squonkmuscle until it hummed."
REASON = "beeswaxed fingers all over"
SEARCHED = "squonkmu"
WRONG = "vobbel nax twirrum hespadd"
FAULT = "cannot read the page of Wumplestein Garvey"

WORDS = (
    THERAPIST, PASSWORD, NEXT_PASSWORD, CLIENT, *TYPED.values(), HEALTH, MATTERS, GOAL, PROMISE, RESERVATION, NOTE,
    REASON, SEARCHED, WRONG, "Wumplestein",
)  # fmt: skip

Hide = Callable[[bytes], bytes]


def hidden_in_words(hide: Callable[[str], bytes]) -> Hide:
    """Turn a way to write words into one that takes their bytes."""
    return lambda plain: hide(plain.decode())


def deflated(plain: bytes) -> bytes:
    """Compressed without any header, as inside a zip file, behind that file's own header."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packer.compress(plain) + packer.flush()
    return b"PK\3\4" + bytes(22) + (4).to_bytes(2, "little") + bytes(2) + b"note" + body


WAYS: dict[str, Hide] = {
    "plain": lambda plain: plain,
    "in small letters": lambda plain: plain.lower(),
    "as Windows writes": hidden_in_words(lambda words: words.encode("utf-16-le")),
    "as networks write": hidden_in_words(lambda words: words.encode("utf-16-be")),
    "in base 64": b64encode,
    "in base 64, one later": lambda plain: b64encode(b"x" + plain),
    "in base 64, two later": lambda plain: b64encode(b"xy" + plain),
    "in hexadecimal": lambda plain: plain.hex().encode(),
    "in hexadecimal capitals": lambda plain: plain.hex().upper().encode(),
    "compressed": zlib.compress,
    "compressed alone": lambda plain: zlib.compress(plain, 0),
    "compressed as a gzip": lambda plain: _gzip(plain),
    "compressed as in a zip": deflated,
    "compressed twice": lambda plain: zlib.compress(zlib.compress(plain)),
    "compressed in base 64": lambda plain: zlib.compress(b64encode(plain)),
}


def _gzip(plain: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return packer.compress(plain) + packer.flush()


def needles(secrets: Iterable[bytes]) -> re.Pattern[bytes]:
    """One pattern for all secrets in every encoding; letters of either case are taken for the same."""
    found: set[bytes] = set()
    exact: set[bytes] = set()
    for secret in secrets:
        found |= {secret, secret.hex().encode()}
        try:
            words = secret.decode()
        except UnicodeDecodeError:
            words = ""
        if words:
            found |= {words.encode("utf-16-le"), words.encode("utf-16-be")}
        for before in range(3):
            # What stands before and after shifts the first and the last letters, so these are left out.
            whole = b64encode(bytes(before) + secret)
            exact.add(whole[(0, 2, 3)[before] : -4] if (before + len(secret)) % 3 else whole[(0, 2, 3)[before] :])
    exact |= {each.translate(bytes.maketrans(b"+/", b"-_")) for each in exact}
    either = b"(?i:" + b"|".join(re.escape(each) for each in sorted(found)) + b")"
    return re.compile(either + b"|" + b"|".join(re.escape(each) for each in sorted(exact)))


def unpacked(data: bytes, depth: int = 2) -> Iterator[bytes]:
    """The data, and whatever is compressed somewhere inside it."""
    yield data
    if not depth:
        return
    starts = [(m.start(), 15) for m in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", data)]
    starts += [(m.start(), 31) for m in re.finditer(rb"\x1f\x8b\x08", data)]
    for m in re.finditer(rb"PK\x03\x04", data):
        lengths = data[m.start() + 26 : m.start() + 30]
        skip = int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
        starts.append((m.start() + 30 + skip, -15))
    for start, kind in starts:
        inside = zlib.decompressobj(kind)
        try:
            plain = inside.decompress(data[start:], 1 << 24)
        except zlib.error:
            continue
        if plain:
            yield from unpacked(plain, depth - 1)


def hits(folders: Iterable[Path], pattern: re.Pattern[bytes]) -> list[str]:
    """Every file below the folders in which a secret lies, and which one it is."""
    told = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_symlink() or not path.is_file():
                continue
            if pattern.search(str(path).encode()):
                told.append(f"{path}: its name")
            for piece in unpacked(path.read_bytes()):
                if (m := pattern.search(piece)) is not None:
                    told.append(f"{path}: {m.group()[:60]!r}")
                    break
    return told
