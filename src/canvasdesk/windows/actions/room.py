"""Actions of the menu Room: looking at the canvas together."""

from canvasdesk.windows.actions.action import Action


def room_actions() -> tuple[Action, ...]:
    """Give the rows of the menu, in its order."""
    return ()
