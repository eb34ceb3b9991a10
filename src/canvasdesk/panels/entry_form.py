"""The details of entries: what an entry of each block carries, for one entry or several at once."""

from collections.abc import Sequence

from PySide6.QtGui import QColor, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from canvasdesk.drawing.naming import block_name
from canvasdesk.model.business import ENTRY_BLOCKS, MONEY_BLOCKS, Block, Entry, Relationship
from canvasdesk.model.quoting import one_line
from canvasdesk.panels.amount import AmountField
from canvasdesk.panels.evidence import EvidenceList
from canvasdesk.panels.fields import FlagField, Option, PickField, TextField
from canvasdesk.panels.flow_list import FlowList
from canvasdesk.panels.forms import MIXED, Form, Rows, common, heading, page, quiet
from canvasdesk.panels.voice import Voice
from canvasdesk.panels.wording import options
from canvasdesk.session import entries
from canvasdesk.words import translate

SWATCH = 12  # pixels


class EntryForm(QWidget):
    """A page with all fields of the selected entries."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._entries: tuple[Entry, ...] = ()
        area, column = page()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self._heading = heading("")
        column.addWidget(self._heading)
        self._form = Form(column, self._edit, voice.document.seal)
        self._add_fields()
        self._for = heading(translate("Details", "For whom"))
        column.addWidget(self._for)
        self._segments = Rows(column, self._segment)
        links = translate("Flow", "None yet: “Link to a note…” makes one.")
        self._flows = FlowList(column, voice, links)
        self._evidence = EvidenceList(column, voice)
        self._hint: QLabel = quiet(
            translate("Details", "Several notes: what you choose here holds for all of them.")
        )
        column.addWidget(self._hint)

    def show_entries(self, held: Sequence[Entry]) -> None:
        """Show the fields of `held`, at least one; what differs among them stays open."""
        self._entries = tuple(held)
        one = held[0] if len(held) == 1 else None
        blocks = {entry.block for entry in held}
        names = {"text", "detail", "block"} if one else {"block"}
        if blocks <= MONEY_BLOCKS:
            names.add("amount")
        if blocks == {Block.RELATIONSHIPS}:
            names.add("relationship")
        values = {name: common([getattr(entry, name) for entry in held]) for name in names}
        self._form.show_values({name: None if value is MIXED else value for name, value in values.items()})
        self._form.enable(on=not self._voice.document.read_only)
        self._heading.setText(_title(self._entries, blocks))
        self._show_segments()
        self._flows.show_end(one.id if one else None)
        self._evidence.show_about([entry.id for entry in held])
        self._hint.setVisible(one is None)

    def _add_fields(self) -> None:
        add = self._form.add
        add("text", translate("Details", "Text"), TextField(translate("Details", "One idea in a few words")))
        add("amount", translate("Details", "Amount a year"), AmountField())
        kinds = options(Relationship, none=True)
        add("relationship", translate("Details", "Kind of relationship"), PickField(kinds))
        add("detail", translate("Details", "Detail"), TextField(translate("Details", "What else is known")))
        blocks: list[Option] = [(block, block_name(block)) for block in ENTRY_BLOCKS]
        add("block", translate("Details", "Block"), PickField(blocks))

    def _show_segments(self) -> None:
        segments = self._voice.document.workspace.segments
        rows = self._segments.show_for([segment.id for segment in segments])
        usual = self.palette().color(QPalette.ColorRole.Accent)
        for segment in segments:
            box = rows[segment.id]
            box.setText(one_line(segment.name) or translate("Canvas", "Unnamed segment"))
            box.setIcon(_swatch(QColor(segment.colour) if segment.colour else usual))
            meant = common([segment.id in entry.segment_ids for entry in self._entries])
            box.put(None if meant is MIXED else meant)
            box.setEnabled(not self._voice.document.read_only)
        self._for.setVisible(bool(segments))

    def _segment(self, segment_id: str) -> FlagField:
        """Give a box that says whether the entries are for a segment."""
        box = FlagField("")
        box.edited.connect(lambda meant: self._set_segment(segment_id, meant=bool(meant)))
        return box

    def _set_segment(self, segment_id: str, *, meant: bool) -> None:
        ids = [entry.id for entry in self._entries]
        self._voice.say(entries.set_segment(self._voice.document, ids, segment_id, meant=meant))

    def _edit(self, name: str, value: object) -> None:
        document, selection = self._voice.document, self._voice.selection
        if isinstance(value, Block):
            said = entries.move_to_block(document, selection, value)
        else:
            said = entries.edit_entries(document, [entry.id for entry in self._entries], **{name: value})
        self._voice.say(said)


def _title(held: Sequence[Entry], blocks: set[Block]) -> str:
    if len(held) == 1:
        return block_name(held[0].block)
    if len(blocks) == 1:
        name = block_name(held[0].block)
        return translate("Details", "{section}: %n notes", count=len(held), section=name)
    return translate("Details", "%n note(s)", count=len(held))


def _swatch(colour: QColor) -> QIcon:
    picture = QPixmap(SWATCH, SWATCH)
    picture.fill(colour)
    return QIcon(picture)
