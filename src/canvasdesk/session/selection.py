"""What the user looks at and holds: canvas, selected notes and links, the part with the focus."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from canvasdesk.session.document import Document


class Selection(QObject):
    """Follows a document: what vanishes from it leaves the selection too."""

    changed = Signal()
    canvas_changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.canvas_id: str | None = None
        self.ids: frozenset[str] = frozenset()
        self.focus: str | None = None
        document.changed.connect(self._prune)
        document.replaced.connect(self._start_over)
        self._start_over()

    def select(self, ids: Iterable[str], focus: str | None = None) -> None:
        """Hold `ids` (notes and links of the canvas shown); a single one takes the focus by itself."""
        chosen = frozenset(ids)
        if focus is None and len(chosen) == 1:
            focus = next(iter(chosen))
        self._set(chosen, focus)

    def toggle(self, part_id: str) -> None:
        """Take `part_id` into the selection, or out of it."""
        self._set(self.ids ^ {part_id}, part_id)

    def clear(self) -> None:
        """Hold nothing; the focus stays where it is, so that the keyboard can go on from there."""
        self._set(frozenset(), self.focus)

    def show_canvas(self, canvas_id: str) -> None:
        """Look at another canvas, with nothing selected."""
        if canvas_id != self.canvas_id and canvas_id in self._document.workspace.canvas_by_id:
            self.canvas_id = canvas_id
            self.ids, self.focus = frozenset(), None
            self.canvas_changed.emit()
            self.changed.emit()

    def _set(self, ids: frozenset[str], focus: str | None) -> None:
        if (ids, focus) != (self.ids, self.focus):
            self.ids, self.focus = ids, focus
            self.changed.emit()

    def _start_over(self) -> None:
        self.canvas_id = next(iter(self._document.workspace.canvas_by_id), None)
        self.ids, self.focus = frozenset(), None
        self.canvas_changed.emit()
        self.changed.emit()

    def _prune(self) -> None:
        canvas = self._document.workspace.canvas_by_id.get(self.canvas_id or "")
        if canvas is None:
            self._start_over()
        else:
            focus = self.focus if self.focus in canvas.ids else None
            self._set(self.ids & canvas.ids, focus)
