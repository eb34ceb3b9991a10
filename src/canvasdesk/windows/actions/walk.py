"""Actions that move the focus and the notes by key: the menus Go and Nudge inside Canvas."""

from canvasdesk.layout.walk import Direction
from canvasdesk.session import hands
from canvasdesk.windows.actions.action import Action, Where, plain
from canvasdesk.words import translate

NUDGE = 8.0  # canvas units
DIRECTIONS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


def walk_actions() -> tuple[Action, ...]:
    """Give the rows of both menus, in their order."""
    going = (_go("left"), _go("right"), _go("up"), _go("down"))
    extending = (_extend("left"), _extend("right"), _extend("up"), _extend("down"))
    nudging = (_nudge("left"), _nudge("right"), _nudge("up"), _nudge("down"))
    return (*_walk(), *going, *extending, *nudging, _back())


def _walk() -> tuple[Action, ...]:
    return (
        Action(
            "go.next",
            translate("Actions", "&Next note"),
            "canvas/go",
            lambda desk: desk.view.walk(1),
            keys=("Tab",),
            tip=translate("Actions", "In reading order"),
            enabled=lambda now: now.cards_there > 0,
            where=Where.CANVAS,
        ),
        Action(
            "go.previous",
            translate("Actions", "&Previous note"),
            "canvas/go",
            lambda desk: desk.view.walk(-1),
            keys=("Shift+Tab",),
            tip=translate("Actions", "In reading order"),
            enabled=lambda now: now.cards_there > 0,
            where=Where.CANVAS,
        ),
        Action(
            "go.link",
            translate("Actions", "Next &link of the note"),
            "canvas/go",
            lambda desk: desk.view.next_link(),
            keys=("Shift+L",),
            tip=translate("Actions", "Select the links of the note with the focus, one after the other"),
            enabled=lambda now: now.focus,
            where=Where.CANVAS,
        ),
    )


def _go(direction: Direction) -> Action:
    texts = {
        "left": translate("Actions", "Note on the le&ft"),
        "right": translate("Actions", "Note on the &right"),
        "up": translate("Actions", "Note &above"),
        "down": translate("Actions", "Note &below"),
    }
    return Action(
        f"go.{direction}",
        texts[direction],
        "canvas/go",
        lambda desk: desk.view.move_focus(direction, extend=False),
        keys=(direction.title(),),
        tip=translate("Actions", "Move the focus to the nearest note"),
        enabled=lambda now: now.cards_there > 0,
        where=Where.CANVAS,
        begins=direction == "left",
    )


def _extend(direction: Direction) -> Action:
    texts = {
        "left": translate("Actions", "Select also on the left"),
        "right": translate("Actions", "Select also on the right"),
        "up": translate("Actions", "Select also above"),
        "down": translate("Actions", "Select also below"),
    }
    return Action(
        f"go.extend.{direction}",
        texts[direction],
        "canvas/go",
        lambda desk: desk.view.move_focus(direction, extend=True),
        keys=(f"Shift+{direction.title()}",),
        tip=translate("Actions", "Move the focus and take the note into the selection"),
        enabled=lambda now: now.cards_there > 0,
        where=Where.CANVAS,
        begins=direction == "left",
    )


def _nudge(direction: str) -> Action:
    texts = {
        "left": translate("Actions", "Move &left"),
        "right": translate("Actions", "Move &right"),
        "up": translate("Actions", "Move &up"),
        "down": translate("Actions", "Move &down"),
    }
    dx, dy = DIRECTIONS[direction]
    return Action(
        f"note.nudge.{direction}",
        texts[direction],
        "canvas/nudge",
        lambda desk: desk.do(hands.nudge, dx * NUDGE, dy * NUDGE),
        keys=(f"Ctrl+{direction.title()}",),
        name=translate("Actions", "Nudge: {direction}", direction=plain(texts[direction])),
        tip=translate("Actions", "Move the selected notes a little"),
        enabled=lambda now: now.writable and now.cards > 0,
        where=Where.CANVAS,
    )


def _back() -> Action:
    return Action(
        "go.back",
        translate("Actions", "Step bac&k"),
        "canvas/go",
        lambda desk: desk.view.step_back(),
        keys=("Esc",),
        tip=translate("Actions", "Leave what has begun, then the selection"),
        where=Where.CANVAS,
        begins=True,
    )
