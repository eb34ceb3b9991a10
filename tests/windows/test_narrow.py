"""Little room: a small screen, or one on which everything is twice as large."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from canvasdesk.app.start import build_window
from canvasdesk.layout.style import LIGHT
from canvasdesk.session.document import Document
from canvasdesk.session.settings import Settings
from canvasdesk.windows.actions.table import table
from canvasdesk.windows.chooser import Chooser
from canvasdesk.windows.menu_titles import titles
from canvasdesk.windows.shortcuts import ShortcutSheet, rows
from canvasdesk.windows.tile import Tile
from canvasdesk.windows.timer_chip import TimerChip

WORDS, NO_WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly


def test_a_narrow_tool_bar_leaves_the_words_out_rather_than_cut_them(
    qtbot: QtBot, document: Document, settings: Settings
) -> None:
    bench = build_window(document, settings)
    bar = bench.window.tool_bar
    qtbot.addWidget(bench.window)
    bench.window.resize(1366, 700)
    with qtbot.waitSignal(bench.furnished):
        bench.window.show()

    def style_of(action: str) -> Qt.ToolButtonStyle:
        button = bar.widgetForAction(bench.bound[action])
        assert isinstance(button, QToolButton)
        assert button.width() >= button.sizeHint().width()
        return button.toolButtonStyle()

    qtbot.waitUntil(lambda: style_of("tool.note") is WORDS)
    assert style_of("view.left") is NO_WORDS
    bench.window.resize(860, 700)
    qtbot.waitUntil(lambda: style_of("tool.note") is NO_WORDS)
    bench.window.resize(1366, 700)
    qtbot.waitUntil(lambda: style_of("tool.note") is WORDS)
    assert style_of("view.left") is NO_WORDS


def scrolled(chooser: Chooser) -> QScrollArea:
    area = chooser.findChild(QScrollArea)
    assert area is not None
    return area


@pytest.fixture
def chooser(host: QWidget, settings: Settings) -> Chooser:
    host.resize(700, 380)
    chooser = Chooser(host, settings, LIGHT)
    chooser.ask()
    return chooser


def test_the_chooser_is_scrolled_rather_than_squeezed(qtbot: QtBot, chooser: Chooser) -> None:
    tiles = chooser.findChildren(Tile)
    assert len(tiles) >= 5
    for tile in tiles:
        parts = [
            tile.rect().intersected(label.geometry())
            for label in tile.findChildren(QLabel)
            if label.isVisible()
        ]
        assert [part for part in parts if part.isEmpty()] == []
        assert [pair for pair in combinations(parts, 2) if pair[0].intersects(pair[1])] == []

    area = scrolled(chooser)
    tiles[-1].setFocus(Qt.FocusReason.TabFocusReason)
    area.ensureWidgetVisible(tiles[-1])
    shown = QRect(tiles[-1].mapTo(area.viewport(), QPoint()), tiles[-1].size())
    assert area.viewport().rect().contains(shown)


def test_where_the_arrows_lead_is_scrolled_into_sight(qtbot: QtBot, chooser: Chooser) -> None:
    area = scrolled(chooser)
    seen = area.viewport().rect()
    for key in (*[Qt.Key.Key_Down] * 4, Qt.Key.Key_Right):
        QTest.keyClick(QApplication.focusWidget(), key)
    held = QApplication.focusWidget()
    assert held.accessibleName() == "Tool fleet for builders"
    qtbot.waitUntil(lambda: seen.contains(QRect(held.mapTo(area.viewport(), QPoint()), held.size())))


@pytest.mark.parametrize("width", [1024, 1366])
def test_a_chooser_with_room_shows_everything_at_once(
    qtbot: QtBot, host: QWidget, settings: Settings, width: int
) -> None:
    host.resize(width, 640)
    chooser = Chooser(host, settings, LIGHT)
    chooser.ask()
    area = scrolled(chooser)
    bars = (area.horizontalScrollBar(), area.verticalScrollBar())
    qtbot.waitUntil(lambda: not any(bar.isVisible() or bar.maximum() for bar in bars))


def test_the_shortcut_sheet_is_no_larger_than_the_window(host: QWidget) -> None:
    host.resize(683, 384)
    sheet = ShortcutSheet(host, rows(table(), titles()))
    assert sheet.size() == QSize(683, 384)
    host.resize(2000, 1000)
    assert ShortcutSheet(host, rows(table(), titles())).size() == QSize(1080, 660)


def test_the_timer_is_seen_where_everything_is_twice_as_large(
    qtbot: QtBot, document: Document, settings: Settings
) -> None:
    bench = build_window(document, settings)
    bar = bench.window.tool_bar
    qtbot.addWidget(bench.window)
    bench.window.resize(560, 360)
    with qtbot.waitSignal(bench.furnished):
        bench.window.show()
    bench.bound["timer.start.15"].trigger()
    (chip,) = bench.window.findChildren(TimerChip)
    qtbot.waitUntil(lambda: chip.face.isVisible() and bench.command.isVisible())
    last = bar.widgetForAction(bench.bound["view.right"])
    assert last.isVisible()
    assert last.geometry().right() < bar.width()
    assert bench.command.accessibleName() == "Find a note or run a command"
    qtbot.waitUntil(lambda: bench.command.text().endswith("…"))
    bench.window.resize(1366, 700)
    qtbot.waitUntil(lambda: bench.command.text().endswith("Ctrl+K"))
    qtbot.waitUntil(chip.more.isVisible)
