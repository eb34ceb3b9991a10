"""The review queue: flows of which an end changed since somebody looked at both, one below the other."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from canvasdesk.drawing.flow_words import describe_changes, describe_flow, describe_note_end
from canvasdesk.drawing.naming import listed
from canvasdesk.model.flows import Flow
from canvasdesk.panels.flow_list import ChangeNotice
from canvasdesk.panels.forms import Rows, page, quiet
from canvasdesk.panels.text_button import TextButton
from canvasdesk.panels.voice import Voice
from canvasdesk.session import flows
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.words import translate

MOST_ROWS = 40  # shown at once; the others come up as these are reviewed


class ReviewRow(QFrame):
    """A flow to be reviewed: Enter goes to one of its ends and then to the other, Space says that it is fine.

    `walked` carries the steps down, or up, to another row.
    """

    walked = Signal(int)

    def __init__(self, flow_id: str, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._ends = ("", "")
        self.setObjectName("reviewed")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._note, self._entry = TextButton("otherEnd"), TextButton("otherEnd")
        for number, button in enumerate((self._note, self._entry)):
            button.clicked.connect(lambda _checked, number=number: self._go(number))
        self._notice = ChangeNotice(flow_id, voice)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        for part in (self._note, self._entry, self._notice):
            column.addWidget(part)

    def show_flow(self, flow: Flow) -> None:
        """Show `flow`."""
        workspace = self._voice.document.workspace
        self._ends = flow.canvas_end, flow.business_end
        note = describe_note_end(workspace, flow.canvas_end)
        claim = describe_flow(workspace, flow, flow.canvas_end)
        self._note.say(note, translate("Review", "Go to {end}", end=note))
        self._entry.say(claim, translate("Review", "Go to what it {claim}", claim=claim))
        self._notice.show_changes(flow)
        self.setAccessibleName(listed([note, claim, *describe_changes(workspace, flow)]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, go there, or say that it is fine."""
        match event.key():
            case Qt.Key.Key_Down:
                self.walked.emit(1)
            case Qt.Key.Key_Up:
                self.walked.emit(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._go(1 if self._voice.selection.focus == self._ends[0] else 0)
            case Qt.Key.Key_Space:
                self._notice.fine.click()
            case _:
                super().keyPressEvent(event)

    def _go(self, number: int) -> None:
        self._voice.selection.show_part(self._ends[number])


class ReviewPanel(QWidget):
    """Follows the document while it can be seen; `said` carries sentences for the user."""

    said = Signal(str)

    def __init__(self, document: Document, selection: Selection) -> None:
        super().__init__()
        self._document = document
        self._voice = Voice(document, selection, self.said.emit)
        self._read_only = document.read_only
        self._ids: list[str] = []
        self._shown: Mapping[str, ReviewRow] = {}
        self._area, column = page()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        self._purpose = quiet("")
        self._all = QPushButton(translate("Review", "All fine"))
        self._all.clicked.connect(self._all_fine)
        column.addWidget(self._purpose)
        self._rows = Rows(column, self._row)
        self._more = quiet("")
        column.addWidget(self._more)
        column.addWidget(self._all)
        self.setAccessibleName(translate("Review", "Review queue"))
        document.changed.connect(self._follow)
        document.replaced.connect(self._follow)
        document.state_changed.connect(self._on_state)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody could see it."""
        super().showEvent(event)
        self._follow()

    def _row(self, flow_id: str) -> ReviewRow:
        row = ReviewRow(flow_id, self._voice)
        row.walked.connect(lambda steps: self._enter(self._ids.index(flow_id) + steps))
        return row

    def _follow(self) -> None:
        if not self.isVisible():
            return
        waiting = self._document.workspace.to_review
        held = next((n for n, each in enumerate(self._ids) if self._has_keyboard(each)), None)
        gone = held is not None and self._ids[held] not in {flow.id for flow in waiting}
        self._ids = [flow.id for flow in waiting[:MOST_ROWS]]
        self._shown = self._rows.show_for(self._ids)
        for flow in waiting[:MOST_ROWS]:
            self._shown[flow.id].show_flow(flow)
        self._purpose.setText(_purpose(len(waiting)))
        self._all.setVisible(len(waiting) > 1)
        self._all.setEnabled(not self._document.read_only)
        left_out = len(waiting) - len(self._ids)
        self._more.setText(translate("Review", "and %n more", count=left_out))
        self._more.setVisible(left_out > 0)
        if held is not None and gone:
            self._enter(held)

    def _on_state(self) -> None:
        if self._document.read_only is not self._read_only:  # a copy of it was saved
            self._read_only = self._document.read_only
            self._follow()

    def _has_keyboard(self, flow_id: str) -> bool:
        row, held = self._shown[flow_id], QApplication.focusWidget()
        return held is not None and (held is row or row.isAncestorOf(held))

    def _enter(self, number: int) -> None:
        """Give the keyboard to a row, or to the panel where there is none."""
        row = self._shown[self._ids[min(max(number, 0), len(self._ids) - 1)]] if self._ids else self
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(row)

    def _all_fine(self) -> None:
        waiting = [flow.id for flow in self._document.workspace.to_review]
        refusal = flows.review(self._document, waiting)
        self._voice.say(refusal or translate("Review", "%n flow(s) reviewed.", count=len(waiting)))


def _purpose(count: int) -> str:
    if not count:
        return translate(
            "Review",
            "Nothing to review. When a note changes, or what it is tied to in the business model, the flow"
            " between them waits here until somebody says that it still holds.",
        )
    return translate(
        "Review",
        "One end of %n flow(s) changed since somebody looked at both. Do they still hold?",
        count=count,
    )
