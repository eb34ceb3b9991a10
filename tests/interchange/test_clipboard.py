"""Our own clipboard format comes back whole, and nothing else gets in."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.interchange.clipboard import MOST_BYTES, clip, read_clip, write_clip
from canvasdesk.model.canvas import ValuePropositionCanvas
from tests.strategies import canvases


@given(canvases(min_notes=1), st.booleans(), st.data())
def test_a_clip_comes_back_whole(canvas: ValuePropositionCanvas, swapped: bool, data: st.DataObject) -> None:
    chosen = data.draw(st.sets(st.sampled_from([note.id for note in canvas.notes]), min_size=1))
    clipped = clip(canvas, chosen, sides_swapped=swapped)
    assert {note.id for note in clipped.notes} == chosen
    assert {link.id for link in clipped.links} == {
        link.id for link in canvas.links if {link.source, link.target} <= chosen
    }
    assert read_clip(write_clip(clipped)) == clipped


GOOD = {
    "format": "canvasdesk-clip",
    "version": 1,
    "notes": [{"id": "a", "section": "pains"}, {"id": "b", "section": "pain relievers"}],
    "links": [{"source": "b", "target": "a"}],
}


def test_a_clip_by_hand_is_read() -> None:
    clipped = read_clip(json.dumps(GOOD).encode())
    assert clipped is not None
    assert [note.id for note in clipped.notes] == ["a", "b"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"format": "other"},
        {"version": 2},
        {"notes": []},
        {"notes": [{"section": "gadgets"}]},
        {"notes": [{"id": "a", "section": "pains"}, {"id": "a", "section": "pain relievers"}]},
        {"notes": [{"id": "a", "section": "pains", "importance": 9}]},
        {"notes": [{"id": "a", "section": "pains", "x": 1e300}]},
        {"links": [{"source": "a", "target": "b"}]},
        {"links": [{"source": "b", "target": "c"}]},
        {"links": None},
    ],
)
def test_a_clip_with_something_wrong_is_not_read(wrong: dict[str, object]) -> None:
    assert read_clip(json.dumps({**GOOD, **wrong}).encode()) is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"null",
        b"[" * 100_000,
        b'{"format":',
        json.dumps(GOOD).replace('"pains"', '"pains", "x": NaN').encode(),
        json.dumps(GOOD).encode() + b" " * MOST_BYTES,
    ],
    ids=["empty", "no text", "null", "deep", "cut", "not a number", "huge"],
)
def test_broken_bytes_are_not_read(data: bytes) -> None:
    assert read_clip(data) is None
