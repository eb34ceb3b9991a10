"""Presenting: the window fills a screen, only the canvas is left, still to be worked on before a room."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from canvasdesk.drawing.card import Field
from canvasdesk.drawing.frames import need_at
from canvasdesk.layout.projection import HEIGHTS_AWAY, least_letters
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import ANSWERS, Section
from canvasdesk.model.sessions import Frame
from canvasdesk.scene.sheets import next_stop, page_of
from canvasdesk.scene.view import CanvasView
from canvasdesk.session.document import Document
from canvasdesk.session.said import capture
from canvasdesk.session.selection import Selection
from canvasdesk.session.settings import PICTURE_HEIGHT, PRESENT_SCREEN, ROOM_DEPTH, Settings
from canvasdesk.session.stops import OVERVIEW, Stop
from canvasdesk.windows.awake import Awake
from canvasdesk.windows.capture_line import CaptureLine
from canvasdesk.windows.screens import after, fill, named
from canvasdesk.windows.toast import Toast
from canvasdesk.words import translate

if TYPE_CHECKING:
    from canvasdesk.windows.main import MainWindow


def letters_for(settings: Settings) -> float:
    """Give the least height of letters for the room, as a share of the picture's height."""
    depth, height = settings.get(ROOM_DEPTH), settings.get(PICTURE_HEIGHT)
    return least_letters(depth, height) if depth and height else least_letters(HEIGHTS_AWAY, 1.0)


