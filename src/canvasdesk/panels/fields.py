"""Fields of a form: each shows one value and tells of the user's changes to it, never of its own.

Undo belongs to the document: the fields leave its keys to the window, so that a stroke typed here is taken
back like every other change.
"""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from PySide6.QtCore import QDate, QEvent, QObject, QSignalBlocker, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QWidget,
)

from canvasdesk.words import translate

Option = tuple[object, str]
NO_DATE = QDate(1900, 1, 1)
MOST_LINES = 8
FIELD_FRAME = 10  # pixels: border and padding above and below the text
SPARE = 1  # pixels below the last line; without it Qt takes that line for cut off, and scrolls
NO_NUMBER = -1
ASIDE = 7  # pixels between the edge of a field and its figures


class Field(Protocol):
    """What a form knows of a field."""

    edited: SignalInstance
    left: SignalInstance

    def put(self, value: object) -> None:
        """Show `value`; the user did not do that, so nothing is told."""


def asks_for_undo(event: QEvent) -> bool:
    """Say whether a key is one of undo or redo, about to be a shortcut or pressed."""
    return (
        isinstance(event, QKeyEvent)
        and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
    )


class LineField(QLineEdit):
    """One line of plain text."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, hint: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.textEdited.connect(self._tell)
        self.editingFinished.connect(self.left)

    def put(self, value: object) -> None:
        """Show the text `value`, a long one from its beginning."""
        if self.text() != value:
            self.setText(str(value))
            self.setCursorPosition(0)

    def _tell(self, text: str) -> None:
        self.edited.emit(text)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the document."""
        if asks_for_undo(event):
            event.ignore()
            return True
        return super().event(event)


class TextField(QPlainTextEdit):
    """Several lines of plain text; it grows with them up to a limit, and Tab goes on to the next field."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, hint: str = "", lines: int = 2) -> None:
        super().__init__()
        self._least = lines
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def put(self, value: object) -> None:
        """Show the text `value`."""
        if self.toPlainText() != value:
            with QSignalBlocker(self):
                self.setPlainText(str(value))
            self._grow()

    def event(self, event: QEvent) -> bool:
        """Leave undo to the document."""
        if asks_for_undo(event):
            event.ignore()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the user turned to something else."""
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow where the lines break anew; growing is no reason to look again, or it could go on for ever."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    def sizeHint(self) -> QSize:
        """Give the height of the text, in whole lines within the limits."""
        return QSize(120, self.minimumHeight())

    def _tell(self) -> None:
        self.edited.emit(self.toPlainText())

    def _grow(self) -> None:
        shown = int(self.document().size().height())  # a plain text document measures itself in lines
        lines = max(self._least, min(MOST_LINES, shown))
        margin = round(2 * self.document().documentMargin())
        height = lines * self.fontMetrics().lineSpacing() + margin + FIELD_FRAME + SPARE
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if shown > MOST_LINES else policy.ScrollBarAlwaysOff
        )
        if height != self.height():
            self.setFixedHeight(height)


