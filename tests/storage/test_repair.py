"""Documents changed by other hands are mended, told about, and lose nothing."""

import json
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given

from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.codec import Loaded, read, write
from canvasdesk.storage.repair import repair
from tests.storage.documents import small
from tests.strategies import workspaces

Document = dict[str, object]

NOTES = [
    {"id": "job", "section": "customer jobs"},
    {"id": "pain", "section": "pains"},
    {"id": "product", "section": "products and services"},
    {"id": "reliever", "section": "pain relievers"},
]
GOOD = {"id": "good", "source": "reliever", "target": "pain", "strength": 2}


def canvas(**more: object) -> Document:
    return {"id": "canvas", "notes": NOTES, **more}


def document(its_canvas: Document, **more: object) -> str:
    entries = [{"id": "entry", "block": "key activities"}, {"id": "cost", "block": "cost structure"}]
    segments = [{"id": "segment", "canvases": [its_canvas]}]
    return small(business_model={"id": "business", "entries": entries}, segments=segments, **more)


def kept_by_saving(loaded: Loaded) -> None:
    """Check that what was mended reads back the same, without further notices."""
    again = read(write(loaded.workspace), "plan")
    assert again.notices == ()
    assert again.workspace == loaded.workspace


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        ("to nowhere", {"id": "bad", "source": "reliever", "target": "gone"}),
        ("from nowhere", {"id": "bad", "source": "gone", "target": "pain"}),
        ("between strangers", {"id": "bad", "source": "product", "target": "pain"}),
        ("backwards", {"id": "bad", "source": "pain", "target": "reliever"}),
        ("to itself", {"id": "bad", "source": "pain", "target": "pain"}),
        ("again", {"id": "bad", "source": "reliever", "target": "pain", "remark": "twice", "future": [1]}),
    ],
)
def test_a_link_that_cannot_stand_is_quarantined(name: str, bad: Document) -> None:
    loaded = read(document(canvas(links=[GOOD, bad])).encode(), "plan")
    assert loaded.notices == ("1 link could not be shown; nothing is lost from the file.",)
    assert [link.id for link in loaded.workspace.segments[0].canvases[0].links] == ["good"]
    assert loaded.workspace.quarantine == ({"kind": "link", "owner": "canvas", "value": bad},)
    kept_by_saving(loaded)


@pytest.mark.parametrize(
    "bad",
    [
        {"relation": "enables", "business_end": "entry", "canvas_end": "gone"},
        {"relation": "enables", "business_end": "gone", "canvas_end": "reliever"},
        {"relation": "enables", "business_end": "cost", "canvas_end": "reliever"},
        {"relation": "drives", "business_end": "entry", "canvas_end": "reliever"},
        {"relation": "targets", "business_end": "segment", "canvas_end": "pain"},
        {"relation": "targets", "business_end": "entry", "canvas_end": "canvas"},
        {"relation": "targets"},
    ],
)
def test_a_flow_that_cannot_stand_is_quarantined(bad: Document) -> None:
    good = [
        {"id": "f1", "relation": "enables", "business_end": "entry", "canvas_end": "reliever"},
        {"id": "f2", "relation": "targets", "business_end": "segment", "canvas_end": "canvas"},
    ]
    loaded = read(document(canvas(), flows=[good[0], bad, good[1]]).encode(), "plan")
    assert loaded.notices == ("1 flow could not be shown; nothing is lost from the file.",)
    assert [flow.id for flow in loaded.workspace.flows] == ["f1", "f2"]
    assert loaded.workspace.quarantine == ({"kind": "flow", "owner": "workspace", "value": bad},)
    kept_by_saving(loaded)


def test_references_to_nothing_are_quarantined() -> None:
    evidence = {"id": "e", "kind": "sale", "level": 3, "about": ["pain", "gone", "bad"]}
    hypothesis = {"id": "h", "about": ["gone"]}
    alternative = {"id": "a", "kind": "competitor", "ratings": {"pain": 1, "reliever": 2, "gone": 3}}
    bad = {"id": "bad", "source": "pain", "target": "gone"}
    text = document(
        canvas(links=[bad], alternatives=[alternative]), evidence=[evidence], hypotheses=[hypothesis]
    )
    text = text.replace('"id": "entry"', '"id": "entry", "segment_ids": ["segment", "x", "segment"]')
    loaded = read(text.encode(), "plan")
    workspace = loaded.workspace
    assert loaded.notices == (
        "1 link could not be shown; nothing is lost from the file.",
        "4 references led nowhere; nothing is lost from the file.",
    )
    assert workspace.evidence[0].about == ("pain",)
    assert workspace.hypotheses[0].about == ()
    assert workspace.segments[0].canvases[0].alternatives[0].ratings == {"pain": 1}
    assert workspace.business_model.entries[0].segment_ids == ("segment",)
    assert workspace.quarantine == (
        {"kind": "link", "owner": "canvas", "value": bad},
        {"kind": "ratings", "owner": "a", "value": {"reliever": 2, "gone": 3}},
        {"kind": "segment_ids", "owner": "entry", "value": ["segment", "x"]},
        {"kind": "about", "owner": "e", "value": ["gone", "bad"]},
        {"kind": "about", "owner": "h", "value": ["gone"]},
    )
    kept_by_saving(loaded)


