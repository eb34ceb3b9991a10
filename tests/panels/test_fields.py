"""Fields of the forms, and the page they are on."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QDateEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from canvasdesk.layout.style import LIGHT
from canvasdesk.panels.fields import MOST_LINES, DateField, LineField, NumberField, PickField, TextField
from canvasdesk.panels.forms import MARGIN, heading, page
from canvasdesk.windows.theme import style_sheet


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    host = QWidget()
    host.setStyleSheet(style_sheet(LIGHT))
    QVBoxLayout(host)
    host.resize(260, 300)
    qtbot.addWidget(host)
    return host


@pytest.mark.parametrize("lines", range(1, MOST_LINES + 1))
def test_a_text_has_room_for_its_lines(qtbot: QtBot, host: QWidget, lines: int) -> None:
    field = TextField()
    layout = host.layout()
    assert layout is not None
    layout.addWidget(field)
    host.show()
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


def test_a_page_ends_with_its_last_line(qtbot: QtBot) -> None:
    area, column = page()
    for number in range(10):
        column.addWidget(heading(f"A heading of several words, number {number}"))
    qtbot.addWidget(area)
    area.resize(400, 100)
    area.show()
    last = column.itemAt(column.count() - 1)
    inner = area.widget()
    assert last is not None
    assert inner is not None
    qtbot.waitUntil(lambda: inner.height() == last.geometry().bottom() + 1 + MARGIN)


def test_tab_leaves_a_date_and_the_arrows_begin_with_today(qtbot: QtBot, host: QWidget) -> None:
    field, after = DateField(), LineField()
    layout = host.layout()
    assert layout is not None
    layout.addWidget(field)
    layout.addWidget(after)
    with qtbot.waitActive(host):
        host.show()
    field.put(None)
    field.setFocus()
    day = field.findChild(QDateEdit)
    assert day is not None
    for _ in range(2):  # the day, and the button that takes it away
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert after.hasFocus()
    with qtbot.waitSignal(field.edited) as told:
        qtbot.keyClick(day, Qt.Key.Key_Up)
    assert told.args == [datetime.now().astimezone().date()]


def test_the_wheel_takes_the_keyboard_to_no_field(qapp: object) -> None:
    fields: list[QWidget] = [PickField([]), NumberField(9), DateField()]
    parts = [part for field in fields for part in (field, *field.findChildren(QAbstractSpinBox))]
    assert [part for part in parts if part.focusPolicy() is Qt.FocusPolicy.WheelFocus] == []
