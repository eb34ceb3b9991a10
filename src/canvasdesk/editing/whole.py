"""Changed parts put back into their workspace; what every other edit is made of."""

from collections.abc import Collection, Iterable, Mapping
from operator import is_
from typing import TypeVar

from canvasdesk.model.business import Entry
from canvasdesk.model.canvas import Alternative, ValuePropositionCanvas
from canvasdesk.model.evidence import Evidence, Hypothesis
from canvasdesk.model.flows import Flow
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.sessions import AgendaStep, Attendee
from canvasdesk.model.value import Value, evolve
from canvasdesk.model.workspace import Workspace

Changes = Mapping[str, Mapping[str, object]]
"""New values of fields, by the id of the part that has them: `{note id: {"text": "late again"}}`."""

V = TypeVar("V", bound=Value)
P = TypeVar(
    "P",
    Note,
    FitLink,
    Alternative,
    Entry,
    Evidence,
    Hypothesis,
    CustomerSegment,
    Flow,
    AgendaStep,
    Attendee,
)


class EditError(ValueError):
    """An edit that cannot be done; the message is a whole sentence for the user."""


def altered(value: V, fields: Mapping[str, object]) -> V:
    """Give `value` with new `fields`; `value` itself where the outcome is equal."""
    new = evolve(value, **fields)
    return value if new == value else new


def edited(parts: tuple[P, ...], changes: Changes) -> tuple[P, ...]:
    """Give `parts` with the fields of some of them changed; the others stay themselves."""
    return tuple(altered(part, changes[part.id]) if part.id in changes else part for part in parts)


def same(some: Collection[object], others: Collection[object]) -> bool:
    """Say whether two collections hold the very same things in the same order.

    Validation may rebuild a tuple around the same elements, so tuples say nothing by their own identity.
    """
    return some is others or (len(some) == len(others) and all(map(is_, some, others)))


def keep_out(fields: Iterable[str], *forbidden: str) -> None:
    """Raise `TypeError` where one of the `fields` to be changed has an edit of its own."""
    if foreign := sorted(set(fields) & set(forbidden)):
        raise TypeError(f"this edit does not change {', '.join(foreign)}")


def canvases_with(workspace: Workspace, ids: Collection[str]) -> tuple[ValuePropositionCanvas, ...]:
    """Give the canvases that hold these notes, links or alternatives; `KeyError` for one that is nowhere."""
    wanted = frozenset(ids)
    holding = tuple(each for each in workspace.canvas_by_id.values() if not each.ids.isdisjoint(wanted))
    check_known(wanted, frozenset().union(*(canvas.ids for canvas in holding)))
    return holding


def check_known(ids: Collection[str], known: Collection[str]) -> None:
    """Raise `KeyError` for ids that are nowhere."""
    if missing := set(ids).difference(known):
        raise KeyError(", ".join(sorted(missing)))


def replace_canvases(workspace: Workspace, canvases: Iterable[ValuePropositionCanvas]) -> Workspace:
    """Give `workspace` with `canvases` in the place of those with the same ids; all else stays itself."""
    old = workspace.canvas_by_id
    new = {canvas.id: canvas for canvas in canvases if old[canvas.id] is not canvas}
    if not new:
        return workspace
    touched = {workspace.segment_of[canvas_id].id for canvas_id in new}
    segments = tuple(
        evolve(segment, canvases=tuple(new.get(canvas.id, canvas) for canvas in segment.canvases))
        if segment.id in touched
        else segment
        for segment in workspace.segments
    )
    return evolve(workspace, segments=segments)


def replace_parts(
    canvas: ValuePropositionCanvas,
    *,
    notes: tuple[Note, ...] | None = None,
    links: tuple[FitLink, ...] | None = None,
    alternatives: tuple[Alternative, ...] | None = None,
) -> ValuePropositionCanvas:
    """Give `canvas` with other parts; `canvas` itself where they are the very same."""
    given = {"notes": notes, "links": links, "alternatives": alternatives}
    new = {
        name: parts
        for name, parts in given.items()
        if parts is not None and not same(parts, getattr(canvas, name))
    }
    return evolve(canvas, **new)
