"""What screens and SVG files make of the same marks."""

from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter

from canvasdesk.drawing.fitting import fit, fit_note
from canvasdesk.drawing.note import draw_note, note_look
from canvasdesk.drawing.painter import PainterSurface
from canvasdesk.drawing.paragraph import Span, paragraph
from canvasdesk.drawing.surface import LEGIBLE, Part, Surface, hatch_lines
from canvasdesk.drawing.svg import SvgSurface
from canvasdesk.layout.geometry import Point, Rect, circle_path
from canvasdesk.layout.style import LIGHT, NOTE_WIDTH
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from tests.drawing.recording import Recording
from tests.scalars import texts

SVG = "{http://www.w3.org/2000/svg}"
INK, PAPER = "#204060", "#FFFFFF"


def picture(
    draw: Callable[[Surface], None], width: int = 100, height: int = 100, scale: float = 1.0
) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(PAPER))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    draw(PainterSurface(painter))
    painter.end()
    return image


def document(draw: Callable[[Surface], None]) -> str:
    surface = SvgSurface()
    draw(surface)
    return surface.document(Rect(0, 0, 100, 100), "Test", "en")


def inked(image: QImage) -> Rect | None:
    """Give the box around everything that is not paper."""
    paper = QColor(PAPER).rgb()
    places = [
        (x, y) for y in range(image.height()) for x in range(image.width()) if image.pixel(x, y) != paper
    ]
    if not places:
        return None
    left, top = min(x for x, _ in places), min(y for _, y in places)
    return Rect(left, top, max(x for x, _ in places) + 1 - left, max(y for _, y in places) + 1 - top)


def test_the_recording_is_a_surface() -> None:
    surfaces: list[Surface] = [Recording(), SvgSurface()]
    assert [surface.detail for surface in surfaces] == [True, True]


MARKS: dict[str, tuple[Callable[[Surface], None], Rect, str]] = {
    "rect": (lambda s: s.rect(Rect(10, 20, 30, 40), INK), Rect(10, 20, 30, 40), "rect"),
    "round rect": (lambda s: s.rect(Rect(10, 20, 30, 40), INK, radius=5), Rect(10, 20, 30, 40), "rect"),
    "path": (lambda s: s.path(circle_path(Point(50, 40), 20), INK), Rect(30, 20, 40, 40), "path"),
    "line": (lambda s: s.line(20, 50, 80, 50, INK, 4), Rect(18, 48, 64, 4), "line"),
    "circle": (lambda s: s.circle(50, 40, 20, INK), Rect(30, 20, 40, 40), "circle"),
    "whole arc": (lambda s: s.arc(50, 40, 20, 0, 360, INK, 4), Rect(28, 18, 44, 44), "circle"),
    "quarter arc": (lambda s: s.arc(50, 50, 20, 0, 90, INK, 4), Rect(50, 28, 22, 22), "path"),
    "hatch": (lambda s: s.hatch(Rect(10, 20, 30, 40), INK, 5, 1), Rect(10, 20, 30, 40), "path"),
}


@pytest.mark.parametrize("mark", MARKS)
def test_marks_are_painted_where_they_are_told(mark: str) -> None:
    draw, box, _ = MARKS[mark]
    found = inked(picture(draw))
    assert found is not None
    assert [*found] == pytest.approx([*box], abs=1.5)


@pytest.mark.parametrize("mark", MARKS)
def test_marks_move_and_grow_with_their_place(mark: str) -> None:
    draw, box, _ = MARKS[mark]

    def moved(surface: Surface) -> None:
        surface.push(30, 10, 2.0)
        draw(surface)
        surface.pop()
        draw(surface)

    grown = Rect(30 + 2 * box.x, 10 + 2 * box.y, 2 * box.w, 2 * box.h)
    found = inked(picture(moved, 260, 260))
    assert found is not None
    assert [*found] == pytest.approx([*grown.united(box)], abs=2.5)


@pytest.mark.parametrize("mark", MARKS)
def test_svg_writes_the_element_of_a_mark(mark: str) -> None:
    draw, _, element = MARKS[mark]
    root = ElementTree.fromstring(document(draw).encode())
    assert [child.tag for child in root] == [f"{SVG}title", SVG + element]
    assert INK in {root[1].get("fill"), root[1].get("stroke")}


@given(st.floats(0, 50), st.floats(0, 50), st.floats(1, 80), st.floats(1, 80), st.floats(1, 20))
def test_hatching_rises_and_stays_inside(x: float, y: float, w: float, h: float, gap: float) -> None:
    place = Rect(x, y, w, h)
    for x1, y1, x2, y2 in hatch_lines(place, gap):
        assert x2 - x1 == pytest.approx(y1 - y2, abs=1e-6)
        assert place.inset(-1e-6).contains(Point(x1, y1))
        assert place.inset(-1e-6).contains(Point(x2, y2))
        assert x1 <= x2 + 1e-6


