"""The note tool, double clicks, and what happens to any gesture that Esc ends."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from canvasdesk.layout.style import NOTE_HEIGHT, NOTE_WIDTH
from canvasdesk.model.sections import Section
from tests.scene.hands import ALT, CTRL, PLAIN, SHIFT, Hands

EMPTY = (620.0, 720.0)
IN_GAINS = (960.0, 260.0)
KEYS = (PLAIN, SHIFT, CTRL, ALT)


def test_with_the_tool_a_click_in_a_section_opens_a_note_there(hands: Hands) -> None:
    hands.view.set_tool("note")
    hands.click(IN_GAINS)
    hands.type("Peace")
    hands.key(Qt.Key.Key_Escape)
    note = next(note for note in hands.canvas.in_section(Section.GAINS) if note.text == "Peace")
    assert (note.x, note.y) == (IN_GAINS[0] - NOTE_WIDTH / 2, IN_GAINS[1] - NOTE_HEIGHT / 2)


def test_the_tool_stays_for_the_next_click(hands: Hands) -> None:
    hands.view.set_tool("note")
    hands.click(IN_GAINS)
    hands.type("One")
    hands.click((IN_GAINS[0], IN_GAINS[1] + 80))
    hands.type("Two")
    hands.click(EMPTY)
    assert hands.texts(Section.GAINS) == ["No paperwork", "One", "Two"]
    assert hands.editor is None


def test_with_the_tool_a_click_on_a_note_edits_it(hands: Hands) -> None:
    hands.view.set_tool("note")
    hands.click("late")
    assert hands.open_editor().text == "Tools arrive late"


def test_with_the_tool_a_click_beside_all_sections_says_where_notes_go(hands: Hands) -> None:
    hands.view.set_tool("note")
    hands.click(EMPTY)
    assert hands.editor is None
    assert hands.said == ["A note starts in one of the six sections."]


def test_a_double_click_in_a_section_opens_a_note_there(hands: Hands) -> None:
    hands.double_click(IN_GAINS)
    hands.type("Peace")
    hands.key(Qt.Key.Key_Escape)
    assert hands.texts(Section.GAINS) == ["No paperwork", "Peace"]


def test_a_double_click_on_a_note_edits_it(hands: Hands) -> None:
    hands.double_click("late")
    assert hands.open_editor().text == "Tools arrive late"
    assert hands.selection.ids == {"late"}


def test_a_double_click_beside_both_shapes_opens_nothing(hands: Hands) -> None:
    hands.double_click(EMPTY)
    assert hands.editor is None


places = st.tuples(st.floats(0, 1436), st.floats(0, 744)) | st.sampled_from(
    ["job", "late", "lost", "calm", "fleet", "swap", "bill"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    tool=st.sampled_from(["select", "note", "link", "pan"]),
    start=places,
    way=st.lists(st.tuples(places, st.sampled_from(KEYS)), min_size=1, max_size=4),
    keys=st.sampled_from(KEYS),
    twice=st.booleans(),
)
def test_whatever_was_begun_esc_leaves_the_document_as_it_was(
    hands: Hands,
    tool: str,
    start: str | tuple[float, float],
    way: list[tuple[str | tuple[float, float], Qt.KeyboardModifier]],
    keys: Qt.KeyboardModifier,
    twice: bool,
) -> None:
    before = hands.document.workspace
    hands.view.fit()
    hands.view.set_tool(tool)
    if twice:
        hands.double_click(start)
    hands.press(start, keys)
    for place, held in way:
        hands.hover(place, held)
    for _ in range(4):
        hands.view.step_back()
    hands.release()
    for _ in range(2):
        hands.view.step_back()
    assert hands.document.workspace is before
    assert hands.scene.lifted == frozenset()
    assert hands.scene.kept is None
    assert hands.selection.ids == frozenset()
    assert hands.editor is None
    assert {note_id: note.rect for note_id, note in hands.scene.notes.items()} == {
        note_id: note.look.rect for note_id, note in hands.scene.notes.items()
    }
