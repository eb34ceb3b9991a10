"""Which canvases are meant by which names, and the names of their pictures."""

from pathlib import Path

import pytest

from canvasdesk.export.choice import Sheet, What, choices, chosen, sheets, targets
from canvasdesk.export.errors import ExportError
from canvasdesk.model.canvas import Role, Stakeholder, ValuePropositionCanvas
from canvasdesk.model.segments import CustomerSegment, Priority
from canvasdesk.model.workspace import Workspace

MANAGER = ValuePropositionCanvas(id="m", stakeholder=Stakeholder(role=Role.END_USER, name="Plant manager"))
BUYER = ValuePropositionCanvas(id="b", stakeholder=Stakeholder(role=Role.PROCUREMENT))
FOOD = ValuePropositionCanvas(id="f")
MAKERS = CustomerSegment(id="s1", name="Makers", canvases=(MANAGER, BUYER))
PROCESSORS = CustomerSegment(id="s2", name="Food processor", priority=Priority.PRIMARY, canvases=(FOOD,))
WORKSPACE = Workspace(segments=(MAKERS, PROCESSORS))


def ids(**names: str) -> list[str]:
    return [each.canvas.id for each in chosen(WORKSPACE, **names)]


def test_canvases_are_called_by_segment_and_stakeholder() -> None:
    assert [each.name for each in choices(WORKSPACE)] == [
        "Makers – Plant manager",
        "Makers – procurement",
        "Food processor",
    ]


def test_without_a_name_the_primary_segment_comes_first() -> None:
    assert ids() == ["f"]


def test_without_a_primary_segment_the_first_does() -> None:
    assert [each.canvas.id for each in chosen(Workspace(segments=(MAKERS,)))] == ["m"]


@pytest.mark.parametrize("name", ["Food processor", "  food PROCESSOR ", "s2"])
def test_a_segment_is_meant_by_name_or_id(name: str) -> None:
    assert ids(segment=name) == ["f"]


@pytest.mark.parametrize("name", ["m", "plant manager", "END USER", "Makers – Plant manager"])
def test_a_canvas_is_meant_by_id_stakeholder_role_or_whole_name(name: str) -> None:
    assert ids(canvas=name) == ["m"]


def test_a_canvas_is_looked_for_in_its_segment() -> None:
    assert ids(segment="Makers", canvas="procurement") == ["b"]
    with pytest.raises(ExportError, match=r"no canvas “procurement”; there are: “Food processor”\."):
        ids(segment="Food processor", canvas="procurement")


def test_several_are_given_only_when_asked_for() -> None:
    assert [each.canvas.id for each in chosen(WORKSPACE, segment="Makers", every=True)] == ["m", "b"]
    with pytest.raises(ExportError, match="More than one canvas is meant: “Makers – Plant manager”, “Makers"):
        ids(segment="Makers")


def test_a_name_that_means_nothing_lists_those_that_do() -> None:
    with pytest.raises(
        ExportError, match=r"^There is no segment “Labs”; there are: “Makers”, “Food processor”\.$"
    ):
        ids(segment="Labs")


def test_many_names_are_not_all_listed() -> None:
    many = Workspace(segments=tuple(CustomerSegment(name=f"Segment {number}") for number in range(30)))
    with pytest.raises(ExportError, match=r"“Segment 11”, …\.$"):
        chosen(many, segment="Labs")


def test_an_empty_workspace_has_nothing_to_draw() -> None:
    with pytest.raises(ExportError, match="no canvas in this file yet"):
        chosen(Workspace(), every=True)


MODEL = Sheet(What.BUSINESS_MODEL, "Business model")
TABLE = Sheet(What.CONTRAST, "Side by side")
FIRST = Sheet(What.CANVAS, "Food processor", "f")


def test_a_canvas_is_meant_where_nothing_else_is_asked_for() -> None:
    assert sheets(WORKSPACE) == sheets(WORKSPACE, What.CANVAS) == (FIRST,)
    assert sheets(WORKSPACE, What.BUSINESS_MODEL) == (MODEL,)
    assert sheets(WORKSPACE, What.CONTRAST) == (TABLE,)


