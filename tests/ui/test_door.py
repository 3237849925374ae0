"""What stands before the password: quickly, and nothing in it that can end the process."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6 import QtWidgets
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from alliance_desktop.paths import PracticeFolder
from alliance_desktop.sample import stage
from alliance_desktop.ui import event_types
from alliance_desktop.ui.by_name import put
from alliance_desktop.ui.widgets.buttons import MainButton

AT_THE_DOOR = """
import json, os, sys
from alliance_desktop import cli
from PySide6 import QtCore
from PySide6.QtWidgets import QApplication, QStyle
def shown(*_any):
    QApplication.instance().processEvents()
    names = [name for name in HEAVY if name in sys.modules]
    print(json.dumps(names + ["QtCore.Qt"] * ("Qt" in vars(QtCore))), flush=True)
    os._exit(0)
HEAVY = sys.argv[2:]
QApplication.exec = shown
cli.run(["--practice", sys.argv[1]])
"""
HEAVY = ("peewee", "sqlcipher3", "cryptography", "reportlab", "pypdfium2", "zxcvbn", "_hashlib", "tomllib", "getpass")


def test_the_door_stands_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    folder = PracticeFolder(tmp_path / "practice")
    folder.root.mkdir(mode=0o700)
    stage.write(folder, now=datetime.now(UTC))
    command = [sys.executable, "-c", AT_THE_DOOR, str(folder.root), *HEAVY]
    # Measuring coverage loads modules of its own.
    plain = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    told = subprocess.run(command, check=True, capture_output=True, text=True, env=plain)
    assert json.loads(told.stdout) == []


def test_types_of_events_are_made_before_a_filter_meets_them() -> None:
    event_types.make()
    made = vars(QtWidgets)
    assert {"QGraphicsSceneMouseEvent", "QGraphicsSceneWheelEvent", "QProxyStyle"} <= set(made)


def test_a_name_that_qt_does_not_know_is_noticed_at_once(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    with pytest.raises(ValueError, match="textFormat=Plane"):
        put(label, textFormat="Plane")
    with pytest.raises(ValueError, match="textFormt=PlainText"):
        put(label, textFormt="PlainText")


def test_a_button_names_its_key_beside_its_words(qtbot: QtBot) -> None:
    plain, keyed = MainButton("Unlock"), MainButton("Unlock")
    qtbot.addWidget(plain)
    qtbot.addWidget(keyed)
    keyed.show_key("Return")
    label = keyed.findChild(QLabel, "key_label")
    assert label is not None
    assert label.text() == "Enter"
    assert keyed.sizeHint().width() >= plain.sizeHint().width() + label.sizeHint().width()
