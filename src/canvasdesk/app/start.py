"""The start of the window: a frame at once, the document and what it needs right after the first paint."""

import gc
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from canvasdesk import __version__, assets
from canvasdesk.app import single
from canvasdesk.app.language import speak
from canvasdesk.drawing import fonts
from canvasdesk.folders import log_folder
from canvasdesk.session.settings import (
    LANGUAGE,
    LAST_FILE,
    RECENT,
    START_WITH,
    WELCOMED,
    Settings,
    settings_path,
)
from canvasdesk.windows.main import MainWindow
from canvasdesk.windows.theme import Appearance

if TYPE_CHECKING:
    from PySide6.QtGui import QSessionManager

    from canvasdesk.session.document import Document
    from canvasdesk.windows.windows import Windows
    from canvasdesk.windows.workbench import Workbench

EXAMPLE = "inspection-systems"
STYLE = "fusion"
SIGNALLED = 128  # what shells add to the number of a signal that ended a program


def run(files: Sequence[Path]) -> int:
    """Open `files`, or ask what to start with, and give the exit code when the last window is closed."""
    instance = single.claim(files)
    if instance is None:
        return 0
    gc.disable()  # until the first canvas is painted: nothing of what is built before is garbage
    settings = Settings(settings_path())
    app = application(settings)
    with ExitStack() as watches:
        program = Program(app, settings, instance, watches)
        program.show(files)
        code = app.exec()
    instance.close()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # while there still is an event loop to delete in
    return code


def _collect() -> None:
    """Collect garbage from now on, but leave alone what is there: to search all of it costs two frames."""
    gc.freeze()
    gc.enable()


def application(settings: Settings) -> QApplication:
    """Give the application with name, language and style."""
    # The style is an argument: whoever asks for it makes PySide load all it knows of styles.
    app = QApplication([*sys.argv[:1], "-style", STYLE])
    app.setApplicationName("canvasdesk")
    app.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("canvasdesk")
    app.setWindowIcon(QIcon(str(assets.icon("canvasdesk"))))
    speak(app, settings.get(LANGUAGE))
    app.setFont(screen_font(app.font()))
    return app


def screen_font(system: QFont) -> QFont:
    """Give the bundled font in the size that the system has for its windows."""
    fonts.load()
    font = QFont(system)
    font.setFamilies(list(fonts.FAMILIES))
    return font


def build_window(document: "Document", settings: Settings) -> "Workbench":
    """Give a furnished window for `document` in an application that is there already, not shown yet."""
    from canvasdesk.windows.windows import Windows

    appearance = Appearance(settings)
    return Windows(settings, appearance).furnish(MainWindow(settings), document)


class Program:
    """What lives as long as the program: its windows, and who answers from outside."""

    def __init__(
        self, app: QApplication, settings: Settings, instance: single.Instance, watches: ExitStack
    ) -> None:
        self._app, self._settings, self._instance, self._watches = app, settings, instance, watches
        self.appearance = Appearance(settings)
        self.windows: Windows | None = None

    def show(self, files: Sequence[Path]) -> None:
        """Show the frame of a window, and the rest as soon as that is painted."""
        window = MainWindow(self._settings)
        self.appearance.dress(window)
        window.painted.connect(lambda: self._furnish(window, files))
        window.show_at_place()

    def _watch(self) -> None:
        """Keep a log, catch faults, hear signals and later starts while the program runs."""
        from canvasdesk.app import log
        from canvasdesk.app.crash import Crash
        from canvasdesk.app.signals import heard

        log.start(log_folder())
        self._watches.enter_context(Crash(self._keep, self._restart, self.appearance.dress).watching())
        self._watches.enter_context(heard(self.end))
        # Direct, because the session goes on as soon as they return.
        self._app.commitDataRequest.connect(self.leave_unsaved, Qt.ConnectionType.DirectConnection)
        self._app.saveStateRequest.connect(self.remember, Qt.ConnectionType.DirectConnection)
        self._instance.listen()

    def _furnish(self, window: MainWindow, files: Sequence[Path]) -> None:
        try:
            bench = self._bench(window, welcome=not files and not self._settings.get(WELCOMED))
        except Exception:
            self._watch()  # it was put off, but this has to be told
            raise
        bench.painted.connect(_collect)
        bench.painted.connect(self._watch)
        bench.painted.connect(self.appearance.follow)
        self._settings.set(WELCOMED, value=True)
        wanted = [*files] or self._last_file()
        for path in wanted:
            bench.files.show(path)
        bench.painted.connect(lambda: bench.doors.begin(ask=not wanted))

    def _bench(self, window: MainWindow, *, welcome: bool) -> "Workbench":
        """Furnish the first window: with an example for whoever comes for the first time, else blank."""
        from canvasdesk.folders import recovery_folder
        from canvasdesk.session.document import Document
        from canvasdesk.storage.templates import BLANK, started, templates
        from canvasdesk.windows.windows import Windows

        self.windows = Windows(self._settings, self.appearance)
        self._instance.files_arrived.connect(self.windows.arrive)
        begun = started(templates()[EXAMPLE if welcome else BLANK])
        return self.windows.furnish(window, Document(begun, recovery_folder()))

    def _last_file(self) -> list[Path]:
        """Give the file that was open last, if the user wants to go on with it and it is there."""
        if self._settings.get(START_WITH) != LAST_FILE:
            return []
        return [path for path in map(Path, self._settings.get(RECENT)[:1]) if path.is_file()]

    def _keep(self) -> bool:
        return self.windows is None or self.windows.keep()

    def _restart(self) -> None:
        """Start the program anew with what is open, saved or not, without a question."""
        from PySide6.QtCore import QProcess

        program, *arguments = self._again()
        self._instance.close()
        if self.windows:
            self.windows.release()
        QProcess.startDetached(program, arguments)
        self._app.exit()

    def _again(self) -> list[str]:
        """Give the command that shows the same again."""
        frozen = bool(getattr(sys, "frozen", False))  # then the executable is the program itself
        program = [] if frozen else ["-c", "from canvasdesk.cli import main; main()"]
        return [sys.executable, *program, *map(str, self.windows.shown() if self.windows else ())]

    def leave_unsaved(self, _session: "QSessionManager") -> None:
        """Keep unsaved work for the next start: the session ends, and nobody can answer questions."""
        if self.windows:
            self.windows.leave_unsaved()

    def remember(self, session: "QSessionManager") -> None:
        """Tell the session how to show the same again when it comes back."""
        session.setRestartHint(session.RestartHint.RestartIfRunning)
        session.setRestartCommand(self._again())

    def end(self, number: int) -> None:
        """End because the system asks for it: unsaved work is kept, nobody is asked."""
        self._keep()
        self._app.exit(SIGNALLED + number)
