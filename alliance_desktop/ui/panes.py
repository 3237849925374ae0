"""F6: the keyboard goes from the sidebar to the page and back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget


def go_on(whole: QWidget, sidebar: QWidget, stack: QStackedWidget) -> None:
    """Put the cursor into the first thing of the pane that does not have it."""
    focused = whole.focusWidget()
    inside = focused is not None and stack.isAncestorOf(focused)
    pane = sidebar if inside else stack.currentWidget() or sidebar
    able = (w for w in pane.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible())
    first = next(able, None)
    if first is not None:
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
