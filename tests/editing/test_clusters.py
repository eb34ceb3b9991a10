"""The same note written twice at the same time: found, and made one where that is asked for."""

from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.editing.canvases import rate
from canvasdesk.editing.clusters import Cluster, clustered, clusters, new_notes
from canvasdesk.editing.evidence import attach
from canvasdesk.editing.flows import link_entry
from canvasdesk.editing.links import link
from canvasdesk.editing.notes import add_notes, edit_notes
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.workspace import Workspace
from tests.editing.edits import edited
from tests.editing.test_random_edits import check_whole
from tests.editing.workshop import workshop

MINE = Note(id="mine", section=Section.PAINS, text="Tools break, often!", importance=3)
THEIRS = Note(id="theirs", section=Section.PAINS, text="tools break – often", importance=5, quote="Again!")
CAME = ({"mine"}, {"theirs", "apart"})


def both(*more: Note) -> Workspace:
    return add_notes(workshop(), "manager", [THEIRS, MINE, *more])


def test_the_same_words_from_two_versions_are_a_cluster_whatever_their_punctuation() -> None:
    assert clusters(both(), CAME) == (Cluster(("mine", "theirs"), exact=True),)


def test_the_same_words_elsewhere_or_from_one_version_are_none() -> None:
    gain = Note(id="apart", section=Section.GAINS, text=MINE.text)
    elsewhere = add_notes(add_notes(workshop(), "manager", [MINE, gain]), "buyer", [THEIRS])
    assert clusters(elsewhere, CAME) == ()
    assert clusters(both(), ({"mine", "theirs"}, set())) == ()
    assert clusters(both(), ({"mine"}, set())) == ()


def test_notes_without_words_are_not_alike() -> None:
    empty = [Note(id=each, section=Section.PAINS, text="…") for each in ("mine", "theirs")]
    assert clusters(add_notes(workshop(), "manager", empty), CAME) == ()


def test_most_words_in_common_are_only_a_suggestion() -> None:
    near = Note(id="apart", section=Section.PAINS, text="Tools break too often")
    far = Note(id="theirs", section=Section.PAINS, text="Tools are heavy")
    found = clusters(add_notes(workshop(), "manager", [MINE, near, far]), CAME)
    assert found == (Cluster(("mine", "apart"), exact=False),)
    before = both(near)
    assert clustered(before, found) is before


def test_one_note_takes_over_what_was_said_of_the_others() -> None:
    before = link(link(both(), "manager", "swap", "mine", 2), "manager", "swap", "theirs", 3)
    weaker = before.canvas_by_id["manager"].links_of["theirs"][0]
    before = attach(before, "order", [weaker.id])
    before = rate(rate(rate(before, "rental", "mine", 1), "rental", "theirs", 2), "idle", "theirs", 3)
    before = attach(attach(before, "talk", ["theirs"]), "guess", ["mine", "theirs"])
    before = link_entry(link_entry(before, "theirs", "advice"), "mine", "advice")
    after = clustered(before, clusters(before, CAME))
    check_whole(after)
    manager = after.canvas_by_id["manager"]
    note = manager.note_by_id["mine"]
    assert (note.text, note.importance, note.quote) == (MINE.text, 3, "Again!")
    assert "theirs" not in manager.note_by_id
    assert [each.strength for each in manager.links_of["mine"]] == [2]
    assert after.evidence[1].about == ("swap", manager.links_of["mine"][0].id)
    assert [each.ratings.get("mine") for each in manager.alternatives] == [1, 3]
    assert after.evidence[0].about[-1] == "mine"
    assert after.hypotheses[0].about.count("mine") == 1
    assert sum(flow.canvas_end == "mine" for flow in after.flows) == 1


def test_what_says_more_than_the_first_stays() -> None:
    before = edit_notes(both(), {"mine": {"detail": "Drills"}, "theirs": {"detail": "Saws"}})
    assert clustered(before, clusters(before, CAME)) is before


def test_new_notes_are_those_that_the_base_does_not_have() -> None:
    assert new_notes(workshop(), both()) == {"mine", "theirs"}
    assert new_notes(None, both()) == both().note_by_id.keys()


@given(st.data())
def test_a_clustered_workspace_is_whole_and_has_no_cluster_left(data: st.DataObject) -> None:
    workspace = edited(data, workshop())
    notes = list(workspace.note_by_id)
    same = {each: {"text": "Same", "detail": ""} for each in notes if data.draw(st.booleans())}
    again = edit_notes(
        workspace, {each: {**fields, **_no_words(workspace, each)} for each, fields in same.items()}
    )
    came = [set(notes[::2]), set(notes[1::2])]
    after = clustered(again, clusters(again, came))
    check_whole(after)
    assert not any(each.exact and set(each.note_ids) <= same.keys() for each in clusters(after, came))


def _no_words(workspace: Workspace, note_id: str) -> dict[str, str]:
    circle = workspace.note_by_id[note_id].section in (Section.JOBS, Section.PAINS, Section.GAINS)
    return {"measure": "", "quote": ""} if circle else {}
