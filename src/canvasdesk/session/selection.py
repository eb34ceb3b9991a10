"""What the user looks at, a canvas or the business model, and what of it is selected or has the focus."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QObject, Signal

from canvasdesk.model.business import Purpose
from canvasdesk.model.sessions import Frame
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.session.stops import OVERVIEW, Stop

TRAIL_LENGTH = 50  # ways back that are kept
_MODEL_FIRST = {Purpose.NEW_IDEA, Purpose.REDESIGN, Purpose.PORTFOLIO}


class Selection(QObject):
    """Follows a document: what vanishes from it leaves the selection too.

    `canvas_id` is None while the business model is shown; a workspace without segments shows that. `stop` is
    where one is on the walk through the canvas with a room; without a room it stays at the overview.
    `part_shown` carries a part that somebody wants to see, wherever it lies.
    """

    changed = Signal()
    canvas_changed = Signal()
    only_changed = Signal()
    part_shown = Signal(str)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.canvas_id: str | None = None
        self.stop = OVERVIEW
        self.ids: frozenset[str] = frozenset()
        self.focus: str | None = None
        self.followed: str | None = None
        """The flow followed last; the next one goes on from it."""
        self._left: str | None = None
        self._trail: list[tuple[str | None, str]] = []
        """Canvas and focus from where `show_part` went to another sheet, the latest last."""
        self._last: dict[str, str] = {}
        """The canvas last looked at, by its segment."""
        self.only: str | None = None
        """The segment to which the business model is narrowed down; None shows the entries of all."""
        document.changed.connect(self._prune)
        document.replaced.connect(self._start_over)
        self._start_over()

    def select(self, ids: Iterable[str], focus: str | None = None) -> None:
        """Hold `ids`, parts of what is shown; a single one takes the focus by itself.

        On a canvas these are notes and links, on the business model entries and segments.
        """
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
        if canvas_id in self._document.workspace.canvas_by_id:
            self._show(canvas_id)

    def show_stop(self, stop: Stop) -> None:
        """Look at a frame of the canvas shown, or of the one that was left, with nothing selected."""
        if stop.frame is Frame.BUSINESS_MODEL:
            self.show_business_model()
            return
        if self.canvas_id is None:
            self.show_last_canvas()
        if self.canvas_id is not None and stop != self.stop:
            self.stop, self.ids, self.focus = stop, frozenset(), None
            self.canvas_changed.emit()
            self.changed.emit()

    def show_segment(self, segment_id: str) -> None:
        """Look at the canvas of a segment that was looked at last, else at its first."""
        if segment := self._document.workspace.segment_by_id.get(segment_id):
            ids, last = [canvas.id for canvas in segment.canvases], self._last.get(segment_id)
            self._show(last if last in ids else ids[0])

    def show_last_canvas(self) -> None:
        """Look at the canvas that was left last, or the first there is."""
        there = self._document.workspace.canvas_by_id
        canvas_id = self._left if self._left in there else next(iter(there), None)
        if canvas_id:
            self._show(canvas_id)

    def show_part(self, part_id: str) -> None:
        """Look at a note, link, entry or segment where it lies, and select it."""
        there = self._document.workspace
        on_model = part_id in there.entry_by_id or part_id in there.segment_by_id
        canvas = None if on_model else there.canvas_of(part_id)
        if not (on_model or canvas):
            return
        canvas_id = canvas.id if canvas else None
        if canvas_id != self.canvas_id:
            self._trail = [*self._trail[1 - TRAIL_LENGTH :], (self.canvas_id, self.focus or "")]
        self._show(canvas_id)
        if canvas_id and not self.stop.on_canvas:
            self.show_stop(self._stop_with(part_id))
        self.select([part_id], part_id)
        self.part_shown.emit(part_id)

    def _stop_with(self, part_id: str) -> Stop:
        """Give a frame that shows a note: the wall of its section, else the overview."""
        note = self._document.workspace.note(part_id)
        if note is None:
            return OVERVIEW
        return self.stop if self.stop.frame.section is note.section else Stop(Frame(note.section.value))

    @property
    def can_go_back(self) -> bool:
        """Whether `show_part` went from one sheet to another."""
        return bool(self._trail)

    def go_back(self) -> None:
        """Look again at the sheet and the part from where `show_part` went to this one."""
        while self._trail:
            canvas_id, focus = self._trail.pop()
            if canvas_id is None or canvas_id in self._document.workspace.canvas_by_id:
                self._show(canvas_id)
                if focus in self._parts():
                    self.select([focus], focus)
                    self.part_shown.emit(focus)
                return

    def show_business_model(self) -> None:
        """Look at the business model, with the segment selected whose canvas was left."""
        segment = self._document.workspace.segment_of.get(self.canvas_id or "")
        self._show(None, segment.id if segment else None)

    def show_only(self, segment_id: str | None) -> None:
        """Narrow the business model down to the entries of one segment, or show all again."""
        if segment_id != self.only:
            self.only = segment_id
            self.only_changed.emit()
            self.changed.emit()

    def _show(self, canvas_id: str | None, focus: str | None = None) -> None:
        if canvas_id != self.canvas_id:
            self._left, self.canvas_id, self.stop = self.canvas_id, canvas_id, OVERVIEW
            self.ids, self.focus = frozenset({focus} if focus else ()), focus
            if canvas_id:
                self._last[self._document.workspace.segment_of[canvas_id].id] = canvas_id
            self.canvas_changed.emit()
            self.changed.emit()

    def _set(self, ids: frozenset[str], focus: str | None) -> None:
        if (ids, focus) != (self.ids, self.focus):
            self.ids, self.focus = ids, focus
            self.changed.emit()

    def _start_over(self) -> None:
        self.only = None
        self._trail.clear()
        self.stop = OVERVIEW
        self.canvas_id = first_shown(self._document.workspace)
        self.ids, self.focus = frozenset(), None
        self.canvas_changed.emit()
        self.changed.emit()

    def _prune(self) -> None:
        there = self._document.workspace
        if self.canvas_id is not None and self.canvas_id not in there.canvas_by_id:
            self._start_over()
            return
        if self.only not in there.segment_by_id:
            self.show_only(None)
        parts = self._parts()
        self._set(self.ids & parts, self.focus if self.focus in parts else None)

    def _parts(self) -> AbstractSet[str]:
        """Give the ids of everything on what is shown."""
        there = self._document.workspace
        canvas = there.canvas_by_id.get(self.canvas_id or "")
        return canvas.ids if canvas else there.entry_by_id.keys() | there.segment_by_id.keys()


def first_shown(workspace: Workspace) -> str | None:
    """Give the canvas that is shown first; None for the business model.

    That comes first where there is no canvas, or where one begins with it and no canvas has a note yet.
    """
    canvases = workspace.canvas_by_id
    if workspace.business_model.purpose in _MODEL_FIRST and not any(each.notes for each in canvases.values()):
        return None
    return next(iter(canvases), None)
