"""Two versions made one: what each changed is there, what both changed is told, and nothing breaks."""

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.editing.board import edit_workspace, swap_sides
from canvasdesk.editing.business import add_entries, edit_entries, move_to_block
from canvasdesk.editing.canvases import add_alternative, edit_alternative, rate
from canvasdesk.editing.conflicts import Conflict, Side
from canvasdesk.editing.deletion import delete
from canvasdesk.editing.evidence import attach, edit_record
from canvasdesk.editing.fields import own
from canvasdesk.editing.flows import link_entry, review
from canvasdesk.editing.links import link, set_strength
from canvasdesk.editing.merge import merge, resolved
from canvasdesk.editing.naming import said
from canvasdesk.editing.notes import add_notes, edit_notes, move_to_section, place_notes, rank
from canvasdesk.editing.segments import add_role, add_segment, edit_segment, move_segment
from canvasdesk.editing.things import laid_out, mentions
from canvasdesk.model.business import Block, Entry
from canvasdesk.model.canvas import Alternative, AlternativeKind, Role, Stakeholder
from canvasdesk.model.evidence import TestCard
from canvasdesk.model.notes import Note, PainType
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment, Priority
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.codec import read, write
from tests.editing.edits import edited
from tests.editing.test_random_edits import check_whole
from tests.editing.workshop import workshop
from tests.strategies import workspaces

BASE = workshop()
SPARE = Note(id="spare", section=Section.RELIEVERS)
BEGINNINGS = st.builds(workshop) | workspaces(max_notes=4)

Edit = Callable[[Workspace], Workspace]


def keys(conflicts: tuple[Conflict, ...]) -> list[tuple[str, str | None]]:
    return [conflict.key for conflict in conflicts]


def check_peaceful(mine: Edit, theirs: Edit) -> Workspace:
    """Check that two edits meet without conflict, whoever merges, and give what they make."""
    one, other = merge(BASE, mine(BASE), theirs(BASE)), merge(BASE, theirs(BASE), mine(BASE))
    assert (one.conflicts, other.conflicts) == ((), ())
    assert content(one.workspace) == content(other.workspace)
    check_whole(one.workspace)
    return one.workspace


def content(workspace: Workspace) -> Mapping[str, object]:
    """Give what is in a workspace whatever its order: fields and owners by id, lists of ids as sets."""
    things = laid_out(workspace)

    def unordered(value: object) -> object:
        return (
            set(value) if isinstance(value, tuple) and all(isinstance(each, str) for each in value) else value
        )

    found: dict[str, object] = {
        each: (things.homes[each], {name: unordered(field) for name, field in own(value).items()})
        for each, value in things.values.items()
    }
    quarantine = sorted(map(repr, workspace.quarantine))
    return {**found, "": ({**own(workspace), "quarantine": quarantine}, own(workspace.business_model))}


# One thing at a time ----------------------------------------------------------------------------------------


def test_fields_of_one_note_merge_independently() -> None:
    after = check_peaceful(
        lambda it: edit_notes(it, {"late": {"text": "Tools come late", "measure": "days"}}),
        lambda it: rank(place_notes(it, {"late": (910.0, 500.0)}), ["late"], 5),
    )
    late = after.note_by_id["late"]
    assert (late.text, late.measure, late.x, late.importance) == ("Tools come late", "days", 910.0, 5)


def test_the_same_change_twice_is_no_conflict() -> None:
    check_peaceful(lambda it: rank(it, ["late"], 5), lambda it: rank(it, ["late"], 5))


def test_two_words_for_one_note_are_a_conflict_that_can_be_turned() -> None:
    mine, theirs = (edit_notes(BASE, {"late": {"text": each}}) for each in ("Mine", "Theirs"))
    merged = merge(BASE, mine, theirs)
    assert merged.workspace == mine
    (conflict,) = merged.conflicts
    assert (conflict.base, conflict.mine, conflict.theirs) == ("Tools arrive late", "Mine", "Theirs")
    assert (conflict.key, conflict.kind, conflict.name, conflict.taken) == (
        ("late", "text"),
        Note,
        "Mine",
        Side.MINE,
    )
    assert said(conflict) == "Note “Mine”: text stays “Mine”; the other file has “Theirs”."
    assert resolved(merged, {conflict.key: Side.THEIRS}) == theirs
    assert merged.changes == ()


