"""The segments panel, worked with a real mouse and real keys; it shows what the document holds."""

import gc
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from canvasdesk.editing.segments import edit_segment
from canvasdesk.layout.style import DARK, LIGHT
from canvasdesk.model.canvas import Role, Stakeholder, ValuePropositionCanvas
from canvasdesk.model.fit import deal_fit, fit
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.panels.segment_row import ROW, Row, has_roles, role_row, segment_row
from canvasdesk.panels.segment_tree import ID
from canvasdesk.panels.segments import SegmentsPanel
from canvasdesk.session import commands, roles, segments
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from tests.strategies import workspaces

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
SEGMENTS = ["Industrial manufacturers", "Food processors", "Contract labs"]
ROLES = ["Plant manager", "Quality director", "Purchasing"]


@pytest.fixture
def panel(qtbot: QtBot, document: Document, selection: Selection) -> SegmentsPanel:
    panel = SegmentsPanel(document, selection, LIGHT)
    qtbot.addWidget(panel)
    panel.resize(264, 900)
    with qtbot.waitActive(panel):
        panel.show()
    panel.tree.setFocus()
    return panel


def rows(panel: SegmentsPanel) -> list[tuple[str, list[str]]]:
    """Give the names of the segments, each with its roles, as the tree shows them."""
    tops = panel.tree.below(None)
    return [(top.text(0), [each.text(0) for each in panel.tree.below(top)]) for top in tops]


def item(panel: SegmentsPanel, name: str) -> QTreeWidgetItem:
    (found,) = panel.tree.findItems(name, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    return found


def told(panel: SegmentsPanel, name: str) -> Row:
    row = item(panel, name).data(0, ROW)
    assert isinstance(row, Row)
    return row


def current(panel: SegmentsPanel) -> str | None:
    there = panel.tree.currentItem()
    return there.text(0) if there else None


def middle(panel: SegmentsPanel, name: str) -> QPoint:
    return panel.tree.visualItemRect(item(panel, name)).center()


def click(panel: SegmentsPanel, name: str) -> None:
    QTest.mouseClick(panel.tree.viewport(), LEFT, pos=middle(panel, name))


def drag(panel: SegmentsPanel, name: str, places: Sequence[QPoint], *, drop: bool = True) -> None:
    """Press a row and take it through places, and let it go at the last."""
    viewport = panel.tree.viewport()
    QTest.mousePress(viewport, LEFT, pos=middle(panel, name))
    for place in places:
        QTest.mouseMove(viewport, place)
    if drop:
        QTest.mouseRelease(viewport, LEFT, pos=places[-1])


def editor(panel: SegmentsPanel) -> QLineEdit:
    found = panel.tree.findChild(QLineEdit)
    assert found is not None
    return found


def write(qtbot: QtBot, panel: SegmentsPanel, name: str) -> None:
    field = editor(panel)
    field.selectAll()
    qtbot.keyClicks(field, name)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.tree.findChild(QLineEdit) is None)


# What it shows.


def test_segments_and_their_roles_with_their_fits(panel: SegmentsPanel) -> None:
    assert rows(panel) == [(SEGMENTS[0], ROLES), (SEGMENTS[1], ["Quality lead"]), (SEGMENTS[2], [])]
    makers, director = told(panel, SEGMENTS[0]), told(panel, "Quality director")
    assert makers.facts == ("3 roles", "deal fit 56 %")
    assert (makers.primary, makers.opens, director.veto) == (True, True, True)
    assert director.facts == ("Decision maker", "veto", "Partial fit")
    assert told(panel, SEGMENTS[1]).facts == ("1 role", "Strong fit")
    assert told(panel, SEGMENTS[2]).facts == ("Not mapped yet",)


