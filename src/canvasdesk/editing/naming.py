"""What people know the things of a workspace by, and what conflicts between two versions are called."""

from collections.abc import Mapping
from dataclasses import dataclass

from canvasdesk.editing.conflicts import Conflict, Side
from canvasdesk.editing.fields import KIND_OF_JOB, PLACE, REVIEW
from canvasdesk.editing.things import Thing, Things
from canvasdesk.model.business import Block, Entry
from canvasdesk.model.canvas import Alternative, Role, ValuePropositionCanvas
from canvasdesk.model.evidence import Evidence, Hypothesis
from canvasdesk.model.flows import Flow, Iteration
from canvasdesk.model.naming import block_name, role_name, section_name
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.quoting import MOST, alternative_name, isolated, one_line, quoted_note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.sessions import AgendaStep, Attendee, Session
from canvasdesk.model.value import Value
from canvasdesk.words import translate

HOME = "home"  # not a field, but who owns a thing and in which list
LONGEST = 600  # characters of a text that is compared with another


def thing_name(thing: Thing, things: Things) -> str:
    """Give what people know a thing by, for quotation marks around it; `things` are those it lies among."""
    match thing:
        case Note():
            return quoted_note(thing)
        case FitLink():
            return _both(thing.source, thing.target, things)
        case Flow():
            return _both(thing.business_end, thing.canvas_end, things)
        case Alternative():
            return isolated(alternative_name(thing))
        case ValuePropositionCanvas():
            return _canvas_name(thing, things)
    return isolated(one_line(_called(thing))) or translate("Quotation", "without a name")


def _called(thing: Thing) -> str:
    match thing:
        case CustomerSegment() | Iteration() | Attendee():
            return thing.name
        case Entry():
            return thing.text
        case Evidence():
            return thing.finding or thing.source
        case Hypothesis():
            return thing.statement
        case AgendaStep():
            return thing.title or thing.question
        case Session():
            return thing.began.date().isoformat()
    return ""


def _both(one_id: str, other_id: str, things: Things) -> str:
    ends = (things.values.get(one_id), things.values.get(other_id))
    one, other = (thing_name(end, things) if end else "" for end in ends)
    return translate("Quotation", "{one} – {other}", one=one, other=other)


