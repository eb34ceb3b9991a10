"""The scene: it follows document and selection, and knows what lies where on the canvas shown."""

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import QObject, Signal

from canvasdesk.drawing.card import Field
from canvasdesk.drawing.sheet import BoardPart, Sheet
from canvasdesk.editing.covering import veiled
from canvasdesk.layout.geometry import Point, Rect, Size
from canvasdesk.layout.projection import Projection
from canvasdesk.layout.style import Theme
from canvasdesk.model.workspace import Workspace
from canvasdesk.scene.found import Held, Standing
from canvasdesk.scene.items import RIM, LinkItem, NoteItem, follow, touching
from canvasdesk.scene.sheets import sheet_look
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection

LINK_REACH = 5.0  # canvas units beside a link where the mouse still finds it


class CanvasScene(QObject):
    """What a sheet holds as items, in drawing order: notes and links, or the cards of the business model.

    `leaving` tells that another sheet is about to be shown, `canvas_shown` that it is in place. `spoiled`
    carries the rectangles (canvas units) in which the still picture is another now, or None for all of it.
    `lifted_changed`, `moved`, `figures_changed` and `marks_changed` tell that what is drawn above the still
    picture is another.
    """

    leaving = Signal()
    canvas_shown = Signal()
    spoiled = Signal(object)
    lifted_changed = Signal()
    moved = Signal()
    figures_changed = Signal()
    marks_changed = Signal()

    def __init__(
        self, document: Document, selection: Selection, theme: Theme, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.document, self.selection = document, selection
        self.theme = theme
        self.projection = Projection(Size(1920.0, 1080.0))
        """The picture that a room sees, for which frames are made."""
        self.veiled = False
        """Whether a room looks on, so that nothing tells what is on covered notes."""
        self.look = sheet_look(document.workspace, selection, self.projection)
        self.notes: dict[str, NoteItem] = {}
        self.links: dict[str, LinkItem] = {}
        self.lifted: frozenset[str] = frozenset()
        """The notes on the move, and the links that follow them: they are no part of the still picture."""
        self.kept: frozenset[str] | None = None
        """The notes that are not dimmed; None where nothing is."""
        self.hovered: str | None = None
        self.left_out: str | None = None
        """The note whose links are shown as if they were not there."""
        self._forget()
        document.changed.connect(self._follow)
        selection.canvas_changed.connect(self._show_canvas)
        selection.only_changed.connect(self._follow)
        selection.changed.connect(self._change_marks)
        self._show_canvas()

    # What lies where.

    def note_item(self, note_id: str) -> NoteItem:
        """Give the item of a note; raises `KeyError` where the canvas shown has none."""
        return self.notes[note_id]

    def place_of(self, note_id: str) -> Rect:
        """Give the place of a note as it is shown; raises `KeyError` where the canvas shown has none."""
        return self.notes[note_id].rect

    def content_rect(self) -> Rect:
        """Give the rectangle around everything: the board and the notes that stand outside it."""
        return self.standing.content

    def notes_in(self, rect: Rect) -> list[NoteItem]:
        """Give the notes that touch a part of the canvas, the topmost last."""
        return touching(self.notes.values(), rect)

    def links_in(self, rect: Rect) -> list[LinkItem]:
        """Give the links whose bounds touch a part of the canvas, the topmost last."""
        return touching(self.links.values(), rect)

    def note_at(self, point: Point) -> str | None:
        """Give the topmost note at a point."""
        found = [note.id for note in self.notes_in(Rect(*point, 0.0, 0.0))]
        above = [note_id for note_id in found if note_id in self.lifted] or found
        return above[-1] if above else None

    def link_at(self, point: Point, reach: float = LINK_REACH) -> str | None:
        """Give the link nearest to a point, at most `reach` canvas units away; none under a note."""
        near = () if self.note_at(point) else self.links_in(Rect(*point, 0.0, 0.0).inset(-reach))
        distance, link_id = min(((link.distance(point), link.id) for link in near), default=(reach, None))
        return link_id if distance <= reach else None

    def field_at(self, point: Point) -> Field | None:
        """Give the section or block a point lies in, None outside all of them."""
        return self.look.field_at(*point)

    def board_part_at(self, point: Point) -> BoardPart | None:
        """Give the part of the board at a point that answers a click; none under a note."""
        if self.note_at(point):
            return None
        return next((part for part, place in self.look.parts.items() if place.contains(point)), None)

    def links_of(self, note_ids: Iterable[str]) -> frozenset[str]:
        """Give the ids of the links that any of the notes has."""
        notes = frozenset(note_ids)
        links = [look.link for look in self.look.links.values()] if notes else ()
        return frozenset(link.id for link in links if link.source in notes or link.target in notes)

    # What is shown otherwise than the document alone says.

    def set_theme(self, theme: Theme) -> None:
        """Show everything in other colours."""
        self.theme = theme
        self._forget()
        self.spoiled.emit(None)

    def set_dimmed(self, kept: Collection[str] | None) -> None:
        """Dim everything but the notes `kept`; with None nothing is dimmed."""
        self.kept = None if kept is None else frozenset(kept)
        self._change_marks()

    def set_hovered(self, part_id: str | None) -> None:
        """Mark the note or link under the mouse."""
        if part_id != self.hovered:
            self.hovered = part_id
            self._change_marks()

    def set_left_out(self, note_id: str | None) -> None:
        """Show the links of a note as if they were not there; None shows all again."""
        if note_id != self.left_out:
            self.left_out = note_id
            self._change_marks()

    def begin_moving(self, note_ids: Collection[str]) -> None:
        """Lift notes, with their links, off the still picture, to be moved about."""
        notes = frozenset(note_ids) & self.notes.keys()
        self._lift(notes | self.links_of(notes))

    def preview_places(self, places: Mapping[str, tuple[float, float]]) -> None:
        """Show notes elsewhere (top left corners, canvas units), with their links; the document rests."""
        if not self.lifted.issuperset(places):
            self.begin_moving((self.lifted & self.notes.keys()) | places.keys())
        for note_id, (x, y) in places.items():
            self.notes[note_id].place(x, y)
        for link_id in self.lifted & self.links.keys():
            link = self.links[link_id]
            source, target = link.ends
            link.join(self.notes[source].rect, self.notes[target].rect)
        self.moved.emit()

    def resync(self) -> None:
        """Put everything where the document says, and set down what was lifted; after a drop as after Esc."""
        for part_id in self.lifted:
            if note := self.notes.get(part_id):
                note.show(note.look)
            elif link := self.links.get(part_id):
                link.show(link.look)
        self._lift(frozenset())

    def _lift(self, lifted: frozenset[str]) -> None:
        if lifted == self.lifted:
            return
        changed, self.lifted = self.lifted ^ lifted, lifted
        self._forget()
        items = (self.notes.get(each) or self.links.get(each) for each in changed)
        self.lifted_changed.emit()
        self.spoiled.emit([rect for item in items if item for rect in item.covered()])

    def _change_marks(self) -> None:
        self.held = Held(self)
        self.marks_changed.emit()

    def _forget(self) -> None:
        """Find anew what follows from where everything is, when it is asked for next."""
        self.standing, self.held = Standing(self), Held(self)

    def set_projection(self, projection: Projection) -> None:
        """Make frames for another picture from now on."""
        if projection != self.projection:
            self.projection = projection
            if not self.selection.stop.on_canvas:
                self._follow()

    def set_veiled(self, *, on: bool) -> None:
        """Keep what is on covered notes from a room, or show it again."""
        if on is not self.veiled:
            self.veiled = on
            self._follow()

    # Following the document.

    @property
    def seen(self) -> Workspace:
        """The workspace, as a room may see it where one looks on."""
        workspace = self.document.workspace
        return veiled(workspace) if self.veiled else workspace

    def _sheet(self) -> Sheet:
        return sheet_look(self.seen, self.selection, self.projection, self.look)

    def _show_canvas(self) -> None:
        self.leaving.emit()
        self.look = self._sheet()
        self.notes = {each: NoteItem(look) for each, look in self.look.notes.items()}
        self.links = {each: LinkItem(look) for each, look in self.look.links.items()}
        self.lifted, self.kept, self.hovered = frozenset(), None, None
        self._forget()
        self.canvas_shown.emit()

    def _follow(self) -> None:
        before, now = self.look, self._sheet()
        if before.id != now.id:
            self._show_canvas()
            return
        self.look = now
        self._forget()
        changed = follow(self.notes, now.notes, NoteItem, self.lifted)
        changed += follow(self.links, now.links, LinkItem, self.lifted)
        if gone := self.lifted - self.notes.keys() - self.links.keys():
            self._lift(self.lifted - gone)
        words = now.changed(before)
        if words is None:
            self.spoiled.emit(None)
        elif changed := changed + [place.inset(-RIM) for place in words]:
            self.spoiled.emit(changed)
        self.figures_changed.emit()