class Present(QObject):
    """Turns a window into a picture for a room and back; `changed` says that it did, or went on.

    The window goes back to where it was, with everything around the canvas as before.
    """

    changed = Signal()

    def __init__(
        self,
        window: "MainWindow",
        document: Document,
        selection: Selection,
        settings: Settings,
        view: CanvasView,
        toast: Toast,
    ) -> None:
        super().__init__(window)
        self._window, self._document, self._selection = window, document, selection
        self._settings, self._view, self._toast = settings, view, toast
        self.line = CaptureLine(window.centre, view)
        self.line.written.connect(self._write)
        self.line.turned.connect(self.write_for)
        self._awake = Awake()
        self._hidden: list[QWidget] = []
        self._stood = QByteArray()
        self._was_filling = False
        self.under_way = False
        view.stepped_out.connect(self._on_stepped_out)
        selection.canvas_changed.connect(self._on_stop)
        selection.part_shown.connect(self._turn_to)
        settings.changed.connect(self._on_setting)
        document.changed.connect(self._follow_covering)
        document.changed.connect(self._keep_panels_away)
        window.sides.folded.connect(self._keep_panels_away)
        window.closed.connect(self._awake.release)

    def toggle(self) -> None:
        """Begin, or end."""
        if self.under_way:
            self.end()
        else:
            self.begin()

    def begin(self) -> None:
        """Fill the screen chosen, with the whole canvas."""
        window = self._window
        self.under_way = True
        self._was_filling, self._stood = window.isFullScreen(), window.saveGeometry()
        around: Sequence[QWidget] = (window.menuBar(), window.tool_bar, window.hints, window.statusBar())
        self._hidden = [part for part in around if part.isVisible()]
        for part in self._hidden:
            part.hide()
        window.sides.step_aside(away=True)
        fill(window, named(self._settings.get(PRESENT_SCREEN)) or window.screen())
        self._view.capture_elsewhere = self._capture
        self._view.scene.set_veiled(on=True)
        self._view.installEventFilter(self)
        self._take_room()
        self._turn(self.line.section)
        self.line.open()
        self._selection.show_stop(OVERVIEW)
        self._view.fit()
        self._view.setFocus()
        self._awake.hold()
        self.changed.emit()

    def end(self) -> None:
        """Give the window back."""
        window = self._window
        self.under_way = False
        self._view.removeEventFilter(self)
        self._view.capture_elsewhere = None
        self._view.scene.set_veiled(on=False)
        self.line.dismiss()
        self._selection.show_stop(OVERVIEW)
        self._toast.raised = 0
        self._view.say("")
        self._view.frame_for(0.0, letters_for(self._settings))
        for part in self._hidden:
            part.show()
        window.sides.step_aside(away=False)
        if not self._was_filling:
            window.setWindowState(Qt.WindowState.WindowNoState)
            window.restoreGeometry(self._stood)
        self._view.fit()
        self._view.setFocus()
        self._awake.release()
        self.changed.emit()

    def next_screen(self) -> None:
        """Go on to the next screen, now and the next time."""
        screen: QScreen = after(self._window.screen())
        self._settings.set(PRESENT_SCREEN, screen.name())
        fill(self._window, screen)

    # The walk.

    def walk(self, steps: int) -> None:
        """Go on to the next frame, or back."""
        there = next_stop(self._document.workspace, self._selection, self._view.scene.projection, steps)
        self.show(there)

    def show(self, stop: Stop) -> None:
        """Show a frame, with the caret ready where its section is written for."""
        self._selection.show_stop(stop)
        if section := stop.frame.section or self._answering:
            self._turn(section)
        if stop.on_canvas:
            self._view.fit()

    def _turn_to(self, part_id: str) -> None:
        """Turn to the page of a wall that has a note which somebody wants to see."""
        stop, canvas_id = self._selection.stop, self._selection.canvas_id
        section, workspace = stop.frame.section, self._document.workspace
        if not self.under_way or section is None or canvas_id is None:
            return
        ids = [note.id for note in workspace.canvas_by_id[canvas_id].in_section(section)]
        if part_id in ids and part_id not in self._view.scene.notes:
            page = page_of(workspace, canvas_id, section, ids.index(part_id), self._view.scene.projection)
            self._selection.show_stop(Stop(stop.frame, page, stop.question))
            self._selection.select([part_id])

    def _on_stop(self) -> None:
        if self.under_way:
            self.changed.emit()

    # Writing.

    def write_for(self, section: Section) -> None:
        """Let the line write for a section; where a section fills the picture, that one follows."""
        if self._selection.stop.frame.section:
            self.show(Stop(Frame(section.value)))
        self._turn(section)
        self.line.field.setFocus()

    def _turn(self, section: Section) -> None:
        self.line.turn(section)
        self._colour()
        self._follow_covering()

    @property
    def _need(self) -> Note | None:
        """The pain or gain that fills the picture with what answers it."""
        canvas = self._document.workspace.canvas_by_id.get(self._selection.canvas_id or "")
        stop = self._selection.stop
        return need_at(canvas, stop.part) if canvas and stop.frame is Frame.LINKS else None

    @property
    def _answering(self) -> Section | None:
        """The section whose notes answer what fills the picture."""
        need = self._need
        return next((one for one, other in ANSWERS.items() if need and other is need.section), None)

    def _capture(self, field: Field) -> None:
        if isinstance(field, Section):
            self.write_for(field)

    def _write(self, section: Section, texts: Sequence[str], author: str, covered: bool) -> None:
        need = self._need if section is self._answering else None
        refusal = capture(
            self._document,
            self._selection,
            section,
            texts,
            author,
            covered=covered,
            need_id=need.id if need else None,
        )
        if refusal:
            self._toast.say(refusal)
            self.line.give_back(texts)
        elif self._selection.stop.frame.section is section:
            self._show_last(section)

    def _show_last(self, section: Section) -> None:
        """Show the page with the note that was written last."""
        canvas_id, workspace = self._selection.canvas_id, self._document.workspace
        if canvas_id:
            here = self._selection.stop
            number = len(workspace.canvas_by_id[canvas_id].in_section(section)) - 1
            page = page_of(workspace, canvas_id, section, number, self._view.scene.projection)
            self._selection.show_stop(Stop(here.frame, page, here.question))

    def _follow_covering(self) -> None:
        if self.under_way:
            self.line.hide_words(hidden=self.line.section in self._document.workspace.view.covering)

    def _keep_panels_away(self) -> None:
        """Fold panels away again that would tell the room what is covered."""
        sides = self._window.sides
        covered = self._view.scene.seen is not self._document.workspace
        if self.under_way and covered and not (sides.left_folded and sides.right_folded):
            sides.step_aside(away=True)
            self._toast.say(
                translate("Present", "Panels stay away before a room as long as notes are covered.")
            )

    # Room and colours.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep line and letters in proportion to the picture."""
        if watched is self._view and event.type() == QEvent.Type.Resize:
            self._take_room()
        return super().eventFilter(watched, event)

    def _take_room(self) -> None:
        foot = CaptureLine.height_in(self._view.height())
        self._toast.raised = foot
        self._view.frame_for(float(foot), letters_for(self._settings))
        self._colour()

    def _colour(self) -> None:
        self.line.take_place()
        self.line.use(self._view.scene.theme)

    def _on_setting(self, name: str) -> None:
        if self.under_way and name in {ROOM_DEPTH.name, PICTURE_HEIGHT.name}:
            self._take_room()

    def _on_stepped_out(self) -> None:
        if not self.under_way:
            return
        if self._selection.stop.on_canvas:
            self.end()
        else:
            self.show(OVERVIEW)
