"""Customer segments: whom an offer is for, each with its canvases."""

from enum import StrEnum
from functools import cached_property

from pydantic import Field

from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.value import Colour, Id, Line, Text, Value, new_id


class Basis(StrEnum):
    """What a segment is cut by."""

    DEMOGRAPHIC = "demographic"
    BEHAVIOURAL = "behavioural"
    JOB = "job"


class Market(StrEnum):
    """Who buys in a segment."""

    B2C = "B2C"
    B2B = "B2B"
    MULTI_SIDED = "multi-sided"


class Priority(StrEnum):
    """When a segment's turn comes."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    LATER = "later"


class CustomerSegment(Value):
    """People with the same jobs; one canvas for consumers, one a stakeholder role for companies."""

    id: Id = Field(default_factory=new_id)
    name: Line = ""
    who: Text = ""
    situation: Text = ""
    need: Text = ""
    basis: Basis | None = None
    market: Market | None = None
    priority: Priority | None = None
    willingness_to_pay: Text = ""
    colour: Colour | None = None
    canvases: tuple[ValuePropositionCanvas, ...] = Field(
        default_factory=lambda: (ValuePropositionCanvas(),), min_length=1
    )

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id in this segment, its own included."""
        return frozenset((self.id,)).union(*(canvas.ids for canvas in self.canvases))

    def model_post_init(self, _context: object, /) -> None:
        """Check that every id is unique; raises `ValueError`."""
        if len(self.ids) != 1 + sum(len(canvas.ids) for canvas in self.canvases):
            raise ValueError("two things in one segment share an id")
