"""Commands for segments, roles and the value map: one step each, with what the user has to be told."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from canvasdesk.editing.notes import add_notes
from canvasdesk.model.canvas import Role
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment, Priority
from canvasdesk.session import pivot, roles, segments
from tests.editing.workshop import workshop
from tests.session.desk import Desk

READ_ONLY = "This file is open for reading only. Save a copy to change it."
Command = Callable[[Desk], str | None]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(tmp_path, workshop())


COMMANDS: list[tuple[Command, str, str | None]] = [
    (
        lambda it: segments.add_segment(it.document, it.selection, CustomerSegment(name="Roofers")),
        "Add segment",
        None,
    ),
    (lambda it: segments.edit_segment(it.document, "builders", need="x"), "Edit segment", None),
    (lambda it: segments.rename(it.document, "builders", "Masons"), "Rename segment", None),
    (lambda it: segments.step(it.document, "builders", 1), "Move segment", None),
    (lambda it: segments.move(it.document, "painters", 0), "Move segment", None),
    (lambda it: segments.duplicate(it.document, it.selection), "Duplicate segment", None),
    (
        lambda it: segments.remove(it.document, ["builders"]),
        "Delete segment",
        "“Builders” deleted, with 2 canvases, 8 notes, 4 flows.",
    ),
    (
        lambda it: segments.remove(it.document, ["painters"]),
        "Delete segment",
        "“Unnamed segment” deleted, with a canvas.",
    ),
    (lambda it: roles.add_role(it.document, it.selection, "builders", Role.SABOTEUR), "Add role", None),
    (lambda it: roles.edit_role(it.document, "manager", veto=True), "Change role", None),
    (lambda it: roles.edit_role(it.document, "manager", role=Role.INFLUENCER), "Change role", None),
    (lambda it: roles.edit_role(it.document, "painter", role=Role.END_USER), "Change role", None),
    (lambda it: roles.edit_role(it.document, "manager", role=None), "Change role", None),
    (lambda it: roles.step(it.document, "manager", 1), "Move role", None),
    (lambda it: roles.move(it.document, "buyer", 0), "Move role", None),
    (lambda it: roles.duplicate(it.document, it.selection, "buyer"), "Duplicate role", None),
    (
        lambda it: roles.remove(it.document, "buyer"),
        "Delete role",
        "“Economic buyer” deleted, with 1 note.",
    ),
    (
        lambda it: pivot.copy_value_map(it.document, "manager", "painter")[1],
        "Point value map at segment",
        None,
    ),
]


@pytest.mark.parametrize(("command", "label", "told"), COMMANDS)
def test_a_command_is_one_step_in_words(desk: Desk, command: Command, label: str, told: str | None) -> None:
    first = desk.document.workspace
    assert command(desk) == told
    assert desk.labels == [label]
    desk.document.undo()
    assert desk.document.workspace is first


@pytest.mark.parametrize(("command", "label", "told"), COMMANDS)
def test_a_read_only_file_refuses(desk: Desk, command: Command, label: str, told: str | None) -> None:
    desk.document.read_only = True
    assert command(desk) == READ_ONLY
    assert desk.labels == []
    assert desk.selection.canvas_id == "manager"


def test_the_segment_meant_is_that_of_the_canvas_or_the_one_selected_on_the_business_model(
    desk: Desk,
) -> None:
    def meant() -> str | None:
        segment = segments.meant_segment(desk.document, desk.selection)
        return segment.id if segment else None

    assert meant() == "builders"
    desk.selection.show_business_model()
    assert meant() == "builders"
    desk.selection.clear()
    assert meant() is None
    desk.hold("builders", "painters")
    assert meant() is None


def test_a_new_segment_is_gone_on_to_where_one_stands(desk: Desk) -> None:
    here, there = CustomerSegment(id="here"), CustomerSegment(id="there")
    segments.add_segment(desk.document, desk.selection, here)
    assert desk.selection.canvas_id == here.canvases[0].id
    desk.selection.show_business_model()
    segments.add_segment(desk.document, desk.selection, there)
    assert (desk.selection.canvas_id, desk.selection.ids) == (None, frozenset({"there"}))


def test_the_first_name_joins_the_step_and_strokes_in_one_field_are_one(desk: Desk) -> None:
    segments.add_segment(desk.document, desk.selection, CustomerSegment(id="new", name="New"))
    for name in ("R", "Ro", "Roofers"):
        segments.rename(desk.document, "new", name, adding=True)
    assert desk.labels == ["Add segment"]
    for need in ("d", "dr", "dry"):
        segments.edit_segment(desk.document, "new", need=need)
    segments.edit_segment(desk.document, "new", priority=Priority.PRIMARY)
    for name in ("A", "An", "Ann"):
        roles.edit_role(desk.document, "manager", name=name)
    assert desk.labels == ["Add segment", "Edit segment", "Edit segment", "Change role"]
    assert desk.document.workspace.segments[0].priority is Priority.SECONDARY


def test_the_last_role_of_a_segment_stays(desk: Desk) -> None:
    roles.remove(desk.document, "buyer")
    assert roles.remove(desk.document, "manager") == "A segment keeps at least one canvas."
    assert desk.labels == ["Delete role"]


def test_a_step_past_either_end_stays_there(desk: Desk) -> None:
    segments.step(desk.document, "builders", -1)
    roles.step(desk.document, "buyer", 1)
    assert desk.labels == []


def test_a_copied_value_map_covers_no_note_that_lies_there_already(desk: Desk) -> None:
    taken = Note(id="taken", section=Section.RELIEVERS, text="Other", x=310, y=510)
    desk.document.commit("Add", add_notes(desk.document.workspace, "painter", [taken]))
    copies, refusal = pivot.copy_value_map(desk.document, "manager", "painter")
    assert refusal is None
    assert copies
    desk.selection.show_canvas("painter")
    notes = desk.document.workspace.canvas_by_id["painter"].note_by_id
    assert notes[copies["fleet"]].x == 40
    rects = [segments.Rect(note.x, note.y, 124, 62).inset(0.01) for note in notes.values()]
    assert not any(one.intersects(other) for one in rects for other in rects if one is not other)
