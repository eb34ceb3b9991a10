"""What is on a page, and what is not."""

import re
from datetime import date

import pytest

from canvasdesk.drawing.canvas import canvas_look
from canvasdesk.export.choice import What, sheets
from canvasdesk.export.html.page import page
from canvasdesk.export.html.pictures import Palette, picture
from canvasdesk.layout.style import DARK, LIGHT
from canvasdesk.model.evidence import Evidence, EvidenceKind
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.files import load
from canvasdesk.storage.templates import templates
from tests.export.test_posters import with_records

pytestmark = pytest.mark.usefixtures("qapp")


def example(name: str = "inspection-systems") -> Workspace:
    return load(templates()[name]).workspace


def written(workspace: Workspace, what: What, **names: str) -> str:
    return page(workspace, sheets(workspace, what, **names)).decode()  # type: ignore[arg-type]


def headings(text: str) -> list[str]:
    return re.findall(r"<h[23][^>]*>(.*?)</h[23]>", text)


@pytest.mark.parametrize("name", sorted(templates()))
def test_every_example_is_a_page_and_the_same_one_twice(name: str) -> None:
    workspace = example(name)
    text = written(workspace, What.WORKBOOK)
    assert text == written(workspace, What.WORKBOOK)
    assert text.count("<svg") == len(sheets(workspace, What.WORKBOOK))


def test_a_workbook_has_the_business_model_the_segments_side_by_side_and_each_of_them() -> None:
    found = headings(written(example(), What.WORKBOOK))
    blocks = found.index("Side by side")
    assert found[0] == "Business model"
    assert len(found[1:blocks]) == 9
    assert found[blocks + 1 :] == [
        "Industrial manufacturers",
        "Plant manager · End user",
        "Quality director · Decision maker, with a veto",
        "Purchasing · Procurement",
        "Food processors",
        "Quality lead · Decision maker, with a veto",
        "Contract labs",
        "Value proposition canvas",
    ]


def test_a_workbook_has_the_records_of_sessions_at_its_end() -> None:
    workspace = with_records(example())
    text = written(workspace, What.WORKBOOK)
    assert headings(text)[-3:] == [
        "Sessions",
        "Monday, 4 May 2026, 09:00–10:33",
        "Sunday, 3 May 2026, 09:00–09:00",
    ]
    assert '<a href="#sessions">Sessions</a>' in text
    part = text[text.index('id="sessions"') :]
    for line in ("Ann (Sales), Bo", "4 dots – Unplanned downtime", "Silence · Pains · 8 min · covers"):
        assert f'<li dir="auto">{line}</li>' in part


@pytest.mark.parametrize("what", [What.CANVAS, What.SEGMENT, What.BUSINESS_MODEL, What.CONTRAST])
def test_part_of_a_workspace_says_nothing_of_sessions(what: What) -> None:
    assert "Sessions" not in headings(written(with_records(example()), what))


def test_a_note_tells_of_its_importance_evidence_answers_and_flows() -> None:
    text = written(example(), What.WORKBOOK)
    start = text.index("Unplanned downtime from quality failures</p>")
    note = text[start : text.index("</ul></li>", start)]
    for said in (
        "severity 5 of 5 · 78 % answered · evidence: said",
        "answered mostly by “Same-day parts through one account manager”</a>",
        "answered slightly by “Early warning when a line drifts”</a>",
        "drives “Technical account manager” · Customer relationships</a>",
    ):
        assert said in note


def test_figures_verdict_and_explanation_are_those_of_the_worked_example() -> None:
    text = written(example(), What.CANVAS, canvas="Plant manager")
    figures = re.findall(r"<dt>([^<]*)</dt><dd>([^<]*)</dd>", text)
    assert dict(figures) == {
        "On paper": "67 %",
        "Proven": "27 %",
        "With what exists today": "48 %",
        "Wanted of the offer": "5 of 5",
        "Points ahead": "+43",
    }
    assert "Good fit · Stage: problem–solution fit" in text
    assert "A full answer to “Integration with the systems they already run” would add 20 points." in text


def test_a_page_of_one_canvas_leads_nowhere_else() -> None:
    text = written(example(), What.CANVAS, canvas="Plant manager")
    assert headings(text) == ["Industrial manufacturers", "Plant manager · End user"]
    targets = set(re.findall(r'href="#([^"]+)"', text))
    assert targets <= set(re.findall(r' id="([^"]+)"', text))
    assert "<span>drives “Model training” · Key activities</span>" in text


def test_new_evidence_is_on_the_page() -> None:
    workspace = example()
    said = "evidence: committed"
    sold = Evidence(kind=EvidenceKind.SALE, level=3, date=date(2099, 1, 1), about=("gain-integration",))
    after = written(evolve(workspace, evidence=(*workspace.evidence, sold)), What.WORKBOOK)
    in_picture_and_list = 2
    assert after.count(said) == written(workspace, What.WORKBOOK).count(said) + in_picture_and_list


def test_colours_of_pictures_are_named_once_for_light_and_dark() -> None:
    workspace, palette = example(), Palette()
    drawn = picture(canvas_look(workspace, "canvas-plant-manager"), "en", palette)
    used = set(re.findall(r"var\((--p\d+)\)", drawn))
    light = dict(re.findall(r"(--p\d+):(#\w{6});", palette.declarations(dark=False)))
    dark = dict(re.findall(r"(--p\d+):(#\w{6});", palette.declarations(dark=True)))
    assert used == light.keys() == dark.keys()
    assert (LIGHT.ink, DARK.ink) in {(light[name], dark[name]) for name in used}
    assert not re.search(r'(?:fill|stroke)="#', drawn)


def test_an_empty_workspace_is_a_page_too() -> None:
    text = written(Workspace(), What.WORKBOOK)
    assert '<h1 dir="auto">Business model</h1>' in text
    assert text.count("Nothing here yet.") == 9
