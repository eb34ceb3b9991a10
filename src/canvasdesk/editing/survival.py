"""What stays when two versions are merged: deleted by one and left alone by the other is deleted."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from canvasdesk.editing.conflicts import Conflict, Decisions, Side
from canvasdesk.editing.fields import REVIEW, differs, own
from canvasdesk.editing.naming import thing_name
from canvasdesk.editing.things import ROOT, Thing, Things, mentions, stands
from canvasdesk.model.canvas import Alternative
from canvasdesk.model.flows import Flow
from canvasdesk.model.notes import FitLink
from canvasdesk.model.segments import CustomerSegment


@dataclass(frozen=True, slots=True)
class Touched:
    """What one version changed since the other one: things that are new or another value, and those used.

    Things are used by new or changed links, flows and ratings.
    """

    changed: frozenset[str]
    used: frozenset[str]


def touched(base: Things, side: Things) -> Touched:
    """Give what `side` changed since `base`."""
    changed = frozenset(
        thing_id
        for thing_id, value in side.values.items()
        if (old := base.values.get(thing_id)) is not value and (old is None or differs(old, value))
    ) | {each for each, home in side.homes.items() if base.homes.get(each, home) != home}
    used = (each for thing_id in changed for each in _uses(base.values.get(thing_id), side.values[thing_id]))
    return Touched(changed, frozenset(used))


def _uses(old: Thing | None, new: Thing) -> Iterator[str]:
    """Give what a new or changed thing joins or judges, as far as it did not before."""
    match new:
        case FitLink():
            yield from mentions(new)
        case Flow():
            if old is None or own(old) | {REVIEW: None} != own(new) | {REVIEW: None}:
                yield from mentions(new)
        case Alternative():
            before = old.ratings if isinstance(old, Alternative) else {}
            yield from (each for each, rating in new.ratings.items() if before.get(each) != rating)


def surviving(
    base: Things, sides: Mapping[Side, Things], touches: Mapping[Side, Touched], decisions: Decisions
) -> frozenset[str]:
    """Give the ids of all that stays of two versions.

    What one version deleted and the other changed, used or put something into is a conflict, and stays where
    nothing else was chosen. A link or flow that a version could not keep was not deleted for its own sake.
    """
    gone: set[str] = set()
    for side, things in sides.items():
        other = sides[side.other]
        alive = _with_owners(touches[side.other], other)
        for thing_id in _deleted(base, things, other):
            if thing_id not in alive or _goes(thing_id, base, sides, side, decisions):
                gone |= other.below(thing_id)
    everything = frozenset().union(*(things.values for things in sides.values()))
    return everything - gone | _last_canvases(sides, gone, decisions)


def _deleted(base: Things, side: Things, other: Things) -> Iterator[str]:
    """Give what `side` deleted by itself, not with its owner or with what it joins, and `other` still has."""
    for thing_id, (owner_id, _) in base.homes.items():
        if thing_id in side.values or thing_id not in other.values:
            continue
        if owner_id != ROOT and owner_id not in side.values:
            continue
        value = base.values[thing_id]
        if not isinstance(value, FitLink | Flow) or stands(value, side):
            yield thing_id


def _with_owners(touched: Touched, things: Things) -> frozenset[str]:
    found: set[str] = set()
    for thing_id in touched.changed | touched.used:
        each = thing_id
        while each in things.homes and each not in found:
            found.add(each)
            each = things.homes[each][0]
    return frozenset(found)


def _goes(
    thing_id: str, base: Things, sides: Mapping[Side, Things], deleting: Side, decisions: Decisions
) -> bool:
    mine, theirs = (sides[side].values.get(thing_id) for side in Side)
    there = sides[deleting.other]
    value = there.values[thing_id]
    name = thing_name(value, there)
    conflict = Conflict(
        thing_id, type(value), name, None, base.values[thing_id], mine, theirs, taken=deleting.other
    )
    return decisions.decide(conflict) is deleting


def _last_canvases(
    sides: Mapping[Side, Things], gone: Collection[str], decisions: Decisions
) -> frozenset[str]:
    """Give what comes back because each version deleted the canvases that the other one left to a segment."""
    back: set[str] = set()
    for thing_id, value in sides[Side.MINE].values.items():
        if not isinstance(value, CustomerSegment) or thing_id in gone:
            continue
        left = {side: things.lists.get((thing_id, "canvases"), ()) for side, things in sides.items()}
        if not all(left.values()) or not all(each in gone for ids in left.values() for each in ids):
            continue
        mine, theirs = (
            tuple(thing_name(sides[side].values[each], sides[side]) for each in left[side]) for side in Side
        )
        conflict = Conflict(thing_id, type(value), value.name, "canvases", None, mine, theirs)
        side = decisions.decide(conflict)
        back.update(*(sides[side].below(each) for each in left[side]))
    return frozenset(back)
