"""One piece of work that was never saved: what it is, a look at it, and whether to restore or discard it."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from canvasdesk.layout.style import Theme
from canvasdesk.model.quoting import isolated
from canvasdesk.session.recovered import Recovered
from canvasdesk.storage.errors import ReadError, shown
from canvasdesk.storage.recovery import Recoverable
from canvasdesk.windows.moments import moment
from canvasdesk.windows.tile import preview
from canvasdesk.words import translate

PICTURE = QSize(184, 100)  # pixels
TEXT = 380  # pixels wide
BUTTON = 100  # pixels wide
LONGEST = 4096  # letters of a path


class RecoveryRow(QFrame):
    """Shows what was `found`, with the `work` in it or the sentence why that cannot be read.

    `restore_wanted` says that its user wants it back; `marked` that it is to be deleted when all is done, and
    `mark_changed` that this is different now.
    """

    restore_wanted = Signal()
    mark_changed = Signal()

    def __init__(self, found: Recoverable, work: Recovered | ReadError) -> None:
        super().__init__()
        self.setObjectName("unsaved")
        self.found = found
        self.work = work if isinstance(work, Recovered) else None
        self.marked = False
        self.name = found.origin.name or translate("Recovery", "New canvas")
        self._facts = (_place(found), _age(found))
        self._refusal = "" if isinstance(work, Recovered) else str(work)
        self._picture = QLabel()
        self._picture.setObjectName("picture")
        self._picture.setFixedSize(PICTURE)
        self._changes, self._warning = _lines("quiet"), _lines("alarm")
        self.restore = _button(translate("Recovery", "Restore"))
        self.restore.clicked.connect(self.restore_wanted)
        self.discard = _button(translate("Recovery", "Discard"))
        self.discard.clicked.connect(self._mark)
        self._lay()
        self._refresh()

    @property
    def wanted(self) -> bool:
        """Whether it can be restored and is not to be deleted."""
        return self.work is not None and not self.marked

    def paint_picture(self, theme: Theme) -> None:
        """Draw the first sheet of what can be read."""
        if self.work:
            workspace, ratio = self.work.loaded.workspace, self.devicePixelRatioF()
            self._picture.setPixmap(preview(workspace, theme, PICTURE, ratio))

    def show_comparison(self, work: Recovered) -> None:
        """Say what came after the last save, as far as the file still tells."""
        self.work = work
        self._refresh()

    def _lay(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(3)
        for part in (_one_line(isolated(self.name), "headline"), *map(_one_line, self._facts)):
            said.addWidget(part)
        said.addWidget(self._changes)
        said.addWidget(self._warning)
        said.addStretch()
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.restore)
        buttons.addWidget(self.discard)
        buttons.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(16)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        row.addLayout(buttons)

    def _mark(self) -> None:
        self.marked = not self.marked
        self._refresh()
        self.mark_changed.emit()

    def _refresh(self) -> None:
        changes = self.work.changes if self.work else ()
        warning = self.work.warning if self.work else self._refusal
        if self.marked:
            warning = translate("Recovery", "To be deleted")
        for label, text in ((self._changes, "\n".join(changes)), (self._warning, warning)):
            label.setText(text)
            label.setVisible(bool(text))
        self.restore.setEnabled(self.wanted)
        name = isolated(self.name)
        if self.marked:
            self.discard.setText(translate("Recovery", "Keep"))
            self.discard.setAccessibleName(translate("Recovery", "Keep “{name}”", name=name))
        else:
            self.discard.setText(translate("Recovery", "Discard"))
            self.discard.setAccessibleName(translate("Recovery", "Discard “{name}”", name=name))
        self.restore.setAccessibleName(translate("Recovery", "Restore “{name}”", name=name))
        told = "\n".join((*self._facts, *changes, warning)).strip()
        for part in (self, self.restore, self.discard):
            part.setAccessibleDescription(told)
        self.setAccessibleName(self.name)


def _place(found: Recoverable) -> str:
    path = found.origin.path
    return shown(path, LONGEST) if path else translate("Recovery", "Not in a file yet")


def _age(found: Recoverable) -> str:
    time = moment(found.changed, datetime.now().astimezone())
    changes = translate("Recovery", "%n change(s)", count=found.changes)
    return translate("Recovery", "{time} · {changes}", time=time, changes=changes)


def _one_line(text: str, name: str = "quiet") -> QLabel:
    """Give a line that leaves out the middle of what is too long; it is whole for a screen reader."""
    line = QLabel()
    line.setObjectName(name)
    line.setTextFormat(Qt.TextFormat.PlainText)
    line.setFixedWidth(TEXT)
    line.ensurePolished()
    line.setText(line.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, TEXT))
    line.setAccessibleName(text)
    return line


def _lines(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setFixedWidth(TEXT)
    return label


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setMinimumWidth(BUTTON)
    return button
