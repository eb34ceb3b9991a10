"""The shipped templates: what they promise in figures, words and places, read as any file is."""

from collections.abc import Iterator
from fractions import Fraction
from math import isclose

import pytest
from PySide6.QtGui import QGuiApplication

from canvasdesk.cli import main
from canvasdesk.drawing.business_model import model_look
from canvasdesk.drawing.entry import EntryLook, entry_size
from canvasdesk.layout.blocks import model_board
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.regions import board
from canvasdesk.model.business import ENTRY_BLOCKS, Block
from canvasdesk.model.canvas import Role, ValuePropositionCanvas
from canvasdesk.model.evidence import evidence_levels
from canvasdesk.model.fit import Stage, Verdict, deal_fit, fit, percent, points, stage
from canvasdesk.model.flows import Relation
from canvasdesk.model.notes import ProductForm
from canvasdesk.model.reviews import changed_ends
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import Market, Priority
from canvasdesk.model.statement import sentence, suggest
from canvasdesk.model.value import Value, evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.placing import note_size
from canvasdesk.storage.codec import write
from canvasdesk.storage.files import load
from canvasdesk.storage.templates import templates

HOMES, INSPECTION, SOLAR, TOOLS = "home-sharing", "inspection-systems", "pay-as-you-go-solar", "tool-fleet"
BLANK = "blank"
EXAMPLES = (HOMES, INSPECTION, SOLAR, TOOLS)
NOT_NEEDED = {
    "Workspace.language",  # English, as without it
    "Workspace.quarantine",
    "Workspace.view",
    "View.sides_swapped",
    "View.covering",  # what holds while a session runs
    "View.red_team",
    "Note.covered",
}
MOST_WORDS = 12


def workspace(name: str) -> Workspace:
    return load(templates()[name]).workspace


@pytest.fixture(scope="module")
def inspection() -> Workspace:
    return workspace(INSPECTION)


def figures_of(inspection: Workspace, canvas_id: str) -> tuple[int, int, int, int]:
    """Give fit on paper and proven in percent, and linked and offered square notes."""
    found = fit(inspection.canvas_by_id[canvas_id], inspection.levels)
    assert found.on_paper is not None
    assert found.proven is not None
    return percent(found.on_paper), percent(found.proven), found.linked, found.offered


def test_blank_comes_first() -> None:
    assert list(templates()) == [BLANK, *EXAMPLES]


@pytest.mark.parametrize("name", [BLANK, *EXAMPLES])
def test_a_template_is_written_as_the_program_writes_it(name: str) -> None:
    loaded = load(templates()[name])
    assert (loaded.notices, loaded.newer) == ((), False)
    assert write(loaded.workspace) == templates()[name].read_bytes()


def test_the_worked_example_comes_out_to_the_digit(inspection: Workspace) -> None:
    first = inspection.segments[0].canvases[0]
    found = fit(first, inspection.levels)
    assert figures_of(inspection, first.id) == (67, 27, 5, 5)
    assert found.on_paper == pytest.approx(float(Fraction(247, 369)), abs=1e-15)
    assert found.proven == pytest.approx(float(Fraction(98, 369)), abs=1e-15)
    assert found.on_paper is not None
    assert found.lead is not None
    assert (percent(found.on_paper - found.lead), points(found.lead)) == (24, 43)
    assert (found.verdict, found.held_by, found.provisional) == (Verdict.GOOD, (), False)
    assert {note_id: round(found.weights[note_id] * full, 3) for note_id, full in found.answered.items()} == {
        "job-defect-rate": 2.5,
        "pain-downtime": 3.889,
        "gain-quality-data": 3.333,
        "gain-accuracy": 4.0,
        "gain-integration": 0.0,
    }
    assert sum(found.weights.values()) == 20.5


def test_the_worked_example_has_its_evidence_levels(inspection: Workspace) -> None:
    levels = {
        "job-defect-rate": 2, "pain-downtime": 1, "gain-quality-data": 1, "gain-accuracy": 2,
        "gain-integration": 0, "product-system": 3, "reliever-parts": 2, "reliever-drift": 0,
        "creator-feed": 0, "creator-accuracy": 2,
    }  # fmt: skip
    assert {each: inspection.levels.get(each, 0) for each in levels} == levels


