"""What those hear who do not see the page: everything once, in the order of reading."""

from datetime import date

import pytest

from canvasdesk.drawing.business_model import model_look
from canvasdesk.drawing.canvas import canvas_look
from canvasdesk.drawing.contrast import contrast_look
from canvasdesk.drawing.fitting import line
from canvasdesk.drawing.naming import block_name, section_name
from canvasdesk.drawing.surface import Part, Surface
from canvasdesk.export.choice import What
from canvasdesk.export.papers import paper
from canvasdesk.export.posters import Options, pages
from canvasdesk.layout.geometry import Rect
from canvasdesk.model.business import Block
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.files import load
from canvasdesk.storage.templates import templates
from tests.drawing.recording import inspection
from tests.export.pdf.files import faults, opened, page_of, sheet_page, tags, written
from tests.export.test_posters import with_records


def first_lines(content: bytes, name: str) -> list[str]:
    return [(tag.alt or tag.actual).partition("\n")[0] for tag in tags(content) if tag.name == name]


def test_a_canvas_is_read_from_the_circle_to_the_square_and_its_links_last() -> None:
    look = canvas_look(inspection(), "canvas")
    said = first_lines(written(sheet_page(look)), "P")
    notes = [
        ["Defect rate below 0.1 %"],
        ["Unplanned downtime"],
        ["Predictive quality data", "Accuracy", "Integration with existing systems"],
        ["Inspection system"],
        ["Same-day parts and account manager", "Early drift warning"],
        ["Data feed", "Proven accuracy"],
    ]
    found = [each for each in said if any(each in section for section in notes)]
    assert found == [each for section in notes for each in section]
    links = [link.words()[0] for link in look.links.values()]
    assert said[-len(links) :] == links
    assert said.index("Fit 67 %") < said.index("Defect rate below 0.1 %")


def test_sections_are_headings_before_their_notes() -> None:
    content = written(sheet_page(canvas_look(inspection(), "canvas")))
    assert [tag.name for tag in tags(content) if tag.name.startswith("H")] == ["H1"] + ["H2"] * 6
    assert [each.rstrip("0123456789") for each in first_lines(content, "H2")] == [
        section_name(each) for each in Section
    ]


def test_every_page_has_a_title_and_words_keep_their_order() -> None:
    parts = [
        (Part.SENTENCE, "a"),
        (Part.HEADING, "b"),
        (Part.LINK, "c"),
        (Part.SENTENCE, "d"),
        (Part.HEADING, "e"),
    ]

    def draw(surface: Surface) -> None:
        for number, (part, text) in enumerate(parts):
            surface.begin(part, lambda text=text: (text, ""))
            surface.text(line(text, 10.0, 50.0), 0.0, 15.0 * number, "#000000")
            surface.end()

    content = written(*(page_of(draw, 100.0, 100.0) for _ in range(2)))
    assert faults(content) == []
    assert [tag.name for tag in tags(content)[1:]] == ["P", "H1", "P", "P", "H2"] * 2


def test_a_business_model_is_read_block_by_block() -> None:
    workspace = load(templates()["inspection-systems"]).workspace
    content = written(sheet_page(model_look(workspace)))
    order = [*Block]
    blocks = {entry.text: order.index(entry.block) for entry in workspace.business_model.entries}
    blocks |= {segment.name: 0 for segment in workspace.segments}
    said = [each for each in first_lines(content, "P") if each in blocks]
    assert sorted(said) == sorted(blocks)
    assert [blocks[each] for each in said] == sorted(blocks.values())
    assert first_lines(content, "H2")[0] == block_name(Block.SEGMENTS)


def test_segments_side_by_side_are_a_table_with_titles() -> None:
    workspace = load(templates()["home-sharing"]).workspace
    content = written(sheet_page(contrast_look(workspace)))
    found = [tag for tag in tags(content) if tag.name in {"H1", "Table", "TR", "TH", "TD"}]
    assert [tag.name for tag in found[:2]] == ["H1", "Table"]
    rows: list[list[str]] = []
    for tag in found[2:]:
        if tag.name == "TR":
            rows.append([])
        else:
            rows[-1].append(tag.name)
    assert rows[0] == ["TD", "TH", "TH"]
    assert len(rows) > 5
    assert all(row == ["TH", "TD", "TD"] for row in rows[1:])


