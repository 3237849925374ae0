"""Words on a page: labels that keep their role and tone through every change of look."""

from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from alliance_desktop.ui import theme
from alliance_desktop.ui.by_name import put


class Words(QLabel):
    """A label in a role (size and weight) and a tone (colour); long words wrap, nothing is read as markup."""

    def __init__(self, text: str = "", role: str = "body", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._role = role
        put(self, textFormat="PlainText")
        self.setWordWrap(True)
        self.setProperty("tone", tone)
        self._dress()
        theme.signals.changed.connect(self._dress)

    def set_tone(self, tone: str) -> None:
        """Change the colour's name."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        # Polishing gives back the font from before the role was set.
        self._dress()

    def set_role(self, role: str) -> None:
        """Change size and weight."""
        self._role = role
        self._dress()

    def one_line(self) -> "Words":
        """Keep the words in one line; they are short."""
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        return self

    def set_or_hide(self, text: str) -> None:
        """Show these words, or nothing at all."""
        self.setText(text)
        self.setVisible(bool(text))

    def _dress(self) -> None:
        self.setFont(theme.font(self._role))


class Picture(QLabel):
    """An icon that stands for itself; it speaks only when given a name."""

    def __init__(self, name: str, token: str = "text", size: int = 20, spoken: str = "") -> None:
        super().__init__()
        self._icon = (name, token, size)
        self.setAccessibleName(spoken)
        put(self, alignment="AlignCenter")
        self._dress()
        theme.signals.changed.connect(self._dress)

    def show_icon(self, name: str, token: str) -> None:
        """Show another icon."""
        self._icon = (name, token, self._icon[2])
        self._dress()

    def _dress(self) -> None:
        self.setPixmap(theme.pixmap(*self._icon))
        self.setFixedSize(self.pixmap().deviceIndependentSize().toSize())


class Frame(QFrame):
    """A card, a quiet panel, a strip: named by its kind, dressed by the style sheet."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)


class Hairline(Frame):
    """A thin line between things."""

    def __init__(self) -> None:
        super().__init__("hair")
        self.setFixedHeight(1)
