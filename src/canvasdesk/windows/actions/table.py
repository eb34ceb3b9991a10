"""The table of all actions."""

from canvasdesk.windows.actions.action import Action
from canvasdesk.windows.actions.agenda import agenda_actions
from canvasdesk.windows.actions.canvas import canvas_actions
from canvasdesk.windows.actions.edit import edit_actions
from canvasdesk.windows.actions.file import file_actions
from canvasdesk.windows.actions.flows import flow_actions
from canvasdesk.windows.actions.help import help_actions
from canvasdesk.windows.actions.model import model_actions
from canvasdesk.windows.actions.room import room_actions
from canvasdesk.windows.actions.segment import segment_actions
from canvasdesk.windows.actions.view import view_actions
from canvasdesk.windows.actions.votes import votes_actions
from canvasdesk.windows.actions.walk import walk_actions


def table() -> tuple[Action, ...]:
    """Give every action in the language of the moment, by menu in the order of the menu bar."""
    return (
        *file_actions(),
        *edit_actions(),
        *view_actions(),
        *canvas_actions(),
        *walk_actions(),
        *segment_actions(),
        *model_actions(),
        *flow_actions(),
        *room_actions(),
        *agenda_actions(),
        *votes_actions(),
        *help_actions(),
    )
