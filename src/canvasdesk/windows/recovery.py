"""What dead programs left unsaved: looked at, restored, thrown away, or left for later."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from canvasdesk.layout.style import Theme
from canvasdesk.session.recovered import Comparison, Recovered, recovered
from canvasdesk.storage.errors import ReadError
from canvasdesk.storage.recovery import Recoverable, discard
from canvasdesk.windows.cover import MARGIN, SCROLL_BAR, Cover, headline
from canvasdesk.windows.recovery_row import RecoveryRow
from canvasdesk.words import translate

GAP = 10  # pixels


class Recovery(Cover):
    """Covers the window until everything is restored, or is left or deleted with the button below.

    `restored` carries each piece of work that is wanted back. What is to be discarded is deleted by that
    button alone; Esc leaves all of it for later.
    """

    restored = Signal(object)

    def __init__(self, host: QWidget, theme: Theme, found: Sequence[Recoverable]) -> None:
        super().__init__(host, theme)
        self._rows = [RecoveryRow(each, _read(each)) for each in found]
        self._comparison = Comparison()
        # Queued, because it comes from a thread.
        self._comparison.done.connect(self._on_comparison, Qt.ConnectionType.QueuedConnection)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN - SCROLL_BAR, GAP)
        column.setSpacing(GAP)
        column.addWidget(headline(translate("Recovery", "Work that was not saved")))
        said = QLabel(
            translate(
                "Recovery", "canvasdesk ended before this was saved. Nothing is gone unless you discard it."
            )
        )
        said.setObjectName("quiet")
        column.addWidget(said)
        for row in self._rows:
            row.restore_wanted.connect(partial(self._restore, row))
            row.mark_changed.connect(self._refresh)
            column.addWidget(row)
        column.addStretch()
        self.all_button = QPushButton(translate("Recovery", "Restore &all"))
        self.all_button.clicked.connect(self._restore_all)
        self.close_button = QPushButton()
        self.close_button.clicked.connect(self._close)
        self.lay(page, self._foot())
        self.setAccessibleName(translate("Recovery", "Work that was not saved"))
        self._refresh()

    def ask(self) -> None:
        """Open with the keyboard on the first row; pictures and what the files hold follow."""
        self.open()
        self._take_keyboard()
        for row in self._rows:
            QTimer.singleShot(0, row, partial(row.paint_picture, self._theme))
        self._comparison.start([row.work for row in self._rows if row.work])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press a button too."""
        held = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(held, QPushButton):
            held.click()
        else:
            super().keyPressEvent(event)

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(MARGIN, GAP, MARGIN, MARGIN - GAP)
        row.addStretch()
        for button in (self.all_button, self.close_button):
            row.addWidget(button)
        return foot

    def _on_comparison(self, work: Recovered) -> None:
        for row in self._rows:
            if row.found.folder == work.folder:
                row.show_comparison(work)

    def _restore(self, row: RecoveryRow) -> None:
        """Give the work back; the other rows stay in front of it."""
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self._refresh()
        self.restored.emit(row.work)
        if self._rows:
            self.window().raise_()
            self.window().activateWindow()
            self._take_keyboard()
        else:
            self.dismiss()

    def _restore_all(self) -> None:
        for row in [each for each in reversed(self._rows) if each.wanted]:  # the latest ends up in front
            self._restore(row)

    def _close(self) -> None:
        for row in self._rows:
            if row.marked:
                discard(row.found.folder)
        self.dismiss()

    def _refresh(self) -> None:
        marked = sum(row.marked for row in self._rows)
        self.all_button.setVisible(sum(row.wanted for row in self._rows) > 1)
        self.close_button.setText(
            translate("Recovery", "&Delete %n and close", count=marked)
            if marked
            else translate("Recovery", "&Later")
        )

    def _take_keyboard(self) -> None:
        """Put the keyboard on the first that can be restored; where none can, on what discards."""
        restoring, discarding = [row.restore for row in self._rows], [row.discard for row in self._rows]
        buttons = (*restoring, *discarding, self.close_button)
        first = next(each for each in buttons if each.isEnabled())
        first.setFocus(Qt.FocusReason.PopupFocusReason)


def _read(found: Recoverable) -> Recovered | ReadError:
    try:
        return recovered(found.folder)
    except ReadError as error:
        return error
