"""Segments, roles and the value map by menu, palette and keyboard, in a whole window."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from canvasdesk.editing.notes import add_notes, edit_notes
from canvasdesk.model.canvas import Role
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment, Market, Priority
from canvasdesk.panels.segments import SegmentsPanel
from canvasdesk.session import commands
from canvasdesk.session.settings import LEFT_FOLDED, Settings
from canvasdesk.windows.pivot import Pivot
from canvasdesk.windows.workbench import Workbench

pytestmark = pytest.mark.usefixtures("still")


@pytest.fixture
def settings(settings: Settings) -> Settings:
    settings.set(LEFT_FOLDED, value=False)
    return settings


def run(bench: Workbench, *ids: str) -> None:
    for each in ids:
        assert bench.bound[each].isEnabled(), each
        bench.bound[each].trigger()


def first(bench: Workbench) -> CustomerSegment:
    return bench.document.workspace.segments[0]


def names(bench: Workbench) -> list[str]:
    return [segment.name for segment in bench.document.workspace.segments]


def key(pressed: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), pressed)


def overview(bench: Workbench) -> SegmentsPanel:
    (panel,) = bench.window.findChildren(SegmentsPanel)
    return panel


# Segments and roles.


def test_turn_market_and_colour_are_set_and_taken_back(bench: Workbench) -> None:
    run(bench, "segment.primary", "segment.market.b2b", "segment.colour.#C8474D")
    assert (first(bench).priority, first(bench).market, first(bench).colour) == (
        Priority.PRIMARY,
        Market.B2B,
        "#C8474D",
    )
    assert bench.bound["segment.priority.primary"].isChecked()
    bench.selection.show_canvas("second")
    run(bench, "segment.primary")
    assert [each.priority for each in bench.document.workspace.segments] == [
        Priority.SECONDARY,
        Priority.PRIMARY,
    ]
    run(bench, "segment.priority.primary", "segment.colour.none")
    assert bench.document.workspace.segments[1].priority is None
    bench.selection.show_canvas("first")
    run(bench, "segment.market.b2b", "segment.colour.none")
    assert (first(bench).market, first(bench).colour) == (None, None)


def test_a_segment_is_moved_duplicated_and_deleted_from_its_canvas_and_from_its_card(
    bench: Workbench,
) -> None:
    run(bench, "segment.down")
    assert names(bench) == ["Bakers", "Makers"]
    run(bench, "segment.duplicate")
    assert names(bench) == ["Bakers", "Makers", "Makers (copy)"]
    assert bench.desk.segment
    assert bench.desk.segment.name == "Makers (copy)"
    bench.selection.show_business_model()
    run(bench, "segment.up", "segment.up")
    assert names(bench) == ["Makers (copy)", "Bakers", "Makers"]
    run(bench, "segment.delete")
    assert names(bench) == ["Bakers", "Makers"]
    assert bench.toast.label.text() == "“Makers (copy)” deleted, with a canvas, 4 notes."
    bench.selection.clear()
    assert not bench.bound["segment.delete"].isEnabled()


def test_rename_asks_in_the_panel_beside_a_canvas_and_on_the_card_of_the_business_model(
    bench: Workbench, qtbot: QtBot
) -> None:
    bench.window.sides.fold_left(away=True)
    run(bench, "segment.rename")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert overview(bench).isAncestorOf(field)
    field.selectAll()
    QTest.keyClicks(field, "Masons")
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(bench)[0] == "Masons")
    bench.selection.show_business_model()
    run(bench, "segment.rename")
    assert bench.view.writing.note_id == first(bench).id
    QTest.keyClicks(QApplication.focusWidget(), " & sons")
    key(Qt.Key.Key_Escape)
    assert names(bench)[0] == "Masons & sons"


def test_on_the_business_model_a_new_segment_is_written_on_its_card(bench: Workbench) -> None:
    bench.selection.show_business_model()
    run(bench, "segment.add")
    QTest.keyClicks(QApplication.focusWidget(), "Brewers")
    key(Qt.Key.Key_Escape)
    assert names(bench) == ["Makers", "Bakers", "Brewers"]
    assert [step.label for step in bench.document.history.done] == ["Add segment"]


def test_name_and_details_of_a_canvas_and_of_a_card(bench: Workbench) -> None:
    for show in (lambda: bench.selection.select(["stop"]), bench.selection.show_business_model):
        show()
        run(bench, "segment.details")
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        assert (field.accessibleName(), field.text()) == ("Name", "Makers")


def test_the_role_of_a_canvas_by_menu(bench: Workbench, qtbot: QtBot) -> None:
    assert not bench.bound["role.veto"].isEnabled()
    run(bench, "role.is.end_user", "role.veto", "role.is.decision_maker")
    who = first(bench).canvases[0].stakeholder
    assert who
    assert (who.role, who.veto) == (Role.DECISION_MAKER, True)
    run(bench, "role.duplicate", "role.up")
    copy, original = first(bench).canvases
    assert (original.id, bench.selection.canvas_id) == ("first", copy.id)
    run(bench, "role.rename")
    QTest.keyClicks(QApplication.focusWidget(), "Ms Meyer")
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Ms Meyer" in str(first(bench).canvases[0].stakeholder))
    run(bench, "role.delete")
    assert bench.toast.label.text() == "“Ms Meyer” deleted, with 4 notes."
    assert [canvas.id for canvas in first(bench).canvases] == ["first"]
    assert not bench.bound["role.delete"].isEnabled()


def test_the_menu_of_a_row_acts_on_that_row(bench: Workbench, qtbot: QtBot) -> None:
    tree = overview(bench).tree
    bakers = tree.findItems("Bakers", Qt.MatchFlag.MatchExactly)[0]
    seen: list[list[str]] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        seen.append([action.objectName() for action in menu.actions()])
        menu.close()

    QTimer.singleShot(0, bench, look)
    place, viewport = tree.visualItemRect(bakers).center(), tree.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.RightButton, pos=place)
    asking = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, asking)
    qtbot.waitUntil(lambda: bool(seen))
    assert {"segment.rename", "segment.delete", "segment.pivot"} <= set(seen[0])
    run(bench, "segment.delete")
    assert names(bench) == ["Makers"]


# The value map.


@pytest.fixture
def pointed(bench: Workbench) -> Pivot:
    """Give the strip after the makers' value map was pointed at the bakers' canvas, by keyboard."""
    answered = edit_notes(bench.document.workspace, {"stop": {"importance": 4}})
    reliever = Note(id="alarm", section=Section.RELIEVERS, text="Alarm before a stop", x=300, y=500)
    needs = [
        Note(id="rise", section=Section.JOBS, text="Bake bread", x=1150, y=300),
        Note(id="ovens", section=Section.PAINS, text="Ovens stop without warning", x=980, y=500),
        Note(id="cold", section=Section.PAINS, text="Cold dough", x=980, y=580),
    ]
    there = add_notes(add_notes(answered, "first", [reliever]), "second", needs)
    bench.document.reset(there)
    commands.link(bench.document, bench.selection, "alarm", "stop", 2)
    run(bench, "segment.pivot")
    QTest.keyClicks(bench.doors.palette.field, "bak")
    key(Qt.Key.Key_Return)
    return bench.doors.pivot


def links(bench: Workbench) -> list[tuple[str, str, int | None]]:
    canvas = bench.document.workspace.canvas_by_id["second"]
    text = {note.id: note.text for note in canvas.notes}

    def told(link: FitLink) -> tuple[str, str, int | None]:
        return text[link.source], text[link.target], link.strength

    return [told(link) for link in canvas.links]


def held(bench: Workbench) -> set[str]:
    notes = bench.document.workspace.note_by_id
    return {notes[each].text for each in bench.selection.ids}


def test_links_are_offered_one_by_one_with_the_keyboard(bench: Workbench, pointed: Pivot) -> None:
    assert bench.selection.canvas_id == "second"
    assert pointed.question.text() == "There “Camera on every line” answered “Keep the lines running” mostly."
    assert held(bench) == {"Camera on every line", "Bake bread"}
    assert pointed.link.hasFocus()
    key(Qt.Key.Key_Return)
    assert links(bench) == [("Camera on every line", "Bake bread", 2)]
    assert pointed.candidates.currentText() == "Ovens stop without warning"
    pointed.candidates.setFocus()
    key(Qt.Key.Key_Down)
    assert held(bench) == {"Alarm before a stop", "Cold dough"}
    key(Qt.Key.Key_Return)
    assert links(bench)[1:] == [("Alarm before a stop", "Cold dough", 2)]
    assert pointed.isHidden()
    assert bench.view.hasFocus()
    assert bench.toast.label.text() == "Every link is gone through: 2 links made."
    assert [step.label for step in bench.document.history.done] == [
        "Link notes",
        "Point value map at segment",
        "Link notes",
        "Link notes",
    ]


def test_a_link_taken_back_is_asked_again_and_one_left_out_is_not(bench: Workbench, pointed: Pivot) -> None:
    QTest.mouseClick(pointed.link, Qt.MouseButton.LeftButton)
    assert "Alarm" in pointed.question.text()
    bench.document.undo()
    assert "Camera" in pointed.question.text()
    QTest.mouseClick(pointed.skip, Qt.MouseButton.LeftButton)
    assert "Alarm" in pointed.question.text()
    QTest.mouseClick(pointed.skip, Qt.MouseButton.LeftButton)
    assert pointed.isHidden()
    assert links(bench) == []


def test_it_ends_with_the_copies_and_waits_while_something_else_is_shown(
    bench: Workbench, pointed: Pivot
) -> None:
    bench.selection.show_business_model()
    assert pointed.isHidden()
    bench.selection.show_canvas("second")
    assert pointed.isVisible()
    bench.document.undo()
    assert pointed.isHidden()
    bench.document.redo()
    assert pointed.isHidden()


def test_another_strength_holds_for_one_link_and_escape_stops(bench: Workbench, pointed: Pivot) -> None:
    pointed.strength._group.button(0).click()
    QTest.mouseClick(pointed.link, Qt.MouseButton.LeftButton)
    assert links(bench) == [("Camera on every line", "Bake bread", 1)]
    pointed.link.setFocus()
    key(Qt.Key.Key_Escape)
    assert pointed.isHidden()
    assert bench.view.hasFocus()
    bench.document.undo()
    assert pointed.isHidden()


def test_what_has_no_answer_there_is_not_offered(bench: Workbench) -> None:
    run(bench, "segment.pivot")
    QTest.keyClicks(bench.doors.palette.field, "bak")
    key(Qt.Key.Key_Return)
    assert bench.doors.pivot.isHidden()
    assert bench.selection.canvas_id == "second"
    assert bench.toast.label.text() == "The value map stands here now. No link could be offered."
