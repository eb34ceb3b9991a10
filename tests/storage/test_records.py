"""A record of what changed makes the one workspace of the other, exactly and with the order of everything."""

import json
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.editing import business, canvases, deletion, notes, segments
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.codec import read, write
from canvasdesk.storage.records import document_of, record, tree_of, update
from tests.editing.workshop import workshop
from tests.strategies import workspaces


def replayed(before: Workspace, *records: bytes) -> Workspace:
    """Give what the file of `before` becomes with `records`."""
    document = json.loads(write(before))
    tree = tree_of(document)
    for each in records:
        update(tree, json.loads(each))
    document = {**document_of(tree), "format": document["format"], "version": document["version"]}
    return read(json.dumps(document).encode(), "plan").workspace


@given(workspaces(), workspaces(), st.randoms())
def test_one_workspace_becomes_any_other(one: Workspace, other: Workspace, chance: Random) -> None:
    mixed = list(other.segments)
    chance.shuffle(mixed)
    third = evolve(other, segments=tuple(mixed))
    records = record(one, other), record(other, third), record(third, one)
    assert replayed(one, *records[:1]) == other
    assert replayed(one, *records[:2]) == third
    assert replayed(one, *records) == one


@given(workspaces(max_notes=8), st.data())
def test_notes_come_go_and_change_places(workspace: Workspace, data: st.DataObject) -> None:
    canvas = next(iter(workspace.canvas_by_id.values()), None)
    if canvas is None:
        return
    fresh = [Note(id=f"new{number}", section=Section.PAINS) for number in range(2)]
    known = [
        evolve(note, text="other") if data.draw(st.booleans()) else note
        for note in evolve(canvas, links=(), alternatives=()).notes
    ]
    chosen = data.draw(st.lists(st.sampled_from([*known, *fresh]), unique_by=lambda note: note.id))
    bare = deletion.delete(workspace, [*canvas.link_by_id, *(each.id for each in canvas.alternatives)])
    bare = evolve(bare, flows=(), evidence=(), hypotheses=())
    after = evolve(
        bare,
        segments=tuple(
            evolve(
                segment,
                canvases=tuple(
                    evolve(each, notes=tuple(chosen)) if each.id == canvas.id else each
                    for each in segment.canvases
                ),
            )
            for segment in bare.segments
        ),
    )
    assert replayed(workspace, record(workspace, bare), record(bare, after)) == after
    assert replayed(after, record(after, bare)) == bare


Edit = Callable[[Workspace], Workspace]


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (
            lambda now: notes.edit_notes(now, {"lost": {"text": "Gone"}}),
            {"segments": {"builders": {"canvases": {"manager": {"notes": {"lost": "…"}}}}}},
        ),
        (
            lambda now: deletion.delete(now, ["swap-lost"]),
            {"segments": {"builders": {"canvases": {"manager": {"links": {"swap-lost": None}}}}}},
        ),
        (
            lambda now: canvases.edit_canvas(now, "buyer", statement="Cheaper"),
            {"segments": {"builders": {"canvases": {"buyer": {"": "…"}}}}},
        ),
        (
            lambda now: segments.move_segment(now, "painters", 0),
            {"segments": {"": ["painters", "builders"]}},
        ),
        (
            lambda now: segments.add_segment(now, CustomerSegment(id="roofers")),
            {"segments": {"roofers": "…"}},
        ),
        (
            lambda now: business.edit_entries(now, {"fuel": {"amount": 1.0}}),
            {"business_model": {"business": {"entries": {"fuel": "…"}}}},
        ),
        (lambda now: evolve(now, title="Tools"), {"": "…"}),
        (lambda now: now, {}),
    ],
    ids=["note", "link gone", "canvas", "order", "segment", "entry", "title", "nothing"],
)
def test_a_record_holds_what_changed_and_no_more(edit: Edit, said: dict[str, object]) -> None:
    before = workshop()
    after = edit(before)
    assert without_leaves(json.loads(record(before, after)), said) == said
    assert replayed(before, record(before, after)) == after
    assert replayed(after, record(after, before)) == before


def without_leaves(found: object, pattern: object) -> object:
    """Give what was found with “…” where the pattern has that."""
    if pattern == "…" and found is not None:
        return "…"
    if isinstance(found, dict) and isinstance(pattern, dict):
        return {key: without_leaves(value, pattern.get(key)) for key, value in found.items()}
    return found


def test_an_edit_among_many_notes_costs_few_bytes() -> None:
    many = tuple(Note(section=Section.PAINS, text=f"Pain {number}") for number in range(5_000))
    before = notes.add_notes(workshop(), "painter", many)
    after = notes.edit_notes(before, {many[2_000].id: {"text": "Another"}})
    assert len(record(before, after)) < 300
    assert len(record(before, notes.add_notes(before, "painter", [Note(section=Section.GAINS)]))) < 300
    assert len(record(before, deletion.delete(before, [many[9].id, many[4_000].id]))) < 300


@pytest.mark.parametrize(
    "said",
    [
        "[]", "1", '{"segments": []}', '{"segments": {"builders": 1}}', '{"title": {}}',
        '{"segments": {"": ["builders"]}}', '{"segments": {"": 5}}', '{"": 1}',
        '{"business_model": {"business": {"": []}}}',
    ],
)  # fmt: skip
def test_what_is_no_record_is_refused(said: str) -> None:
    tree = tree_of(json.loads(write(workshop())))

    def replay() -> None:
        update(tree, json.loads(said))
        document_of(tree)

    with pytest.raises(ValueError, match=r"record|order"):
        replay()
