"""What is on a page: whatever leads to a part of the workspace asks here whether the page has it."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from canvasdesk.export.choice import Sheet, What
from canvasdesk.export.html.pictures import Palette
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Shown:
    """A workspace with the sheets of it on the page; `here` are the ids of what can be found there."""

    workspace: Workspace
    sheets: tuple[Sheet, ...]
    here: AbstractSet[str]
    palette: Palette = field(default_factory=Palette)

    def has(self, what: What) -> bool:
        """Say whether the page has a sheet of this sort."""
        return any(sheet.what is what for sheet in self.sheets)

    @property
    def whole(self) -> bool:
        """Whether the business model and every canvas are on the page."""
        return self.has(What.BUSINESS_MODEL) and self.workspace.canvas_by_id.keys() <= self.here

    @property
    def segments(self) -> tuple[CustomerSegment, ...]:
        """The segments of which a canvas is on the page, in order."""
        return tuple(each for each in self.workspace.segments if each.id in self.here)


def shown(workspace: Workspace, sheets: Sequence[Sheet]) -> Shown:
    """Give what is on a page of these sheets."""
    return Shown(workspace, tuple(sheets), frozenset(_ids(workspace, sheets)))


def _ids(workspace: Workspace, sheets: Sequence[Sheet]) -> Iterator[str]:
    for sheet in sheets:
        if sheet.what is What.BUSINESS_MODEL:
            yield from workspace.entry_by_id
        if canvas := workspace.canvas_by_id.get(sheet.canvas_id):
            yield from (canvas.id, workspace.segment_of[canvas.id].id, *canvas.note_by_id)
