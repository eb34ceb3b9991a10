"""The fit explained: figures, a sentence a note, what is missing, what one more link would be worth."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from canvasdesk.drawing.naming import share_name, stage_name, verdict_name
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.explain import explain
from canvasdesk.model.fit import Fit, Stage, fit, stage
from canvasdesk.panels.forms import MARGIN, Rows, heading, page, plain, quiet, unbroken
from canvasdesk.panels.text_button import TextButton
from canvasdesk.session.commands import shown_canvas
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.words import translate

MOST_SENTENCES = 40  # notes explained one by one; a canvas with more is told by its heaviest
MOST_NEXT = 5


class FitPanel(QWidget):
    """Follows the canvas shown while it can be seen."""

    said = Signal(str)

    def __init__(self, document: Document, selection: Selection) -> None:
        super().__init__()
        self._document = document
        self._selection = selection
        self._shown: tuple[object, object, object] = (None, None, None)
        area, column = page()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self._headline, self._figures, self._remarks = plain(""), plain(""), quiet("")
        self._headline.setObjectName("headline")
        self._next_heading = heading(translate("Fit", "What one more link would be worth"))
        self._notes_heading = heading(translate("Fit", "Note by note"))
        self._more = quiet("")
        for part in (self._headline, self._figures, self._remarks, self._next_heading):
            column.addWidget(part)
        self._next = Rows(column, self._sentence)
        column.addWidget(self._notes_heading)
        self._notes = Rows(column, self._sentence)
        column.addWidget(self._more)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.setAccessibleName(translate("Fit", "The fit explained"))
        document.changed.connect(self._follow)
        document.replaced.connect(self._follow)
        selection.canvas_changed.connect(self._follow)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody could see it."""
        super().showEvent(event)
        self._follow()

    def _sentence(self, note_id: str) -> TextButton:
        """Give a sentence about a note; pressing it selects the note."""
        button = TextButton("sentence")
        button.clicked.connect(lambda: self._selection.select([note_id]))
        return button

    def _follow(self) -> None:
        canvas = shown_canvas(self._document, self._selection)
        workspace = self._document.workspace
        levels = workspace.levels
        there = (canvas, levels, workspace.business_model)
        if not self.isVisible() or all(new is old for new, old in zip(there, self._shown, strict=True)):
            return
        self._shown = there
        reached = stage(workspace, canvas.id) if canvas else Stage.NO_FIT
        if canvas is None:
            canvas = ValuePropositionCanvas()
        told = explain(canvas, levels, MOST_SENTENCES)
        self._headline.setText(unbroken(told.headline))
        self._figures.setText(_figures(fit(canvas, levels), reached))
        self._remarks.setText(unbroken("\n".join(told.remarks)))
        self._remarks.setVisible(bool(told.remarks))
        for above, rows, sentences in (
            (self._next_heading, self._next, told.next_links[:MOST_NEXT]),
            (self._notes_heading, self._notes, told.notes),
        ):
            above.setVisible(bool(sentences))
            shown = rows.show_for([each.note_id for each in sentences])
            for each in sentences:
                shown[each.note_id].say(each.text)
        self._more.setText(translate("Fit", "and %n lighter note(s)", count=told.left_out))
        self._more.setVisible(told.left_out > 0)


def _figures(figures: Fit, reached: Stage) -> str:
    """Give the figures a line each, in the words of the meter; the remarks have the others."""
    paper, verdict = share_name(figures.on_paper), verdict_name(figures.verdict)
    linked, offered = figures.linked, figures.offered
    return "\n".join(
        (
            translate("Fit", "On paper: {share}, {verdict}", share=paper, verdict=verdict),
            translate("Fit", "Proven: {share}", share=share_name(figures.proven)),
            translate("Fit", "Wanted: {linked} of {offered} square notes", linked=linked, offered=offered),
            stage_name(reached),
        )
    )
