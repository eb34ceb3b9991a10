import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from canvasdesk.editing.notes import rank
from canvasdesk.session.document import Document
from canvasdesk.windows.history_list import HistoryList


@pytest.fixture
def history(host: QWidget, document: Document) -> HistoryList:
    for number in (1, 2, 3):
        document.commit(f"Rank {number}", rank(document.workspace, ["stop"], number))
    history = HistoryList(host, host, document)
    history.ask()
    return history


def texts(history: HistoryList) -> list[str]:
    return [history.list.item(row).text() for row in range(history.list.count())]


def importance(document: Document) -> int | None:
    note = document.workspace.note("stop")
    assert note
    return note.importance


def test_every_step_in_words_with_the_present_one_chosen(history: HistoryList, document: Document) -> None:
    assert texts(history) == ["The beginning", "Rank 1", "Rank 2", "Rank 3"]
    assert history.list.currentRow() == 3
    document.undo()
    assert texts(history)[3] == "Rank 3 (undone)"
    assert history.list.currentRow() == 2


def test_a_click_goes_to_that_step_and_back(history: HistoryList, document: Document, qtbot: QtBot) -> None:
    def click(row: int) -> None:
        place = history.list.visualItemRect(history.list.item(row)).center()
        qtbot.mouseClick(history.list.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click(1)
    assert importance(document) == 1
    click(0)
    assert importance(document) is None
    click(3)
    assert importance(document) == 3
    assert len(document.history.done) == 3


def test_the_keyboard_goes_there_too(history: HistoryList, document: Document) -> None:
    QTest.keyClick(history.list, Qt.Key.Key_Up)
    assert importance(document) == 3, "walking alone changes nothing"
    QTest.keyClick(history.list, Qt.Key.Key_Return)
    assert importance(document) == 2
    QTest.keyClick(history.list, Qt.Key.Key_Escape)
    assert not history.isVisible()
