"""What there may be only one of, where two versions each brought their own."""

from collections.abc import Mapping, MutableMapping
from dataclasses import replace

from canvasdesk.editing.conflicts import Conflict, Decisions, Side
from canvasdesk.editing.naming import thing_name
from canvasdesk.editing.things import Home, Thing, Things
from canvasdesk.model.canvas import Alternative, AlternativeKind, ValuePropositionCanvas
from canvasdesk.model.segments import CustomerSegment, Priority
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace


def one_primary(
    values: MutableMapping[str, Thing],
    sides: Mapping[Side, Things],
    workspace: Workspace,
    decisions: Decisions,
) -> None:
    """Let one segment in `values` be primary; the other has the priority it has beside that one."""
    rivals = [
        value
        for value in values.values()
        if isinstance(value, CustomerSegment) and value.priority is Priority.PRIMARY
    ]
    if len(rivals) > 1:
        conflict = Conflict(workspace.id, Workspace, workspace.title, "primary", None, None, None)
        _decide(rivals, "priority", Priority.SECONDARY, conflict, (values, sides, decisions))


def one_do_nothing(
    values: MutableMapping[str, Thing],
    homes: Mapping[str, Home],
    sides: Mapping[Side, Things],
    decisions: Decisions,
) -> None:
    """Let one alternative of each canvas be *do nothing*; the other is what it is beside that one."""
    rivals: dict[str, list[Alternative]] = {}
    for value in values.values():
        if isinstance(value, Alternative) and value.kind is AlternativeKind.DO_NOTHING:
            rivals.setdefault(homes[value.id][0], []).append(value)
    for canvas_id, found in rivals.items():
        if len(found) > 1:
            things = sides[Side.MINE] if canvas_id in sides[Side.MINE].values else sides[Side.THEIRS]
            name = thing_name(things.values[canvas_id], things)
            conflict = Conflict(canvas_id, ValuePropositionCanvas, name, "do nothing", None, None, None)
            _decide(found, "kind", AlternativeKind.WORKAROUND, conflict, (values, sides, decisions))


def _decide(
    rivals: list[CustomerSegment] | list[Alternative],
    field: str,
    instead: object,
    conflict: Conflict,
    among: tuple[MutableMapping[str, Thing], Mapping[Side, Things], Decisions],
) -> None:
    """Keep the rival that stands out in the version chosen; `instead` is for one that is not there at all."""
    values, sides, decisions = among
    top = getattr(rivals[0], field)
    first = {
        side: next(
            (each for each in rivals if getattr(things.values.get(each.id), field, None) is top), rivals[0]
        )
        for side, things in sides.items()
    }
    mine, theirs = (thing_name(first[side], sides[side]) for side in Side)
    side = decisions.decide(replace(conflict, mine=mine, theirs=theirs))
    for rival in rivals:
        if rival is not first[side]:
            there = getattr(sides[side].values.get(rival.id), field, instead)
            values[rival.id] = evolve(rival, **{field: instead if there is top else there})