def test_what_is_between_things_is_decoration_but_words_are_read() -> None:
    def draw(surface: Surface) -> None:
        surface.begin(Part.CANVAS, lambda: ("Canvas", ""))
        surface.rect(Rect(0, 0, 50, 50), "#FF0000")
        surface.text(line("loose", 10.0, 50.0), 0.0, 0.0, "#000000")
        surface.rect(Rect(0, 0, 5, 5), "#FF0000")
        surface.end()
        surface.text(line("outside", 10.0, 50.0), 0.0, 20.0, "#000000")

    content = written(page_of(draw, 100.0, 100.0))
    assert faults(content) == []
    assert [(tag.name, tag.depth) for tag in tags(content)] == [
        ("Document", 0),
        ("Sect", 1),
        ("P", 2),
        ("P", 1),
    ]
    code = opened(content).pages[0].Contents.read_bytes().decode()
    assert code.count("/Artifact BMC") == 2
    assert code.count("BDC") + code.count("BMC") == code.count("EMC") == 4


def test_a_thing_within_a_thing_keeps_its_own_marks() -> None:
    def draw(surface: Surface) -> None:
        surface.begin(Part.SENTENCE, lambda: ("outer", ""))
        surface.text(line("before", 10.0, 50.0), 0.0, 0.0, "#000000")
        surface.begin(Part.NOTE, lambda: ("inner", "a note"))
        surface.text(line("inner", 10.0, 50.0), 0.0, 20.0, "#000000")
        surface.end()
        surface.text(line("after", 10.0, 50.0), 0.0, 40.0, "#000000")
        surface.end()

    content = written(page_of(draw, 100.0, 100.0))
    assert faults(content) == []
    assert [(tag.depth, tag.alt, tag.actual) for tag in tags(content)[1:]] == [
        (1, "", "before\nafter"),
        (2, "inner\na note", ""),
    ]
    outer = opened(content).Root.StructTreeRoot.K.K[0]
    assert [each for each in outer.K if isinstance(each, int)] == [0, 2]


def test_an_empty_note_says_what_it_is() -> None:
    canvas = ValuePropositionCanvas(id="canvas", notes=(Note(section=Section.PAINS, text="", importance=3),))
    workspace = Workspace(segments=(CustomerSegment(name="S" * 200, canvases=(canvas,)),))
    content = written(sheet_page(canvas_look(workspace, "canvas")))
    assert faults(content) == []
    assert any(each.startswith("Pains") for each in first_lines(content, "P"))


@pytest.mark.parametrize("count", [300])
def test_many_notes_are_all_there(count: int) -> None:
    notes = tuple(
        Note(
            id=f"n{number}",
            section=[*Section][number % 6],
            text=f"Note {number}",
            x=(number % 20) * 110.0,
            y=number // 20 * 70.0,
        )
        for number in range(count)
    )
    canvas = ValuePropositionCanvas(id="canvas", notes=notes)
    workspace = Workspace(segments=(CustomerSegment(canvases=(canvas,)),))
    content = written(sheet_page(canvas_look(workspace, "canvas")))
    assert faults(content) == []
    assert {note.text for note in notes} <= set(first_lines(content, "P"))


def test_records_of_sessions_are_headings_with_their_lines() -> None:
    workspace = with_records(Workspace())
    found = pages(workspace, What.WORKBOOK, paper("A4"), Options(date(2026, 5, 5)))
    content = written(*(each for each in found if each.title == "Sessions"))
    names = [tag.name for tag in tags(content)]
    assert [each for each in names if each.startswith("H")] == ["H1", "H2", "H2"]
    assert names.index("H1") < names.index("P")
    assert faults(content) == []