def test_what_one_deletes_and_the_other_leaves_alone_is_deleted() -> None:
    after = check_peaceful(lambda it: delete(it, ["late"]), lambda it: rank(it, ["lost"], 2))
    assert after == rank(delete(BASE, ["late"]), ["lost"], 2)


def test_what_one_deletes_and_the_other_changes_stays_with_its_links_and_mentions() -> None:
    mine, theirs = delete(BASE, ["late"]), edit_notes(BASE, {"late": {"text": "Tools come late"}})
    merged = merge(BASE, mine, theirs)
    assert content(merged.workspace) == content(theirs)
    (conflict,) = merged.conflicts
    assert (conflict.key, conflict.mine, conflict.taken) == (("late", None), None, Side.THEIRS)
    assert said(conflict) == "Note “Tools come late” is back, because the other file changed it."
    assert resolved(merged, {conflict.key: Side.MINE}) == mine
    turned = merge(BASE, theirs, mine)
    assert turned.workspace == theirs
    assert said(turned.conflicts[0]) == "Note “Tools come late” stays, though the other file deleted it."
    assert resolved(turned, {conflict.key: Side.THEIRS}) == mine


@pytest.mark.parametrize(
    "use",
    [
        lambda it: set_strength(it, ["swap-late"], 3),
        lambda it: rate(it, "idle", "late", 1),
        lambda it: rate(it, "rental", "late", 3),
        lambda it: link_entry(it, "late", "advice"),
        lambda it: link(add_notes(it, "manager", [SPARE]), "manager", "spare", "late"),
    ],
)
def test_a_note_that_the_other_one_used_stays_too(use: Edit) -> None:
    theirs = use(BASE)
    merged = merge(BASE, delete(BASE, ["late"]), theirs)
    assert keys(merged.conflicts) == [("late", None)]
    assert content(merged.workspace) == content(theirs)
    check_whole(resolved(merged, {("late", None): Side.MINE}))


def test_a_canvas_that_the_other_one_filled_stays_whole() -> None:
    theirs = add_notes(BASE, "buyer", [Note(id="proof", section=Section.GAINS, text="Proof")])
    merged = merge(BASE, delete(BASE, ["builders"]), theirs)
    assert keys(merged.conflicts) == [("builders", None)]
    assert content(merged.workspace) == content(theirs)


def test_records_lose_the_mention_of_what_the_other_one_deleted() -> None:
    after = check_peaceful(
        lambda it: delete(it, ["late"]),
        lambda it: attach(edit_record(it, "talk", source="Ann"), "talk", ["lost"]),
    )
    talk = after.evidence[0]
    assert (talk.about, talk.source) == (("job", "lost"), "Ann")


def test_two_links_between_the_same_notes_become_one() -> None:
    base = add_notes(BASE, "manager", [SPARE])
    mine, theirs = (link(base, "manager", "spare", "late", strength) for strength in (None, 2))
    theirs = attach(theirs, "order", [theirs.canvas_by_id["manager"].links[-1].id])
    merged = merge(base, mine, theirs)
    (made,) = (each for each in merged.workspace.canvas_by_id["manager"].links if each.source == "spare")
    assert merged.workspace.evidence[1].about == ("swap", made.id)
    assert keys(merged.conflicts) == [(made.id, "strength")]
    assert made.strength is None
    turned = resolved(merged, {(made.id, "strength"): Side.THEIRS})
    assert turned.link(made.id) == evolve(made, strength=2)


