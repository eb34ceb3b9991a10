import pytest

from canvasdesk.model.business import ENTRY_BLOCKS, Block, Entry, Purpose
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import SQUARE, Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.windows.steps import MODEL_STEPS, Order, Place, canvas_steps, done

BLANK = Workspace(segments=(CustomerSegment(canvases=(ValuePropositionCanvas(id="canvas"),)),))


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("purpose", [None, *Purpose])
def test_a_canvas_is_walked_through_once_and_ends_with_links(order: Order, purpose: Purpose | None) -> None:
    walked = canvas_steps(order, purpose)
    assert sorted(walked) == sorted({Place.SEGMENT, *Section, Place.LINKS})
    assert walked[-1] is Place.LINKS


@pytest.mark.parametrize(
    ("purpose", "customer_first", "offer_first"),
    [
        (None, (Place.SEGMENT, Section.JOBS), SQUARE[:2]),
        (Purpose.NEW_IDEA, (Place.SEGMENT, Section.JOBS), SQUARE[:2]),
        (Purpose.IMPROVE_PROPOSITION, (Place.SEGMENT, Section.JOBS), SQUARE[:2]),
        (Purpose.NEW_SEGMENT, (Place.SEGMENT, Section.JOBS), (Place.SEGMENT, Section.PRODUCTS)),
        (Purpose.AFTER_RESEARCH, (Place.SEGMENT, Section.PAINS), (Place.SEGMENT, Section.PAINS)),
    ],
)
def test_what_a_purpose_has_to_know_first_leads(
    purpose: Purpose | None, customer_first: tuple[object, ...], offer_first: tuple[object, ...]
) -> None:
    assert canvas_steps(Order.CUSTOMER_FIRST, purpose)[:2] == customer_first
    assert canvas_steps(Order.OFFER_FIRST, purpose)[:2] == offer_first


def test_the_business_model_is_walked_through_from_the_customers_to_their_canvas() -> None:
    assert MODEL_STEPS[0] is Block.SEGMENTS
    assert MODEL_STEPS[-1] is Place.DIVE
    assert set(MODEL_STEPS[:-1]) == set(Block)


def test_nothing_is_done_in_what_is_blank() -> None:
    walked = (*MODEL_STEPS, *canvas_steps(Order.CUSTOMER_FIRST))
    assert [step for step in walked if done(step, BLANK, "canvas")] == []


@pytest.mark.parametrize("block", ENTRY_BLOCKS)
def test_a_block_is_done_when_it_holds_an_entry(block: Block) -> None:
    model = evolve(BLANK.business_model, entries=(Entry(block=block, text="Something"),))
    workspace = evolve(BLANK, business_model=model)
    assert [step for step in MODEL_STEPS if done(step, workspace, None)] == [block]


def test_segments_are_done_when_one_has_a_name() -> None:
    workspace = evolve(BLANK, segments=(evolve(BLANK.segments[0], name="Nurses"),))
    assert [step for step in MODEL_STEPS if done(step, workspace, None)] == [Block.SEGMENTS]
    assert done(Place.SEGMENT, workspace, "canvas")


def test_the_dive_is_done_when_a_canvas_holds_a_note() -> None:
    canvas = ValuePropositionCanvas(id="canvas", notes=(Note(section=Section.PAINS, text="Alarms"),))
    workspace = evolve(BLANK, segments=(CustomerSegment(canvases=(canvas,)),))
    assert [step for step in MODEL_STEPS if done(step, workspace, None)] == [Place.DIVE]
    walked = canvas_steps(Order.OFFER_FIRST)
    assert [step for step in walked if done(step, workspace, "canvas")] == [Section.PAINS]
