"""The business model canvas: nine blocks of entries around the segments."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from canvasdesk.model.value import Coordinate, Id, Line, Text, Value, new_id


class Block(StrEnum):
    """A block of the business model canvas, in reading order: from the customer to what it takes and costs.

    Entries are stored for all but customer segments, which is the list of segments itself.
    """

    SEGMENTS = "customer segments"
    PROPOSITIONS = "value propositions"
    CHANNELS = "channels"
    RELATIONSHIPS = "customer relationships"
    REVENUE = "revenue streams"
    RESOURCES = "key resources"
    ACTIVITIES = "key activities"
    PARTNERS = "key partners"
    COSTS = "cost structure"


class Purpose(StrEnum):
    """Why the business model is drawn, which decides where one starts."""

    NEW_IDEA = "new idea"
    REDESIGN = "redesign"
    PORTFOLIO = "portfolio"
    IMPROVE_PROPOSITION = "improve proposition"
    NEW_SEGMENT = "new segment"
    AFTER_RESEARCH = "after research"


class Relationship(StrEnum):
    """How a company deals with a segment."""

    SELF_SERVICE = "self-service"
    AUTOMATED = "automated"
    PERSONAL = "personal"
    DEDICATED = "dedicated"
    COMMUNITY = "community"
    CO_CREATION = "co-creation"


ENTRY_BLOCKS = tuple(block for block in Block if block is not Block.SEGMENTS)
"""The blocks that hold entries."""
MONEY_BLOCKS = frozenset({Block.COSTS, Block.REVENUE})
Amount = Annotated[float, Field(ge=-1e15, le=1e15)]


class Entry(Value):
    """A note of the business model; `amount` is money a year, in the user's currency.

    `x`, `y` is its top left corner in canvas units, from where the notes of its block begin: blocks grow and
    change sides, their entries stay where they are in them.
    """

    id: Id = Field(default_factory=new_id)
    block: Annotated[Block, Field(json_schema_extra={"not": {"const": Block.SEGMENTS.value}})]
    text: Text = ""
    detail: Text = ""
    x: Coordinate = 0.0
    y: Coordinate = 0.0
    segment_ids: tuple[Id, ...] = ()
    amount: Amount | None = None
    relationship: Relationship | None = None

    def model_post_init(self, _context: object, /) -> None:
        """Check that the fields belong to the block; raises `ValueError`."""
        if self.block is Block.SEGMENTS:
            raise ValueError("the block customer segments holds segments, not entries")
        if self.amount is not None and self.block not in MONEY_BLOCKS:
            raise ValueError(f"an entry in {self.block.value} has no amount")
        if self.relationship and self.block is not Block.RELATIONSHIPS:
            raise ValueError(f"an entry in {self.block.value} has no relationship")
        if len(set(self.segment_ids)) != len(self.segment_ids):
            raise ValueError(f"entry {self.id} names a segment twice")


class BusinessModelCanvas(Value):
    """The nine blocks, the segments' block left to the workspace."""

    id: Id = Field(default_factory=new_id)
    name: Line = ""
    purpose: Purpose | None = None
    entries: tuple[Entry, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id in the business model, its own included, as often as it is used."""
        return (self.id, *(entry.id for entry in self.entries))