def test_food_processors_have_an_offer_of_their_own(inspection: Workspace) -> None:
    assert figures_of(inspection, "canvas-food")[::2] == (80, 6)
    found = fit(inspection.canvas_by_id["canvas-food"])
    assert (found.linked, found.offered, found.verdict) == (6, 9, Verdict.STRONG)
    assert found.on_paper == pytest.approx(float(Fraction(295, 369)), abs=1e-15)


def test_the_first_attempt_at_food_is_kept_as_an_iteration(inspection: Workspace) -> None:
    (iteration,) = inspection.iterations
    then = next(canvas for one in iteration.segments for canvas in one.canvases if canvas.id == "canvas-food")
    found = fit(then)
    assert found.on_paper == pytest.approx(float(Fraction(5, 41)), abs=1e-15)
    assert (percent(found.on_paper or 0), found.linked, found.offered) == (12, 2, 5)
    now = inspection.canvas_by_id["canvas-food"]
    added = now.note_by_id.keys() - then.note_by_id.keys()
    assert added == {"food-traceability", "food-reports", "food-set-up", "food-rules"}
    without = evolve(
        now,
        notes=tuple(note for note in now.notes if note.id not in added),
        links=tuple(link for link in now.links if link.source not in added),
    )
    assert fit(without).on_paper == found.on_paper


def test_an_iteration_holds_the_figures_of_its_day(inspection: Workspace) -> None:
    (iteration,) = inspection.iterations
    levels = evidence_levels(
        record for record in inspection.evidence if record.date and record.date <= iteration.date
    )
    held = {figures.canvas_id: figures for figures in iteration.figures}
    for canvas in (canvas for one in iteration.segments for canvas in one.canvases):
        found, kept = fit(canvas, levels), held[canvas.id]
        for name in ("on_paper", "proven", "wanted", "today"):
            one, other = getattr(found, name), getattr(kept, name)
            assert one is other is None or isclose(one, other, abs_tol=1e-6)
    assert sum(len(one.canvases) for one in iteration.segments) == len(held)


def test_three_segments_one_of_them_unmapped(inspection: Workspace) -> None:
    industrial, food, labs = inspection.segments
    assert [one.priority for one in inspection.segments] == list(Priority)
    assert [canvas.stakeholder is not None for canvas in industrial.canvases] == [True, True, True]
    found = deal_fit(industrial)
    assert found is not None
    assert (found[0].id, percent(found[1].on_paper or 0)) == ("canvas-quality-director", 56)
    assert deal_fit(food) is not None
    assert fit(labs.canvases[0]).on_paper is None
    assert [stage(inspection, canvas) for canvas in inspection.canvas_by_id] == [
        Stage.PROBLEM_SOLUTION, Stage.NO_FIT, Stage.NO_FIT, Stage.PROBLEM_SOLUTION, Stage.NO_FIT,
    ]  # fmt: skip


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_mapped_canvas_is_summarised_in_the_business_model(name: str) -> None:
    found = workspace(name)
    summarised = {
        canvas.id
        for flow in found.flows
        if flow.relation is Relation.SUMMARISED_FROM and (canvas := found.canvas_of(flow.canvas_end))
    }
    assert summarised == {canvas.id for canvas in found.canvas_by_id.values() if canvas.notes}


@pytest.mark.parametrize("name", EXAMPLES)
def test_flows_run_both_ways_and_each_was_reviewed(name: str) -> None:
    found = workspace(name)
    assert {flow.relation for flow in found.flows} == set(Relation)
    for flow in found.flows:
        seen = flow.business_seen is not None and flow.canvas_seen is not None
        assert seen == (flow.relation is not Relation.TARGETS), flow.id


@pytest.mark.parametrize("name", [HOMES, SOLAR, TOOLS])
def test_nothing_is_to_be_reviewed(name: str) -> None:
    assert workspace(name).to_review == ()


def test_one_cost_rose_since_the_answer_it_limits_was_looked_at(inspection: Workspace) -> None:
    (flow,) = inspection.to_review
    (changed,) = changed_ends(flow, inspection.says)
    assert (flow.business_end, flow.canvas_end) == ("cost-service", "reliever-parts")
    assert (changed.before.figure, changed.now.figure) == (310_000, 420_000)
    assert changed.before.text == changed.now.text


