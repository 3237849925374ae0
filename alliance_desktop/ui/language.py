"""The language of the windows: our words and Qt's own."""

from PySide6.QtWidgets import QApplication

from alliance_desktop import words

_QT = "qt_words"


def speak(application: QApplication, language: str) -> None:
    """Speak a language (ISO code) from now on; what is on the screen already has to be made anew."""
    words.speak(language)
    speak_qt(application, language)


def speak_qt(application: QApplication, language: str) -> None:
    """Let Qt's own words, as in its file dialogs, be of a language; it is written in English."""
    former = application.property(_QT)
    if former is not None:
        application.removeTranslator(former)
        application.setProperty(_QT, None)
    if language == words.SOURCE:
        return
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator  # late: they would keep the door waiting

    translator = QTranslator(application)
    if translator.load(QLocale(language), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
        application.setProperty(_QT, translator)