def test_a_screen_reader_and_the_tip_are_told_everything(panel: SegmentsPanel, document: Document) -> None:
    first = document.workspace.segments[0].id
    document.commit("Name", edit_segment(document.workspace, first, name="Makers <i>of</i> parts"))
    makers = item(panel, "Makers <i>of</i> parts")
    said = "Primary, B2B, 3 roles, 67 %, Good fit, deal fit 56 %"
    assert makers.data(0, Qt.ItemDataRole.AccessibleDescriptionRole) == said
    assert makers.toolTip(0) == f"<p>Makers &lt;i&gt;of&lt;/i&gt; parts<br>{said}</p>"
    director = item(panel, "Quality director").data(0, Qt.ItemDataRole.AccessibleDescriptionRole)
    assert director == "Decision maker, can stop the sale, 56 %, Partial fit"


def test_a_change_tells_only_the_rows_it_is_about(
    panel: SegmentsPanel, document: Document, selection: Selection
) -> None:
    before = {name: told(panel, name) for name in (*SEGMENTS, *ROLES)}
    canvas = document.workspace.canvas_by_id[selection.canvas_id or ""]
    commands.edit_links(document, [canvas.links[0].id], strength=1)
    now = {name: told(panel, name) for name in before}
    assert {name for name in before if now[name] is not before[name]} == {SEGMENTS[0], "Plant manager"}
    assert now["Plant manager"].share != before["Plant manager"].share
    document.undo()
    assert {name: told(panel, name) for name in before} == before


def test_what_nobody_sees_catches_up_when_it_is_shown(panel: SegmentsPanel, document: Document) -> None:
    panel.hide()
    last = document.workspace.segments[2].id
    document.commit("Name", edit_segment(document.workspace, last, name="Laboratories"))
    assert rows(panel)[2][0] == "Contract labs"
    panel.show()
    assert rows(panel)[2][0] == "Laboratories"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.lists(st.one_of(workspaces(max_segments=4), st.just("undo"), st.just("redo")), max_size=6))
def test_after_any_change_it_shows_the_workspace(
    panel: SegmentsPanel, document: Document, values: list[Workspace | str]
) -> None:
    for value in values:
        if isinstance(value, Workspace):
            document.commit("Another", value)
        elif value == "undo":
            document.undo()
        else:
            document.redo()
        there = document.workspace
        tops = panel.tree.below(None)
        assert [top.data(0, ID) for top in tops] == list(there.segment_by_id)
        for top, segment in zip(tops, there.segments, strict=True):
            deal = deal_fit(segment, there.levels) if len(segment.canvases) > 1 else None
            figures = [fit(canvas, there.levels) for canvas in segment.canvases]
            assert top.data(0, ROW) == segment_row(segment, figures[0], deal[1] if deal else None)
            shown = segment.canvases if has_roles(segment) else ()
            assert [each.data(0, ID) for each in panel.tree.below(top)] == [canvas.id for canvas in shown]
            for child, canvas, its in zip(panel.tree.below(top), shown, figures, strict=False):
                assert child.data(0, ROW) == role_row(canvas, its)


def test_names_of_one_letter_of_eighty_and_from_right_to_left_are_painted(
    panel: SegmentsPanel, document: Document
) -> None:
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        panel.setLayoutDirection(direction)
        for theme in (LIGHT, DARK):
            panel.use(theme)
            for name in ("A", "Makers " * 11, "مصنّعو الآلات", ""):
                first = document.workspace.segments[0].id
                document.commit("Name", edit_segment(document.workspace, first, name=name))
                assert not panel.grab().isNull()


# Going to a row.


def test_clicking_and_arrows_show_a_canvas(panel: SegmentsPanel, selection: Selection) -> None:
    click(panel, "Purchasing")
    assert selection.canvas_id == item(panel, "Purchasing").data(0, ID)
    seen = [current(panel)]
    for _ in range(2):
        QTest.keyClick(panel.tree, Qt.Key.Key_Down)
        seen.append(current(panel))
    assert seen == ["Purchasing", SEGMENTS[1], "Quality lead"]
    for _ in range(6):
        QTest.keyClick(panel.tree, Qt.Key.Key_Up)
        seen.append(current(panel))
    assert seen[3:] == [SEGMENTS[1], *ROLES[::-1], SEGMENTS[0], SEGMENTS[0]]


