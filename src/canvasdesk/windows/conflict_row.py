"""A conflict between two versions in words, with where the thing lies."""

from dataclasses import dataclass

from canvasdesk.drawing.flow_words import canvas_name
from canvasdesk.drawing.naming import block_name, section_name
from canvasdesk.editing.conflicts import Conflict, Key, Side
from canvasdesk.editing.merge import Merged
from canvasdesk.editing.naming import SideBySide, side_by_side
from canvasdesk.model.workspace import Workspace
from canvasdesk.words import translate


@dataclass(frozen=True, slots=True)
class Row:
    """A conflict in words, with where the thing lies, and which side holds until somebody chooses."""

    key: Key
    words: SideBySide
    place: str
    taken: Side

    @property
    def about(self) -> str:
        """Where the thing lies and which of its fields is meant, on a line below its name."""
        both = [each for each in (self.place, self.words.field) if each]
        return translate("Merging", " · ", "between a place and a field").join(both)

    @property
    def before(self) -> str:
        """What stood there before, "" where nothing did."""
        return translate("Merging", "Before: {value}", value=self.words.base) if self.words.base else ""

    def text(self, side: Side) -> str:
        """Give what one side has."""
        return self.words.mine if side is Side.MINE else self.words.theirs


def rows(merged: Merged) -> tuple[Row, ...]:
    """Give the conflicts of a merge as they are shown."""
    things = merged.versions.sides[Side.MINE]
    return tuple(
        Row(each.key, side_by_side(each, things), _place(merged.workspace, each), each.taken)
        for each in merged.conflicts
    )


def _place(workspace: Workspace, conflict: Conflict) -> str:
    """Give section and canvas of a note, the block of an entry, the canvas of anything else on one."""
    thing_id = conflict.thing_id
    if entry := workspace.entry_by_id.get(thing_id):
        return block_name(entry.block)
    canvas = workspace.canvas_of(thing_id)
    if canvas is None:
        return ""
    name, note = canvas_name(workspace, canvas.id), canvas.note_by_id.get(thing_id)
    if note is None:
        return name
    return translate("Palette", "{section} · {canvas}", section=section_name(note.section), canvas=name)
