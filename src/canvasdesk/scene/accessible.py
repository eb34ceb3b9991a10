"""The canvas for those who do not see it: each note an item of a list, and words for wherever the focus goes.

The interfaces are made when a screen reader first asks. Qt and Python both hold on to them, so none is
destroyed while its view lives: that of a note which is gone says that it is not valid, and serves again when
an undo brings the note back.
"""

from functools import cache
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect, QRectF
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QColor,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from canvasdesk.drawing.card import CardLook
from canvasdesk.drawing.naming import listed
from canvasdesk.layout.walk import reading_order
from canvasdesk.model.sections import Section
from canvasdesk.scene.camera_view import CameraView
from canvasdesk.scene.canvas_scene import CanvasScene
from canvasdesk.words import translate


def links_name(section: Section, count: int) -> str:
    """Say with how many notes of the other half a note of `section` is linked."""
    if not count:
        return translate("Spoken", "no link yet")
    return {
        Section.JOBS: translate("Spoken", "answered by %n product(s) or service(s)", count=count),
        Section.PAINS: translate("Spoken", "answered by %n pain reliever(s)", count=count),
        Section.GAINS: translate("Spoken", "answered by %n gain creator(s)", count=count),
        Section.PRODUCTS: translate("Spoken", "answers %n customer job(s)", count=count),
        Section.RELIEVERS: translate("Spoken", "answers %n pain(s)", count=count),
        Section.CREATORS: translate("Spoken", "answers %n gain(s)", count=count),
    }[section]


def spoken_note(look: CardLook, links: int) -> tuple[str, str]:
    """Give what a note is called and how it is described: section, importance, links, evidence."""
    name, described = look.words()
    name = name or translate("Spoken", "Empty note")
    if isinstance(look.field, Section):
        return name, listed([described, links_name(look.field, links)])
    return name, described


def spoken(scene: CanvasScene, part_id: str) -> str:
    """Say what a note or link is, in one sentence; nothing for what is not on the canvas shown."""
    if note := scene.notes.get(part_id):
        return listed(list(spoken_note(note.look, len(scene.links_of([part_id])))))
    if link := scene.links.get(part_id):
        return link.look.words()[0]
    return ""


class NoteFace(QAccessibleInterface):
    """A note as an item of the canvas."""

    def __init__(self, view: CameraView, note_id: str) -> None:
        super().__init__()
        self._view, self._scene, self.note_id = view, view.scene, note_id

    def isValid(self) -> bool:
        """Say whether the note is on the canvas shown."""
        return self.note_id in self._scene.notes

    def object(self) -> QObject:
        """Give the object behind it: there is none."""
        return None  # type: ignore[return-value]

    def window(self) -> QWindow:
        """Give the window it is in."""
        return self._view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """Give the canvas."""
        return QAccessible.queryAccessibleInterface(self._view)

    def child(self, _index: int) -> QAccessibleInterface:
        """Give a part of it: it has none."""
        return None  # type: ignore[return-value]

    def childCount(self) -> int:
        """Give the number of its parts."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """Give the number of a part."""
        return -1

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface:
        """Give the part at a point of the screen."""
        return None  # type: ignore[return-value]

    def text(self, kind: QAccessible.Text) -> str:
        """Give name or description."""
        if not self.isValid():
            return ""
        name, described = spoken_note(
            self._scene.notes[self.note_id].look, len(self._scene.links_of([self.note_id]))
        )
        return {QAccessible.Text.Name: name, QAccessible.Text.Description: described}.get(kind, "")

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Take no text: notes are edited with the keyboard."""

    def rect(self) -> QRect:
        """Give its place on the screen."""
        if not self.isValid():
            return QRect()
        place = QRectF(*self._view.camera.rect_to_view(self._scene.place_of(self.note_id))).toAlignedRect()
        return place.translated(self._view.mapToGlobal(QPoint(0, 0)))

    def role(self) -> QAccessible.Role:
        """Say that it is an item of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Say whether it has the focus, is selected, or lies outside the view."""
        state, selection = QAccessible.State(), self._scene.selection
        if not self.isValid():
            state.invalid = True
            return state
        state.focusable = state.selectable = state.multiSelectable = True
        state.focused = self._view.hasFocus() and selection.focus == self.note_id
        state.selected = self.note_id in selection.ids
        state.offscreen = not self._scene.place_of(self.note_id).intersects(
            self._view.camera.shown(self._view.room)
        )
        return state

    def foregroundColor(self) -> QColor:
        """Give the colour of its letters."""
        return QColor(self._scene.theme.ink)

    def backgroundColor(self) -> QColor:
        """Give the colour of its paper."""
        if not self.isValid():
            return QColor()
        return QColor(self._scene.notes[self.note_id].look.hue(self._scene.theme).fill)


