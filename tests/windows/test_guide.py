import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.commands import add_note
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.windows.guide import Guide, Order, Place, done, steps, words


@pytest.fixture
def workspace() -> Workspace:
    return Workspace(segments=(CustomerSegment(),))


@pytest.fixture
def asked() -> list[object]:
    return []


@pytest.fixture
def guide(host: QWidget, document: Document, selection: Selection, asked: list[object]) -> Guide:
    guide = Guide(document, selection, asked.append, lambda: asked.append("link"))
    layout = host.layout()
    assert layout
    layout.addWidget(guide)
    return guide


def test_both_orders_walk_through_everything_once_and_end_with_links() -> None:
    assert steps(Order.CUSTOMER_FIRST)[:2] == (Place.SEGMENT, Section.JOBS)
    assert steps(Order.OFFER_FIRST)[:2] == (Section.PRODUCTS, Section.RELIEVERS)
    for order in Order:
        assert set(steps(order)) == {*Place, *Section}
        assert len(steps(order)) == 8
        assert steps(order)[-1] is Place.LINKS
        assert all(words(step).question.endswith("?") for step in steps(order))


def test_a_step_is_done_when_the_canvas_has_an_answer(document: Document, selection: Selection) -> None:
    canvas_id = selection.canvas_id or ""
    assert not any(done(step, document.workspace, canvas_id) for step in steps(Order.CUSTOMER_FIRST))
    add_note(document, selection, Section.PAINS, "Lines stop")
    answered = [step for step in steps(Order.CUSTOMER_FIRST) if done(step, document.workspace, canvas_id)]
    assert answered == [Section.PAINS]


def test_it_asks_for_the_customer_then_opens_a_job(
    guide: Guide, document: Document, asked: list[object]
) -> None:
    guide.start(Order.CUSTOMER_FIRST)
    assert guide.question.text() == "Step 1 of 8: Who is the customer?"
    assert guide.name.hasFocus()
    assert guide.next.text() == "&Skip"
    QTest.keyClicks(guide.name, "Plant managers")
    QTest.keyClick(guide.name, Qt.Key.Key_Return)
    assert document.workspace.segments[0].name == "Plant managers"
    assert len(document.history.done) == 1
    assert guide.step is Section.JOBS
    assert asked == [Section.JOBS]


def test_it_stays_while_notes_come_in_and_goes_on_when_asked(
    guide: Guide, document: Document, selection: Selection, qtbot: QtBot
) -> None:
    guide.start(Order.OFFER_FIRST)
    assert guide.step is Section.PRODUCTS
    add_note(document, selection, Section.PRODUCTS, "Camera")
    assert guide.step is Section.PRODUCTS
    assert guide.next.text() == "&Next step"
    qtbot.mouseClick(guide.next, Qt.MouseButton.LeftButton)
    assert guide.step is Section.RELIEVERS


def test_it_begins_where_answers_are_missing(
    guide: Guide, document: Document, selection: Selection, asked: list[object], qtbot: QtBot
) -> None:
    add_note(document, selection, Section.PRODUCTS, "Camera")
    guide.start(Order.OFFER_FIRST)
    assert guide.step is Section.RELIEVERS
    qtbot.mouseClick(guide.act, Qt.MouseButton.LeftButton)
    assert asked == [Section.RELIEVERS]


def test_it_can_be_walked_through_and_ends(guide: Guide, asked: list[object], qtbot: QtBot) -> None:
    guide.start(Order.CUSTOMER_FIRST)
    for _ in range(7):
        qtbot.mouseClick(guide.next, Qt.MouseButton.LeftButton)
    assert guide.step is Place.LINKS
    assert guide.next.text() == "&Finish"
    qtbot.mouseClick(guide.act, Qt.MouseButton.LeftButton)
    assert asked == ["link"]
    with qtbot.waitSignal(guide.ended):
        qtbot.mouseClick(guide.next, Qt.MouseButton.LeftButton)
    assert guide.isHidden()
