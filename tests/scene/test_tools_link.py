"""Linking: by the handle, by the tool, by keyboard; what may be linked lights up, the rest says why not."""

import pytest

from canvasdesk.model.sections import Section
from canvasdesk.scene.tools.handle import TARGET, handle_place
from canvasdesk.session import commands
from canvasdesk.session.around import swap_sides
from tests.scene.hands import MIDDLE, Hands

EMPTY = (620.0, 720.0)


@pytest.fixture
def pains(hands: Hands) -> tuple[str, str]:
    """Give two pains that nothing answers yet, the first above the second."""
    commands.add_note(hands.document, hands.selection, Section.PAINS, "Rain", (1000.0, 500.0))
    first = hands.selection.focus
    commands.add_note(hands.document, hands.selection, Section.PAINS, "Snow", (1000.0, 580.0))
    second = hands.selection.focus
    hands.document.seal()
    hands.selection.clear()
    assert first
    assert second
    return first, second


def joined(hands: Hands) -> set[tuple[str, str]]:
    return {(link.source, link.target) for link in hands.canvas.links}


def handle(hands: Hands, note_id: str) -> tuple[float, float]:
    """Bring the mouse over a note, which shows its handle, and give the place of that."""
    hands.hover(note_id)
    return handle_place(hands.scene, note_id)


def test_the_handle_lies_at_the_edge_that_faces_the_other_shape(hands: Hands) -> None:
    swap, late = hands.scene.place_of("swap"), hands.scene.place_of("late")
    assert handle_place(hands.scene, "swap").x > swap.right
    assert handle_place(hands.scene, "late").x < late.x


def test_a_link_is_drawn_from_the_handle_and_then_selected(hands: Hands, pains: tuple[str, str]) -> None:
    hands.press(handle(hands, "swap"))
    hands.hover(pains[0])
    assert joined(hands).isdisjoint({("swap", pains[0])})
    hands.release()
    assert ("swap", pains[0]) in joined(hands)
    assert hands.labels[-1] == "Link notes"
    (link_id,) = hands.selection.ids
    assert hands.canvas.link_by_id[link_id].target == pains[0]
    assert hands.selection.focus == "swap"


def test_a_link_may_be_drawn_from_the_need_to_the_answer(hands: Hands, pains: tuple[str, str]) -> None:
    hands.press(handle(hands, pains[0]))
    hands.hover("swap")
    hands.release()
    assert ("swap", pains[0]) in joined(hands)


def test_the_handle_is_large_enough_to_hit(hands: Hands, pains: tuple[str, str]) -> None:
    x, y = handle(hands, "swap")
    hands.press((x + TARGET / 2 - 1, y - TARGET / 2 + 1))
    hands.hover(pains[0])
    hands.release()
    assert ("swap", pains[0]) in joined(hands)


def test_the_note_with_the_focus_shows_its_handle_without_the_mouse(
    hands: Hands, pains: tuple[str, str]
) -> None:
    hands.selection.select(["swap"])
    hands.press(handle_place(hands.scene, "swap"))
    hands.hover(pains[0])
    hands.release()
    assert ("swap", pains[0]) in joined(hands)


def test_beside_a_note_that_shows_no_handle_a_band_begins(hands: Hands) -> None:
    hands.press(handle_place(hands.scene, "swap"))
    hands.hover("bill")
    hands.release()
    assert len(hands.canvas.links) == 4
    assert "bill" in hands.selection.ids


def test_what_may_be_linked_lights_up_while_the_rest_dims(hands: Hands, pains: tuple[str, str]) -> None:
    hands.press(handle(hands, "swap"))
    hands.hover(EMPTY)
    assert hands.scene.kept == {"swap", *pains}
    hands.release()
    assert hands.scene.kept is None


def test_dropped_on_nothing_there_is_no_link(hands: Hands, pains: tuple[str, str]) -> None:
    hands.press(handle(hands, "swap"))
    hands.hover(EMPTY)
    hands.release()
    assert len(hands.canvas.links) == 4
    assert hands.said == []


def test_a_pair_that_makes_no_sense_is_refused_with_a_word_why(hands: Hands, pains: tuple[str, str]) -> None:
    before = hands.document.workspace
    hands.press(handle(hands, "swap"))
    hands.hover("calm")
    hands.release()
    assert hands.document.workspace is before
    assert hands.said == ["Pain relievers answer only pains."]
    assert hands.scene.kept is None