class CanvasFace(QAccessibleWidget):
    """The canvas as a list of notes in reading order; the widgets that lie on it come after them."""

    def __init__(self, view: CameraView) -> None:
        super().__init__(view, QAccessible.Role.List)
        self._view, self._scene = view, view.scene
        self._faces: dict[str, NoteFace] = {}
        self._order: list[str] = []
        self._ordered: object = None

    def text(self, kind: QAccessible.Text) -> str:
        """Give name or description: segment and sentence."""
        if kind in {QAccessible.Text.Name, QAccessible.Text.Description}:
            name, described = self._scene.look.words()
            return name if kind is QAccessible.Text.Name else described
        return super().text(kind)

    def face(self, note_id: str) -> NoteFace:
        """Give the interface of a note."""
        if note_id not in self._faces:
            self._faces[note_id] = NoteFace(self._view, note_id)
        return self._faces[note_id]

    def _notes(self) -> list[str]:
        if self._ordered is not self._scene.look:
            notes = self._scene.notes.values()
            self._order = reading_order((note.id, note.look.field, note.rect) for note in notes)
            self._ordered = self._scene.look
        return self._order

    def childCount(self) -> int:
        """Give the number of notes and widgets."""
        return len(self._notes()) + super().childCount()

    def child(self, index: int) -> QAccessibleInterface:
        """Give a note or widget by its number."""
        notes = self._notes()
        return self.face(notes[index]) if 0 <= index < len(notes) else super().child(index - len(notes))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Give the number of a note or widget, -1 for another's."""
        notes = self._notes()
        if isinstance(child, NoteFace):
            return notes.index(child.note_id) if child.note_id in notes else -1
        index = super().indexOfChild(child)
        return index + len(notes) if index >= 0 else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Give what lies at a point of the screen."""
        at = self._view.mapFromGlobal(QPoint(x, y))
        note_id = self._scene.note_at(self._view.to_canvas(at.toPointF()))
        return self.face(note_id) if note_id else super().childAt(x, y)

    def focusChild(self) -> QAccessibleInterface:
        """Give the note with the focus."""
        focus = self._scene.selection.focus
        if self._view.hasFocus() and focus in self._scene.notes and focus:
            return self.face(focus)
        return super().focusChild()


@cache
def install() -> None:
    """Let screen readers find the notes on every canvas, once."""
    QAccessible.installFactory(_face_of)


def _face_of(_name: str, owner: QObject | None) -> Any:
    return CanvasFace(owner) if isinstance(owner, CameraView) else None


def say(widget: QWidget, sentence: str) -> None:
    """Let a screen reader say a sentence, without moving the focus."""
    if sentence and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def say_focus(view: CameraView) -> None:
    """Tell a screen reader where the focus is: at a note, which it reads, or at a link, said in words."""
    scene = view.scene
    if not QAccessible.isActive() or not view.hasFocus():
        return
    held, focus = scene.selection.ids & scene.links.keys(), scene.selection.focus
    if held:
        say(view, spoken(scene, min(held)))
    elif focus in scene.notes and focus:
        face = QAccessible.queryAccessibleInterface(view)
        if isinstance(face, CanvasFace):
            QAccessible.updateAccessibility(QAccessibleEvent(face.face(focus), QAccessible.Event.Focus))
