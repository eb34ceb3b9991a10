"""Two versions of a workspace made one, field by field, against the last version that both know."""

from collections.abc import Mapping
from dataclasses import dataclass

from canvasdesk.editing.aligning import other_ids, renamed, root_ids
from canvasdesk.editing.changes import changes
from canvasdesk.editing.conflicts import Conflict, Decisions, Key, Side
from canvasdesk.editing.fields import Decide, differs, merged, merged_fields, merged_shelved, own, with_own
from canvasdesk.editing.naming import thing_name
from canvasdesk.editing.order import ordered
from canvasdesk.editing.singles import one_do_nothing, one_primary
from canvasdesk.editing.standing import Speaker, restored, standing
from canvasdesk.editing.survival import Touched, surviving, touched
from canvasdesk.editing.things import NOTHING, Home, Thing, Things, laid_out, put_together
from canvasdesk.model.business import Entry
from canvasdesk.model.notes import Note
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Versions:
    """Two versions to be merged and the one that both began with, with their things and all ids in line."""

    base: Workspace | None
    mine: Workspace
    theirs: Workspace
    base_things: Things
    sides: Mapping[Side, Things]


@dataclass(frozen=True, slots=True)
class Merged:
    """Two versions made one, the conflicts on the way, and in sentences what changed in mine."""

    workspace: Workspace
    conflicts: tuple[Conflict, ...]
    changes: tuple[str, ...]
    versions: Versions


def merge(base: Workspace | None, mine: Workspace, theirs: Workspace) -> Merged:
    """Give `mine` with all that changed in `theirs` since `base`, the last version that both know.

    Where both changed the same field, mine holds; what one deleted and the other changed stays. Both are
    conflicts. Without a `base` everything of both is there, and every field that differs is a conflict.
    Nothing that only one of them changed is lost, but for mentions of what the other one deleted.
    """
    ours, others = laid_out(mine), laid_out(theirs)
    known = None if base is None else renamed(laid_out(base), root_ids(base, mine))
    taken = frozenset({mine.id, mine.business_model.id})
    others = renamed(others, root_ids(theirs, mine) | other_ids(known, ours, others, taken))
    sides = {Side.MINE: ours, Side.THEIRS: others}
    return _made_one(Versions(base, mine, theirs, _of_their_kinds(known or NOTHING, sides), sides), {})


def resolved(merged: Merged, choices: Mapping[Key, Side]) -> Workspace:
    """Give what a merge makes with other choices between the versions, by the keys of its conflicts."""
    return _made_one(merged.versions, choices).workspace


def _made_one(versions: Versions, choices: Mapping[Key, Side]) -> Merged:
    decisions, base, sides = Decisions(choices), versions.base_things, versions.sides
    touches = {side: touched(base, things) for side, things in sides.items()}
    alive = surviving(base, sides, touches, decisions)
    root = _root(versions, decisions)
    values = {each: _value(each, versions, touches, decisions) for each in _in_order(sides) if each in alive}
    homes = {each: _home(each, versions, decisions) for each in values}
    one_primary(values, sides, root, decisions)
    one_do_nothing(values, homes, sides, decisions)
    things = Things(values, homes, _lists(versions, homes))
    standing_things = standing(things, frozenset({root.id, root.business_model.id}))
    workspace = put_together(root, standing_things)
    return Merged(workspace, tuple(decisions.conflicts), changes(versions.mine, workspace), versions)


def _of_their_kinds(base: Things, sides: Mapping[Side, Things]) -> Things:
    """Give `base` without things whose ids stand for something of another kind by now."""
    values = {
        each: value
        for each, value in base.values.items()
        if all(type(things.values.get(each, value)) is type(value) for things in sides.values())
    }
    if len(values) == len(base.values):
        return base
    return Things(values, {each: base.homes[each] for each in values}, base.lists)


def _in_order(sides: Mapping[Side, Things]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for things in sides.values() for each in things.values))


def _root(versions: Versions, decisions: Decisions) -> Workspace:
    """Give mine with the fields of the workspace and its business model merged, all things as they are."""
    base, mine, theirs = versions.base, versions.mine, versions.theirs
    decide = _deciding(mine.id, mine, mine.title, decisions)

    def by_the_clock(field: str, old: object, our: object, other: object) -> object:
        if field == "modified":
            return max(mine.modified, theirs.modified)
        if field == "created":
            return min(mine.created, theirs.created)
        return decide(field, old, our, other)

    def of_the_model(field: str, old: object, our: object, other: object) -> object:
        return decide(f"business_model.{field}", old, our, other)

    model = merged(base and base.business_model, mine.business_model, theirs.business_model, of_the_model)
    fields = merged_fields(own(base), own(mine), own(theirs), by_the_clock)
    return evolve(with_own(mine, fields), business_model=model)


def _value(thing_id: str, versions: Versions, touches: Mapping[Side, Touched], decisions: Decisions) -> Thing:
    """Give what becomes of one thing, without a look at others."""
    my_things, their_things = versions.sides.values()
    mine, theirs = my_things.values.get(thing_id), their_things.values.get(thing_id)
    if mine is None or theirs is None:
        return mine or their_things.values[thing_id]
    moved = isinstance(mine, Note) and isinstance(theirs, Note) and mine.section is not theirs.section
    if not moved and not isinstance(mine, Speaker):
        if thing_id not in touches[Side.THEIRS].changed or not differs(mine, theirs):
            return mine
        if thing_id not in touches[Side.MINE].changed:
            return theirs
    old = versions.base_things.values.get(thing_id)
    ours, others = restored(mine, old, my_things), restored(theirs, old, their_things)
    decide = _deciding(thing_id, mine, thing_name(mine, my_things), decisions)
    if isinstance(mine, Note | Entry):
        used = thing_id in touches[Side.MINE].used, thing_id in touches[Side.THEIRS].used
        return merged_shelved(old, ours, others, used, decide)
    return merged(old, ours, others, decide)


def _home(thing_id: str, versions: Versions, decisions: Decisions) -> Home:
    my_things, their_things = versions.sides.values()
    mine, theirs = my_things.homes.get(thing_id), their_things.homes.get(thing_id)
    if mine is None or theirs is None:
        return mine or their_things.homes[thing_id]
    old = versions.base_things.homes.get(thing_id)
    if theirs in (mine, old):
        return mine
    thing = my_things.values[thing_id]
    decide = _deciding(thing_id, thing, thing_name(thing, my_things), decisions)
    return theirs if mine == old or decide("home", old, mine, theirs) is theirs else mine


def _lists(versions: Versions, homes: Mapping[str, Home]) -> dict[Home, tuple[str, ...]]:
    base, (mine, theirs) = versions.base_things, versions.sides.values()
    lists: dict[Home, tuple[str, ...]] = {}
    for home in dict.fromkeys((*mine.lists, *theirs.lists)):
        order = ordered(*(things.lists.get(home, ()) for things in (base, mine, theirs)))
        lists[home] = tuple(each for each in order if homes.get(each) == home)
    return lists


def _deciding(thing_id: str, thing: Thing | Workspace, name: str, decisions: Decisions) -> Decide:
    def decide(field: str, old: object, our: object, other: object) -> object:
        conflict = Conflict(thing_id, type(thing), name, field, old, our, other)
        return our if decisions.decide(conflict) is Side.MINE else other

    return decide
