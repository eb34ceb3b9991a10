"""Tools: one module a gesture; the view forwards the mouse to the one that is chosen."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from canvasdesk.scene.tools.base import Tool
from canvasdesk.scene.tools.pan import PanTool
from canvasdesk.scene.tools.select import SelectTool

if TYPE_CHECKING:
    from canvasdesk.scene.view import CanvasView


def all_tools(view: "CanvasView") -> Mapping[str, Tool]:
    """Give the tools of a view by the names under which actions choose them."""
    return {"select": SelectTool(view), "pan": PanTool(view)}
