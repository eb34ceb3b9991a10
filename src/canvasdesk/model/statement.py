"""The value proposition in a sentence: the customer's own words coloured, or a suggestion from the notes."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.fit import FULL_STRENGTH, Fit, fit
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.quoting import alternative_name, one_line
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.words import translate

MOST = 90  # characters of a note that a sentence bears
SHORTEST_QUOTE = 3  # characters; less is met by chance
SLOTS = ("product", "customers", "job", "pain", "gain", "alternative")
ARTICLES = frozenset({"A", "An", "The"})
MARKS = {name: chr(0xE000 + number) for number, name in enumerate(SLOTS)}  # private use: in no translation


Reader = Callable[[str], str]
"""Makes of a text what stands of it inside a sentence."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the sentence.

    `section` and `note_id` where it quotes a note, `slot` where it stands for something of the canvas or the
    segment and not for the sentence around it, `missing` where that is not there yet and is only named.
    """

    text: str
    section: Section | None = None
    note_id: str | None = None
    slot: bool = False
    missing: bool = False


def suggest(
    canvas: ValuePropositionCanvas,
    segment: CustomerSegment,
    figures: Fit | None = None,
    language: str = "en",
) -> tuple[Part, ...]:
    """Give the value proposition sentence in parts: as written, else from the heaviest answered notes.

    `figures` is the canvas' fit, for those who have it at hand; `language` that of the notes.
    """
    if canvas.statement.strip():
        return tuple(_written(canvas, segment))
    parts = _slots(canvas, segment, figures or fit(canvas), _reader(canvas, language))
    said = form(MARKS)
    by_mark = {mark: parts[name] for name, mark in MARKS.items()}
    pieces = re.split("([" + "".join(by_mark) + "])", said)
    return tuple(by_mark.get(piece) or Part(piece) for piece in pieces if piece)


def form(slots: Mapping[str, str]) -> str:
    """Give the sentence with what stands in each of its `SLOTS`."""
    return translate(
        "Statement",
        "Our {product} helps {customers} who want to {job} by ending {pain} and giving {gain},"
        " unlike {alternative}.",
        product=slots["product"],
        customers=slots["customers"],
        job=slots["job"],
        pain=slots["pain"],
        gain=slots["gain"],
        alternative=slots["alternative"],
    )


def sentence(parts: tuple[Part, ...]) -> str:
    """Give the sentence as plain text, with what is missing in angle brackets."""
    return "".join(f"⟨{part.text}⟩" if part.missing else part.text for part in parts)


def _slots(
    canvas: ValuePropositionCanvas, segment: CustomerSegment, figures: Fit, inside: Reader
) -> dict[str, Part]:
    job, pain, gain = (
        _heaviest(canvas, figures, section) for section in (Section.JOBS, Section.PAINS, Section.GAINS)
    )
    rival = figures.rival or next(iter(canvas.alternatives), None)
    used = inside(alternative_name(rival, MOST)) if rival else ""
    return {
        "product": _quote(_product(canvas, job), inside, translate("Statement", "product or service")),
        "customers": _named(inside(segment.name or segment.who), translate("Statement", "customers")),
        "job": _quote(job, inside, translate("Statement", "answered job")),
        "pain": _quote(pain, inside, translate("Statement", "answered pain")),
        "gain": _quote(gain, inside, translate("Statement", "answered gain")),
        "alternative": _named(used, translate("Statement", "alternative")),
    }


def _heaviest(canvas: ValuePropositionCanvas, figures: Fit, section: Section) -> Note | None:
    """Give the heaviest answered note of a section; of equals the one answered best, then the first."""
    found = [
        note for note in canvas.in_section(section) if figures.answered.get(note.id) and note.text.strip()
    ]
    return max(found, key=lambda note: (figures.weights[note.id], figures.answered[note.id]), default=None)


def _product(canvas: ValuePropositionCanvas, job: Note | None) -> Note | None:
    """Give the product that answers `job` best, else the first one."""
    products = {
        note.id: note for note in canvas.in_section(Section.PRODUCTS) if not note.parked and note.text.strip()
    }
    target = job.id if job else None
    answers = (link for link in canvas.links if link.target == target and link.source in products)
    best = max(answers, key=_strength, default=None)
    return products[best.source] if best else next(iter(products.values()), None)


def _strength(link: FitLink) -> int:
    return link.strength or FULL_STRENGTH


def _quote(note: Note | None, inside: Reader, missing: str) -> Part:
    if note is None or not (text := inside(note.text)):
        return Part(missing, slot=True, missing=True)
    return Part(text, note.section, note.id, slot=True)


def _named(name: str, missing: str) -> Part:
    return Part(name or missing, slot=True, missing=not name)


def _reader(canvas: ValuePropositionCanvas, language: str) -> Reader:
    """Give how texts read inside a sentence: without full stop, in English with a small first letter."""
    english = re.match(r"en\b|en_", language, re.IGNORECASE) is not None

    def inside(text: str) -> str:
        line = one_line(text, MOST).rstrip(" .;,:")
        return line if not english or _keeps_capital(line, canvas) else line[:1].lower() + line[1:]

    return inside


def _keeps_capital(line: str, canvas: ValuePropositionCanvas) -> bool:
    """Say whether an English text starts with what looks like a name or an abbreviation."""
    words = line.split(" ")
    first = words[0]
    if first in ARTICLES:
        return False
    if first == "I" or first.startswith(("I'", "I’")):
        return True
    if any(each.isupper() or each.isdigit() for each in first[1:]):
        return True
    if len(words) > 1 and all(word[:1].isupper() for word in words):
        return True
    amid = re.compile(rf"[^\s.!?:…] {re.escape(first)}\b")  # where only a name has a capital
    return any(f" {first}" in note.text and amid.search(note.text) for note in canvas.notes)


def _written(canvas: ValuePropositionCanvas, segment: CustomerSegment) -> Iterator[Part]:
    """Give the statement as it was written, cut where it quotes notes, the segment or an alternative."""
    text = canvas.statement.strip()
    quotes = {words: part for words, part in _quotable(canvas, segment) if words in text.casefold()}
    if not quotes:
        yield Part(text)
        return
    longest_first = sorted(quotes, key=len, reverse=True)
    pattern = r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)"
    end = 0
    for match in re.finditer(pattern, text, re.IGNORECASE):
        if match.start() > end:
            yield Part(text[end : match.start()])
        quoted = quotes.get(match.group().casefold(), Part(""))  # none where the expression folds more
        yield Part(match.group(), quoted.section, quoted.note_id, slot=True)
        end = match.end()
    if end < len(text):
        yield Part(text[end:])


def _quotable(canvas: ValuePropositionCanvas, segment: CustomerSegment) -> Iterator[tuple[str, Part]]:
    """Give what a statement may quote, in small letters, a note's own text the last word."""
    named = [segment.name, *(other.name for other in canvas.alternatives)]
    found = [(name, Part(name)) for name in named]
    found += [(note.text, Part(note.text, note.section, note.id)) for note in canvas.notes if not note.parked]
    for text, part in found:
        words = text.strip().rstrip(".").casefold()
        if len(words) >= SHORTEST_QUOTE:
            yield words, part
