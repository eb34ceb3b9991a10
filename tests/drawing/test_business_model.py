"""The business model: every word is drawn inside its card, figures are right, what has not changed stays."""

from itertools import combinations

import pytest
from hypothesis import given

from canvasdesk.drawing.business_model import ModelLook, model_look
from canvasdesk.drawing.entry import EntryLook
from canvasdesk.drawing.segment_card import SegmentLook
from canvasdesk.drawing.surface import Part
from canvasdesk.drawing.text import ShapedText
from canvasdesk.editing.business import edit_entries
from canvasdesk.layout.blocks import SEGMENT_WIDE, model_board, tidy_entries
from canvasdesk.layout.geometry import Rect, Size
from canvasdesk.layout.style import DARK, LIGHT, NOTE_WIDTH
from canvasdesk.model.business import (
    ENTRY_BLOCKS,
    MONEY_BLOCKS,
    Block,
    BusinessModelCanvas,
    Entry,
    Relationship,
)
from canvasdesk.model.canvas import Role, Stakeholder, ValuePropositionCanvas
from canvasdesk.model.flows import Flow, Relation, Seen
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment, Market, Priority
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import View, Workspace
from tests.drawing.recording import Mark, Recording, inspection, letters
from tests.strategies import workspaces

LONG = "Manufacturers of precision parts for medical devices in regulated small markets"


def model(*entries: Entry, work: Workspace | None = None) -> Workspace:
    return evolve(work or inspection(), business_model=BusinessModelCanvas(name="Plan", entries=entries))


def drawn(look: ModelLook) -> Recording:
    surface = Recording()
    look.draw(surface, LIGHT)
    return surface


def entry_look(look: ModelLook, entry_id: str) -> EntryLook:
    found = look.notes[entry_id]
    assert isinstance(found, EntryLook)
    return found


def segment_look(look: ModelLook, segment_id: str) -> SegmentLook:
    found = look.notes[segment_id]
    assert isinstance(found, SegmentLook)
    return found


def card(look: EntryLook | SegmentLook) -> Recording:
    surface = Recording()
    look.draw(surface, LIGHT)
    return surface


def extent(mark: Mark) -> Rect:
    """Give the place that the widest line of a text takes."""
    text = mark.about["text"]
    assert isinstance(text, ShapedText)
    return Rect(mark.x, mark.y, text.width, text.height)


def crowded(entries: int, segments: int, name: str) -> Workspace:
    """Give a workspace with so many entries in every block, tidied, and so many segments of a name."""
    buyer = Stakeholder(role=Role.PROCUREMENT, veto=True)
    people = tuple(
        CustomerSegment(
            id=f"s{n}",
            name=name,
            market=Market.MULTI_SIDED,
            priority=Priority.SECONDARY,
            canvases=tuple(ValuePropositionCanvas(stakeholder=buyer) for _ in range(1 + n % 3)),
        )
        for n in range(segments)
    )
    there = []
    for block in ENTRY_BLOCKS:
        places = tidy_entries(2, block, [(n, Size(NOTE_WIDTH, 62)) for n in range(entries)])
        there += [
            Entry(
                id=f"{block.name}{n}",
                block=block,
                text=f"{block.value} {n}",
                x=x,
                y=y,
                segment_ids=tuple(each.id for each in people[: n % 3]),
                amount=-98_765_432_101.25 if block in MONEY_BLOCKS else None,
                relationship=Relationship.SELF_SERVICE if block is Block.RELATIONSHIPS else None,
            )
            for n, (x, y) in places.items()
        ]
    return Workspace(segments=people, business_model=BusinessModelCanvas(entries=tuple(there)))


CROWDS = [(0, 0, "X"), (1, 1, "X"), (30, 12, "X"), (2, 12, LONG), (3, 4, LONG), (0, 50, "W" * 200)]


@pytest.mark.parametrize(("entries", "segments", "name"), CROWDS)
@pytest.mark.parametrize("swapped", [False, True])
def test_all_words_stand_in_their_cards_and_no_card_covers_another(
    entries: int, segments: int, name: str, *, swapped: bool
) -> None:
    look = model_look(evolve(crowded(entries, segments, name), view=View(sides_swapped=swapped)))
    places = [each.rect for each in look.notes.values()]
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    for each in look.notes.values():
        assert look.board.inside(each.field).inset(-0.01).contains(each.rect)  # type: ignore[arg-type]
        surface = card(each)  # type: ignore[arg-type]
        paper = Rect(0, 0, each.rect.w, each.rect.h)
        words = [extent(mark) for mark in surface.of("text")]
        assert all(paper.inset(-0.01).contains(word) for word in words), each.written
        assert not any(one.inset(0.6).intersects(other) for one, other in combinations(words, 2)), (
            each.written
        )
    texts = drawn(look).texts()
    assert sum(text.startswith(tuple(block.value for block in ENTRY_BLOCKS)) for text in texts) == 8 * entries
    assert texts.count(name) == segments
    assert all(look.bounds.contains(extent(mark)) for mark in drawn(look).of("text"))


