"""Text as outlines: the same letters at the same places as on the screen."""

from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from canvasdesk.drawing.fitting import fit, fit_note
from canvasdesk.drawing.painter import PainterSurface
from canvasdesk.drawing.paragraph import Span, paragraph
from canvasdesk.drawing.surface import Surface
from canvasdesk.drawing.svg import SvgSurface
from canvasdesk.layout.geometry import Rect

SVG = "{http://www.w3.org/2000/svg}"
INK, PAPER = "#204060", "#FFFFFF"
SIDE, SCALE = 140, 8
NEAR = 24  # of 255: painters move letters by parts of a large pixel, so that their edges fall together
Draw = Callable[[Surface], None]

SPANS = (Span("Our "), Span("inspection system", "#C4501B", bold=True), Span(" ends فحص it"))
TEXTS: dict[str, Draw] = {
    "Latin": lambda s: s.text(fit_note("Same-day parts for Übergröße"), 10, 10, INK),
    "bold": lambda s: s.text(fit("Gain creators", 120, 40, (18.0,), bold=True), 10, 10, INK),
    "Arabic": lambda s: s.text(fit_note("سلام مرحبا"), 10, 10, INK),
    "bold Hebrew": lambda s: s.text(fit("כאב מהלקוח", 120, 40, (18.0,), bold=True), 10, 10, INK),
    "Hindi": lambda s: s.text(fit_note("हिन्दी क्षत्रिय"), 10, 10, INK),
    "Thai": lambda s: s.text(fit_note("กำลังใจ"), 10, 10, INK),
    "Han, kana, Hangul": lambda s: s.text(fit_note("價値 かな 한국어"), 10, 10, INK),
    "emoji": lambda s: s.text(fit_note("👩‍👩‍👧 🇩🇪 ☃"), 10, 10, INK),
    "a script without font": lambda s: s.text(fit_note("𒀀 cuneiform"), 10, 10, INK),
    "parts": lambda s: s.text(paragraph(SPANS, 110.0, 110.0, (16.0,)), 10, 10, INK),
}


def document(draw: Draw) -> str:
    surface = SvgSurface(text_as_paths=True)
    draw(surface)
    return surface.document(Rect(0, 0, SIDE, SIDE), "Test", "en")


def picture(paint: Callable[[QPainter], None]) -> QImage:
    """Give what is painted, drawn large and then made small, which leaves little of the antialiasing."""
    image = QImage(SIDE * SCALE, SIDE * SCALE, QImage.Format.Format_RGB32)
    image.fill(QColor(PAPER))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    mode = Qt.TransformationMode.SmoothTransformation
    return image.scaled(SIDE, SIDE, Qt.AspectRatioMode.IgnoreAspectRatio, mode)


def on_screen(draw: Draw) -> QImage:
    def paint(painter: QPainter) -> None:
        painter.scale(SCALE, SCALE)
        draw(PainterSurface(painter))

    return picture(paint)


def as_paths(draw: Draw) -> QImage:
    return picture(QSvgRenderer(QByteArray(document(draw).encode())).render)


@pytest.mark.parametrize("name", TEXTS)
def test_outlines_cover_what_letters_cover(name: str) -> None:
    shown, drawn = on_screen(TEXTS[name]), as_paths(TEXTS[name])
    pairs = list(zip(bytes(shown.constBits()), bytes(drawn.constBits()), strict=True))
    assert min(one for one, _ in pairs) < 150, "nothing is shown"
    assert max(abs(one - other) for one, other in pairs) < NEAR


def test_no_letter_is_left_and_no_font_is_asked_for() -> None:
    drawn = document(TEXTS["Latin"])
    root = ElementTree.fromstring(drawn.encode())
    assert [child.tag for child in root] == [f"{SVG}title", f"{SVG}path"]
    assert "font" not in drawn


def test_parts_keep_their_colours() -> None:
    paths = ElementTree.fromstring(document(TEXTS["parts"]).encode()).iter(f"{SVG}path")
    assert [path.get("fill") for path in paths] == [INK, "#C4501B", INK]


def test_spaces_and_nothing_leave_no_trace() -> None:
    assert "<path" not in document(lambda surface: surface.text(fit_note(""), 0, 0, INK))


def test_the_same_text_gives_the_same_bytes() -> None:
    assert document(TEXTS["parts"]) == document(TEXTS["parts"])
