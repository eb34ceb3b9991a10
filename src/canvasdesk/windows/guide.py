"""The guide: one question at a time above the canvas, from the customer to the links."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from canvasdesk.model.sections import CIRCLE, SQUARE, Section
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.around import edit_segment
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.words import translate

NAME_WIDTH = 280  # pixels


class Order(StrEnum):
    """Where one starts."""

    CUSTOMER_FIRST = "customer first"
    OFFER_FIRST = "offer first"


class Place(StrEnum):
    """The steps that are not a section."""

    SEGMENT = "segment"
    LINKS = "links"


Step = Section | Place


@dataclass(frozen=True, slots=True)
class Words:
    """What a step asks, a hint for whoever hesitates, and what its button does."""

    question: str
    hint: str
    button: str


def steps(order: Order) -> tuple[Step, ...]:
    """Give the steps in their order."""
    customer: tuple[Step, ...] = (Place.SEGMENT, *CIRCLE)
    offer: tuple[Step, ...] = SQUARE
    halves = (*customer, *offer) if order is Order.CUSTOMER_FIRST else (*offer, *customer)
    return (*halves, Place.LINKS)


def done(step: Step, workspace: Workspace, canvas_id: str) -> bool:
    """Say whether a canvas has an answer to a step."""
    canvas = workspace.canvas_by_id[canvas_id]
    match step:
        case Place.SEGMENT:
            return bool(workspace.segment_of[canvas_id].name)
        case Place.LINKS:
            return bool(canvas.links)
    return bool(canvas.in_section(step))


def words(step: Step) -> Words:
    """Give what a step says."""
    match step:
        case Place.SEGMENT:
            return Words(
                translate("Guide", "Who is the customer?"),
                translate(
                    "Guide", "People with the same jobs: “plant managers in food factories”, not “everyone”."
                ),
                "",
            )
        case Place.LINKS:
            return Words(
                translate("Guide", "Which answer meets which need?"),
                translate(
                    "Guide", "Drag from the edge of an answer to the need it meets, and watch the fit."
                ),
                translate("Guide", "Start linking"),
            )
    return _section_words(step)


def _section_words(section: Section) -> Words:
    write = translate("Guide", "Write notes")
    return {
        Section.JOBS: Words(
            translate("Guide", "What are they trying to get done?"),
            translate(
                "Guide", "At work or in life: tasks, problems, also how they want to feel and be seen."
            ),
            write,
        ),
        Section.PAINS: Words(
            translate("Guide", "What gets in their way?"),
            translate("Guide", "What costs them, annoys them, goes wrong or keeps them awake?"),
            write,
        ),
        Section.GAINS: Words(
            translate("Guide", "What would make their day?"),
            translate("Guide", "What do they need, expect, wish for, or not even dare to hope?"),
            write,
        ),
        Section.PRODUCTS: Words(
            translate("Guide", "What do you offer?"),
            translate("Guide", "Products and services, each on a note of its own."),
            write,
        ),
        Section.RELIEVERS: Words(
            translate("Guide", "How does it take a pain away?"),
            translate("Guide", "Not what it is, but what it ends, lessens or makes safe."),
            write,
        ),
        Section.CREATORS: Words(
            translate("Guide", "How does it bring a gain about?"),
            translate("Guide", "Savings, results, delight: what the customer gets out of it."),
            write,
        ),
    }[section]


class Guide(QFrame):
    """A strip with the question of the step; `capture` opens notes in a section, `link` the link tool."""

    ended = Signal()

    def __init__(
        self,
        document: Document,
        selection: Selection,
        capture: Callable[[Section], object],
        link: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setAutoFillBackground(True)
        self._document, self._selection = document, selection
        self._capture, self._link = capture, link
        self._steps: tuple[Step, ...] = ()
        self._at = 0
        self.question, self.hint = QLabel(), QLabel()
        bold = self.question.font()
        bold.setBold(True)
        self.question.setFont(bold)
        self.hint.setWordWrap(True)
        self.name = QLineEdit()
        self.name.setFixedWidth(NAME_WIDTH)
        self.name.setAccessibleName(translate("Guide", "Who is the customer?"))
        self.name.setPlaceholderText(translate("Guide", "Name of the customer segment"))
        self.name.returnPressed.connect(self._on_name)
        self.act = QPushButton()
        self.act.clicked.connect(self._on_act)
        self.next = QPushButton()
        self.next.clicked.connect(self.go_on)
        self.end = QPushButton(translate("Guide", "&End the guide"))
        self.end.clicked.connect(self.stop)
        self._lay_out()
        document.changed.connect(self._tell)
        selection.canvas_changed.connect(self._tell)
        self.hide()

    def _lay_out(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(1)
        said.addWidget(self.question)
        said.addWidget(self.hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.addLayout(said, 1)
        for part in (self.name, self.act, self.next, self.end):
            row.addWidget(part)

    @property
    def step(self) -> Step:
        """The step that is asked now."""
        return self._steps[self._at]

    def start(self, order: Order) -> None:
        """Show the first step that has no answer yet."""
        canvas_id = self._selection.canvas_id
        if canvas_id is None:
            return
        self._steps = steps(order)
        open_steps = (
            n for n, step in enumerate(self._steps) if not done(step, self._document.workspace, canvas_id)
        )
        self._at = next(open_steps, len(self._steps) - 1)
        self.show()
        self._tell()
        if self.step is Place.SEGMENT:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """Ask the next step; end after the last."""
        if self._at + 1 == len(self._steps):
            self.stop()
            return
        self._at += 1
        self._tell()
        if self.step is Place.SEGMENT:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """Leave the guide."""
        self.hide()
        self.ended.emit()

    def _tell(self) -> None:
        canvas_id = self._selection.canvas_id
        if self.isHidden() or canvas_id is None:
            return
        said = words(self.step)
        place = translate("Guide", "Step {number} of {total}", number=self._at + 1, total=len(self._steps))
        self.question.setText(translate("Guide", "{place}: {question}", place=place, question=said.question))
        self.hint.setText(said.hint)
        self.act.setText(said.button)
        self.act.setVisible(bool(said.button))
        self.name.setVisible(self.step is Place.SEGMENT)
        if not self.name.hasFocus():
            self.name.setText(self._document.workspace.segment_of[canvas_id].name)
        self.next.setText(self._next_text(canvas_id))

    def _next_text(self, canvas_id: str) -> str:
        if self._at + 1 == len(self._steps):
            return translate("Guide", "&Finish")
        if done(self.step, self._document.workspace, canvas_id):
            return translate("Guide", "&Next step")
        return translate("Guide", "&Skip")

    def _on_name(self) -> None:
        segment = self._document.workspace.segment_of[self._selection.canvas_id or ""]
        edit_segment(self._document, segment.id, name=self.name.text().strip())
        self._document.seal()
        if self.name.text().strip():
            self.go_on()
            self._on_act()

    def _on_act(self) -> None:
        match self.step:
            case Place.SEGMENT:
                self.name.setFocus()
            case Place.LINKS:
                self._link()
            case section:
                self._capture(section)
