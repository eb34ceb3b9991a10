"""What a PDF file is made of: numbers, paths, colours and texts, and the objects that hold them."""

from codecs import BOM_UTF16_BE
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFObject, PDFStream, PDFZCompress

from canvasdesk.export.pdf.packing import TOGETHER, WIDTHS, Spot, packed, table
from canvasdesk.layout.geometry import Path

Entries = Mapping[str, object]
"""The entries of a dictionary: each a number, or what is written as it stands."""

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"  # the second line says that what follows is no text
_NO_ID = "0" * 32
LETTERS_MOST = 8_000
"""In a string: archives have at most 32,767 bytes, and some letters take four."""
_SCALE = 7  # decimals of a scale
BYTES = "latin-1"  # a letter for each byte
_ESCAPED = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\", "\r": r"\r"})


class _Stream(PDFStream):
    """A stream whose end stands on a line of its own, as archives ask for and reportlab does not do.

    That line ends in two bytes, lest a last byte of the content is taken for half of its end.
    """

    def format(self, document: PDFDocument) -> bytes:
        written: bytes = super().format(document)
        return written.removesuffix(b"endstream\n") + b"\r\nendstream"


class Later(PDFObject):
    """An object that can be referred to before its text is known."""

    reference = ""
    text = ""

    def format(self, _document: PDFDocument) -> bytes:
        """Give the bytes of the object."""
        return self.text.encode(BYTES)


class File(PDFDocument):
    """A PDF file in the making; the same objects give the same bytes."""

    def __init__(self) -> None:
        super().__init__(invariant=1, pdfVersion=(1, 7))

    def add(self, thing: PDFObject) -> str:
        """Give an object a number, and give what refers to it."""
        reference: bytes = self.Reference(thing).format(self)  # type: ignore[no-untyped-call]
        return reference.decode("ascii")

    def later(self) -> Later:
        """Add an object whose text comes later."""
        later = Later()
        later.reference = self.add(later)
        return later

    def dictionary(self, entries: Entries) -> str:
        """Add a dictionary."""
        return self.add(_dictionary(entries))

    def stream(self, content: bytes, entries: Entries | None = None, *, packed: bool = True) -> str:
        """Add a stream, `packed` or so that every program can read it."""
        return self.add(_stream(content, entries or {}, packed=packed))

    def content(self, catalog: Entries, about: Entries) -> bytes:
        """Give the whole file; the number that tells it apart comes from all that is in it."""
        # reportlab's own classes for the two know only some of the entries.
        ends = {"Root": self.add(_dictionary(catalog)), "Info": self.add(_dictionary(about))}
        spots, out = self._pack(), bytearray(_HEAD)
        for number, thing in self._things(streams=True):
            spots[number] = Spot(1, len(out))
            out += _numbered(number, self._bytes(thing))
        own, start = len(spots) + 1, len(out)
        content = table([*(spots[number] for number in sorted(spots)), Spot(1, start)])
        entries = {"Type": "/XRef", "Size": own + 1, "W": WIDTHS, **ends, "ID": f"[<{_NO_ID}> <{_NO_ID}>]"}
        last = _numbered(own, self._bytes(_stream(content, entries))) + b"startxref\n%d\n%%%%EOF\n" % start
        its_id = sha256(out + last).hexdigest()[: len(_NO_ID)]
        return bytes(out) + last.replace(_NO_ID.encode(), its_id.encode())

    def _things(self, *, streams: bool) -> list[tuple[int, PDFObject]]:
        """Give those objects with their numbers that are streams, or those that are none."""
        named = ((number, self.idToObject[self.numberToId[number]]) for number in sorted(self.numberToId))
        return [(number, thing) for number, thing in named if isinstance(thing, PDFStream) is streams]

    def _pack(self) -> dict[int, Spot]:
        """Put all that is no stream into packs, and give where each is by its number."""
        small = [(number, self._bytes(thing)) for number, thing in self._things(streams=False)]
        spots: dict[int, Spot] = {}
        for first in range(0, len(small), TOGETHER):
            some = small[first : first + TOGETHER]
            content, begin = packed(some)
            entries = {"Type": "/ObjStm", "N": len(some), "First": begin}
            pack = int(self.stream(content, entries).partition(" ")[0])
            spots |= {number: Spot(2, pack, place) for place, (number, _) in enumerate(some)}
        return spots

    def _bytes(self, thing: PDFObject) -> bytes:
        written: bytes = thing.format(self)  # type: ignore[attr-defined]
        return written


def _numbered(number: int, content: bytes) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, content)


def _stream(content: bytes, entries: Entries, *, packed: bool = True) -> PDFStream:
    return _Stream(_dictionary(entries), content, [PDFZCompress] if packed else None)


def _dictionary(entries: Entries) -> PDFDictionary:
    return PDFDictionary(
        {name: value.encode(BYTES) if isinstance(value, str) else value for name, value in entries.items()}
    )


def number(value: float, decimals: int = 3) -> str:
    """Give a number with at most three decimals: finer than any printer."""
    written = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def numbers(*values: float) -> str:
    """Give several numbers in a row."""
    return " ".join(map(number, values))


def placing(scale: float, x: float, y: float, *, upright: bool = False) -> str:
    """Give the operator that moves the origin to (x, y) and then scales, `upright` with y the other way.

    The scale has more decimals: it moves what is thousands of units away.
    """
    size = number(scale, _SCALE)
    return f"{size} 0 0 {'-' if upright else ''}{size} {numbers(x, y)} cm"


@lru_cache(maxsize=1024)
def operators(path: Path) -> str:
    """Give the operators that describe a path."""
    return " ".join(
        "h" if segment[0] == "Z" else f"{numbers(*segment[1:])} {segment[0].lower()}" for segment in path
    )


@lru_cache(maxsize=512)
def colour(hexadecimal: str) -> str:
    """Give a colour "#RRGGBB" as three shares."""
    return numbers(*(int(hexadecimal[at : at + 2], 16) / 255 for at in (1, 3, 5)))


def text_string(text: str) -> str:
    """Give a text of any script, for people, with a letter for each byte; archives cut what is too long."""
    if len(text) > LETTERS_MOST:
        text = f"{text[: LETTERS_MOST - 1]}…"
    try:
        short = text.encode("pdfdoc")
    except UnicodeEncodeError:
        short = BOM_UTF16_BE + text.encode("utf-16-be", "replace")
    return f"({short.decode(BYTES).translate(_ESCAPED)})"


def utf16(text: str) -> str:
    """Give a text in UTF-16, in hexadecimal digits."""
    return text.encode("utf-16-be", "replace").hex().upper()


def written(entries: Entries) -> str:
    """Give a dictionary that needs no number."""
    return f"<<{' '.join(f'/{name} {value}' for name, value in entries.items())}>>"
