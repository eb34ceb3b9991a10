"""What can be read of a document that does not fit the model: its faults are set aside in the quarantine.

A value that does not fit goes alone, so that its owner falls back to the default; where the owner cannot be
without it, the whole owner goes.
"""

from collections.abc import Collection, Iterable
from functools import cache

from pydantic import ValidationError

from canvasdesk.model.value import Value
from canvasdesk.storage.plain import Document, set_apart, word

Way = tuple[int | str, ...]
"""The keys and numbers that lead from a document to something in it."""


def set_aside(document: Document, error: ValidationError) -> int:
    """Move what `error` complains of from a plain `document` to its quarantine; give how much was moved."""
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    places = {fault["loc"] for fault in faults}
    around = {place[:steps] for place in places for steps in range(len(place))}
    ways = {_to_be_moved(document, place) for place in places - around} - {()}  # a cause, not what follows
    outermost = [way for way in ways if not any(way[:steps] in ways for steps in range(1, len(way)))]
    # Numbers in a list go down, so that those still to come stay true
    set_apart(document, [_moved(document, way) for way in sorted(outermost, key=_in_order, reverse=True)])
    return len(outermost)


def _in_order(way: Way) -> tuple[tuple[str, int], ...]:
    return tuple((step, 0) if isinstance(step, str) else ("", step) for step in way)


def _to_be_moved(document: Document, place: Iterable[int | str]) -> Way:
    """Give the way to what has to go because of a fault at a place; none where that is the whole document."""
    way: Way = ()
    for step in place:
        if not _has(_at(document, way), step):
            break  # it is missing, or a step of the model's own
        way = (*way, step)
    while way and way[-1] in _required():
        way = way[:-1]
    return way


@cache
def _required() -> Collection[str]:
    """Give the names of the fields without which something of the model cannot be."""
    return {
        name
        for model in Value.__subclasses__()
        for name, field in model.model_fields.items()
        if field.is_required()
    }


def _has(whole: object, step: int | str) -> bool:
    if isinstance(whole, list):
        return isinstance(step, int) and step < len(whole)
    return isinstance(whole, dict) and step in whole


def _at(document: Document, way: Way) -> object:
    found: object = document
    for step in way:
        found = found[step]  # type: ignore[index]
    return found


def _moved(document: Document, way: Way) -> Document:
    """Take what is at the end of a way out of a document; its item in the quarantine names its owner."""
    owners = [steps for steps in range(len(way)) if _identified(_at(document, way[:steps]))]
    nearest = owners[-1] if owners else 0
    owner = _at(document, way[:nearest])
    value = _at(document, way[:-1]).pop(way[-1])  # type: ignore[attr-defined]
    for step in reversed(way[nearest:]):
        value = {step: value} if isinstance(step, str) else [value]
    return {"kind": "unfit", "owner": word(owner, "id") if isinstance(owner, dict) else "", "value": value}


def _identified(part: object) -> bool:
    return isinstance(part, dict) and bool(word(part, "id"))
