from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from canvasdesk.layout.style import LIGHT
from canvasdesk.model.business import Purpose
from canvasdesk.session.recent import remember
from canvasdesk.session.settings import Settings
from canvasdesk.storage.templates import templates
from canvasdesk.windows.chooser import Chooser
from canvasdesk.windows.steps import Order
from canvasdesk.windows.tile import Tile


@pytest.fixture
def chosen() -> list[object]:
    return []


@pytest.fixture
def choose(host: QWidget, settings: Settings, chosen: list[object]) -> Callable[[], Chooser]:
    def choose() -> Chooser:
        chooser = Chooser(host, settings, LIGHT)
        chooser.blank.connect(lambda: chosen.append("blank"))
        chooser.browse.connect(lambda: chosen.append("browse"))
        chooser.guided.connect(lambda purpose, order: chosen.append((purpose, order)))
        for signal in (chooser.example, chooser.recent):
            signal.connect(chosen.append)
        chooser.ask()
        return chooser

    return choose


TITLES = {
    Purpose.NEW_IDEA: "The idea is still open",
    Purpose.REDESIGN: "Redesign a business",
    Purpose.PORTFOLIO: "Sort out a portfolio",
    Purpose.IMPROVE_PROPOSITION: "Improve a proposition",
    Purpose.NEW_SEGMENT: "Reach a new segment",
    Purpose.AFTER_RESEARCH: "Make sense of research",
}


def named(chooser: Chooser, name: str) -> QAbstractButton:
    return next(
        each for each in chooser.findChildren(QAbstractButton) if name in (each.accessibleName(), each.text())
    )


def press(*keys: Qt.Key) -> None:
    """Press keys where the focus is."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def focused() -> str:
    held = QApplication.focusWidget()
    return held.accessibleName() or held.text() if isinstance(held, QAbstractButton) else ""


def test_the_keyboard_starts_on_the_first_purpose_and_enter_takes_it(
    choose: Callable[[], Chooser], chosen: list[object]
) -> None:
    chooser = choose()
    assert focused() == TITLES[Purpose.NEW_IDEA]
    press(Qt.Key.Key_Return)
    assert chosen == [(Purpose.NEW_IDEA, Order.CUSTOMER_FIRST)]
    assert not chooser.isVisible()


def test_the_arrows_go_to_what_lies_in_their_direction(
    choose: Callable[[], Chooser], chosen: list[object]
) -> None:
    choose()
    press(Qt.Key.Key_Down)
    assert focused() == TITLES[Purpose.REDESIGN]
    press(Qt.Key.Key_Right)
    assert focused() == TITLES[Purpose.NEW_SEGMENT]
    press(Qt.Key.Key_Up, Qt.Key.Key_Right)
    assert focused() == "Blank canvas"
    press(Qt.Key.Key_Return)
    assert chosen == ["blank"]


@pytest.mark.parametrize("purpose", Purpose)
def test_each_purpose_is_one_click_away(
    choose: Callable[[], Chooser], chosen: list[object], qtbot: QtBot, purpose: Purpose
) -> None:
    qtbot.mouseClick(named(choose(), TITLES[purpose]), Qt.MouseButton.LeftButton)
    assert chosen == [(purpose, Order.CUSTOMER_FIRST)]


def test_the_half_that_comes_first_goes_along(choose: Callable[[], Chooser], chosen: list[object]) -> None:
    choose()
    press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert focused() == "Customer first"
    press(Qt.Key.Key_Right)
    assert focused() == "Offer first"
    press(Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert chosen == [(Purpose.IMPROVE_PROPOSITION, Order.OFFER_FIRST)]


def test_esc_leaves_what_is_behind(
    choose: Callable[[], Chooser], chosen: list[object], host: QWidget
) -> None:
    chooser = choose()
    assert chooser.geometry() == host.rect()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not chooser.isVisible()
    assert chosen == []


def test_each_way_to_start(
    choose: Callable[[], Chooser], chosen: list[object], qtbot: QtBot, tmp_path: Path, settings: Settings
) -> None:
    path = tmp_path / "plan & co.canvasdesk"
    path.touch()
    remember(settings, tmp_path / "gone.canvasdesk")
    remember(settings, path)
    for name in (
        "Blank canvas",
        "Inspection systems",
        "plan & co",
        "&Open a file…",
    ):
        qtbot.mouseClick(named(choose(), name), Qt.MouseButton.LeftButton)
    assert chosen == [
        "blank",
        templates()["inspection-systems"],
        path,
        "browse",
    ]
    assert not [each for each in choose().findChildren(Tile) if each.accessibleName() == "gone"]


def test_tab_reaches_every_choice(choose: Callable[[], Chooser]) -> None:
    wanted = set(choose().findChildren(QPushButton))
    reached = set()
    for _ in range(len(wanted) + 1):  # the two halves are one stop
        reached.add(QApplication.focusWidget())
        press(Qt.Key.Key_Tab)
    assert reached >= wanted


def test_examples_show_what_they_look_like(choose: Callable[[], Chooser], qtbot: QtBot) -> None:
    chooser = choose()

    def pictures() -> list[QLabel]:
        return [each for each in chooser.findChildren(QLabel) if not each.pixmap().isNull()]

    qtbot.waitUntil(lambda: len(pictures()) == len(templates()) - 1)
