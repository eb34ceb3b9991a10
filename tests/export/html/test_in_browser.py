"""The page in a real browser: no complaint, no request, and every note for screen readers."""

from base64 import b64decode
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from canvasdesk.export.choice import What, sheets
from canvasdesk.export.html.page import page
from canvasdesk.model.business import Block, BusinessModelCanvas, Entry
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.files import load
from canvasdesk.storage.templates import templates
from tests.export.html.browser import CHROMIUM, Tab, browsing

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium (apt-get install chromium)"),
    pytest.mark.usefixtures("qapp"),
]
TAB, ENTER = 9, 13
ATTACK = '<img src="https://example.org/x.png" onerror="alert(1)"></p><script>alert(1)</script>&amp;'
LINES = "One line\nanother line"
TEXTS = (
    "Same-day parts",
    ATTACK,
    LINES,
    "كشف الأعطال",
    "価値を検証する",
    "👩‍👩‍👧 🇩🇪",
    "x" * 300,
    "a b\u202ec d",
)


def mixed() -> Workspace:
    """Give a workspace with notes of all sorts, and ids that are no words."""
    jobs = tuple(Note(id=f"j {n} “ü”", section=Section.JOBS, text=text) for n, text in enumerate(TEXTS))
    offer = Note(id="p", section=Section.PRODUCTS, text=ATTACK, detail=ATTACK)
    ties = tuple(FitLink(id=f"l{n}", source="p", target=job.id, remark=ATTACK) for n, job in enumerate(jobs))
    canvas = ValuePropositionCanvas(id="c", notes=(*jobs, offer), links=ties, statement=ATTACK)
    entry = Entry(id="e", block=Block.COSTS, text=ATTACK, detail=ATTACK, amount=12.5, segment_ids=("s",))
    return Workspace(
        title=ATTACK,
        description=ATTACK,
        business_model=BusinessModelCanvas(entries=(entry,)),
        segments=(CustomerSegment(id="s", name=ATTACK, who=ATTACK, canvases=(canvas,)),),
    )


@pytest.fixture
def tab(tmp_path: Path) -> Iterator[Tab]:
    with browsing(tmp_path / "profile") as tab:
        yield tab


def opened(tab: Tab, workspace: Workspace, folder: Path, width: int = 1366) -> None:
    file = folder / "page.html"
    file.write_bytes(page(workspace, sheets(workspace, What.WORKBOOK)))
    tab.ask("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)
    tab.open(file)


def notes_and_entries(workspace: Workspace) -> Counter[str]:
    said = [*workspace.note_by_id.values(), *workspace.business_model.entries]
    return Counter(" ".join(each.text.split()) for each in said)


@pytest.mark.parametrize("name", ["inspection-systems", "mixed"])
def test_nothing_is_complained_of_nothing_asked_for_and_every_note_found(
    tab: Tab, name: str, tmp_path: Path
) -> None:
    workspace = mixed() if name == "mixed" else load(templates()[name]).workspace
    opened(tab, workspace, tmp_path)
    spoken = tab.spoken()
    named = Counter(name for role, name in spoken if role == "listitem" and name)
    assert notes_and_entries(workspace) <= named
    roles = {role for role, _ in spoken}
    assert {"main", "navigation", "banner", "contentinfo", "table", "rowheader", "columnheader"} - roles <= (
        {"table", "rowheader", "columnheader"} if name == "mixed" else set()
    )
    assert tab.told("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown") == []
    asked = {each["request"]["url"] for each in tab.told("Network.requestWillBeSent")}
    assert {url for url in asked if not url.startswith("data:")} == {(tmp_path / "page.html").as_uri()}


def test_headings_go_down_one_level_at_a_time(tab: Tab, tmp_path: Path) -> None:
    opened(tab, load(templates()["inspection-systems"]).workspace, tmp_path)
    script = "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(each => Number(each.tagName[1]))"
    levels = tab.evaluate(script)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_link_leads_to_a_place_on_the_page(tab: Tab, tmp_path: Path) -> None:
    opened(tab, mixed(), tmp_path)
    script = (
        "[...document.links].filter("
        "each => !document.getElementById(decodeURIComponent(each.hash.slice(1)))).map(each => each.href)"
    )
    assert tab.evaluate("document.links.length") > len(TEXTS)
    assert tab.evaluate(script) == []
    ids = tab.evaluate("[...document.querySelectorAll('[id]')].map(each => each.id)")
    assert len(ids) == len(set(ids))


def test_the_first_key_offers_the_way_to_the_content(tab: Tab, tmp_path: Path) -> None:
    opened(tab, mixed(), tmp_path)
    tab.press("Tab", TAB)
    assert tab.evaluate("document.activeElement.textContent") == "Skip to the content"
    assert tab.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    tab.press("Enter", ENTER)
    assert tab.evaluate("document.activeElement.tagName") == "MAIN"


@pytest.mark.parametrize("width", [390, 1366])
def test_nothing_stands_out_of_the_window(tab: Tab, width: int, tmp_path: Path) -> None:
    opened(tab, mixed(), tmp_path, width)
    root = "document.documentElement"
    assert tab.evaluate(f"{root}.scrollWidth - {root}.clientWidth") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_follow_the_choice_of_light_and_dark(tab: Tab, scheme: str, tmp_path: Path) -> None:
    tab.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    opened(tab, mixed(), tmp_path)
    shapes = "getComputedStyle(document.querySelector('svg [fill]:not([fill=none])')).fill"
    light = tab.evaluate(f"Number({shapes}.match(/\\d+/)[0]) > 127")
    assert light == (scheme == "light")
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == (
        "rgb(247, 245, 240)" if scheme == "light" else "rgb(20, 23, 29)"
    )


@pytest.mark.parametrize("height", [11.0, 11.7])
def test_a_figure_is_printed_on_one_sheet_with_what_it_counts(
    tab: Tab, height: float, tmp_path: Path
) -> None:
    opened(tab, load(templates()["inspection-systems"]).workspace, tmp_path)
    printed = b64decode(tab.ask("Page.printToPDF", paperWidth=8.27, paperHeight=height)["data"])
    sheets = [each.get_textpage().get_text_range() for each in pypdfium2.PdfDocument(printed)]
    assert len(sheets) > 5
    assert [
        each for each in sheets if each.startswith(("On paper", "Proven", "With what", "Points ahead"))
    ] == []
