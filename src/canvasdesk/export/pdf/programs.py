"""Font programs for embedding: only the glyphs that are used, as TrueType outlines without hints."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from struct import unpack_from

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._g_l_y_f import Glyph
from PySide6.QtGui import QRawFont

from canvasdesk.layout.geometry import Path, Segment

EM = 1000  # units of a font that is drawn anew
CLOSE = 0.5  # units that curves may be off

Program = tuple[bytes, Mapping[int, int]]
"""A font file, and the number in it of each glyph."""


def table(font: QRawFont, name: str) -> bytes:
    """Give a table of a font, empty where it has none."""
    return bytes(font.fontTable(name).data())


def program(font: QRawFont, glyphs: Sequence[int]) -> Program:
    """Give a font file with these glyphs and the one for what is missing."""
    wanted = sorted({0, *glyphs})
    if table(font, "glyf") and not table(font, "fvar"):  # those that vary are no outlines yet
        return _subset(font, wanted)
    return _traced(font, wanted), {glyph: place for place, glyph in enumerate(wanted)}


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


def _subset(raw: QRawFont, glyphs: Sequence[int]) -> Program:
    """Keep the outlines of glyphs, and of those that they are made of, as they are.

    Done glyph by glyph, because fontTools' own way reads and names every glyph of a font first.
    """
    font = TTFont(recalcBBoxes=False, recalcTimestamp=False)
    for name in ("head", "maxp", "hhea", "loca"):
        font[name] = newTable(name)
        font[name].decompile(table(raw, name), font)
    kept = _shapes(table(raw, "glyf"), font["loca"], glyphs)
    font.setGlyphOrder([_name(glyph) for glyph in kept])
    font["glyf"], font["hmtx"] = newTable("glyf"), newTable("hmtx")
    font["glyf"].glyphs = {_name(glyph): shape for glyph, shape in kept.items()}
    sizes, last = table(raw, "hmtx"), font["hhea"].numberOfHMetrics - 1
    font["hmtx"].metrics = {_name(glyph): _metrics(sizes, glyph, last) for glyph in kept}
    return _saved(font), {glyph: place for place, glyph in enumerate(kept)}


def _shapes(outlines: bytes, places: Sequence[int], glyphs: Sequence[int]) -> Mapping[int, Glyph]:
    """Give the shapes of glyphs without hints, and of those that they are made of."""
    names = newTable("glyf")
    names.glyphOrder = [_name(glyph) for glyph in range(len(places) - 1)]
    found: dict[int, Glyph] = {}
    wanted = [*glyphs]
    for glyph in wanted:
        if glyph not in found:
            shape = found[glyph] = Glyph(outlines[places[glyph] : places[glyph + 1]])
            shape.removeHinting()
            if shape.isComposite():
                shape.expand(names)
                wanted += [int(part.glyphName) for part in shape.components]
    return found


def _metrics(sizes: bytes, glyph: int, last: int) -> tuple[int, int]:
    """Give how far a glyph reaches and where it begins; those after the `last` reach as far as that one."""
    width, left = unpack_from(">Hh", sizes, 4 * min(glyph, last))
    if glyph > last:
        (left,) = unpack_from(">h", sizes, 4 * (last + 1) + 2 * (glyph - last - 1))
    return width, left


def _name(glyph: int) -> str:
    return str(glyph) if glyph else ".notdef"


def _traced(font: QRawFont, glyphs: Sequence[int]) -> bytes:
    """Draw the glyphs of a font of any other kind anew."""
    large = QRawFont(font)
    large.setPixelSize(EM)
    names = [_name(glyph) for glyph in glyphs]
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
