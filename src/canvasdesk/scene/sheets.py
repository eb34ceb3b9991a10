"""The sheet that belongs to a selection: a canvas, a frame of it for a room, or the business model."""

from dataclasses import replace

from canvasdesk.drawing.business_model import ModelLook, model_look
from canvasdesk.drawing.canvas import CanvasLook, canvas_look
from canvasdesk.drawing.frame import FrameLook
from canvasdesk.drawing.sheet import Sheet
from canvasdesk.layout.projection import Projection
from canvasdesk.model.sections import Section
from canvasdesk.model.sessions import Frame
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.selection import Selection
from canvasdesk.session.stops import Stop


def sheet_look(
    workspace: Workspace, selection: Selection, projection: Projection, before: Sheet | None = None
) -> Sheet:
    """Give the look of what a selection shows, made from the one before; frames for a `projection`."""
    canvas_id = selection.canvas_id
    if canvas_id is None:
        known = before if isinstance(before, ModelLook) else None
        return model_look(workspace, known, selection.only)
    if selection.stop.on_canvas:
        return canvas_look(workspace, canvas_id, before if isinstance(before, CanvasLook) else None)
    return _frame(workspace, canvas_id, selection.stop, projection, before)


def _frame(
    workspace: Workspace, canvas_id: str, stop: Stop, projection: Projection, before: Sheet | None
) -> FrameLook:
    from canvasdesk.drawing.frames import answers_look, fit_look, wall_look  # a start needs none of it

    if section := stop.frame.section:
        return wall_look(workspace, canvas_id, section, stop.part, projection, stop.question, before)
    if stop.frame is Frame.LINKS:
        return answers_look(workspace, canvas_id, stop.part, projection, before)
    return fit_look(workspace, canvas_id, projection)


def stops(workspace: Workspace, canvas_id: str, projection: Projection) -> tuple[Stop, ...]:
    """Give all stops of the walk through a canvas: sections page by page, pains and gains one by one."""
    from canvasdesk.drawing.frames import needs, section_wall

    canvas = workspace.canvas_by_id[canvas_id]
    found: list[Stop] = []
    for frame in Frame:
        if frame is Frame.BUSINESS_MODEL:
            continue
        parts = 1
        if section := frame.section:
            parts = len(section_wall(canvas, section, projection).pages)
        elif frame is Frame.LINKS:
            parts = len(needs(canvas))
        found += [Stop(frame, part) for part in range(parts)]
    return tuple(found)


def page_of(
    workspace: Workspace, canvas_id: str, section: Section, number: int, projection: Projection
) -> int:
    """Give the page of the wall of a section that has its note with a number."""
    from canvasdesk.drawing.frames import section_wall

    return section_wall(workspace.canvas_by_id[canvas_id], section, projection).page_of(number)


def next_stop(workspace: Workspace, selection: Selection, projection: Projection, steps: int) -> Stop:
    """Give the stop so many steps on, as far as there is one; within a frame the question stays."""
    if selection.canvas_id is None:
        return Stop(Frame.OVERVIEW)
    way, here = stops(workspace, selection.canvas_id, projection), selection.stop
    places = [(stop.frame, stop.part) for stop in way]
    frames = list(Frame)
    at = max(
        number
        for number, (frame, part) in enumerate(places)
        if (frames.index(frame), part) <= (frames.index(here.frame), here.part)
    )
    there = way[max(0, min(at + steps, len(way) - 1))]
    return replace(there, question=here.question) if there.frame is here.frame else there
