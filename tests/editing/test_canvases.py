"""Edits around the notes of a canvas: its own fields, and what the customer uses today."""

import datetime

import pytest
from pydantic import ValidationError

from canvasdesk.editing.board import edit_workspace, swap_sides
from canvasdesk.editing.canvases import add_alternative, edit_alternative, edit_canvas, rate
from canvasdesk.editing.whole import EditError, same
from canvasdesk.model.canvas import Alternative, AlternativeKind, CanvasStatus
from canvasdesk.model.workspace import Workspace
from tests.editing.workshop import NOTES, workshop


def test_own_fields() -> None:
    before = workshop()
    after = edit_canvas(
        before,
        "manager",
        statement="Our fleet keeps crews working",
        status=CanvasStatus.IN_TEST,
        review_by=datetime.date(2027, 1, 31),
        stakeholder=None,
    )
    canvas = after.canvas_by_id["manager"]
    assert (canvas.statement, canvas.status) == ("Our fleet keeps crews working", CanvasStatus.IN_TEST)
    assert (canvas.review_by, canvas.stakeholder) == (datetime.date(2027, 1, 31), None)
    assert same(canvas.notes, before.canvas_by_id["manager"].notes)
    assert edit_canvas(after, "manager", status=CanvasStatus.IN_TEST) is after


@pytest.mark.parametrize("field", ["id", "notes", "links", "alternatives"])
def test_parts_have_edits_of_their_own(field: str) -> None:
    with pytest.raises(TypeError, match=field):
        edit_canvas(workshop(), "manager", **{field: ()})


def ratings(workspace: Workspace) -> dict[str, dict[str, int]]:
    return {each.id: dict(each.ratings) for each in workspace.canvas_by_id["manager"].alternatives}


def test_alternatives_are_added_edited_and_rated() -> None:
    after = add_alternative(
        workshop(), "manager", Alternative(id="own", kind=AlternativeKind.SUBSTITUTE, name="Own tools")
    )
    after = edit_alternative(after, "own", name="Their own tools", kind=AlternativeKind.WORKAROUND)
    own = after.canvas_by_id["manager"].alternatives[-1]
    assert (own.name, own.kind) == ("Their own tools", AlternativeKind.WORKAROUND)
    after = rate(rate(after, "own", "late", 0), "rental", "late", None)
    assert ratings(after) == {"rental": {"calm": 1}, "idle": {}, "own": {"late": 0}}
    assert rate(after, "own", "late", 0) is after
    assert rate(after, "idle", "late", None) is after


@pytest.mark.parametrize(("note_id", "rating"), [("swap", 1), ("nowhere", 1), ("price", 1), ("late", 4)])
def test_only_notes_of_the_circle_are_rated_up_to_three(note_id: str, rating: int) -> None:
    with pytest.raises(ValidationError):
        rate(workshop(), "rental", note_id, rating)


def test_doing_nothing_is_there_once() -> None:
    before = workshop()
    with pytest.raises(EditError, match="already has “do nothing”"):
        add_alternative(before, "manager", Alternative(kind=AlternativeKind.DO_NOTHING))
    with pytest.raises(EditError, match="already has “do nothing”"):
        edit_alternative(before, "rental", kind=AlternativeKind.DO_NOTHING)
    after = add_alternative(before, "buyer", Alternative(id="also", kind=AlternativeKind.DO_NOTHING))
    assert [each.id for each in after.canvas_by_id["buyer"].alternatives] == ["also"]


@pytest.mark.parametrize("wrong", ["nowhere", "painters"])
def test_only_alternatives_are_rated(wrong: str) -> None:
    with pytest.raises(KeyError, match=wrong):
        rate(workshop(), wrong, "late", 1)


def test_sides_are_swapped_with_all_notes_and_back() -> None:
    before = workshop()
    after = swap_sides(before, 1300.0)
    assert after.view.sides_swapped
    mirrored = [(note.id, 1300.0 - note.x, note.y) for note in NOTES]
    assert [(note.id, note.x, note.y) for note in after.canvas_by_id["manager"].notes] == mirrored
    assert swap_sides(after, 1300.0) == before


def test_title_and_words_of_the_workspace() -> None:
    after = edit_workspace(workshop(), title="Tool fleet", language="de")
    assert (after.title, after.language) == ("Tool fleet", "de")
    with pytest.raises(TypeError, match="modified"):
        edit_workspace(workshop(), modified=after.modified)
