"""Frames and pictures: exact sizes, everything shown, the drawing as the screen has it."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from canvasdesk.drawing.canvas import CanvasLook, canvas_look
from canvasdesk.export.errors import ExportError
from canvasdesk.export.picture import Frame, fitted, frames, png, scaled, svg
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import DARK, LIGHT
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace

BOARD = Rect(0, 0, 1436, 744)

sides = st.floats(1.0, 1e6)
places = st.floats(-1e6, 1e6)
pixels = st.integers(16, 4_000)


def look(*notes: Note) -> CanvasLook:
    canvas = ValuePropositionCanvas(notes=notes)
    return canvas_look(Workspace(segments=(CustomerSegment(name="Makers", canvases=(canvas,)),)), canvas.id)


@given(bounds=st.builds(Rect, places, places, sides, sides), width=pixels, height=pixels)
def test_a_fitted_frame_has_the_pixels_asked_for_and_shows_everything(
    bounds: Rect, width: int, height: int
) -> None:
    frame = fitted(bounds, width, height)
    assert frame.pixels == (width, height)
    slack = 1e-6 * max(frame.bounds.w, frame.bounds.h, abs(bounds.x), abs(bounds.y))
    assert frame.bounds.inset(-slack).contains(bounds)
    assert frame.bounds.centre == pytest.approx(bounds.centre, abs=slack)
    assert min(frame.bounds.w - bounds.w, frame.bounds.h - bounds.h) == pytest.approx(0.0, abs=slack)


@given(bounds=st.builds(Rect, places, places, sides, sides))
def test_there_is_a_frame_for_anything_and_never_a_larger_one_than_asked_for(bounds: Rect) -> None:
    possible = frames(bounds, (1.0, 2.0))
    assert possible
    assert not any(frame.too_large for frame in possible)
    assert all(frame.scale <= 2.0 for frame in possible)
    assert [frame.bounds for frame in possible] == [bounds] * len(possible)


def test_a_scaled_frame_is_as_large_as_what_it_shows() -> None:
    assert scaled(BOARD) == Frame(BOARD, 2.0)
    assert scaled(BOARD).pixels == (2872, 1488)
    assert scaled(BOARD, 0.33).pixels == (474, 246)


@pytest.mark.parametrize(
    ("bounds", "scale"), [(Rect(0, 0, 40_000, 10), 1.0), (Rect(0, 0, 9_000, 9_000), 2.0)]
)
def test_too_many_pixels_are_refused(bounds: Rect, scale: float) -> None:
    with pytest.raises(ExportError, match="pixels is too large"):
        scaled(bounds, scale)


@pytest.mark.usefixtures("qapp")
def test_a_note_far_outside_the_board_is_in_the_picture() -> None:
    far = look(Note(section=Section.GAINS, text="far", x=3000.0, y=-2000.0))
    image = QImage.fromData(png(far, LIGHT, scaled(far.bounds, 1.0)))
    assert image.size().toTuple() == (3142, 2762)
    bar = image.pixelColor(3000 + 2, -2000 + 31 - int(far.bounds.y))
    assert bar.name().upper() == LIGHT.green.line


@pytest.mark.usefixtures("qapp")
def test_the_picture_tells_its_title() -> None:
    assert QImage.fromData(png(look(), LIGHT, scaled(BOARD, 0.5))).text("Title") == "Makers"


@pytest.mark.usefixtures("qapp")
def test_a_drawing_stands_on_the_board_of_its_theme() -> None:
    frame = fitted(BOARD, 500, 500)
    root = ElementTree.fromstring(svg(look(), DARK, frame, "de"))
    ground = root.find("{http://www.w3.org/2000/svg}rect")
    assert ground is not None
    assert ground.get("fill") == DARK.board
    shown = [float(ground.get(name, "nan")) for name in ("x", "y", "width", "height")]
    assert shown == pytest.approx(list(frame.bounds), abs=0.001)
    assert (root.get("width"), root.get("height"), root.get("lang")) == ("500", "500", "de")


@pytest.mark.usefixtures("qapp")
def test_letters_of_any_kind_survive_in_a_drawing() -> None:
    text = "<b>&amp; “x” \u202e]]> 価値 ابتثج"
    drawn = svg(look(Note(section=Section.JOBS, text=text, x=1150.0, y=350.0)), LIGHT, scaled(BOARD), "en")
    shown = "".join(ElementTree.fromstring(drawn).itertext())
    for word in ("<b>&amp;", "]]>", "価値"):
        assert word in shown
