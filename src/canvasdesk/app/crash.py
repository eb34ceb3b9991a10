"""The last resort: a fault of ours is logged, unsaved work is kept, and a window says so."""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from canvasdesk import __version__
from canvasdesk.words import translate

log = logging.getLogger(__name__)


class Crash(QObject):
    """Catches what nobody caught, in slots, virtual methods and threads.

    `keep` makes unsaved work durable and says whether that succeeded; `restart` starts the program anew;
    `dress` gives the window its colours.
    """

    _arrived = Signal(str)

    def __init__(
        self, keep: Callable[[], bool], restart: Callable[[], None], dress: Callable[[QWidget], None]
    ) -> None:
        super().__init__()
        self._keep, self._restart, self._dress = keep, restart, dress
        self.window: CrashWindow | None = None
        # Faults of other threads have to reach the thread that owns the windows.
        self._arrived.connect(self._show, Qt.ConnectionType.QueuedConnection)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Catch faults while the block runs."""
        hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self.caught
        threading.excepthook = lambda fault: self.caught(fault.exc_type, fault.exc_value, fault.exc_traceback)
        sys.unraisablehook = lambda fault: self.caught(fault.exc_type, fault.exc_value, fault.exc_traceback)
        try:
            yield
        finally:
            sys.excepthook, threading.excepthook, sys.unraisablehook = hooks

    def caught(
        self, kind: type[BaseException], fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Log a fault and show it; an interrupt from the keyboard ends the program instead."""
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        told = "".join(traceback.format_exception(kind, fault, trace))
        log.error("A fault of ours:\n%s", told)
        self._arrived.emit(told)

    def _show(self, told: str) -> None:
        if self.window and self.window.isVisible():
            return  # one is enough: a fault in painting comes again with each frame
        self.window = CrashWindow(told)
        self._dress(self.window)
        self.window.restart_wanted.connect(self._restart_if_kept)
        self.window.say(kept=self._kept())
        self.window.show()

    def _kept(self) -> bool:
        try:
            return self._keep()
        except Exception:  # the last resort must not fall over what it looks after
            log.exception("Unsaved work could not be kept")
            return False

    def _restart_if_kept(self) -> None:
        """Restart, unless what was done since the fault can no longer be kept."""
        if self._kept():
            self._restart()
        elif self.window:
            self.window.say(kept=False)


class CrashWindow(QDialog):
    """One sentence, the report to copy, and two ways out; never modal."""

    restart_wanted = Signal()

    def __init__(self, told: str) -> None:
        super().__init__()
        self.setWindowTitle(translate("Crash", "Something went wrong"))
        self.report = report(told)
        column = QVBoxLayout(self)
        self.sentence = QLabel()
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.sentence)
        text = QPlainTextEdit(self.report)
        text.setReadOnly(True)
        text.setAccessibleName(translate("Crash", "Report"))
        text.setTabChangesFocus(True)
        column.addWidget(text, 1)
        go_on = self._go_on()
        self._restart = QPushButton(translate("Crash", "&Restart canvasdesk"))
        self._restart.clicked.connect(self.restart_wanted)
        column.addWidget(self._buttons(go_on))
        go_on.setFocus()
        self.resize(620, 380)

    def say(self, *, kept: bool) -> None:
        """Say what became of the work; where it could not be kept, it would not survive a restart."""
        self.sentence.setText(sentence(kept=kept))
        self._restart.setEnabled(kept)

    def _go_on(self) -> QPushButton:
        button = QPushButton(translate("Crash", "&Go on"))
        button.setDefault(True)
        button.clicked.connect(self.accept)
        return button

    def _buttons(self, go_on: QPushButton) -> QDialogButtonBox:
        box = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        copy = box.addButton(translate("Crash", "&Copy report"), role.ActionRole)
        box.addButton(self._restart, role.DestructiveRole)
        box.addButton(go_on, role.AcceptRole)
        copy.clicked.connect(self._copy)
        return box

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)


def sentence(*, kept: bool) -> str:
    """Say what became of the work."""
    if kept:
        return translate(
            "Crash",
            "canvasdesk made a mistake. Your work is safe: what is not saved yet is kept and comes back with "
            "a restart.",
        )
    return translate(
        "Crash",
        "canvasdesk made a mistake, and your unsaved work could not be kept for a restart: "
        "please save it now under another name.",
    )


def report(told: str) -> str:
    """Give what a developer needs to know, in English: versions, system, and where the fault arose."""
    return (
        f"canvasdesk {__version__} · Python {platform.python_version()} · Qt {qVersion()} · "
        f"{platform.platform()} · {QGuiApplication.platformName()}\n\n{told}"
    )
