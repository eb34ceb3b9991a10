import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from canvasdesk.windows.actions.table import table
from canvasdesk.windows.menu_titles import titles
from canvasdesk.windows.shortcuts import ShortcutSheet, rows

TABLE = table()


@pytest.fixture
def sheet(host: QWidget) -> ShortcutSheet:
    sheet = ShortcutSheet(host, rows(TABLE, titles()))
    sheet.show()
    return sheet


def shown(sheet: ShortcutSheet) -> set[str]:
    return {label.text() for label in sheet.findChildren(QLabel) if label.isVisible()}


def test_every_action_with_keys_is_there_once_under_its_menu() -> None:
    groups = dict(rows(TABLE, titles()))
    named = [(title, name) for title, entries in groups.items() for name, _ in entries]
    full = {row.full_name for row in TABLE if row.keys}
    assert len(named) == len(set(named)) == len(full)
    assert all(full & {name, f"{title}: {name}"} for title, name in named)
    assert ("Select", "V") in groups["Tool"]
    assert ("Undo", "Ctrl+Z") in groups["Edit"]
    assert ("New pain", "P") in groups["New note"]


def test_the_sheet_shows_them_all(sheet: ShortcutSheet) -> None:
    assert {name for _, entries in rows(TABLE, titles()) for name, _ in entries} <= shown(sheet)


def test_words_and_keys_narrow_it_down_with_their_menus(sheet: ShortcutSheet) -> None:
    QTest.keyClicks(sheet.field, "zoom in")
    assert shown(sheet) >= {"View", "Zoom in", "Ctrl++ or Ctrl+="}
    sheet.field.clear()
    QTest.keyClicks(sheet.field, "ctrl+shift+v")
    assert shown(sheet) == {"Edit", "Paste as one note", "Ctrl+Shift+V"}
    sheet.field.clear()
    assert {"File", "Help"} <= shown(sheet)