def test_a_copied_canvas_keeps_its_links_and_ratings() -> None:
    alternative = {"id": "a", "kind": "do nothing", "ratings": {"pain": 2}}
    original = canvas(links=[GOOD], alternatives=[alternative])
    text = document(original, evidence=[{"id": "e", "kind": "survey", "level": 1, "about": ["pain", "good"]}])
    plain = json.loads(text)
    plain["segments"].append(plain["segments"][0])
    loaded = read(json.dumps(plain).encode(), "plan")
    assert loaded.notices == ("8 ids stood twice and had to be made anew.",)
    first, second = (segment.canvases[0] for segment in loaded.workspace.segments)
    assert {"id": first.id, "links": [link.id for link in first.links]} == {"id": "canvas", "links": ["good"]}
    assert not first.ids & second.ids
    link, pain = second.links[0], second.notes[1]
    assert (link.source, link.target, link.strength) == (second.notes[3].id, pain.id, 2)
    assert second.alternatives[0].ratings == {pain.id: 2}
    assert loaded.workspace.evidence[0].about == ("pain", "good")
    assert loaded.workspace.quarantine == ()
    kept_by_saving(loaded)


def test_of_two_notes_with_one_id_the_first_keeps_the_link() -> None:
    twin = {"id": "pain", "section": "pains", "text": "another"}
    loaded = read(document({**canvas(links=[GOOD]), "notes": [*NOTES, twin]}).encode(), "plan")
    its_canvas = loaded.workspace.segments[0].canvases[0]
    assert loaded.notices == ("1 id stood twice and had to be made anew.",)
    assert its_canvas.links[0].target == "pain" == its_canvas.notes[1].id
    assert its_canvas.notes[-1].text == "another"
    assert its_canvas.notes[-1].id not in ("", "pain")
    kept_by_saving(loaded)


def test_of_two_copied_notes_with_one_id_the_first_keeps_the_link() -> None:
    twins = [*NOTES, {"id": "pain", "section": "pains", "text": "another"}]
    segments = [
        {"id": "segment", "canvases": [canvas()]},
        {"id": "other", "canvases": [{"id": "copy", "notes": twins, "links": [GOOD]}]},
    ]
    loaded = read(small(segments=segments).encode(), "plan")
    copy = loaded.workspace.segments[1].canvases[0]
    assert [copy.notes.index(copy.note_by_id[copy.links[0].target])] == [1]
    kept_by_saving(loaded)


def test_a_frozen_canvas_is_mended_on_its_own() -> None:
    iteration = {
        "id": "i",
        "date": "2026-03-31",
        "business_model": {"id": "business"},
        "segments": [{"id": "segment", "canvases": [canvas(links=[GOOD, {**GOOD, "id": "again"}])]}],
    }
    loaded = read(document(canvas(links=[GOOD]), iterations=[iteration]).encode(), "plan")
    assert loaded.notices == ("1 link could not be shown; nothing is lost from the file.",)
    frozen = loaded.workspace.iterations[0].segments[0].canvases[0]
    assert frozen == loaded.workspace.segments[0].canvases[0]
    kept_by_saving(loaded)


@given(workspaces())
def test_what_is_sound_is_left_alone(workspace: Workspace) -> None:
    plain = json.loads(write(workspace))
    assert repair(plain) == Counter()
    assert plain == json.loads(write(workspace))


def test_a_piece_of_evidence_may_speak_twice_of_one_thing() -> None:
    evidence = {"id": "e", "kind": "sale", "level": 3, "about": ["pain", "pain"]}
    loaded = read(document(canvas(), evidence=[evidence]).encode(), "plan")
    assert loaded.notices == ()
    assert loaded.workspace.evidence[0].about == ("pain", "pain")


def test_quarantine_grows_and_keeps_what_it_has() -> None:
    bad = {"id": "bad", "source": "gone", "target": "pain"}
    loaded = read(document(canvas(links=[bad]), quarantine=[{"old": 1}, 2]).encode(), "plan")
    assert loaded.workspace.quarantine == ({"old": 1}, 2, {"kind": "link", "owner": "canvas", "value": bad})
    odd = read(document(canvas(links=[bad]), quarantine={"old": 1}).encode(), "plan")
    assert odd.workspace.quarantine[0] == {"old": 1}


def doubled(plain: Document) -> None:
    plain["segments"] *= 2


def without_notes(plain: Document) -> None:
    for segment in plain["segments"]:
        for its_canvas in segment["canvases"]:
            its_canvas["notes"] = its_canvas.get("notes", [])[::2]


def without_entries(plain: Document) -> None:
    plain["business_model"].pop("entries", None)


@pytest.mark.parametrize("damage", [doubled, without_notes, without_entries])
@given(workspace=workspaces())
def test_any_damage_of_these_kinds_is_mended(
    damage: Callable[[Document], None], workspace: Workspace
) -> None:
    plain = json.loads(write(workspace))
    for segment in plain.setdefault("segments", []):
        if segment.get("priority") == "primary":  # two of them are a fault that only people can mend
            del segment["priority"]
    damage(plain)
    loaded = read(json.dumps(plain).encode(), "plan")
    notes = [note for its_canvas in loaded.workspace.canvas_by_id.values() for note in its_canvas.notes]
    assert len(notes) == sum(
        len(its_canvas.get("notes", []))
        for segment in plain["segments"]
        for its_canvas in segment["canvases"]
    )
    kept_by_saving(loaded)
