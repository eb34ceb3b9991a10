from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from canvasdesk.layout.style import DARK, LIGHT
from canvasdesk.session.recent import remember
from canvasdesk.session.settings import Settings
from canvasdesk.storage.templates import started, templates
from canvasdesk.windows.chooser import Chooser, Tile, preview
from canvasdesk.windows.guide import Order


@pytest.fixture
def chosen() -> list[object]:
    return []


@pytest.fixture
def choose(host: QWidget, settings: Settings, chosen: list[object]) -> Callable[[], Chooser]:
    def choose() -> Chooser:
        chooser = Chooser(host, settings, LIGHT)
        chooser.blank.connect(lambda: chosen.append("blank"))
        chooser.browse.connect(lambda: chosen.append("browse"))
        for signal in (chooser.guided, chooser.example, chooser.recent):
            signal.connect(chosen.append)
        chooser.ask()
        return chooser

    return choose


def tile(chooser: Chooser, name: str) -> QPushButton:
    return next(
        each for each in chooser.findChildren(QPushButton) if name in (each.accessibleName(), each.text())
    )


def test_the_keyboard_starts_on_blank_and_enter_takes_it(
    choose: Callable[[], Chooser], chosen: list[object]
) -> None:
    chooser = choose()
    first = QApplication.focusWidget()
    assert isinstance(first, Tile)
    assert first.accessibleName() == "Blank canvas"
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert chosen == ["blank"]
    assert not chooser.isVisible()


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
        "Guided: customer first",
        "Guided: offer first",
        "Inspection systems",
        "plan & co",
        "&Open a file…",
    ):
        qtbot.mouseClick(tile(choose(), name), Qt.MouseButton.LeftButton)
    assert chosen == [
        Order.CUSTOMER_FIRST,
        Order.OFFER_FIRST,
        templates()["inspection-systems"],
        path,
        "browse",
    ]
    assert not [each for each in choose().findChildren(QPushButton) if each.accessibleName() == "gone"]


def test_tab_reaches_every_choice(choose: Callable[[], Chooser]) -> None:
    chooser = choose()
    reached = set()
    for _ in chooser.findChildren(QPushButton):
        reached.add(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert reached >= set(chooser.findChildren(QPushButton))


def test_examples_show_what_they_look_like(choose: Callable[[], Chooser], qtbot: QtBot) -> None:
    chooser = choose()

    def pictures() -> list[QLabel]:
        return [each for each in chooser.findChildren(QLabel) if not each.pixmap().isNull()]

    qtbot.waitUntil(lambda: len(pictures()) == len(templates()) - 1)


def test_a_preview_is_drawn_in_the_theme_and_as_sharp_as_the_screen(qapp: QApplication) -> None:
    workspace = started(templates()["inspection-systems"])
    picture = preview(workspace, DARK, QSize(200, 100), 2.0)
    assert (picture.width(), picture.height(), picture.devicePixelRatio()) == (400, 200, 2.0)
    image = picture.toImage()
    assert image.pixelColor(1, 1).name().upper() == DARK.board
    colours = {image.pixel(x, y) for x in range(0, 400, 4) for y in range(0, 200, 4)}
    assert len(colours) > 20
