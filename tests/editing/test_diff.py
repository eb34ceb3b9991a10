"""The difference between two workspaces, seen from one canvas."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.editing.board import swap_sides
from canvasdesk.editing.business import edit_entries
from canvasdesk.editing.canvases import edit_canvas, rate
from canvasdesk.editing.deletion import delete
from canvasdesk.editing.diff import Difference, diff
from canvasdesk.editing.evidence import attach
from canvasdesk.editing.links import link, set_strength
from canvasdesk.editing.notes import add_notes, move_to_section, place_notes
from canvasdesk.editing.segments import edit_segment, move_segment
from canvasdesk.editing.whole import same
from canvasdesk.model.canvas import CanvasStatus
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.sections import Section
from canvasdesk.model.workspace import Workspace
from tests.editing.workshop import workshop
from tests.strategies import workspaces


def ids(parts: tuple[Note, ...] | tuple[FitLink, ...]) -> list[str]:
    return [part.id for part in parts]


def what(difference: Difference) -> dict[str, object]:
    """Give everything that differs, by name, with the ids of notes and links."""
    found: dict[str, object] = {}
    for kind in ("notes", "links"):
        parts = getattr(difference, kind)
        for how in ("added", "removed", "changed"):
            found[f"{kind} {how}"] = ids(getattr(parts, how))
    for flag in ("canvas", "segment", "tree", "business_model", "view", "levels"):
        found[flag] = getattr(difference, flag)
    return {name: value for name, value in found.items() if value}


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (lambda it: place_notes(it, {"late": (1, 1), "job": (2, 2)}), {"notes changed": ["job", "late"]}),
        (lambda it: add_notes(it, "manager", [Note(id="n", section=Section.JOBS)]), {"notes added": ["n"]}),
        (
            lambda it: delete(it, ["swap"]),
            {
                "notes removed": ["swap"],
                "links removed": ["swap-late", "swap-lost"],
                "levels": {"swap", "swap-late"},
            },
        ),
        (
            lambda it: move_to_section(it, ["late"], Section.GAINS),
            {"notes changed": ["late"], "links removed": ["swap-late"], "levels": {"swap-late"}},
        ),
        (lambda it: set_strength(it, ["swap-late"], 1), {"links changed": ["swap-late"]}),
        (lambda it: edit_canvas(it, "manager", statement="x"), {"canvas": True}),
        (lambda it: edit_canvas(it, "manager", status=CanvasStatus.RETIRED), {"canvas": True, "tree": True}),
        (lambda it: edit_canvas(it, "buyer", statement="x"), {}),
        (lambda it: rate(it, "rental", "late", 0), {"canvas": True}),
        (lambda it: edit_segment(it, "builders", need="x"), {"segment": True, "tree": True}),
        (lambda it: edit_segment(it, "painters", name="x"), {"tree": True}),
        (lambda it: move_segment(it, "painters", 0), {"tree": True}),
        (lambda it: delete(it, ["buyer"]), {"tree": True}),
        (lambda it: place_notes(it, {"price": (1, 1)}), {}),
        (lambda it: attach(it, "order", ["late"]), {"levels": {"late"}}),
        (lambda it: attach(it, "talk", ["swap"]), {}),
        (lambda it: edit_entries(it, {"fuel": {"text": "x"}}), {"business_model": True}),
        (lambda it: it, {}),
    ],
)
def test_what_differs(edit: Callable[[Workspace], Workspace], expected: dict[str, object]) -> None:
    before = workshop()
    assert what(diff(before, edit(before), "manager")) == expected


def test_swapping_sides_moves_every_note() -> None:
    before = workshop()
    difference = diff(before, swap_sides(before, 1312.0), "manager")
    assert difference.view
    assert ids(difference.notes.changed) == ids(before.canvas_by_id["manager"].notes)


def test_a_link_that_came_is_given_itself() -> None:
    before = add_notes(workshop(), "manager", [Note(id="n", section=Section.PAINS)])
    after = link(before, "manager", "n", "swap")
    difference = diff(before, after, "manager")
    assert difference.links.added == (after.canvas_by_id["manager"].links[-1],)
    assert difference.links
    assert not difference.notes


def test_a_canvas_that_came_or_went_is_all_different() -> None:
    before = workshop()
    after = delete(before, ["buyer"])
    assert ids(diff(before, after, "buyer").notes.removed) == ["price"]
    assert ids(diff(after, before, "buyer").notes.added) == ["price"]
    assert diff(before, after, None).tree


@given(workspaces(), st.data())
def test_a_difference_leads_from_one_to_the_other(before: Workspace, data: st.DataObject) -> None:
    canvases = list(before.canvas_by_id.values())
    canvas_id = data.draw(st.sampled_from([canvas.id for canvas in canvases])) if canvases else None
    note_ids = [note.id for canvas in canvases for note in canvas.notes]
    moved = data.draw(st.sets(st.sampled_from(note_ids))) if note_ids else set()
    after = place_notes(before, dict.fromkeys(moved, (-5.0, 0.25)))
    gone = data.draw(st.sets(st.sampled_from(note_ids))) if note_ids else set()
    after = delete(after, gone)
    if canvas_id:
        after = add_notes(after, canvas_id, [Note(section=Section.GAINS)])
        old, new = before.canvas_by_id[canvas_id], after.canvas_by_id[canvas_id]
        for parts, was, now in [
            (diff(before, after, canvas_id).notes, old.note_by_id, new.note_by_id),
            (diff(before, after, canvas_id).links, old.link_by_id, new.link_by_id),
        ]:
            result = {**was, **{part.id: part for part in (*parts.changed, *parts.added)}}
            for part in parts.removed:
                del result[part.id]
            assert same(tuple(result.values()), tuple(now.values()))
