"""Finding notes whatever the case, the accents, the field and the order of words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.editing.business import edit_entries
from canvasdesk.editing.find import find, folded
from canvasdesk.editing.notes import edit_notes
from canvasdesk.editing.segments import edit_segment
from canvasdesk.model.business import Block
from tests.editing.workshop import workshop
from tests.scalars import texts


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("tools", ["late", "lost"]),
        ("TOOLS get", ["lost"]),
        ("get tools", ["lost"]),
        ("tool", ["late", "lost", "fleet"]),
        ("  ", []),
        ("", []),
        ("rocket", []),
        ("tools rocket", []),
    ],
)
def test_every_word_is_found_in_reading_order(query: str, found: list[str]) -> None:
    assert [hit.part_id for hit in find(workshop(), query)] == found


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Über Nacht", "uber"),
        ("uber Nacht", "ÜBER"),
        ("Straße", "strasse"),
        ("smørrebrød", "smorrebrod"),
        ("Łódź", "lodz"),
        ("İstanbul", "istanbul"),
        ("Œuvre", "oeuvre"),
        ("e\u0301te\u0301", "été"),
        ("שָׁלוֹם", "שלום"),
        ("Ｆｕｌｌ width", "full"),
        ("𝐁𝐨𝐥𝐝 letters", "bold"),
        ("Καφές", "καφες"),
    ],
)
def test_accents_and_case_do_not_matter(text: str, query: str) -> None:
    workspace = edit_notes(workshop(), {"late": {"text": text}})
    assert [hit.part_id for hit in find(workspace, query)] == ["late"]


@pytest.mark.parametrize("field", ["text", "detail", "quote", "measure"])
def test_the_hit_says_where(field: str) -> None:
    workspace = edit_notes(workshop(), {"late": {field: "45 minutes"}})
    (hit,) = find(workspace, "minutes")
    assert (hit.canvas_id, hit.part_id, hit.field, hit.text) == ("manager", "late", field, "45 minutes")


def test_canvases_come_in_order_and_notes_from_top_to_bottom() -> None:
    changes: dict[str, dict[str, object]] = {each: {"text": "x"} for each in ("late", "price", "swap")}
    hits = find(edit_notes(workshop(), {"lost": {"text": "x", "y": 10.0}, **changes}), "x")
    assert [(hit.canvas_id, hit.part_id) for hit in hits] == [
        ("manager", "lost"),
        ("manager", "late"),
        ("manager", "swap"),
        ("buyer", "price"),
    ]


@given(texts(), texts(8))
def test_a_note_is_found_by_any_part_of_its_text(text: str, extra: str) -> None:
    workspace = edit_notes(workshop(), {"late": {"text": text, "detail": extra}})
    for word in folded(text).split():
        assert "late" in [hit.part_id for hit in find(workspace, word)]


@given(st.text())
def test_folding_is_done_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_entries_and_segments_are_found_after_the_notes_of_all_canvases() -> None:
    workspace = edit_entries(
        workshop(), {"fuel": {"text": "Tools for vans"}, "vans": {"detail": "with tools"}}
    )
    workspace = edit_segment(workspace, "painters", situation="Without tools")
    hits = find(workspace, "tools")
    assert [(hit.canvas_id, hit.part_id, hit.within, hit.field) for hit in hits[2:]] == [
        (None, "painters", Block.SEGMENTS, "situation"),
        (None, "vans", Block.RESOURCES, "detail"),
        (None, "fuel", Block.COSTS, "text"),
    ]
