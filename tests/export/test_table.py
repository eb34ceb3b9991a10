"""The segments side by side on pages: every column and every row once, all at one scale, none too small."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from canvasdesk.editing.segments import edit_segment
from canvasdesk.export.choice import What
from canvasdesk.export.pages import Page
from canvasdesk.export.papers import Orientation, Paper, paper
from canvasdesk.export.posters import Options, pages
from canvasdesk.export.table import COLUMNS_MOST
from canvasdesk.interchange.table import row_title
from canvasdesk.layout.plan import WIDTH
from canvasdesk.model.contrast import Row
from canvasdesk.model.workspace import Workspace
from tests.drawing.recording import letters
from tests.drawing.test_contrast import crowd
from tests.export.drawn import check_places, check_texts, extent, texts
from tests.export.test_posters import DAY

pytestmark = pytest.mark.usefixtures("qapp")

A4 = paper("A4")


@pytest.fixture
def rightward() -> Iterator[None]:
    """Let the program be laid out from right to left."""
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def numbered(count: int, more: str = "") -> Workspace:
    workspace = crowd(count, "X")
    for number, segment in enumerate(workspace.segments, 1):
        workspace = edit_segment(workspace, segment.id, name=f"No. {number}", willingness_to_pay=more)
    return workspace


def table(
    workspace: Workspace, kind: Paper = A4, way: Orientation = Orientation.AUTOMATIC
) -> tuple[Page, ...]:
    return pages(workspace, What.CONTRAST, kind, replace(Options(DAY), orientation=way))


def names(page: Page) -> list[str]:
    return [each for mark in texts(page) if (each := letters(mark)).startswith("No. ")]


@pytest.mark.parametrize("count", [1, 2, 5, 6, 7, 11, 50])
def test_every_segment_stands_on_one_page_with_the_titles_of_all_rows(count: int) -> None:
    found = table(numbered(count))
    assert [name for page in found for name in names(page)] == [f"No. {n}" for n in range(1, count + 1)]
    assert {page.placed[1].scale for page in found} == {found[0].placed[1].scale}
    many = [len(names(page)) for page in found]
    assert max(many) <= COLUMNS_MOST
    assert max(many) - min(many[:-1] or many) == 0
    for page in found:
        check_places(page)
        check_texts(page)
        assert {row_title(row) for row in Row} <= {letters(mark) for mark in texts(page)}
        assert page.placed[1].scale >= 0.7 * A4.long / WIDTH * 0.9


@pytest.mark.parametrize("way", [Orientation.PORTRAIT, Orientation.LANDSCAPE])
def test_a_high_table_goes_on_below_on_the_next_page(way: Orientation) -> None:
    found = table(numbered(4, "What they pay for and why, told at length. " * 40), way=way)
    low = table(numbered(4), way=way)
    assert (len(found), len(low)) == ((1, 1) if way is Orientation.PORTRAIT else (2, 1))
    rows = [letters(mark) for page in found for mark in texts(page)]
    assert all(rows.count(row_title(row)) == 1 for row in Row)
    for page in found:
        check_texts(page)
        assert names(page) == ["No. 1", "No. 2", "No. 3", "No. 4"]


@pytest.mark.usefixtures("rightward")
def test_from_right_to_left_every_page_begins_at_the_right() -> None:
    found = table(numbered(7))
    for page in found:
        check_places(page)
        check_texts(page)
    starts = {max(extent(mark).right for mark in texts(page) if letters(mark) == "Fit") for page in found}
    assert max(starts) - min(starts) < 0.01
