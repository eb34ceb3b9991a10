"""What the tests write on a canvas, and what they read from it."""

from pathlib import Path

from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.files import save
from canvasdesk.storage.templates import BLANK, started, templates

NOTES = {
    Section.JOBS: ["Keep the line running", "Report quality to the board"],
    Section.PAINS: ["Scrap is found too late", "Operators ignore alarms"],
    Section.GAINS: ["Defects under 0.1 percent", "Payback within a year"],
    Section.PRODUCTS: ["Inline cameras", "Service contract"],
    Section.RELIEVERS: ["Alarms before a line drifts", "Self-check before each shift"],
    Section.CREATORS: ["Live map of all defects", "Weekly report of savings"],
}
"""Two notes for each section, in the order in which Tab walks through the sections."""


def put(path: Path, template: str = BLANK) -> Path:
    """Start a file as a template does."""
    save(path, started(templates()[template]), recovery_dir=path.parent)
    return path


def canvas(workspace: Workspace) -> ValuePropositionCanvas:
    """Give the only canvas."""
    (only,) = workspace.canvas_by_id.values()
    return only


def written(workspace: Workspace) -> dict[Section, list[str]]:
    """Give the texts of the notes, section by section."""
    return {section: [note.text for note in canvas(workspace).in_section(section)] for section in Section}


def note(workspace: Workspace, text: str) -> Note:
    """Give the note with a text."""
    (found,) = (each for each in canvas(workspace).notes if each.text == text)
    return found


def links(workspace: Workspace) -> dict[tuple[str, str], int | None]:
    """Give the strength of each link by the texts at its two ends, the answer first."""
    there = canvas(workspace)
    return {
        (there.note_by_id[link.source].text, there.note_by_id[link.target].text): link.strength
        for link in there.links
    }
