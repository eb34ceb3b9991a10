"""Before, between and after the ballots of a vote: what is voted on, whose turn it is, and leaving."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from canvasdesk.drawing.naming import section_name
from canvasdesk.editing.voting import DOTS, PEOPLE
from canvasdesk.model.sections import CIRCLE, Section
from canvasdesk.panels.fields import ChoiceField
from canvasdesk.words import translate

BIG, LARGE = 26, 14  # points
WIDE = 560  # pixels of the form
APART = 14  # pixels
USUAL_PEOPLE, USUAL_DOTS = 5, 3

Way = tuple[str, Callable[[], object]]
"""What a button says, and what it does."""


def label(size: int = 0, *, bold: bool = False) -> QLabel:
    """Give an empty label for plain text in the middle, in letters of a size in points."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setWordWrap(True)
    font = made.font()
    font.setBold(bold)
    if size:
        font.setPointSize(size)
    made.setFont(font)
    return made


class Button(QPushButton):
    """A button that leaves Enter to its page, where a key that is held down presses nothing more."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass Enter on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class Setup(QWidget):
    """Asks for section, people and dots; `changed` says that another section is meant."""

    changed = Signal()
    started = Signal()
    reveal_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.section = Section.PAINS
        self.sections = ChoiceField([(each, section_name(each)) for each in CIRCLE], required=True)
        self.sections.name_by(translate("Voting", "Section"))
        self.sections.edited.connect(self.choose)
        self.people = _number(PEOPLE, USUAL_PEOPLE, translate("Voting", "People"))
        self.dots = _number(DOTS, USUAL_DOTS, translate("Voting", "Dots for each of them"))
        self.shown = QCheckBox(translate("Voting", "Show &dots while voting"))
        self.shown.setToolTip(translate("Voting", "Only where nobody else sees this screen"))
        self.said = label()
        self.start = Button(translate("Voting", "S&tart"))
        self.start.setDefault(True)
        self.start.clicked.connect(self.started)
        self.reveal = Button(translate("Voting", "Reveal &all of them"))
        self.reveal.clicked.connect(self.reveal_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(APART)
        form.addRow(translate("Voting", "Section"), self.sections)
        form.addRow(translate("Voting", "&People"), self.people)
        form.addRow(translate("Voting", "D&ots for each of them"), self.dots)
        form.addRow("", self.shown)
        inner = QWidget()
        inner.setFixedWidth(WIDE)
        column = QVBoxLayout(inner)
        column.setSpacing(APART)
        column.addLayout(form)
        column.addWidget(self.said)
        column.addLayout(_middle(self.reveal, self.start))
        _centred(self, inner)

    @property
    def voters(self) -> int:
        """How many people vote."""
        return _value(self.people, PEOPLE)

    @property
    def dots_each(self) -> int:
        """How many dots each of them has."""
        return _value(self.dots, DOTS)

    def choose(self, section: Section) -> None:
        """Mean another section."""
        self.section = section
        self.sections.put(section)
        self.changed.emit()

    def say(self, sentence: str, *, ready: bool, covered: bool) -> None:
        """Say what is voted on, or why nothing can be; covered notes can be revealed from here."""
        self.said.setText(sentence)
        self.start.setEnabled(ready)
        self.start.setDefault(ready)  # what cannot be pressed is not to stand out
        self.reveal.setVisible(covered)


class Between(QWidget):
    """A page with a few words and the ways on from there; the first way is the one that is meant for most."""

    def __init__(self) -> None:
        super().__init__()
        self.headline, self.said, self.quiet = label(BIG, bold=True), label(LARGE), label()
        self.quiet.setObjectName("quiet")
        self._row = QHBoxLayout()
        self.buttons: list[Button] = []
        inner = QWidget()
        inner.setFixedWidth(WIDE)
        column = QVBoxLayout(inner)
        column.setSpacing(APART)
        for part in (self.headline, self.said):
            column.addWidget(part)
        column.addLayout(self._row)
        column.addWidget(self.quiet)
        self._row.setSpacing(8)
        _centred(self, inner)

    def ask(self, headline: str, said: str, ways: Sequence[Way], quiet: str = "") -> None:
        """Show other words and ways, with the keyboard on the first of them."""
        self.headline.setText(headline)
        self.said.setText(said)
        self.quiet.setText(quiet)
        while self._row.count():
            item = self._row.takeAt(0)
            if item and (old := item.widget()):
                old.hide()
                old.deleteLater()
        self.buttons.clear()
        self._row.addStretch(1)
        for text, act in ways:
            button = Button(text)
            button.setDefault(not self.buttons)
            button.clicked.connect(lambda _=False, act=act: act())
            self._row.addWidget(button)
            button.show()  # a layout does that only later, and what is not shown takes no focus
            self.buttons.append(button)
        self._row.addStretch(1)


def _number(numbers: range, usual: int, name: str) -> QComboBox:
    """Give a field for one of `numbers`, typed or chosen; what only lists them takes a 2 for the next 20."""
    field = QComboBox()
    field.addItems([str(number) for number in numbers])
    field.setEditable(True)
    field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    field.setCompleter(None)  # type: ignore[arg-type]
    field.setValidator(QIntValidator(numbers[0], numbers[-1], field))
    field.setCurrentIndex(numbers.index(usual))
    for part in (field, field.lineEdit()):
        if part:
            part.setAccessibleName(name)
    field.editTextChanged.connect(lambda typed: _go_to(field, typed))
    field.setFixedWidth(90)
    return field


def _go_to(field: QComboBox, typed: str) -> None:
    """Let the arrows go on from what was typed."""
    if (index := field.findText(typed)) >= 0:
        field.setCurrentIndex(index)


def _value(field: QComboBox, numbers: range) -> int:
    return max(numbers[0], int(field.currentText() or 0))


def _middle(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row


def _centred(around: QWidget, part: QWidget) -> None:
    """Put a part in the middle; where a small screen has no room for it, it scrolls."""
    inside, area = QWidget(), QScrollArea()
    column = QVBoxLayout(inside)
    column.addStretch(2)
    column.addLayout(_middle(part))
    column.addStretch(3)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for each in (area.viewport(), inside):
        each.setAutoFillBackground(False)
    whole = QVBoxLayout(around)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(area)