class ChoiceField(QWidget):
    """A few options side by side, one of them chosen; choosing it again takes it back to none."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, options: Sequence[Option], *, required: bool = False) -> None:
        super().__init__()
        self._options = tuple(options)
        self._required = required
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for index, (_, text) in enumerate(self._options):
            button = QToolButton()
            button.setText(text)
            button.setCheckable(True)
            button.setObjectName("choice")
            button.setMinimumSize(26, 26)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._group.addButton(button, index)
            row.addWidget(button)
        self._group.idClicked.connect(self._choose)

    def put(self, value: object) -> None:
        """Show which option is chosen; none for a value that is no option."""
        for index, (option, _) in enumerate(self._options):
            self._group.button(index).setChecked(option == value)

    def name_by(self, label: str) -> None:
        """Name each option together with the field it belongs to."""
        for index, (_, text) in enumerate(self._options):
            said = translate("Form", "{field}: {option}", field=label, option=text)
            self._group.button(index).setAccessibleName(said)

    def _choose(self, index: int) -> None:
        chosen, _ = self._options[index]
        taken_back = not self._group.button(index).isChecked() and not self._required
        self.put(None if taken_back else chosen)
        self.edited.emit(None if taken_back else chosen)
        self.left.emit()


class PickField(QComboBox):
    """One option of a longer list."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, options: Sequence[Option]) -> None:
        super().__init__()
        self._values: list[object] = []
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not with the wheel: that belongs to the page
        self.offer(options)
        self.activated.connect(self._tell)

    def offer(self, options: Sequence[Option]) -> None:
        """Put other options to choose from."""
        self._values = [value for value, _ in options]
        with QSignalBlocker(self):
            self.clear()
            self.addItems([text for _, text in options])

    def put(self, value: object) -> None:
        """Show which option is chosen; nothing for a value that is no option."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def wheelEvent(self, event: QEvent) -> None:
        """Leave the wheel to the page: scrolling past must not choose."""
        event.ignore()

    def _tell(self, index: int) -> None:
        self.edited.emit(self._values[index])
        self.left.emit()


class FlagField(QCheckBox):
    """Yes or no."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.clicked.connect(self._tell)

    def put(self, value: object) -> None:
        """Show yes, no, or for None that it differs."""
        self.setTristate(value is None)
        self.setCheckState(Qt.CheckState.PartiallyChecked) if value is None else self.setChecked(bool(value))

    def _tell(self, yes: bool) -> None:
        self.edited.emit(yes)


class NumberField(QSpinBox):
    """A whole number from 0, or none."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, most: int) -> None:
        super().__init__()
        self.setRange(NO_NUMBER, most)
        self.setSpecialValueText("–")
        # The style sheet takes the buttons away: without them, Qt would leave the figures no room at all.
        self.lineEdit().setTextMargins(ASIDE, 0, ASIDE, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self._tell)
        self.editingFinished.connect(self.left)

    def put(self, value: object) -> None:
        """Show the number `value`, or none for None."""
        with QSignalBlocker(self):
            self.setValue(value if isinstance(value, int) else NO_NUMBER)

    def wheelEvent(self, event: QEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def _tell(self, value: int) -> None:
        self.edited.emit(None if value == NO_NUMBER else value)


class _Day(QDateEdit):
    """Lets Tab go on to the next field; Qt's own holds it at each part, and for good without a date."""

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Leave with Tab."""
        return QWidget.focusNextPrevChild(self, forwards)


class DateField(QWidget):
    """A day, or none; the arrows up and down begin with today."""

    edited = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._day = _Day()
        self._day.setCalendarPopup(True)
        self._day.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._day.setMinimumDate(NO_DATE)
        self._day.setSpecialValueText("–")
        self._none = QToolButton()
        self._none.setText("×")
        self._none.setMinimumSize(26, 26)
        self._none.setToolTip(translate("Form", "No date"))
        self._none.setAccessibleName(translate("Form", "No date"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._day, 1)
        row.addWidget(self._none)
        self.setFocusProxy(self._day)
        self._day.installEventFilter(self)
        self._day.dateChanged.connect(self._tell)
        self._day.editingFinished.connect(self.left)
        self._none.clicked.connect(self._clear)

    def put(self, value: object) -> None:
        """Show the day `value`, or none for None."""
        with QSignalBlocker(self._day):
            self._day.setDate(
                QDate(value.year, value.month, value.day) if isinstance(value, date) else NO_DATE
            )

    def name_by(self, label: str) -> None:
        """Name the part that takes the day."""
        self._day.setAccessibleName(label)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to the page, and begin at today instead of at no date."""
        if event.type() is QEvent.Type.Wheel:
            event.ignore()
            return True
        if event.type() is QEvent.Type.MouseButtonPress and self._day.date() == NO_DATE:
            self._day.calendarWidget().setSelectedDate(QDate.currentDate())
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._begins(event):
            self._day.setDate(QDate.currentDate())
            return True
        return super().eventFilter(watched, event)

    def _begins(self, event: QKeyEvent) -> bool:
        return self._day.date() == NO_DATE and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}

    def _clear(self) -> None:
        self._day.setDate(NO_DATE)

    def _tell(self, day: QDate) -> None:
        self.edited.emit(None if day == NO_DATE else date(day.year(), day.month(), day.day()))
