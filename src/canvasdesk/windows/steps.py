"""The steps of the guide: which come in what order, and when one has its answer."""

from enum import StrEnum

from canvasdesk.model.business import Block, Purpose
from canvasdesk.model.sections import CIRCLE, SQUARE, Section
from canvasdesk.model.workspace import Workspace


class Order(StrEnum):
    """Which half of a canvas one starts with."""

    CUSTOMER_FIRST = "customer first"
    OFFER_FIRST = "offer first"


class Place(StrEnum):
    """The steps that are neither a section nor a block."""

    SEGMENT = "segment"
    LINKS = "links"
    DIVE = "dive"


Step = Section | Block | Place

MODEL_STEPS: tuple[Step, ...] = (*Block, Place.DIVE)
"""The steps on the business model, which lead to the first canvas."""

_LEADS: dict[Purpose, tuple[Step, ...]] = {
    Purpose.NEW_SEGMENT: (Place.SEGMENT,),
    Purpose.AFTER_RESEARCH: (Place.SEGMENT, Section.PAINS),
}


def canvas_steps(order: Order, purpose: Purpose | None = None) -> tuple[Step, ...]:
    """Give the steps on a canvas; what a purpose has to know first leads in either order."""
    customer: tuple[Step, ...] = (Place.SEGMENT, *CIRCLE)
    offer: tuple[Step, ...] = SQUARE
    halves = (*customer, *offer) if order is Order.CUSTOMER_FIRST else (*offer, *customer)
    lead = _LEADS.get(purpose, ()) if purpose else ()
    return (*lead, *(step for step in halves if step not in lead), Place.LINKS)


def done(step: Step, workspace: Workspace, canvas_id: str | None) -> bool:
    """Say whether a step has an answer: on the canvas, or anywhere for a step on the business model.

    Raises `KeyError` for a step on a canvas without one.
    """
    match step:
        case Block.SEGMENTS:
            return any(segment.name for segment in workspace.segments)
        case Block():
            return any(entry.block is step for entry in workspace.business_model.entries)
        case Place.DIVE:
            return any(canvas.notes for canvas in workspace.canvas_by_id.values())
        case Place.SEGMENT:
            return bool(workspace.segment_of[canvas_id or ""].name)
        case Place.LINKS:
            return bool(workspace.canvas_by_id[canvas_id or ""].links)
    return bool(workspace.canvas_by_id[canvas_id or ""].in_section(step))
