"""The tree is as architecture.md draws it."""

import ast
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "alliance_desktop"
MODULES = [path for path in PACKAGE.rglob("*.py") if "__pycache__" not in path.parts]
TOP = {".ci", ".gitignore", "LICENSE", "README.md", "pyproject.toml"} | {
    "alliance_desktop",
    "installer",
    "resources",
    "tests",
}


def test_nothing_else_stands_at_the_top() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {line.split("/")[0] for line in tracked.splitlines()} <= TOP


def test_every_module_says_what_it_is_for_and_packages_stay_empty() -> None:
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        if path.name == "__init__.py":
            assert text == "", path
        else:
            assert ast.get_docstring(ast.parse(text)), path


def test_no_room_has_a_name_that_says_nothing() -> None:
    assert not {path.stem for path in MODULES} & {"utils", "util", "helpers", "helper", "common", "manager", "base"}


def test_no_file_and_no_function_outgrows_its_name() -> None:
    long_files = {
        path.name: lines
        for path in MODULES
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 450 and "sample" not in path.parts
    }
    assert long_files == {}
    long_functions = {
        f"{path.name}:{node.name}": node.end_lineno - node.lineno
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.end_lineno is not None and node.end_lineno - node.lineno > 60
    }
    assert long_functions == {}
