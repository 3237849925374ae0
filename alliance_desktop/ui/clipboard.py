"""What is copied here does not stay: marked as secret for clipboard histories, and gone after half a minute."""

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

KEPT_FOR = 30_000

# KDE's clipboard, and Windows' history and cloud, leave alone what is marked like this.
_KDE = "x-kde-passwordManagerHint"
_WINDOWS = 'application/x-qt-windows-mime;value="{name}"'
_MARKS = {
    _KDE: b"secret",
    _WINDOWS.format(name="ExcludeClipboardContentFromMonitorProcessing"): b"\1\0\0\0",
    _WINDOWS.format(name="CanIncludeInClipboardHistory"): b"\0\0\0\0",
    _WINDOWS.format(name="CanUploadToCloudClipboard"): b"\0\0\0\0",
}


class ClipboardGuard(QObject):
    """Watches what this program copies, wherever in it; what other programs copied is left alone."""

    def __init__(self, parent: QObject, kept_for: int = KEPT_FOR) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._timer = QTimer(self, singleShot=True, interval=kept_for)
        self._timer.timeout.connect(self.forget)
        self._clipboard.dataChanged.connect(self._look)

    def forget(self) -> None:
        """Clear what was copied here; for locking, closing, and when its time is over."""
        self._timer.stop()
        if self._ours() and self._clipboard.text():
            self._clipboard.clear()
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def _look(self) -> None:
        data = self._clipboard.mimeData()
        if data is None or not self._ours() or not data.hasText():
            self._timer.stop()
        elif data.hasFormat(_KDE):
            self._timer.start()
        else:
            self._clipboard.setMimeData(_secret(data.text()))

    def _ours(self) -> bool:
        # Windowless platforms never say so, and nobody else is there.
        return self._clipboard.ownsClipboard() or QGuiApplication.platformName() in ("offscreen", "minimal")


def _secret(words: str) -> QMimeData:
    """The same words, and nothing but words, with every mark of a secret."""
    data = QMimeData()
    data.setText(words)
    for mark, value in _MARKS.items():
        data.setData(mark, value)
    return data
