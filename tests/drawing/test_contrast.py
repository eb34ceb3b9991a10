"""Segments side by side: every word is there, inside and over no other; what did not change stays."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import given
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from canvasdesk.drawing.colour import standing_out
from canvasdesk.drawing.contrast import NARROWEST, TITLES, WIDEST, ContrastLook, contrast_look
from canvasdesk.drawing.surface import Part
from canvasdesk.drawing.text import ShapedText, rows
from canvasdesk.editing.deletion import delete
from canvasdesk.editing.notes import rank
from canvasdesk.editing.segments import duplicate_segment, edit_segment
from canvasdesk.interchange.table import contrast_cells
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import LIGHT, THEMES
from canvasdesk.model.contrast import Row
from canvasdesk.model.segments import CustomerSegment, Market
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.files import load
from canvasdesk.storage.templates import templates
from tests.drawing.recording import Mark, Recording, letters
from tests.editing.workshop import workshop
from tests.strategies import workspaces

LONG = "Manufacturers of precision parts for medical devices in regulated small markets"


@pytest.fixture
def rightward() -> Iterator[None]:
    """Let the program be laid out from right to left."""
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def example() -> Workspace:
    return load(templates()["inspection-systems"]).workspace


def crowd(count: int, name: str) -> Workspace:
    """Give so many segments of a name, every third of them unmapped."""
    workspace = workshop()
    for n in range(count):
        workspace, copy = duplicate_segment(workspace, "builders" if n % 3 else "painters")
        workspace = edit_segment(workspace, copy, name=name, willingness_to_pay=name, market=Market.B2B)
    return evolve(delete(workspace, ["builders", "painters"]), title=name)


def drawn(look: ContrastLook, theme: str = "light") -> Recording:
    surface = Recording()
    look.draw(surface, THEMES[theme])
    return surface


def extent(mark: Mark) -> Rect:
    """Give the place that the lines of a text take."""
    text = mark.about["text"]
    assert isinstance(text, ShapedText)
    there = rows(text)
    left, right = min(row.left for row in there), max(row.left + row.width for row in there)
    return Rect(mark.x + left, mark.y, right - left, text.height)


def check_places(look: ContrastLook) -> None:
    surface = drawn(look)
    places = [extent(mark).inset(0.02) for mark in surface.of("text") if letters(mark)]
    assert all(look.bounds.contains(place) for place in places)
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    papers = [mark.about["rect"] for mark in surface.of("rect")]
    assert all(look.bounds.contains(paper) for paper in papers)  # type: ignore[arg-type]


def test_every_word_of_the_example_is_drawn() -> None:
    look = contrast_look(example())
    shown = drawn(look).texts()
    cells = contrast_cells(each.column for each in look.columns)
    for line in (line for row in cells[1:] for cell in row for line in cell.splitlines()):
        assert line in shown
    assert {
        "Inspection systems · side by side",
        "Industrial manufacturers",
        "Primary · B2B · 3 roles",
        "Good fit",
        "Quality director · Decision maker, veto",
        "not mapped yet",
    } <= set(shown)


def test_cells_are_named_by_row_and_segment() -> None:
    groups = drawn(contrast_look(example())).groups
    assert groups[0] == (Part.TABLE, "Inspection systems · side by side", "3 segments side by side")
    assert (Part.SEGMENT, "Food processors", "Secondary, B2B") in groups
    assert (
        Part.CELL,
        "Channels, Food processors",
        "Compliance consultancies\nIndustry associations",
    ) in groups
    (said,) = (each for _, name, each in groups if name == "Fit, Industrial manufacturers")
    assert said.startswith("67 %, Good fit, Plant manager · End user 67 %, ")


@pytest.mark.parametrize("count", [0, 1, 12, 50])
@pytest.mark.parametrize("name", ["X", LONG, "W" * 200, "قطاع الصناعات الدقيقة"])
def test_words_stand_inside_and_apart_in_columns_of_readable_width(count: int, name: str) -> None:
    look = contrast_look(crowd(count, name))
    check_places(look)
    assert NARROWEST <= look.wide <= WIDEST
    assert look.bounds.w >= TITLES + count * look.wide


@given(workspaces())
def test_words_of_any_workspace_stand_inside_and_apart(workspace: Workspace) -> None:
    check_places(contrast_look(workspace))


@given(workspaces())
def test_rows_are_as_high_as_their_highest_cell(workspace: Workspace) -> None:
    look = contrast_look(workspace)
    for row in Row:
        cells = [look.titles[row], *(each.cells[row] for each in look.columns)]
        assert look.high[row] == max(cell.height for cell in cells)


@pytest.mark.usefixtures("rightward")
def test_from_right_to_left_titles_stand_right_and_the_first_segment_beside_them() -> None:
    look = contrast_look(example())
    check_places(look)
    left = {letters(mark): extent(mark).x for mark in drawn(look).of("text")}
    assert left["Contract labs"] < left["Food processors"] < left["Industrial manufacturers"] < left["Fit"]
    tracks = [
        mark.about["rect"] for mark in drawn(look).of("rect") if mark.about["fill"] == LIGHT.meter_track
    ]
    fills = [mark.about["rect"] for mark in drawn(look).of("rect") if mark.about["fill"] == LIGHT.green.line]
    assert [each.right for each in tracks] == [each.right for each in fills]  # type: ignore[attr-defined]


def test_columns_in_which_nothing_changed_are_kept() -> None:
    first = workshop()
    second = rank(first, ["lost"], 5)
    before = contrast_look(first)
    after = contrast_look(second, before=before)
    assert after.columns[0] is not before.columns[0]
    assert after.columns[1] is before.columns[1]
    assert drawn(after).texts() == drawn(contrast_look(second)).texts()


def test_another_width_sets_all_columns_anew() -> None:
    before = contrast_look(workshop(), 700.0)
    after = contrast_look(workshop(), 800.0, before)
    assert after.wide > before.wide
    check_places(after)


def test_an_unmapped_segment_is_muted() -> None:
    unmapped = CustomerSegment(name="Labs", willingness_to_pay="A fee")
    surface = drawn(contrast_look(Workspace(segments=(unmapped,))))
    ink = {letters(mark): mark.about["fill"] for mark in surface.of("text")}
    assert (ink["Labs"], ink["not mapped yet"], ink["–"]) == (LIGHT.muted,) * 3
    assert ink["A fee"] == LIGHT.ink


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("colour", ["#AA3377", "#FFFFFF", "#000000"])
def test_a_column_wears_the_colour_of_its_segment_as_far_as_it_can_be_seen(theme: str, colour: str) -> None:
    look = contrast_look(edit_segment(workshop(), "builders", colour=colour))
    bar = next(mark.about["fill"] for mark in drawn(look, theme).of("rect") if mark.group[-1] == "segment")
    assert bar == standing_out(colour, THEMES[theme].board, THEMES[theme].ink)
