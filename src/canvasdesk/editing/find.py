"""Finding notes, entries and segments by their words, whatever their case and accents."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from canvasdesk.model.business import Block, Entry
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace

P = TypeVar("P", Note, Entry, CustomerSegment)

FIELDS = ("text", "detail", "quote", "measure")
"""The fields of notes that are searched, the one that says most about a note first."""
ENTRY_FIELDS = ("text", "detail")
SEGMENT_FIELDS = ("name", "who", "situation", "need")

_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"})
_ORDER = {field: number for number, field in enumerate((*Section, *Block))}


@dataclass(frozen=True, slots=True)
class Hit:
    """A note, entry or segment that holds every word looked for; `field` is the first that holds one.

    `canvas_id` is None for what lies on the business model; `within` is the section or block.
    """

    canvas_id: str | None
    part_id: str
    within: Section | Block
    field: str
    text: str


def find(workspace: Workspace, query: str) -> tuple[Hit, ...]:
    """Give what holds every word of `query` somewhere in the fields searched; nothing for no words.

    Notes come in the order of the canvases, then of the sections, then from top to bottom; after them
    segments and entries, by block.
    """
    words = folded(query).split()
    if not words:
        return ()
    hits: list[Hit] = []
    for canvas in workspace.canvas_by_id.values():
        found = _holding(canvas.notes, FIELDS, words)
        notes = sorted(found, key=lambda each: (_ORDER[each[0].section], each[0].y, each[0].x))
        hits += (Hit(canvas.id, note.id, note.section, field, text) for note, field, text in notes)
    segments = _holding(workspace.segments, SEGMENT_FIELDS, words)
    hits += (Hit(None, each.id, Block.SEGMENTS, field, text) for each, field, text in segments)
    found_entries = _holding(workspace.business_model.entries, ENTRY_FIELDS, words)
    entries = sorted(found_entries, key=lambda each: (_ORDER[each[0].block], each[0].y, each[0].x))
    hits += (Hit(None, entry.id, entry.block, field, text) for entry, field, text in entries)
    return tuple(hits)


def folded(text: str) -> str:
    """Give `text` without case and accents, so that *Über* and *uber* are the same."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(each for each in apart if not unicodedata.combining(each)).translate(_LETTERS)


def _holding(parts: Iterable[P], fields: tuple[str, ...], words: list[str]) -> Iterator[tuple[P, str, str]]:
    """Give the parts that hold all `words`, each with the first field that holds one, and its text."""
    for part in parts:
        texts = {field: folded(text) for field in fields if (text := getattr(part, field))}
        if all(any(word in text for text in texts.values()) for word in words):
            field = next(field for field, text in texts.items() if any(word in text for word in words))
            yield part, field, getattr(part, field)
