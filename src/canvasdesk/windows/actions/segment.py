"""Actions of the menu Segment: the segment that is meant, its turn, its market, its colour and its place."""

from collections.abc import Callable

from canvasdesk.drawing.naming import colour_names, market_name, priority_name
from canvasdesk.model.segments import CustomerSegment, Market, Priority
from canvasdesk.session import segments
from canvasdesk.windows.actions.action import Action
from canvasdesk.windows.actions.role import add_role_actions, role_actions
from canvasdesk.windows.desk import Desk
from canvasdesk.windows.situation import Situation
from canvasdesk.words import translate


def segment_actions() -> tuple[Action, ...]:
    """Give the rows of the menu, in its order."""
    return (
        _add(),
        *add_role_actions(),
        *_itself(),
        *_turn(),
        *(_market(market) for market in Market),
        *(_colour(colour, name) for colour, name in _colours()),
        *role_actions(),
        *_canvas(),
        _delete(),
    )


def _add() -> Action:
    return Action(
        "segment.add",
        translate("Actions", "&Add segment"),
        "segment",
        lambda desk: desk.add_segment(),
        keys=("Ctrl+Shift+N",),
        icon="segment",
        tip=translate("Actions", "Add a customer segment with a canvas of its own"),
        enabled=lambda now: not now.read_only,
    )


def _itself() -> tuple[Action, ...]:
    return (
        Action(
            "segment.rename",
            translate("Actions", "Rena&me segment"),
            "segment",
            lambda desk: desk.rename_segment(),
            icon="edit",
            tip=translate("Actions", "Give this segment another name, where it stands"),
            enabled=_meant,
            begins=True,
        ),
        Action(
            "segment.duplicate",
            translate("Actions", "D&uplicate segment"),
            "segment",
            lambda desk: desk.do(segments.duplicate),
            icon="duplicate",
            tip=translate("Actions", "Copy this segment with all its canvases"),
            enabled=_meant,
        ),
        Action(
            "segment.up",
            translate("Actions", "Move u&p"),
            "segment",
            _with_segment(lambda desk, segment: segments.step(desk.document, segment.id, -1)),
            name=translate("Actions", "Segment: move up"),
            tip=translate("Actions", "Put this segment before the one above"),
            enabled=_among_others,
        ),
        Action(
            "segment.down",
            translate("Actions", "Move d&own"),
            "segment",
            _with_segment(lambda desk, segment: segments.step(desk.document, segment.id, 1)),
            name=translate("Actions", "Segment: move down"),
            tip=translate("Actions", "Put this segment behind the one below"),
            enabled=_among_others,
        ),
    )


def _turn() -> tuple[Action, ...]:
    return (
        Action(
            "segment.primary",
            translate("Actions", "Pr&imary segment"),
            "segment",
            _toggling("priority", Priority.PRIMARY),
            tip=translate("Actions", "Prove this segment first; there is one at most"),
            enabled=_meant,
            checked=lambda now: now.priority is Priority.PRIMARY,
            begins=True,
        ),
        *(_priority(priority) for priority in Priority),
    )


def _priority(priority: Priority) -> Action:
    return Action(
        f"segment.priority.{priority.name.lower()}",
        priority_name(priority),
        "segment/priority",
        _toggling("priority", priority),
        name=translate("Actions", "Priority: {priority}", priority=priority_name(priority)),
        tip=translate("Actions", "When the turn of this segment comes; once more takes it back"),
        enabled=_meant,
        checked=lambda now: now.priority is priority,
    )


def _market(market: Market) -> Action:
    return Action(
        f"segment.market.{market.name.lower()}",
        market_name(market),
        "segment/market",
        _toggling("market", market),
        name=translate("Actions", "Market: {market}", market=market_name(market)),
        tip=translate("Actions", "Who buys in this segment; once more takes it back"),
        enabled=_meant,
        checked=lambda now: now.market is market,
    )


def _colours() -> tuple[tuple[str | None, str], ...]:
    return *colour_names().items(), (None, translate("Colour", "None"))


def _colour(colour: str | None, name: str) -> Action:
    return Action(
        f"segment.colour.{colour or 'none'}",
        name,
        "segment/colour",
        _with_segment(lambda desk, segment: segments.edit_segment(desk.document, segment.id, colour=colour)),
        colour=colour or "",
        name=translate("Actions", "Segment colour: {colour}", colour=name),
        tip=translate("Actions", "The colour of this segment, on its card and on the notes that are for it"),
        enabled=_meant,
        checked=lambda now: now.segment and now.colour == colour,
        begins=colour is None,
    )


def _canvas() -> tuple[Action, ...]:
    return (
        Action(
            "segment.details",
            translate("Actions", "&Name and details"),
            "segment",
            _show_details,
            name=translate("Actions", "Segment: name and details"),
            tip=translate("Actions", "Who the customer is, and everything else that is known"),
            enabled=lambda now: now.segment,
            begins=True,
        ),
        Action(
            "segment.statement",
            translate("Actions", "&Value proposition"),
            "segment",
            lambda desk: desk.edit_statement(),
            name=translate("Actions", "Edit the value proposition"),
            tip=translate(
                "Actions", "Write the sentence below the canvas, or leave it to the heaviest notes"
            ),
            enabled=lambda now: now.editable,
        ),
        Action(
            "segment.pivot",
            translate("Actions", "Point the value map at another se&gment…"),
            "segment",
            lambda desk: desk.doors.point_elsewhere(),
            tip=translate(
                "Actions", "Copy the square to another canvas, and go through its links one by one"
            ),
            enabled=lambda now: now.editable and now.canvases > 1,
        ),
    )


def _delete() -> Action:
    return Action(
        "segment.delete",
        translate("Actions", "&Delete segment"),
        "segment",
        _with_segment(lambda desk, segment: segments.remove(desk.document, [segment.id])),
        tip=translate("Actions", "Delete this segment with all its canvases"),
        enabled=_meant,
        begins=True,
    )


def _show_details(desk: Desk) -> None:
    """Show what is known of the segment meant: with its canvas, or alone where its card is selected."""
    if desk.selection.canvas_id is not None:
        desk.selection.clear()
    desk.sides.show_details()


def _with_segment(command: Callable[[Desk, CustomerSegment], str | None]) -> Callable[[Desk], None]:
    """Give what runs a command for the segment meant and shows what it says."""

    def run(desk: Desk) -> None:
        if segment := desk.segment:
            desk.do(lambda _document, _selection: command(desk, segment))

    return run


def _toggling(field: str, value: object) -> Callable[[Desk], None]:
    """Give what sets a field of the segment meant, and takes that back where it is set so already."""

    def toggle(desk: Desk, segment: CustomerSegment) -> str | None:
        new = None if getattr(segment, field) is value else value
        return segments.edit_segment(desk.document, segment.id, **{field: new})

    return _with_segment(toggle)


def _meant(now: Situation) -> bool:
    return now.writable and now.segment


def _among_others(now: Situation) -> bool:
    return _meant(now) and now.segments > 1
