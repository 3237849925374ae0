"""Words that frighten are never shown, and every shown word can be translated."""

import ast
import re
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "alliance_desktop"
FRIGHTENING = re.compile(r"\b(error|invalid|fatal|abort|exception|null|SQL)\b", re.IGNORECASE)
SHOWING = {"setText", "setWindowTitle", "setPlaceholderText", "setToolTip", "setAccessibleName", "addTab", "addAction"}
WIDGETS = {
    "Words",
    "MainButton",
    "SecondButton",
    "LinkButton",
    "QuietButton",
    "DangerButton",
    "Chip",
    "TickBox",
    "Labelled",
}


def calls(path: Path) -> list[ast.Call]:
    return [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def test_no_shown_sentence_frightens() -> None:
    shown = [
        (path.name, argument.value)
        for path in PACKAGE.rglob("*.py")
        for call in calls(path)
        if name_of(call) in ("_", "counted")
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]
    assert len(shown) > 200
    assert [pair for pair in shown if FRIGHTENING.search(pair[1])] == []


def test_no_bare_words_reach_the_screen() -> None:
    bare = [
        (path.name, call.lineno, call.args[0].value)
        for path in (PACKAGE / "ui").rglob("*.py")
        for call in calls(path)
        if name_of(call) in SHOWING | WIDGETS
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
        and re.search(r"[A-Za-z]{2}", call.args[0].value)
    ]
    assert bare == []


def test_no_number_gets_its_marks_but_from_the_language() -> None:
    """A point before decimals or a comma between thousands is English; ``number_words`` asks the language."""
    # The picture of the door is drawn by numbers, which nobody reads.
    others = [path for path in PACKAGE.rglob("*.py") if path.name not in ("words.py", "art.py")]
    found = {path.name: marked(ast.parse(path.read_text(encoding="utf-8"))) for path in others}
    assert {name: formats for name, formats in found.items() if formats} == {}
    assert marked(ast.parse("f'{score:.1f} {many:,} {share:.0%} {when:%H:%M}', '{:.2f}'.format(size)")) == [
        *(".1f", ",", ".0%", ".2f"),
    ]


def marked(tree: ast.AST) -> list[str]:
    """The formats of numbers that bring marks of their own."""
    given = [node.format_spec for node in ast.walk(tree) if isinstance(node, ast.FormattedValue) and node.format_spec]
    formats = [ast.unparse(spec)[2:-1] for spec in given]
    bare = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    formats += [spec for words in bare for spec in re.findall(r"\{\w*:([^{}%]*[,efgn]|[^{}]*\d%)\}", words)]
    return [spec for spec in formats if re.fullmatch(r"[^%]*[,_]?(\.\d+)?[efgn%]|[^%]*,", spec)]
