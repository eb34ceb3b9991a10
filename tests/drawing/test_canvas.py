"""The whole canvas: what is drawn, in which order, and what stays the same object when little changes."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.drawing.canvas import CanvasLook, canvas_look
from canvasdesk.drawing.header import draw_heading, draw_sentence, heading_subtitle
from canvasdesk.drawing.meter import draw_meter, meter_words
from canvasdesk.drawing.sheet import draw_sheet
from canvasdesk.drawing.surface import Part
from canvasdesk.drawing.svg import SvgSurface
from canvasdesk.drawing.template import draw_template
from canvasdesk.drawing.text import ShapedText
from canvasdesk.editing.business import edit_entries
from canvasdesk.editing.flows import review
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.regions import board
from canvasdesk.layout.style import LIGHT, THEMES, Theme
from canvasdesk.model.canvas import Role, Stakeholder, ValuePropositionCanvas
from canvasdesk.model.fit import fit
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import View, Workspace
from tests.drawing.recording import Recording, inspection, letters
from tests.editing.workshop import workshop
from tests.strategies import canvases, evidence


def drawn(look: CanvasLook, theme: Theme = LIGHT) -> Recording:
    recording = Recording()
    draw_sheet(recording, look, theme)
    return recording


def with_canvas(workspace: Workspace, canvas: ValuePropositionCanvas) -> Workspace:
    return evolve(workspace, segments=(evolve(workspace.segments[0], canvases=(canvas,)),))


def blank() -> CanvasLook:
    segment = CustomerSegment(id="s", canvases=(ValuePropositionCanvas(id="c"),))
    return canvas_look(Workspace(title="New", segments=(segment,)), "c")


def test_the_worked_example_shows_its_figures() -> None:
    texts = drawn(canvas_look(inspection(), "canvas")).texts()
    for shown in ("67", "%", "Good fit", "2 of 3", "1 of 1", "27 % proven", "Industrial manufacturer"):
        assert shown in texts
    assert "Quality director · Decision maker" in texts
    assert "Our inspection system ends unplanned downtime." in texts
    for note in inspection().segments[0].canvases[0].notes:
        assert note.text in texts


def test_things_cover_each_other_in_one_order() -> None:
    recording = drawn(canvas_look(inspection(), "canvas"))
    order = [part for part, _, _ in recording.groups]
    assert order[0] is Part.CANVAS
    kinds = list(dict.fromkeys(order[1:]))
    assert kinds == [Part.SECTION, Part.HEADING, Part.SENTENCE, Part.LINK, Part.METER, Part.NOTE]
    assert order.count(Part.NOTE) == 10
    assert order.count(Part.LINK) == 5
    assert recording.open_groups == []
    assert len(recording.places) == 1


def test_notes_are_drawn_at_their_places() -> None:
    look = canvas_look(inspection(), "canvas")
    papers = [
        (mark.x, mark.y)
        for mark in drawn(look).of("rect")
        if mark.group[-1] == "note" and mark.about["radius"]
    ]
    assert papers == [(note.x, note.y) for note in look.canvas.notes]


def test_an_edit_makes_new_looks_only_of_what_it_changed() -> None:
    workspace = inspection()
    before = canvas_look(workspace, "canvas")
    canvas = workspace.canvas_by_id["canvas"]
    moved = evolve(canvas.note_by_id["data"], x=500.0)
    notes = tuple(moved if note.id == "data" else note for note in canvas.notes)
    after = canvas_look(with_canvas(workspace, evolve(canvas, notes=notes)), "canvas", before)
    assert {each for each, look in after.notes.items() if look is not before.notes[each]} == {"data"}
    assert {each for each, look in after.links.items() if look is not before.links[each]} == {"l4"}
    assert after.notes["data"].text is before.notes["data"].text


@st.composite
def shown(draw: st.DrawFn) -> Workspace:
    """Draw a workspace with one canvas, always of the same id, and evidence for some of it."""
    canvas = draw(canvases(max_notes=8))
    records = [draw(evidence([*canvas.ids], f"v{number}")) for number in range(draw(st.integers(0, 2)))]
    return Workspace(segments=(CustomerSegment(canvases=(canvas,)),), evidence=tuple(records))


@given(shown(), shown(), st.data())
def test_what_is_taken_over_from_before_is_as_if_it_were_made_anew(
    one: Workspace, other: Workspace, data: st.DataObject
) -> None:
    before = canvas_look(one, "canvas")
    canvas = other.canvas_by_id["canvas"]
    kept = data.draw(
        st.sets(st.sampled_from([*one.canvas_by_id["canvas"].notes])) if before.notes else st.just(set())
    )
    there = {note.id: note for note in kept if canvas.note_by_id.get(note.id, note).section is note.section}
    notes = data.draw(st.permutations([there.get(note.id, note) for note in canvas.notes]))
    mixed = with_canvas(other, evolve(canvas, notes=tuple(notes)))
    after, anew = canvas_look(mixed, "canvas", before), canvas_look(mixed, "canvas")
    for some, others in ((after.notes, anew.notes), (after.links, anew.links)):
        assert list(some) == list(others)
    for note_id, look in after.notes.items():
        assert look.note is anew.notes[note_id].note
        assert (look.answered, look.level) == (anew.notes[note_id].answered, anew.notes[note_id].level)
        assert look.rect == anew.notes[note_id].rect
    for link_id, look in after.links.items():
        assert look.link is anew.links[link_id].link
        assert (look.path, look.proven) == (anew.links[link_id].path, anew.links[link_id].proven)
        assert (look.source, look.target) == (after.notes[look.link.source], after.notes[look.link.target])
    assert (after.counts, after.fit, after.levels) == (anew.counts, anew.fit, anew.levels)


def test_removing_a_link_empties_the_note_it_answered() -> None:
    workspace = inspection()
    before = canvas_look(workspace, "canvas")
    canvas = workspace.canvas_by_id["canvas"]
    after = canvas_look(with_canvas(workspace, evolve(canvas, links=canvas.links[1:])), "canvas", before)
    assert (before.notes["defects"].answered, after.notes["defects"].answered) == (1.0, 0.0)
    assert {each for each, look in after.notes.items() if look is not before.notes[each]} == {"defects"}
    assert "l1" not in after.links


def test_new_evidence_proves_notes_and_links() -> None:
    workspace = inspection()
    before = canvas_look(workspace, "canvas")
    assert [each for each, look in before.links.items() if look.proven] == ["l1", "l2", "l5"]
    evidence = (*workspace.evidence, evolve(workspace.evidence[0], id="e-new", about=("drift", "feed")))
    after = canvas_look(evolve(workspace, evidence=evidence), "canvas", before)
    assert (after.notes["drift"].level, before.notes["drift"].level) == (2, 0)
    assert all(look.proven for look in after.links.values())


def test_only_notes_whose_flows_changed_get_another_look() -> None:
    workspace = workshop()
    before = canvas_look(workspace, "manager")
    counts = {each: look.flows for each, look in before.notes.items()}
    assert {each: count for each, count in counts.items() if count} == {"job": 1, "swap": 2}
    seen = review(workspace, [flow.id for flow in workspace.flows])
    known = canvas_look(seen, "manager", before)
    assert [each for each in known.notes if known.notes[each] is not before.notes[each]] == []
    changed = edit_entries(seen, {"fuel": {"amount": 1.0}})
    after = canvas_look(changed, "manager", known)
    assert [each for each in after.notes if after.notes[each] is not known.notes[each]] == ["swap"]
    assert after.notes["swap"].review


def test_evidence_of_a_link_itself_proves_it_alone() -> None:
    workspace = inspection()
    before = canvas_look(workspace, "canvas")
    evidence = (*workspace.evidence, evolve(workspace.evidence[0], id="e-new", about=("l3",)))
    after = canvas_look(evolve(workspace, evidence=evidence), "canvas", before)
    assert (before.links["l3"].proven, after.links["l3"].proven) == (False, True)
    assert [each for each, look in after.links.items() if look is not before.links[each]] == ["l3"]


def test_a_canvas_nobody_knows_is_an_error() -> None:
    with pytest.raises(KeyError):
        canvas_look(inspection(), "elsewhere")


def test_bounds_hold_the_board_and_notes_outside_it() -> None:
    look = canvas_look(inspection(), "canvas")
    assert look.bounds == look.board.bounds
    canvas = inspection().canvas_by_id["canvas"]
    far = evolve(canvas.notes[0], x=-400.0, y=900.0)
    after = canvas_look(with_canvas(inspection(), evolve(canvas, notes=(far, *canvas.notes[1:]))), "canvas")
    assert after.bounds.contains(after.notes["defects"].rect)
    assert after.bounds.contains(after.board.bounds)


def test_an_empty_canvas_asks_what_to_write() -> None:
    texts = drawn(blank()).texts()
    assert "What gets in their way?" in texts
    assert "–" in texts
    assert "No fit yet" in texts
    assert "Unnamed segment" in texts
    assert "Suggested proposition" in texts
    assert "0" not in texts
    assert "What gets in their way?" not in drawn(canvas_look(inspection(), "canvas")).texts()


@pytest.mark.parametrize("swapped", [False, True])
def test_titles_lie_inside_their_places_and_captions_on_their_sides(swapped: bool) -> None:
    recording, place = Recording(), board(swapped)
    draw_template(recording, place, dict.fromkeys(Section, 12), LIGHT)
    bold = {letters(mark): mark for mark in recording.of("text") if mark.group == ("section",)}
    assert "Customer jobs" in bold
    for section in Section:
        title = place.region(section).title
        for mark in recording.of("text"):
            if (
                mark.group
                and letters(mark) == "12"
                and title.inset(-2).intersects(Rect(mark.x, mark.y, 1, 1))
            ):
                break
        else:
            pytest.fail(f"{section} has no number in its title")
    texts = {letters(mark): mark.x for mark in recording.of("text")}
    assert (texts["Value map"] < texts["Customer profile"]) is not swapped


def test_rings_turn_as_far_as_their_section_is_answered() -> None:
    look = canvas_look(inspection(), "canvas")
    recording = Recording()
    draw_meter(recording, look.board, look.fit, LIGHT)
    arcs = {mark.about["stroke"]: mark.about["sweep"] for mark in recording.of("arc")}
    assert arcs[LIGHT.green.line] == pytest.approx(360 * (5 * 2 / 3 + 4) / 13)
    assert arcs[LIGHT.vermilion.line] == pytest.approx(360 * 7 / 9)
    needle = recording.of("line")[-1]
    assert needle.about["stroke"] == LIGHT.ink
    assert needle.x > look.board.meter.centre.x  # 27 % is a little past three o'clock
    assert needle.y > look.board.meter.centre.y


def test_an_empty_meter_has_neither_rings_nor_needle_nor_figures() -> None:
    recording = Recording()
    draw_meter(recording, board(), blank().fit, LIGHT)
    assert {mark.about["stroke"] for mark in recording.of("arc")} == {LIGHT.meter_track}
    assert recording.of("line") == []
    assert recording.texts() == ["–", "", "No fit yet"]


def test_the_meter_says_where_ranks_are_missing() -> None:
    notes = (Note(section=Section.PAINS, importance=3), Note(section=Section.PAINS))
    for known, word in ((notes, "provisional"), (notes[1:], "unranked"), (notes[:1], None)):
        recording = Recording()
        draw_meter(recording, board(), fit(ValuePropositionCanvas(notes=known)), LIGHT)
        assert {"provisional", "unranked"} & set(recording.texts()) == ({word} if word else set())


def test_the_meter_speaks() -> None:
    look = canvas_look(inspection(), "canvas")
    assert meter_words(look.fit) == ("Fit 67 %", "Good fit; gains 2 of 3, pains 1 of 1; 27 % proven.")


def test_the_heading_names_whom_it_is_about() -> None:
    segment = CustomerSegment(name="Guests", who="Travellers on a budget")
    assert heading_subtitle(segment, None) == "Travellers on a budget"
    assert heading_subtitle(segment, Stakeholder(role=Role.END_USER)) == "End user"
    long = evolve(segment, name="A name that goes on and on " * 20)
    recording = Recording()
    draw_heading(recording, board().title, long, None, "The work " * 40, LIGHT)
    name, _, work = recording.texts()
    assert name.endswith("…")
    assert work.endswith("…")


def test_what_the_sentence_quotes_has_its_colour() -> None:
    look = canvas_look(inspection(), "canvas")
    surface = SvgSurface()
    draw_sentence(surface, look.board.statement, look.sentence, LIGHT)
    root = ElementTree.fromstring(surface.document(look.board.bounds, "x", "en").encode())
    coloured = {span.text: span.get("fill") for span in root.iter("{http://www.w3.org/2000/svg}tspan")}
    assert coloured == {"inspection system": LIGHT.blue.ink, "unplanned downtime": LIGHT.vermilion.ink}


def test_what_the_sentence_quotes_keeps_its_own_direction() -> None:
    pain = Note(id="pain", section=Section.PAINS, text="השבתה 12.5% (ABC) כל חודש", importance=5)
    offer = Note(id="offer", section=Section.RELIEVERS, text="Parts")
    links = (FitLink(source="offer", target="pain"),)
    canvas = ValuePropositionCanvas(id="canvas", notes=(pain, offer), links=links)
    look = canvas_look(Workspace(segments=(CustomerSegment(canvases=(canvas,)),)), "canvas")
    recording = Recording()
    draw_sentence(recording, look.board.statement, look.sentence, LIGHT)
    text = recording.of("text")[-1].about["text"]
    assert isinstance(text, ShapedText)
    written, line = text.layout.text(), text.layout.lineAt(0)
    places = [line.cursorToX(written.index(each))[0] for each in ("12.5", "ABC", "חודש")]  # type: ignore[index]
    assert places == sorted(places, reverse=True)
    assert pain.text in look.sentence.text


def test_a_suggested_sentence_is_grey() -> None:
    for look, ink in ((blank(), LIGHT.muted), (canvas_look(inspection(), "canvas"), LIGHT.ink)):
        recording = Recording()
        draw_sentence(recording, look.board.statement, look.sentence, LIGHT)
        assert recording.of("text")[-1].about["fill"] == ink


def test_sides_swap_with_the_view() -> None:
    swapped = canvas_look(evolve(inspection(), view=View(sides_swapped=True)), "canvas")
    assert swapped.board is board(swapped=True)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_svg_of_a_canvas_is_the_same_each_time_and_needs_nothing_else(theme: Theme) -> None:
    look = canvas_look(inspection(), "canvas")
    documents = []
    for _ in range(2):
        surface = SvgSurface()
        draw_sheet(surface, look, theme)
        documents.append(surface.document(look.bounds, "Inspection", "en"))
    assert documents[0] == documents[1]
    assert documents[0].count("http") == 1  # the name of the format
    root = ElementTree.fromstring(documents[0].encode())
    titles = [title.text for title in root.iter("{http://www.w3.org/2000/svg}title")]
    assert "“Data feed” answers “Predictive quality data” mostly" in titles
    said = " ".join("".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text"))
    assert "67 %" in said
    for note in look.canvas.notes:
        assert note.text in said
