"""Fonts in files: no more of them than is used, and those of other kinds drawn anew."""

from io import BytesIO

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase, QRawFont, QTextLayout

from canvasdesk.drawing.fonts import REFERENCE, reference
from canvasdesk.drawing.surface import Surface
from canvasdesk.drawing.text import ShapedText, break_lines
from canvasdesk.export.pdf.fonts import Fonts
from canvasdesk.export.pdf.objects import File
from canvasdesk.export.pdf.programs import program
from tests.export.pdf.files import faults, page_of, pdfium_text, written
from tests.export.pdf.test_surface import check


def base() -> QRawFont:
    return QRawFont.fromFont(reference())


def test_a_subset_has_the_glyphs_asked_for_and_their_parts() -> None:
    font = base()
    wanted = font.glyphIndexesForString("aÄ")
    content, places = program(font, wanted)
    subset = TTFont(BytesIO(content))
    assert {0, *wanted} <= set(places)
    assert len(places) == subset["maxp"].numGlyphs < 10  # Ä is made of parts
    assert {"fpgm", "prep", "cvt ", "GSUB", "name"} & set(subset.keys()) == set()
    for glyph in wanted:
        name = subset.getGlyphOrder()[places[glyph]]
        advance = subset["hmtx"][name][0] * REFERENCE / subset["head"].unitsPerEm
        assert advance == pytest.approx(font.advancesForGlyphIndexes([glyph])[0].x(), abs=0.02)


def test_a_glyph_has_a_name_for_each_text_it_stands_for() -> None:
    font = Fonts().font(base())
    assert font is not None
    one, again, other = font.letter(36, "A"), font.letter(36, "A"), font.letter(36, "Α")
    assert one is again
    assert (one.code, other.code) == ("0001", "0002")
    assert one.width == pytest.approx(639.0, abs=0.1)


def test_a_font_is_kept_once_however_it_is_asked_for() -> None:
    fonts = Fonts()
    assert fonts.font(base()) is fonts.font(base())
    assert fonts.font(base()) is not fonts.font(QRawFont.fromFont(reference(bold=True)))
    assert list(fonts.written(File())) == ["F1", "F2"]


@pytest.fixture
def postscript() -> QFont:
    """Give a font with outlines of the other kind, of which A is a ring and B a box."""
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "space", "A", "B"])
    builder.setupCharacterMap({0x20: "space", 0x41: "A", 0x42: "B"})
    shapes = {
        ".notdef": [],
        "space": [],
        "A": [[(100, 0), (600, 0), (350, 700)], [(250, 100), (350, 400), (450, 100)]],
        "B": [[(80, 0), (620, 0), (620, 700), (80, 700)]],
    }
    strings = {}
    for name, lines in shapes.items():
        pen = T2CharStringPen(700, None)
        for first, *rest in lines:
            pen.moveTo(first)
            for place in rest:
                pen.lineTo(place)
            pen.closePath()
        strings[name] = pen.getCharString()
    builder.setupCFF("Other-Regular", {}, strings, {})
    builder.setupHorizontalMetrics(dict.fromkeys(shapes, (700, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Other", "styleName": "Regular", "psName": "Other-Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    file = BytesIO()
    builder.save(file)
    number = QFontDatabase.addApplicationFontFromData(QByteArray(file.getvalue()))
    assert number >= 0
    font = QFont("Other")
    font.setPixelSize(REFERENCE)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    yield font
    QFontDatabase.removeApplicationFont(number)


def test_outlines_of_another_kind_are_drawn_anew(postscript: QFont) -> None:
    layout = QTextLayout("AB BA", postscript)
    wide = break_lines(layout, 1000.0, 130.0, inside_words=False, most=1)
    text = ShapedText(layout, 30.0, wide * 0.3, 39.0, 300.0)

    def draw(surface: Surface) -> None:
        surface.text(text, 5.0, 5.0, "#204060")

    content = written(page_of(draw, 200.0, 50.0))
    assert faults(content) == []
    assert pdfium_text(content) == "AB BA"
    check(draw, 200.0, 50.0)