def test_solar_is_a_good_fit_with_a_gap_to_talk_about() -> None:
    solar = workspace(SOLAR)
    (canvas,) = solar.canvas_by_id.values()
    found = fit(canvas, solar.levels)
    assert (percent(found.on_paper or 0), percent(found.proven or 0), points(found.lead or 0)) == (69, 27, 49)
    assert found.verdict is Verdict.GOOD
    assert [note_id for note_id, full in found.answered.items() if not full] == [
        "pain-trips",
        "gain-clean-light",
    ]


def test_home_sharing_has_two_sides_and_all_nine_blocks() -> None:
    homes = workspace(HOMES)
    assert [(segment.name, segment.market) for segment in homes.segments] == [
        ("Guests", Market.MULTI_SIDED),
        ("Hosts", Market.MULTI_SIDED),
    ]
    assert [len(entries(homes, block)) for block in ENTRY_BLOCKS] == [2, 5, 3, 3, 5, 4, 6, 6]
    assert entries(homes, Block.REVENUE) == [
        "Commission from guests", "Commission from hosts", "Commission from hotels",
    ]  # fmt: skip
    assert entries(homes, Block.COSTS) == [
        "Insurance", "Payments", "IT", "Staff", "Development", "Marketing",
    ]  # fmt: skip
    assert texts(homes, "canvas-guest", Section.PAINS)[:2] == [
        "Affordable lodging is hard to find", "Hotels feel inauthentic",
    ]  # fmt: skip
    assert texts(homes, "canvas-host", Section.PRODUCTS) == [
        "Listing tools", "Calendar sync", "Automated messages", "Smart pricing", "Resolution centre",
    ]  # fmt: skip


def test_home_sharing_serves_guests_better_than_the_hosts_it_depends_on() -> None:
    homes = workspace(HOMES)
    assert figures_of(homes, "canvas-guest") == (67, 24, 7, 7)
    assert figures_of(homes, "canvas-host") == (54, 14, 8, 9)  # who wants the resolution centre?
    found = [fit(canvas, homes.levels) for canvas in homes.canvas_by_id.values()]
    assert [each.verdict for each in found] == [Verdict.GOOD, Verdict.PARTIAL]
    assert [points(each.lead or 0) for each in found] == [20, 9]


def test_the_tool_fleet_convinces_all_but_the_one_who_can_say_no() -> None:
    tools = workspace(TOOLS)
    (builders,) = tools.segments
    roles = [each.stakeholder for each in builders.canvases if each.stakeholder]
    assert [(each.role, each.veto) for each in roles] == [
        (Role.END_USER, False),
        (Role.INFLUENCER, False),
        (Role.ECONOMIC_BUYER, True),
    ]
    assert [figures_of(tools, canvas.id)[:2] for canvas in builders.canvases] == [(69, 16), (82, 18), (51, 9)]
    deal = deal_fit(builders, tools.levels)
    assert deal is not None
    assert (deal[0].id, percent(deal[1].on_paper or 0)) == ("canvas-finance-director", 51)
    assert (deal[1].verdict, deal[1].held_by) == (Verdict.PARTIAL, ("pain-tied",))


def test_the_tool_fleet_has_what_is_known_of_it() -> None:
    tools = workspace(TOOLS)
    pains = [text for canvas_id in tools.canvas_by_id for text in texts(tools, canvas_id, Section.PAINS)]
    gains = [text for canvas_id in tools.canvas_by_id for text in texts(tools, canvas_id, Section.GAINS)]
    assert {
        "Number, place and state of tools unknown", "Tools are bought from whoever is near",
        "Repair route is unclear", "Quote and invoice every time", "Paid workers standing idle",
    } <= {*pains}  # fmt: skip
    offered = {"Maintenance off their hands", "Administration off their hands", "Financing off their hands"}
    assert offered <= {*gains}
    contract = [note for note in tools.note_by_id.values() if note.text == "Fleet contract"]
    assert {note.form for note in contract} == {ProductForm.INTANGIBLE, ProductForm.FINANCIAL}


def texts(found: Workspace, canvas_id: str, section: Section) -> list[str]:
    return [note.text for note in found.canvas_by_id[canvas_id].in_section(section)]