def test_it_follows_to_what_is_shown_elsewhere(
    panel: SegmentsPanel, document: Document, selection: Selection
) -> None:
    canvases = list(document.workspace.canvas_by_id)
    selection.show_canvas(canvases[1])
    assert current(panel) == "Quality director"
    item(panel, SEGMENTS[0]).setExpanded(False)
    selection.show_canvas(canvases[2])
    assert current(panel) == SEGMENTS[0]
    selection.show_canvas(canvases[4])
    assert current(panel) == "Contract labs"


def test_on_the_business_model_the_selected_card_is_the_current_row(
    panel: SegmentsPanel, document: Document, selection: Selection
) -> None:
    selection.show_business_model()
    assert current(panel) == SEGMENTS[0]
    selection.select([document.workspace.segments[1].id])
    assert current(panel) == SEGMENTS[1]
    selection.clear()
    assert current(panel) is None
    selection.select([document.workspace.segments[1].id])
    click(panel, SEGMENTS[1])
    assert selection.canvas_id == document.workspace.segments[1].canvases[0].id


def test_enter_dives_from_the_business_model(panel: SegmentsPanel, selection: Selection) -> None:
    selection.show_business_model()
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    assert selection.canvas_id is not None


def test_a_segment_opens_and_closes_at_its_arrow_without_being_shown(
    panel: SegmentsPanel, selection: Selection
) -> None:
    shown = selection.canvas_id
    rect = panel.tree.visualItemRect(item(panel, SEGMENTS[1]))
    arrow = QPoint(rect.right() - 12, rect.top() + 14)
    QTest.mouseClick(panel.tree.viewport(), LEFT, pos=arrow)
    assert not item(panel, SEGMENTS[1]).isExpanded()
    QTest.mouseClick(panel.tree.viewport(), LEFT, pos=arrow)
    assert item(panel, SEGMENTS[1]).isExpanded()
    assert selection.canvas_id == shown


# Names.


def test_a_segment_is_added_and_named_in_one_step(
    qtbot: QtBot, panel: SegmentsPanel, document: Document, selection: Selection
) -> None:
    before = document.workspace
    (add,) = panel.findChildren(QToolButton)
    qtbot.mouseClick(add, LEFT)
    write(qtbot, panel, "Hospitals")
    segment = document.workspace.segments[-1]
    assert (segment.name, selection.canvas_id) == ("Hospitals", segment.canvases[0].id)
    document.undo()
    assert document.workspace is before


def test_insert_on_the_business_model_adds_a_card(
    qtbot: QtBot, panel: SegmentsPanel, document: Document, selection: Selection
) -> None:
    selection.show_business_model()
    QTest.keyClick(panel.tree, Qt.Key.Key_Insert)
    write(qtbot, panel, "Hospitals")
    segment = document.workspace.segments[-1]
    assert (segment.name, selection.canvas_id, selection.ids) == ("Hospitals", None, {segment.id})


def test_a_later_name_of_an_added_segment_is_a_step_of_its_own(
    qtbot: QtBot, panel: SegmentsPanel, document: Document
) -> None:
    QTest.keyClick(panel.tree, Qt.Key.Key_Insert)
    qtbot.keyClick(editor(panel), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: panel.tree.findChild(QLineEdit) is None)
    QTest.keyClick(panel.tree, Qt.Key.Key_F2)
    write(qtbot, panel, "Hospitals")
    assert [step.label for step in document.history.done] == ["Add segment", "Rename segment"]


def test_f2_names_segments_and_stakeholders(qtbot: QtBot, panel: SegmentsPanel, document: Document) -> None:
    for name, other in ((SEGMENTS[0], "Makers"), ("Purchasing", "Ms Meyer")):
        click(panel, name)
        QTest.keyClick(panel.tree, Qt.Key.Key_F2)
        write(qtbot, panel, other)
    makers = document.workspace.segments[0]
    stakeholder = makers.canvases[2].stakeholder
    assert stakeholder
    assert (makers.name, stakeholder.name) == ("Makers", "Ms Meyer")
    assert [step.label for step in document.history.done] == ["Rename segment", "Change role"]
    assert told(panel, "Ms Meyer").facts[0] == "Procurement"


