"""Edits of notes: what changes, what goes with it, and what stays the very same object."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from canvasdesk.editing.deletion import delete
from canvasdesk.editing.notes import (
    add_copies,
    add_notes,
    duplicate,
    edit_notes,
    lost_links,
    move_to_section,
    move_to_sections,
    park,
    place_notes,
    rank,
)
from canvasdesk.editing.whole import same
from canvasdesk.model.notes import FIELDS, SPECIAL_FIELDS, JobType, Note, SupportingRole
from canvasdesk.model.sections import Section
from canvasdesk.model.value import REACH
from canvasdesk.model.workspace import Workspace
from tests.editing.workshop import LINKS, NOTES, workshop
from tests.strategies import workspaces


def links_of(workspace: Workspace) -> set[str]:
    return set(workspace.canvas_by_id["manager"].link_by_id)


def note_of(workspace: Workspace, note_id: str) -> Note:
    note = workspace.note(note_id)
    assert note is not None
    return note


def test_added_notes_come_last() -> None:
    after = add_notes(workshop(), "manager", [Note(id="new", section=Section.GAINS)])
    assert [note.id for note in after.canvas_by_id["manager"].notes] == [*(note.id for note in NOTES), "new"]


def test_an_id_that_is_taken_cannot_be_added() -> None:
    with pytest.raises(ValidationError, match="share an id"):
        add_notes(workshop(), "painter", [Note(id="late", section=Section.GAINS)])


def test_only_what_changes_becomes_another_object() -> None:
    before = workshop()
    after = edit_notes(before, {"late": {"text": "Tools come too late", "importance": 2}})
    old, new = before.canvas_by_id["manager"], after.canvas_by_id["manager"]
    assert note_of(after, "late").text == "Tools come too late"
    assert [note.id for one, note in zip(old.notes, new.notes, strict=True) if one is not note] == ["late"]
    assert same(old.links, new.links)
    assert after.canvas_by_id["buyer"] is before.canvas_by_id["buyer"]
    assert after.segments[1] is before.segments[1]
    assert after.business_model is before.business_model


@pytest.mark.parametrize(
    "edit",
    [
        lambda workspace: edit_notes(workspace, {"late": {"text": "Tools arrive late", "importance": 4}}),
        lambda workspace: place_notes(workspace, {"late": (900, 500)}),
        lambda workspace: rank(workspace, ["late"], 4),
        lambda workspace: rank(workspace, ["swap"], 4),
        lambda workspace: park(workspace, ["late"], parked=False),
        lambda workspace: move_to_section(workspace, ["late"], Section.PAINS),
        lambda workspace: add_notes(workspace, "manager", []),
        lambda workspace: duplicate(workspace, [], (9, 9))[0],
        lambda workspace: delete(workspace, []),
    ],
)
def test_an_edit_without_effect_gives_the_workspace_itself(edit: Callable[[Workspace], Workspace]) -> None:
    before = workshop()
    assert edit(before) is before


@pytest.mark.parametrize("field", ["id", "section"])
def test_id_and_section_are_no_fields_to_edit(field: str) -> None:
    with pytest.raises(TypeError, match=field):
        edit_notes(workshop(), {"late": {field: "gains"}})


@pytest.mark.parametrize("wrong", ["nowhere", "swap-late", "rental"])
def test_only_notes_are_edited(wrong: str) -> None:
    with pytest.raises(KeyError, match=wrong):
        edit_notes(workshop(), {"late": {"text": "x"}, wrong: {"text": "x"}})


def test_a_bad_value_leaves_all_as_it_was() -> None:
    before = workshop()
    with pytest.raises(ValidationError):
        edit_notes(before, {"late": {"importance": 6}})
    assert before == workshop()


def test_a_job_loses_its_role_with_its_type() -> None:
    after = edit_notes(workshop(), {"job": {"job_type": JobType.SOCIAL}})
    assert (note_of(after, "job").job_type, note_of(after, "job").job_role) == (JobType.SOCIAL, None)
    kept = edit_notes(workshop(), {"job": {"job_role": SupportingRole.TRANSFERRER}})
    assert note_of(kept, "job").job_role is SupportingRole.TRANSFERRER


def test_places_are_rounded_and_stay_within_reach() -> None:
    after = place_notes(workshop(), {"late": (12.3456, -7.001), "lost": (2e9, -2e9)})
    assert (note_of(after, "late").x, note_of(after, "late").y) == (12.35, -7.0)
    assert (note_of(after, "lost").x, note_of(after, "lost").y) == (REACH, -REACH)


def test_only_the_circle_is_ranked() -> None:
    after = rank(workshop(), ["late", "calm", "swap", "fleet"], 2)
    ranked = {note.id: note.importance for note in after.canvas_by_id["manager"].notes}
    assert ranked == {"job": 5, "late": 2, "lost": None, "calm": 2, "fleet": None, "swap": None, "bill": None}
    assert note_of(rank(after, ["late"], None), "late").importance is None


def test_parked_and_taken_back() -> None:
    after = park(workshop(), ["late", "swap"], parked=True)
    assert [note.id for note in after.canvas_by_id["manager"].notes if note.parked] == ["late", "swap"]
    assert park(after, ["late", "swap"], parked=False) == workshop()


@pytest.mark.parametrize(
    ("moved", "section", "lost"),
    [
        ("late", Section.GAINS, {"swap-late"}),
        ("late", Section.RELIEVERS, {"swap-late"}),
        ("swap", Section.CREATORS, {"swap-late", "swap-lost"}),
        ("swap", Section.PAINS, {"swap-late", "swap-lost"}),
        ("fleet", Section.RELIEVERS, {"fleet-job"}),
        ("late", Section.PAINS, set()),
    ],
)
def test_moving_to_a_section_drops_the_links_that_no_longer_hold(
    moved: str, section: Section, lost: set[str]
) -> None:
    before = workshop()
    after = move_to_section(before, [moved], section)
    assert note_of(after, moved).section is section
    assert links_of(before) - links_of(after) == lost == lost_links(before, {moved: section})


def test_two_ends_that_move_to_partners_keep_their_link() -> None:
    after = move_to_sections(workshop(), {"swap": Section.CREATORS, "late": Section.GAINS}, {"late": (1, 2)})
    assert links_of(after) == {"fleet-job", "swap-late", "bill-calm"}
    assert (note_of(after, "late").x, note_of(after, "late").y) == (1, 2)


def test_moving_into_the_square_drops_rank_kind_ratings_and_flows() -> None:
    after = move_to_section(workshop(), ["job", "late"], Section.PRODUCTS, {"late": (50, 60)})
    late = note_of(after, "late")
    assert late == Note(id="late", section=Section.PRODUCTS, text="Tools arrive late", x=50, y=60)
    assert after.canvas_by_id["manager"].alternatives[0].ratings == {"calm": 1}
    assert [flow.id for flow in after.flows] == ["vans-swap", "fuel-swap", "at-builders"]
    assert after.evidence[0].about == ("late", "job")


def test_moving_within_the_circle_keeps_ratings_and_rank() -> None:
    after = move_to_section(workshop(), ["late"], Section.GAINS)
    assert (note_of(after, "late").importance, note_of(after, "late").is_cost) == (4, False)
    assert after.canvas_by_id["manager"].alternatives[0].ratings == {"late": 2, "calm": 1}


@given(workspaces(), st.data())
def test_any_note_can_move_to_any_section(workspace: Workspace, data: st.DataObject) -> None:
    notes = [note for canvas in workspace.canvas_by_id.values() for note in canvas.notes]
    sections = {note.id: data.draw(st.sampled_from(Section)) for note in notes if data.draw(st.booleans())}
    after = move_to_sections(workspace, sections)
    for note_id, section in sections.items():
        old, new = note_of(workspace, note_id), note_of(after, note_id)
        shared = FIELDS[old.section] & FIELDS[section]
        assert new.section is section
        assert {name: getattr(new, name) for name in shared} == {name: getattr(old, name) for name in shared}
        assert not any(getattr(new, name) for name in SPECIAL_FIELDS - shared - FIELDS[section])
        assert (new.text, new.detail, new.x, new.y, new.model_extra) == (
            old.text,
            old.detail,
            old.x,
            old.y,
            old.model_extra,
        )
    staying = {note.id for note in notes} - sections.keys()
    assert all(note_of(after, each) is note_of(workspace, each) for each in staying)


def test_copies_have_new_ids_and_the_links_among_them() -> None:
    before = workshop()
    after, copies = duplicate(before, ["late", "swap", "bill"], (18, 20))
    canvas = after.canvas_by_id["manager"]
    assert same(canvas.notes[: len(NOTES)], before.canvas_by_id["manager"].notes)
    late, swap, bill = (canvas.note_by_id[each] for each in copies)
    assert (late.text, late.x, late.y, late.importance) == ("Tools arrive late", 918, 520, 4)
    assert (swap.section, bill.section) == (Section.RELIEVERS, Section.CREATORS)
    (link,) = canvas.links[len(LINKS) :]
    assert (link.source, link.target, link.strength) == (swap.id, late.id, 2)
    assert not {late.id, swap.id, bill.id, link.id} & before.canvas_by_id["manager"].ids


def test_the_same_notes_can_be_copied_to_another_canvas_twice() -> None:
    once, first = add_copies(workshop(), "painter", NOTES, LINKS)
    twice, second = add_copies(once, "painter", NOTES, LINKS, (5, 0))
    canvas = twice.canvas_by_id["painter"]
    assert [canvas.note_by_id[each].text for each in first] == [note.text for note in NOTES]
    assert (len(canvas.notes), len(canvas.links)) == (2 * len(NOTES), 2 * len(LINKS))
    assert not set(first) & set(second)
