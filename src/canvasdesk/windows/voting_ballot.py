"""A ballot on the screen: the numbered notes, how many dots are left, and nothing of where they went."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from canvasdesk.drawing.naming import covered_name
from canvasdesk.editing.voting import Ballot, give, take_back
from canvasdesk.model.notes import Note
from canvasdesk.model.quoting import isolated, one_line
from canvasdesk.windows.toast import announce
from canvasdesk.windows.voting_stages import LARGE, Button, label
from canvasdesk.words import translate

LONGEST = 160  # letters of a note
WIDEST = 900  # pixels
DOT = "●"


class Choices(QListWidget):
    """The notes; `digit`, `given`, `taken_back` and `sealed` tell of keys that are meant for the ballot."""

    digit = Signal(str)
    given = Signal()
    taken_back = Signal()
    sealed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(translate("Voting", "Notes to vote on"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        font = self.font()
        font.setPointSize(LARGE)
        self.setFont(font)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits, Space, Backspace and Enter; the others walk through the list."""
        if event.key() == Qt.Key.Key_Space:
            self.given.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            self.taken_back.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.sealed.emit()
        elif event.text().isdecimal() and event.text().isascii():
            self.digit.emit(event.text())
        elif not event.text() or event.modifiers() or event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab):
            super().keyPressEvent(event)


class BallotView(QWidget):
    """Takes the dots of one voter; `sealed` carries the ballot, of which nothing is left here then."""

    sealed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._ballot = Ballot(0)
        self._notes: tuple[Note, ...] = ()
        self._digits, self._open = "", False
        self.headline, self.left, self.hint = label(LARGE, bold=True), label(LARGE), label()
        for each in (self.headline, self.left):
            each.setWordWrap(False)
        self.hint.setObjectName("quiet")
        self.hint.setText(
            translate(
                "Voting",
                "Type the number of a note, or go there with the arrows and press Space. "
                "Backspace takes the last dot back, Enter seals the ballot.",
            )
        )
        self.choices = Choices()
        self.choices.digit.connect(self._on_digit)
        self.choices.given.connect(self._give_here)
        self.choices.taken_back.connect(self._take_back)
        self.choices.sealed.connect(self._seal)
        self.give = Button(translate("Voting", "&Give a dot"))
        self.give.clicked.connect(self._give_here)
        self.back = Button(translate("Voting", "&Take the last dot back"))
        self.back.clicked.connect(self._take_back)
        self.seal = Button(translate("Voting", "Seal the b&allot"))
        self.seal.setDefault(True)
        self.seal.clicked.connect(self._seal)
        self._lay_out()

    def _lay_out(self) -> None:
        inner, row, above = QWidget(), QHBoxLayout(), QHBoxLayout()
        inner.setMaximumWidth(WIDEST)
        above.addWidget(self.headline)
        above.addStretch(1)
        above.addWidget(self.left)
        row.setSpacing(8)
        row.addStretch(1)
        for button in (self.give, self.back, self.seal):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(inner)
        column.setSpacing(10)
        column.addLayout(above)
        column.addWidget(self.choices, 1)
        column.addWidget(self.hint)
        column.addLayout(row)
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(inner)

    def open(self, headline: str, notes: Sequence[Note], dots: int, *, shown: bool) -> None:
        """Begin an empty ballot; where its dots are `shown`, they stand beside the notes."""
        self.headline.setText(headline)
        self._ballot, self._open, self._digits = Ballot(dots), shown, ""
        self._notes = ()
        self.follow(notes)
        self.choices.setCurrentRow(0)
        self.choices.scrollToTop()

    def follow(self, notes: Sequence[Note]) -> None:
        """Show the notes as they are by now."""
        row = self.choices.currentRow()
        self._notes = tuple(notes)
        self.choices.clear()
        self.choices.addItems([self._row(number) for number in range(len(self._notes))])
        self.choices.setCurrentRow(row)
        self._show()

    def forget(self) -> None:
        """Drop what was given and not sealed."""
        self._ballot, self._notes, self._digits = Ballot(0), (), ""
        self.choices.clear()

    def _row(self, number: int) -> str:
        note = self._notes[number]
        name = covered_name() if note.covered else isolated(one_line(note.text, LONGEST))
        digits = str(number + 1).zfill(self._width)
        dots = DOT * self._ballot.given.count(note.id) if self._open else ""
        return f"{digits}   {name}   {dots}".rstrip()

    @property
    def _width(self) -> int:
        """The number of digits that choose a note."""
        return len(str(len(self._notes)))

    def _on_digit(self, digit: str) -> None:
        self._digits += digit
        if len(self._digits) < self._width:
            self._show()
            return
        number, self._digits = int(self._digits), ""
        if 1 <= number <= len(self._notes):
            self._give(number - 1)
        else:
            self.left.setText(translate("Voting", "No note has this number."))
            self._say(self.left.text())

    def _give_here(self) -> None:
        if 0 <= (row := self.choices.currentRow()) < len(self._notes):
            self._give(row)

    def _give(self, number: int) -> None:
        had = self._ballot.left
        self._ballot, self._digits = give(self._ballot, self._notes[number].id), ""
        self._renew()
        if not had:
            self._say(translate("Voting", "No dots are left. Enter seals the ballot."))

    def _take_back(self) -> None:
        if self._digits:
            self._digits = self._digits[:-1]
        else:
            self._ballot = take_back(self._ballot)
        self._renew()

    def _renew(self) -> None:
        for number in range(len(self._notes)):
            self.choices.item(number).setText(self._row(number))
        self._show()
        self._say(self.left.text())

    def _show(self) -> None:
        left = translate("Voting", "%n dot(s) left", count=self._ballot.left)
        typed = translate("Voting", "{left}; one more digit", left=left)
        self.left.setText(typed if self._digits else left)

    def _say(self, sentence: str) -> None:
        """Let a screen reader say what anybody may hear."""
        announce(self.choices, sentence)

    def _seal(self) -> None:
        if self._notes:
            ballot = self._ballot
            self.forget()
            self.sealed.emit(ballot)
