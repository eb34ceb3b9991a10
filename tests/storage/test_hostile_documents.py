"""Whatever stands in a file, it is read or refused with one sentence; nothing else ever happens."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from canvasdesk.storage.codec import read, write
from canvasdesk.storage.errors import ReadError
from tests.scalars import json_values
from tests.storage.documents import HEADER
from tests.strategies import workspaces


def read_or_refused(data: bytes) -> None:
    try:
        loaded = read(data, "plan")
    except ReadError as error:
        said = str(error)
        assert said.startswith("“plan” cannot be opened: ")
        assert said.endswith(".")
        assert "\n" not in said
        assert len(said) < 400
    else:
        again = read(write(loaded.workspace), "plan")
        assert again.workspace == loaded.workspace
        assert again.notices == ()


@given(st.binary(max_size=200))
def test_arbitrary_bytes(data: bytes) -> None:
    with pytest.raises(ReadError):
        read(data, "plan")


@given(json_values())
def test_arbitrary_json(value: object) -> None:
    read_or_refused(json.dumps(value).encode())


KEYS = st.sampled_from(
    [
        "segments",
        "canvases",
        "notes",
        "links",
        "flows",
        "evidence",
        "about",
        "ratings",
        "id",
        "section",
        "view",
    ]
)
SHAPES = st.recursive(
    st.sampled_from([None, True, 0, 1.5, "", "pains", "pain relievers", "n1", "2026-03-31"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(
    st.dictionaries(
        KEYS | st.sampled_from(["business_model", "iterations", "quarantine"]), SHAPES, max_size=5
    )
)
def test_our_keys_in_any_shape(value: dict[str, object]) -> None:
    read_or_refused(json.dumps({**HEADER, **value}).encode())


@st.composite
def damaged(draw: DrawFn) -> bytes:
    """Draw a good document in which a few values are replaced, repeated, exchanged or taken away."""
    document = json.loads(write(draw(workspaces(max_notes=4))))
    for _ in range(draw(st.integers(1, 3))):
        places = list(_places(document))
        whole, key = draw(st.sampled_from(places))
        other, other_key = draw(st.sampled_from(places))
        match draw(st.sampled_from(["replace", "copy", "remove", "repeat"])):
            case "replace":
                whole[key] = draw(json_values())
            case "copy":
                whole[key] = json.loads(json.dumps(other[other_key]))
            case "remove":
                del whole[key]
            case "repeat" if isinstance(whole, list):
                whole.append(whole[key])
    return json.dumps(document).encode()


def _places(value):
    if isinstance(value, (dict, list)):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from _places(value[key])


@given(damaged())
def test_damaged_documents(data: bytes) -> None:
    read_or_refused(data)


@given(workspaces(max_segments=1, max_notes=2), st.data())
def test_damaged_bytes(workspace, draws) -> None:
    data = write(workspace)
    start = draws.draw(st.integers(0, len(data)))
    end = draws.draw(st.integers(start, min(start + 8, len(data))))
    read_or_refused(data[:start] + draws.draw(st.binary(max_size=4)) + data[end:])
