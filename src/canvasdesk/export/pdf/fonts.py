"""The fonts of a file: what each letter is called in it, and each font once, with no more than is used."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from struct import pack, unpack
from typing import NamedTuple

from PySide6.QtGui import QRawFont

from canvasdesk.export.pdf.objects import File, numbers, utf16
from canvasdesk.export.pdf.programs import EM, has_outlines, program, table

_TOGETHER = 100  # lines of a map of characters that may stand in one piece


class Letter(NamedTuple):
    """What a glyph is called where it stands for certain letters, and how far it reaches, in thousandths."""

    code: str
    width: float


class Font:
    """A font in a file: its letters by glyph and what that stands for, in the order of their first use.

    `blank` is its glyph without ink, 0 where it has none.
    """

    def __init__(self, raw: QRawFont, name: str) -> None:
        self.name = name
        self.raw = QRawFont(raw)
        self.raw.setPixelSize(EM)
        self.letters: dict[tuple[int, str], Letter] = {}
        self.blank = next(iter(raw.glyphIndexesForString(" ")), 0)

    def letter(self, glyph: int, text: str) -> Letter:
        """Give the name of a glyph that stands for `text`."""
        letter = self.letters.get((glyph, text))
        if letter is None:
            width = self.raw.advancesForGlyphIndexes([glyph])[0].x()
            letter = self.letters[glyph, text] = Letter(f"{len(self.letters) + 1:04X}", width)
        return letter

    def inked(self, glyph: int) -> bool:
        """Say whether anything is drawn for a glyph."""
        return not self.raw.pathForGlyph(glyph).isEmpty()


class Fonts:
    """The fonts of a file, in the order of their first letter."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[str, str, int], Font] = {}

    def font(self, raw: QRawFont) -> Font | None:
        """Give the font of the file for one of Qt; None where nothing can be drawn with it."""
        # The name of a font that is none is not to be asked for: Qt would end there.
        if not table(raw, "head"):
            return None
        weight = raw.weight() if table(raw, "fvar") else 0  # of other fonts it is what was asked for
        key = raw.familyName(), raw.styleName(), weight
        if key not in self._fonts and has_outlines(raw):
            self._fonts[key] = Font(raw, f"F{len(self._fonts) + 1}")
        return self._fonts.get(key)

    def written(self, file: File) -> Mapping[str, str]:
        """Write all fonts into a file and give what refers to them by their names."""
        return {font.name: _written(file, font) for font in self._fonts.values()}


def _written(file: File, font: Font) -> str:
    glyphs = [glyph for glyph, _ in font.letters]
    content, places = program(font.raw, glyphs)
    name = f"/{_tag(content)}+{_name(font.raw)}"
    described = {
        "Type": "/Font",
        "Subtype": "/CIDFontType2",
        "BaseFont": name,
        "CIDSystemInfo": "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
        "FontDescriptor": _descriptor(file, font, name, content),
        "DW": 0,
        "W": f"[1 [{numbers(*(letter.width for letter in font.letters.values()))}]]",
        "CIDToGIDMap": file.stream(pack(f">{len(glyphs) + 1}H", 0, *(places[glyph] for glyph in glyphs))),
    }
    composed = {
        "Type": "/Font",
        "Subtype": "/Type0",
        "BaseFont": name,
        "Encoding": "/Identity-H",
        "DescendantFonts": f"[{file.dictionary(described)}]",
        "ToUnicode": file.stream("\n".join(_characters(font)).encode("ascii")),
    }
    return file.dictionary(composed)


def _descriptor(file: File, font: Font, name: str, content: bytes) -> str:
    head = table(font.raw, "head")
    scale = EM / int.from_bytes(head[18:20], "big")
    box = [value * scale for value in unpack(">4h", head[36:44])]
    return file.dictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": name,
            "Flags": 4,  # glyphs of the font's own, not those of an alphabet
            "FontBBox": f"[{numbers(*box)}]",
            "ItalicAngle": 0,
            "Ascent": round(font.raw.ascent()),
            "Descent": -round(font.raw.descent()),
            "CapHeight": round(font.raw.capHeight()),
            "StemV": 80,
            "FontFile2": file.stream(content, {"Length1": len(content)}),
        }
    )


def _characters(font: Font) -> Iterator[str]:
    """Give the map from the names of letters to the letters."""
    yield "/CIDInit /ProcSet findresource begin 12 dict begin begincmap"
    yield "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def"
    yield "/CMapName /Adobe-Identity-UCS def /CMapType 2 def"
    yield "1 begincodespacerange <0000> <FFFF> endcodespacerange"
    lines = [f"<{letter.code}> <{utf16(text)}>" for (_, text), letter in font.letters.items()]
    for first in range(0, len(lines), _TOGETHER):
        piece = lines[first : first + _TOGETHER]
        yield f"{len(piece)} beginbfchar"
        yield from piece
        yield "endbfchar"
    yield "endcmap CMapName currentdict /CMap defineresource pop end end"


def _tag(content: bytes) -> str:
    """Give the six letters that tell subsets apart."""
    return "".join(chr(ord("A") + byte % 26) for byte in sha256(content).digest()[:6])


def _name(raw: QRawFont) -> str:
    full = f"{raw.familyName()}-{raw.styleName() or 'Regular'}"
    return "".join(letter for letter in full if letter == "-" or (letter.isascii() and letter.isalnum()))
