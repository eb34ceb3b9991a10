"""The pages beside the canvas, whose lines break anew whenever a scroll bar comes or goes."""

from itertools import product

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea

from canvasdesk.assets import resource
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.files import load
from canvasdesk.windows.workbench import Workbench


@pytest.fixture
def workspace() -> Workspace:
    """Give an example with much to say."""
    return load(resource("templates", "inspection-systems.canvasdesk")).workspace


@pytest.mark.parametrize("shown", ["view.explain", "session.show"])
def test_a_page_settles_at_every_size(bench: Workbench, shown: str) -> None:
    bench.appearance.dress(bench.window)
    bench.selection.show_canvas(next(iter(bench.document.workspace.canvas_by_id)))
    bench.bound[shown].trigger()
    for low, high in product(range(980, 1060, 4), range(1010, 1090, 20)):
        for size in ((1366, low), (700, high)):
            bench.window.resize(*size)
            QApplication.processEvents()
    for height in range(500, 1100, 13):
        bench.window.resize(1366, height)
        for _ in range(4):
            QApplication.processEvents()
        (area,) = (each for each in bench.window.sides.findChildren(QScrollArea) if each.isVisible())
        inner = area.widget()
        assert inner.width() == area.viewport().width()
        assert inner.height() >= inner.heightForWidth(inner.width())
