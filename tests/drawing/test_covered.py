"""A covered note is plainly marked for its writers, and shows a room nothing but its back."""

import pytest

from canvasdesk.drawing.canvas import canvas_look
from canvasdesk.drawing.fitting import fit_note
from canvasdesk.drawing.link import link_look
from canvasdesk.drawing.note import NoteLook, draw_note, note_look
from canvasdesk.editing.covering import cover, veiled
from canvasdesk.export.picture import scaled, svg
from canvasdesk.layout.style import LIGHT, NOTE_HEIGHT, THEMES, Theme
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.notes import FitLink, Need, Note, OfferState
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace
from tests.drawing.recording import Recording, letters


def drawn(look: NoteLook, theme: Theme = LIGHT, *, detail: bool = True) -> Recording:
    recording = Recording(detail=detail)
    draw_note(recording, look, theme)
    return recording


def pain(**fields: object) -> Note:
    return Note.model_validate({"section": Section.PAINS, "text": "Unplanned downtime", **fields})


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("parked", [False, True])
def test_whoever_writes_still_reads_it_under_another_border_and_a_mark(theme: Theme, parked: bool) -> None:
    plain, covered = (
        drawn(note_look(pain(covered=covered, parked=parked), 0.5, 1), theme) for covered in (False, True)
    )
    assert letters(covered.of("text")[0]) == "Unplanned downtime"
    assert len(covered.of("rect")) == len(plain.of("rect")) + 1
    assert len(covered.of("line")) == len(plain.of("line")) + 1  # the stroke through the eye


def test_the_mark_takes_the_room_of_flows_beside_pips_and_stands_before_them_elsewhere() -> None:
    both = {"covered": True, "need": Need.LATENT}
    assert len(drawn(note_look(pain(**both), 0.5, 1, 2)).marks) == len(
        drawn(note_look(pain(**both), 0.5, 1)).marks
    )
    reliever = Note(section=Section.RELIEVERS, text="Same-day parts", covered=True)
    assert len(drawn(note_look(reliever, None, 1, 2)).marks) > len(drawn(note_look(reliever, None, 1)).marks)


@pytest.mark.parametrize("detail", [True, False])
@pytest.mark.parametrize(
    "note",
    [
        pain(text="", covered=True, importance=5),
        pain(text="", covered=True, parked=True),
        Note(section=Section.RELIEVERS, covered=True, state=OfferState.IDEA),
    ],
)
def test_the_back_shows_no_letter_and_no_figure(note: Note, detail: bool) -> None:
    bare = Note(section=note.section, covered=True)
    look = note_look(note, 0.5, 2, 1, review=True)
    assert drawn(look, detail=detail).of("text") == []
    assert drawn(look, detail=detail).marks == drawn(note_look(bare), detail=detail).marks
    assert look.height == NOTE_HEIGHT


def test_the_back_is_another_drawing_than_an_empty_note() -> None:
    assert drawn(note_look(pain(text="", covered=True))).marks != drawn(note_look(pain(text=""))).marks
    small = drawn(note_look(pain(text="", covered=True)), detail=False)
    assert [mark.kind for mark in small.marks] == ["rect", "path", "rect"]


def test_while_it_is_written_a_covered_note_is_not_turned_over() -> None:
    look = note_look(pain(text="", covered=True))
    assert look.face_down
    bare = look.bare(fit_note("Unplanned"))
    assert not bare.face_down
    assert len(drawn(bare).of("line")) == 1
    assert drawn(bare).of("text") != drawn(look).of("text")


def test_words_say_that_it_is_covered_and_a_room_hears_no_more() -> None:
    assert note_look(pain(covered=True), 0.5, 1).words() == (
        "Unplanned downtime",
        "Pains, unranked, covered, 50 % answered, evidence: said",
    )
    assert note_look(pain(text="", covered=True, importance=4), 0.5, 1).words() == ("Covered note", "Pains")
    answer = note_look(Note(id="a", section=Section.RELIEVERS, text="Same-day parts"))
    hidden = note_look(pain(id="b", text="", covered=True))
    link = link_look(FitLink(source="a", target="b", strength=3), answer, hidden, proven=False)
    assert link.words()[0] == "“Same-day parts” answers “Covered note” fully"


@pytest.mark.usefixtures("qapp")
def test_a_picture_of_what_a_room_sees_holds_no_word_of_it() -> None:
    note = pain(id="stop", x=980.0, y=500.0)
    canvas = ValuePropositionCanvas(id="canvas", notes=(note,))
    workspace = Workspace(segments=(CustomerSegment(canvases=(canvas,)),))
    covered = cover(workspace, ["stop"], covered=True)
    own, room = (canvas_look(each, "canvas") for each in (covered, veiled(covered)))
    assert b"Unplanned" in svg(own, LIGHT, scaled(own.bounds), "en")
    picture = svg(room, LIGHT, scaled(room.bounds), "en")
    assert b"Unplanned" not in picture
    assert b"Covered note" in picture