def test_everything_is_the_business_model_the_segments_side_by_side_and_the_canvases() -> None:
    assert sheets(WORKSPACE, every=True)[:2] == (MODEL, TABLE)
    assert [each.canvas_id for each in sheets(WORKSPACE, every=True)[2:]] == ["m", "b", "f"]
    assert [each.what for each in sheets(Workspace(segments=(PROCESSORS,)), every=True)] == [
        What.BUSINESS_MODEL,
        What.CANVAS,
    ]
    assert sheets(Workspace(), every=True) == (MODEL,)
    assert [each.canvas_id for each in sheets(WORKSPACE, What.CANVAS, every=True)] == ["m", "b", "f"]
    assert [each.canvas_id for each in sheets(WORKSPACE, segment="Makers", every=True)] == ["m", "b"]
    assert sheets(WORKSPACE, What.BUSINESS_MODEL, every=True) == (MODEL,)


@pytest.mark.parametrize(("name", "found"), [("Makers", "mb"), ("Food processor", "f"), (None, "f")])
def test_a_segment_has_all_its_canvases(name: str | None, found: str) -> None:
    assert [each.canvas_id for each in sheets(WORKSPACE, What.SEGMENT, segment=name)] == [*found]


def test_a_segment_is_also_meant_by_one_of_its_canvases() -> None:
    assert [each.canvas_id for each in sheets(WORKSPACE, What.SEGMENT, canvas="procurement")] == ["m", "b"]
    with pytest.raises(ExportError, match="no canvas in this file"):
        sheets(Workspace(), What.SEGMENT)


def test_a_workbook_has_the_model_every_canvas_and_the_segments_side_by_side() -> None:
    found = sheets(WORKSPACE, What.WORKBOOK)
    assert (found[0], found[-1]) == (MODEL, TABLE)
    assert [each.canvas_id for each in found[1:-1]] == ["m", "b", "f"]
    assert sheets(Workspace(segments=(PROCESSORS,)), What.WORKBOOK) == (MODEL, FIRST)
    assert sheets(Workspace(), What.WORKBOOK) == (MODEL,)


@pytest.mark.parametrize("what", [What.BUSINESS_MODEL, What.CONTRAST, What.WORKBOOK])
def test_what_is_no_canvas_is_not_chosen_by_names_of_canvases(what: What) -> None:
    with pytest.raises(ExportError, match="choose a canvas, and nothing else"):
        sheets(WORKSPACE, what, segment="Makers")


def test_without_segments_nothing_stands_side_by_side() -> None:
    with pytest.raises(ExportError, match="no segment in this file yet"):
        sheets(Workspace(), What.CONTRAST)


def names(out: str, *, every: bool = False) -> list[str]:
    found = [each.name for each in chosen(WORKSPACE, every=every)]
    return [str(path) for path in targets(out, "plan", found, every=every)]


def test_one_picture_is_called_as_asked() -> None:
    assert names("there/Fit.PNG") == ["there/Fit.PNG"]


def test_one_picture_in_a_folder_is_called_like_the_file(tmp_path: Path) -> None:
    assert names("pictures/") == ["pictures/plan.png"]
    assert names(str(tmp_path)) == [f"{tmp_path}/plan.png"]


def test_all_pictures_are_numbered_beside_the_name() -> None:
    assert names("there/fit.svg", every=True) == [
        "there/fit-1-makers-plant-manager.svg",
        "there/fit-2-makers-procurement.svg",
        "there/fit-3-food-processor.svg",
    ]


def test_all_pictures_are_numbered_in_a_folder() -> None:
    assert names("pictures", every=True)[0] == "pictures/plan-1-makers-plant-manager.png"


def test_a_folder_may_have_a_dot_in_its_name(tmp_path: Path) -> None:
    (tmp_path / "v1.0").mkdir()
    assert names(str(tmp_path / "v1.0"), every=True)[2] == f"{tmp_path}/v1.0/plan-3-food-processor.png"


@pytest.mark.parametrize("name", ["fit.jpg", "fit", "there.png/fit"])
def test_another_ending_is_refused(name: str) -> None:
    with pytest.raises(ExportError, match=r"“fit(\.jpg)?” is no picture’s name"):
        names(name)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Über/uns: 50 %", "über-uns-50"),
        ("हिन्दी भाषा", "हिन्दी-भाषा"),
        ("../../etc", "etc"),
        ("?!", "canvas"),
        ("word " * 30, "word-word-word-word-word-word-word-word"),
        ("Industrial manufacturers – Quality director", "industrial-manufacturers-quality"),
        ("ẞ" * 50, "s" * 40),
    ],
)
def test_any_name_becomes_a_part_of_a_files_name(name: str, slug: str) -> None:
    assert targets("a.png", "", [name], every=True) == (Path(f"a-1-{slug}.png"),)


def test_numbers_sort_as_names() -> None:
    found = [path.name for path in targets("pictures/", "plan", ["s"] * 12, every=True)]
    assert found == sorted(found)
