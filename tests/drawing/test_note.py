"""A note shows what is known about it, and nothing that is not."""

import pytest

from canvasdesk.drawing.colour import mix
from canvasdesk.drawing.note import NoteLook, draw_note, note_look
from canvasdesk.layout.style import LIGHT, NOTE_HEIGHT, NOTE_WIDTH, THEMES, Theme
from canvasdesk.model.notes import Need, Note, OfferState
from canvasdesk.model.sections import CIRCLE, SQUARE, Section
from tests.drawing.recording import Mark, Recording, letters, subpaths


def drawn(look: NoteLook, theme: Theme = LIGHT, *, detail: bool = True) -> Recording:
    recording = Recording(detail=detail)
    draw_note(recording, look, theme)
    return recording


def pain(**fields: object) -> Note:
    return Note.model_validate({"section": Section.PAINS, "text": "Unplanned downtime", **fields})


def reliever(**fields: object) -> Note:
    return Note.model_validate({"section": Section.RELIEVERS, "text": "Same-day parts", **fields})


def footer(recording: Recording) -> list[Mark]:
    """Give the marks below the text, without the bar at the left edge."""
    return [mark for mark in recording.marks if mark.kind in {"path", "circle"}][1:]


@pytest.mark.parametrize("importance", [1, 2, 3, 4])
def test_importance_is_that_many_pips_of_five(importance: int) -> None:
    strong, faint, *_ = footer(drawn(note_look(pain(importance=importance), level=1)))
    assert (subpaths(strong), strong.about["fill"]) == (importance, LIGHT.vermilion.line)
    assert subpaths(faint) == 5 - importance
    assert faint.about["fill"] != strong.about["fill"]


def test_an_unranked_note_has_five_faint_pips_and_a_square_note_none() -> None:
    unranked = footer(drawn(note_look(pain(), level=3)))
    assert [subpaths(mark) for mark in unranked] == [5, 3]
    assert unranked[0].about["fill"] != LIGHT.vermilion.line
    assert [subpaths(mark) for mark in footer(drawn(note_look(reliever(), level=3)))] == [3]


@pytest.mark.parametrize("level", [1, 2])
def test_evidence_is_that_many_full_squares_of_three(level: int) -> None:
    full, empty = footer(drawn(note_look(reliever(), level=level)))
    assert (subpaths(full), full.about["fill"]) == (level, LIGHT.ink)
    assert (subpaths(empty), empty.about["fill"]) == (3 - level, None)


def test_what_is_not_proven_is_hatched() -> None:
    assert len(drawn(note_look(pain(), level=0)).of("hatch")) == 1
    assert drawn(note_look(pain(), level=1)).of("hatch") == []


def test_the_answered_share_fills_a_disc() -> None:
    empty = drawn(note_look(pain(), 0.0, 1)).of("circle")
    assert len(empty) == 1
    assert empty[0].about["fill"] is None
    marks = footer(drawn(note_look(pain(), 0.5, 1)))
    assert marks[-2].kind == "circle"
    half = marks[-1].about["path"]
    assert isinstance(half, tuple)
    assert half[-2][-2:] == pytest.approx((marks[-2].x, marks[-2].y + 4.5))  # ends at the bottom
    assert drawn(note_look(reliever(), None, 1)).of("circle") == []


@pytest.mark.parametrize("state", [OfferState.PLANNED, OfferState.IDEA])
def test_what_does_not_exist_yet_has_a_dashed_border(state: OfferState) -> None:
    paper = drawn(note_look(reliever(state=state))).of("rect")[0]
    assert paper.about["dash"]
    assert paper.about["stroke"] == LIGHT.vermilion.line
    assert not drawn(note_look(reliever(state=OfferState.EXISTS))).of("rect")[0].about["dash"]
    planned = drawn(note_look(reliever(state=OfferState.PLANNED))).of("rect")[0]
    idea = drawn(note_look(reliever(state=OfferState.IDEA))).of("rect")[0]
    assert planned.about["dash"] != idea.about["dash"]


