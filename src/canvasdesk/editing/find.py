"""Finding notes by their words, whatever their case and accents."""

import unicodedata
from dataclasses import dataclass

from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.workspace import Workspace

FIELDS = ("text", "detail", "quote", "measure")
"""The fields that are searched, the one that says most about a note first."""

_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"})
_ORDER = {section: number for number, section in enumerate(Section)}


@dataclass(frozen=True, slots=True)
class Hit:
    """A note that holds every word looked for; `field` is the first that holds one of them."""

    canvas_id: str
    note_id: str
    section: Section
    field: str
    text: str


def find(workspace: Workspace, query: str) -> tuple[Hit, ...]:
    """Give the notes that hold every word of `query` somewhere in their `FIELDS`; none for no words.

    They come in the order of the canvases, then of the sections, then from top to bottom.
    """
    words = folded(query).split()
    hits: list[Hit] = []
    for canvas in workspace.canvas_by_id.values() if words else ():
        found = [(note, field) for note in canvas.notes if (field := _field_with(note, words))]
        found.sort(key=lambda each: (_ORDER[each[0].section], each[0].y, each[0].x))
        hits += (Hit(canvas.id, note.id, note.section, field, getattr(note, field)) for note, field in found)
    return tuple(hits)


def folded(text: str) -> str:
    """Give `text` without case and accents, so that *Über* and *uber* are the same."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(each for each in apart if not unicodedata.combining(each)).translate(_LETTERS)


def _field_with(note: Note, words: list[str]) -> str | None:
    texts = {field: folded(text) for field in FIELDS if (text := getattr(note, field))}
    if not all(any(word in text for text in texts.values()) for word in words):
        return None
    return next(field for field, text in texts.items() if any(word in text for word in words))
