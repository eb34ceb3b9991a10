"""Ids of two versions brought into line: one for one thing in both, and no id for two."""

from collections.abc import Mapping

from canvasdesk.editing.things import Home, Thing, Things, mentioning, mentions
from canvasdesk.model.business import Entry
from canvasdesk.model.canvas import Alternative, AlternativeKind, ValuePropositionCanvas
from canvasdesk.model.evidence import Evidence, Hypothesis
from canvasdesk.model.flows import Flow, Iteration
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.sessions import AgendaStep, Attendee, Session
from canvasdesk.model.value import evolve, new_id
from canvasdesk.model.workspace import Workspace


def renamed(things: Things, ids: Mapping[str, str]) -> Things:
    """Give `things` with other ids, everywhere at once."""
    if not ids:
        return things

    def become(each: str) -> str:
        return ids.get(each, each)

    return Things(
        {
            become(each): _with_id(mentioning(value, become), become(each))
            for each, value in things.values.items()
        },
        {become(each): (become(owner), name) for each, (owner, name) in things.homes.items()},
        {(become(owner), name): tuple(map(become, parts)) for (owner, name), parts in things.lists.items()},
    )


def root_ids(workspace: Workspace, others: Workspace) -> dict[str, str]:
    """Give the ids of a workspace and its business model with those that they have in `others`."""
    pairs = (workspace.id, others.id), (workspace.business_model.id, others.business_model.id)
    return {old: new for old, new in pairs if old != new}


_TOLD_BY: Mapping[type[Thing], tuple[str, ...]] = {
    Note: ("text",),
    Entry: ("text",),
    Alternative: ("kind", "name"),
    ValuePropositionCanvas: ("stakeholder",),
    Evidence: ("kind", "finding"),
    Hypothesis: ("statement",),
    CustomerSegment: ("name",),
    Iteration: ("name", "date"),
    AgendaStep: ("title", "frame"),
    Attendee: ("name",),
    Session: ("began",),
}


def other_ids(base: Things | None, mine: Things, theirs: Things, taken: frozenset[str]) -> dict[str, str]:
    """Give the ids of theirs that cannot stay, with those that take their place.

    What is new in both under one id, or under an id in `taken`, and not the same thing gets a new one. What
    both made of their own — a link between the same notes, a flow between the same ends, doing nothing as an
    alternative — gets the id that it has in mine. Without a `base`, what has one id is one thing.
    """
    ids: dict[str, str] = {}
    old = base.values if base else {}
    alone = [each for each in mine.values if each not in theirs.values and each not in old]
    twins = {_made(mine.values[each], mine.homes[each], {}): each for each in alone}
    twins.pop(None, None)
    for each, value in theirs.values.items():
        owner, name = theirs.homes[each]
        home = ids.get(owner, owner), name
        if each in taken or (each in mine.values and not _same(base, mine, value, home, ids)):
            ids[each] = new_id()
        elif each not in mine.values and each not in old:
            twin = twins.pop(_made(value, home, ids), None)
            ids |= {each: twin} if twin else {}
    return ids


def _same(base: Things | None, mine: Things, value: Thing, home: Home, ids: Mapping[str, str]) -> bool:
    """Say whether what has one id in both is one thing."""
    other = mine.values[value.id]
    if type(other) is not type(value):
        return False
    if base is None or type(base.values.get(value.id)) is type(value):
        return True
    return mine.homes[value.id] == home and _called(other, {}) == _called(value, ids)


def _called(thing: Thing, ids: Mapping[str, str]) -> object:
    """Give what tells a thing from others of its kind, apart from its id."""
    if isinstance(thing, FitLink | Flow):
        return tuple(ids.get(each, each) for each in mentions(thing))
    return tuple(getattr(thing, name) for name in _TOLD_BY[type(thing)])


def _made(thing: Thing, home: Home, ids: Mapping[str, str]) -> object:
    """Give what there can be only one of at `home`; None for what there can be many of."""
    match thing:
        case FitLink():
            return home, _called(thing, ids)
        case Flow():
            return thing.relation, _called(thing, ids)
        case Alternative(kind=AlternativeKind.DO_NOTHING):
            return home, thing.kind
    return None


def _with_id(thing: Thing, thing_id: str) -> Thing:
    return evolve(thing, id=thing_id)
