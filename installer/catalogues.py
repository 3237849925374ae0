"""Catalogues of the program's words: finds every word in the code, keeps translations beside it, compiles them.

    python3 installer/catalogues.py update     new words are added without a translation, unused ones go
    python3 installer/catalogues.py compile    writes what the program reads

A translation lies in resources/locale/<language>/LC_MESSAGES/alliance.po; nothing but Python is needed.
"""

import argparse
import ast
import json
import struct
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE, LOCALE = ROOT / "alliance_desktop", ROOT / "resources" / "locale"
LANGUAGES = ("de", "es")
DRAWING = "resources/body/regions.json"

_HEAD = (
    "Project-Id-Version: Alliance Desktop\nLanguage: {language}\nMIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n"
    "Plural-Forms: nplurals=2; plural=(n != 1);\n"
)


@dataclass
class Entry:
    """One message: what stands in the code, its plural if it has one, where, and how it is said in the language."""

    message: str
    plural: str = ""
    context: str = ""
    files: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        """What tells it from every other: gettext puts the context before the message."""
        return f"{self.context}\x04{self.message}" if self.context else self.message

    @property
    def forms(self) -> int:
        """How many wordings it needs."""
        return 2 if self.plural else 1

    @property
    def complete(self) -> bool:
        """True when every wording is there."""
        return len(self.said) == self.forms and all(self.said)


def words_in_code(package: Path = PACKAGE) -> dict[str, Entry]:
    """Every message that the code gives to ``_`` or ``counted``, in the order of files and lines, then the drawing's.

    The names of the body's views and regions are drawn beside their outlines and said by ``_`` from there.
    """
    found: dict[str, Entry] = {}
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package.parent).as_posix()
        for message, plural, context in _called(ast.parse(path.read_text(encoding="utf-8"))):
            made = Entry(message, context=context)
            entry = found.setdefault(made.key, made)
            entry.plural = entry.plural or plural
            if name not in entry.files:
                entry.files.append(name)
    drawn = json.loads((ROOT / DRAWING).read_text(encoding="utf-8"))
    for message in (*(view["title"] for view in drawn["views"]), *(region["name"] for region in drawn["regions"])):
        entry = found.setdefault(message, Entry(message))
        if DRAWING not in entry.files:
            entry.files.append(DRAWING)
    return found


def _called(tree: ast.AST) -> Iterator[tuple[str, str, str]]:
    """Message, plural and context of each call, in the order in which they stand."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        texts = [arg.value for arg in call.args[:2] if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        if name == "_" and texts:
            yield texts[0], "", ""
        elif name == "counted" and len(texts) == 2:
            yield texts[0], texts[1], ""
        elif name == "said_as" and len(texts) == 2:
            yield texts[1], "", texts[0]


def path_of(language: str) -> Path:
    """Where the catalogue of a language lies."""
    return LOCALE / language / "LC_MESSAGES" / "alliance.po"


def read(path: Path) -> dict[str, Entry]:
    """Read a catalogue as ``write`` wrote it; the head is left out."""
    entries: dict[str, Entry] = {}
    parts: dict[str, list[str]] = {}
    now = ""
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith('"'):
            parts[now].append(ast.literal_eval(line))
        elif line.startswith("msg"):
            now, text = line.split(" ", 1)
            parts[now] = [ast.literal_eval(text)]
        elif not line.strip() and parts:
            said = ["".join(parts[key]) for key in ("msgstr", "msgstr[0]", "msgstr[1]") if key in parts]
            message = "".join(parts["msgid"])
            if message:
                plural, context = ("".join(parts.get(key, [])) for key in ("msgid_plural", "msgctxt"))
                entry = Entry(message, plural, context, said=said)
                entries[entry.key] = entry
            parts = {}
    return entries


def write(path: Path, language: str, entries: Mapping[str, Entry]) -> None:
    """Write a catalogue: the files a message stands in, never its lines, so that moving code changes nothing."""
    blocks = [f'msgid ""\nmsgstr ""\n{_quoted(_HEAD.format(language=language))}']
    for entry in entries.values():
        lines = [f"#: {name}" for name in entry.files]
        if entry.context:
            lines.append(f"msgctxt {_quoted(entry.context)}")
        lines.append(f"msgid {_quoted(entry.message)}")
        said = [*entry.said, "", ""][: entry.forms]
        if entry.plural:
            lines.append(f"msgid_plural {_quoted(entry.plural)}")
            lines += [f"msgstr[{place}] {_quoted(words)}" for place, words in enumerate(said)]
        else:
            lines.append(f"msgstr {_quoted(said[0])}")
        blocks.append("\n".join(lines))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    parts = escaped.split("\n")
    if len(parts) == 1:
        return f'"{escaped}"'
    lines = [f'"{part}\\n"' for part in parts[:-1]] + ([f'"{parts[-1]}"'] if parts[-1] else [])
    return "\n".join(['""', *lines]) if lines and not text.startswith("Project-Id") else "\n".join(lines)


def compiled(language: str, entries: Mapping[str, Entry]) -> bytes:
    """The bytes of a ``.mo`` file, as GNU gettext describes it: only messages that are said are in it."""
    texts = {"": _HEAD.format(language=language)}
    for entry in entries.values():
        if entry.complete:
            key = f"{entry.key}\0{entry.plural}" if entry.plural else entry.key
            texts[key] = "\0".join(entry.said)
    pairs = sorted((key.encode(), said.encode()) for key, said in texts.items())
    start = 28 + 16 * len(pairs)
    keys, values, offset = [], [], start
    body = b""
    for table, items in ((keys, [k for k, _ in pairs]), (values, [v for _, v in pairs])):
        for item in items:
            table.append(struct.pack("<II", len(item), offset))
            body += item + b"\0"
            offset += len(item) + 1
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, start)
    return head + b"".join(keys) + b"".join(values) + body


def update(language: str) -> tuple[int, int]:
    """Bring a catalogue up to the code; returns how many messages there are and how many are not said yet."""
    path, wanted = path_of(language), words_in_code()
    before = read(path) if path.is_file() else {}
    for message, entry in wanted.items():
        known = before.get(message)
        if known is not None and known.plural == entry.plural:
            entry.said = known.said
    write(path, language, wanted)
    return len(wanted), sum(not entry.complete for entry in wanted.values())


def main() -> int:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("verb", choices=("update", "compile"))
    verb = parser.parse_args().verb
    for language in LANGUAGES:
        if verb == "update":
            many, open_ones = update(language)
            sys.stdout.write(f"{language}: {many} messages, {open_ones} without a translation\n")
        else:
            path = path_of(language)
            path.with_suffix(".mo").write_bytes(compiled(language, read(path)))
            sys.stdout.write(f"{language}: compiled\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
