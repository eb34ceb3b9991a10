"""What is written reads back the same, byte by byte and value by value, whatever it holds."""

import gc
import json
import re
from datetime import UTC, datetime

import pytest
from hypothesis import given

from canvasdesk.model.business import BusinessModelCanvas
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.codec import read, write
from canvasdesk.storage.errors import ReadError, SaveCancelled
from canvasdesk.storage.save import digest
from tests.storage.documents import HEADER, small
from tests.strategies import workspaces

MOMENT = datetime(2026, 3, 31, 9, tzinfo=UTC)


@given(workspaces())
def test_reading_what_was_written_gives_the_same(workspace: Workspace) -> None:
    data = write(workspace)
    loaded = read(data, "plan")
    assert loaded.workspace == workspace
    assert (loaded.notices, loaded.newer, loaded.digest) == ((), False, digest(data))
    assert write(loaded.workspace) == data


@given(workspaces())
def test_the_pieces_of_a_file_are_what_pydantic_writes_of_the_whole(workspace: Workspace) -> None:
    whole = json.loads(workspace.model_dump_json(exclude_defaults=True))
    moments = json.loads(workspace.model_dump_json(include={"created", "modified"}))
    assert json.loads(write(workspace)) == {**whole, **moments, **HEADER}


def test_a_large_file_is_written_in_many_steps_and_any_of_them_can_end_it() -> None:
    notes = tuple(Note(id=f"n{number}", section=Section.PAINS) for number in range(2000))
    segment = CustomerSegment(canvases=(ValuePropositionCanvas(notes=notes),))
    steps: list[None] = []

    def step(_share: float) -> None:
        steps.append(None)
        if len(steps) == 5:
            raise SaveCancelled("plan")

    with pytest.raises(SaveCancelled):
        write(Workspace(segments=(segment,)), step)
    assert len(steps) == 5


def without_numbers(text: str) -> str:
    return re.sub(r"-?\d[\d.eE+-]*", "0", text)  # 1e-7 and 1e-07 are the same


@given(workspaces())
def test_the_file_is_plain_json_with_its_format_first(workspace: Workspace) -> None:
    data = write(workspace)
    document = json.loads(data)
    assert list(document)[:3] == ["format", "version", "id"]
    assert {key: document[key] for key in HEADER} == HEADER
    assert without_numbers(data.decode()) == without_numbers(
        json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    )
    fields = [*HEADER, *Workspace.model_fields]
    known = [key for key in document if key in fields]
    assert known == sorted(known, key=fields.index)


def test_a_file_reads_as_people_would_write_it() -> None:
    notes = (
        Note(id="n1", section=Section.PAINS, text="Größe <b> “ünklar”\n", x=12.5, importance=4),
        Note(id="n2", section=Section.RELIEVERS, x=-0.25, y=3.0),
    )
    canvas = ValuePropositionCanvas(id="c1", notes=notes, links=(FitLink(id="l1", source="n2", target="n1"),))
    segment = CustomerSegment(id="s1", canvases=(canvas,), future={"b": 1, "a": [1.5, None]})  # type: ignore[call-arg]
    business = BusinessModelCanvas(id="b1")
    workspace = Workspace(
        id="w1", created=MOMENT, modified=MOMENT, business_model=business, segments=(segment,)
    )
    assert write(workspace).decode() == WRITTEN


WRITTEN = """\
{
  "format": "canvasdesk",
  "version": 1,
  "id": "w1",
  "created": "2026-03-31T09:00:00Z",
  "modified": "2026-03-31T09:00:00Z",
  "business_model": {
    "id": "b1"
  },
  "segments": [
    {
      "id": "s1",
      "canvases": [
        {
          "id": "c1",
          "notes": [
            {
              "id": "n1",
              "section": "pains",
              "text": "Größe <b> “ünklar”\\n",
              "x": 12.5,
              "importance": 4
            },
            {
              "id": "n2",
              "section": "pain relievers",
              "x": -0.25,
              "y": 3.0
            }
          ],
          "links": [
            {
              "id": "l1",
              "source": "n2",
              "target": "n1"
            }
          ]
        }
      ],
      "future": {
        "b": 1,
        "a": [
          1.5,
          null
        ]
      }
    }
  ]
}
"""


def test_the_moments_are_written_even_when_they_are_now() -> None:
    document = json.loads(write(Workspace()))
    assert {"created", "modified"} <= document.keys()


def test_the_files_own_keys_are_not_the_workspaces() -> None:
    loaded = read(small(title="x", future=1).encode(), "plan").workspace
    assert loaded.model_extra == {"future": 1}


def test_keys_of_the_header_that_slipped_into_a_workspace_are_not_written_twice() -> None:
    workspace = Workspace(format="other", version=7)  # type: ignore[call-arg]
    keys = [key for key, _ in json.loads(write(workspace), object_pairs_hook=list)]
    assert keys[:2] == ["format", "version"]
    assert len(set(keys)) == len(keys)


def test_very_many_unknown_keys_are_written_in_one_go() -> None:
    crowd = Workspace.model_validate({f"k{number}": number for number in range(30_000)})
    assert read(write(crowd), "plan").workspace == crowd  # one by one, this would take minutes


@pytest.mark.parametrize("version", [2, 10**9])
def test_a_newer_file_is_shown_with_a_notice(version: int) -> None:
    data = small(title="From the future", rooms=[{"id": "r1"}]).replace(
        '"version": 1', f'"version": {version}'
    )
    loaded = read(data.encode(), "plan")
    assert loaded.newer
    assert loaded.notices == ("A newer canvasdesk wrote this file, so it is only shown.",)
    assert loaded.workspace.title == "From the future"
    assert loaded.workspace.model_extra == {"rooms": [{"id": "r1"}]}


@pytest.mark.parametrize("data", [small().encode(), b"{"])
def test_the_garbage_collector_runs_again_afterwards(data: bytes) -> None:
    for switch, running in ((gc.disable, False), (gc.enable, True)):
        switch()
        try:
            read(data, "plan")
        except ReadError:
            assert data == b"{"
        assert gc.isenabled() is running
