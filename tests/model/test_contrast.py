"""Segments side by side: the heaviest needs, what answers them, and columns kept where nothing changed."""

import pytest
from hypothesis import given

from canvasdesk.editing.business import add_entries, edit_entries
from canvasdesk.editing.canvases import edit_canvas
from canvasdesk.editing.deletion import delete
from canvasdesk.editing.links import link
from canvasdesk.editing.notes import edit_notes, park, rank
from canvasdesk.editing.segments import edit_role, edit_segment, move_segment
from canvasdesk.model.business import Block, Entry
from canvasdesk.model.contrast import Column, Said, contrast
from canvasdesk.model.fit import deal_fit, fit
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.files import load
from canvasdesk.storage.templates import templates
from tests.editing.workshop import workshop
from tests.strategies import workspaces


def builders(workspace: Workspace) -> Column:
    return contrast(workspace)[0]


def texts(said: tuple[Said, ...]) -> tuple[str, ...]:
    return tuple(each.text for each in said)


def test_the_example_side_by_side() -> None:
    example = load(templates()["inspection-systems"]).workspace
    industrial, food, labs = contrast(example)
    assert (texts(industrial.primary_job), texts(food.primary_job)) == (
        ("Keep the defect rate below 0.1 %",),
        ("Meet safety compliance in every audit",),
    )
    assert (texts(industrial.biggest_pain), texts(food.biggest_pain)) == (
        ("Unplanned downtime from quality failures",),
        ("Audit failures and recalls",),
    )
    assert (texts(industrial.key_gain), texts(food.key_gain)) == (
        ("Predictive quality data for tuning the process",),
        ("Documentation that writes itself",),
    )
    assert texts(industrial.answered_by) == (
        "Automatic inspection system",
        "Same-day parts through one account manager",
        "Early warning when a line drifts",
        "Live quality data feed for every line",
    )
    assert (texts(industrial.channels), texts(food.channels)) == (
        ("Engineering conferences", "Technical sales"),
        ("Compliance consultancies", "Industry associations"),
    )
    assert (texts(industrial.revenue), texts(food.revenue)) == (
        ("Higher upfront price for proven accuracy",),
        ("Subscription",),
    )
    assert [column.on_paper for column in (industrial, food)] == pytest.approx([247 / 369, 295 / 369])
    assert industrial.deal_fit == pytest.approx(22 / 39)
    assert [canvas_id for canvas_id, _ in industrial.roles] == [
        canvas.id for canvas in industrial.segment.canvases
    ]
    assert labs == Column(labs.segment, (), (), (), (), (), None, None, None, None, (), (), ())


def test_the_heaviest_that_counts_stands_for_its_section() -> None:
    assert texts(builders(workshop()).biggest_pain) == ("Tools arrive late",)
    heavier = rank(workshop(), ["lost"], 5)
    assert texts(builders(heavier).biggest_pain) == ("Tools get lost",)
    assert texts(builders(rank(workshop(), ["lost"], 4)).biggest_pain) == ("Tools arrive late",)
    assert texts(builders(park(heavier, ["lost"], parked=True)).biggest_pain) == ("Tools arrive late",)
    assert texts(builders(edit_notes(heavier, {"lost": {"text": " "}})).biggest_pain) == (
        "Tools arrive late",
    )


def test_answers_come_need_by_need_and_once() -> None:
    assert builders(workshop()).answered_by == (
        ("Tool fleet", "fleet"),
        ("Swap on site", "swap"),
        ("One bill a month", "bill"),
    )
    parked = park(workshop(), ["swap"], parked=True)
    assert texts(builders(parked).answered_by) == ("Tool fleet", "One bill a month")
    alike = edit_notes(workshop(), {"bill": {"text": "Tool fleet"}})
    assert texts(builders(alike).answered_by) == ("Tool fleet", "Swap on site")


def test_an_entry_that_names_nobody_is_for_all() -> None:
    entries = (
        Entry(block=Block.CHANNELS, text="Fair", segment_ids=("painters",)),
        Entry(block=Block.CHANNELS, text="Web"),
        Entry(block=Block.REVENUE, text="Fee", segment_ids=("builders",)),
        Entry(block=Block.COSTS, text="Rent"),
        Entry(block=Block.REVENUE),
    )
    first, second = contrast(add_entries(workshop(), entries))
    assert (texts(first.channels), texts(first.revenue)) == (("Web",), ("Fee",))
    assert (texts(second.channels), texts(second.revenue)) == (("Fair", "Web"), ())


def test_the_first_role_stands_for_the_segment_and_all_are_told() -> None:
    workspace = edit_segment(workshop(), "builders", willingness_to_pay="A monthly fee")
    workspace = edit_role(workspace, "buyer", veto=True)
    first, second = contrast(workspace)
    assert (texts(first.pays_for), texts(second.pays_for)) == (("A monthly fee",), ())
    assert first.on_paper == fit(workspace.canvas_by_id["manager"]).on_paper
    assert (first.roles, first.deal_fit) == ((("manager", first.on_paper), ("buyer", 0.0)), 0.0)
    assert second.roles == ()


def test_only_columns_in_which_something_changed_are_made_again() -> None:
    before = add_entries(workshop(), [Entry(id="web", block=Block.CHANNELS, segment_ids=("painters",))])
    columns = contrast(before)
    assert [kept(columns, contrast(after, columns)) for after in (
        before,
        edit_entries(before, {"web": {"text": "Web"}}),
        edit_entries(before, {"fuel": {"text": "Diesel"}}),
        link(delete(before, ["swap-late"]), "manager", "swap", "late"),
        edit_canvas(before, "painter", statement="Paint"),
        move_segment(before, "painters", 0),
        delete(before, ["builders"]),
    )] == [
        {"builders", "painters"},
        {"builders"},
        {"builders", "painters"},
        {"painters"},
        {"builders"},
        {"builders", "painters"},
        {"painters"},
    ]  # fmt: skip


def kept(before: tuple[Column, ...], after: tuple[Column, ...]) -> set[str]:
    return {column.segment.id for column in after if any(column is old for old in before)}


@given(workspaces())
def test_figures_are_those_of_the_first_canvas(workspace: Workspace) -> None:
    columns = contrast(workspace)
    assert tuple(column.segment for column in columns) == workspace.segments
    for column in columns:
        figures, decides = fit(column.segment.canvases[0]), deal_fit(column.segment)
        assert (column.on_paper, column.verdict, column.lead) == (
            figures.on_paper,
            figures.verdict,
            figures.lead,
        )
        assert column.deal_fit == (decides[1].on_paper if decides else None)
    again = contrast(workspace, columns)
    assert all(new is old for new, old in zip(again, columns, strict=True))
