"""A workspace laid out flat: every thing by its id, where it belongs, and what it mentions."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from canvasdesk.editing.whole import altered, same
from canvasdesk.model.business import Entry
from canvasdesk.model.canvas import Alternative, ValuePropositionCanvas
from canvasdesk.model.evidence import Evidence, Hypothesis
from canvasdesk.model.flows import FLOW_ENDS, Flow, Iteration, Relation
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.sections import ANSWERS
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.sessions import AgendaStep, Attendee, Session
from canvasdesk.model.value import Value, evolve
from canvasdesk.model.workspace import RECORDS, Workspace

Thing = (
    Note
    | FitLink
    | Alternative
    | ValuePropositionCanvas
    | CustomerSegment
    | Entry
    | Evidence
    | Hypothesis
    | Flow
    | Iteration
    | AgendaStep
    | Attendee
    | Session
)
Home = tuple[str, str]
"""The id of the owner of a list, and the list's name in it."""

ROOT = ""  # the owner of all that belongs to the workspace or its business model; no thing has this id
LISTS = ("entries", "segments", *RECORDS)
PARTS: Mapping[type[Value], tuple[str, ...]] = {
    CustomerSegment: ("canvases",),
    ValuePropositionCanvas: ("notes", "links", "alternatives"),
}

T = TypeVar("T", bound=Value)


@dataclass(frozen=True, slots=True)
class Things:
    """All that has an id below the workspace and its business model, owners first, and the lists it is in."""

    values: Mapping[str, Thing]
    homes: Mapping[str, Home]
    lists: Mapping[Home, tuple[str, ...]]

    def below(self, owner_id: str) -> frozenset[str]:
        """Give a thing's id and those of everything in it."""
        found = {owner_id}
        for name in PARTS.get(type(self.values[owner_id]), ()):
            found.update(*(self.below(each) for each in self.lists.get((owner_id, name), ())))
        return frozenset(found)


NOTHING = Things({}, {}, {})


def laid_out(workspace: Workspace) -> Things:
    """Give the things of a workspace, in the file's order."""
    values: dict[str, Thing] = {}
    homes: dict[str, Home] = {}
    lists: dict[Home, tuple[str, ...]] = {}

    def put(home: Home, parts: Iterable[Thing]) -> None:
        lists[home] = tuple(part.id for part in parts)
        for part in parts:
            values[part.id] = part
            homes[part.id] = home
            for name in PARTS.get(type(part), ()):
                put((part.id, name), getattr(part, name))

    for name in LISTS:
        put((ROOT, name), getattr(workspace.business_model if name == "entries" else workspace, name))
    return Things(values, homes, lists)


def put_together(workspace: Workspace, things: Things) -> Workspace:
    """Give `workspace` with `things` in the place of its own; parts that are the same stay themselves.

    What the values of owners hold as parts is passed over. Raises pydantic's `ValidationError` where things
    cannot stand together.
    """

    def built(thing_id: str) -> Thing:
        value = things.values[thing_id]
        return _with_parts(value, {name: parts(thing_id, name) for name in PARTS.get(type(value), ())})

    def parts(owner_id: str, name: str) -> tuple[Thing, ...]:
        return tuple(built(each) for each in things.lists.get((owner_id, name), ()))

    fields: dict[str, tuple[Thing, ...]] = {name: parts(ROOT, name) for name in LISTS}
    model = _with_parts(workspace.business_model, {"entries": fields.pop("entries")})
    changed = {name: new for name, new in fields.items() if not same(new, getattr(workspace, name))}
    return evolve(workspace, business_model=model, **changed)


def _with_parts(value: T, parts: Mapping[str, tuple[Thing, ...]]) -> T:
    changed = {name: new for name, new in parts.items() if not same(new, getattr(value, name))}
    return evolve(value, **changed)


def mentions(thing: Thing) -> tuple[str, ...]:
    """Give the ids of the other things that a thing speaks of or joins."""
    match thing:
        case FitLink():
            return thing.source, thing.target
        case Flow():
            return thing.business_end, thing.canvas_end
        case Evidence() | Hypothesis():
            return thing.about
        case Entry():
            return thing.segment_ids
        case Alternative():
            return tuple(thing.ratings)
    return ()


def mentioning(thing: Thing, become: Callable[[str], str | None]) -> Thing:
    """Give `thing` with other ids in its mentions; what becomes None is not mentioned any more."""

    def kept(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(new for each in ids if (new := become(each)) is not None))

    match thing:
        case FitLink():
            return altered(thing, {"source": become(thing.source), "target": become(thing.target)})
        case Flow():
            ends = {"business_end": become(thing.business_end), "canvas_end": become(thing.canvas_end)}
            return altered(thing, ends)
        case Evidence() | Hypothesis():
            return altered(thing, {"about": kept(thing.about)})
        case Entry():
            return altered(thing, {"segment_ids": kept(thing.segment_ids)})
        case Alternative():
            ratings: dict[str, int] = {}
            for each, rating in thing.ratings.items():
                if (new := become(each)) is not None:
                    ratings.setdefault(new, rating)
            return altered(thing, {"ratings": ratings})
    return thing


def stands(thing: FitLink | Flow, things: Things) -> bool:
    """Say whether both ends of a link or flow are among `things`, and may be joined that way."""
    one, other = (things.values.get(end) for end in mentions(thing))
    if isinstance(thing, FitLink):
        if not (isinstance(one, Note) and isinstance(other, Note)):
            return False
        canvases = {things.homes[each][0] for each in (one.id, other.id, thing.id) if each in things.homes}
        return len(canvases) == 1 and ANSWERS.get(one.section) is other.section
    if thing.relation is Relation.TARGETS:
        return isinstance(other, ValuePropositionCanvas) and things.homes[other.id][0] == thing.business_end
    blocks, sections = FLOW_ENDS[thing.relation]
    if not (isinstance(one, Entry) and isinstance(other, Note)):
        return False
    return one.block in blocks and other.section in sections
