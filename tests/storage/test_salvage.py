"""Of a document that does not fit, everything else can be read, and what does not fit stays in the file."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.codec import Loaded, Unfit, read, write
from tests.storage.documents import UNFIT, small, with_note
from tests.strategies import workspaces

WRONG = [5, -1e9, True, None, "", "wrong", [], {}, [5], {"id": 5}, "x" * 30_000]


def rest(text: str) -> Loaded:
    """Give what can be read of a document that is refused."""
    with pytest.raises(Unfit) as refused:
        read(text.encode(), "plan")
    assert refused.value.rest
    return refused.value.rest


def check_kept_by_saving(loaded: Loaded) -> None:
    again = read(write(loaded.workspace), "plan")
    assert again.workspace == loaded.workspace
    assert again.notices == ()


def kept(loaded: Loaded) -> list[tuple[object, object]]:
    """Give the owners and values in the quarantine, which saving keeps."""
    check_kept_by_saving(loaded)
    return [(item["owner"], item["value"]) for item in loaded.workspace.quarantine]  # type: ignore[index,call-overload]


@pytest.mark.parametrize("fields", [{"importance": 6}, {"text": 5}, {"parked": 1}, {"y": -1e7}])
def test_a_note_stays_without_what_does_not_fit(fields: dict[str, object]) -> None:
    loaded = rest(with_note(author="Ann", **fields))
    (note,) = loaded.workspace.segments[2].canvases[0].notes
    assert (note.id, note.author, note.text, note.y) == ("n1", "Ann", "", 0)
    assert kept(loaded) == [("n1", fields)]
    assert loaded.notices == ("1 value could not be read; nothing is lost from the file.",)


def test_a_note_that_cannot_be_without_it_goes_whole_and_so_does_its_link() -> None:
    bad = {"id": "odd", "section": "worries", "text": "Still here"}
    link = {"id": "answer", "source": "reliever", "target": "odd"}
    notes = [{"id": "pain", "section": "pains"}, bad, {"id": "reliever", "section": "pain relievers"}]
    canvas = {"id": "canvas", "notes": notes, "links": [link]}
    loaded = rest(small(segments=[{"id": "s", "canvases": [canvas]}]))
    assert [note.id for note in loaded.workspace.segments[0].canvases[0].notes] == ["pain", "reliever"]
    assert sorted(kept(loaded), key=str) == [("canvas", link), ("canvas", {"notes": [bad]})]
    assert loaded.notices == (
        "1 value could not be read; nothing is lost from the file.",
        "1 link could not be shown; nothing is lost from the file.",
    )


def test_several_in_one_list_go_each_alone() -> None:
    odd = [{"id": "a"}, {"id": "c"}, {"id": "e", "section": 7}]
    notes = [odd[0], {"id": "b", "section": "pains"}, odd[1], {"id": "d", "section": "gains"}, odd[2]]
    loaded = rest(small(segments=[{"id": "s", "canvases": [{"id": "canvas", "notes": notes}]}]))
    assert [note.id for note in loaded.workspace.segments[0].canvases[0].notes] == ["b", "d"]
    assert sorted(kept(loaded), key=str) == [("canvas", {"notes": [each]}) for each in odd]


def test_what_belongs_to_nothing_with_an_id_is_told_by_its_place() -> None:
    loaded = rest(small(title=5, view={"covering": ["worries"]}))
    assert kept(loaded) == [("workspace", {"view": {"covering": ["worries"]}}), ("workspace", {"title": 5})]
    assert loaded.notices == ("2 values could not be read; nothing is lost from the file.",)


@pytest.mark.parametrize("name", ["two primary segments", "faults without end"])
def test_where_the_whole_does_not_fit_nothing_is_offered(name: str) -> None:
    with pytest.raises(Unfit) as refused:
        read(UNFIT[name][0], "plan")
    assert refused.value.rest is None


@given(workspaces(), st.data())
def test_whatever_stands_wrong_is_kept_and_the_rest_can_be_read(
    workspace: Workspace, data: st.DataObject
) -> None:
    document = json.loads(write(workspace))
    for _ in range(data.draw(st.integers(1, 4))):
        _spoil(document, data)
    try:
        loaded = read(json.dumps(document).encode(), "plan")
    except Unfit as refused:
        if refused.rest is None:
            return
        loaded = refused.rest
    check_kept_by_saving(loaded)
    before, after = _words(document), _words(json.loads(write(loaded.workspace)))
    assert before <= after


def _spoil(document: dict[str, object], data: st.DataObject) -> None:
    """Put something wrong somewhere in a document."""
    whole: object = document
    while True:
        steps = [*(range(len(whole)) if isinstance(whole, list) else whole)]  # type: ignore[arg-type,call-overload]
        step = data.draw(st.sampled_from(steps))
        inner = whole[step]  # type: ignore[index]
        if step in ("format", "version", "id") or not inner:
            return
        if not isinstance(inner, dict | list) or data.draw(st.booleans()):
            whole[step] = data.draw(st.sampled_from(WRONG))  # type: ignore[index]
            return
        whole = inner


def _words(part: object) -> set[str]:
    """Give all texts in a document."""
    if isinstance(part, dict | list):
        inner = part.values() if isinstance(part, dict) else part
        return set().union(*map(_words, inner))
    return {part} if isinstance(part, str) and part else set()
