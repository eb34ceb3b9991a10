"""The scene follows the document and the selection, and knows what lies where."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from canvasdesk.drawing.business_model import ModelLook
from canvasdesk.drawing.sheet import BoardPart
from canvasdesk.editing.board import swap_sides
from canvasdesk.editing.deletion import delete
from canvasdesk.editing.notes import edit_notes, place_notes
from canvasdesk.layout.geometry import Point, Rect
from canvasdesk.layout.style import DARK, LIGHT
from canvasdesk.model.sections import Section
from canvasdesk.model.workspace import Workspace
from canvasdesk.scene.canvas_scene import CanvasScene
from canvasdesk.session.document import Document
from canvasdesk.session.placing import MIRROR
from canvasdesk.session.selection import Selection
from tests.editing.workshop import workshop
from tests.scene.edits import CANVAS, Edit, edits, tried


def scene_of(workspace: Workspace, folder: Path = Path()) -> CanvasScene:
    document = Document(workspace, folder)
    return CanvasScene(document, Selection(document), LIGHT)


@pytest.fixture
def scene(qapp: QApplication, tmp_path: Path) -> CanvasScene:
    """Give the scene of a canvas with seven notes and four links."""
    return scene_of(workshop(), tmp_path)


def shown(scene: CanvasScene) -> list[object]:
    """Give all that a scene shows, in drawing order."""
    assert scene.look is not None
    notes = [
        (note.id, note.rect, note.look.note, note.look.answered, note.look.level)
        for note in scene.notes.values()
    ]
    links = [(link.id, link.path, link.look.link, link.look.proven) for link in scene.links.values()]
    look = scene.look
    return [notes, links, look.counts, look.sentence, look.fit, look.board.swapped, scene.content_rect()]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.one_of(edits(), st.sampled_from(["undo", "redo"])), max_size=12))
def test_the_scene_shows_what_the_document_holds(qapp: QApplication, steps: list[Edit | str]) -> None:
    scene = scene_of(workshop())
    for step in steps:
        if isinstance(step, str):
            getattr(scene.document, step)()
        else:
            scene.document.commit("Edit", tried(step, scene.document.workspace))
        canvas = scene.document.workspace.canvas_by_id[CANVAS]
        assert [note.look.note for note in scene.notes.values()] == list(canvas.notes)
        assert [(note.x, note.y) for note in scene.notes.values()] == [(it.x, it.y) for it in canvas.notes]
        assert [link.look.link for link in scene.links.values()] == list(canvas.links)
    assert shown(scene) == shown(scene_of(scene.document.workspace))


def test_only_what_changed_gets_another_item(scene: CanvasScene) -> None:
    before, links = dict(scene.notes), dict(scene.links)
    looks = {note_id: note.look for note_id, note in scene.notes.items()}
    scene.document.commit("Move", place_notes(scene.document.workspace, {"late": (910.0, 510.0)}))
    assert all(scene.notes[note_id] is note for note_id, note in before.items())
    assert all(scene.links[link_id] is link for link_id, link in links.items())
    assert [each for each, note in scene.notes.items() if note.look is not looks[each]] == ["late"]


@pytest.mark.parametrize(
    ("edit", "place"),
    [
        (lambda it: place_notes(it, {"late": (700.0, 300.0)}), Rect(900, 500, 124, 62)),
        (lambda it: place_notes(it, {"late": (700.0, 300.0)}), Rect(700, 300, 124, 62)),
        (lambda it: edit_notes(it, {"calm": {"text": "Calm"}}), Rect(900, 150, 124, 62)),
    ],
)
def test_the_still_picture_is_spoiled_where_something_changed(
    scene: CanvasScene, edit: Callable[[Workspace], Workspace], place: Rect
) -> None:
    spoiled: list[Rect] = []
    scene.spoiled.connect(spoiled.extend)
    scene.document.commit("Edit", edit(scene.document.workspace))
    assert any(rect.intersects(place) for rect in spoiled)
    assert sum(rect.w * rect.h for rect in spoiled) < 0.2 * 1436 * 744


def test_links_are_spoiled_along_their_old_and_their_new_way(scene: CanvasScene) -> None:
    spoiled: list[Rect] = []
    scene.spoiled.connect(spoiled.extend)
    old = scene.links["swap-late"].points()
    scene.document.commit("Move", place_notes(scene.document.workspace, {"late": (700.0, 300.0)}))
    new = scene.links["swap-late"].points()
    for point in old + new:
        assert any(rect.inset(1.0).contains(point) for rect in spoiled)
    assert sum(rect.w * rect.h for rect in spoiled) < 0.3 * 1436 * 744


def test_another_number_of_notes_spoils_the_title_of_their_section(scene: CanvasScene) -> None:
    spoiled: list[Rect] = []
    scene.spoiled.connect(spoiled.extend)
    scene.document.commit("Delete", delete(scene.document.workspace, ["lost"]))
    title = scene.look.board.region(Section.PAINS).title
    assert any(rect.contains(title) for rect in spoiled)


def test_a_section_without_notes_shows_its_question(scene: CanvasScene) -> None:
    spoiled: list[Rect] = []
    scene.spoiled.connect(spoiled.extend)
    scene.document.commit("Delete", delete(scene.document.workspace, ["job"]))
    middle = scene.look.board.region(Section.JOBS).middle
    assert any(rect.contains(middle) for rect in spoiled)


def test_swapped_sides_spoil_everything(scene: CanvasScene) -> None:
    spoiled: list[object] = []
    scene.spoiled.connect(spoiled.append)
    square = scene.look.board.square
    scene.document.commit("Swap sides", swap_sides(scene.document.workspace, MIRROR))
    assert spoiled == [None]
    assert scene.look.board.square.x > square.right
    assert scene.place_of("fleet").x == MIRROR - 40


def test_another_canvas_is_shown_when_it_is_chosen(scene: CanvasScene, qtbot: QtBot) -> None:
    other = next(each for each in scene.document.workspace.canvas_by_id if each != CANVAS)
    with qtbot.waitSignal(scene.canvas_shown):
        scene.selection.show_canvas(other)
    canvas = scene.document.workspace.canvas_by_id[other]
    assert list(scene.notes) == [note.id for note in canvas.notes]


def test_without_a_canvas_the_business_model_is_shown(scene: CanvasScene) -> None:
    scene.document.reset(Workspace())
    assert isinstance(scene.look, ModelLook)
    assert (scene.notes, scene.links) == ({}, {})
    assert scene.board_part_at(scene.look.frame.centre) is None
    assert scene.content_rect() == scene.look.frame


def test_the_topmost_note_is_found(scene: CanvasScene) -> None:
    scene.document.commit("Move", place_notes(scene.document.workspace, {"late": (910.0, 590.0)}))
    assert scene.note_at(Point(920, 600)) == "lost"
    assert scene.note_at(Point(905, 585)) == "lost"
    assert scene.note_at(Point(1030, 600)) == "late"
    assert scene.note_at(Point(700, 100)) is None


def test_a_lifted_note_lies_above_the_others(scene: CanvasScene) -> None:
    scene.preview_places({"late": (910.0, 590.0)})
    assert scene.note_at(Point(920, 600)) == "late"


def test_the_nearest_link_is_found_but_not_under_a_note(scene: CanvasScene) -> None:
    link = scene.links["swap-late"]
    middle = link.points()[8]
    assert scene.link_at(middle) == "swap-late"
    assert scene.link_at(Point(middle.x, middle.y + 4)) == "swap-late"
    assert scene.link_at(Point(middle.x, middle.y - 60)) is None
    scene.document.commit(
        "Move", place_notes(scene.document.workspace, {"calm": (middle.x - 60, middle.y - 30)})
    )
    assert scene.link_at(middle) is None
    assert scene.note_at(middle) == "calm"


@pytest.mark.parametrize("part", BoardPart)
def test_parts_of_the_board_answer_unless_a_note_covers_them(scene: CanvasScene, part: BoardPart) -> None:
    place = {
        BoardPart.TITLE: scene.look.board.title,
        BoardPart.METER: scene.look.board.meter,
        BoardPart.STATEMENT: scene.look.board.statement,
    }[part]
    at = place.centre
    assert scene.board_part_at(at) is part
    scene.document.commit("Move", place_notes(scene.document.workspace, {"calm": (at.x - 60, at.y - 30)}))
    assert scene.board_part_at(at) is None


def test_a_preview_moves_notes_and_their_links_and_nothing_in_the_document(scene: CanvasScene) -> None:
    before, end = scene.document.workspace, scene.links["swap-late"].points()[-1]
    scene.preview_places({"late": (930.0, 520.0)})
    there = scene.links["swap-late"].points()[-1]
    assert scene.place_of("late")[:2] == (930.0, 520.0)
    assert (there.x - end.x, there.y - end.y) == pytest.approx((30, 20))
    assert scene.lifted == {"late", "swap-late"}
    assert scene.document.workspace is before
    scene.resync()
    assert scene.place_of("late")[:2] == (900.0, 500.0)
    assert scene.links["swap-late"].points()[-1] == end
    assert not scene.lifted


def test_lifting_and_setting_down_spoil_where_the_notes_are(scene: CanvasScene) -> None:
    spoiled: list[Rect] = []
    scene.spoiled.connect(spoiled.extend)
    scene.begin_moving(["late"])
    assert any(rect.contains(Rect(900, 500, 124, 62)) for rect in spoiled)
    scene.preview_places({"late": (700.0, 300.0)})
    spoiled.clear()
    scene.document.commit("Move", place_notes(scene.document.workspace, {"late": (700.0, 300.0)}))
    scene.resync()
    assert any(rect.contains(Rect(700, 300, 124, 62)) for rect in spoiled)
    assert scene.place_of("late")[:2] == (700.0, 300.0)


def test_a_note_deleted_on_the_move_is_let_go(scene: CanvasScene) -> None:
    scene.begin_moving(["late", "lost"])
    scene.document.commit("Delete", delete(scene.document.workspace, ["late"]))
    assert scene.lifted == {"lost", "swap-lost"}
    scene.resync()
    assert "late" not in scene.notes


def test_what_is_held_brings_its_links_to_the_front(scene: CanvasScene) -> None:
    scene.selection.select(["late"])
    assert [link.id for link in scene.held.links] == ["swap-late"]
    scene.set_hovered("fleet-job")
    assert {link.id for link in scene.held.links} == {"swap-late", "fleet-job"}
    scene.begin_moving(["late"])
    assert [link.id for link in scene.held.links] == ["fleet-job"]


def test_another_theme_spoils_everything(scene: CanvasScene) -> None:
    spoiled: list[object] = []
    scene.spoiled.connect(spoiled.append)
    scene.set_theme(DARK)
    assert (scene.theme, spoiled) == (DARK, [None])
