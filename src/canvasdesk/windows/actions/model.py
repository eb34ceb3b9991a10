"""Actions of the menu Business model: going there and back, notes by block, and what of it is shown."""

from canvasdesk.drawing.naming import block_name
from canvasdesk.model.business import ENTRY_BLOCKS, Block
from canvasdesk.session import hands
from canvasdesk.windows.actions.action import Action, Where
from canvasdesk.windows.situation import Situation
from canvasdesk.words import translate

BLOCK_KEYS = {
    Block.SEGMENTS: "S",
    Block.PROPOSITIONS: "O",
    Block.CHANNELS: "C",
    Block.RELATIONSHIPS: "E",
    Block.REVENUE: "I",
    Block.RESOURCES: "R",
    Block.ACTIVITIES: "A",
    Block.PARTNERS: "P",
    Block.COSTS: "U",
}


def model_actions() -> tuple[Action, ...]:
    """Give the rows of the menu, in its order."""
    return (
        _zoom(),
        *(_new_entry(block) for block in Block),
        *(_move_to(block) for block in ENTRY_BLOCKS),
        _only(),
        _contrast(),
    )


def _zoom() -> Action:
    return Action(
        "model.zoom",
        translate("Actions", "&Zoom between the canvases"),
        "model",
        lambda desk: desk.zoom_between(),
        keys=("Ctrl+B",),
        icon="business-model",
        tip=translate("Actions", "Out of a canvas to the business model around it, and back in"),
        enabled=lambda now: now.has_canvas or now.canvases > 0,
        label=_zoom_label,
    )


def _zoom_label(now: Situation) -> str:
    if now.has_canvas:
        return translate("Actions", "&Zoom out to the business model")
    return translate("Actions", "&Zoom into the canvas")


def _new_entry(block: Block) -> Action:
    texts = {
        Block.SEGMENTS: translate("Actions", "Customer &segments"),
        Block.PROPOSITIONS: translate("Actions", "Value pr&opositions"),
        Block.CHANNELS: translate("Actions", "&Channels"),
        Block.RELATIONSHIPS: translate("Actions", "Customer r&elationships"),
        Block.REVENUE: translate("Actions", "Revenue streams (&income)"),
        Block.RESOURCES: translate("Actions", "Key &resources"),
        Block.ACTIVITIES: translate("Actions", "Key &activities"),
        Block.PARTNERS: translate("Actions", "Key &partners"),
        Block.COSTS: translate("Actions", "Cost str&ucture"),
    }
    return Action(
        f"entry.new.{block.name.lower()}",
        texts[block],
        "model/new",
        lambda desk: desk.view.capture(block),
        keys=(BLOCK_KEYS[block],),
        icon=block.name.lower(),
        name=translate("Actions", "New note in {block}", block=block_name(block)),
        tip=translate("Actions", "Write notes: Enter for the next one, Tab for the next block, Esc to end"),
        enabled=_on_model,
        where=Where.CANVAS,
    )


def _move_to(block: Block) -> Action:
    return Action(
        f"entry.move.{block.name.lower()}",
        translate("Actions", "To {section}", section=block_name(block)),
        "model/move",
        lambda desk: desk.do(hands.move_to, block),
        keys=(f"Shift+{BLOCK_KEYS[block]}",),
        icon=block.name.lower(),
        name=translate("Actions", "Move to {section}", section=block_name(block)),
        tip=translate("Actions", "Put the selected notes into another block"),
        enabled=lambda now: _on_model(now) and now.entries > 0,
        where=Where.CANVAS,
    )


def _only() -> Action:
    return Action(
        "model.only",
        translate("Actions", "Show &only this segment"),
        "model",
        lambda desk: desk.show_only(),
        keys=("F",),
        icon="filter",
        name=translate("Actions", "Business model: show only this segment"),
        tip=translate("Actions", "Fade the notes of other segments; once more shows all"),
        enabled=lambda now: now.on_model and (now.only or now.segment or now.entries > 0),
        checked=lambda now: now.only,
        where=Where.CANVAS,
        begins=True,
    )


def _contrast() -> Action:
    return Action(
        "model.contrast",
        translate("Actions", "&Side by side…"),
        "model",
        lambda desk: desk.doors.show_contrast(),
        keys=("Ctrl+Shift+B",),
        icon="contrast",
        name=translate("Actions", "Segments side by side"),
        tip=translate("Actions", "Compare what matters to the segments, what answers it and what it earns"),
        enabled=lambda now: now.segments > 0,
    )


def _on_model(now: Situation) -> bool:
    return now.on_model and now.writable