def test_asking_for_a_name_twice_goes_on_with_what_is_being_written(
    qtbot: QtBot, panel: SegmentsPanel, document: Document
) -> None:
    segment = document.workspace.segments[0]
    panel.rename(segment.id)
    QTest.keyClicks(QApplication.focusWidget(), "Makers")
    panel.rename(segment.id)
    QTest.keyClicks(QApplication.focusWidget(), " of parts")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: document.workspace.segments[0].name == "Makers of parts")
    panel.rename(segment.id)
    QTest.keyClicks(QApplication.focusWidget(), "Makers")
    panel.rename(document.workspace.segments[1].id)
    QTest.keyClicks(QApplication.focusWidget(), "Growers")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(panel)[1][0] == "Growers")
    assert [each.name for each in document.workspace.segments[:2]] == ["Makers", "Growers"]


def test_a_name_being_written_is_kept_when_something_else_is_shown(
    panel: SegmentsPanel, document: Document, selection: Selection
) -> None:
    panel.rename(document.workspace.segments[0].id)
    QTest.keyClicks(QApplication.focusWidget(), "Makers")
    selection.show_canvas(document.workspace.segments[1].canvases[0].id)
    assert document.workspace.segments[0].name == "Makers"
    assert current(panel) == "Quality lead"


def test_a_change_elsewhere_leaves_a_name_that_is_being_written_alone(
    qtbot: QtBot, panel: SegmentsPanel, document: Document, selection: Selection
) -> None:
    first, second = document.workspace.segments[:2]
    selection.show_canvas(second.canvases[0].id)
    panel.rename(first.id)
    QTest.keyClicks(QApplication.focusWidget(), "Makers")
    document.commit("Name", edit_segment(document.workspace, second.id, name="Growers"))
    assert editor(panel).text() == "Makers"
    QTest.keyClick(editor(panel), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: document.workspace.segments[0].name == "Makers")


def test_a_name_being_written_goes_with_what_it_was_for(
    panel: SegmentsPanel, document: Document, selection: Selection
) -> None:
    first = document.workspace.segments[0]
    for part_id in (first.canvases[1].id, first.id):
        selection.show_canvas(first.canvases[1].id)
        panel.rename(part_id)
        QTest.keyClicks(QApplication.focusWidget(), "Makers")
        if part_id in document.workspace.canvas_by_id:
            roles.remove(document, part_id)
        else:
            segments.remove(document, [part_id])
        assert [step.label for step in document.history.done][-1].startswith("Delete")
        document.undo()
        assert not document.history.done


def test_a_double_click_begins_with_the_whole_name_however_little_is_shown(
    qtbot: QtBot, panel: SegmentsPanel, document: Document
) -> None:
    name = "Makers of very precise parts " * 9
    document.commit("Name", edit_segment(document.workspace, document.workspace.segments[0].id, name=name))
    shown = panel.tree.topLevelItem(0).text(0)
    click(panel, shown)
    QTest.mouseDClick(panel.tree.viewport(), LEFT, pos=middle(panel, shown))
    assert editor(panel).text() == name
    qtbot.keyClick(editor(panel), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.tree.findChild(QLineEdit) is None)
    assert panel.tree.topLevelItem(0).text(0) == shown
    assert len(document.history.done) == 1


# Order.


def test_dragging_puts_a_segment_between_others(
    panel: SegmentsPanel, document: Document, selection: Selection
) -> None:
    shown = selection.canvas_id
    labs, makers = item(panel, "Contract labs"), item(panel, SEGMENTS[0])
    above = panel.tree.visualItemRect(makers).topLeft() + QPoint(60, 4)
    drag(panel, "Contract labs", [middle(panel, "Quality lead"), above])
    assert [name for name, _ in rows(panel)] == ["Contract labs", *SEGMENTS[:2]]
    assert item(panel, "Contract labs") is labs
    assert makers.isExpanded()
    assert [step.label for step in document.history.done] == ["Move segment"]
    assert (selection.canvas_id, current(panel)) == (shown, "Plant manager")
    document.undo()
    assert [name for name, _ in rows(panel)] == SEGMENTS


