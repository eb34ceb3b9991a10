"""The business model in small: a live picture that leads out to it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from canvasdesk.editing.business import add_entries
from canvasdesk.layout.style import DARK, LIGHT
from canvasdesk.model.business import Block, Entry
from canvasdesk.model.sections import Section
from canvasdesk.model.workspace import Workspace
from canvasdesk.panels.thumbnail import Thumbnail
from canvasdesk.session import commands
from canvasdesk.session.around import swap_sides
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection


@pytest.fixture
def thumbnail(qtbot: QtBot, document: Document, selection: Selection) -> Thumbnail:
    thumbnail = Thumbnail(document, selection, LIGHT)
    qtbot.addWidget(thumbnail)
    thumbnail.resize(240, thumbnail.heightForWidth(240))
    with qtbot.waitActive(thumbnail):
        thumbnail.show()
    thumbnail.setFocus()
    thumbnail.grab()
    return thumbnail


def test_a_click_or_a_key_zooms_out(thumbnail: Thumbnail, selection: Selection) -> None:
    assert thumbnail.accessibleName() == "Zoom out to the business model"
    canvas_id = selection.canvas_id or ""
    for key in (None, Qt.Key.Key_Return, Qt.Key.Key_Space):
        assert not thumbnail.isChecked()
        if key is None:
            QTest.mouseClick(thumbnail, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(thumbnail, key)
        assert selection.canvas_id is None
        assert thumbnail.isChecked()
        QTest.mouseClick(thumbnail, Qt.MouseButton.LeftButton)
        assert thumbnail.isChecked()
        selection.show_canvas(canvas_id)


def test_the_picture_follows_every_change_of_the_model_and_nothing_else(
    thumbnail: Thumbnail, document: Document, selection: Selection
) -> None:
    seen = [thumbnail._picture]

    def drawn_anew() -> bool:
        thumbnail.grab()
        seen.append(thumbnail._picture)
        return seen[-1] is not seen[-2]

    assert not drawn_anew()
    entry = Entry(block=Block.COSTS, text="Rent", x=200, y=0)
    document.commit("Add", add_entries(document.workspace, [entry]))
    assert drawn_anew()
    assert seen[-1] != seen[-2]
    swap_sides(document)
    assert drawn_anew()
    commands.add_note(document, selection, Section.PAINS, "Scrap")
    document.undo()
    document.undo()
    document.undo()
    assert drawn_anew()
    assert seen[-1] == seen[0]
    assert not drawn_anew()


def test_an_empty_model_is_drawn_anew_when_its_sides_are_swapped(
    thumbnail: Thumbnail, document: Document
) -> None:
    document.reset(Workspace())
    thumbnail.grab()
    before = thumbnail._picture
    swap_sides(document)
    thumbnail.grab()
    assert thumbnail._picture != before


def test_another_theme_is_another_picture(thumbnail: Thumbnail) -> None:
    light = thumbnail._picture
    thumbnail.use(DARK)
    thumbnail.grab()
    assert thumbnail._picture != light