def test_a_link_that_is_there_already_gets_selected(hands: Hands, pains: tuple[str, str]) -> None:
    before = hands.document.workspace
    hands.press(handle(hands, "swap"))
    hands.hover("late")
    hands.release()
    assert hands.selection.ids == {"swap-late"}
    assert hands.document.workspace is before
    assert hands.said == []


def test_esc_gives_the_link_up(hands: Hands, pains: tuple[str, str]) -> None:
    before = hands.document.workspace
    hands.press(handle(hands, "swap"))
    hands.hover(pains[0])
    hands.view.step_back()
    assert hands.scene.kept is None
    hands.release()
    assert hands.document.workspace is before


def test_dropped_on_the_note_it_comes_from_there_is_no_link_and_no_word(
    hands: Hands, pains: tuple[str, str]
) -> None:
    hands.press(handle(hands, "swap"))
    hands.hover(pains[0])
    hands.hover("swap")
    hands.release()
    assert hands.said == []
    assert hands.scene.kept is None


# The tool.


def test_with_the_tool_two_clicks_link(hands: Hands, pains: tuple[str, str]) -> None:
    hands.view.set_tool("link")
    hands.click("swap")
    hands.click(pains[0])
    hands.click("swap")
    hands.click(pains[1])
    assert {("swap", pains[0]), ("swap", pains[1])} <= joined(hands)


def test_with_the_tool_a_drag_links(hands: Hands, pains: tuple[str, str]) -> None:
    hands.view.set_tool("link")
    hands.press("swap")
    hands.hover((600, 520))
    hands.hover(pains[0])
    hands.release()
    assert ("swap", pains[0]) in joined(hands)


def test_a_wrong_second_click_says_why_and_lets_one_try_again(hands: Hands, pains: tuple[str, str]) -> None:
    hands.view.set_tool("link")
    hands.click("swap")
    hands.click("job")
    assert hands.said == ["Pain relievers answer only pains."]
    hands.click(pains[0])
    assert ("swap", pains[0]) in joined(hands)


def test_a_click_beside_all_notes_lets_go_of_the_link(hands: Hands, pains: tuple[str, str]) -> None:
    hands.view.set_tool("link")
    hands.click("swap")
    hands.click(EMPTY)
    assert hands.scene.kept is None
    hands.click(pains[0])
    assert hands.scene.kept == {"swap", pains[0]}


def test_esc_leaves_the_link_and_then_the_tool(hands: Hands, pains: tuple[str, str]) -> None:
    tools: list[str] = []
    hands.view.set_tool("link")
    hands.view.tool_changed.connect(tools.append)
    hands.click("swap")
    hands.view.step_back()
    assert hands.scene.kept is None
    assert tools == []
    hands.view.step_back()
    assert tools == ["select"]


def test_a_note_that_nothing_can_answer_any_more_says_so(hands: Hands) -> None:
    hands.view.set_tool("link")
    hands.click("swap")
    assert hands.said == ["There is nothing on this canvas that this note could still be linked with."]
    assert hands.scene.kept is None


def test_by_key_too_and_the_tool_stays_as_it_was(hands: Hands) -> None:
    tools: list[str] = []
    hands.view.tool_changed.connect(tools.append)
    hands.selection.select(["swap"])
    hands.view.start_link()
    assert len(hands.said) == 1
    assert tools[-1] == "select"


def test_no_link_starts_in_a_file_that_cannot_be_edited(hands: Hands, pains: tuple[str, str]) -> None:
    hands.document.read_only = True
    hands.hover("swap")
    assert hands.view.tool._handles() == ()
    hands.selection.select(["swap"])
    hands.view.start_link()
    assert hands.scene.kept is None
    assert len(hands.said) == 1


# The keyboard.


def test_from_the_note_with_the_focus_arrows_aim_and_enter_links(
    hands: Hands, pains: tuple[str, str]
) -> None:
    tools: list[str] = []
    hands.view.tool_changed.connect(tools.append)
    hands.selection.select(["swap"])
    hands.view.start_link()
    hands.view.move_focus("right")
    hands.view.move_focus("down")
    assert hands.selection.ids == {"swap"}
    hands.view.edit("swap")
    assert joined(hands) >= {("swap", pains[1])}
    assert ("swap", pains[0]) not in joined(hands)
    assert tools == ["link", "select"]
    assert hands.editor is None


