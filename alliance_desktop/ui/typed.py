"""What stands in the named fields of a form, as plain words: to be kept while nobody accepted it, and put back."""

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QRadioButton, QWidget

from alliance_desktop.domain.days import NotADay
from alliance_desktop.ui.widgets.buttons import TickBox
from alliance_desktop.ui.widgets.fields import DayField

_TICKED = (QCheckBox, QRadioButton, TickBox)


def typed(form: QWidget) -> dict[str, str]:
    """What stands in each field of a form by the field's name; what is chosen or ticked as a number."""
    found = {}
    for field in form.findChildren(QWidget):
        words = _words(field)
        if words is not None and field.objectName() and not field.objectName().startswith("qt_"):
            found[field.objectName()] = words
    return found


def _words(field: QWidget) -> str | None:
    if isinstance(field, QLineEdit):
        return field.text() if field.echoMode() is QLineEdit.EchoMode.Normal else None
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    if isinstance(field, QComboBox):
        return str(field.currentIndex())
    return str(int(field.isChecked())) if isinstance(field, _TICKED) else None


def put_back(form: QWidget, words: Mapping[str, str]) -> None:
    """Fill the fields of a form; choices first, for some of them write into other fields."""
    fields = {field.objectName(): field for field in form.findChildren(QWidget) if field.objectName() in words}
    for name, field in sorted(fields.items(), key=lambda pair: not isinstance(pair[1], QComboBox)):
        if isinstance(field, QLineEdit):
            field.setText(words[name])
        elif isinstance(field, QPlainTextEdit):
            field.setPlainText(words[name])
        elif isinstance(field, QComboBox):
            field.setCurrentIndex(int(words[name]))
        elif isinstance(field, _TICKED):
            field.setChecked(words[name] == "1")


def day_that_is_none(form: QWidget) -> tuple[DayField, str] | None:
    """The first field for a day whose words cannot be read as one, and why; None when all can."""
    for field in form.findChildren(DayField):
        try:
            field.day()
        except NotADay as refusal:
            return field, str(refusal)
    return None


def days_that_are_none(form: QWidget) -> dict[str, str]:
    """The words in fields for days that cannot be read as one, by the field's name."""
    return {field.objectName(): field.text() for field in form.findChildren(DayField) if field.is_none()}
