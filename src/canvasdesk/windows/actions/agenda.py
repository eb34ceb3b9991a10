"""Actions of the menu Room: agenda, timer and session records."""

from canvasdesk.windows.actions.action import Action


def agenda_actions() -> tuple[Action, ...]:
    """Give the rows of the menu, in its order."""
    return ()
