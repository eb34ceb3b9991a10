"""What is cut on a sheet stands whole on a page after it, and only that."""

import pytest
from hypothesis import given, settings

from canvasdesk.drawing.canvas import canvas_look
from canvasdesk.export.choice import What
from canvasdesk.export.in_full import endings
from canvasdesk.export.papers import near, paper
from canvasdesk.export.posters import Options, pages
from canvasdesk.export.tiles import parted
from canvasdesk.model.business import Block, BusinessModelCanvas, Entry
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace
from tests.export.drawn import check_places, check_texts, said
from tests.export.pdf.files import faults, pdfium_text, squeezed, written
from tests.export.test_posters import A4, DAY, OPTIONS
from tests.strategies import workspaces

pytestmark = pytest.mark.usefixtures("qapp")

LONG = ("The inspection line stops whenever nobody expects it. " * 40)[:2000]
NAME = " ".join(f"name{n}" for n in range(40))


def workspace(*texts: str, name: str = "Makers", title: str = "Plan") -> Workspace:
    notes = tuple(
        Note(section=section, text=text, x=200.0, y=300.0)
        for section, text in zip(reversed(Section), texts, strict=False)
    )
    segment = CustomerSegment(name=name, canvases=(ValuePropositionCanvas(id="canvas", notes=notes),))
    return Workspace(title=title, segments=(segment,))


@pytest.mark.parametrize("text", ["short", "", "x" * 200])
def test_where_all_is_there_no_page_follows(text: str) -> None:
    assert len(pages(workspace(text), What.CANVAS, A4, OPTIONS)) == 1


@pytest.mark.parametrize("text", [LONG, "語" * 2000, "x" * 2000, "نص طويل جدا " * 160, "a line\n" * 60])
def test_a_text_that_is_cut_is_there_whole_for_eyes_and_readers(text: str) -> None:
    found = pages(workspace("short", text), What.CANVAS, A4, OPTIONS)
    sheet, *rest = found
    assert squeezed(text) not in squeezed(said(sheet))
    assert squeezed(text) in squeezed(said(*rest))
    assert "short" not in said(*rest)
    assert [page.title for page in found][:2] == ["Makers", "Makers: texts in full"]
    assert [page.level for page in found] == [0, *(1 for _ in rest)]
    for page in rest:
        check_places(page)
        check_texts(page)
    content = written(*rest)
    assert faults(content) == []
    if text == LONG:
        assert squeezed(text) in squeezed(pdfium_text(content))


def test_they_stand_in_the_order_of_the_sections() -> None:
    look = canvas_look(workspace(*(f"{n} {LONG}" for n in range(6))), "canvas")
    assert [each.field for each in endings(look)] == list(Section)


def test_long_names_and_titles_are_there_too() -> None:
    for what in (What.CANVAS, What.BUSINESS_MODEL):
        made = workspace(name=NAME, title=f"Title {NAME}")
        _, full = pages(made, what, A4, OPTIONS)
        assert squeezed(f"Title {NAME}") in squeezed(said(full))
        assert said(full).count("name39") == (2 if what is What.CANVAS else 1)


def test_entries_of_the_business_model_too() -> None:
    entry = Entry(block=Block.PARTNERS, text=LONG)
    made = Workspace(business_model=BusinessModelCanvas(entries=(entry,)))
    _, full = pages(made, What.BUSINESS_MODEL, A4, OPTIONS)
    assert squeezed(LONG) in squeezed(said(full))


def test_they_follow_their_sheet_in_a_workbook() -> None:
    titles = [(page.title, page.level) for page in pages(workspace(LONG), What.WORKBOOK, A4, OPTIONS)]
    assert titles == [
        ("Plan", 0), ("Business model", 1), ("Makers", 1), ("Makers: texts in full", 2), ("Legend", 1),
    ]  # fmt: skip


def test_what_is_read_from_near_is_on_a_paper_to_be_held_and_in_one_piece() -> None:
    assert [near(paper(name)).name for name in ("A4", "A3", "A0", "Arch E", "Tabloid", "700x500mm")] == [
        "A4", "A3", "A4", "Letter", "Tabloid", "A4",
    ]  # fmt: skip
    poster, tile = paper("A0"), paper("A3")
    made = pages(workspace(LONG), What.CANVAS, poster, Options(DAY, near=near(poster, tile)))
    *sheets, full = parted(made, tile)
    assert full is made[-1]
    assert len(sheets) == 16
    assert {tuple(sorted((page.width, page.height))) for page in (*sheets, full)} == {(tile.short, tile.long)}


@given(workspaces())
@settings(max_examples=10)
def test_every_text_of_any_workspace_is_in_its_workbook(made: Workspace) -> None:
    shown = squeezed(said(*pages(made, What.WORKBOOK, A4, OPTIONS)))
    texts = [note.text for canvas in made.canvas_by_id.values() for note in canvas.notes]
    texts += [entry.text for entry in made.business_model.entries]
    for text in texts:
        if text.isascii() and text.isprintable():
            assert squeezed(text) in shown
