"""What changed, in a few sentences: the most important first, nothing told twice, nothing forgotten."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.editing.board import edit_workspace
from canvasdesk.editing.business import add_entries, edit_entries, place_entries
from canvasdesk.editing.canvases import edit_canvas, rate
from canvasdesk.editing.changes import changes
from canvasdesk.editing.deletion import delete
from canvasdesk.editing.evidence import add_hypothesis, edit_record
from canvasdesk.editing.flows import link_entry, review
from canvasdesk.editing.links import edit_links, set_strength
from canvasdesk.editing.notes import add_notes, edit_notes, move_to_section, park, place_notes, rank
from canvasdesk.editing.segments import add_role, add_segment, edit_segment, move_segment
from canvasdesk.model.business import Block, Entry
from canvasdesk.model.canvas import Role, Stakeholder
from canvasdesk.model.evidence import Hypothesis
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import View, Workspace
from canvasdesk.storage.codec import read, write
from tests.editing.edits import edited
from tests.editing.workshop import workshop
from tests.strategies import workspaces

BASE = workshop()
CANVAS_WORDS = "Words, status or role of canvas “Economic buyer” changed"
PAINS = [Note(section=Section.PAINS), Note(section=Section.PAINS)]


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (add_notes(BASE, "buyer", PAINS), ["2 notes added in Pains"]),
        (edit_notes(BASE, {"late": {"text": "Late tools"}}), ["“Tools arrive late” reworded"]),
        (edit_notes(BASE, {each: {"text": "Same"} for each in ("late", "lost")}), ["2 notes reworded"]),
        (rank(BASE, ["late", "lost"], 2), ["2 notes ranked"]),
        (park(BASE, ["late"], parked=True), ["1 note parked or taken back"]),
        (edit_notes(BASE, {"late": {"quote": "Again!"}}), ["1 note changed in detail"]),
        (
            delete(BASE, ["calm"]),
            ["1 note deleted in Gains", "1 link removed", "1 alternative rated or changed"],
        ),
        (move_to_section(BASE, ["price"], Section.GAINS), ["1 note moved to Gains"]),
        (place_notes(BASE, {"late": (5.0, 5.0)}), ["1 note put in another place"]),
        (set_strength(BASE, ["swap-late", "swap-lost", "bill-calm"], 3), ["3 links rated"]),
        (edit_links(BASE, {"swap-late": {"remark": "Mostly"}}), ["1 link changed"]),
        (
            delete(BASE, ["painters"]),
            ["Segment “without a name” deleted", "1 note of the business model changed"],
        ),
        (add_segment(BASE, CustomerSegment(name="Contract labs")), ["Segment “Contract labs” added"]),
        (edit_segment(BASE, "builders", name="Roofers"), ["Segment “Builders” renamed to “Roofers”"]),
        (edit_segment(BASE, "builders", need="Speed"), ["Segment “Builders” changed"]),
        (move_segment(BASE, "painters", 0), ["Another order"]),
        (add_role(BASE, "builders", Stakeholder(role=Role.SABOTEUR))[0], ["Role “Saboteur” added"]),
        (delete(BASE, ["buyer"]), ["Role “Economic buyer” deleted"]),
        (
            edit_canvas(BASE, "buyer", statement="Cheaper"),
            [CANVAS_WORDS],
        ),
        (add_entries(BASE, [Entry(block=Block.CHANNELS)]), ["1 note added to the business model"]),
        (edit_entries(BASE, {"fuel": {"amount": 1.0}}), ["1 note of the business model changed"]),
        (place_entries(BASE, {}, {"fuel": (9.0, 9.0)}), ["1 note put in another place"]),
        (link_entry(BASE, "late", "advice"), ["1 flow added"]),
        (review(BASE, ["vans-swap"]), ["1 flow reviewed or changed"]),
        (add_hypothesis(BASE, Hypothesis()), ["1 record of evidence or hypotheses added"]),
        (edit_record(BASE, "talk", level=2), ["1 record of evidence or hypotheses changed"]),
        (rate(BASE, "idle", "late", 1), ["1 alternative rated or changed"]),
        (edit_workspace(BASE, title="Sharing"), ["Title changed to “Sharing”"]),
        (
            evolve(BASE, business_model=evolve(BASE.business_model, name="Sharing")),
            ["Name or purpose of the business model changed"],
        ),
        (evolve(BASE, view=View(sides_swapped=True)), ["Sides swapped"]),
        (edit_workspace(BASE, description="Long"), ["Description or other words of the workspace changed"]),
    ],
)
def test_a_change_is_said_in_one_sentence(after: Workspace, said: list[str]) -> None:
    assert list(changes(BASE, after)) == said


def test_many_changes_are_cut_short_with_the_most_important_first() -> None:
    after = BASE
    for edit in (
        lambda it: place_notes(it, {"job": (5.0, 5.0)}),
        lambda it: edit_workspace(it, title="New"),
        lambda it: set_strength(it, ["swap-lost"], 1),
        lambda it: rank(it, ["late"], 1),
        lambda it: delete(it, ["painters"]),
    ):
        after = edit(after)
    assert changes(BASE, after, most=3) == (
        "Segment “without a name” deleted",
        "1 note ranked",
        "And 4 more changes",
    )
    assert len(changes(BASE, after, most=6)) == 6


def test_times_are_no_change() -> None:
    assert changes(BASE, evolve(BASE, modified=BASE.modified.replace(year=2040))) == ()


@given(st.builds(workshop) | workspaces(max_notes=4), st.data())
def test_something_is_said_exactly_where_something_changed(base: Workspace, data: st.DataObject) -> None:
    after = edited(data, base)
    assert bool(changes(base, after)) == (after != base)
    assert changes(after, read(write(after), "file").workspace) == ()
    assert len(changes(base, after)) <= 6
