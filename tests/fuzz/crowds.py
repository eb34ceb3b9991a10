"""Documents with very many of one thing: as large as a reader can be asked to bear, and mostly wrong."""

import json
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from canvasdesk.model.flows import Relation
from canvasdesk.model.sections import Section
from tests.storage.documents import HEADER

LARGE = 2_000_000  # bytes, up to which a document is read within a second
SIZES = (LARGE, LARGE, LARGE, LARGE // 4, 5 * LARGE + 1)
ENDS = 200  # notes on either side of the canvas for links to join
ROOM = 30_000  # bytes for what stands around a crowd


@dataclass(frozen=True)
class Crowd:
    """What all parts of a crowd share."""

    same: bool
    section: str
    relation: str
    text: str
    priority: str | None

    def notes(self, number: int) -> object:
        """Give a note like many."""
        return {"id": "n" if self.same else f"n{number}", "section": self.section, "text": self.text}

    def links(self, number: int) -> object:
        """Give a link that stands, or leads nowhere."""
        target = "gone" if self.same else f"t{number // ENDS}"
        return {"id": f"l{number}", "source": f"s{number % ENDS}", "target": target}

    def alternatives(self, number: int) -> object:
        """Give an alternative with ratings."""
        rated = {f"t{(number + step) % (ENDS + 20)}": 1 for step in range(20)}
        return {"kind": "competitor", "ratings": rated}

    def segments(self, number: int) -> object:
        """Give a segment with a key that the program does not know."""
        return {"id": "same" if self.same else f"g{number}", "priority": self.priority, "x": self.text}

    def flows(self, number: int) -> object:
        """Give a flow from an entry."""
        return {"relation": self.relation, "business_end": "e", "canvas_end": f"s{number % ENDS}"}

    def about(self, number: int) -> object:
        """Give what a piece of evidence speaks of."""
        return "twice" if self.same else f"{self.text[:50]}{number}"

    def iterations(self, _: int) -> object:
        """Give an iteration that cannot stand."""
        return {"date": "2026-03-31", "business_model": {"entries": [{}]}, "segments": [{"canvases": [{}]}]}

    def ratings(self, number: int) -> object:
        """Give a rating that is none."""
        return [f"r{number}", number % 5]

    def unknown(self, number: int) -> object:
        """Give a key that the program does not know."""
        return [f"k{number}", self.text]

    def quarantine(self, number: int) -> object:
        """Give something put aside."""
        return [number] if self.same else {"a": {"b": [self.text]}}

    def numbers(self, number: int) -> object:
        """Give a number that takes long to read."""
        return 10 ** (number % 300) if self.same else 1.0e-300 * number

    def words(self, _: int) -> object:
        """Give a text in which everything is escaped."""
        return '\\"\n\0' * 20 if self.same else "👩‍🏭" * 20


def crowd(chance: random.Random) -> bytes:
    """Give a large document with very many of one thing."""
    how = Crowd(
        same=chance.random() < 0.5,
        section=chance.choice((*Section, "worries")),
        relation=chance.choice((*Relation, "hurts")),
        text="x" * chance.choice((1, 30, 1_000)),
        priority=chance.choice((None, None, "primary")),
    )
    kind = chance.choice(sorted(KINDS))
    parts, left = list[object](), chance.choice(SIZES) - ROOM
    while left > 0:
        parts.append(KINDS[kind](how, len(parts)))
        left -= len(json.dumps(parts[-1])) + 2
    return json.dumps(_around(kind, parts)).encode()


KINDS: Mapping[str, Callable[[Crowd, int], object]] = {
    name: part for name, part in vars(Crowd).items() if callable(part) and not name.startswith("_")
}


def _around(kind: str, parts: list[object]) -> dict[str, object]:
    """Give the document around a crowd."""
    ends = [{"id": f"s{number}", "section": "pain relievers"} for number in range(ENDS)]
    ends += [{"id": f"t{number}", "section": "pains"} for number in range(ENDS)]
    canvas: dict[str, object] = {"id": "canvas", "notes": ends}
    model = {"id": "model", "entries": [{"id": "e", "block": "key activities"}]}
    document = {**HEADER, "id": "w", "business_model": model, "segments": [{"id": "g", "canvases": [canvas]}]}
    match kind:
        case "notes" | "links" | "alternatives":
            canvas[kind] = parts
        case "ratings":
            canvas["alternatives"] = [{"kind": "competitor", "ratings": dict(parts)}]
        case "about":
            document["evidence"] = [{"kind": "sale", "level": 1, "about": parts}]
        case "unknown":
            document |= dict(parts)
        case _:
            document[kind] = parts
    return document