def entries(found: Workspace, block: Block) -> list[str]:
    return [entry.text for entry in found.business_model.entries if entry.block is block]


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        (HOMES, ["Guests  67 %  24 %  7 of 7  +20  Good fit", "Hosts  54 %  14 %  8 of 9  +9  Partial fit"]),
        (SOLAR, ["Off-grid rural households  69 %  27 %  8 of 8  +49  Good fit"]),
        (
            TOOLS,
            [
                "Building contractors  Deal fit 51 %",
                "Site manager, End user  69 %  16 %  5 of 5  +32  Good fit",
                "Fleet administrator, Influencer  82 %  18 %  6 of 6  +68  Strong fit",
                "Finance director, Economic buyer, veto  51 %  9 %  4 of 4  +16  Partial fit, held",
            ],
        ),
    ],
)
def test_the_command_line_tells_the_fit(
    name: str, rows: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fit", name]) == 0
    said = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert said[1:] == [row.split() for row in rows]


@pytest.mark.parametrize("name", EXAMPLES)
def test_statements_read_whole(name: str) -> None:
    for segment in workspace(name).segments:
        for canvas in segment.canvases:
            parts = suggest(canvas, segment)
            assert any(part.missing for part in parts) == (not canvas.notes)
            assert sentence(parts).endswith(".")


def test_blank_is_one_unnamed_segment_with_an_empty_canvas() -> None:
    blank = workspace(BLANK)
    (segment,) = blank.segments
    (canvas,) = segment.canvases
    assert (segment.name, canvas.notes, blank.title, blank.business_model.entries) == ("", (), "", ())


def values_in(value: object) -> Iterator[Value]:
    if isinstance(value, Value):
        yield value
        for name in type(value).model_fields:
            yield from values_in(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from values_in(each)


def test_every_field_is_put_to_use() -> None:
    known, used = set(), set()
    for each in (one for name in EXAMPLES for one in values_in(workspace(name))):
        for name, field in type(each).model_fields.items():
            known.add(f"{type(each).__name__}.{name}")
            if getattr(each, name) != field.get_default(call_default_factory=True):
                used.add(f"{type(each).__name__}.{name}")
    assert known - used == NOT_NEEDED


@pytest.mark.parametrize("name", EXAMPLES)
def test_texts_are_short_and_say_what_is_made_up(name: str) -> None:
    found = workspace(name)
    assert "illustrative" in found.description
    assert "Inferred" in found.description
    texts = [note.text for canvas in found.canvas_by_id.values() for note in canvas.notes]
    texts += [entry.text for entry in found.business_model.entries]
    assert all(0 < len(text.split()) <= MOST_WORDS for text in texts)
    for canvas in found.canvas_by_id.values():
        by_section = [(note.section, note.text) for note in canvas.notes]
        assert len(set(by_section)) == len(by_section)


def every_canvas(found: Workspace) -> Iterator[ValuePropositionCanvas]:
    yield from found.canvas_by_id.values()
    for iteration in found.iterations:
        for segment in iteration.segments:
            yield from segment.canvases


@pytest.mark.parametrize("name", EXAMPLES)
def test_notes_stand_in_their_sections_and_cover_nothing(name: str, qapp: QGuiApplication) -> None:
    shapes = board(swapped=False)
    for canvas in every_canvas(workspace(name)):
        places = {note.id: Rect(note.x, note.y, *note_size(note.text)) for note in canvas.notes}
        for note in canvas.notes:
            place, region = places[note.id], shapes.region(note.section)
            assert region.holds(place), note.id
            assert not overlap(place, region.title), note.id
            covered = [
                other.id for other in canvas.notes if other is not note and overlap(place, places[other.id])
            ]
            assert covered == [], note.id


@pytest.mark.parametrize("name", EXAMPLES)
def test_entries_stand_in_their_blocks_and_cover_nothing(name: str, qapp: QGuiApplication) -> None:
    found = model_look(workspace(name))
    looks = {each: look for each, look in found.notes.items() if isinstance(look, EntryLook)}
    usual = model_board()
    for look in looks.values():
        entry, room = look.entry, usual.inside(look.entry.block)
        assert look.rect == Rect(room.x + entry.x, room.y + entry.y, *entry_size(entry.text)), entry.id
        assert not any(overlap(look.rect, other.rect) for other in looks.values() if other is not look)


def overlap(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom
