"""The business model under the same hands as a canvas: capture, drags, keys; segments are cards there too."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from canvasdesk.drawing.business_model import ModelLook
from canvasdesk.drawing.entry import EntryLook
from canvasdesk.editing.business import place_entries
from canvasdesk.layout.geometry import Rect
from canvasdesk.model.business import ENTRY_BLOCKS, Block, Entry
from canvasdesk.model.value import evolve
from canvasdesk.session import hands as hand
from tests.editing.workshop import workshop
from tests.scene.hands import CTRL, Hands

Key = Qt.Key


@pytest.fixture
def model(qtbot: QtBot, tmp_path: Path) -> Hands:
    """Give mouse and keyboard on a business model with three entries and two segments."""
    places = {"vans": (0.0, 0.0), "fuel": (0.0, 0.0), "advice": (0.0, 0.0)}
    blocks = {"vans": Block.RESOURCES, "fuel": Block.COSTS, "advice": Block.RELATIONSHIPS}
    hands = Hands(place_entries(workshop(), blocks, places), tmp_path)
    hands.selection.show_business_model()
    hands.selection.select(())
    qtbot.addWidget(hands.view)
    with qtbot.waitActive(hands.view):
        hands.view.show()
        hands.view.activateWindow()
    hands.view.setFocus()
    return hands


def look(model: Hands) -> ModelLook:
    assert isinstance(model.scene.look, ModelLook)
    return model.scene.look


def entry(model: Hands, entry_id: str) -> Entry:
    return model.document.workspace.entry_by_id[entry_id]


def texts(model: Hands, block: Block) -> list[str]:
    return [each.text for each in model.document.workspace.business_model.entries if each.block is block]


def names(model: Hands) -> list[str]:
    return [segment.name for segment in model.document.workspace.segments]


def middle(model: Hands, block: Block) -> tuple[float, float]:
    return tuple(look(model).board.inside(block).centre)


@pytest.mark.parametrize("block", ENTRY_BLOCKS)
def test_an_entry_is_captured_at_a_free_place_of_its_block(model: Hands, block: Block) -> None:
    model.view.capture(block)
    assert model.open_editor().hasFocus()
    model.type("Depots")
    model.key(Key.Key_Return)
    model.type("Drivers")
    model.key(Key.Key_Escape)
    assert texts(model, block)[-2:] == ["Depots", "Drivers"]
    cards = [card.rect for card in model.scene.notes.values()]
    assert not any(one.intersects(other) for one in cards for other in cards if one is not other)
    assert model.labels == ["Add note", "Add note"]


def test_tab_goes_on_through_all_nine_blocks(model: Hands) -> None:
    model.view.capture(Block.SEGMENTS)
    for number in range(len(Block)):
        model.type(f"No {number}")
        model.key(Key.Key_Tab)
    model.key(Key.Key_Escape)
    assert names(model)[-1] == "No 0"
    written = [texts(model, block)[-1] for block in ENTRY_BLOCKS]
    assert written == [f"No {number}" for number in range(1, len(Block))]


def test_a_segment_written_there_is_one_with_a_canvas_and_empty_ones_vanish(model: Hands) -> None:
    before = model.document.workspace
    model.view.capture(Block.SEGMENTS)
    model.type("R")
    model.key(Key.Key_Backspace)
    model.key(Key.Key_Escape)
    assert model.document.workspace == before
    model.view.capture(Block.SEGMENTS)
    model.type("Roofers")
    model.key(Key.Key_Escape)
    assert names(model) == ["Builders", "", "Roofers"]
    assert model.labels == ["Add segment"]
    assert len(model.document.workspace.segments[-1].canvases) == 1


def test_renaming_a_segment_in_place_is_one_step(model: Hands) -> None:
    model.view.edit("builders")
    model.open_editor().selectAll()
    model.type("Builders in town")
    model.key(Key.Key_Return)
    assert names(model)[0] == "Builders in town"
    assert model.labels == ["Rename segment"]
    assert model.editor is None


def test_a_segment_left_without_a_name_stays_when_it_has_notes(model: Hands) -> None:
    model.view.edit("builders")
    model.open_editor().selectAll()
    model.key(Key.Key_Delete)
    model.key(Key.Key_Escape)
    assert names(model) == ["", ""]


def test_a_drag_within_a_block_keeps_the_place_and_the_block(model: Hands) -> None:
    model.drag("vans", (40, 60))
    assert (entry(model, "vans").x, entry(model, "vans").y) == (40.0, 60.0)
    assert entry(model, "vans").block is Block.RESOURCES
    assert model.labels == ["Move note"]


def test_a_drag_into_another_block_moves_it_there_with_what_belongs_there(model: Hands) -> None:
    start, end = model.point("fuel"), middle(model, Block.PARTNERS)
    model.drag("fuel", (end[0] - start.x, end[1] - start.y))
    assert entry(model, "fuel").block is Block.PARTNERS
    assert entry(model, "fuel").amount is None
    assert "fuel-swap" not in {flow.id for flow in model.document.workspace.flows}
    assert look(model).board.inside(Block.PARTNERS).contains(model.scene.place_of("fuel"))
    assert model.labels == ["Move note to Key partners"]
    model.document.undo()
    assert entry(model, "fuel").amount == 9000.0


def test_an_entry_dropped_beside_the_board_stays_inside_its_block(model: Hands) -> None:
    model.drag("fuel", (-900, 500))
    assert look(model).board.inside(Block.COSTS).contains(model.scene.place_of("fuel"))


def test_an_entry_does_not_become_a_segment_nor_a_segment_an_entry(model: Hands) -> None:
    before = model.document.workspace
    start, end = model.point("vans"), middle(model, Block.SEGMENTS)
    model.drag("vans", (end[0] - start.x, end[1] - start.y))
    start, end = model.point("builders"), middle(model, Block.PARTNERS)
    model.drag("builders", (end[0] - start.x, end[1] - start.y))
    assert model.document.workspace is before
    assert len(model.said) == 2
    assert model.scene.lifted == frozenset()


def test_dragging_a_segment_below_another_changes_their_order(model: Hands) -> None:
    model.drag("builders", (0, model.scene.place_of("painters").h + 20))
    assert [segment.id for segment in model.document.workspace.segments] == ["painters", "builders"]
    assert model.labels == ["Move segment"]


def test_a_double_click_on_a_segment_says_so_and_on_a_block_opens_a_note(model: Hands) -> None:
    gone_into: list[str] = []
    model.view.segment_activated.connect(gone_into.append)
    model.double_click("builders")
    assert gone_into == ["builders"]
    model.double_click(middle(model, Block.CHANNELS))
    model.type("Radio")
    model.key(Key.Key_Escape)
    assert texts(model, Block.CHANNELS) == ["Radio"]
    place = model.scene.place_of(next(iter(model.selection.ids)))
    assert place.centre == pytest.approx(middle(model, Block.CHANNELS), abs=3)


def test_only_notes_of_a_canvas_have_a_handle_for_links(model: Hands) -> None:
    model.hover("vans")
    assert model.view.tool._handles() == ()  # type: ignore[attr-defined]


def test_arrows_and_tab_walk_over_entries_and_segments_alike(model: Hands) -> None:
    model.view.walk(1)
    assert model.selection.focus == "builders"
    model.view.walk(1)
    assert model.selection.focus == "painters"
    model.view.walk(1)
    assert model.selection.focus == "advice"
    model.view.move_focus("right")
    assert model.selection.focus == "builders"


def test_deleting_a_segment_tells_what_goes_with_it(model: Hands) -> None:
    before = model.document.workspace
    model.selection.select(["builders", "fuel"])
    said = hand.delete(model.document, model.selection)
    assert said == "“Builders” deleted, with 2 canvases, 8 notes, 4 flows."
    assert names(model) == [""]
    assert "fuel" not in model.document.workspace.entry_by_id
    assert entry(model, "vans").segment_ids == ("painters",)
    model.document.undo()
    assert model.document.workspace is before


def test_copies_of_entries_and_segments_are_selected(model: Hands) -> None:
    model.selection.select(["vans"])
    hand.duplicate(model.document, model.selection)
    (copy,) = model.selection.ids
    assert evolve(entry(model, copy), id="vans", x=0.0, y=0.0) == entry(model, "vans")
    model.selection.select(["builders"])
    hand.duplicate(model.document, model.selection)
    assert names(model)[:2] == ["Builders", "Builders (copy)"]


def test_pasted_lines_become_entries_of_the_block_or_segments(model: Hands) -> None:
    data = {"text/plain": b"Radio\nPosters"}
    model.selection.select(["advice"])
    hand.paste(model.document, model.selection, data)
    assert texts(model, Block.RELATIONSHIPS)[-2:] == ["Radio", "Posters"]
    hand.paste(model.document, model.selection, data, Block.SEGMENTS)
    assert names(model)[-2:] == ["Radio", "Posters"]
    assert model.labels == ["Paste 2 notes", "Paste 2 notes"]


def test_lines_pasted_into_an_empty_new_entry_become_one_each(model: Hands) -> None:
    mime = QMimeData()
    mime.setText("Radio\nPosters\nFairs")
    QGuiApplication.clipboard().setMimeData(mime)
    model.view.capture(Block.CHANNELS)
    model.key(Key.Key_V, CTRL)
    model.key(Key.Key_Escape)
    assert texts(model, Block.CHANNELS) == ["Radio", "Posters", "Fairs"]


def test_tidy_puts_the_largest_amounts_first(model: Hands) -> None:
    model.view.capture(Block.COSTS)
    model.type("Rent")
    model.key(Key.Key_Escape)
    (rent,) = model.selection.ids
    model.document.commit(
        "Amount",
        evolve(
            model.document.workspace,
            business_model=evolve(
                model.document.workspace.business_model,
                entries=tuple(
                    evolve(each, amount=10_000.0) if each.id == rent else each
                    for each in model.document.workspace.business_model.entries
                ),
            ),
        ),
    )
    hand.tidy(model.document, model.selection)
    places = {each: model.scene.place_of(each) for each in ("fuel", rent)}
    assert (places[rent].y, places[rent].x) < (places["fuel"].y, places["fuel"].x)


def test_a_block_that_overflows_makes_the_board_grow_and_the_view_follow(model: Hands) -> None:
    before = look(model).board
    hand.paste(model.document, model.selection, {"text/plain": b"\n".join([b"Word"] * 30)}, Block.CHANNELS)
    after = look(model).board
    assert after.level > before.level
    for card in look(model).notes.values():
        assert after.blocks[Block(card.field)].contains(card.rect)
    shown = model.view.camera.shown(model.view.room)
    assert shown.contains(Rect(*after.bounds).inset(1))


def test_a_filter_fades_the_entries_of_other_segments_until_it_goes(model: Hands) -> None:
    model.document.commit("For painters", _for_painters(model))
    model.selection.show_only("builders")
    faded = {each for each, card in look(model).notes.items() if getattr(card, "faded", False)}
    assert faded == {"advice", "painters"}
    assert look(model).only is model.document.workspace.segments[0]
    model.view.capture(Block.CHANNELS)
    model.type("Sites")
    model.key(Key.Key_Escape)
    (new,) = model.selection.ids
    assert entry(model, new).segment_ids == ("builders",)
    model.selection.select(["builders"])
    hand.delete(model.document, model.selection)
    assert model.selection.only is None
    assert not any(isinstance(card, EntryLook) and card.faded for card in look(model).notes.values())


def _for_painters(model: Hands):  # type: ignore[no-untyped-def]
    workspace = model.document.workspace
    entries = tuple(
        evolve(each, segment_ids=("painters",)) if each.id == "advice" else each
        for each in workspace.business_model.entries
    )
    return evolve(workspace, business_model=evolve(workspace.business_model, entries=entries))


def test_swapped_sides_mirror_the_blocks_and_leave_entries_where_they_are_in_them(model: Hands) -> None:
    inside = look(model).board.inside(Block.COSTS)
    off = model.scene.place_of("fuel").x - inside.x
    model.document.commit(
        "Swap",
        evolve(model.document.workspace, view=evolve(model.document.workspace.view, sides_swapped=True)),
    )
    swapped = look(model).board.inside(Block.COSTS)
    assert swapped.x > inside.x
    assert model.scene.place_of("fuel").x - swapped.x == off
