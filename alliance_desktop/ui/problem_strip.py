"""The loud line: something could not be saved, and why; it stays until everything is saved again."""

from PySide6.QtWidgets import QHBoxLayout

from alliance_desktop.ui.widgets.words import Frame, Picture, Words


class ProblemStrip(Frame):
    """Stands above the page; what was typed is still in its field."""

    def __init__(self) -> None:
        super().__init__("problem")
        self.setObjectName("problem_strip")
        self.sentence = Words("", "strong", "danger")
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 12, 40, 12)
        row.setSpacing(12)
        row.addWidget(Picture("circle-alert", "danger", 20))
        row.addWidget(self.sentence, 1)
        self.hide()

    def show_problem(self, sentence: str) -> None:
        """Say what is not saved and why."""
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()

    def all_well(self) -> None:
        """Everything is saved again."""
        self.hide()
