"""The sessions of a workbook: of each its day, who was there, the fit before and after, votes and agenda."""

from collections.abc import Iterator
from dataclasses import replace

from canvasdesk.drawing.session_words import ended_sessions, session_groups, session_title
from canvasdesk.drawing.surface import Part
from canvasdesk.export.pieces import TITLE, Piece, heading, words
from canvasdesk.model.workspace import Workspace
from canvasdesk.words import translate


def sessions_name() -> str:
    """Give what the pages are called."""
    return translate("Workbook", "Sessions")


def sessions(workspace: Workspace, width: float) -> Iterator[Piece]:
    """Give the records, the newest first, for columns of a `width`, in the units of a `Leaf`."""
    found = ended_sessions(workspace)
    if found:
        yield from words(sessions_name(), width, 0.7 * TITLE, bold=True, part=Part.HEADING)
    for session in found:
        yield heading(session_title(session), width)
        for group in session_groups(workspace, session):
            yield from (replace(each, tied=True) for each in words(group.title, width, muted=True, above=8.0))
            for line in group.lines:
                yield from words(line, width)
