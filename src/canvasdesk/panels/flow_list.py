"""The flows of a note or an entry: what each claims, where it leads, and what changed at its ends."""

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from canvasdesk.drawing.flow_words import describe_changes, describe_flow, other_end
from canvasdesk.model.flows import Flow
from canvasdesk.panels.fields import LineField
from canvasdesk.panels.forms import Rows, heading, plain, quiet, row, small_button
from canvasdesk.panels.text_button import TextButton
from canvasdesk.panels.voice import Voice
from canvasdesk.session import flows
from canvasdesk.words import translate


class ChangeNotice(QFrame):
    """What the ends of a flow said at its last review and say now, with the button that says it is fine."""

    def __init__(self, flow_id: str, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._said = plain("")
        self.fine = QPushButton(translate("Flow", "Looks fine"))
        self.fine.clicked.connect(lambda: voice.say(flows.review(voice.document, [flow_id])))
        self.setObjectName("notice")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(6)
        column.addWidget(self._said)
        column.addWidget(self.fine)

    def show_changes(self, flow: Flow) -> None:
        """Show what changed at the ends of `flow`; stay away where nothing did."""
        said = describe_changes(self._voice.document.workspace, flow)
        self._said.setText("\n".join(said))
        self.fine.setAccessibleName(translate("Flow", "Looks fine: {changes}", changes=" ".join(said)))
        self.fine.setEnabled(not self._voice.document.read_only)
        self.setVisible(bool(said))


class FlowRow(QWidget):
    """One flow: the sentence that leads to its other end, a remark, and what is to be reviewed."""

    def __init__(self, flow_id: str, voice: Voice) -> None:
        super().__init__()
        self._flow_id, self._other_id, self._voice = flow_id, "", voice
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._other = TextButton("otherEnd")
        self._other.setToolTip(translate("Flow", "Go to the other end"))
        self._other.clicked.connect(lambda: voice.selection.show_part(self._other_id))
        self._remove = small_button("×", translate("Flow", "Remove this flow"), self._take_away)
        self._notice = ChangeNotice(flow_id, voice)
        self._remark = LineField(translate("Flow", "Remark"))
        self._remark.setAccessibleName(translate("Flow", "Remark on this flow"))
        self._remark.edited.connect(self._edit)
        self._remark.left.connect(voice.document.seal)
        column.addLayout(row(self._other, self._remove))
        column.addWidget(self._notice)
        column.addWidget(self._remark)

    def show_flow(self, flow: Flow, end_id: str) -> None:
        """Show `flow` as it is seen from its end `end_id`."""
        document = self._voice.document
        self._other_id = other_end(flow, end_id)
        self._other.say(describe_flow(document.workspace, flow, end_id))
        self._notice.show_changes(flow)
        self._remark.put(flow.remark)
        self._remark.setReadOnly(document.read_only)
        self._remove.setEnabled(not document.read_only)

    def _edit(self, remark: object) -> None:
        self._voice.say(flows.edit_flow(self._voice.document, self._flow_id, remark=remark))

    def _take_away(self) -> None:
        self._voice.say(flows.remove(self._voice.document, self._flow_id))


class FlowList:
    """The flows of the note or entry shown; `hint` says how one is made, where there is none."""

    def __init__(self, column: QVBoxLayout, voice: Voice, hint: str) -> None:
        self._voice = voice
        self._heading, self._hint = heading(translate("Flow", "Flows")), quiet(hint)
        column.addWidget(self._heading)
        column.addWidget(self._hint)
        self._rows = Rows(column, lambda flow_id: FlowRow(flow_id, voice))

    def show_end(self, end_id: str | None) -> None:
        """Show the flows of a note or entry; nothing without one."""
        there = self._voice.document.workspace.flows_of.get(end_id or "", ())
        self._heading.setVisible(end_id is not None)
        self._hint.setVisible(end_id is not None and not there)
        rows = self._rows.show_for([flow.id for flow in there])
        for flow in there:
            rows[flow.id].show_flow(flow, end_id or "")
