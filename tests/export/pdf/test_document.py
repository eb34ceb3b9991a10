"""Whole files: what checkers and readers find in the examples, in tiles and in nothing at all."""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pikepdf
import pypdfium2
import pytest

from canvasdesk.drawing.business_model import model_look
from canvasdesk.drawing.canvas import CanvasLook, canvas_look
from canvasdesk.drawing.contrast import contrast_look
from canvasdesk.drawing.fitting import line
from canvasdesk.drawing.surface import Surface
from canvasdesk.export.choice import What
from canvasdesk.export.grid import grid
from canvasdesk.export.pages import Drawing, Page, Placed
from canvasdesk.export.papers import paper
from canvasdesk.export.pdf.document import write_pdf
from canvasdesk.export.posters import Options, pages
from canvasdesk.export.tiles import tiles
from canvasdesk.layout.geometry import Rect
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.files import load
from canvasdesk.storage.templates import templates
from tests.drawing.recording import inspection
from tests.export.pdf.files import (
    ABOUT,
    faults,
    opened,
    poppler_text,
    sheet_page,
    squeezed,
    tags,
    written,
)

needs_qpdf = pytest.mark.skipif(not shutil.which("qpdf"), reason="needs qpdf")
needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler")
INK = "#204060"
NEAR = 0.01  # points
WORDS = (
    "unplanned", "downtime", "quality", "failures", "same-day", "parts", "early", "warning", "line", "drifts",
    "predictive", "data", "tuning", "process", "accurate", "inspection", "integration", "systems", "already",
    "running", "operators", "training", "report", "audit", "cost",
)  # fmt: skip


def canvases(workspace: Workspace) -> Iterator[CanvasLook]:
    for segment in workspace.segments:
        for canvas in segment.canvases:
            yield canvas_look(workspace, canvas.id)


@pytest.fixture(scope="module", params=sorted(templates()))
def example(request: pytest.FixtureRequest, qapp: object) -> tuple[Workspace, bytes]:
    """Give an example, and the file of its business model, its canvases and its segments side by side."""
    workspace = load(templates()[request.param]).workspace
    pages = [sheet_page(model_look(workspace), title="Business model")]
    pages += [sheet_page(look, title=look.segment.name) for look in canvases(workspace)]
    return workspace, written(*pages, sheet_page(contrast_look(workspace), title="Side by side"))


def test_examples_keep_the_standards(example: tuple[Workspace, bytes]) -> None:
    assert faults(example[1]) == []


