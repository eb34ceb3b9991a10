from functools import partial

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from canvasdesk.panels.text_button import TextButton

LONG = "Unplanned downtime from quality failures is what everybody talks about"


def has_room(button: TextButton) -> bool:
    label = button.findChild(QLabel)
    assert label is not None
    fits = label.height() == label.heightForWidth(label.width())
    return fits and button.rect().contains(label.geometry())


def test_a_sentence_has_room_whatever_the_width(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    buttons = [TextButton("sentence") for _ in range(2)]
    for button in buttons:
        column.addWidget(button)
    column.addStretch()
    buttons[0].say(LONG)
    qtbot.addWidget(page)
    page.resize(240, 400)
    page.show()
    buttons[1].say(LONG)
    for width in (240, 120, 300, 170):
        page.resize(width, 400)
        for button in buttons:
            qtbot.waitUntil(partial(has_room, button))
    heights = {button.height() for button in buttons}
    assert len(heights) == 1
