"""The log: a small rotating file for the user's own eyes, with Qt's messages and hard crashes in it."""

import faulthandler
import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

LARGEST = 500_000  # bytes in one file
KEPT = 2  # older files

log = logging.getLogger("canvasdesk")
_qt = logging.getLogger("canvasdesk.qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def start(folder: Path) -> Path | None:
    """Log to `folder` from now on and give the file; to the terminal only, and None, if that cannot be."""
    log.setLevel(logging.INFO)
    terminal = logging.StreamHandler()
    terminal.setLevel(logging.WARNING)
    log.addHandler(terminal)
    qInstallMessageHandler(_from_qt)
    try:
        return _to_file(folder)
    except OSError as error:
        log.warning("There will be no log file: %s", error)
        return None


def _to_file(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / "canvasdesk.log"
    handler = RotatingFileHandler(
        path, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8", errors="replace"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    log.addHandler(handler)
    faulthandler.enable(_hard_crashes(folder / "hard-crash.log"))
    return path


def _hard_crashes(path: Path) -> TextIO:
    """Open the file for stacks of hard crashes, which must stay open; what it held stays, up to a size."""
    if path.exists() and path.stat().st_size > LARGEST:
        path.unlink()
    return path.open("a", encoding="utf-8")


def _from_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    _qt.log(_LEVELS.get(kind, logging.WARNING), "%s (%s)", message, context.category or "default")
