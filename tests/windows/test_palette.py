from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from canvasdesk.windows.fuzzy import ranked
from canvasdesk.windows.palette import KEYS, ROWS_MOST, TEXT, Offer, Palette


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def palette(host: QWidget, done: list[str]) -> Palette:
    def offer(text: str, *, enabled: bool = True) -> Offer:
        return Offer(text, lambda: done.append(text), hint="File", keys="Ctrl+X", enabled=enabled)

    known = [offer("Paste", enabled=False), offer("Save"), offer("Save as…"), offer("Swap sides")]

    def offers(query: str) -> Sequence[Offer]:
        return ranked(query, known, lambda each: each.text)

    palette = Palette(host)
    palette.ask("Type a command", offers)
    return palette


def texts(palette: Palette) -> list[str]:
    return [palette.list.topLevelItem(row).text(TEXT) for row in range(palette.list.topLevelItemCount())]


def test_it_opens_with_everything_and_the_focus(palette: Palette) -> None:
    assert texts(palette) == ["Paste", "Save", "Save as…", "Swap sides"]
    assert QApplication.focusWidget() is palette.field
    assert palette.list.topLevelItem(1).text(KEYS) == "Ctrl+X"


def test_letters_and_enter_do_it_and_give_the_focus_back(palette: Palette, done: list[str]) -> None:
    QTest.keyClicks(palette.field, "sws")
    assert texts(palette)[0] == "Swap sides"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert done == ["Swap sides"]
    assert not palette.isVisible()
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert QApplication.focusWidget() is not palette.field


def test_arrows_walk_over_what_is_disabled(palette: Palette, done: list[str]) -> None:
    assert palette.list.currentItem().text(TEXT) == "Save"
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentItem().text(TEXT) == "Save"
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert done == ["Save as…"]


def test_a_click_does_it(palette: Palette, done: list[str], qtbot: QtBot) -> None:
    place = palette.list.visualItemRect(palette.list.topLevelItem(3)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert done == ["Swap sides"]


def test_a_click_on_what_is_disabled_does_nothing(palette: Palette, done: list[str], qtbot: QtBot) -> None:
    place = palette.list.visualItemRect(palette.list.topLevelItem(0)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert done == []
    assert palette.isVisible()


def test_esc_leaves_without_doing_anything(palette: Palette, done: list[str]) -> None:
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert done == []


def test_it_goes_when_somebody_clicks_beside_it(palette: Palette, host: QWidget) -> None:
    host.findChildren(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly)[0].setFocus()
    assert not palette.isVisible()


def test_where_nothing_matches_it_says_so(palette: Palette, done: list[str]) -> None:
    QTest.keyClicks(palette.field, "qqq")
    assert palette.nothing.isVisible()
    assert not palette.list.isVisible()
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert done == []
    assert palette.isVisible()


def test_it_stands_in_the_upper_middle_and_is_as_high_as_its_rows(palette: Palette, host: QWidget) -> None:
    high = palette.height()
    assert abs(palette.geometry().center().x() - host.rect().center().x()) <= 1
    QTest.keyClicks(palette.field, "swap")
    assert palette.height() < high
    host.resize(300, 600)
    assert host.rect().contains(palette.geometry())


def test_too_many_are_cut_and_scroll(host: QWidget) -> None:
    many = Palette(host)
    many.ask("?", lambda _: [Offer(str(number), lambda: None) for number in range(10_000)])
    assert many.list.topLevelItemCount() == ROWS_MOST
    assert many.height() < host.height()


def test_from_right_to_left_the_keys_are_on_the_left(host: QWidget) -> None:
    host.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    palette = Palette(host)
    palette.ask("?", lambda _: [Offer("Save", lambda: None, keys="Ctrl+S")])
    tree = palette.list
    text = tree.visualRect(tree.indexFromItem(tree.topLevelItem(0), TEXT))
    keys = tree.visualRect(tree.indexFromItem(tree.topLevelItem(0), KEYS))
    assert keys.left() < text.left()
    assert tree.viewport().rect().contains(keys.center() + QPoint(0, 0))
