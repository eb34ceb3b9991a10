"""Links, flows and mentions after a merge: what their ends have become decides whether they stay."""

from collections.abc import Callable, Iterator

from canvasdesk.editing.order import woven
from canvasdesk.editing.things import LISTS, ROOT, Thing, Things, mentioning, mentions, stands
from canvasdesk.model.business import Entry
from canvasdesk.model.canvas import Alternative
from canvasdesk.model.evidence import Evidence, Hypothesis
from canvasdesk.model.flows import Flow
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.sections import Half
from canvasdesk.model.value import evolve

Speaker = Alternative | Evidence | Hypothesis | Entry
"""What stays itself when something goes that it speaks of."""


def restored(thing: Thing, base: Thing | None, side: Things) -> Thing:
    """Give `thing` with the mentions of `base` that its version had to let go, for others to decide on.

    A version that deleted a note did not decide that a record of evidence is not about it.
    """
    if type(base) is not type(thing):
        return thing
    there = set(mentions(thing))
    lost = {each for each in mentions(base) if each not in there and not _may_mention(thing, each, side)}
    if not lost:
        return thing
    again = woven(mentions(thing), [each for each in mentions(base) if each in there or each in lost])
    match thing, base:
        case Alternative(), Alternative():
            ratings = {**base.ratings, **thing.ratings}
            return evolve(thing, ratings={each: ratings[each] for each in again})
        case Entry(), _:
            return evolve(thing, segment_ids=again)
        case ((Evidence() | Hypothesis()), _):
            return evolve(thing, about=again)
    return thing


def standing(things: Things, elsewhere: frozenset[str]) -> Things:
    """Give `things` without links and flows that cannot stand, and without mentions of what is not there.

    Of two links between the same notes the first stays. `elsewhere` are ids that may be mentioned although
    they belong to none of the things.
    """
    reached = frozenset().union(
        *(things.below(each) for name in LISTS for each in things.lists.get((ROOT, name), ()))
    )
    kept = {each: value for each, value in things.values.items() if each in reached}
    there = Things(kept, things.homes, things.lists)
    for each in _fallen(there):
        del kept[each]

    for each, value in kept.items():
        if isinstance(value, Speaker):
            kept[each] = mentioning(value, _known(value, there, elsewhere))
    lists = {home: tuple(each for each in ids if each in kept) for home, ids in things.lists.items()}
    return Things(kept, things.homes, lists)


def _known(thing: Speaker, things: Things, elsewhere: frozenset[str]) -> Callable[[str], str | None]:
    return lambda each: each if each in elsewhere or _may_mention(thing, each, things) else None


def _fallen(things: Things) -> list[str]:
    """Give the links and flows that cannot stand, in the order of their lists."""
    joined: set[tuple[str, ...]] = set()
    fallen: list[str] = []
    for value in _joining(things):
        pair = mentions(value)
        double = isinstance(value, FitLink) and pair in joined
        if double or not stands(value, things):
            fallen.append(value.id)
        joined.add(pair)
    return fallen


def _joining(things: Things) -> Iterator[FitLink | Flow]:
    for (_, name), ids in things.lists.items():
        if name in ("links", "flows"):
            found = (things.values.get(each) for each in ids)
            yield from (value for value in found if isinstance(value, FitLink | Flow))


def _may_mention(thing: Thing, each: str, things: Things) -> bool:
    """Say whether a thing can speak of another one, as far as that is there."""
    if not isinstance(thing, Alternative):
        return each in things.values
    note = things.values.get(each)
    home = things.homes.get(thing.id)
    return (
        isinstance(note, Note)
        and note.section.half is Half.CIRCLE
        and (home is None or things.homes[each][0] == home[0])
    )
