"""The windows of the program: one for each document, opened, found again and closed together."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt

from canvasdesk.folders import recovery_folder
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.session.settings import Settings
from canvasdesk.storage.files import save
from canvasdesk.storage.templates import BLANK, started, templates
from canvasdesk.windows.files import SUFFIX, file_stem
from canvasdesk.windows.main import MainWindow
from canvasdesk.windows.steps import Order
from canvasdesk.windows.theme import Appearance
from canvasdesk.windows.workbench import Workbench

CASCADE = 28  # pixels from one window to the next


class Windows:
    """All open windows, the one last used at the end."""

    def __init__(self, settings: Settings, appearance: Appearance) -> None:
        self._settings, self._appearance = settings, appearance
        self.benches: list[Workbench] = []

    def furnish(self, window: MainWindow, document: Document) -> Workbench:
        """Give `window` its document and all that belongs to it."""
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        bench = Workbench(window, document, self._settings, self._appearance, self)
        self.benches.append(bench)
        window.closed.connect(lambda: self.benches.remove(bench))
        return bench

    def new(self, workspace: Workspace, order: Order | None = None) -> Workbench:
        """Show `workspace` in a new window, with the guide where it has an `order`."""
        window = MainWindow(self._settings)
        if self.benches:
            last = self.benches[-1].window.pos()
            window.move(last.x() + CASCADE, last.y() + CASCADE)
        bench = self.furnish(window, Document(workspace, recovery_folder()))
        window.show_at_place()
        if order:
            bench.doors.guide.start(order)
        return bench

    def has(self, path: Path) -> bool:
        """Say whether a window shows the file `path`."""
        return self._of(path) is not None

    def open(self, path: Path) -> None:
        """Show the file `path`: in the window that has it, in an untouched one, or in a new one."""
        bench = self._of(path)
        if bench is None:
            bench = next((each for each in self.benches if each.files.untouched), None)
            bench = bench or self.new(started(templates()[BLANK]))
            bench.files.load(path)
        come_forward(bench.window)

    def arrive(self, paths: Sequence[Path]) -> None:
        """Show files that another start handed over; without any, come to the front."""
        for path in paths:
            self.open(path)
        if not paths and self.benches:
            come_forward(self.benches[-1].window)

    def quit(self) -> None:
        """Close all windows, as far as their users agree."""
        for bench in tuple(self.benches):
            if not bench.window.close():
                return

    def rescue(self) -> list[Path]:
        """Make the journals durable, copy unsaved work to the recovery folder and give the copies.

        Raises `SaveError`, `OSError`.
        """
        for bench in self.benches:
            bench.autosave.sync()
        unsaved = [bench.document for bench in self.benches if bench.document.dirty]
        return [_copy(document) for document in unsaved]

    def _of(self, path: Path) -> Workbench | None:
        return next((each for each in self.benches if _same_file(each.document.path, path)), None)


def come_forward(window: MainWindow) -> None:
    """Bring a window to the front, also from the task bar."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _copy(document: Document) -> Path:
    folder = recovery_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    moment = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S.%f")
    path = folder / f"{file_stem(document.name)} {moment}.{SUFFIX}"
    save(path, document.workspace, recovery_dir=folder)
    path.chmod(0o600)
    return path


def _same_file(one: Path | None, other: Path) -> bool:
    if one is None:
        return False
    try:
        return one.samefile(other)
    except OSError:
        return one == other
