"""Actions of the menu Room: covered notes, votes and challenges."""

from canvasdesk.windows.actions.action import Action


def votes_actions() -> tuple[Action, ...]:
    """Give the rows of the menu, in its order."""
    return ()
