import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from canvasdesk.layout.style import LIGHT
from canvasdesk.panels.fields import MOST_LINES, LineField, TextField
from canvasdesk.windows.theme import style_sheet


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    page.setStyleSheet(style_sheet(LIGHT))
    QVBoxLayout(page)
    page.resize(260, 300)
    qtbot.addWidget(page)
    return page


@pytest.mark.parametrize("lines", range(1, MOST_LINES + 1))
def test_a_text_has_room_for_its_lines(qtbot: QtBot, page: QWidget, lines: int) -> None:
    field = TextField()
    layout = page.layout()
    assert layout is not None
    layout.addWidget(field)
    page.show()
    field.put("\n".join("abc" for _ in range(lines)))
    qtbot.waitUntil(lambda: field.verticalScrollBar().maximum() == 0)
    high = field.height()
    field.put("")
    assert (field.height() < high) is (lines > 2)


def test_a_line_that_is_too_long_is_shown_from_its_beginning(qtbot: QtBot) -> None:
    field = LineField()
    qtbot.addWidget(field)
    field.put("Quality " * 20)
    assert field.cursorPosition() == 0
