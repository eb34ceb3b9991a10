"""A workspace without customer segments says what to do next."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from canvasdesk.app.start import build_window
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.session.settings import Settings


def test_a_segment_can_be_added_from_the_empty_board(
    qtbot: QtBot, settings: Settings, tmp_path: Path
) -> None:
    document = Document(Workspace(), tmp_path)
    bench = build_window(document, settings)
    qtbot.addWidget(bench.window)
    bench.window.may_close = lambda: True
    with qtbot.waitSignal(bench.furnished):
        bench.window.show()
    assert bench.empty.isVisible()
    (add,) = bench.empty.findChildren(QPushButton)
    qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    assert len(document.workspace.segments) == 1
    assert not bench.empty.isVisible()
    document.undo()
    assert bench.empty.isVisible()
