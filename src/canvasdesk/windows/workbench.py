"""A main window furnished for one document: canvas, panels, menus and status, and what ties them together."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from canvasdesk.scene.canvas_scene import CanvasScene
from canvasdesk.scene.view import CanvasView
from canvasdesk.session.autosave import Autosave
from canvasdesk.session.document import Document
from canvasdesk.session.recent import Recent, recent_files
from canvasdesk.session.selection import Selection
from canvasdesk.session.settings import LAST_FILE, REDUCE_MOTION, SNAP, START_WITH, THEME, Settings
from canvasdesk.storage.errors import SaveCancelled, SaveError, shown
from canvasdesk.windows.actions.table import table
from canvasdesk.windows.banner import Banner
from canvasdesk.windows.binding import bind, colour, refresh
from canvasdesk.windows.desk import Desk
from canvasdesk.windows.doors import Doors
from canvasdesk.windows.files import Elsewhere, Files
from canvasdesk.windows.main import MainWindow
from canvasdesk.windows.menus import (
    ON_ROLE_ROW,
    ON_SEGMENT_ROW,
    context_menu,
    fill_menus,
    fill_recent,
    fill_tool_bar,
    groups_for,
)
from canvasdesk.windows.room import Room
from canvasdesk.windows.saving_strip import SavingStrip
from canvasdesk.windows.situation import Around, Situation, situation
from canvasdesk.windows.status import Status
from canvasdesk.windows.theme import Appearance
from canvasdesk.windows.toast import Toast
from canvasdesk.words import translate

LONGEST = 120  # letters of a document's name in the title


class Workbench(QObject):
    """What is in `window`; it lives as long as that.

    `painted` says that the canvas was seen for the first time, `furnished` that the panels are there too.
    """

    painted = Signal()
    furnished = Signal()

    def __init__(
        self,
        window: MainWindow,
        document: Document,
        settings: Settings,
        appearance: Appearance,
        elsewhere: Elsewhere,
    ) -> None:
        super().__init__(window)
        self.window, self.document = window, document
        self.settings, self.appearance = settings, appearance
        document.setParent(self)
        self.autosave = Autosave(document)  # the first to hear of a change: whoever fails comes after it
        self.selection = Selection(document, self)
        self.scene = CanvasScene(document, self.selection, appearance.theme, self)
        self.view = CanvasView(self.scene, settings)
        self.files = Files(window, document, settings, elsewhere)
        self.toast = Toast(window.centre, self.view)
        self.saving = SavingStrip(window.centre, self.view, self.files.saver)
        self.doors = Doors(
            window, document, self.selection, settings, appearance, self.files, self.view, self.toast
        )
        self.room = Room(window, document, self.selection, settings, appearance, self.view, self.toast)
        self.desk = Desk(
            document,
            self.selection,
            settings,
            self.view,
            self.files,
            window.sides,
            self.doors,
            self.toast,
            self.room,
        )
        self.status = Status(window.statusBar())
        self._just_changed = self._left_unsaved = False
        self._tool = "select"
        self._fill()
        self._follow()
        self._on_document()
        self._on_canvas()
        self._colour()
        self.painted.connect(self._take_keyboard)
        self.painted.connect(self._furnish_sides)
        self.painted.connect(self._heed_others)
        self.view.installEventFilter(self)

    # Putting it together.

    def _fill(self) -> None:
        window, doors = self.window, self.doors
        files = self.files
        banner = Banner(
            self.document, files.claim, self.view, files.load_again, files.save_as, doors.show_mended
        )
        window.put_on_board(banner, doors.guide, view=self.view)
        self.table = doors.table = table()
        self.bound = doors.bound = bind(self.table, self.desk, window, self.view)
        for action in self.bound.values():
            action.triggered.connect(
                self._refresh
            )  # a click changes the mark of what can be checked by itself
        self.menus = fill_menus(window.menus, self.table, self.bound)
        self.menus["file/recent"].aboutToShow.connect(self._fill_recent)
        self.command = fill_tool_bar(window.tool_bar, self.bound, doors.commands)
        doors.parts = (self.view, window.sides.right, self.command, window.sides.left)
        window.may_close = lambda: self._left_unsaved or self._may_close()
        for side in (window.sides.left, window.sides.right):
            back = QShortcut(QKeySequence(Qt.Key.Key_Escape), side)
            back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            back.activated.connect(self.view.setFocus)

    def _take_keyboard(self) -> None:
        """Give the canvas the keyboard, now that it is shown, unless a guide asks for it."""
        held = self.window.focusWidget()
        if held is None or not self.window.centre.isAncestorOf(held):
            self.view.setFocus()

    def _furnish_sides(self) -> None:
        """Import and build the panels once the canvas is painted: nobody looks at them first."""
        from canvasdesk.panels.details import DetailsPanel
        from canvasdesk.panels.fit_panel import FitPanel
        from canvasdesk.panels.outline import OutlinePanel
        from canvasdesk.panels.review_panel import ReviewPanel
        from canvasdesk.panels.segments import SegmentsPanel
        from canvasdesk.panels.session_panel import SessionPanel

        pair = self.document, self.selection
        details, fit = DetailsPanel(*pair), FitPanel(*pair)
        overview = SegmentsPanel(*pair, self.appearance.theme)
        outline, review = OutlinePanel(*pair), ReviewPanel(*pair)
        session = SessionPanel(self.document, self.room.facilitation)
        for panel in (details, fit, overview, outline, review, session):
            panel.said.connect(self._say)
        overview.menu_asked.connect(self._show_menu_of_row)
        self.appearance.changed.connect(overview.use)
        self.doors.name_in_panel = overview.rename
        self.window.sides.furnish(
            left=((translate("Window", "Overview"), overview), (translate("Window", "Outline"), outline)),
            right=(
                (translate("Window", "Details"), details),
                (translate("Window", "Fit"), fit),
                (translate("Window", "Review"), review),
                (translate("Window", "Session"), session),
            ),
        )
        self._show_reviews()
        self.furnished.emit()

    def _heed_others(self) -> None:
        """Watch the document's file, now that nobody waits for the canvas any more."""
        from canvasdesk.windows.others import Others

        others = Others(self.window, self.document, self.files, self.view, self.toast, self.appearance)
        self.window.board.insertWidget(0, others.strip)
        self.files.others = others

    def _follow(self) -> None:
        document, selection, view = self.document, self.selection, self.view
        document.changed.connect(self._on_change)
        document.changed.connect(self._show_reviews)
        document.saved.connect(self.toast.outlive_save)
        document.replaced.connect(self._on_canvas)
        document.replaced.connect(self._show_reviews)
        document.state_changed.connect(self._on_document)
        self.autosave.failed.connect(self._on_not_kept)
        self.window.closed.connect(self._on_closed)
        self.saving.changed.connect(self._show_file)
        self.files.saver.failed.connect(self._on_failed_save)
        self.window.closed.connect(self.files.claim.release)
        selection.changed.connect(self._refresh)
        selection.canvas_changed.connect(self._on_canvas)
        view.tool_changed.connect(self._on_tool)
        view.toast_requested.connect(self._say)
        view.menu_requested.connect(self._show_menu)
        view.camera_changed.connect(self._on_camera)
        view.fit_clicked.connect(self.window.sides.show_fit)
        selection.part_shown.connect(view.reveal)
        self.status.reviews.clicked.connect(self.window.sides.show_review)
        view.segment_activated.connect(selection.show_segment)
        view.title_activated.connect(self.desk.show_canvas_details)
        view.statement_activated.connect(self.desk.edit_statement)
        self.window.sides.folded.connect(self._refresh)
        self.window.state_changed.connect(self._refresh)
        self.window.dropped.connect(self._on_drop)
        self.settings.changed.connect(self._refresh)
        self.appearance.changed.connect(self._colour)
        self.doors.guide.ended.connect(self._refresh)
        self.room.changed.connect(self._on_room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint of the canvas."""
        if event.type() == QEvent.Type.Paint:
            self.view.removeEventFilter(self)
            QTimer.singleShot(0, self, self.painted.emit)
        return super().eventFilter(watched, event)

    def leave_unsaved(self) -> None:
        """Until the next change, let the window close without a question and its work wait for a start."""
        self._left_unsaved = True

    # Following.

    @property
    def situation(self) -> Situation:
        """What holds at the moment."""
        around = Around(
            tool=self._tool,
            left_folded=self.window.sides.left_folded,
            right_folded=self.window.sides.right_folded,
            theme=self.settings.get(THEME),
            reduce_motion=self.settings.get(REDUCE_MOTION),
            snap=self.settings.get(SNAP),
            full_screen=self.window.isFullScreen(),
            guided=not self.doors.guide.isHidden(),
            last_file_first=self.settings.get(START_WITH) == LAST_FILE,
            shown=self.room.stage.shown,
            pace=self.room.pace,
            what_if=self.room.what_if_on,
        )
        return situation(self.document, self.selection, around)

    def _refresh(self) -> None:
        refresh(self.table, self.bound, self.situation)

    def _on_room(self) -> None:
        self.status.show_room(self.room.stage.told)
        self._refresh()

    def _on_tool(self, name: str) -> None:
        self._tool = name
        self._refresh()

    def _on_change(self) -> None:
        self.toast.outlive_change()
        self.status.show_figures(self.document, self.selection)
        self._just_changed, self._left_unsaved = True, False
        QTimer.singleShot(0, self, self._forget_change)

    def _on_closed(self) -> None:
        if not self._left_unsaved:
            self.autosave.discard()

    def _on_not_kept(self, sentence: str) -> None:
        self.toast.say(sentence, translate("Toast", "Save"), self.files.save, until_saved=True)

    def _forget_change(self) -> None:
        self._just_changed = False

    def _on_document(self) -> None:
        name = shown(self.document.name, LONGEST) or translate("Window", "New canvas")
        self.window.setWindowTitle(
            translate("Window", "{name}[*] — canvasdesk", name=name.replace("[*]", "[*][*]"))
        )
        self.window.setWindowFilePath(str(self.document.path or ""))
        self.window.setWindowModified(self.document.dirty)
        self._show_file()
        self._refresh()

    def _show_file(self) -> None:
        self.status.show_file(self.document, saving=self.saving.lasting)

    def _on_canvas(self) -> None:
        self.status.show_figures(self.document, self.selection)
        self._refresh()

    def _show_reviews(self) -> None:
        count = len(self.document.workspace.to_review)
        self.status.show_reviews(count)
        some = translate("Window", "Review (%n)", count=count)
        self.window.sides.name_review(some if count else translate("Window", "Review"))

    def _on_camera(self) -> None:
        self.status.show_zoom(self.view.camera.scale)

    def _colour(self) -> None:
        colour(self.table, self.bound, self.appearance.theme)
        self.room.stage.follow_theme()
        self._refresh()

    # Answering.

    def _say(self, sentence: str) -> None:
        """Show what canvas or panels say; right after a change, with the way back."""
        self.desk.say(sentence, changed=self._just_changed)

    def _show_menu(self, place: QPoint) -> None:
        self._pop_up(groups_for(self.situation), place)

    def _show_menu_of_row(self, place: QPoint, is_role: bool) -> None:
        self._pop_up(ON_ROLE_ROW if is_role else ON_SEGMENT_ROW, place)

    def _pop_up(self, groups: Sequence[Sequence[str]], place: QPoint) -> None:
        menu: QMenu = context_menu(self.view, groups, self.bound, self.menus)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _fill_recent(self) -> None:
        fill_recent(self.menus["file/recent"], recent_files(self.settings), self._open_recent)

    def _open_recent(self, recent: Recent) -> None:
        self.files.show(recent.path)

    def _on_failed_save(self, error: SaveError) -> None:
        """Tell of a save that was cancelled; every other failure is asked about."""
        if isinstance(error, SaveCancelled):
            self.toast.say(str(error))

    def _may_close(self) -> bool:
        """Say whether the window may go; it waits for a save that is under way, and says so.

        Before a room nothing is asked: the window first becomes what it was.
        """
        if self.room.stage.presenting:
            self.room.stage.present.end()
        if self.files.saver.busy:
            self.saving.wait_to_close()
        return self.files.may_close()

    def _on_drop(self, paths: list[Path]) -> None:
        for path in paths:
            self.files.show(path)
