"""Values: frozen, strict, unknown keys kept at every level, and `evolve` as the one way to another."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.sections import Section
from canvasdesk.model.value import Value, evolve, new_id
from canvasdesk.model.workspace import Workspace
from tests.scalars import json_values
from tests.strategies import canvases, notes, workspaces


def parts_of(value: object) -> Iterator[Value]:
    """Give every value inside a value, itself included."""
    if isinstance(value, Value):
        yield value
        for name in type(value).model_fields:
            yield from parts_of(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from parts_of(each)


@given(workspaces(), st.data())
def test_every_part_keeps_keys_that_it_does_not_know(workspace: Workspace, data: st.DataObject) -> None:
    part = data.draw(st.sampled_from(list(parts_of(workspace))))
    name, unknown = data.draw(st.sampled_from(["newer", "x y", "Ω"])), data.draw(json_values())
    document = part.model_dump(mode="json") | {name: unknown}
    loaded = type(part).model_validate_json(
        type(part).model_validate(document, strict=False).model_dump_json()
    )
    assert (loaded.model_extra or {})[name] == unknown


@given(notes(), st.text(max_size=5))
def test_evolve_keeps_unknown_keys_and_all_other_fields(note: Note, text: str) -> None:
    changed = evolve(note, text=text)
    assert changed.text == text
    assert changed.model_extra == note.model_extra
    assert evolve(changed, text=note.text) == note


@given(canvases(min_notes=1))
def test_evolve_without_a_change_gives_the_same_value(canvas: ValuePropositionCanvas) -> None:
    assert evolve(canvas) is canvas
    assert evolve(canvas, notes=canvas.notes, statement=canvas.statement) is canvas


@given(canvases(min_notes=1), st.data())
def test_evolve_keeps_untouched_parts_by_identity(
    canvas: ValuePropositionCanvas, data: st.DataObject
) -> None:
    chosen = data.draw(st.sampled_from(canvas.notes))
    moved = evolve(chosen, x=chosen.x / 2 + 1)
    notes_after = tuple(moved if note is chosen else note for note in canvas.notes)
    after = evolve(canvas, notes=notes_after)
    assert all(one is other for one, other in zip(after.notes, notes_after, strict=True))
    assert all(one is other for one, other in zip(after.links, canvas.links, strict=True))


def test_evolve_validates_and_forgets_cached_values() -> None:
    pain, gain = Note(id="pain", section=Section.PAINS), Note(id="gain", section=Section.GAINS)
    canvas = ValuePropositionCanvas(notes=(pain,))
    assert set(canvas.note_by_id) == {"pain"}
    assert set(evolve(canvas, notes=(gain,)).note_by_id) == {"gain"}
    with pytest.raises(ValidationError, match="less than or equal to 5"):
        evolve(pain, importance=6)
    with pytest.raises(ValidationError, match="valid integer"):
        evolve(pain, importance="5")
    with pytest.raises(ValidationError, match="not on its canvas"):
        evolve(canvas, links=(FitLink(source="pain", target="gone"),))
    assert canvas.links == ()


def test_evolve_refuses_a_field_that_the_value_does_not_have() -> None:
    note = Note.model_validate({"section": Section.PAINS, "newer": 1})
    for name in ("colour", "note_by_id", "newer"):
        with pytest.raises(TypeError, match=f"Note has no field {name}"):
            evolve(note, **{name: 1})


def test_a_value_cannot_be_changed_in_place() -> None:
    note = Note(section=Section.JOBS, text="as it was")
    with pytest.raises(ValidationError, match="frozen"):
        note.text = "changed"  # type: ignore[misc]
    assert note.text == "as it was"


@pytest.mark.parametrize(
    "fields",
    [
        {"x": float("nan")},
        {"y": float("inf")},
        {"x": 1e7},
        {"text": "x" * 20_001},
        {"author": "x" * 1_001},
        {"text": 7},
        {"parked": 1},
        {"importance": 0},
        {"importance": True},
        {"id": ""},
        {"id": "x" * 65},
        {"section": "pains and gains"},
    ],
)
def test_a_note_out_of_range_or_of_the_wrong_type_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Note.model_validate({"section": Section.PAINS} | fields)


def test_ids_are_never_met_twice() -> None:
    ids = {new_id() for _ in range(10_000)}
    assert len(ids) == 10_000
    assert all(1 <= len(each) <= 64 for each in ids)
