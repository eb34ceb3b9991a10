"""The timer in the tool bar: a click pauses it, small buttons lengthen, shorten and end it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolBar, QToolButton, QWidget

from canvasdesk.panels.forms import small_button
from canvasdesk.session.timer import Countdown, timer_sentence
from canvasdesk.windows.timer_face import TimerFace
from canvasdesk.windows.toast import announce
from canvasdesk.words import translate

HEIGHT = 30  # pixels
ROOM = 1_000  # pixels of a tool bar below which the buttons give way


class TimerChip(QWidget):
    """Is there while the timer is set; nothing in it ever takes the keyboard.

    A screen reader hears what somebody did to it, the last minute, the last seconds and the end.
    """

    def __init__(self, timer: Countdown) -> None:
        super().__init__()
        self._timer = timer
        self._action: QAction | None = None
        self._said = ""
        self.face = TimerFace(timer, HEIGHT)
        self.face.setToolTip(translate("Timer", "Click to pause, or to go on"))
        self.face.setCursor(Qt.CursorShape.PointingHandCursor)
        self.face.pressed.connect(timer.toggle)
        self.less = small_button("–1", translate("Timer", "One minute less"), self._less)
        self.more = small_button("+1", translate("Timer", "One minute more"), self._more)
        self.end = small_button("×", translate("Timer", "End the timer"), timer.stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(2)
        self.setFixedHeight(HEIGHT)
        row.addWidget(self.face)
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        timer.changed.connect(self._on_change)
        timer.ticked.connect(self._on_tick)

    @property
    def _buttons(self) -> tuple[QToolButton, ...]:
        return (self.less, self.more, self.end)

    def stand_in(self, bar: QToolBar, before: QAction | None) -> None:
        """Stand in a tool bar before one of its actions, or at its end."""
        self._action = bar.insertWidget(before, self) if before else bar.addWidget(self)
        self._action.setVisible(self._timer.is_set)
        bar.installEventFilter(self)
        self._make_room(bar.width())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the face where the tool bar is narrow; keys and menu do what its buttons do."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QToolBar):
            self._make_room(watched.width())
        return super().eventFilter(watched, event)

    def _make_room(self, width: int) -> None:
        for button in self._buttons:
            button.setVisible(width >= ROOM)

    def _less(self) -> None:
        self._timer.add(-1)

    def _more(self) -> None:
        self._timer.add(1)

    def _on_change(self) -> None:
        if self._action:
            self._action.setVisible(self._timer.is_set)
        self._said = timer_sentence(self._timer)
        announce(self, self._said)

    def _on_tick(self) -> None:
        said = timer_sentence(self._timer)
        if said != self._said and self._timer.seconds < 60:
            announce(self, said)
        self._said = said