def test_a_parked_note_is_pale_and_shows_no_figures() -> None:
    recording = drawn(note_look(pain(parked=True, importance=5), level=0))
    assert recording.of("rect")[0].about["fill"] == LIGHT.shape
    assert recording.of("text")[0].about["fill"] == LIGHT.muted
    assert recording.of("hatch") == recording.of("circle") == []
    assert [subpaths(mark) for mark in recording.of("path")] == [2]


def test_a_latent_need_has_a_mark_more() -> None:
    plain = drawn(note_look(pain(importance=5), level=3)).of("path")
    latent = drawn(note_look(pain(importance=5, need=Need.LATENT), level=3)).of("path")
    assert len(latent) == len(plain) + 1


def test_small_notes_show_bars_for_lines() -> None:
    recording = drawn(note_look(pain(importance=5)), detail=False)
    assert [mark.kind for mark in recording.marks] == ["rect", "path", "rect", "rect"]
    one_line = drawn(note_look(pain(text="Cost")), detail=False)
    assert [mark.kind for mark in one_line.marks] == ["rect", "path", "rect"]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("section", Section)
def test_a_note_has_the_colours_of_its_section(section: Section, theme: Theme) -> None:
    recording = drawn(note_look(Note(section=section, text="x")), theme)
    assert recording.of("rect")[0].about["fill"] == theme.hue(section).fill
    assert recording.of("path")[0].about["fill"] == theme.hue(section).line
    assert letters(recording.of("text")[0]) == "x"


def flow_marks(note: Note, *, flows: int = 1, review: bool = False) -> list[Mark]:
    """Give the marks that flows add to a note."""
    plain = drawn(note_look(note, 0.5, 1)).marks
    return [mark for mark in drawn(note_look(note, 0.5, 1, flows, review=review)).marks if mark not in plain]


def test_flows_are_an_arrow_and_a_flag_says_that_one_is_to_be_reviewed() -> None:
    (arrow,) = flow_marks(reliever())
    assert (subpaths(arrow), arrow.about["fill"]) == (3, None)
    flag, again = flow_marks(reliever(), review=True)
    assert (flag.about["fill"], subpaths(again)) == (LIGHT.danger, 3)
    assert flow_marks(reliever(), flows=0) == []


@pytest.mark.parametrize("note", [pain(), pain(need=Need.LATENT)])
def test_beside_pips_only_one_mark_of_flows_has_room(note: Note) -> None:
    (arrow,) = flow_marks(note)
    (flag,) = flow_marks(note, review=True)
    assert flag.about["fill"] == LIGHT.danger
    others = [mark for mark in footer(drawn(note_look(note, 0.5, 1))) if mark.kind == "circle"]
    assert arrow.about["fill"] is None
    assert len(others) == 1


def test_a_note_says_in_words_what_it_shows() -> None:
    assert note_look(reliever(), None, 1, 2, review=True).words()[1] == (
        "Pain relievers, evidence: said, 2 flows, to be reviewed"
    )
    look = note_look(pain(importance=4, need=Need.LATENT), 7 / 9, 1)
    said = "Pains, severity 4 of 5, latent need, 78 % answered, evidence: said"
    assert look.words() == ("Unplanned downtime", said)
    assert note_look(reliever(state=OfferState.IDEA, parked=True)).words()[1] == (
        "Pain relievers, only an idea, parked, no evidence"
    )


@pytest.mark.parametrize("section", CIRCLE)
def test_importance_has_the_word_of_its_section(section: Section) -> None:
    said = note_look(Note(section=section, importance=2)).words()[1]
    word = {Section.JOBS: "importance", Section.PAINS: "severity", Section.GAINS: "relevance"}[section]
    assert f"{word} 2 of 5" in said
    assert "unranked" in note_look(Note(section=section)).words()[1]


@pytest.mark.parametrize("section", SQUARE)
def test_square_notes_are_never_called_unranked(section: Section) -> None:
    assert "unranked" not in note_look(Note(section=section)).words()[1]


def test_a_look_knows_the_place_of_its_note() -> None:
    look = note_look(pain(x=100.0, y=50.0))
    assert look.rect == (100.0, 50.0, NOTE_WIDTH, NOTE_HEIGHT)


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert mix("#000000", "#FF8040", 0.0) == "#000000"
    assert mix("#000000", "#FF8040", 1.0) == "#FF8040"
    assert mix("#000000", "#FF8040", 0.5) == "#804020"