def test_a_link_made_anew_gives_way_to_the_old_one_that_the_other_one_rated() -> None:
    mine = link(delete(BASE, ["swap-late"]), "manager", "swap", "late")
    theirs = set_strength(BASE, ["swap-late"], 3)
    for merged in (merge(BASE, mine, theirs), merge(BASE, theirs, mine)):
        assert keys(merged.conflicts) == [("swap-late", None)]
        assert content(merged.workspace) == content(theirs)
        deleting = merged.conflicts[0].taken.other
        assert content(resolved(merged, {("swap-late", None): deleting})) == content(mine)
    assert merge(BASE, BASE, mine).workspace == merge(BASE, mine, BASE).workspace == mine


def test_two_flows_between_the_same_ends_become_one() -> None:
    after = check_peaceful_twice(lambda it: link_entry(it, "late", "advice"))
    assert len(after.flows) == len(BASE.flows) + 1


def test_doing_nothing_twice_becomes_one_alternative() -> None:
    base = delete(BASE, ["idle"])
    mine, theirs = (
        rate(
            add_alternative(base, "manager", Alternative(id=each, kind=AlternativeKind.DO_NOTHING)),
            each,
            note,
            1,
        )
        for each, note in (("mine", "late"), ("theirs", "lost"))
    )
    merged = merge(base, mine, theirs)
    (idle,) = (each for each in merged.workspace.canvas_by_id["manager"].alternatives if each.id != "rental")
    assert (idle.id, idle.ratings, merged.conflicts) == ("mine", {"late": 1, "lost": 1}, ())


def check_peaceful_twice(edit: Edit) -> Workspace:
    """Check that the same edit by both, with other ids, meets without conflict."""
    merged = merge(BASE, edit(BASE), edit(BASE))
    assert merged.conflicts == ()
    return merged.workspace


def test_one_of_two_alternatives_does_nothing() -> None:
    base = edit_alternative(
        add_alternative(BASE, "manager", Alternative(id="other", kind=AlternativeKind.SUBSTITUTE)),
        "idle",
        kind=AlternativeKind.WORKAROUND,
    )
    mine, theirs = (
        edit_alternative(base, each, kind=AlternativeKind.DO_NOTHING) for each in ("rental", "other")
    )
    merged = merge(base, mine, theirs)
    assert keys(merged.conflicts) == [("manager", "do nothing")]
    assert merged.workspace == mine
    assert resolved(merged, {("manager", "do nothing"): Side.THEIRS}) == theirs


def test_one_of_two_segments_is_primary() -> None:
    base = add_segment(edit_segment(BASE, "builders", priority=None), CustomerSegment(id="roofers"))
    mine, theirs = (edit_segment(base, each, priority=Priority.PRIMARY) for each in ("painters", "roofers"))
    merged = merge(base, mine, theirs)
    assert keys(merged.conflicts) == [("workspace", "primary")]
    assert merged.workspace == mine
    assert resolved(merged, {("workspace", "primary"): Side.THEIRS}) == theirs


def test_a_segment_keeps_the_canvas_that_mine_kept() -> None:
    mine, theirs = delete(BASE, ["buyer"]), delete(BASE, ["manager"])
    merged = merge(BASE, mine, theirs)
    assert keys(merged.conflicts) == [("builders", "canvases")]
    assert [canvas.id for canvas in merged.workspace.segments[0].canvases] == ["manager"]
    turned = resolved(merged, {("builders", "canvases"): Side.THEIRS})
    assert [canvas.id for canvas in turned.segments[0].canvases] == ["buyer"]
    check_whole(merged.workspace)
    check_whole(turned)


def test_a_note_moved_to_another_section_leaves_what_made_sense_there() -> None:
    after = check_peaceful(
        lambda it: move_to_section(it, ["lost"], Section.GAINS), lambda it: rank(it, ["lost"], 3)
    )
    assert after == rank(move_to_section(BASE, ["lost"], Section.GAINS), ["lost"], 3)


def test_a_note_moved_away_from_what_the_other_one_made_of_it_is_a_conflict() -> None:
    mine = move_to_section(BASE, ["lost"], Section.GAINS)
    for theirs in (
        edit_notes(BASE, {"lost": {"pain_type": PainType.OBSTACLE}}),
        set_strength(BASE, ["swap-lost"], 2),
    ):
        merged = merge(BASE, mine, theirs)
        assert keys(merged.conflicts) == [("lost", "section")]
        assert merged.workspace == mine
        turned = resolved(merged, {("lost", "section"): Side.THEIRS})
        assert content(turned) == content(theirs)


