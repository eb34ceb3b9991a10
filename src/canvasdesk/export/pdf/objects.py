"""What a PDF file is made of: numbers, paths, colours and texts, and the objects that hold them."""

from codecs import BOM_UTF16_BE
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFObject, PDFStream, PDFZCompress

from canvasdesk.layout.geometry import Path

Entries = Mapping[str, object]
"""The entries of a dictionary: each a number, or what is written as it stands."""

_NO_ID = b"0" * 32
BYTES = "latin-1"  # a letter for each byte
_ESCAPED = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\", "\r": r"\r"})


class _Stream(PDFStream):
    """A stream whose end stands on a line of its own, as archives ask for and reportlab does not do.

    That line ends in two bytes, lest a last byte of the content is taken for half of its end.
    """

    def format(self, document: PDFDocument) -> bytes:
        written: bytes = super().format(document)
        return written.removesuffix(b"endstream\n") + b"\r\nendstream\n"


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

    def ID(self) -> bytes:
        """Give the place of the number that tells files apart."""
        return b"[<%b> <%b>]" % (_NO_ID, _NO_ID)

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
        filters = [PDFZCompress] if packed else None
        return self.add(_Stream(_dictionary(entries or {}), content, filters))

    def content(self, catalog: Entries, about: Entries) -> bytes:
        """Give the whole file; the number that tells it apart comes from all that is in it."""
        # reportlab's own classes for the two know only some of the entries.
        self.Catalog = _dictionary(catalog)
        self.info = _dictionary(about)  # type: ignore[assignment]
        written: bytes = self.format()
        body, trailer = written[: written.rindex(b"trailer")], written[written.rindex(b"trailer") :]
        return body + trailer.replace(_NO_ID, sha256(written).hexdigest()[: len(_NO_ID)].encode())


def _dictionary(entries: Entries) -> PDFDictionary:
    return PDFDictionary(
        {name: value.encode(BYTES) if isinstance(value, str) else value for name, value in entries.items()}
    )


def number(value: float) -> str:
    """Give a number with at most three decimals: finer than any printer."""
    written = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def numbers(*values: float) -> str:
    """Give several numbers in a row."""
    return " ".join(map(number, values))


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
    """Give a text of any script, for people, with a letter for each byte."""
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
