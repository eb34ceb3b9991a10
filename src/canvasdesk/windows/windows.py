"""The windows of the program: one for each document, opened, found again and closed together."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt

from canvasdesk.folders import recovery_folder
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.session.recent import remember
from canvasdesk.session.recovered import Recovered, compared, recovered
from canvasdesk.session.settings import Settings
from canvasdesk.storage.errors import ReadError
from canvasdesk.storage.recovery import discard, is_journal
from canvasdesk.storage.templates import BLANK, started, templates
from canvasdesk.windows.main import MainWindow
from canvasdesk.windows.messages import tell
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
        self._appearance.dress(window)
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
        """Show the file `path`: in the window that has it, in an untouched one, or in a new one.

        A journal is restored.
        """
        if is_journal(path):
            self._restore_from(path)
            return
        bench = self._of(path)
        if bench is None:
            bench = self._untouched()
            bench.files.load(path)
        come_forward(bench.window)

    def _restore_from(self, journal: Path) -> None:
        try:
            work = compared(recovered(journal))
        except ReadError as error:
            tell(self.benches[-1].window, str(error))
        else:
            self.restore(work)

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

    def restore(self, work: Recovered) -> None:
        """Show work that was never saved: in its file's window, in an untouched one, or in a new one.

        Its journal goes once the restored document has one of its own.
        """
        bench = self._of(work.path) if work.path else None
        if bench is None or bench.document.dirty:
            bench = self._untouched()
        bench.document.restore(work.loaded, work.path, work.origin.digest or None, work.saved)
        if bench.autosave.sync():
            discard(work.folder)
        if work.path:
            remember(self._settings, work.path)
        come_forward(bench.window)

    def keep(self) -> bool:
        """Make durable what is not saved; say whether all of it is."""
        kept = [bench.autosave.sync() for bench in self.benches]
        return all(kept)

    def leave_unsaved(self) -> None:
        """Keep what is not saved for the next start; if that succeeds, windows close without a question."""
        if self.keep():
            for bench in self.benches:
                bench.leave_unsaved()

    def shown(self) -> list[Path]:
        """Give what shows the same again when it is opened: files, and journals of what is not saved."""
        each = [bench.autosave.folder or bench.document.path for bench in self.benches]
        return [path for path in each if path]

    def release(self) -> None:
        """Let go of all journals, so that another start can take them up."""
        for bench in self.benches:
            bench.autosave.release()

    def _untouched(self) -> Workbench:
        found = next((each for each in self.benches if each.files.untouched), None)
        return found or self.new(started(templates()[BLANK]))

    def _of(self, path: Path) -> Workbench | None:
        return next((each for each in self.benches if _same_file(each.document.path, path)), None)


def come_forward(window: MainWindow) -> None:
    """Bring a window to the front, also from the task bar."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _same_file(one: Path | None, other: Path) -> bool:
    if one is None:
        return False
    try:
        return one.samefile(other)
    except OSError:
        return one == other
