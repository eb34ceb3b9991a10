"""The contrast of segments as a table: cells, text that spreadsheets read, and HTML."""

import csv
import io
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.editing.segments import edit_segment
from canvasdesk.interchange.table import as_html, as_text, contrast_cells
from canvasdesk.model.contrast import contrast
from canvasdesk.storage.files import load
from canvasdesk.storage.templates import templates
from tests.editing.workshop import workshop

# Neither XML nor comma-separated values carry control characters.
CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\t\n"), max_size=12)
TABLES = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=4)
)


def test_the_example_as_cells() -> None:
    rows = contrast_cells(contrast(load(templates()["inspection-systems"]).workspace))
    by_title = {row[0]: row[1:] for row in rows}
    assert by_title["Segment"] == ("Industrial manufacturers", "Food processors", "Contract labs")
    assert by_title["Fit"] == ("67 %", "80 %", "")
    assert by_title["Deal fit"] == ("56 %", "80 %", "")
    assert by_title["Lead in points"] == ("+43", "+51", "")
    assert by_title["Channels"][0] == "Engineering conferences\nTechnical sales"
    assert by_title["Revenue"] == ("Higher upfront price for proven accuracy", "Subscription", "")
    assert len(by_title) == len(rows) == 11


def test_the_example_tells_the_facts_of_its_business_model_and_canvases() -> None:
    (_, *makers), (_, *food), (_, *labs) = list(
        zip(*contrast_cells(contrast(load(templates()["inspection-systems"]).workspace)), strict=True)
    )[1:]
    assert makers[:4] == [
        "Keep the defect rate below 0.1 %",
        "Unplanned downtime from quality failures",
        "Predictive quality data for tuning the process",
        "A higher price upfront for proven accuracy",
    ]
    assert makers[4].splitlines() == [
        "Automatic inspection system",
        "Same-day parts through one account manager",
        "Early warning when a line drifts",
        "Live quality data feed for every line",
    ]
    assert makers[5:8] == ["67 %", "56 %", "+43"]
    assert makers[8].splitlines() == ["Engineering conferences", "Technical sales"]
    assert makers[9] == "Higher upfront price for proven accuracy"
    assert food[:4] == [
        "Meet safety compliance in every audit",
        "Audit failures and recalls",
        "Documentation that writes itself",
        "A subscription, no investment",
    ]
    assert food[4].splitlines() == [
        "Automatic inspection system",
        "Early warning when a line drifts",
        "Every batch traced from intake to shelf",
        "Audit-ready reports at the press of a button",
    ]
    assert food[5:8] == ["80 %", "80 %", "+51"]
    assert food[8].splitlines() == ["Compliance consultancies", "Industry associations"]
    assert food[9] == "Subscription"
    assert labs == [""] * 10


def test_no_segment_leaves_the_titles() -> None:
    assert {len(row) for row in contrast_cells(())} == {1}


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("plain", "plain"),
        ("one\ntwo", '"one\ntwo"'),
        ("tab\there", '"tab\there"'),
        ('a 2" pipe', 'a 2" pipe'),
        ('"so they say"', '"""so they say"""'),
        ("", ""),
    ],
)
def test_cells_are_quoted_where_spreadsheets_need_it(cell: str, text: str) -> None:
    assert as_text([["title", cell]]) == f"title\t{text}"


@given(TABLES)
def test_spreadsheets_read_what_was_written(cells: list[list[str]]) -> None:
    read = csv.reader(io.StringIO(as_text(cells), newline=""), dialect="excel-tab")
    assert list(read) == cells


@given(TABLES)
def test_html_says_the_same_and_means_nothing_else(cells: list[list[str]]) -> None:
    table = ElementTree.fromstring(as_html(cells).replace('cell">', 'cell"/>'))
    rows = [[said(cell) for cell in row] for row in table]
    assert rows == cells
    assert [cell.tag for cell in table[0]] == ["th"] * len(cells[0])
    assert all([cell.tag for cell in row] == ["th"] + ["td"] * (len(row) - 1) for row in table[1:])


def said(cell: ElementTree.Element) -> str:
    assert all(part.tag == "br" for part in cell)
    return (cell.text or "") + "".join(f"\n{part.tail or ''}" for part in cell)


def test_a_name_is_no_markup() -> None:
    workspace = edit_segment(workshop(), "builders", name="<b>A & B</b>")
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in as_html(contrast_cells(contrast(workspace)))
