"""The details of a canvas: its segment, its role, its sentence, and what the customer uses today."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from canvasdesk.drawing.naming import role_name
from canvasdesk.model.canvas import CanvasStatus, Role, ValuePropositionCanvas
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.panels.alternatives import AlternativeList
from canvasdesk.panels.fields import DateField, FlagField, LineField, Option, PickField, TextField
from canvasdesk.panels.forms import Form, heading, page, quiet
from canvasdesk.panels.segment_form import SegmentForm
from canvasdesk.panels.voice import Voice
from canvasdesk.panels.wording import options
from canvasdesk.session import around, roles
from canvasdesk.words import translate

OF_CANVAS = ("statement", "why_now", "worse_without_us", "status", "review_by")


class CanvasForm(QWidget):
    """A page with the fields of the canvas shown and of the segment it is for."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        area, column = page()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self._hint = quiet(translate("Details", "Select a note or a link to see what it carries."))
        column.addWidget(self._hint)
        seal = voice.document.seal
        self._segment = SegmentForm(voice)
        column.addWidget(self._segment)
        column.addWidget(heading(translate("Details", "This canvas")))
        self._role = Form(column, self._edit_role, seal)
        self._add_role_fields()
        self._canvas = Form(column, self._edit_canvas, seal)
        self._add_canvas_fields()
        self._alternatives = AlternativeList(column, voice)

    def show_canvas(self, canvas: ValuePropositionCanvas, segment: CustomerSegment) -> None:
        """Show `canvas` and `segment`."""
        self._hint.setVisible(self._voice.selection.canvas_id is not None)
        self._segment.show_segment(segment)
        self._canvas.show_values({name: getattr(canvas, name) for name in OF_CANVAS})
        stakeholder = canvas.stakeholder
        role: dict[str, object] = {"role": stakeholder.role if stakeholder else None}
        if stakeholder:
            role |= {"name": stakeholder.name, "veto": stakeholder.veto}
        self._role.show_values(role)
        for form in (self._role, self._canvas):
            form.enable(on=not self._voice.document.read_only)
        self._alternatives.show_alternatives(canvas.alternatives)

    def _add_role_fields(self) -> None:
        roles: list[Option] = [(None, "–"), *((role, role_name(role)) for role in Role)]
        self._role.add("role", translate("Details", "Stakeholder role"), PickField(roles))
        self._role.add("name", translate("Details", "Name of the stakeholder"), LineField())
        self._role.add("veto", "", FlagField(translate("Details", "Can stop the sale")))

    def _add_canvas_fields(self) -> None:
        add = self._canvas.add
        hint = translate("Details", "Left empty, the canvas writes it from the heaviest notes")
        add("statement", translate("Details", "Value proposition"), TextField(hint, lines=3))
        add("why_now", translate("Details", "Why now?"), TextField())
        add("worse_without_us", translate("Details", "What is worse without us?"), TextField())
        add("status", translate("Details", "Status"), PickField(options(CanvasStatus)))
        add("review_by", translate("Details", "Review by"), DateField())

    def _edit_canvas(self, name: str, value: object) -> None:
        canvas = self._voice.canvas
        if canvas:
            self._voice.say(around.edit_canvas(self._voice.document, canvas.id, **{name: value}))

    def _edit_role(self, name: str, value: object) -> None:
        canvas = self._voice.canvas
        if canvas:
            self._voice.say(roles.edit_role(self._voice.document, canvas.id, **{name: value}))
