"""Pages of sheets and whole workbooks: every word is there, inside its page, and none lies over another."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import takewhile

import pytest
from hypothesis import given, settings
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from canvasdesk.drawing.business_model import model_look
from canvasdesk.drawing.canvas import canvas_look
from canvasdesk.drawing.naming import credit, section_name
from canvasdesk.drawing.painter import PainterSurface
from canvasdesk.drawing.sheet import SheetLook
from canvasdesk.editing import agenda
from canvasdesk.editing.segments import edit_segment
from canvasdesk.export.choice import What, choices
from canvasdesk.export.cover import cover
from canvasdesk.export.errors import ExportError
from canvasdesk.export.pages import Page
from canvasdesk.export.papers import MARGIN, MM, PAPERS, Orientation, Paper, fitted, paper
from canvasdesk.export.pieces import drawings
from canvasdesk.export.posters import Options, pages
from canvasdesk.interchange.table import contrast_cells
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.style import DARK, INK, LIGHT
from canvasdesk.model.contrast import contrast
from canvasdesk.model.sections import Section
from canvasdesk.model.sessions import AgendaStep, Attendee, Covering, Frame, Vote, VoteCount
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import View, Workspace
from canvasdesk.storage.files import load
from canvasdesk.storage.templates import templates
from tests.drawing.recording import Recording, inspection, letters
from tests.drawing.test_contrast import LONG, crowd
from tests.editing.workshop import workshop
from tests.export.drawn import check_places, check_texts, extent, recorded, said, texts
from tests.strategies import workspaces

pytestmark = pytest.mark.usefixtures("qapp")

DAY = date(2025, 3, 12)
DAY_LONG = timedelta(days=1)
OPTIONS = Options(DAY)
A4 = paper("A4")


def example() -> Workspace:
    return load(templates()["inspection-systems"]).workspace


def book(workspace: Workspace, kind: Paper = A4, options: Options = OPTIONS) -> tuple[Page, ...]:
    return pages(workspace, What.WORKBOOK, kind, options)


def with_records(workspace: Workspace) -> Workspace:
    """Give a workspace with a session of two days ago, one of yesterday, and one that is running."""
    began = datetime(2026, 5, 4, 9, tzinfo=UTC)
    plain = agenda.end_session(agenda.begin_session(workspace, began - DAY_LONG), began - DAY_LONG)
    steps = (AgendaStep(title="Silence", frame=Frame.PAINS, minutes=8, covering=Covering.COVER),)
    full = evolve(
        plain, agenda=steps, attendees=(Attendee(name="Ann", function="Sales"), Attendee(name="Bo"))
    )
    full = agenda.end_session(agenda.begin_session(full, began), began + timedelta(minutes=93))
    counts = (VoteCount(text="Scrap", dots=2), VoteCount(text="Unplanned downtime", dots=4))
    vote = Vote(section=Section.PAINS, voters=2, dots_each=3, counts=counts)
    record = full.sessions[-1]
    before = tuple(evolve(each, on_paper=0.3) for each in record.before)
    sessions = (*full.sessions[:-1], evolve(record, before=before, votes=(vote,)))
    return agenda.begin_session(evolve(full, sessions=sessions), began + DAY_LONG)


def drawn(look: SheetLook) -> list[str]:
    surface = Recording()
    look.draw(surface, LIGHT)
    return surface.texts()


def test_a_workbook_is_bound_in_order() -> None:
    found = book(example())
    assert [(page.title, page.level) for page in found] == [
        ("Inspection systems", 0),
        ("Business model", 1),
        ("Industrial manufacturers – Plant manager", 1),
        ("Industrial manufacturers – Quality director", 1),
        ("Industrial manufacturers – Purchasing", 1),
        ("Food processors – Quality lead", 1),
        ("Contract labs", 1),
        ("Side by side", 1),
        ("Legend", 1),
    ]
    assert [page.label for page in found] == [str(number) for number in range(1, 10)]


@pytest.mark.parametrize("name", ["inspection-systems", "home-sharing", "pay-as-you-go-solar", "tool-fleet"])
def test_every_text_of_a_workspace_is_in_its_workbook(name: str) -> None:
    workspace = load(templates()[name]).workspace
    found = book(workspace)
    everything = {letters(mark) for page in found for mark in texts(page)}
    assert workspace.title in everything
    assert "".join(workspace.description.split()) in "".join(said(found[0]).split())
    for choice in choices(workspace):
        assert {*drawn(canvas_look(workspace, choice.canvas.id))} - {""} <= everything
    assert {*drawn(replace(model_look(workspace), inviting=False))} - {""} <= everything
    if len(workspace.segments) > 1:
        cells = contrast_cells(contrast(workspace))
        assert {line for row in cells[1:] for cell in row for line in cell.splitlines()} <= everything


def test_the_cover_has_the_figures_of_every_segment_and_role() -> None:
    (first, *_) = book(example())
    lines = said(first).splitlines()
    row = lines.index("Plant manager · End user")
    assert lines[row + 1 : row + 6] == ["67 %", "27 %", "5 of 5", "+43", "Good fit"]
    assert "Primary · B2B · 3 roles · deal fit 56 %" in lines
    assert "Secondary · B2B · Quality lead · Decision maker, veto" in lines
    row = lines.index("Contract labs")
    assert lines[row + 2 : row + 7] == ["–", "–", "–", "–", "No fit yet"]
    assert "Wednesday, 12 March 2025" in lines


def test_the_legend_has_formula_marks_day_and_evidence_mix() -> None:
    workspace = example()
    shown = said(book(workspace)[-1])
    for words in (
        "F = Σ w·c ÷ Σ w",
        "c = 1 − Π (1 − s)",
        "Hatched, no square",
        "Dashed edge",
        "Iceberg",
        "the wider, the more is answered",
        "Flag: a flow is to be reviewed",
        "As of Wednesday, 12 March 2025",
        "38 notes on all canvases",
        "27 notes – no evidence",
        "5 notes – evidence: said",
        "5 notes – evidence: shown by behaviour",
        "1 note – evidence: committed",
        *map(section_name, Section),
    ):
        assert words in shown
    assert len(workspace.note_by_id) == 38


def test_every_page_says_whose_it_is_where_it_belongs_and_whom_to_thank() -> None:
    found = book(example())
    for number, page in enumerate(found, 1):
        lines = said(page).splitlines()
        titles = dict.fromkeys(("Inspection systems", page.title))
        assert lines[-3:] == [
            " · ".join(titles),
            f"Wednesday, 12 March 2025 · page {number} of {len(found)}",
            credit(),
        ]


@pytest.mark.parametrize(
    "kind", [*PAPERS, paper("100x2000mm"), paper("100x100mm")], ids=lambda each: each.name
)
@pytest.mark.parametrize("way", Orientation)
def test_on_every_paper_nothing_lies_outside_or_over_something_else(kind: Paper, way: Orientation) -> None:
    for page in book(example(), kind, replace(OPTIONS, orientation=way)):
        check_places(page)
        check_texts(page)
        assert {page.width, page.height} == {kind.short, kind.long}
        if way is not Orientation.AUTOMATIC and kind.short != kind.long:
            assert (page.width < page.height) == (way is Orientation.PORTRAIT)


@pytest.mark.parametrize("margin", [0.0, 5 * MM, 35 * MM])
def test_words_keep_out_of_the_margins(margin: float) -> None:
    for page in book(example(), options=replace(OPTIONS, margin=margin)):
        inside = Rect(0.0, 0.0, page.width, page.height).inset(margin - 0.01)
        assert all(inside.contains(extent(mark).inset(0.02)) for mark in texts(page))
        check_texts(page)


@pytest.mark.parametrize("count", [0, 1, 50])
@pytest.mark.parametrize("name", ["X", LONG, "W" * 200, "W" * 1000, "قطاع الصناعات الدقيقة"])
def test_many_segments_and_long_names_have_their_places(count: int, name: str) -> None:
    workspace = crowd(count, name)
    found = book(workspace)
    for page in found:
        check_places(page)
    sheets = {"Business model", *(choice.name for choice in choices(workspace))}
    for page in found:
        if page.title not in sheets:
            check_texts(page)
    verdicts = ("Weak fit", "Partial fit", "Good fit", "Strong fit", "No fit yet")
    lines = [line for page in covers(found) for line in said(page).splitlines()]
    assert sum(line in verdicts for line in lines) >= count


def test_pages_on_which_something_goes_on_say_what_it_is() -> None:
    table = pages(evolve(crowd(50, "X"), title="Plan"), What.CONTRAST, A4, OPTIONS)
    assert [bool(page.title) for page in table] == [True] + [False] * (len(table) - 1)
    assert len(table) > 5
    assert {said(page).splitlines()[-3] for page in table} == {"Plan · Side by side"}


@pytest.mark.parametrize("title", ["مساحة العمل العربية", "סביבת עבודה", "עברית " * 40, "Latin"])
def test_titles_of_any_direction_stay_on_their_sheets(title: str) -> None:
    workspace = evolve(edit_segment(inspection(), "segment", name="המפעלים"), title=title)
    for page in book(workspace):
        check_texts(page)
        *_, title_below, _number, _thanks = texts(page)
        assert extent(title_below).x == pytest.approx(MARGIN, abs=0.5)


def covers(found: tuple[Page, ...]) -> list[Page]:
    """Give the pages before the business model."""
    return [*takewhile(lambda page: page.title != "Business model", found)]


def test_a_cover_goes_on_with_its_head_on_the_next_page() -> None:
    there = [said(page).splitlines() for page in covers(book(crowd(50, "X")))]
    assert len(there) > 1
    assert all("Segment and role" in each for each in there)
    assert sum(each.count("X") for each in there) == 1 + 50 + len(there)  # title, segments, footers


def test_a_workbook_has_the_records_of_sessions_before_its_legend() -> None:
    workspace = with_records(example())
    found = book(workspace)
    assert [(page.title, page.level) for page in found[-2:]] == [("Sessions", 1), ("Legend", 1)]
    lines = said(found[-2]).splitlines()
    at = lines.index("Monday, 4 May 2026, 09:00–10:33")
    assert lines[at + 1 : at + 5] == [
        "2 attendees",
        "Ann (Sales), Bo",
        "Fit before and after",
        "Industrial manufacturers · Plant manager · End user: from 30 % to 67 %",
    ]
    for words in ("Vote on Pains: 2 voters, 3 dots each", "4 dots – Unplanned downtime"):
        assert words in lines
    assert lines.index("4 dots – Unplanned downtime") < lines.index("2 dots – Scrap")
    assert "Agenda, 1 step · 8 min" in lines
    assert "Silence · Pains · 8 min · covers" in lines
    assert lines.index("Monday, 4 May 2026, 09:00–10:33") < lines.index("Sunday, 3 May 2026, 09:00–09:00")
    assert not any("Tuesday" in line for line in lines), "it is not over yet"


@pytest.mark.parametrize("kind", [*PAPERS, paper("100x100mm")], ids=lambda each: each.name)
def test_records_of_many_people_and_long_words_have_their_places(kind: Paper) -> None:
    people = tuple(Attendee(name=f"{LONG} {number}", function="W" * 300) for number in range(40))
    workspace = with_records(example())
    ended = tuple(evolve(each, attendees=people) for each in workspace.sessions)
    found = [page for page in book(evolve(workspace, sessions=ended), kind) if page.title in ("", "Sessions")]
    for page in found:
        check_places(page)
        check_texts(page)


def test_an_empty_workspace_has_a_workbook_too() -> None:
    found = book(Workspace())
    assert [page.title for page in found] == ["Workbook", "Business model", "Legend"]
    assert "There is no segment yet." in said(found[0])
    assert "0 notes on all canvases" in said(found[-1])


@given(workspaces())
@settings(max_examples=15)
def test_words_of_any_workspace_stand_inside_and_apart(workspace: Workspace) -> None:
    found = book(workspace)
    for page in found:
        check_places(page)
    room = Rect(0.0, 0.0, 700.0, 500.0)
    for drawing in drawings(cover(workspace, DAY, room.w), room, room.w, LIGHT):
        check_texts(Page(room.w, room.h, (fitted(drawing, room),)))


def test_a_description_of_any_length_is_there_to_its_end() -> None:
    description = "\n\n".join(f"Paragraph {n}. " + "Words and words. " * 40 for n in range(28))
    found = book(evolve(workshop(), description=description))
    there = covers(found)
    assert all(f"Paragraph {n}. Words" in said(*there) for n in range(28))
    for page in there:
        check_texts(page)


def test_single_sheets_have_a_page_each() -> None:
    found = pages(example(), What.CANVAS, A4, OPTIONS, canvas="quality director")
    assert [(page.title, page.level, page.label) for page in found] == [
        ("Industrial manufacturers – Quality director", 0, "1")
    ]
    found = pages(example(), What.SEGMENT, A4, OPTIONS, segment="Industrial manufacturers")
    assert [page.label for page in found] == ["1", "2", "3"]
    assert [page.title for page in pages(example(), What.BUSINESS_MODEL, A4, OPTIONS)] == ["Business model"]
    assert [page.title for page in pages(example(), What.CONTRAST, A4, OPTIONS)] == ["Side by side"]


def test_names_mean_what_they_mean_for_pictures() -> None:
    with pytest.raises(ExportError, match="choose a canvas, and nothing else"):
        pages(example(), What.WORKBOOK, A4, OPTIONS, segment="Food processors")
    with pytest.raises(ExportError, match="no segment in this file"):
        pages(Workspace(), What.CONTRAST, A4, OPTIONS)


def test_a_page_has_the_colour_of_its_theme_to_its_edges() -> None:
    (page,) = pages(example(), What.CANVAS, A4, replace(OPTIONS, theme=DARK))
    (whole,) = recorded(page.placed[0]).marks
    assert (whole.about["rect"], whole.about["fill"]) == (Rect(0, 0, page.width, page.height), DARK.board)


def test_what_invites_to_a_click_is_not_printed() -> None:
    bare = evolve(example(), description="")
    assert "Double-click" in "\n".join(drawn(model_look(bare)))
    assert "Double-click" not in said(*pages(bare, What.BUSINESS_MODEL, A4, OPTIONS))


def test_sides_are_swapped_as_in_the_view() -> None:
    swapped = evolve(example(), view=View(sides_swapped=True))
    for what in (What.CANVAS, What.BUSINESS_MODEL):
        one, other = (pages(each, what, A4, OPTIONS)[0] for each in (example(), swapped))
        words = ("Pain relievers", "Pains") if what is What.CANVAS else ("Key partners", "Customer segments")
        for page, way in ((one, 1), (other, -1)):
            left, right = (next(mark.x for mark in texts(page) if letters(mark) == name) for name in words)
            assert (right - left) * way > 0


def picture(page: Page, width: int = 1200) -> QImage:
    """Give a page as pixels, on red paper."""
    scale = width / page.width
    image = QImage(width, round(page.height * scale), QImage.Format.Format_RGB32)
    image.fill(QColor("#FF0000"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    for each in page.placed:
        painter.save()
        painter.setClipRect(QRectF(*each.clip))
        surface = PainterSurface(painter)
        surface.push(each.x, each.y, each.scale)
        each.drawing.draw(surface)
        surface.pop()
        painter.restore()
    painter.end()
    return image


def test_ink_is_saved() -> None:
    workspace = edit_segment(inspection(), "segment", colour="#C8474D")
    for page in book(workspace, options=replace(OPTIONS, theme=INK)):
        image = picture(page).convertToFormat(QImage.Format.Format_RGB888)
        pixels = bytes(image.constBits())
        assert image.bytesPerLine() == 3 * image.width()
        assert pixels[0::3] == pixels[1::3] == pixels[2::3]  # nothing but grey, and no red paper
        assert 1 - sum(pixels) / (255 * len(pixels)) < 0.06
        for mark in texts(page):
            assert mark.about["fill"] in (INK.ink, INK.muted)