def test_an_entry_moved_to_another_block_does_the_same() -> None:
    mine = move_to_block(BASE, ["fuel"], Block.PARTNERS)
    theirs = edit_entries(BASE, {"fuel": {"amount": 8000.0}})
    merged = merge(BASE, mine, theirs)
    assert keys(merged.conflicts) == [("fuel", "block")]
    assert merged.workspace == mine
    assert content(resolved(merged, {("fuel", "block"): Side.THEIRS})) == content(theirs)
    check_peaceful(
        lambda it: move_to_block(it, ["vans"], Block.ACTIVITIES),
        lambda it: edit_entries(it, {"vans": {"text": "Vans", "segment_ids": ("painters",)}}),
    )


def test_cards_and_ratings_merge_field_by_field() -> None:
    after = check_peaceful(
        lambda it: rate(edit_record(it, "guess", test_card=TestCard(method="Ask")), "rental", "late", None),
        lambda it: rate(edit_record(it, "guess", test_card=TestCard(metric="Orders")), "rental", "lost", 3),
    )
    assert after.hypotheses[0].test_card == TestCard(method="Ask", metric="Orders")
    assert after.canvas_by_id["manager"].alternatives[0].ratings == {"calm": 1, "lost": 3}


def test_lists_of_ids_take_what_either_added_and_lose_what_either_took_away() -> None:
    after = check_peaceful(
        lambda it: edit_record(it, "talk", about=("swap-late", "job", "lost")),
        lambda it: attach(it, "talk", ["swap"]),
    )
    assert after.evidence[0].about == ("swap-late", "job", "lost", "swap")


def test_what_only_newer_programs_know_merges_too() -> None:
    def knowing(**keys: object) -> Workspace:
        note = Note(id="price", section=Section.PAINS, **keys)
        buyer = evolve(BASE.canvas_by_id["buyer"], notes=(note,))
        builders = evolve(BASE.segments[0], canvases=(BASE.segments[0].canvases[0], buyer))
        return evolve(BASE, segments=(builders, BASE.segments[1]), quarantine=tuple(keys))

    merged = merge(knowing(old=1), knowing(old=1, mine=2), knowing(old=3, theirs=None))
    assert merged.conflicts == ()
    assert merged.workspace.note_by_id["price"].model_extra == {"old": 3, "mine": 2, "theirs": None}
    assert merged.workspace.quarantine == ("old", "mine", "theirs")


def test_what_is_inserted_follows_what_it_followed() -> None:
    def appended(note_id: str, index: int) -> Workspace:
        canvas = BASE.canvas_by_id["manager"]
        notes = list(canvas.notes)
        notes.insert(index, Note(id=note_id, section=Section.PAINS))
        segment = evolve(
            BASE.segments[0], canvases=(evolve(canvas, notes=tuple(notes)), BASE.segments[0].canvases[1])
        )
        return evolve(BASE, segments=(segment, BASE.segments[1]))

    merged = merge(BASE, appended("mine", 2), appended("theirs", 4)).workspace
    assert [note.id for note in merged.canvas_by_id["manager"].notes] == [
        "job", "late", "mine", "lost", "calm", "theirs", "fleet", "swap", "bill"
    ]  # fmt: skip
    both = merge(BASE, appended("mine", 2), appended("theirs", 2)).workspace
    assert [note.id for note in both.canvas_by_id["manager"].notes][1:4] == ["late", "mine", "theirs"]


def test_a_new_order_of_theirs_takes_in_what_mine_inserted() -> None:
    new = CustomerSegment(id="roofers", canvases=(evolve(BASE.canvas_by_id["painter"], id="roofer"),))
    merged = merge(BASE, add_segment(BASE, new), move_segment(BASE, "painters", 0))
    assert [segment.id for segment in merged.workspace.segments] == ["painters", "roofers", "builders"]