def test_tab_walks_the_targets_in_reading_order_and_round(hands: Hands, pains: tuple[str, str]) -> None:
    hands.selection.select(["swap"])
    hands.view.start_link()
    aims = []
    for step in (1, 1, 1, -1, -1):
        hands.view.walk(step)
        aims.append(hands.view._link_tool._linking.aim)
    assert aims == [pains[0], pains[1], pains[0], pains[1], pains[0]]


def test_an_arrow_always_finds_a_target_first(hands: Hands, pains: tuple[str, str]) -> None:
    hands.selection.select(["swap"])
    hands.view.start_link()
    hands.view.move_focus("left")
    assert hands.view._link_tool._linking.aim == pains[0]


def test_the_mouse_may_end_what_the_keyboard_began(hands: Hands, pains: tuple[str, str]) -> None:
    hands.selection.select(["swap"])
    hands.view.start_link()
    hands.click(pains[1])
    assert ("swap", pains[1]) in joined(hands)
    assert hands.scene.kept is None


def test_enter_without_an_aim_links_nothing(hands: Hands, pains: tuple[str, str]) -> None:
    before = hands.document.workspace
    hands.selection.select(["swap"])
    hands.view.start_link()
    hands.view.edit("swap")
    assert hands.document.workspace is before
    assert hands.scene.kept is not None


def test_esc_leaves_link_mode_and_the_tool_that_was_there_before(
    hands: Hands, pains: tuple[str, str]
) -> None:
    tools: list[str] = []
    hands.view.tool_changed.connect(tools.append)
    hands.selection.select(["swap"])
    hands.view.start_link()
    hands.view.step_back()
    assert tools == ["link", "select"]
    assert hands.scene.kept is None
    assert hands.selection.ids == {"swap"}


def test_a_click_on_the_handle_starts_link_mode(hands: Hands, pains: tuple[str, str]) -> None:
    hands.click(handle(hands, "swap"))
    assert hands.scene.kept == {"swap", *pains}
    hands.click(pains[0])
    assert ("swap", pains[0]) in joined(hands)


def test_a_change_from_elsewhere_ends_link_mode(hands: Hands, pains: tuple[str, str]) -> None:
    hands.selection.select(["swap"])
    hands.view.start_link()
    hands.document.undo()
    assert hands.scene.kept is None


def test_another_canvas_ends_link_mode(hands: Hands, pains: tuple[str, str]) -> None:
    hands.selection.select(["swap"])
    hands.view.start_link()
    hands.selection.show_canvas("buyer")
    assert hands.scene.kept is None
    hands.view.edit("price")
    assert hands.editor is not None


def test_the_links_of_a_note_are_selected_one_after_the_other(hands: Hands) -> None:
    hands.selection.select(["swap"])
    stops = []
    for _ in range(4):
        hands.view.next_link()
        stops.append(set(hands.selection.ids))
        assert hands.selection.focus == "swap"
    assert stops == [{"swap-late"}, {"swap-lost"}, {"swap"}, {"swap-late"}]


def test_a_link_reached_by_key_is_rated_and_deleted_like_any_other(hands: Hands) -> None:
    hands.selection.select(["late"])
    hands.view.next_link()
    commands.rank(hands.document, hands.selection, 3)
    assert hands.canvas.link_by_id["swap-late"].strength == 3
    commands.delete(hands.document, hands.selection)
    assert "swap-late" not in hands.canvas.link_by_id
    assert hands.selection.focus == "late"


def test_arrows_go_on_from_the_source_of_a_link_that_was_clicked(hands: Hands) -> None:
    hands.selection.select(["swap-lost"])
    hands.view.move_focus("right")
    assert hands.selection.ids == {"late"}


def test_swapped_sides_turn_the_handles_round(hands: Hands) -> None:
    swap_sides(hands.document)
    assert handle_place(hands.scene, "swap").x < hands.scene.place_of("swap").x
    assert handle_place(hands.scene, "late").x > hands.scene.place_of("late").right


@pytest.mark.usefixtures("pains")
def test_a_link_under_way_ends_with_its_canvas_also_while_somebody_pans(hands: Hands) -> None:
    hands.view.start_link("swap")
    assert hands.view.tool is hands.view._link_tool
    hands.press(EMPTY, button=MIDDLE)
    hands.hover((640.0, 700.0))
    hands.selection.show_canvas("buyer")
    hands.release(button=MIDDLE)
    hands.view.move_focus("right")
    assert hands.selection.focus == "price"
