"""Blank canvases as pages."""

from dataclasses import replace

import pytest

from canvasdesk.drawing.naming import credit
from canvasdesk.export.blank import blank_pages
from canvasdesk.export.papers import PAPERS, Orientation, Paper
from canvasdesk.export.posters import Options
from canvasdesk.layout.style import INK
from tests.export.drawn import check_places, check_texts, said
from tests.export.test_posters import DAY


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kind", PAPERS, ids=lambda each: each.name)
@pytest.mark.parametrize("way", Orientation)
def test_both_canvases_fill_a_page(kind: Paper, way: Orientation) -> None:
    found = blank_pages(kind, replace(Options(DAY, theme=INK), orientation=way), swapped=True)
    assert [(page.title, page.label) for page in found] == [
        ("Value proposition canvas", "1"),
        ("Business model canvas", "2"),
    ]
    for page in found:
        check_places(page)
        check_texts(page)
        assert said(page).splitlines()[-3:] == [page.title, "To be filled in by hand", credit()]
        assert "2025" not in said(page)
