"""A value map for another segment: notes are copied once, and links are only offered."""

from hypothesis import assume, given
from hypothesis import strategies as st

from canvasdesk.editing import red_team
from canvasdesk.editing.find import folded
from canvasdesk.editing.links import link
from canvasdesk.editing.notes import add_notes, park
from canvasdesk.editing.pivot import copy_value_map, offered_links
from canvasdesk.model.notes import Note, OfferState
from canvasdesk.model.sections import ANSWERS, Half, Section
from canvasdesk.model.workspace import Workspace
from tests.editing.workshop import workshop
from tests.strategies import workspaces

PAINTERS_PAINS = (
    Note(id="dry", section=Section.PAINS, text="Paint dries out"),
    Note(id="gone", section=Section.PAINS, text="Some tools get stolen"),
    Note(id="tardy", section=Section.PAINS, text="tools  arrive LATE"),
)


def square(workspace: Workspace, canvas_id: str) -> list[Note]:
    notes = workspace.canvas_by_id[canvas_id].notes
    return [note for note in notes if note.section.half is Half.SQUARE]


def test_the_square_is_copied_and_nothing_else() -> None:
    before = park(workshop(), ["bill"], parked=True)
    after, copies = copy_value_map(before, "manager", "painter")
    assert list(copies) == ["fleet", "swap", "bill"]
    painter = after.canvas_by_id["painter"]
    assert [note.id for note in painter.notes] == list(copies.values())
    assert painter.links == ()
    assert after.segments[0] is before.segments[0]
    fleet, swap, bill = painter.notes
    assert (fleet.section, fleet.text, fleet.x, fleet.y) == (Section.PRODUCTS, "Tool fleet", 40.0, 300.0)
    assert (swap.state, bill.parked) == (OfferState.EXISTS, True)


def test_a_note_that_stands_there_already_is_not_copied() -> None:
    there = Note(id="exchange", section=Section.RELIEVERS, text=" swap  ON site ")
    elsewhere = Note(id="other", section=Section.CREATORS, text="Tool fleet")
    before = add_notes(workshop(), "painter", [there, elsewhere])
    after, copies = copy_value_map(before, "manager", "painter")
    assert copies["swap"] == "exchange"
    assert copies["fleet"] not in {"other", "fleet"}
    again, same_copies = copy_value_map(after, "manager", "painter")
    assert (again, same_copies) == (after, copies)
    assert again is after


def test_every_link_is_offered_with_the_best_guess_first() -> None:
    before = add_notes(workshop(), "painter", PAINTERS_PAINS)
    after, copies = copy_value_map(before, "manager", "painter")
    offers = offered_links(after, "manager", "painter", copies)
    assert [(offer.source, offer.old_target.id, offer.strength, offer.targets) for offer in offers] == [
        (copies["fleet"], "job", 3, ()),
        (copies["swap"], "late", 2, ("tardy", "gone", "dry")),
        (copies["swap"], "lost", None, ("gone", "tardy", "dry")),
        (copies["bill"], "calm", 1, ()),
    ]


def test_what_was_not_copied_or_is_linked_already_is_not_offered() -> None:
    before = add_notes(workshop(), "painter", PAINTERS_PAINS)
    after, copies = copy_value_map(before, "manager", "painter")
    linked = link(after, "painter", copies["swap"], "tardy")
    late, _ = offered_links(linked, "manager", "painter", {"swap": copies["swap"]})
    assert late.targets == ("gone", "dry")


@given(workspaces(), st.data())
def test_a_pivot_answers_nothing_by_itself(workspace: Workspace, data: st.DataObject) -> None:
    assume(workspace.segments)
    workspace = red_team.end(workspace)  # in a round, no link is added
    one, other = (data.draw(st.sampled_from(list(workspace.canvas_by_id))) for _ in range(2))
    after, copies = copy_value_map(workspace, one, other)
    there = after.canvas_by_id[other]
    assert there.links == workspace.canvas_by_id[other].links
    for note in square(workspace, one):
        copy = there.note_by_id[copies[note.id]]
        assert (copy.section, folded(copy.text).split()) == (note.section, folded(note.text).split())
    offers = offered_links(after, one, other, copies)
    assert len(offers) == len(workspace.canvas_by_id[one].links)
    for offer in offers:
        for target in offer.targets:
            assert ANSWERS[there.note_by_id[offer.source].section] is there.note_by_id[target].section
            assert link(after, other, offer.source, target, offer.strength) is not after
