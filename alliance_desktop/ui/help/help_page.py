"""Help without a network: the main tasks, the keys, and what this program is."""

from collections.abc import Iterable
from html import escape
from platform import python_version

from PySide6.QtCore import QPoint, Qt, QTimer, qVersion
from PySide6.QtWidgets import QVBoxLayout

from alliance_desktop.paths import PracticeFolder
from alliance_desktop.services import about
from alliance_desktop.ui import theme
from alliance_desktop.ui.desk import Desk
from alliance_desktop.ui.help.topics import keys, licences, topics
from alliance_desktop.ui.layouts import column, row
from alliance_desktop.ui.page import Page
from alliance_desktop.ui.widgets.scroll import Readable, ScrollColumn
from alliance_desktop.ui.widgets.words import Hairline, Words
from alliance_desktop.words import _

# About 70 letters.
_LINE = 500


def _prose(words: str) -> Words:
    """Running text with a little more room between its lines than a label has."""
    made = Words(f'<p style="line-height: 120%; margin: 0">{escape(words)}</p>')
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setAccessibleName(words)
    return made


class HelpPage(Page):
    """One column to read."""

    def __init__(self, desk: Desk, folder: PracticeFolder) -> None:
        self._folder = folder
        super().__init__(desk)

    def _build(self) -> None:
        self.scroll_area = ScrollColumn()
        self.scroll_area.setObjectName("help_area")
        self.scroll_area.setFocusPolicy(self.focusPolicy().StrongFocus)
        self.scroll_area.setAccessibleName(_("Help"))
        self._titles: dict[str, Words] = {}
        text = column(Words(_("Help"), "page_title"), 16, gap=0)
        for topic in topics():
            self._titles[topic.name] = Words(topic.title, "title")
            text.addWidget(self._titles[topic.name])
            text.addSpacing(6)
            text.addWidget(_prose(topic.words))
            text.addSpacing(24)
        _add_table(text, _("Keys"), keys(), 30)
        self.versions_words = Words("", "small", "muted")
        self.versions_words.setObjectName("versions_words")
        self.folder_words = Words(_("Your records are in {folder}").format(folder=self._folder.root), "small", "muted")
        self.folder_words.setObjectName("folder_words")
        _add_table(text, _("About"), licences(), 55)
        text.addWidget(_prose(_("It uses no network, keeps no account and sends nothing anywhere.")))
        text.addSpacing(8)
        text.addWidget(self.versions_words)
        text.addWidget(self.folder_words)
        text.addStretch(1)
        reading = row(gap=0)
        reading.addWidget(Readable(text, _LINE), 1)
        reading.addStretch(0)
        self.scroll_area.column.addLayout(reading)
        self.scroll_area.column.setContentsMargins(40, 32, 40, 32)
        self.setLayout(column(self.scroll_area))

    def refresh(self) -> None:
        from importlib.metadata import version  # late: brings the reading of e-mail

        mine = (("Alliance Desktop", version("alliance-desktop")), ("Python", python_version()), ("Qt", qVersion()))
        self.versions_words.setText(" · ".join(f"{name} {number}" for name, number in (*mine, *about.versions())))

    def show_topic(self, name: str) -> None:
        """Show the help with one task at the top, as far down as the page goes."""
        title = self._titles[name]
        self.scroll_area.setAccessibleDescription(title.text())
        self.scroll_area.setFocus()
        # Once the page has its size.
        QTimer.singleShot(0, title, lambda: self._scroll_to(title))

    def _scroll_to(self, title: Words) -> None:
        inside = self.scroll_area.inside
        self.scroll_area.verticalScrollBar().setValue(title.mapTo(inside, QPoint(0, 0)).y() - theme.px(24))


def _add_table(text: QVBoxLayout, title: str, lines: Iterable[tuple[str, str]], share: int) -> None:
    """Add a title and lines of two columns below a hairline; the first takes ``share`` per cent."""
    text.addWidget(Hairline())
    text.addSpacing(20)
    text.addWidget(Words(title, "title"))
    text.addSpacing(8)
    for left, right in lines:
        line = row(gap=16)
        line.addWidget(Words(left, "medium"), share)
        line.addWidget(Words(right), 100 - share)
        text.addLayout(line)
        text.addSpacing(4)
    text.addSpacing(24)
