"""Show me where: both draw on the same figure, each in their own colour, pattern and sign."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from alliance_desktop.domain.plan import PlanContent
from alliance_desktop.ui.layouts import column
from alliance_desktop.ui.plan_parts.body_editor import BodyEditor
from alliance_desktop.ui.together.step import Step
from alliance_desktop.words import _


class WhereStep(Step):
    """The marks of the plan."""

    def __init__(self, client: str, therapist: str) -> None:
        super().__init__()
        self._names, self._height = (client, therapist), 0
        self.title = _("Where")
        self.onward = _("show where")
        self.question = _("Where do you feel it?")
        self.hint = _("Choose what it is, then touch the place. {name} can mark as well.").format(name=therapist)
        self.body_editor = BodyEditor(tall=True)
        self.setLayout(column(self.body_editor))
        self.body_editor.edited.connect(self.edited)
        self.body_editor.rebuilt.connect(self.rebuilt)
        self.body_editor.removed.connect(self.removed)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        return tuple(self.body_editor.stops)

    def show_content(self, content: PlanContent) -> None:
        self.body_editor.show_marks(content.marks, self._names)
        # Now, while the talk opens: nobody shall wait for the figure between two questions.
        self.body_editor.open()

    def fit_height(self, pixels: int) -> None:
        self._height = pixels
        if self.body_editor.chart is not None:
            self.body_editor.chart.figure.prefer_height(pixels)

    def take_focus(self) -> None:
        self.fit_height(self._height)
        super().take_focus()

    def put_into(self, content: PlanContent) -> PlanContent:
        return replace(content, marks=self.body_editor.marks())

    def is_done(self, content: PlanContent) -> bool:
        return bool(content.marks)
