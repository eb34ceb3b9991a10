"""What a screen reader finds on the canvas and what it is told: names, descriptions, places, focus."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from canvasdesk.model.sections import Section
from canvasdesk.scene.accessible import NoteFace, links_name, spoken
from canvasdesk.session import commands
from tests.scene.hands import Hands

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture
def reader() -> Iterator[None]:
    """Let Qt believe that a screen reader listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def told(reader: None, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give what a screen reader is told by us, in words."""
    said: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())
        elif event.type() is QAccessible.Event.Focus:
            face = event.accessibleInterface()
            said.append(f"{face.text(NAME)}: {face.text(DESCRIPTION)}")

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    return said


def canvas(hands: Hands) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(hands.view)


def items(hands: Hands) -> list[QAccessibleInterface]:
    face = canvas(hands)
    children = [face.child(index) for index in range(face.childCount())]
    return [each for each in children if each.role() is QAccessible.Role.ListItem]


def item(hands: Hands, note_id: str) -> QAccessibleInterface:
    return next(each for each in items(hands) if isinstance(each, NoteFace) and each.note_id == note_id)


def test_the_canvas_is_a_list_named_by_its_segment(hands: Hands) -> None:
    assert canvas(hands).role() is QAccessible.Role.List
    assert canvas(hands).text(NAME) == "Builders"


def test_each_note_is_an_item_in_reading_order(hands: Hands) -> None:
    assert [each.text(NAME) for each in items(hands)] == [
        "Keep crews working",
        "Tools arrive late",
        "Tools get lost",
        "No paperwork",
        "Tool fleet",
        "Swap on site",
        "One bill a month",
    ]


def test_an_item_says_section_importance_evidence_and_links(hands: Hands) -> None:
    assert item(hands, "late").text(DESCRIPTION) == (
        "Pains, severity 4 of 5, 67 % answered, evidence: said, answered by 1 pain reliever"
    )
    assert item(hands, "swap").text(DESCRIPTION) == (
        "Pain relievers, evidence: committed, 2 flows, answers 2 pains"
    )


def test_links_are_counted_in_the_words_of_their_section() -> None:
    assert links_name(Section.PAINS, 0) == "no link yet"
    assert links_name(Section.PAINS, 2) == "answered by 2 pain relievers"
    assert links_name(Section.JOBS, 1) == "answered by 1 product or service"
    assert links_name(Section.CREATORS, 3) == "answers 3 gains"


def test_a_note_without_words_has_a_name_all_the_same(hands: Hands) -> None:
    commands.edit_notes(hands.document, ["late"], text="")
    assert item(hands, "late").text(NAME) == "Empty note"


def test_an_item_lies_where_the_note_is_seen(hands: Hands) -> None:
    for factor in (1.0, 1.5):
        hands.view.zoom_by(factor)
        place = hands.view.camera.rect_to_view(hands.scene.place_of("late"))
        corner = hands.view.mapToGlobal(QPoint(int(place.x), int(place.y)))
        found = item(hands, "late").rect()
        assert isinstance(found, QRect)
        assert abs(found.x() - corner.x()) <= 1
        assert abs(found.width() - place.w) <= 2
        at = found.center()
        assert canvas(hands).childAt(at.x(), at.y()).text(NAME) == "Tools arrive late"


def test_states_follow_selection_focus_and_view(hands: Hands) -> None:
    hands.click("late")
    state = item(hands, "late").state()
    assert state.selected
    assert state.focused
    assert not state.offscreen
    assert canvas(hands).focusChild().text(NAME) == "Tools arrive late"
    other = item(hands, "calm").state()
    assert not other.selected
    assert not other.focused
    hands.view.zoom_by(6, hands.view.camera.to_view(hands.point("late")))
    assert item(hands, "calm").state().offscreen


def test_parents_and_children_know_each_other(hands: Hands) -> None:
    face = canvas(hands)
    for index, each in enumerate(items(hands)):
        assert each.parent().object() is hands.view
        assert face.indexOfChild(each) == index


def test_what_lies_over_the_canvas_stays_a_child_of_it(hands: Hands) -> None:
    label = QLabel("Saved", hands.view)
    label.show()
    face = canvas(hands)
    names = [face.child(index).text(NAME) for index in range(face.childCount())]
    assert "Saved" in names
    assert face.indexOfChild(QAccessible.queryAccessibleInterface(label)) == names.index("Saved")


def test_a_note_that_is_gone_is_not_valid_and_comes_back_with_undo(hands: Hands) -> None:
    face = item(hands, "late")
    commands.remove(hands.document, ["late"])
    assert not face.isValid()
    assert face.text(NAME) == ""
    assert face.state().invalid
    assert face.rect() == QRect()
    assert len(items(hands)) == 6
    hands.document.undo()
    assert face.isValid()
    assert item(hands, "late") is face


def test_another_canvas_has_other_items(hands: Hands) -> None:
    assert len(items(hands)) == 7
    hands.selection.show_canvas("buyer")
    assert [each.text(NAME) for each in items(hands)] == ["Empty note"]


def test_where_the_focus_goes_is_told(hands: Hands, told: list[str]) -> None:
    hands.view.walk(1)
    hands.view.walk(1)
    assert [each.partition(": ")[0] for each in told] == ["Keep crews working", "Tools arrive late"]
    assert told[-1].endswith("severity 4 of 5, 67 % answered, evidence: said, answered by 1 pain reliever")


def test_a_link_is_told_as_a_sentence(hands: Hands, told: list[str]) -> None:
    hands.selection.select(["swap"])
    hands.view.next_link()
    assert told[-1] == "“Swap on site” answers “Tools arrive late” mostly"


def test_what_a_link_aims_at_is_told(hands: Hands, told: list[str]) -> None:
    commands.remove(hands.document, ["swap-late"])
    hands.selection.select(["swap"])
    hands.view.start_link()
    hands.view.move_focus("right")
    assert told[-1].startswith("Tools arrive late, Pains, severity 4 of 5")


def test_coming_back_to_the_canvas_tells_of_the_note_with_the_focus(
    hands: Hands, told: list[str], qtbot: QtBot
) -> None:
    hands.selection.select(["late"])
    hands.view.clearFocus()
    told.clear()
    hands.view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1].startswith("Tools arrive late")


def test_nothing_is_told_while_the_keyboard_is_elsewhere(hands: Hands, told: list[str]) -> None:
    hands.view.clearFocus()
    hands.selection.select(["late"])
    assert told == []


def test_nothing_is_said_of_what_is_not_there(hands: Hands) -> None:
    assert spoken(hands.scene, "nowhere") == ""


def test_interfaces_live_as_long_as_they_are_needed(hands: Hands, reader: None) -> None:
    """Qt and Python both hold on to them; a slip would end the program here."""
    for _ in range(5):
        for each in items(hands):
            QAccessible.updateAccessibility(QAccessibleEvent(each, QAccessible.Event.Focus))
        commands.remove(hands.document, ["late", "swap"])
        gc.collect()
        assert len(items(hands)) == 5
        hands.document.undo()
    assert len(items(hands)) == 7
