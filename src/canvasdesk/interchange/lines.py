"""Plain text as other programs put it on the clipboard: lines, lists and spreadsheet cells, one note each."""

import re
from collections.abc import Iterable

from canvasdesk.model.value import TEXT_LENGTH

_SOFT_BREAK = "\u2028"  # a new line within one paragraph
_HARD_BREAKS = re.compile("\r\n|[\r\f\x85\u2029]")
_CONTROLS = dict.fromkeys((*range(9), *range(14, 32), *range(127, 160), 0xFEFF))
_CELL = re.compile(r'(?P<cell>"(?P<inner>(?:[^"]++|"")*+)"(?=[\t\n]|\Z)|[^\t\n]*)(?:[\t\n]|\Z)')
_NEEDS_QUOTES = re.compile(r'[\t\n]|""')
_BULLETS = re.compile(r"\A(?:(?:[•◦▪▫‣⁃·●○■□☐☑☒✓✔➢➤\uf0b7\uf0a7*–—-]|\[[ xX✓]?\])(?:\s+|\Z))+")
_NUMBER = re.compile(r"\A\(?\d{1,3}[.)](?:\s+|\Z)")
_WORD_BULLET = re.compile(r"^[ \t]*[o§]\t", re.MULTILINE)  # what the symbol font of a word processor leaves


def notes_from_text(text: str) -> tuple[str, ...]:
    """Give the texts of the notes that a pasted `text` stands for: its lines, or its spreadsheet cells.

    A cell that holds line breaks or tabs is one note; spreadsheets put it in quotes and double those inside.
    Bullets go, and numbers where at least two lines have one; empty lines and cells give nothing. No text
    gets longer than a note's may be.
    """
    cells = [_BULLETS.sub("", cell) for cell in _cells(_WORD_BULLET.sub("", _cleaned(text)))]
    if sum(_NUMBER.match(cell) is not None for cell in cells) > 1:
        cells = [_NUMBER.sub("", cell) for cell in cells]
    return tuple(cell[:TEXT_LENGTH] for cell in cells if cell)


def one_note_from_text(text: str) -> str:
    """Give a pasted `text` as the text of a single note, its line breaks kept."""
    return text_as_typed(text).strip()[:TEXT_LENGTH]


def text_as_typed(text: str) -> str:
    """Give a pasted `text` without what nobody types, its spaces and line breaks kept."""
    return _cleaned(text).replace(_SOFT_BREAK, "\n")


def text_from_notes(texts: Iterable[str]) -> str:
    """Give notes as plain text, one a line; those with line breaks as spreadsheets put their cells."""
    return "\n".join(_quoted(text) if _NEEDS_QUOTES.search(text) else text for text in texts)


def _cells(text: str) -> list[str]:
    return [
        _unquoted(match.group("cell"), match.group("inner")).replace(_SOFT_BREAK, "\n").strip()
        for match in _CELL.finditer(text)
    ]


def _unquoted(cell: str, inner: str | None) -> str:
    """Give what a cell says; quotes that no spreadsheet had to put there belong to it."""
    return inner.replace('""', '"') if inner and _NEEDS_QUOTES.search(inner) else cell


def _cleaned(text: str) -> str:
    """Give `text` without control characters and halves of characters, with line breaks of two kinds."""
    whole = text.encode("utf-8", "ignore").decode("utf-8")
    return _HARD_BREAKS.sub("\n", whole).replace("\v", _SOFT_BREAK).translate(_CONTROLS)


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
