"""What changed between two versions of a workspace, in a few sentences with counts and names."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from canvasdesk.editing.fields import PLACE, differs, own
from canvasdesk.editing.naming import thing_name
from canvasdesk.editing.things import ROOT, Home, Thing, Things, laid_out
from canvasdesk.model.business import Entry
from canvasdesk.model.canvas import Alternative, ValuePropositionCanvas
from canvasdesk.model.evidence import Evidence, Hypothesis
from canvasdesk.model.flows import Flow, Iteration
from canvasdesk.model.naming import section_name
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.quoting import isolated, one_line, quoted_note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.sessions import AgendaStep, Attendee, Session
from canvasdesk.model.workspace import Workspace
from canvasdesk.words import translate

T = TypeVar("T", bound=Thing)

MOST = 6  # sentences, the last of which may say how many more there would be


@dataclass(frozen=True, slots=True)
class Delta:
    """What came, what went, and what is another value now, each with the value before and after.

    What came or went with its owner is left out.
    """

    before: Things
    after: Things
    added: tuple[Thing, ...]
    deleted: tuple[Thing, ...]
    edited: tuple[tuple[Thing, Thing], ...]


def changes(before: Workspace, after: Workspace, most: int = MOST) -> tuple[str, ...]:
    """Say what changed, the most important first, in at most so many sentences; none where nothing did.

    The times at which versions were made are no change.
    """
    if before is after:
        return ()
    delta = _delta(laid_out(before), laid_out(after))
    sentences = [
        *_segments(delta),
        *_notes(delta),
        *_links(delta),
        *_business_model(delta),
        *_records(delta),
        *_whole(before, after, delta),
    ]
    if len(sentences) > most:
        rest = len(sentences) - most + 1
        sentences[most - 1 :] = [translate("Changes", "And %n more change(s)", count=rest)]
    return tuple(sentences)


def _delta(before: Things, after: Things) -> Delta:
    return Delta(
        before,
        after,
        added=tuple(_only(after, before)),
        deleted=tuple(_only(before, after)),
        edited=tuple(
            (old, new)
            for each, new in after.values.items()
            if (old := before.values.get(each)) is not None and old is not new and differs(old, new)
        ),
    )


def _only(things: Things, others: Things) -> Iterator[Thing]:
    for each, value in things.values.items():
        owner = things.homes[each][0]
        if each not in others.values and (owner == ROOT or owner in others.values):
            yield value


def _count(kinds: type[T] | tuple[type[T], ...], things: Iterable[Thing]) -> int:
    return sum(isinstance(each, kinds) for each in things)


# Sentences --------------------------------------------------------------------------------------------------


def _segments(delta: Delta) -> Iterator[str]:
    for each in delta.deleted:
        if isinstance(each, CustomerSegment):
            yield translate("Changes", "Segment “{name}” deleted", name=thing_name(each, delta.before))
        elif isinstance(each, ValuePropositionCanvas):
            yield translate("Changes", "Role “{name}” deleted", name=thing_name(each, delta.before))
    for each in delta.added:
        if isinstance(each, CustomerSegment):
            yield translate("Changes", "Segment “{name}” added", name=thing_name(each, delta.after))
        elif isinstance(each, ValuePropositionCanvas):
            yield translate("Changes", "Role “{name}” added", name=thing_name(each, delta.after))
    for old, new in delta.edited:
        if not isinstance(old, CustomerSegment):
            continue
        name, new_name = thing_name(old, delta.before), thing_name(new, delta.after)
        if name == new_name:
            yield translate("Changes", "Segment “{name}” changed", name=name)
        else:
            yield translate("Changes", "Segment “{name}” renamed to “{new}”", name=name, new=new_name)


def _notes(delta: Delta) -> Iterator[str]:
    sections = list(Section)
    for section, count in _by_section(delta.deleted, sections):
        yield translate("Changes", "%n note(s) deleted in {section}", count=count, section=section)
    for section, count in _by_section(delta.added, sections):
        yield translate("Changes", "%n note(s) added in {section}", count=count, section=section)
    edited = [(old, new) for old, new in delta.edited if isinstance(old, Note) and isinstance(new, Note)]
    moved = [new for old, new in edited if old.section is not new.section]
    for section, count in _by_section(moved, sections):
        yield translate("Changes", "%n note(s) moved to {section}", count=count, section=section)
    stayed = [(old, new) for old, new in edited if old.section is new.section]
    reworded = [(old, new) for old, new in stayed if old.text != new.text]
    if len(reworded) == 1:
        yield translate("Changes", "“{name}” reworded", name=quoted_note(reworded[0][0]))
    elif reworded:
        yield translate("Changes", "%n note(s) reworded", count=len(reworded))
    if ranked := sum(old.importance != new.importance for old, new in stayed):
        yield translate("Changes", "%n note(s) ranked", count=ranked)
    if parked := sum(old.parked != new.parked for old, new in stayed):
        yield translate("Changes", "%n note(s) parked or taken back", count=parked)
    if covered := sum(old.covered != new.covered for old, new in stayed):
        yield translate("Changes", "%n note(s) covered or revealed", count=covered)
    told = ("text", "importance", "parked", "covered")
    if other := sum(_besides(old, *told) != _besides(new, *told) for old, new in stayed):
        yield translate("Changes", "%n note(s) changed in detail", count=other)


def _by_section(things: Iterable[Thing], sections: Iterable[Section]) -> Iterator[tuple[str, int]]:
    counts = Counter(each.section for each in things if isinstance(each, Note))
    yield from ((section_name(section), counts[section]) for section in sections if counts[section])


def _besides(thing: Thing | Workspace, *fields: str) -> dict[str, object]:
    """Give the fields of a thing without its place and those named."""
    return {name: value for name, value in own(thing).items() if name not in (PLACE, *fields)}


def _links(delta: Delta) -> Iterator[str]:
    if count := _count(FitLink, delta.deleted):
        yield translate("Changes", "%n link(s) removed", count=count)
    if count := _count(FitLink, delta.added):
        yield translate("Changes", "%n link(s) added", count=count)
    edited = [
        (old, new) for old, new in delta.edited if isinstance(old, FitLink) and isinstance(new, FitLink)
    ]
    if rated := sum(old.strength != new.strength for old, new in edited):
        yield translate("Changes", "%n link(s) rated", count=rated)
    if other := sum(_besides(old, "strength") != _besides(new, "strength") for old, new in edited):
        yield translate("Changes", "%n link(s) changed", count=other)


def _business_model(delta: Delta) -> Iterator[str]:
    if count := _count(Entry, delta.deleted):
        yield translate("Changes", "%n note(s) deleted from the business model", count=count)
    if count := _count(Entry, delta.added):
        yield translate("Changes", "%n note(s) added to the business model", count=count)
    if count := sum(isinstance(old, Entry) and _besides(old) != _besides(new) for old, new in delta.edited):
        yield translate("Changes", "%n note(s) of the business model changed", count=count)
    if count := _count(Flow, delta.deleted):
        yield translate("Changes", "%n flow(s) removed", count=count)
    if count := _count(Flow, delta.added):
        yield translate("Changes", "%n flow(s) added", count=count)
    if count := _count(Flow, (new for _, new in delta.edited)):
        yield translate("Changes", "%n flow(s) reviewed or changed", count=count)


def _records(delta: Delta) -> Iterator[str]:
    if count := _count((Evidence, Hypothesis), delta.deleted):
        yield translate("Changes", "%n record(s) of evidence or hypotheses deleted", count=count)
    if count := _count((Evidence, Hypothesis), delta.added):
        yield translate("Changes", "%n record(s) of evidence or hypotheses added", count=count)
    edited = [new for _, new in delta.edited]
    if count := _count((Evidence, Hypothesis), edited):
        yield translate("Changes", "%n record(s) of evidence or hypotheses changed", count=count)
    if count := _count(Alternative, delta.deleted):
        yield translate("Changes", "%n alternative(s) deleted", count=count)
    if count := _count(Alternative, delta.added):
        yield translate("Changes", "%n alternative(s) added", count=count)
    if count := _count(Alternative, edited):
        yield translate("Changes", "%n alternative(s) rated or changed", count=count)
    if count := _count(Iteration, (*delta.deleted, *delta.added, *edited)):
        yield translate("Changes", "%n iteration(s) added, changed or deleted", count=count)
    yield from _sessions(delta)


def _sessions(delta: Delta) -> Iterator[str]:
    touched = *delta.deleted, *delta.added, *(new for _, new in delta.edited)
    if count := _count(AgendaStep, touched):
        yield translate("Changes", "%n step(s) of the agenda added, changed or deleted", count=count)
    if count := _count(Attendee, touched):
        yield translate("Changes", "%n attendee(s) added, changed or deleted", count=count)
    if count := _count(Session, touched):
        yield translate("Changes", "%n session(s) recorded or deleted", count=count)


def _whole(before: Workspace, after: Workspace, delta: Delta) -> Iterator[str]:
    """Say what changed around the things, and what is only looked at in another way."""
    for _, new in delta.edited:
        if isinstance(new, ValuePropositionCanvas):
            name = thing_name(new, delta.after)
            yield translate("Changes", "Words, status or role of canvas “{name}” changed", name=name)
    if before.title != after.title:
        yield translate("Changes", "Title changed to “{title}”", title=isolated(one_line(after.title)))
    if own(before.business_model) != own(after.business_model):
        yield translate("Changes", "Name or purpose of the business model changed")
    if count := sum(own(old).get(PLACE) != own(new).get(PLACE) for old, new in delta.edited):
        yield translate("Changes", "%n note(s) put in another place", count=count)
    if _orders(delta.before, delta.after) != _orders(delta.after, delta.before):
        yield translate("Changes", "Another order")
    if before.view.sides_swapped != after.view.sides_swapped:
        yield translate("Changes", "Sides swapped")
    if (before.view.covering, before.view.red_team) != (after.view.covering, after.view.red_team):
        yield translate("Changes", "Covering or the red-team round begun or ended")
    apart = ("title", "view", "created", "modified")
    if _besides(before, *apart) != _besides(after, *apart):
        yield translate("Changes", "Description or other words of the workspace changed")


def _orders(things: Things, others: Things) -> dict[Home, list[str]]:
    """Give the order in each list of what others have in the same list."""
    return {
        home: [each for each in ids if others.homes.get(each) == home]
        for home, ids in things.lists.items()
        if home in others.lists
    }
