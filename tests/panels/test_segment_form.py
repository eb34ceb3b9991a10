"""The form of a segment, alone and at the head of its canvas'."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from canvasdesk.model.canvas import Role
from canvasdesk.model.segments import Basis, CustomerSegment, Market, Priority
from canvasdesk.panels.details import DetailsPanel
from canvasdesk.panels.segment_form import SegmentForm
from canvasdesk.panels.voice import Voice
from canvasdesk.session.document import Document
from canvasdesk.session.segments import edit_segment
from canvasdesk.session.selection import Selection


@pytest.fixture
def form(qtbot: QtBot, document: Document, selection: Selection) -> SegmentForm:
    form = SegmentForm(Voice(document, selection, print))
    document.changed.connect(lambda: form.show_segment(last(document)))
    qtbot.addWidget(form)
    form.show_segment(last(document))
    form.resize(284, 900)
    form.show()
    return form


def last(document: Document) -> CustomerSegment:
    return document.workspace.segments[-1]


def named(page: QWidget, kind: type[QWidget], name: str) -> QWidget:
    """Give the one visible widget with this accessible name."""
    (found,) = (
        each for each in page.findChildren(kind) if each.accessibleName() == name and each.isVisibleTo(page)
    )
    return found


def choose(field: QWidget, text: str) -> None:
    """Choose from a list by keyboard."""
    assert isinstance(field, QComboBox)
    field.setFocus()
    while field.currentText() != text:
        before = field.currentIndex()
        QTest.keyClick(field, Qt.Key.Key_Down)
        assert field.currentIndex() != before, text


def test_every_field_of_the_segment_can_be_changed(form: SegmentForm, document: Document) -> None:
    for choice in ("Whose turn it is: Primary", "Who buys: B2C"):
        QTest.mouseClick(named(form, QToolButton, choice), Qt.MouseButton.LeftButton)
    choose(named(form, QComboBox, "What sets them apart"), "Behavioural")
    choose(named(form, QComboBox, "Colour"), "Violet")
    for words in ("Who they are", "In which situation", "What they need", "What they would pay"):
        field = named(form, QPlainTextEdit, words)
        assert isinstance(field, QPlainTextEdit)
        field.selectAll()
        QTest.keyClicks(field, "abc")
    name = named(form, QLineEdit, "Name")
    QTest.keyClick(name, Qt.Key.Key_End)
    QTest.keyClicks(name, "!")
    segment = last(document)
    assert (segment.priority, segment.market, segment.basis, segment.colour) == (
        Priority.PRIMARY,
        Market.B2C,
        Basis.BEHAVIOURAL,
        "#7A4FA3",
    )
    assert {segment.who, segment.situation, segment.need, segment.willingness_to_pay} == {"abc"}
    assert segment.name == "Contract labs!"
    assert document.workspace.segments[0].priority is Priority.SECONDARY


def test_a_colour_of_its_own_stays_among_those_offered(form: SegmentForm, document: Document) -> None:
    edit_segment(document, last(document).id, colour="#123456")
    field = named(form, QComboBox, "Colour")
    assert isinstance(field, QComboBox)
    assert field.currentText() == "Another colour"
    choose(field, "Another colour")
    assert last(document).colour == "#123456"


def test_the_role_of_a_canvas_is_given_named_and_taken_away(
    qtbot: QtBot, document: Document, selection: Selection
) -> None:
    panel = DetailsPanel(document, selection)
    qtbot.addWidget(panel)
    panel.resize(284, 900)
    panel.show()
    canvas_id = last(document).canvases[0].id
    selection.show_canvas(canvas_id)
    role = named(panel, QComboBox, "Stakeholder role")
    choose(role, "End user")
    QTest.keyClicks(named(panel, QLineEdit, "Name of the stakeholder"), "Ms Meyer")
    QTest.keyClick(named(panel, QCheckBox, "Can stop the sale"), Qt.Key.Key_Space)
    who = document.workspace.canvas_by_id[canvas_id].stakeholder
    assert who
    assert (who.role, who.name, who.veto) == (Role.END_USER, "Ms Meyer", True)
    assert isinstance(role, QComboBox)
    QTest.keyClick(role, Qt.Key.Key_Home)
    assert document.workspace.canvas_by_id[canvas_id].stakeholder is None


def test_on_the_business_model_the_selected_segment_has_its_details(
    qtbot: QtBot, document: Document, selection: Selection
) -> None:
    panel = DetailsPanel(document, selection)
    qtbot.addWidget(panel)
    panel.resize(284, 900)
    panel.show()
    selection.show_business_model()
    selection.select([last(document).id])
    QTest.keyClicks(named(panel, QPlainTextEdit, "Who they are"), "Laboratories")
    assert last(document).who == "Laboratories"
