"""Help without a network: the main tasks, the keys, and what this program is."""

from html import escape
from importlib.metadata import version

from PySide6.QtCore import Qt

from alliance_desktop.ui import theme
from alliance_desktop.ui.help.topics import keys, topics
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

    def _build(self) -> None:
        self.scroll_area = ScrollColumn()
        self.scroll_area.setFocusPolicy(self.focusPolicy().StrongFocus)
        self.scroll_area.setAccessibleName(_("Help"))
        text = column(Words(_("Help"), "page_title"), 16, gap=0)
        for title, words in topics():
            text.addWidget(Words(title, "title"))
            text.addSpacing(6)
            text.addWidget(_prose(words))
            text.addSpacing(24)
        text.addWidget(Hairline())
        text.addSpacing(20)
        text.addWidget(Words(_("Keys"), "title"))
        text.addSpacing(8)
        for key, words in keys():
            name = Words(key, "medium").one_line()
            name.setMinimumWidth(theme.px(120))
            line = row(gap=16)
            line.addWidget(name)
            line.addWidget(Words(words), 1)
            text.addLayout(line)
            text.addSpacing(4)
        text.addSpacing(24)
        about = _("Alliance Desktop {version}. It uses no network, keeps no account and sends nothing anywhere.")
        text.addWidget(Words(about.format(version=version("alliance-desktop")), "small", "muted"))
        text.addStretch(1)
        reading = row(gap=0)
        reading.addWidget(Readable(text, _LINE), 1)
        reading.addStretch(0)
        self.scroll_area.column.addLayout(reading)
        self.scroll_area.column.setContentsMargins(40, 32, 40, 32)
        self.setLayout(column(self.scroll_area))
