"""Loading a file that may lie on a slow share: at once where it answers, else with a way to give up."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from canvasdesk.session.aside import aside
from canvasdesk.storage.codec import Loaded
from canvasdesk.storage.errors import ReadCancelled, ReadError, shown_name
from canvasdesk.storage.files import load
from canvasdesk.words import translate

QUICK = 1.0  # seconds that a window waits without a word
MARGIN = 18


def load_patiently(window: QWidget, path: Path) -> Loaded:
    """Give what is in the file `path`; the window lives on while that takes long, and its user may cancel.

    Raises `ReadError` where it cannot be read, and `ReadCancelled`: a share that hangs is left behind.
    """
    outcome: list[Loaded | ReadError] = []
    waiting = _Waiting(window, shown_name(path))
    thread = aside(partial(_load, path, outcome), lambda _: waiting.accept(), waiting)
    thread.join(QUICK)
    if not outcome and thread.is_alive():
        waiting.exec()
    waiting.deleteLater()
    if not outcome:
        raise ReadCancelled(shown_name(path))
    if isinstance(outcome[0], ReadError):
        raise outcome[0]
    return outcome[0]


def _load(path: Path, outcome: list[Loaded | ReadError]) -> None:
    try:
        outcome.append(load(path))
    except ReadError as error:
        outcome.append(error)


class _Waiting(QDialog):
    """Says that a folder is slow to answer, until it does or somebody gives up."""

    def __init__(self, window: QWidget, name: str) -> None:
        super().__init__(window)
        self.setWindowTitle(translate("Loading", "Opening"))
        said = QLabel(translate("Loading", "Opening “{name}”: its folder is slow to answer.", name=name))
        said.setTextFormat(Qt.TextFormat.PlainText)
        cancel = QPushButton(translate("Loading", "Cancel"))
        cancel.clicked.connect(self.reject)
        below = QHBoxLayout()
        below.addStretch()
        below.addWidget(cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.addWidget(said)
        column.addLayout(below)
