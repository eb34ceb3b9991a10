"""Commands: one step each, said in words, with what the user has to be told; never on a read-only file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from canvasdesk.editing.links import link
from canvasdesk.editing.notes import add_notes
from canvasdesk.layout.regions import board
from canvasdesk.model.canvas import Alternative, AlternativeKind, CanvasStatus
from canvasdesk.model.evidence import Evidence, EvidenceKind
from canvasdesk.model.notes import Need, Note
from canvasdesk.model.sections import Section
from canvasdesk.model.value import TEXT_LENGTH
from canvasdesk.model.workspace import Workspace
from canvasdesk.session import around, commands
from tests.editing.workshop import workshop
from tests.session.desk import Desk

BORROWING = Alternative(kind=AlternativeKind.WORKAROUND, name="Borrowed tools")
SALE = Evidence(kind=EvidenceKind.SALE, level=3, about=("late",))
READ_ONLY = "This file is open for reading only. Save a copy to change it."


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(tmp_path, workshop())


Command = Callable[[Desk], str | None]

ON_SELECTION: list[tuple[list[str], Command, str]] = [
    (["late"], lambda it: commands.rank(it.document, it.selection, 1), "Rank note"),
    (["late", "job", "swap"], lambda it: commands.rank(it.document, it.selection, 0), "Rank 2 notes"),
    (["swap-late"], lambda it: commands.rank(it.document, it.selection, 3), "Rate link"),
    (
        ["swap-late", "bill-calm", "late"],
        lambda it: commands.set_strength(it.document, it.selection, 3),
        "Rate 2 links",
    ),
    (["late"], lambda it: commands.park(it.document, it.selection), "Park note"),
    (["late", "lost"], lambda it: commands.park(it.document, it.selection), "Park 2 notes"),
    (["late"], lambda it: commands.nudge(it.document, it.selection, 1, 0), "Move note"),
    (["late", "lost", "job"], lambda it: commands.nudge(it.document, it.selection, 1, 0), "Move 3 notes"),
    (
        ["late"],
        lambda it: commands.move_to_section(it.document, it.selection, Section.GAINS),
        "Move note to Gains",
    ),
    (
        ["late", "lost"],
        lambda it: commands.move_to_section(it.document, it.selection, Section.JOBS),
        "Move 2 notes to Customer jobs",
    ),
    (["lost"], lambda it: commands.delete(it.document, it.selection), "Delete note and link"),
    (["swap"], lambda it: commands.delete(it.document, it.selection), "Delete note and 2 links"),
    (["swap", "bill"], lambda it: commands.delete(it.document, it.selection), "Delete 2 notes and 3 links"),
    (["swap-late"], lambda it: commands.delete(it.document, it.selection), "Delete link"),
    (["swap-late", "swap-lost"], lambda it: commands.delete(it.document, it.selection), "Delete 2 links"),
    (["late"], lambda it: commands.duplicate(it.document, it.selection), "Duplicate note"),
    (["late", "swap"], lambda it: commands.duplicate(it.document, it.selection), "Duplicate 2 notes"),
]
ANYWHERE: list[tuple[list[str], Command, str]] = [
    ([], lambda it: commands.add_note(it.document, it.selection, Section.GAINS, "Sleep well"), "Add note"),
    ([], lambda it: commands.edit_text(it.document, "late", "Too late"), "Edit note"),
    ([], lambda it: commands.edit_notes(it.document, ["late"], need=Need.LATENT), "Edit note"),
    ([], lambda it: commands.edit_notes(it.document, ["late", "lost"], need=Need.LATENT), "Edit 2 notes"),
    ([], lambda it: commands.edit_links(it.document, ["swap-late"], remark="On site"), "Edit link"),
    ([], lambda it: commands.remove(it.document, ["swap-late"]), "Delete link"),
    ([], lambda it: commands.tidy(it.document, it.selection), "Tidy"),
    ([], lambda it: around.swap_sides(it.document), "Swap sides"),
    ([], lambda it: around.edit_canvas(it.document, "manager", statement="x"), "Edit value proposition"),
    ([], lambda it: around.edit_canvas(it.document, "manager", why_now="x"), "Edit canvas"),
    (
        [],
        lambda it: around.edit_canvas(it.document, "manager", status=CanvasStatus.IN_TEST),
        "Change status",
    ),
    (
        [],
        lambda it: around.add_alternative(
            it.document, "manager", Alternative(kind=AlternativeKind.WORKAROUND)
        ),
        "Add alternative",
    ),
    ([], lambda it: around.edit_alternative(it.document, "rental", name="Rental"), "Edit alternative"),
    ([], lambda it: around.rate(it.document, "rental", "late", 3), "Rate alternative"),
    ([], lambda it: around.remove_alternative(it.document, "rental"), "Delete alternative"),
    (
        [],
        lambda it: around.add_evidence(
            it.document, Evidence(kind=EvidenceKind.SALE, level=3, about=("late",))
        ),
        "Add evidence",
    ),
    ([], lambda it: around.edit_evidence(it.document, "talk", finding="x"), "Edit evidence"),
    ([], lambda it: around.attach_evidence(it.document, "talk", ["calm"]), "Attach evidence"),
    ([], lambda it: around.detach_evidence(it.document, "talk", ["late"]), "Detach evidence"),
    ([], lambda it: around.remove_evidence(it.document, "talk"), "Delete evidence"),
]


@pytest.mark.parametrize(("held", "command", "label"), ON_SELECTION + ANYWHERE)
def test_a_command_is_one_step_in_words(desk: Desk, held: list[str], command: Command, label: str) -> None:
    first = desk.document.workspace
    desk.hold(*held)
    command(desk)
    assert desk.labels == [label]
    desk.document.undo()
    assert desk.document.workspace is first


@pytest.mark.parametrize(("held", "command", "label"), ON_SELECTION + ANYWHERE)
def test_a_read_only_file_refuses(desk: Desk, held: list[str], command: Command, label: str) -> None:
    desk.hold(*held)
    desk.document.read_only = True
    assert command(desk) == READ_ONLY
    assert desk.labels == []
    assert desk.selection.ids == frozenset(held)


@pytest.mark.parametrize(("held", "command", "label"), ON_SELECTION)
def test_nothing_held_is_no_step(desk: Desk, held: list[str], command: Command, label: str) -> None:
    assert command(desk) is None
    assert desk.labels == []


def test_capture_is_one_step_from_the_empty_note_to_its_last_letter(desk: Desk) -> None:
    assert commands.add_note(desk.document, desk.selection, Section.PAINS) is None
    (new,) = desk.selection.ids
    for text in ("N", "No", "No spares"):
        assert commands.edit_text(desk.document, new, text, adding=True) is None
    commands.end_text(desk.document, new)
    assert desk.labels == ["Add note"]
    assert desk.note(new).text == "No spares"
    assert board().region(Section.PAINS).holds(desk.rect(new))
    others = [each for each in desk.canvas.note_by_id if each != new]
    assert not any(desk.rect(new).intersects(desk.rect(each)) for each in others)
    commands.edit_text(desk.document, new, "No spare parts")
    assert desk.labels == ["Add note", "Edit note"]


def test_a_new_note_left_empty_vanishes_without_a_trace(desk: Desk) -> None:
    first = desk.document.workspace
    commands.add_note(desk.document, desk.selection, Section.PAINS)
    (new,) = desk.selection.ids
    commands.edit_text(desk.document, new, "N", adding=True)
    commands.edit_text(desk.document, new, "  ", adding=True)
    commands.end_text(desk.document, new)
    assert desk.document.workspace is first
    assert desk.labels == []
    assert desk.selection.ids == frozenset()


def test_a_note_emptied_by_hand_is_deleted_and_comes_back(desk: Desk) -> None:
    first = desk.document.workspace
    commands.edit_text(desk.document, "late", "")
    commands.end_text(desk.document, "late")
    assert "late" not in desk.canvas.note_by_id
    assert desk.labels == ["Delete note"]
    desk.document.undo()
    assert desk.document.workspace is first


def test_a_note_at_a_place(desk: Desk) -> None:
    commands.add_note(desk.document, desk.selection, Section.GAINS, "Here", (901.5, 99.0))
    (new,) = desk.selection.ids
    assert (desk.note(new).x, desk.note(new).y, desk.note(new).text) == (901.5, 99.0, "Here")


def test_a_text_that_is_too_long_is_refused_in_words(desk: Desk) -> None:
    said = commands.edit_text(desk.document, "late", "x" * (TEXT_LENGTH + 1))
    assert said == "This text is too long: at most 20000 characters fit."
    said = commands.edit_notes(desk.document, ["late"], importance=6)
    assert said is not None
    assert said.startswith("This cannot be kept: ")
    assert desk.labels == []


def test_strokes_in_one_field_merge_and_choices_do_not(desk: Desk) -> None:
    for detail in ("a", "ab", "abc"):
        commands.edit_notes(desk.document, ["late"], detail=detail)
    for need in (Need.LATENT, Need.EXPLICIT):
        commands.edit_notes(desk.document, ["late"], need=need)
    for remark in ("a", "ab"):
        commands.edit_links(desk.document, ["swap-late"], remark=remark)
    for statement in ("a", "ab"):
        around.edit_canvas(desk.document, "manager", statement=statement)
    assert desk.labels == ["Edit note", "Edit note", "Edit note", "Edit link", "Edit value proposition"]


def test_nudges_of_the_same_notes_are_one_step(desk: Desk) -> None:
    desk.hold("late", "lost")
    for _ in range(3):
        commands.nudge(desk.document, desk.selection, 0, -8)
    desk.hold("late")
    commands.nudge(desk.document, desk.selection, 8, 0)
    assert desk.labels == ["Move 2 notes", "Move note"]
    assert (desk.note("late").x, desk.note("late").y, desk.note("lost").y) == (908, 476, 556)


def test_ranks_and_strengths(desk: Desk) -> None:
    desk.hold("late", "swap")
    commands.rank(desk.document, desk.selection, 2)
    desk.hold("calm")
    commands.rank(desk.document, desk.selection, 5)
    desk.hold("swap-late", "swap-lost")
    commands.rank(desk.document, desk.selection, 1)
    commands.rank(desk.document, desk.selection, 0)
    assert (desk.note("late").importance, desk.note("calm").importance) == (2, 5)
    assert desk.canvas.link_by_id["swap-late"].strength is None
    desk.document.undo()
    assert desk.canvas.link_by_id["swap-late"].strength == 1


def test_what_cannot_be_ranked_says_why(desk: Desk) -> None:
    desk.hold("swap", "bill")
    assert commands.rank(desk.document, desk.selection, 2) == "Only notes in the circle are ranked."
    desk.hold("swap-late")
    said = commands.rank(desk.document, desk.selection, 4)
    assert said == "A link answers slightly (1), mostly (2) or fully (3)."
    assert desk.labels == []


@pytest.mark.parametrize(
    ("held", "section", "said"),
    [
        (["late"], Section.GAINS, "1 link removed. Gains are answered only by gain creators."),
        (["swap"], Section.CREATORS, "2 links removed. Gain creators answer only gains."),
        (
            ["swap", "late"],
            Section.PRODUCTS,
            "2 links removed. Products and services answer only customer jobs.",
        ),
        (["late"], Section.PAINS, None),
    ],
)
def test_moving_by_menu_finds_free_places_and_tells_of_links(
    desk: Desk, held: list[str], section: Section, said: str | None
) -> None:
    desk.hold(*held)
    assert commands.move_to_section(desk.document, desk.selection, section) == said
    assert all(desk.note(each).section is section for each in held)
    if said:
        assert all(board().region(section).holds(desk.rect(each)) for each in held)


def test_a_drop_moves_all_and_retypes_those_in_another_section(desk: Desk) -> None:
    places = {"late": (900.0, 160.0), "lost": (905.0, 585.0), "job": (1290.0, 365.0)}
    sections = {"late": Section.GAINS, "lost": Section.PAINS, "job": Section.JOBS}
    said = commands.move(desk.document, places, sections)
    assert said == "1 link removed. Gains are answered only by gain creators."
    assert desk.labels == ["Move 3 notes to Gains"]
    assert {each: (desk.note(each).x, desk.note(each).y) for each in places} == places
    assert [desk.note(each).section for each in places] == [Section.GAINS, Section.PAINS, Section.JOBS]


def test_notes_dropped_in_several_sections(desk: Desk) -> None:
    places = {"late": (900.0, 160.0), "calm": (900.0, 580.0)}
    said = commands.move(desk.document, places, {"late": Section.GAINS, "calm": Section.PAINS})
    assert said == "2 links removed."
    assert desk.labels == ["Move 2 notes"]


def test_parking_the_parked_takes_them_back(desk: Desk) -> None:
    desk.hold("late", "lost")
    commands.park(desk.document, desk.selection)
    commands.park(desk.document, desk.selection)
    assert desk.labels == ["Park 2 notes", "Take 2 notes back"]
    desk.hold("late")
    commands.park(desk.document, desk.selection)
    desk.hold("late", "lost")
    commands.park(desk.document, desk.selection)
    assert desk.note("late").parked
    assert desk.note("lost").parked


def test_linking_and_its_refusal(desk: Desk) -> None:
    said = commands.link(desk.document, desk.selection, "calm", "swap")
    assert said == "Pain relievers answer only pains."
    desk.hold("bill-calm")
    commands.delete(desk.document, desk.selection)
    assert commands.link(desk.document, desk.selection, "calm", "bill", 2) is None
    assert desk.labels == ["Delete link", "Link notes"]
    new = desk.canvas.links[-1]
    assert (new.source, new.target, new.strength) == ("bill", "calm", 2)


def test_copies_are_selected_a_little_aside(desk: Desk) -> None:
    desk.hold("late", "swap")
    commands.duplicate(desk.document, desk.selection)
    copies = [desk.note(each) for each in desk.selection.ids]
    assert {(note.text, note.x, note.y) for note in copies} == {
        ("Tools arrive late", 918, 518),
        ("Swap on site", 318, 518),
    }
    assert len(desk.canvas.links) == 5


def test_select_all_means_the_notes_of_this_canvas(desk: Desk) -> None:
    desk.selection.select([], focus="late")
    commands.select_all(desk.document, desk.selection)
    assert desk.selection.ids == set(desk.canvas.note_by_id)
    assert desk.selection.focus == "late"


def test_a_second_do_nothing_is_refused_in_words(desk: Desk) -> None:
    said = around.add_alternative(desk.document, "manager", Alternative(kind=AlternativeKind.DO_NOTHING))
    assert said == "This canvas already has “do nothing” as an alternative."


def reading_order(desk: Desk, section: Section) -> list[str]:
    notes = desk.canvas.in_section(section)
    return [note.id for note in sorted(notes, key=lambda note: (note.y, note.x))]


@pytest.fixture
def crowded(qtbot: QtBot, tmp_path: Path) -> Desk:
    gains = [
        Note(id=f"gain{number}", section=Section.GAINS, x=5.0, y=5.0, importance=number or None)
        for number in (0, 2, 3, 4, 5)
    ]
    offers = [Note(id="loose", section=Section.CREATORS), Note(id="star", section=Section.CREATORS)]
    parked = Note(id="out", section=Section.GAINS, parked=True)
    workspace = add_notes(workshop(), "manager", [*gains, *offers, parked])
    return Desk(tmp_path, link(workspace, "manager", "star", "gain5"))


def test_tidy_puts_the_important_first_and_the_parked_last(crowded: Desk) -> None:
    commands.tidy(crowded.document, crowded.selection)
    order = reading_order(crowded, Section.GAINS)
    assert order == ["gain5", "gain4", "calm", "gain0", "gain3", "gain2", "out"]
    assert reading_order(crowded, Section.CREATORS) == ["star", "bill", "loose"]
    rects = [crowded.rect(each) for each in crowded.canvas.note_by_id]
    assert not any(one.intersects(other) for one in rects for other in rects if one is not other)
    commands.tidy(crowded.document, crowded.selection)
    assert crowded.labels == ["Tidy"]


def test_tidy_of_one_section_leaves_the_others(crowded: Desk) -> None:
    before = {note.id: (note.x, note.y) for note in crowded.canvas.notes}
    commands.tidy(crowded.document, crowded.selection, [Section.CREATORS])
    moved = [note.id for note in crowded.canvas.notes if (note.x, note.y) != before[note.id]]
    assert set(moved) == {"bill", "loose", "star"}


def test_swapped_sides_keep_every_note_in_its_section(crowded: Desk) -> None:
    commands.tidy(crowded.document, crowded.selection)
    around.swap_sides(crowded.document)
    for note in crowded.canvas.notes:
        assert board(swapped=True).region(note.section).holds(crowded.rect(note.id))
    commands.add_note(crowded.document, crowded.selection, Section.PAINS)
    (new,) = crowded.selection.ids
    assert board(swapped=True).region(Section.PAINS).holds(crowded.rect(new))


def test_an_empty_workspace_has_nothing_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    empty = Desk(tmp_path, Workspace())
    commands.select_all(empty.document, empty.selection)
    commands.add_note(empty.document, empty.selection, Section.PAINS)
    commands.tidy(empty.document, empty.selection)
    commands.duplicate(empty.document, empty.selection)
    commands.delete(empty.document, empty.selection)
    assert empty.labels == []
