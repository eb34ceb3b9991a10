"""Notes and alternatives named inside sentences: short, on one line, and no disturbance to what is around."""

import unicodedata

from canvasdesk.model.canvas import Alternative, AlternativeKind
from canvasdesk.model.notes import Note
from canvasdesk.words import translate

MOST = 60  # characters that still read at a glance
RIGHT_TO_LEFT = frozenset({"R", "AL"})
ISOLATE, END_ISOLATE = "\u2068", "\u2069"
_INVISIBLE = [*range(0x200E, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]  # they turn text around
_CONTROLS = [code for code in (*range(0x20), *range(0x7F, 0xA0)) if not chr(code).isspace()]
_UNRULY = dict.fromkeys([*_INVISIBLE, *_CONTROLS])


def one_line(text: str, most: int = MOST) -> str:
    """Give `text` on one line, cut between words where it has more than `most` characters."""
    plain = " ".join(text.translate(_UNRULY).split())
    if len(plain) <= most:
        return plain
    end = plain.rfind(" ", most // 2, most)
    if end < 0:
        end = most - 1
        while end > 1 and _belongs_to_last(plain[end]):
            end -= 1
    return plain[:end].rstrip(" ,;:.-–") + "…"


def quoted_note(note: Note) -> str:
    """Give the text of a note for quotation marks around it."""
    if note.face_down:
        return translate("Quotation", "covered note")
    return isolated(one_line(note.text)) or translate("Quotation", "empty note")


def alternative_name(alternative: Alternative, most: int = MOST) -> str:
    """Give what an alternative is called, by its kind where it has no name."""
    return (
        one_line(alternative.name, most)
        or {
            AlternativeKind.COMPETITOR: translate("Quotation", "a competitor"),
            AlternativeKind.SUBSTITUTE: translate("Quotation", "a substitute"),
            AlternativeKind.WORKAROUND: translate("Quotation", "a workaround"),
            AlternativeKind.DO_NOTHING: translate("Quotation", "doing nothing"),
        }[alternative.kind]
    )


def isolated(text: str) -> str:
    """Give `text` so that its writing direction ends with it, where it has one from right to left."""
    if not text.isascii() and any(
        unicodedata.bidirectional(character) in RIGHT_TO_LEFT for character in text
    ):
        return f"{ISOLATE}{text}{END_ISOLATE}"
    return text


def _belongs_to_last(character: str) -> bool:
    """Say whether a character only changes the one before it (marks, joiners, variants)."""
    return character == "\u200d" or unicodedata.category(character) in {"Mn", "Me", "Mc"}
