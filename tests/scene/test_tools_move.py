"""Moving: one step on release, nothing before; snapping; other sections; Esc; the edge of the view."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from canvasdesk.layout.geometry import Point
from canvasdesk.layout.style import GAP, NOTE_HEIGHT
from canvasdesk.model.sections import Section
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.scene.tools.moving import Moving, without_middles
from canvasdesk.session.settings import SNAP
from tests.scene.hands import ALT, CTRL, Hands


def place(hands: Hands, note_id: str) -> tuple[float, float]:
    note = hands.note(note_id)
    return note.x, note.y


def test_a_dragged_note_stands_where_it_is_dropped_in_one_step(hands: Hands) -> None:
    hands.drag("late", (60, 20))
    assert place(hands, "late") == pytest.approx((960, 520))
    assert hands.labels == ["Move note"]
    assert hands.selection.ids == {"late"}


def test_the_document_knows_nothing_before_the_drop(hands: Hands) -> None:
    before = hands.document.workspace
    hands.press("late")
    hands.carry((60, 20), ALT)
    assert hands.document.workspace is before
    assert hands.scene.place_of("late")[:2] == pytest.approx((960, 520))


def test_links_follow_while_a_note_is_dragged(hands: Hands) -> None:
    end = hands.scene.links["swap-late"].points()[-1]
    hands.press("late")
    hands.carry((60, 20), ALT)
    there = hands.scene.links["swap-late"].points()[-1]
    assert (there.x - end.x, there.y - end.y) == pytest.approx((60, 20), abs=0.5)
    hands.release(ALT)


def test_all_that_is_selected_moves_together(hands: Hands) -> None:
    hands.selection.select(["late", "lost"])
    hands.drag("late", (60, 10))
    assert place(hands, "late") == pytest.approx((960, 510))
    assert place(hands, "lost") == pytest.approx((960, 590))
    assert hands.labels == ["Move 2 notes"]
    assert hands.selection.ids == {"late", "lost"}


def test_a_note_that_is_not_selected_moves_alone(hands: Hands) -> None:
    hands.selection.select(["late", "lost"])
    hands.drag("calm", (10, 10))
    assert place(hands, "calm") == pytest.approx((910, 160))
    assert place(hands, "late") == (900, 500)


def test_with_ctrl_a_drag_takes_one_more_along(hands: Hands) -> None:
    hands.selection.select(["late"])
    hands.drag("lost", (60, 10), CTRL)
    assert place(hands, "late") == pytest.approx((960, 510))
    assert place(hands, "lost") == pytest.approx((960, 590))


def test_esc_puts_everything_back(hands: Hands) -> None:
    before = hands.document.workspace
    hands.press("late")
    hands.carry((60, 20))
    hands.view.step_back()
    assert hands.scene.place_of("late")[:2] == (900, 500)
    assert hands.scene.lifted == frozenset()
    hands.carry((30, 30))
    hands.release()
    assert hands.document.workspace is before
    assert hands.scene.place_of("late")[:2] == (900, 500)


def test_a_note_that_comes_back_to_its_place_makes_no_step(hands: Hands) -> None:
    hands.press("late")
    hands.carry((60, 20), ALT)
    hands.carry((-60, -20), ALT)
    hands.release(ALT)
    assert hands.labels == []


def test_a_change_from_elsewhere_ends_the_drag(hands: Hands) -> None:
    hands.drag("calm", (10, 10))
    hands.press("late")
    hands.carry((60, 20))
    hands.document.undo()
    hands.release()
    assert place(hands, "late") == (900, 500)
    assert hands.scene.lifted == frozenset()


# Snapping.


def test_a_note_lines_up_with_a_neighbour_close_by(hands: Hands) -> None:
    hands.drag("lost", (4, 40), free=False)
    assert place(hands, "lost") == pytest.approx((900, 620))


def test_a_note_keeps_the_usual_gap_to_the_one_above(hands: Hands) -> None:
    hands.drag("lost", (60, -9), free=False)
    assert place(hands, "lost") == pytest.approx((960, 500 + NOTE_HEIGHT + GAP))


def test_alt_suspends_snapping(hands: Hands) -> None:
    hands.drag("lost", (4, 40))
    assert place(hands, "lost") == pytest.approx((904, 620))


def test_snapping_can_be_switched_off(hands: Hands) -> None:
    hands.settings.set(SNAP, False)  # noqa: FBT003
    hands.drag("lost", (4, 40), free=False)
    assert place(hands, "lost") == pytest.approx((904, 620))


def test_guides_are_shown_while_notes_line_up_and_only_then(hands: Hands) -> None:
    hands.press("lost")
    hands.carry((4, 40))
    gesture = hands.view.tool._gesture
    assert isinstance(gesture, Moving)
    upright = [guide for guide in without_middles(gesture._guides) if guide.x1 == guide.x2]
    assert [guide.x1 for guide in upright] == [900.0, 1024.0]
    hands.carry((17, 0))
    assert [guide for guide in gesture._guides if guide.x1 == guide.x2] == []
    hands.release()


def test_snapping_reaches_as_far_on_the_screen_whatever_the_zoom(hands: Hands) -> None:
    hands.view.zoom_by(2, hands.view.camera.to_view(Point(960, 560)))
    hands.drag("lost", (4, 40), free=False)
    assert place(hands, "lost") == pytest.approx((904, 620))


# Other sections.


def test_dropping_a_note_in_another_section_re_types_it_and_tells_what_had_to_go(hands: Hands) -> None:
    pain = hands.point("late")
    gain = hands.scene.look.board.region(Section.GAINS).middle
    hands.drag("late", (gain.x - pain.x, gain.y - pain.y))
    note = hands.note("late")
    assert note.section is Section.GAINS
    assert note.is_cost is False
    assert note.importance == 4
    assert "swap-late" not in hands.canvas.link_by_id
    assert hands.labels == ["Move note to Gains"]
    assert hands.said == ["1 link removed. Gains are answered only by gain creators."]
    hands.document.undo()
    assert hands.note("late").section is Section.PAINS
    assert "swap-late" in hands.canvas.link_by_id


def test_a_note_without_links_changes_its_section_in_silence(hands: Hands) -> None:
    hands.document.commit("Unlink", without_links(hands))
    pain = hands.point("late")
    gain = hands.scene.look.board.region(Section.GAINS).middle
    hands.drag("late", (gain.x - pain.x, gain.y - pain.y))
    assert hands.note("late").section is Section.GAINS
    assert hands.said == []


def without_links(hands: Hands) -> Workspace:
    workspace = hands.document.workspace
    segment = workspace.segments[0]
    bare = evolve(hands.canvas, links=())
    first = evolve(segment, canvases=(bare, *segment.canvases[1:]))
    return evolve(workspace, segments=(first, *workspace.segments[1:]), evidence=())


def test_dropping_beside_both_shapes_keeps_the_section(hands: Hands) -> None:
    pain = hands.point("late")
    hands.drag("late", (700 - pain.x, 690 - pain.y))
    assert hands.note("late").section is Section.PAINS


def test_each_note_of_several_goes_to_the_section_under_its_own_middle(hands: Hands) -> None:
    hands.selection.select(["late", "calm"])
    start = hands.point("calm")
    hands.drag("calm", (0, hands.point("late").y - start.y - 40))
    assert hands.note("calm").section is Section.PAINS
    assert hands.note("late").section is Section.PAINS


def test_nothing_moves_in_a_file_that_cannot_be_edited(hands: Hands) -> None:
    hands.document.read_only = True
    before = hands.document.workspace
    hands.drag("late", (60, 20))
    assert hands.document.workspace is before
    assert hands.scene.place_of("late")[:2] == (900, 500)
    assert len(hands.said) == 1


# The edge.


def test_a_drag_to_the_edge_pans_towards_what_lies_beyond(hands: Hands, qtbot: QtBot) -> None:
    hands.view.zoom_by(2, hands.view.camera.to_view(hands.point("late")))
    hands.press("late")
    hands.hover(hands.view.camera.to_canvas(Point(4, 300)), ALT)
    before = hands.scene.place_of("late").x
    with qtbot.waitSignal(hands.view.camera_changed):
        pass
    assert hands.scene.place_of("late").x < before
    hands.release(ALT)
    assert hands.note("late").x == pytest.approx(hands.scene.place_of("late").x)


def test_panning_ends_where_the_content_ends(hands: Hands, qtbot: QtBot) -> None:
    hands.view.zoom_by(1.2)
    hands.press("late")
    hands.hover(hands.view.camera.to_canvas(Point(hands.view.width() - 4, 300)), ALT)
    assert hands.view.tool._edge._clock.isActive()
    end = hands.scene.look.board.bounds.right
    qtbot.waitUntil(lambda: not hands.view.tool._edge._clock.isActive())
    assert hands.view.camera.to_view(Point(end, 0)).x == pytest.approx(hands.view.width())
    hands.release(ALT)


def test_the_view_stands_still_where_nothing_lies_beyond_the_edge(hands: Hands) -> None:
    hands.press("late")
    hands.hover(hands.view.camera.to_canvas(Point(4, 300)), ALT)
    assert not hands.view.tool._edge._clock.isActive()
    hands.release(ALT)


def test_the_view_stands_still_after_the_drop_and_after_esc(hands: Hands) -> None:
    hands.view.zoom_by(2, hands.view.camera.to_view(hands.point("late")))
    for end in (hands.release, hands.view.step_back):
        hands.press("late")
        hands.hover(hands.view.camera.to_canvas(Point(4, 300)))
        assert hands.view.tool._edge._clock.isActive()
        end()
        assert not hands.view.tool._edge._clock.isActive()
        hands.release()
        hands.document.undo()


def test_middle_button_and_space_pan_instead(hands: Hands) -> None:
    before, workspace = hands.view.camera, hands.document.workspace
    hands.press("late", button=Qt.MouseButton.MiddleButton)
    hands.carry((50, 20))
    hands.release(button=Qt.MouseButton.MiddleButton)
    assert hands.view.camera.x != before.x
    assert hands.document.workspace is workspace
