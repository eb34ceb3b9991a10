"""What the customer uses today: the alternatives of a canvas, by kind and name."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from canvasdesk.model.canvas import Alternative, AlternativeKind
from canvasdesk.panels.fields import LineField, PickField
from canvasdesk.panels.forms import Rows, heading, row, small_button
from canvasdesk.panels.voice import Voice
from canvasdesk.panels.wording import options
from canvasdesk.session import around
from canvasdesk.words import translate


class AlternativeRow(QWidget):
    """Kind and name of one alternative."""

    def __init__(self, alternative_id: str, voice: Voice) -> None:
        super().__init__()
        self._id = alternative_id
        self._voice = voice
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._name = LineField(translate("Details", "Its name"))
        self._kind = PickField(options(AlternativeKind))
        self._name.setAccessibleName(translate("Details", "Name of the alternative"))
        self._kind.setAccessibleName(translate("Details", "Kind of the alternative"))
        self._name.edited.connect(lambda value: self._edit("name", value))
        self._kind.edited.connect(lambda value: self._edit("kind", value))
        self._name.left.connect(voice.document.seal)
        self._remove = small_button("×", translate("Details", "Remove this alternative"), self._take_away)
        column.addLayout(row(self._kind, self._remove))
        column.addWidget(self._name)

    def show_alternative(self, other: Alternative) -> None:
        """Show `other`."""
        self._name.put(other.name)
        self._kind.put(other.kind)
        for part in (self._name, self._kind, self._remove):
            part.setEnabled(not self._voice.document.read_only)

    def _edit(self, name: str, value: object) -> None:
        self._voice.say(around.edit_alternative(self._voice.document, self._id, **{name: value}))
        canvas = self._voice.canvas
        for other in canvas.alternatives if canvas else ():
            if other.id == self._id:
                self.show_alternative(other)

    def _take_away(self) -> None:
        self._voice.say(around.remove_alternative(self._voice.document, self._id))


class AlternativeList:
    """The alternatives of the canvas shown."""

    def __init__(self, column: QVBoxLayout, voice: Voice) -> None:
        self._voice = voice
        column.addWidget(heading(translate("Details", "What they use today")))
        self._rows = Rows(column, lambda alternative_id: AlternativeRow(alternative_id, voice))
        self._add = QPushButton(translate("Details", "Add an alternative"))
        self._add.clicked.connect(self._add_one)
        column.addWidget(self._add)

    def show_alternatives(self, alternatives: Sequence[Alternative]) -> None:
        """Show `alternatives`."""
        rows = self._rows.show_for([other.id for other in alternatives])
        for other in alternatives:
            rows[other.id].show_alternative(other)
        self._add.setEnabled(not self._voice.document.read_only)

    def _add_one(self) -> None:
        canvas = self._voice.canvas
        if canvas:
            kinds = {other.kind for other in canvas.alternatives}
            nothing = AlternativeKind.DO_NOTHING
            kind = AlternativeKind.COMPETITOR if nothing in kinds else nothing
            self._voice.say(around.add_alternative(self._voice.document, canvas.id, Alternative(kind=kind)))