@needs_qpdf
def test_examples_are_sound(example: tuple[Workspace, bytes], tmp_path: Path) -> None:
    (tmp_path / "file.pdf").write_bytes(example[1])
    done = subprocess.run(["qpdf", "--check", tmp_path / "file.pdf"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_examples_have_no_pictures_and_bring_their_fonts(example: tuple[Workspace, bytes]) -> None:
    objects = list(opened(example[1]).objects)
    dictionaries = [each for each in objects if isinstance(each, pikepdf.Dictionary | pikepdf.Stream)]
    assert [each for each in dictionaries if each.get("/Subtype") == "/Image"] == []
    described = [each for each in dictionaries if each.get("/Type") == "/FontDescriptor"]
    fonts = [each for each in dictionaries if each.get("/Subtype") == "/CIDFontType2"]
    assert len(fonts) == len(described) >= 2
    assert all("/FontFile2" in each for each in described)
    names = [str(each.FontName).partition("+")[2] for each in described]
    assert len(set(names)) == len(names)  # each font once


def test_notes_are_selected_where_they_stand(example: tuple[Workspace, bytes]) -> None:
    workspace, content = example
    pages = list(pypdfium2.PdfDocument(content))[1:]
    for look, page in zip(canvases(workspace), pages, strict=False):
        text = page.get_textpage()
        for note in look.notes.values():
            x, y = note.rect.x - look.bounds.x, look.bounds.bottom - note.rect.bottom
            inside = text.get_text_bounded(x, y, x + note.rect.w, y + note.rect.h)
            assert squeezed(inside) == squeezed(note.note.text)


@needs_poppler
def test_notes_are_found_in_the_text(example: tuple[Workspace, bytes], tmp_path: Path) -> None:
    workspace, content = example
    (tmp_path / "file.pdf").write_bytes(content)
    text = squeezed(poppler_text(tmp_path / "file.pdf"))
    said = [entry.text for entry in workspace.business_model.entries]
    said += [note.text for look in canvases(workspace) for note in look.canvas.notes]
    assert [each for each in said if squeezed(each) not in text] == []


def test_examples_give_the_same_bytes_again(example: tuple[Workspace, bytes]) -> None:
    """The file of the fixture may have been written when fonts and texts were not known yet."""
    workspace, content = example
    pages = [sheet_page(model_look(workspace), title="Business model")]
    pages += [sheet_page(look, title=look.segment.name) for look in canvases(workspace)]
    assert written(*pages, sheet_page(contrast_look(workspace), title="Side by side")) == content


def small(colour: str = INK) -> Page:
    whole = Rect(0.0, 0.0, 100.0, 50.0)
    return Page(100.0, 50.0, (Placed(Drawing(whole, lambda s: s.rect(whole, colour)), 0.0, 0.0, 1.0, whole),))


def test_files_are_told_apart_by_what_is_in_them() -> None:
    later = replace(ABOUT, date=ABOUT.date + timedelta(seconds=1))
    contents = [
        write_pdf([small()], ABOUT),
        write_pdf([small()], later),
        write_pdf([small("#FF0000")], ABOUT),
    ]
    numbers = [bytes(opened(each).trailer.ID[0]) for each in contents]
    assert len(set(numbers)) == 3
    assert all(len(number) == 16 for number in numbers)


def test_a_file_says_what_it_is_about() -> None:
    about = replace(ABOUT, title="Größe (alt) \\ 価値 <&>", author="", subject="")
    content = write_pdf([small()], about)
    file = opened(content)
    assert faults(content) == []
    with file.open_metadata() as metadata:
        assert metadata["dc:title"] == about.title
        assert metadata["xmp:CreateDate"] == "2026-11-28T12:00:00Z"
        assert "dc:creator" not in metadata
    assert str(file.docinfo.Title) == about.title
    assert str(file.Root.Lang) == "en-GB"
    assert bool(file.Root.ViewerPreferences.DisplayDocTitle)


def test_pages_are_bookmarked_and_called_by_their_labels() -> None:
    titles = [("Cover", 0), ("Makers", 0), ("Buyer", 1), ("User", 2), ("", 0), ("Legend", 0)]
    pages = [replace(small(), title=title, level=level) for title, level in titles]
    pages[2] = replace(pages[2], label="B2")
    content = written(*pages)
    file = opened(content)
    assert faults(content) == []
    with file.open_outline() as outline:
        found = [
            (each.title, [(kid.title, len(kid.children)) for kid in each.children]) for each in outline.root
        ]
    assert found == [("Cover", []), ("Makers", [("Buyer", 1)]), ("Legend", [])]
    assert [each.label for each in file.pages] == ["1", "2", "B2", "4", "5", "6"]


def test_without_titles_and_labels_there_is_nothing_to_be_said_of_pages() -> None:
    catalog = opened(written(small())).Root
    assert "/Outlines" not in catalog
    assert "/PageLabels" not in catalog


def test_a_drawing_of_several_pages_is_kept_once_and_read_once() -> None:
    look = canvas_look(inspection(), "canvas")
    whole = sheet_page(look)
    drawing = whole.placed[0].drawing
    half = Rect(0.0, 0.0, whole.width / 2, whole.height)
    tiles = [
        Page(half.w, half.h, (Placed(drawing, left, -look.bounds.y, 1.0, half),), label=label)
        for label, left in (("A1", -look.bounds.x), ("B1", -look.bounds.x - half.w))
    ]
    content = written(*tiles)
    file = opened(content)
    assert faults(content) == []
    forms = [
        each for each in file.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Form"
    ]
    assert len(forms) == 1
    first, second = (tag for tag in tags(content) if tag.name == "Figure")
    assert "Unplanned downtime" in first.alt
    assert second.alt == "Industrial manufacturer"
    assert len(content) < 1.2 * len(written(whole))


def wall() -> Page:
    """Give an A0 poster of 60 notes, as many as fill a canvas, and 30 links."""
    chance = Random(60)  # noqa: S311
    notes = tuple(
        Note(
            id=f"n{number}",
            section=[*Section][number % 6],
            text=" ".join(chance.choices(WORDS, k=chance.randint(3, 9))),
            x=chance.uniform(0.0, 1300.0),
            y=chance.uniform(0.0, 700.0),
        )
        for number in range(60)
    )
    offers = [note for note in notes if note.section in (Section.RELIEVERS, Section.CREATORS)]
    needs = {Section.RELIEVERS: Section.PAINS, Section.CREATORS: Section.GAINS}
    links = tuple(
        FitLink(source=offer.id, target=need.id)
        for offer in offers
        for need in chance.sample([each for each in notes if each.section is needs[offer.section]], 2)
    )
    canvas = ValuePropositionCanvas(id="canvas", notes=notes, links=links[:30])
    workspace = Workspace(segments=(CustomerSegment(canvases=(canvas,)),))
    (page,) = pages(workspace, What.CANVAS, paper("A0"), Options(date(2026, 11, 28)))
    return page


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", ["A4", "A3", "Letter", "Tabloid"])
def test_tiles_take_up_at_most_half_as_much_again(name: str) -> None:
    whole = wall()
    parted = written(*tiles(whole, paper(name)))
    assert faults(parted) == []
    assert len(parted) <= 1.5 * len(written(whole))


@pytest.mark.usefixtures("qapp")
def test_tiles_of_a_file_make_the_page_again() -> None:
    """Each has the whole where its part of it is on the paper; in the whole all is where the page has it."""
    page = wall()
    parted = grid(page.width, page.height, paper("A4"))
    _, *sheets = opened(written(*tiles(page, paper("A4")))).pages
    margin, height = parted.leaf.margin, parted.leaf.height
    for tile, sheet in zip(parted.tiles, sheets, strict=True):
        (scale, x, y), *_ = placings(sheet)
        assert (scale, x, height - y) == pytest.approx(
            (1, margin - tile.part.x, margin - tile.part.y), abs=NEAR
        )
    whole = max(sheets[0].Resources.XObject.values(), key=lambda form: float(form.BBox[2]))
    for (scale, x, y), was in zip(placings(whole), page.placed, strict=True):
        bounds = was.drawing.bounds
        for at_x, at_y in (bounds[:2], (bounds.right, bounds.bottom)):
            here, there = (
                (x + scale * at_x, y + scale * at_y),
                (was.x + was.scale * at_x, was.y + was.scale * at_y),
            )
            assert here == pytest.approx(there, abs=NEAR)


@pytest.mark.usefixtures("qapp")
def test_a_drawing_of_which_much_is_said_keeps_the_standards_and_loses_nothing() -> None:
    notes = tuple(Note(section=Section.JOBS, text=f"Note {n} " + "worth " * 60) for n in range(60))
    canvas = ValuePropositionCanvas(id="canvas", notes=notes)
    workspace = Workspace(segments=(CustomerSegment(canvases=(canvas,)),))
    look = canvas_look(workspace, "canvas")
    half = sheet_page(look)
    content = written(half, replace(half, label="B1"))  # twice, so that it is kept as a form
    assert faults(content) == []
    said = "\n".join(each.alt + each.actual for each in tags(content) if each.alt + each.actual)
    assert "\n\n" not in said.strip("\n")  # no silence where nothing is written
    assert [note for note in notes if squeezed(note.text) not in squeezed(said)] == []


def placings(content: pikepdf.Object | pikepdf.Page) -> Iterator[tuple[float, float, float]]:
    """Give scale and place of what stands directly on a page, or in a drawing."""
    deep = 0
    for operands, operator in pikepdf.parse_content_stream(content):
        deep += {"q": 1, "Q": -1}.get(str(operator), 0)
        if str(operator) == "cm" and deep == 1:
            yield float(operands[0]), float(operands[4]), float(operands[5])


def test_what_is_seen_only_through_a_clip_is_cut() -> None:
    whole = Rect(0.0, 0.0, 100.0, 50.0)
    drawing = Drawing(whole, lambda surface: surface.rect(whole, INK))
    content = written(Page(100.0, 50.0, (Placed(drawing, 0.0, 0.0, 1.0, Rect(10.0, 20.0, 30.0, 5.0)),)))
    image = pypdfium2.PdfDocument(content)[0].render(scale=1).to_pil().convert("L")
    assert image.point(lambda value: 255 - value).getbbox() == (10, 20, 40, 25)


def test_marks_of_the_paper_are_drawn_but_not_read() -> None:
    def marks(surface: Surface) -> None:
        surface.line(5.0, 5.0, 15.0, 5.0, INK, 1.0)
        surface.text(line("B2", 8.0, 50.0), 20.0, 2.0, INK)

    content = written(replace(small("#FFFFFF"), marks=marks))
    assert faults(content) == []
    assert [tag.name for tag in tags(content)] == ["Document"]
    image = pypdfium2.PdfDocument(content)[0].render(scale=1).to_pil().convert("L")
    left, top, right, bottom = image.point(lambda value: 255 - value).getbbox()
    assert (left, top) == pytest.approx((4, 4), abs=1)
    assert right < 40
    assert bottom < 15


def test_writing_tells_how_far_it_is_and_ends_when_told() -> None:
    heard: list[int] = []
    write_pdf([small(), small()], ABOUT, heard.append)
    assert heard == [1, 2]

    def stop(_pages: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        write_pdf([small(), small()], ABOUT, stop)