def test_dragging_puts_a_role_elsewhere_in_its_segment_and_nowhere_else(
    panel: SegmentsPanel, document: Document
) -> None:
    below = panel.tree.visualItemRect(item(panel, "Purchasing")).bottomLeft() + QPoint(60, -2)
    drag(panel, "Plant manager", [middle(panel, "Quality director"), below])
    assert rows(panel)[0] == (SEGMENTS[0], [*ROLES[1:], ROLES[0]])
    assert [step.label for step in document.history.done] == ["Move role"]
    for refused in (middle(panel, "Quality lead"), middle(panel, "Contract labs"), QPoint(60, 800)):
        drag(panel, "Purchasing", [refused])
    assert len(document.history.done) == 1


def test_escape_gives_a_drag_up(panel: SegmentsPanel, document: Document) -> None:
    top = panel.tree.visualItemRect(item(panel, SEGMENTS[0])).topLeft() + QPoint(60, 4)
    drag(panel, "Contract labs", [top], drop=False)
    assert panel.tree.viewport().cursor().shape() is Qt.CursorShape.ClosedHandCursor
    assert not panel.grab().isNull()
    QTest.keyClick(panel.tree, Qt.Key.Key_Escape)
    QTest.mouseRelease(panel.tree.viewport(), LEFT, pos=top)
    assert document.history.done == ()


def test_control_and_arrows_move_the_current_row(panel: SegmentsPanel, document: Document) -> None:
    click(panel, SEGMENTS[0])
    for key, expected in (
        (Qt.Key.Key_Down, [1, 0, 2]),
        (Qt.Key.Key_Down, [1, 2, 0]),
        (Qt.Key.Key_Up, [1, 0, 2]),
    ):
        QTest.keyClick(panel.tree, key, CTRL)
        assert [name for name, _ in rows(panel)] == [SEGMENTS[each] for each in expected]
        assert current(panel) == SEGMENTS[0]
    click(panel, "Purchasing")
    QTest.keyClick(panel.tree, Qt.Key.Key_Up, CTRL)
    assert rows(panel)[1][1] == ["Plant manager", "Purchasing", "Quality director"]
    assert current(panel) == "Purchasing"


# Deleting, and the menu.


def test_delete_takes_a_role_or_a_segment_says_what_went_and_stays_near(
    qtbot: QtBot, panel: SegmentsPanel, document: Document
) -> None:
    before = document.workspace
    said: list[str] = []
    panel.said.connect(said.append)
    click(panel, "Quality director")
    QTest.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert rows(panel)[0] == (SEGMENTS[0], ["Plant manager", "Purchasing"])
    assert current(panel) == "Purchasing"
    click(panel, SEGMENTS[1])
    QTest.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert [name for name, _ in rows(panel)] == [SEGMENTS[0], "Contract labs"]
    assert current(panel) == "Contract labs"
    assert said[0].startswith("“Quality director” deleted, with ")
    assert said[1].startswith("“Food processors” deleted, with a canvas, ")
    document.undo()
    document.undo()
    assert document.workspace is before
    assert rows(panel) == [(SEGMENTS[0], ROLES), (SEGMENTS[1], ["Quality lead"]), (SEGMENTS[2], [])]


def test_with_the_last_row_of_its_roles_a_segment_is_shown_itself(
    panel: SegmentsPanel, document: Document, selection: Selection
) -> None:
    *others, last = document.workspace.segments
    (canvas,), added = last.canvases, ValuePropositionCanvas(stakeholder=Stakeholder(role=Role.PROCUREMENT))
    both = evolve(last, canvases=(canvas, added))
    document.commit("Role", evolve(document.workspace, segments=(*others, both)))
    selection.show_canvas(added.id)
    QTest.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert rows(panel)[2] == (SEGMENTS[2], [])
    assert selection.canvas_id == canvas.id
    assert current(panel) == SEGMENTS[2]


