"""The last resort: a fault of ours is logged, the work is put in safety, and a window says so."""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
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

Rescue = Callable[[], Sequence[Path]]
log = logging.getLogger(__name__)


class Crash(QObject):
    """Catches what nobody caught, in slots, virtual methods and threads.

    `rescue` copies unsaved work to safety and gives the files; `restart` starts the program anew with them.
    """

    _arrived = Signal(str)

    def __init__(self, rescue: Rescue, restart: Callable[[Sequence[Path]], None]) -> None:
        super().__init__()
        self._rescue, self._restart = rescue, restart
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
        try:
            rescued: Sequence[Path] | None = self._rescue()
        except Exception:  # the last resort must not fall over what it looks after
            log.exception("The work could not be put in safety")
            rescued = None
        self.window = CrashWindow(told, rescued)
        self.window.restart_wanted.connect(lambda: self._restart(rescued or ()))
        self.window.show()


class CrashWindow(QDialog):
    """One sentence, the report to copy, and two ways out; never modal."""

    restart_wanted = Signal()

    def __init__(self, told: str, rescued: Sequence[Path] | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Crash", "Something went wrong"))
        self.report = report(told)
        column = QVBoxLayout(self)
        self.sentence = QLabel(sentence(rescued))
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
        column.addWidget(self._buttons(go_on))
        go_on.setFocus()
        self.resize(620, 380)

    def _go_on(self) -> QPushButton:
        button = QPushButton(translate("Crash", "&Go on"))
        button.setDefault(True)
        button.clicked.connect(self.accept)
        return button

    def _buttons(self, go_on: QPushButton) -> QDialogButtonBox:
        box = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        copy = box.addButton(translate("Crash", "&Copy report"), role.ActionRole)
        again = box.addButton(translate("Crash", "&Restart canvasdesk"), role.DestructiveRole)
        box.addButton(go_on, role.AcceptRole)
        copy.clicked.connect(self._copy)
        again.clicked.connect(self.restart_wanted)
        return box

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)


def sentence(rescued: Sequence[Path] | None) -> str:
    """Say what became of the work: `rescued` are the copies made, None where that failed."""
    if rescued is None:
        return translate(
            "Crash",
            "canvasdesk made a mistake, and your unsaved work could not be copied to safety: "
            "please save it now under another name.",
        )
    if not rescued:
        return translate(
            "Crash", "canvasdesk made a mistake. Nothing of your work is lost: all of it is saved."
        )
    return translate(
        "Crash",
        "canvasdesk made a mistake. Your unsaved work is safe: a copy is in {folder} ({names}).",
        folder=rescued[0].parent,
        names=", ".join(path.name for path in rescued),
    )


def report(told: str) -> str:
    """Give what a developer needs to know, in English: versions, system, and where the fault arose."""
    return (
        f"canvasdesk {__version__} · Python {platform.python_version()} · Qt {qVersion()} · "
        f"{platform.platform()} · {QGuiApplication.platformName()}\n\n{told}"
    )
