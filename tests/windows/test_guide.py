import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from canvasdesk.editing.business import add_entries
from canvasdesk.editing.segments import add_segment
from canvasdesk.model.business import Block, Entry, Purpose
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.commands import add_note
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.windows.guide import Guide
from canvasdesk.windows.steps import Order, Place


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


def test_it_asks_for_the_customer_then_opens_a_job(
    guide: Guide, document: Document, asked: list[object]
) -> None:
    guide.start(Order.CUSTOMER_FIRST)
    assert guide.question.text() == "Step 1 of 8: Who is the customer?"
    assert guide.name.hasFocus()
    assert guide.next.text() == "S&kip"
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
    assert guide.next.text() == "Fi&nish"
    qtbot.mouseClick(guide.act, Qt.MouseButton.LeftButton)
    assert asked == ["link"]
    with qtbot.waitSignal(guide.ended):
        qtbot.mouseClick(guide.next, Qt.MouseButton.LeftButton)
    assert guide.isHidden()


def test_a_purpose_is_heard_in_the_first_question(guide: Guide, document: Document) -> None:
    workspace = document.workspace
    model = evolve(workspace.business_model, purpose=Purpose.AFTER_RESEARCH)
    document.reset(evolve(workspace, business_model=model))
    guide.start(Order.OFFER_FIRST)
    assert guide.question.text() == "Step 1 of 8: Whom did you talk to?"
    guide.go_on()
    assert guide.step is Section.PAINS


def test_on_the_business_model_it_names_the_first_segment_and_asks_for_more(
    guide: Guide, document: Document, selection: Selection, asked: list[object]
) -> None:
    selection.show_business_model()
    guide.start(Order.CUSTOMER_FIRST)
    assert guide.question.text() == "Step 1 of 10: Who are the customers?"
    assert guide.name.hasFocus()
    QTest.keyClicks(guide.name, "Plant managers")
    QTest.keyClick(guide.name, Qt.Key.Key_Return)
    assert [segment.name for segment in document.workspace.segments] == ["Plant managers"]
    assert len(document.history.done) == 1
    assert asked == [Block.SEGMENTS]
    assert guide.step is Block.SEGMENTS
    assert guide.name.isHidden()
    assert guide.next.text() == "&Next step"


def test_each_segment_without_a_name_is_asked_for_in_turn(
    guide: Guide, document: Document, selection: Selection
) -> None:
    document.commit("Add", add_segment(document.workspace, CustomerSegment()))
    selection.show_business_model()
    guide.start(Order.CUSTOMER_FIRST)
    for name in ("Makers", "Bakers"):
        assert guide.name.text() == ""
        QTest.keyClicks(guide.name, name)
        QTest.keyClick(guide.name, Qt.Key.Key_Return)
    assert [segment.name for segment in document.workspace.segments] == ["Makers", "Bakers"]


def test_it_walks_through_the_blocks_and_dives_to_what_is_missing_on_the_canvas(
    guide: Guide, document: Document, selection: Selection, asked: list[object], qtbot: QtBot
) -> None:
    canvas_id = selection.canvas_id
    add_note(document, selection, Section.PRODUCTS, "Camera")
    selection.show_business_model()
    guide.start(Order.OFFER_FIRST)
    for _ in Block:
        qtbot.mouseClick(guide.act, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(guide.next, Qt.MouseButton.LeftButton)
    assert asked == list(Block)
    assert guide.step is Place.DIVE
    assert guide.next.text() == "Fi&nish"
    qtbot.mouseClick(guide.act, Qt.MouseButton.LeftButton)
    assert selection.canvas_id == canvas_id
    assert guide.question.text() == "Step 2 of 8: How does it take a pain away?"


def test_it_follows_to_what_is_shown(guide: Guide, document: Document, selection: Selection) -> None:
    canvas_id = selection.canvas_id or ""
    guide.start(Order.CUSTOMER_FIRST)
    document.commit("Name", evolve(document.workspace, segments=named_segments(document.workspace)))
    document.commit("Add", add_entries(document.workspace, [Entry(block=Block.PROPOSITIONS, text="Calm")]))
    assert guide.step is Place.SEGMENT
    selection.show_business_model()
    assert guide.step is Block.CHANNELS
    selection.show_canvas(canvas_id)
    assert guide.step is Section.JOBS


def named_segments(workspace: Workspace) -> tuple[CustomerSegment, ...]:
    return tuple(evolve(segment, name="Makers") for segment in workspace.segments)


def test_a_name_that_is_half_written_is_kept_and_not_given_to_another_segment(
    guide: Guide, document: Document, selection: Selection
) -> None:
    document.commit("Add", add_segment(document.workspace, CustomerSegment()))
    guide.start(Order.CUSTOMER_FIRST)
    QTest.keyClicks(guide.name, "Mak")
    selection.show_canvas(list(document.workspace.canvas_by_id)[1])
    assert guide.name.text() == ""
    assert [segment.name for segment in document.workspace.segments] == ["Mak", ""]


@pytest.mark.parametrize("turn", ["next", "end", "away"])
def test_a_name_is_kept_whatever_one_turns_to(
    guide: Guide, document: Document, host: QWidget, turn: str
) -> None:
    guide.start(Order.CUSTOMER_FIRST)
    QTest.keyClicks(guide.name, "Makers")
    turn_to = {"next": guide.next.click, "end": guide.end.click, "away": host.setFocus}
    turn_to[turn]()
    assert document.workspace.segments[0].name == "Makers"
    assert [step.label for step in document.history.done] == ["Edit segment"]


def test_without_a_segment_there_is_nothing_to_dive_into(
    guide: Guide, document: Document, selection: Selection
) -> None:
    document.reset(Workspace())
    assert selection.canvas_id is None
    guide.start(Order.CUSTOMER_FIRST)
    assert guide.step is Block.SEGMENTS
    assert guide.name.isHidden()
    for _ in Block:
        guide.go_on()
    assert guide.step is Place.DIVE
    assert not guide.act.isEnabled()