def _canvas_name(canvas: ValuePropositionCanvas, things: Things) -> str:
    if who := canvas.stakeholder:
        return isolated(one_line(who.name)) or role_name(who.role)
    segment = things.values.get(things.homes[canvas.id][0])
    return thing_name(segment, things) if segment else ""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A conflict in words: the thing, the field, and what stands for it in each of the three versions.

    `field` is empty where the question is whether the thing stays, `base` where nothing was.
    """

    thing: str
    field: str
    base: str
    mine: str
    theirs: str


def side_by_side(conflict: Conflict, things: Things) -> SideBySide:
    """Give what two versions made of a thing, in words to be put beside each other.

    `things` are those by whose names ids are told.
    """
    thing = _thing(conflict.kind, conflict.name)
    if conflict.field is None:
        mine, theirs = (
            translate("Merge", "deleted") if each is None else translate("Merge", "stays")
            for each in (conflict.mine, conflict.theirs)
        )
        return SideBySide(thing, "", "", mine, theirs)
    versions: tuple[object, ...] = conflict.base, conflict.mine, conflict.theirs
    if conflict.field == HOME:
        versions = tuple(each[0] if isinstance(each, tuple) else each for each in versions)
    base, mine, theirs = (_value(_by_name(each, things), LONGEST) for each in versions)
    return SideBySide(thing, _field(conflict.field), "" if conflict.base is None else base, mine, theirs)


def _by_name(value: object, things: Things) -> object:
    """Give a value with names instead of ids."""
    if isinstance(value, str) and value in things.values:
        return thing_name(things.values[value], things)
    return tuple(_by_name(each, things) for each in value) if isinstance(value, tuple) else value


def said(conflict: Conflict) -> str:
    """Say in a sentence what two versions made of a thing and which one was taken."""
    thing = _thing(conflict.kind, conflict.name)
    if conflict.field is None:
        return _kept_or_deleted(thing, conflict)
    what = _field(conflict.field)
    mine, theirs = _value(conflict.mine), _value(conflict.theirs)
    if conflict.taken is Side.MINE:
        return translate(
            "Merge",
            "{thing}: {field} stays {mine}; the other file has {theirs}.",
            thing=thing, field=what, mine=mine, theirs=theirs,
        )  # fmt: skip
    return translate(
        "Merge",
        "{thing}: {field} is {theirs} as in the other file; it was {mine}.",
        thing=thing, field=what, mine=mine, theirs=theirs,
    )  # fmt: skip


def _kept_or_deleted(thing: str, conflict: Conflict) -> str:
    if conflict.mine is None:
        if conflict.taken is Side.MINE:
            return translate("Merge", "{thing} is deleted, though the other file changed it.", thing=thing)
        return translate("Merge", "{thing} is back, because the other file changed it.", thing=thing)
    if conflict.taken is Side.MINE:
        return translate("Merge", "{thing} stays, though the other file deleted it.", thing=thing)
    return translate("Merge", "{thing} is deleted as in the other file, though changed here.", thing=thing)


def _thing(kind: type[Value], name: str) -> str:
    named: Mapping[type[Value], str] = {
        Note: translate("Merge", "Note “{name}”", name=name),
        FitLink: translate("Merge", "Link “{name}”", name=name),
        Alternative: translate("Merge", "Alternative “{name}”", name=name),
        ValuePropositionCanvas: translate("Merge", "Canvas “{name}”", name=name),
        CustomerSegment: translate("Merge", "Segment “{name}”", name=name),
        Entry: translate("Merge", "Entry “{name}”", name=name),
        Evidence: translate("Merge", "Evidence “{name}”", name=name),
        Hypothesis: translate("Merge", "Hypothesis “{name}”", name=name),
        Flow: translate("Merge", "Flow “{name}”", name=name),
        Iteration: translate("Merge", "Iteration “{name}”", name=name),
        AgendaStep: translate("Merge", "Step “{name}” of the agenda", name=name),
        Attendee: translate("Merge", "“{name}” in the room", name=name),
        Session: translate("Merge", "Session of {name}", name=name),
    }
    return named.get(kind) or translate("Merge", "Workspace “{name}”", name=name)


def _field(name: str) -> str:
    """Give a field in words; one that only other programs know keeps its name."""
    known = {
        "text": translate("Field", "text"),
        "detail": translate("Field", "detail"),
        "section": translate("Field", "section"),
        "block": translate("Field", "block"),
        "importance": translate("Field", "importance"),
        "strength": translate("Field", "strength"),
        "name": translate("Field", "name"),
        "title": translate("Field", "title"),
        "priority": translate("Field", "priority"),
        "primary": translate("Field", "primary segment"),
        "do nothing": translate("Field", "“do nothing”"),
        "canvases": translate("Field", "last canvas"),
        HOME: translate("Field", "owner"),
        PLACE: translate("Field", "place"),
        KIND_OF_JOB: translate("Field", "kind of job"),
        REVIEW: translate("Field", "last review"),
    }
    if name.startswith("ratings."):
        return translate("Field", "rating")
    last = name.rpartition(".")[2]
    return known.get(name) or known.get(last) or last.replace("_", " ")


def _value(value: object, most: int = MOST) -> str:
    """Give a value in words, each text in it with at most so many characters."""
    if value in (None, "", ()):
        return translate("Merge", "empty")
    match value:
        case bool():
            return translate("Merge", "yes") if value else translate("Merge", "no")
        case Section() | Block() | Role():
            return _word(value)
        case str():
            return translate("Merge", "“{words}”", words=isolated(one_line(value, most)))
        case float():
            return f"{value:g}"
        case tuple() | list():
            return one_line(", ".join(_value(each, most) for each in value), most)
        case Value():
            return translate("Merge", "another one")
    return one_line(str(value))


def _word(value: Section | Block | Role) -> str:
    if isinstance(value, Section):
        return section_name(value)
    return block_name(value) if isinstance(value, Block) else role_name(value)
