"""The main window before a document is in it: bars, sides and an empty board, quick to appear."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QWindowStateChangeEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QVBoxLayout, QWidget

from canvasdesk.session.settings import GEOMETRY, Settings
from canvasdesk.windows.menu_titles import titles
from canvasdesk.windows.sides import Side, Sides
from canvasdesk.words import translate

SHARE = 0.88  # of the screen, once the window is no longer maximised
HUGE = 2_600  # pixels: a screen too wide for one window to take all of it
TOOL_BAR_HEIGHT = 50  # pixels, whether it is filled yet or not
ENDINGS = (".canvasdesk", ".json")


class MainWindow(QMainWindow):
    """The frame that a workbench furnishes, after `painted`, with everything that needs the document.

    `may_close` is asked before it closes; `closed` says that it did. `state_changed` tells of full screen,
    `activated` whether somebody works in it, `dropped` carries the paths of files.
    """

    painted = Signal()
    closed = Signal()
    state_changed = Signal()
    activated = Signal(bool)
    dropped = Signal(list)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._was_painted = False
        self.may_close: Callable[[], bool] = lambda: True
        self.setWindowTitle(translate("Window", "canvasdesk"))
        self.setAcceptDrops(True)
        self.menus: dict[str, QMenu] = {
            path: self.menuBar().addMenu(title) for path, title in titles().items() if "/" not in path
        }
        self.tool_bar = QToolBar(translate("Window", "Tools"))
        self.tool_bar.setObjectName("tools")
        self.tool_bar.setMovable(False)
        self.tool_bar.setFixedHeight(TOOL_BAR_HEIGHT)
        self.tool_bar.toggleViewAction().setEnabled(False)
        self.addToolBar(self.tool_bar)
        self.centre = QWidget()
        self.centre.setObjectName("board")
        self.board = QVBoxLayout(self.centre)
        self.board.setContentsMargins(0, 0, 0, 0)
        self.board.setSpacing(0)
        self.hints = QWidget()
        """What stands above the canvas for whoever works, and not for a room."""
        left = Side(translate("Window", "Left side"))
        right = Side(translate("Window", "Right side"))
        self.sides = Sides(settings, left, self.centre, right)
        self.setCentralWidget(_holding(self.sides))
        self.statusBar().setSizeGripEnabled(False)

    def show_at_place(self) -> None:
        """Show the window where the last one stood; the first one takes the screen, unless that is huge."""
        stood = QByteArray.fromBase64(self._settings.get(GEOMETRY).encode("ascii", "ignore"))
        room = self.screen().availableGeometry().size()
        self.resize(room * SHARE)
        if self.restoreGeometry(stood) or room.width() > HUGE:
            self.show()
        else:
            self.showMaximized()

    def put_on_board(self, *hints: QWidget, view: QWidget) -> None:
        """Stack hints in the middle, and the view below them, which gets the room that is left."""
        column = QVBoxLayout(self.hints)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in hints:
            column.addWidget(each)
        self.board.addWidget(self.hints)
        self.board.addWidget(view, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first paint, once it is over."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def changeEvent(self, event: QEvent) -> None:
        """Tell of full screen and back, and of the turn to this window and away from it."""
        super().changeEvent(event)
        if isinstance(event, QWindowStateChangeEvent):
            self.state_changed.emit()
        elif event.type() == QEvent.Type.ActivationChange:
            self.activated.emit(self.isActiveWindow())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close if nothing is lost, and remember where the window stood."""
        if not self.may_close():
            event.ignore()
            return
        self._settings.set(GEOMETRY, bytes(self.saveGeometry().toBase64().data()).decode())
        self.sides.remember()
        event.accept()
        self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of ours."""
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which files were dropped."""
        event.acceptProposedAction()
        self.dropped.emit(_files(event))


def _holding(part: QWidget) -> QWidget:
    """Give a widget around `part`, over which others can float; a splitter would take them in."""
    around = QWidget()
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(part)
    return around


def _files(event: QDropEvent) -> list[Path]:
    """Give the files of ours that somebody drags, and no folder or address."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in ENDINGS]