def test_what_went_while_nobody_saw_it_is_not_asked_for(
    qtbot: QtBot, panel: SegmentsPanel, document: Document, selection: Selection
) -> None:
    first = document.workspace.segments[0]
    selection.show_canvas(first.canvases[1].id)
    panel.hide()
    segments.remove(document, [first.id])
    gc.collect()
    with qtbot.waitExposed(panel):
        panel.show()
    assert [name for name, _ in rows(panel)] == SEGMENTS[1:]


@pytest.mark.parametrize("name", [SEGMENTS[0], "Quality director"])
def test_a_row_that_goes_while_it_is_dragged_is_let_go(
    panel: SegmentsPanel, document: Document, name: str
) -> None:
    drag(panel, name, [middle(panel, "Purchasing")], drop=False)
    segments.remove(document, [document.workspace.segments[0].id])
    gc.collect()
    QTest.mouseMove(panel.tree.viewport(), middle(panel, SEGMENTS[1]))
    QTest.mouseRelease(panel.tree.viewport(), LEFT, pos=middle(panel, SEGMENTS[2]))
    assert [name for name, _ in rows(panel)] == SEGMENTS[1:]
    assert len(document.history.done) == 1


def test_the_only_role_of_a_segment_stays_and_it_says_why(panel: SegmentsPanel, document: Document) -> None:
    said: list[str] = []
    panel.said.connect(said.append)
    click(panel, "Quality lead")
    QTest.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert said == ["A segment keeps at least one canvas."]
    assert document.history.done == ()


def test_the_menu_is_asked_for_the_row_under_the_mouse_or_the_current_one(
    panel: SegmentsPanel, document: Document, selection: Selection
) -> None:
    asked: list[bool] = []
    panel.menu_asked.connect(lambda _place, is_role: asked.append(is_role))
    viewport = panel.tree.viewport()

    def ask(reason: QContextMenuEvent.Reason, place: QPoint) -> None:
        QApplication.sendEvent(viewport, QContextMenuEvent(reason, place, viewport.mapToGlobal(place)))

    ask(QContextMenuEvent.Reason.Mouse, middle(panel, "Purchasing"))
    assert current(panel) == "Purchasing"
    ask(QContextMenuEvent.Reason.Keyboard, QPoint())
    assert asked == [True, True]
    selection.show_business_model()
    ask(QContextMenuEvent.Reason.Mouse, middle(panel, SEGMENTS[1]))
    assert (selection.canvas_id, selection.ids) == (None, {document.workspace.segments[1].id})
    assert asked == [True, True, False]


def test_rows_that_went_are_let_go(panel: SegmentsPanel, document: Document) -> None:
    def alive() -> int:
        gc.collect()
        return sum(type(each) is QTreeWidgetItem for each in gc.get_objects())

    before = alive()
    for _ in range(3):
        segments.remove(document, [document.workspace.segments[0].id])
        document.undo()
    assert rows(panel)[0] == (SEGMENTS[0], ROLES)
    assert alive() == before


def test_without_segments_it_says_how_to_begin(panel: SegmentsPanel, document: Document) -> None:
    document.reset(Workspace())
    assert panel._empty.isVisible()
    QTest.keyClick(panel.tree, Qt.Key.Key_Insert)
    assert not panel._empty.isVisible()


def test_what_may_only_be_read_stays_as_it_is(qtbot: QtBot, panel: SegmentsPanel, document: Document) -> None:
    before, said = document.workspace, list[str]()
    document.read_only = True
    panel.said.connect(said.append)
    for key, held in (
        (Qt.Key.Key_Delete, NONE),
        (Qt.Key.Key_Down, CTRL),
        (Qt.Key.Key_Insert, NONE),
    ):
        QTest.keyClick(panel.tree, key, held)
    QTest.keyClick(panel.tree, Qt.Key.Key_F2)
    write(qtbot, panel, "Other")
    assert len(said) == 4
    assert document.workspace is before
    assert rows(panel)[0][1] == ROLES