def test_titles_counts_and_sums_stand_in_the_headers() -> None:
    costs = [
        Entry(block=Block.COSTS, text=text, amount=amount) for text, amount in (("a", 1200.5), ("b", 300))
    ]
    look = model_look(model(*costs, Entry(block=Block.REVENUE, text="c"), Entry(block=Block.COSTS, text="d")))
    assert look.counts[Block.COSTS] == 3
    assert look.sums == {Block.COSTS: 1500.5, Block.REVENUE: None}
    surface = drawn(look)
    groups = {name: said for part, name, said in surface.groups if part is Part.BLOCK}
    assert len(groups) == 9
    assert groups["Cost structure"] == "1,500.50 a year"
    assert groups["Revenue streams"] == groups["Channels"] == ""
    headers = [look.board.header(block) for block in Block]
    words = [mark for mark in surface.of("text") if mark.group[-1] == "block" and letters(mark)]
    assert all(any(header.inset(-2).contains(extent(mark)) for header in headers) for mark in words)


def test_empty_blocks_ask_and_others_do_not() -> None:
    texts = drawn(model_look(model(Entry(block=Block.CHANNELS, text="Fairs")))).texts()
    assert "What are they glad to pay for?" in texts
    assert "How do they hear of us and get it?" not in texts


def test_the_heading_says_whose_business_model_it_is() -> None:
    named, unnamed = model_look(model()), model_look(Workspace())
    assert named.words() == ("Plan · business model", "")
    assert "Double-click a segment to zoom into its value proposition canvas" in drawn(named).texts()
    assert unnamed.words()[0] == "Business model"
    described = model_look(evolve(model(), description="A maker of\nsystems"))
    assert "A maker of systems" in drawn(described).texts()


def test_an_entry_shows_amount_or_relationship_and_says_them() -> None:
    look = model_look(
        model(
            Entry(id="c", block=Block.COSTS, text="Service", amount=420_000.0, segment_ids=("segment",)),
            Entry(id="r", block=Block.RELATIONSHIPS, text="Alerts", relationship=Relationship.CO_CREATION),
        )
    )
    assert card(entry_look(look, "c")).texts() == ["Service", "420,000"]
    assert card(entry_look(look, "r")).texts() == ["Alerts", "Co-creation"]
    said = "Cost structure, Industrial manufacturer, 420,000 a year"
    assert look.notes["c"].words() == ("Service", said)
    assert look.notes["r"].words() == ("Alerts", "Customer relationships, Co-creation")


@pytest.mark.parametrize(
    ("amount", "said"), [(0.0, "0"), (-0.001, "0"), (12.5, "12.50"), (-1e15, "-1,000,000,000,000,000")]
)
def test_amounts_are_exact_to_the_cent(amount: float, said: str) -> None:
    look = model_look(model(Entry(id="c", block=Block.COSTS, amount=amount)))
    assert f"{said} a year" in look.notes["c"].words()[1]


def flowing(seen: Seen | None) -> Workspace:
    entry = Entry(id="c", block=Block.RESOURCES, text="Images")
    flow = Flow(relation=Relation.ENABLES, business_end="c", canvas_end="parts", business_seen=seen)
    return evolve(model(entry), flows=(flow,))


def test_an_entry_shows_its_flows_and_that_one_is_to_be_reviewed() -> None:
    for seen in (None, Seen(text="Images")):
        fine = model_look(flowing(seen))
        assert card(entry_look(fine, "c")).texts() == ["Images", "1"]
        assert fine.notes["c"].words()[1] == "Key resources, 1 flow"
    stale = model_look(flowing(Seen(text="Pictures")))
    surface = card(entry_look(stale, "c"))
    assert surface.texts() == ["Images", "review", "1"]
    assert [mark.about["fill"] for mark in surface.of("path")].count(LIGHT.danger) == 1
    assert stale.notes["c"].words()[1] == "Key resources, 1 flow, to be reviewed"


def test_a_changed_canvas_end_is_to_be_reviewed_too() -> None:
    flow = Flow(
        relation=Relation.DRIVES,
        business_end="c",
        canvas_end="defects",
        canvas_seen=Seen(text="Defect rate below 0.1 %", figure=4),
    )
    work = evolve(model(Entry(id="c", block=Block.ACTIVITIES)), flows=(flow,))
    assert entry_look(model_look(work), "c").review


def test_the_bar_has_the_colours_of_the_segments_that_can_be_told_from_the_paper() -> None:
    people = (
        CustomerSegment(id="a", name="A", colour="#7A4FA3"),
        CustomerSegment(id="b", name="B", colour="#FBF1CF"),
        CustomerSegment(id="c", name="C"),
    )
    entry = Entry(id="e", block=Block.CHANNELS, segment_ids=("a", "b", "c"))
    look = entry_look(model_look(model(entry, work=Workspace(segments=people))), "e")
    bars = [mark.about["fill"] for mark in card(look).of("path")]
    assert bars[0] == LIGHT.blue.line
    assert bars[2] == "#7A4FA3"
    assert bars[1] not in {"#FBF1CF", LIGHT.ink}


