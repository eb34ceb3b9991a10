"""The details of a customer segment: who it is, what it would pay, and when its turn comes."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from canvasdesk.drawing.naming import basis_name, colour_names, market_name, priority_name
from canvasdesk.model.segments import Basis, CustomerSegment, Market, Priority
from canvasdesk.panels.fields import ChoiceField, LineField, Option, PickField, TextField
from canvasdesk.panels.forms import GAP, Form, heading
from canvasdesk.panels.voice import Voice
from canvasdesk.session import segments
from canvasdesk.words import translate

FIELDS = ("name", "priority", "market", "basis", "who", "situation", "need", "willingness_to_pay", "colour")
SWATCH = QSize(12, 12)  # pixels


class ColourField(PickField):
    """One of the colours offered, or another one that a segment has already, or none."""

    def put(self, value: object) -> None:
        """Show which colour is chosen."""
        colours = colour_names()
        if isinstance(value, str):
            colours.setdefault(value, translate("Colour", "Another colour"))
        self.offer([(None, "–"), *colours.items()])
        for index, colour in enumerate(colours, 1):
            swatch = QPixmap(SWATCH)
            swatch.fill(QColor(colour))
            self.setItemIcon(index, QIcon(swatch))
        super().put(value)


class SegmentForm(QWidget):
    """All fields of one segment; on a page of its own, or at the head of its canvas'."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._id = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(heading(translate("Details", "Customer segment")))
        self._form = Form(column, self._edit, voice.document.seal)
        add = self._form.add
        add("name", translate("Details", "Name"), LineField())
        turns: list[Option] = [(each, priority_name(each)) for each in Priority]
        add("priority", translate("Details", "Whose turn it is"), ChoiceField(turns))
        markets: list[Option] = [(each, market_name(each)) for each in Market]
        add("market", translate("Details", "Who buys"), ChoiceField(markets))
        bases: list[Option] = [(each, basis_name(each)) for each in Basis]
        add("basis", translate("Details", "What sets them apart"), PickField([(None, "–"), *bases]))
        add("who", translate("Details", "Who they are"), TextField())
        add("situation", translate("Details", "In which situation"), TextField())
        add("need", translate("Details", "What they need"), TextField())
        add("willingness_to_pay", translate("Details", "What they would pay"), TextField(lines=1))
        add("colour", translate("Details", "Colour"), ColourField([]))

    def show_segment(self, segment: CustomerSegment) -> None:
        """Show the fields of `segment`."""
        self._id = segment.id
        self._form.show_values({name: getattr(segment, name) for name in FIELDS})
        self._form.enable(on=not self._voice.document.read_only)

    def _edit(self, name: str, value: object) -> None:
        self._voice.say(segments.edit_segment(self._voice.document, self._id, **{name: value}))
