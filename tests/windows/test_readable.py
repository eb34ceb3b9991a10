"""Notes can be read on the screens people have: the text of a fitted canvas is large enough."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from canvasdesk.app.start import build_window
from canvasdesk.assets import resource
from canvasdesk.layout.style import TEXT_FLOOR
from canvasdesk.session.document import Document
from canvasdesk.session.settings import Settings
from canvasdesk.storage.files import load

FRAME = 22  # pixels that a window manager takes for the title


@pytest.mark.parametrize(
    ("width", "height", "folded", "least"), [(1366, 768, True, 11.0), (1920, 1080, False, 12.0)]
)
def test_the_smallest_text_of_a_fitted_canvas(
    qtbot: QtBot, settings: Settings, tmp_path: Path, width: int, height: int, folded: bool, least: float
) -> None:
    workspace = load(resource("templates", "inspection-systems.canvasdesk")).workspace
    bench = build_window(Document(workspace, tmp_path), settings)
    qtbot.addWidget(bench.window)
    bench.window.resize(width, height - FRAME)
    bench.window.show()
    bench.window.sides.fold_left(away=folded)
    bench.window.sides.fold_right(away=folded)
    qtbot.waitExposed(bench.window)
    qtbot.waitUntil(lambda: bench.view.width() > width / 2)
    bench.view.fit()
    qtbot.waitUntil(lambda: bench.view.camera.scale * TEXT_FLOOR >= least, timeout=2000)
