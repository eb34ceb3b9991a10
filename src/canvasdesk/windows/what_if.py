"""What if: beside the meter, the fit without the note of the square under the mouse or with the focus."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from canvasdesk.drawing.naming import covered_name, share_name
from canvasdesk.drawing.sheet import BoardPart
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.fit import fit, percent
from canvasdesk.model.notes import Note
from canvasdesk.model.quoting import isolated, one_line
from canvasdesk.model.sections import Half
from canvasdesk.model.what_if import without
from canvasdesk.scene.accessible import say
from canvasdesk.scene.view import CanvasView
from canvasdesk.windows.overlay import MARGIN, Overlay
from canvasdesk.words import translate

APART = 6  # pixels below the meter
SIZE = 12  # points
LONGEST = 32  # letters of the note: what is beside the meter is to be seen


class WhatIf(Overlay):
    """Follows mouse and focus while it is `on`; the mouse goes through it, and a room may read it."""

    def __init__(self, host: QWidget, view: CanvasView) -> None:
        super().__init__(host, view)
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._view, self._scene = view, view.scene
        self._known: tuple[ValuePropositionCanvas, str] | None = None
        """What the sentence is about: the canvas as it is now, and a note of it."""
        self.on = False
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        font = self.label.font()
        font.setPointSize(SIZE)
        font.setBold(True)
        self.label.setFont(font)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, APART, MARGIN, APART)
        row.addWidget(self.label)
        for signal in (self._scene.marks_changed, self._scene.figures_changed, self._scene.canvas_shown):
            signal.connect(self._look)
        view.camera_changed.connect(self._stay)

    def toggle(self) -> None:
        """Begin to tell, or stop."""
        self.on = not self.on
        self._look()
        if self.on and self._known is None:
            say(self._view, translate("WhatIf", "Go to a note of the value map to see the fit without it."))

    def placed(self, room: QRect) -> QRect:
        """Give the place below the meter, or the nearest one in sight."""
        place = super().placed(room)
        meter = self._scene.look.parts.get(BoardPart.METER)
        if meter:
            x, y, w, h = self._view.camera.rect_to_view(meter)
            at = self._view.mapTo(self._host, QPoint(round(x + w / 2), round(y + h) + APART))
            place.moveCenter(QPoint(at.x(), place.center().y()))
            place.moveTop(at.y())
        place.moveLeft(max(room.left(), min(place.left(), room.right() - place.width())))
        place.moveTop(max(room.top(), min(place.top(), room.bottom() - place.height())))
        return place

    @property
    def _meant(self) -> tuple[ValuePropositionCanvas, Note] | None:
        """The canvas shown with the note of its square under the mouse, else with the focus."""
        selection = self._scene.selection
        canvas = self._scene.document.workspace.canvas_by_id.get(selection.canvas_id or "")
        if canvas is None:
            return None
        found = (canvas.note_by_id.get(each or "") for each in (self._scene.hovered, selection.focus))
        note = next((each for each in found if each and each.section.half is Half.SQUARE), None)
        return (canvas, note) if note else None

    def _look(self) -> None:
        """Say what holds of the note meant by now."""
        meant = self._meant if self.on else None
        if meant is None:
            self._known = None
            self._scene.set_left_out(None)
            self.dismiss()
            return
        canvas, note = meant
        if self._known and self._known[0] is canvas and self._known[1] == note.id:
            return
        self._known = canvas, note.id
        self._scene.set_left_out(note.id)
        self.label.setText(self._sentence(canvas, note))
        self.adjustSize()
        self.open()
        say(self._view, self.label.text())

    def _sentence(self, canvas: ValuePropositionCanvas, note: Note) -> str:
        levels = self._scene.document.workspace.levels
        now, then = (fit(each, levels).on_paper for each in (canvas, without(canvas, note.id)))
        name = covered_name() if note.covered else isolated(one_line(note.text, LONGEST))
        share = share_name(then)
        lost = percent(now) - percent(then) if now is not None and then is not None else 0
        if not lost:
            return translate("WhatIf", "Without “{note}”: {share}, as before", note=name, share=share)
        return translate("WhatIf", "Without “{note}”: {share} (−{lost})", note=name, share=share, lost=lost)

    def _stay(self) -> None:
        if self.isVisible():
            self.take_place()
