"""The guide: one question at a time above the business model or the canvas that is shown."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from canvasdesk.model.business import Block
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.session.document import Document
from canvasdesk.session.segments import edit_segment
from canvasdesk.session.selection import Selection
from canvasdesk.windows.questions import button, words
from canvasdesk.windows.steps import MODEL_STEPS, Order, Place, Step, canvas_steps, done
from canvasdesk.words import translate

NAME_WIDTH = 280  # pixels


class Guide(QFrame):
    """A strip with the question of the step; `capture` opens a note in a field, `link` the link tool."""

    ended = Signal()

    def __init__(
        self,
        document: Document,
        selection: Selection,
        capture: Callable[[Section | Block], object],
        link: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setAutoFillBackground(True)
        self._document, self._selection = document, selection
        self._capture, self._link = capture, link
        self._order = Order.CUSTOMER_FIRST
        self._steps: tuple[Step, ...] = ()
        self._at = 0
        self._asked = ""
        """The id of the segment whose name is asked for."""
        self.question, self.hint = QLabel(), QLabel()
        bold = self.question.font()
        bold.setBold(True)
        self.question.setFont(bold)
        self.hint.setWordWrap(True)
        self.name = QLineEdit()
        self.name.setFixedWidth(NAME_WIDTH)
        self.name.setAccessibleName(translate("Guide", "Who is the customer?"))
        self.name.setPlaceholderText(translate("Guide", "Name of the customer segment"))
        self.name.editingFinished.connect(self._keep_name)
        self.name.returnPressed.connect(self._on_name)
        self.act = QPushButton()
        self.act.clicked.connect(self._on_act)
        self.next = QPushButton()
        self.next.clicked.connect(self.go_on)
        self.end = QPushButton(translate("Guide", "En&d the guide"))
        self.end.clicked.connect(self.stop)
        self._lay_out()
        document.changed.connect(self._tell)
        selection.canvas_changed.connect(self._begin)
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
        """Show the first step that has no answer yet, of the business model or the canvas that is shown."""
        self._order = order
        self.show()
        self._begin()
        self._take_name()

    def go_on(self) -> None:
        """Ask the next step; end after the last."""
        if self._at + 1 == len(self._steps):
            self.stop()
            return
        self._at += 1
        self._tell()
        self._take_name()

    def stop(self) -> None:
        """Leave the guide."""
        self.hide()
        self.ended.emit()

    def _begin(self) -> None:
        """Ask what is shown now, from its first step without an answer."""
        if self.isHidden():
            return
        workspace, shown = self._document.workspace, self._selection.canvas_id
        purpose = workspace.business_model.purpose
        self._steps = MODEL_STEPS if shown is None else canvas_steps(self._order, purpose)
        open_steps = (n for n, step in enumerate(self._steps) if not done(step, workspace, shown))
        self._at = next(open_steps, len(self._steps) - 1)
        self._keep_name()
        self._tell()

    def _tell(self) -> None:
        if self.isHidden():
            return
        workspace = self._document.workspace
        said = words(self.step, workspace.business_model.purpose)
        place = translate("Guide", "Step {number} of {total}", number=self._at + 1, total=len(self._steps))
        self.question.setText(translate("Guide", "{place}: {question}", place=place, question=said.question))
        self.hint.setText(said.hint)
        act = button(self.step)
        self.act.setText(act)
        self.act.setVisible(bool(act))
        self.act.setEnabled(self.step is not Place.DIVE or bool(workspace.canvas_by_id))
        named = self._named()
        self.name.setVisible(named is not None)
        if named and not self.name.isModified():
            self.name.setText(named.name)
            self._asked = named.id
        self.next.setText(self._next_text())

    def _named(self) -> CustomerSegment | None:
        """Give the segment whose name is asked for; on the business model the first that has none."""
        workspace = self._document.workspace
        match self.step:
            case Place.SEGMENT:
                return workspace.segment_of[self._selection.canvas_id or ""]
            case Block.SEGMENTS:
                return next((segment for segment in workspace.segments if not segment.name), None)
        return None

    def _take_name(self) -> None:
        if self._named():
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_text(self) -> str:
        if self._at + 1 == len(self._steps):
            return translate("Guide", "Fi&nish")
        if done(self.step, self._document.workspace, self._selection.canvas_id):
            return translate("Guide", "&Next step")
        return translate("Guide", "S&kip")

    def _keep_name(self) -> None:
        """Give the segment that was asked about the name written so far, whatever the user turns to."""
        if self.name.isModified():
            self.name.setModified(False)
            if self._asked in self._document.workspace.segment_by_id:
                edit_segment(self._document, self._asked, name=self.name.text().strip())
                self._document.seal()

    def _on_name(self) -> None:
        named = bool(self.name.text().strip())
        self._keep_name()
        if named:
            if self.step is Place.SEGMENT:
                self.go_on()
            self._on_act()

    def _on_act(self) -> None:
        match self.step:
            case Place.LINKS:
                self._link()
            case Place.DIVE:
                self._selection.show_canvas(next(iter(self._document.workspace.canvas_by_id)))
            case Section() | Block() as field:
                self._capture(field)