def test_one_id_for_two_new_things_becomes_two() -> None:
    said_mine, said_theirs = (Note(id="new", section=Section.PAINS, text=each) for each in ("Mine", "Theirs"))
    mine = add_notes(BASE, "manager", [said_mine])
    theirs = link(
        attach(add_notes(BASE, "manager", [said_theirs]), "order", ["new"]), "manager", "swap", "new"
    )
    merged = merge(BASE, mine, theirs)
    assert merged.conflicts == ()
    *_, one, other = merged.workspace.canvas_by_id["manager"].notes
    assert (one, other.text) == (said_mine, "Theirs")
    assert merged.workspace.evidence[1].about == ("swap", other.id)
    assert merged.workspace.canvas_by_id["manager"].links[-1].target == other.id
    entry = Entry(id="new", block=Block.CHANNELS, text="Theirs")
    kinds = merge(BASE, mine, add_entries(BASE, [entry])).workspace
    assert kinds.note_by_id["new"] == said_mine
    united = merge(None, mine, add_entries(BASE, [entry])).workspace
    assert united.note_by_id["new"] == said_mine
    assert kinds.business_model.entries[-1] == evolve(entry, id=kinds.business_model.entries[-1].id)


def test_the_same_new_thing_in_both_is_one() -> None:
    new = Note(id="new", section=Section.PAINS, text="Same")
    mine, theirs = (rank(add_notes(BASE, "manager", [new]), ["new"], each) for each in (4, 5))
    merged = merge(BASE, mine, theirs)
    assert (merged.workspace, keys(merged.conflicts)) == (mine, [("new", "importance")])


def test_without_a_base_everything_is_there_and_every_difference_is_told() -> None:
    mine = edit_notes(delete(BASE, ["calm"]), {"late": {"text": "Mine"}})
    theirs = add_role(delete(BASE, ["lost", "advice"]), "painters", Stakeholder(role=Role.END_USER))[0]
    merged = merge(None, mine, theirs)
    assert keys(merged.conflicts) == [("late", "text"), ("painter", "stakeholder")]
    everything = content(edit_notes(BASE, {"late": {"text": "Mine"}}))
    assert content(merged.workspace).keys() == everything.keys()
    assert merged.workspace.note_by_id["late"].text == "Mine"


def test_times_are_no_conflict() -> None:
    mine, theirs = (
        evolve(edit_workspace(BASE, title="New"), modified=BASE.modified.replace(year=year))
        for year in (2040, 2041)
    )
    merged = merge(BASE, mine, theirs)
    assert (merged.conflicts, merged.workspace) == ((), theirs)


def test_a_workspace_with_another_id_stays_itself() -> None:
    theirs = evolve(
        attach(BASE, "talk", ["workspace"]),
        id="copy",
        evidence=(evolve(BASE.evidence[0], about=("copy", "late")), BASE.evidence[1]),
    )
    merged = merge(BASE, BASE, theirs).workspace
    assert (merged.id, merged.evidence[0].about) == ("workspace", ("workspace", "late"))


def test_what_came_is_said() -> None:
    more = [Note(section=Section.PAINS), Note(section=Section.PAINS)]
    theirs = swap_sides(set_strength(add_notes(BASE, "buyer", more), ["swap-lost"], 1), 1312.0)
    said_of = merge(BASE, BASE, theirs).changes
    assert said_of[:2] == ("2 notes added in Pains", "1 link rated")
    assert said_of[-1] == "Sides swapped"


def test_reviews_of_both_are_a_conflict_only_where_they_differ() -> None:
    base = review(BASE, ["vans-swap"])
    mine, theirs = (
        review(edit_entries(base, {"vans": {"text": each}}), ["vans-swap"]) for each in ("Vans", "Small vans")
    )
    merged = merge(base, mine, theirs)
    assert keys(merged.conflicts) == [("vans", "text"), ("vans-swap", "business_seen and canvas_seen")]
    assert resolved(merged, dict.fromkeys(keys(merged.conflicts), Side.THEIRS)) == theirs


