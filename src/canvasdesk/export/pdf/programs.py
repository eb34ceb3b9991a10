"""Font programs for embedding: only the glyphs that are used, as TrueType outlines without hints."""

from collections.abc import Mapping, Sequence
from io import BytesIO

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.sfnt import SFNTWriter
from PySide6.QtGui import QRawFont

from canvasdesk.layout.geometry import Path, Segment

EM = 1000  # units of a font that is drawn anew
CLOSE = 0.5  # units that curves may be off
_TABLES = ("head", "hhea", "maxp", "hmtx", "loca", "glyf")

Program = tuple[bytes, Mapping[int, int]]
"""A font file, and the number in it of each glyph."""


def table(font: QRawFont, name: str) -> bytes:
    """Give a table of a font, empty where it has none."""
    return bytes(font.fontTable(name).data())


def program(font: QRawFont, glyphs: Sequence[int]) -> Program:
    """Give a font file with these glyphs and the one for what is missing."""
    wanted = sorted({0, *glyphs})
    if is_quadratic(font):
        return _subset({name: table(font, name) for name in _TABLES}, wanted)
    return _traced(font, wanted), {glyph: place for place, glyph in enumerate(wanted)}


def is_quadratic(font: QRawFont) -> bool:
    """Say whether the outlines of a font can be embedded as they are: not those that vary."""
    return bool(table(font, "glyf")) and not table(font, "fvar")


def has_outlines(font: QRawFont) -> bool:
    """Say whether a font has lines to be drawn; pictures of letters are none."""
    return any(table(font, name) for name in ("glyf", "CFF ", "CFF2"))


def outline(font: QRawFont, glyph: int) -> Path:
    """Give the lines of a glyph in pixels from its place, y down."""
    drawn = font.pathForGlyph(glyph)
    elements = [drawn.elementAt(number) for number in range(drawn.elementCount())]
    path: list[Segment] = []
    for number, element in enumerate(elements):
        if element.isMoveTo():
            if path:
                path.append(("Z",))
            path.append(("M", element.x, element.y))
        elif element.isLineTo():
            path.append(("L", element.x, element.y))
        elif element.isCurveTo():
            (x1, y1), (x2, y2), (x, y) = ((each.x, each.y) for each in elements[number : number + 3])
            path.append(("C", x1, y1, x2, y2, x, y))
    return (*path, ("Z",)) if path else ()


def _subset(tables: Mapping[str, bytes], glyphs: Sequence[int]) -> Program:
    file = BytesIO()
    writer = SFNTWriter(file, len(tables))
    for name, content in sorted(tables.items()):
        writer[name] = content
    writer.close()
    file.seek(0)
    font = TTFont(file, lazy=True, recalcBBoxes=False, recalcTimestamp=False)
    # Names would be read from tables that are not there.
    font.setGlyphOrder([str(number) for number in range(int.from_bytes(tables["maxp"][4:6], "big"))])
    subsetter = Subsetter(Options(notdef_outline=True, hinting=False, recalc_bounds=False, legacy_kern=False))
    subsetter.populate(gids=glyphs)
    subsetter.subset(font)
    places = {int(name): place for place, name in enumerate(font.getGlyphOrder())}
    return _saved(font), places


def _traced(font: QRawFont, glyphs: Sequence[int]) -> bytes:
    """Draw the glyphs of a font of any other kind anew."""
    large = QRawFont(font)
    large.setPixelSize(EM)
    names = [".notdef", *(str(glyph) for glyph in glyphs[1:])]
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupGlyf(
        {name: _quadratic(outline(large, glyph)) for name, glyph in zip(names, glyphs, strict=True)}
    )
    widths = [round(place.x()) for place in large.advancesForGlyphIndexes(list(glyphs))]
    lefts = [getattr(builder.font["glyf"][name], "xMin", 0) for name in names]
    builder.setupHorizontalMetrics(dict(zip(names, zip(widths, lefts, strict=True), strict=True)))
    builder.setupHorizontalHeader(ascent=round(large.ascent()), descent=-round(large.descent()))
    builder.updateHead(created=0, modified=0)
    builder.font.recalcTimestamp = False
    return _saved(builder.font)


def _quadratic(path: Path) -> object:
    """Give a glyph with y down as TrueType has it."""
    pen = TTGlyphPen(None)
    cubic = Cu2QuPen(pen, CLOSE)
    for segment in path:
        match segment:
            case ("M", x, y):
                cubic.moveTo((x, -y))
            case ("L", x, y):
                cubic.lineTo((x, -y))
            case ("C", x1, y1, x2, y2, x, y):
                cubic.curveTo((x1, -y1), (x2, -y2), (x, -y))
            case _:
                cubic.closePath()
    return pen.glyph()


def _saved(font: TTFont) -> bytes:
    file = BytesIO()
    font.save(file, reorderTables=False)
    return file.getvalue()