def test_a_text_is_painted_in_its_colour_inside_its_box() -> None:
    text = fit("Accuracy", 80.0, 40.0, (20.0,))
    found = inked(picture(lambda surface: surface.text(text, 10, 30, INK)))
    assert found is not None
    assert Rect(10, 30, text.width, text.height).inset(-1).contains(found)
    assert found.w > 0.9 * text.width


@given(texts(80))
def test_nothing_is_painted_outside_a_note(text: str) -> None:
    look = note_look(Note(section=Section.GAINS, text=text))

    def draw(surface: Surface) -> None:
        surface.push(20, 20)
        draw_note(surface, look, LIGHT)
        surface.pop()

    found = inked(picture(draw, int(NOTE_WIDTH) + 40, int(look.height) + 40))
    assert found is not None
    assert Rect(20, 20, NOTE_WIDTH, look.height).inset(-1.01).contains(found)


def test_small_things_are_left_out_where_nobody_can_see_them() -> None:
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(LEGIBLE * 0.9, LEGIBLE * 0.9)
    surface = PainterSurface(painter)
    assert not surface.detail
    surface.push(0, 0, 2.0)
    assert surface.detail
    surface.pop()
    assert not surface.detail
    painter.end()


def test_dashes_stay_dashes_at_full_size() -> None:
    def border(surface: Surface) -> None:
        surface.rect(Rect(10, 10, 80, 80), None, INK, dash=(6.0, 6.0))

    top = [picture(border).pixel(x, 10) for x in range(15, 85)]
    assert {QColor(colour).lightness() > 200 for colour in top} == {True, False}


def test_svg_writes_letters_line_by_line_with_their_width() -> None:
    text = fit_note("Same-day parts & account <manager>")
    root = ElementTree.fromstring(document(lambda surface: surface.text(text, 10, 20, INK)).encode())
    lines = root.findall(f"{SVG}text")
    assert [line.text for line in lines] == ["Same-day parts &", "account", "<manager>"]
    assert [line.get("x") for line in lines] == ["10", "10", "10"]
    assert all(0 < float(line.get("textLength", "0")) <= text.width + 0.01 for line in lines)
    steps = [float(line.get("y", "0")) for line in lines]
    assert steps[1] - steps[0] == pytest.approx(text.height / 3, abs=0.01)


def test_svg_keeps_colours_and_weights_inside_a_line() -> None:
    spans = (Span("Our "), Span("system", "#1B63A3", bold=True), Span(" ends it"))
    text = paragraph(spans, 60.0, 60.0, (16.0,))
    root = ElementTree.fromstring(document(lambda surface: surface.text(text, 0, 0, INK)).encode())
    assert ["".join(line.itertext()) for line in root.findall(f"{SVG}text")] == ["Our", "system", "ends it"]
    coloured = next(root.iter(f"{SVG}tspan"))
    assert (coloured.text, coloured.get("fill"), coloured.get("font-weight")) == ("system", "#1B63A3", "bold")


def test_svg_writes_right_to_left_lines_from_their_middle() -> None:
    text = fit_note("كאב מהלקוח")
    line = ElementTree.fromstring(document(lambda s: s.text(text, 10, 20, INK)).encode()).find(f"{SVG}text")
    assert line is not None
    assert (line.get("direction"), line.get("text-anchor")) == ("rtl", "middle")
    width = float(line.get("textLength", "0"))
    assert float(line.get("x", "0")) == pytest.approx(10 + text.box - width / 2, abs=0.02)


def test_svg_names_its_groups_and_survives_every_text() -> None:
    name = "a < b & \x00 \x1b “c” \ud800 \uffff"

    def draw(surface: Surface) -> None:
        surface.begin(Part.NOTE, lambda: (name, "said & done"))
        surface.end()

    group = ElementTree.fromstring(document(draw).encode()).find(f"{SVG}g")
    assert group is not None
    assert group.get("class") == "note"
    assert group.findtext(f"{SVG}title") == "a < b &   “c”"
    assert group.findtext(f"{SVG}desc") == "said & done"


def test_svg_counts_in_short_numbers() -> None:
    line = document(lambda surface: surface.line(-0.0001, 1 / 3, 20.0, 0.5, INK, 1.0))
    assert '<line x1="0" y1="0.333" x2="20" y2="0.5"' in line