# Any edits --------------------------------------------------------------------------------------------------


@given(BEGINNINGS, st.data())
def test_what_only_one_changed_is_taken_as_it_is(base: Workspace, data: st.DataObject) -> None:
    side = edited(data, base)
    for merged in (
        merge(base, side, base),
        merge(base, base, side),
        merge(base, side, side),
        merge(None, side, side),
    ):
        assert merged.workspace == side
        assert merged.conflicts == ()


@given(BEGINNINGS, st.data())
def test_what_one_changed_stands_beside_a_title_of_the_other(base: Workspace, data: st.DataObject) -> None:
    side, titled = edited(data, base), edit_workspace(base, title="Of the other")
    expected = edit_workspace(side, title="Of the other")
    for merged in (merge(base, side, titled), merge(base, titled, side)):
        assert merged.workspace == expected
        assert merged.conflicts == ()


@given(BEGINNINGS, st.data())
def test_whatever_both_did_the_result_is_whole_and_can_be_saved(base: Workspace, data: st.DataObject) -> None:
    mine, theirs = edited(data, base), edited(data, base)
    merged = merge(base, mine, theirs)
    turned = [resolved(merged, dict.fromkeys(keys(merged.conflicts), side)) for side in Side]
    for workspace in (merged.workspace, *turned, merge(None, mine, theirs).workspace):
        check_whole(workspace)
        assert read(write(workspace), "file").workspace == workspace
    assert resolved(merged, {}) == merged.workspace
    assert len(set(keys(merged.conflicts))) == len(merged.conflicts)


@given(BEGINNINGS, st.data())
def test_who_merges_decides_nothing_but_conflicts(base: Workspace, data: st.DataObject) -> None:
    mine, theirs = edited(data, base), edited(data, base)
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)
    same_choices = {conflict.key: conflict.taken.other for conflict in one.conflicts}
    assert same_choices.keys() == {conflict.key for conflict in other.conflicts}
    assert content(resolved(other, same_choices)) == content(one.workspace)


@given(BEGINNINGS, st.data())
def test_nothing_that_only_one_changed_is_lost(base: Workspace, data: st.DataObject) -> None:
    mine, theirs = edited(data, base), edited(data, base)
    merged = merge(base, mine, theirs)
    told = {conflict.thing_id for conflict in merged.conflicts}
    old, ours, others, result = map(laid_out, (base, mine, theirs, merged.workspace))
    for side, other in ((ours, others), (others, ours)):
        for each, value in side.values.items():
            before, now, beside = old.values.get(each), result.values.get(each), other.values.get(each)
            if before == value or told & {each, *mentions(value)} or told & set(owners(each, side.homes)):
                continue
            if now is None:  # made the same link or flow with another id, or deleted by the other one
                assert before or mentions(value) in {mentions(twin) for twin in result.values.values()}
                continue
            for name, field in own(value).items():
                if name in ("about", "segment_ids", "ratings") or field == own(before).get(name):
                    continue
                if name == "priority" and base.id in told:  # there can be only one primary segment
                    continue
                assert own(now)[name] == field or own(beside).get(name) != own(before).get(name)


def owners(thing_id: str, homes: Mapping[str, tuple[str, str]]) -> list[str]:
    found = []
    while thing_id in homes:
        thing_id = homes[thing_id][0]
        found.append(thing_id)
    return found


@given(BEGINNINGS, st.data())
def test_edits_of_different_things_meet_without_conflict(base: Workspace, data: st.DataObject) -> None:
    notes = list(base.note_by_id)
    half = set(data.draw(st.lists(st.sampled_from(notes), unique=True))) if notes else set()
    mine = edit_notes(base, {each: {"text": "Mine", "detail": "Mine"} for each in half})
    theirs = edit_notes(base, {each: {"text": "Theirs", "x": 5.0} for each in notes if each not in half})
    merged = merge(base, mine, theirs)
    assert merged.conflicts == ()
    both = edit_notes(mine, {each: {"text": "Theirs", "x": 5.0} for each in notes if each not in half})
    assert merged.workspace == both