def test_the_filter_fades_what_is_for_others() -> None:
    people = (CustomerSegment(id="a", name="A"), CustomerSegment(id="b", name="B"))
    entries = [
        Entry(id=name, block=Block.CHANNELS, segment_ids=ids)
        for name, ids in (("everybody's", ()), ("theirs", ("a",)), ("both's", ("a", "b")))
    ]
    look = model_look(model(*entries, work=Workspace(segments=people)), only="b")
    faded = {each for each, card in look.notes.items() if card.faded}  # type: ignore[attr-defined]
    assert faded == {"theirs", "a"}
    pale, bright = card(entry_look(look, "theirs")), card(entry_look(look, "both's"))
    assert pale.of("rect")[0].about["fill"] != bright.of("rect")[0].about["fill"] == LIGHT.straw.fill


def test_a_segment_shows_its_fit_and_what_it_is() -> None:
    work = inspection()
    told = evolve(work.segments[0], market=Market.B2B, priority=Priority.PRIMARY)
    look = segment_look(model_look(evolve(work, segments=(told,))), "segment")
    assert look.rect.w == SEGMENT_WIDE
    assert card(look).texts() == ["Industrial manufacturer", "Primary · B2B", "67 %"]
    assert look.words() == ("Industrial manufacturer", "Customer segments, Primary, B2B, 67 % fit")
    track, full = (mark.about["rect"] for mark in card(look).of("rect")[1:])
    assert isinstance(track, Rect)
    assert isinstance(full, Rect)
    assert full.w / track.w == pytest.approx(247 / 369)


def test_a_segment_with_several_roles_shows_the_deal_fit_too() -> None:
    buyer = ValuePropositionCanvas(
        stakeholder=Stakeholder(role=Role.PROCUREMENT, veto=True),
        notes=(Note(id="p", section=Section.PAINS), Note(id="r", section=Section.RELIEVERS)),
        links=(FitLink(source="r", target="p", strength=1),),
    )
    work = inspection()
    segment = evolve(work.segments[0], canvases=(*work.segments[0].canvases, buyer))
    look = segment_look(model_look(evolve(work, segments=(segment,))), "segment")
    assert card(look).texts() == ["Industrial manufacturer", "deal 33 %", "2 roles", "67 %"]
    assert look.words()[1].endswith("67 % fit, deal 33 %")


def test_an_unmapped_and_unnamed_segment_says_so() -> None:
    look = segment_look(model_look(Workspace(segments=(CustomerSegment(id="s"),))), "s")
    assert card(look).texts() == ["Unnamed segment", "not mapped yet"]
    assert look.written == ""


def test_what_is_small_is_drawn_as_bars() -> None:
    look = model_look(crowded(1, 1, "Makers"))
    for each in look.notes.values():
        surface = Recording(detail=False)
        each.draw(surface, DARK)
        assert surface.of("text") == []


def test_what_has_not_changed_is_the_same_object() -> None:
    work = crowded(3, 12, "Makers")
    before = model_look(work)
    assert all(model_look(work, before).notes[each] is look for each, look in before.notes.items())
    renamed = edit_entries(work, {"COSTS1": {"text": "Rent"}})
    after = model_look(renamed, before)
    assert {each for each, look in after.notes.items() if before.notes[each] is not look} == {"COSTS1"}
    assert list(after.notes) == list(before.notes)
    first = evolve(work.segments[0], colour="#112233")
    coloured = model_look(evolve(work, segments=(first, *work.segments[1:])), before)
    changed = {each for each, look in coloured.notes.items() if before.notes[each] is not look}
    assert changed == {
        "s0",
        *(entry.id for entry in work.business_model.entries if "s0" in entry.segment_ids),
    }


def test_the_fit_of_a_segment_follows_its_canvases() -> None:
    work = inspection()
    before = model_look(work)
    (segment,) = work.segments
    without = evolve(segment, canvases=(evolve(segment.canvases[0], links=()),))
    after = model_look(evolve(work, segments=(without,)), before)
    assert segment_look(before, "segment").figures.on_paper == pytest.approx(247 / 369)
    assert segment_look(after, "segment").figures.on_paper == 0


def test_a_crowded_board_grows_and_an_entry_far_out_is_moved_inside() -> None:
    assert model_look(crowded(6, 2, "X")).board is model_board()
    assert model_look(crowded(30, 2, "X")).board.level == 5
    far = model_look(model(Entry(id="far", block=Block.COSTS, x=1e6, y=-1e6)))
    assert far.board.inside(Block.COSTS).contains(far.notes["far"].rect)


@given(workspaces())
def test_any_workspace_can_be_drawn(work: Workspace) -> None:
    look = model_look(work)
    drawn(look)
    assert set(look.notes) == {
        *(entry.id for entry in work.business_model.entries),
        *(segment.id for segment in work.segments),
    }
    again = model_look(work, look)
    assert all(again.notes[each] is card for each, card in look.notes.items())
