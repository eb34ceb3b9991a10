"""Flows between the business model and the canvases, and iterations that freeze both."""

import datetime
from enum import StrEnum

from pydantic import Field

from canvasdesk.model.business import Block, BusinessModelCanvas
from canvasdesk.model.sections import CIRCLE, SQUARE, Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.value import Id, Line, Share, Text, Value, new_id


class Relation(StrEnum):
    """What a flow says; the first three run down to a canvas, the others up from it."""

    TARGETS = "targets"
    ENABLES = "enables"
    LIMITS = "limits"
    SUMMARISED_FROM = "summarised from"
    DRIVES = "drives"


class Seen(Value):
    """What one end of a flow said when somebody last looked at both; `figure` is its amount or importance."""

    text: Text = ""
    figure: float | None = None


class Flow(Value):
    """A tie between `business_end` (an entry or segment) and `canvas_end` (a note or canvas).

    `business_seen` and `canvas_seen` keep what the ends said at the last review; None before the first.
    """

    id: Id = Field(default_factory=new_id)
    relation: Relation
    business_end: Id
    canvas_end: Id
    remark: Text = ""
    business_seen: Seen | None = None
    canvas_seen: Seen | None = None


ENABLERS = frozenset({Block.RESOURCES, Block.ACTIVITIES, Block.PARTNERS})
DRIVEN = frozenset({Block.ACTIVITIES, Block.RESOURCES, Block.CHANNELS, Block.RELATIONSHIPS, Block.REVENUE})
FLOW_ENDS: dict[Relation, tuple[frozenset[Block], frozenset[Section]]] = {
    Relation.ENABLES: (ENABLERS, frozenset(SQUARE)),
    Relation.LIMITS: (frozenset({Block.COSTS}), frozenset(SQUARE)),
    Relation.SUMMARISED_FROM: (frozenset({Block.PROPOSITIONS}), frozenset(SQUARE)),
    Relation.DRIVES: (DRIVEN, frozenset(CIRCLE)),
}
"""The blocks and sections that a relation may join; *targets* joins a segment with one of its canvases."""


def relation_between(block: Block, section: Section) -> Relation | None:
    """Give what a flow between an entry in `block` and a note in `section` says; None where none can be."""
    legal = (
        relation
        for relation, (blocks, sections) in FLOW_ENDS.items()
        if block in blocks and section in sections
    )
    return next(legal, None)


class FitFigures(Value):
    """The figures of one canvas on the day of an iteration, as shares."""

    canvas_id: Id
    on_paper: Share | None = None
    proven: Share | None = None
    wanted: Share | None = None
    today: Share | None = None


class Iteration(Value):
    """A named, dated, frozen copy of the business model and the segments."""

    id: Id = Field(default_factory=new_id)
    name: Line = ""
    date: datetime.date
    remark: Text = ""
    business_model: BusinessModelCanvas
    segments: tuple[CustomerSegment, ...] = ()
    figures: tuple[FitFigures, ...] = ()
