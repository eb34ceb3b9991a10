"""What the user does with the agenda, the list of who is there and the records of sessions.

Each command makes at most one step and gives a sentence to say, or None; see `session.commands`.
"""

from collections.abc import Sequence

from canvasdesk.editing import agenda, covering
from canvasdesk.model.naming import section_name
from canvasdesk.model.sections import Section
from canvasdesk.model.sessions import AgendaStep, Attendee
from canvasdesk.model.value import now
from canvasdesk.session.attempt import attempt, strokes
from canvasdesk.session.document import Document
from canvasdesk.words import translate


def add_step(document: Document, step: AgendaStep, after: str | None = None) -> str | None:
    """Add a step to the agenda, behind the step `after` or at the end."""
    ids = [each.id for each in document.workspace.agenda]
    index = ids.index(after) + 1 if after in ids else None
    return attempt(
        document,
        translate("Step", "Add step to the agenda"),
        lambda workspace: agenda.add_steps(workspace, [step], index),
    )


def edit_step(document: Document, step_id: str, **fields: object) -> str | None:
    """Give fields of a step another value; strokes in a text merge into one step."""
    return attempt(
        document,
        translate("Step", "Edit step of the agenda"),
        lambda workspace: agenda.edit_step(workspace, step_id, **fields),
        strokes(step_id, fields),
    )


def shift_step(document: Document, step_id: str, places: int) -> str | None:
    """Move a step up or down in the agenda."""
    ids = [each.id for each in document.workspace.agenda]
    index = min(max(ids.index(step_id) + places, 0), len(ids) - 1)
    return attempt(
        document,
        translate("Step", "Move step of the agenda"),
        lambda workspace: agenda.move_step(workspace, step_id, index),
    )


def duplicate_step(document: Document, step_id: str) -> tuple[str | None, str | None]:
    """Copy a step of the agenda; give what is to be said, and the copy's id where there is one."""
    after, copy = agenda.duplicate_step(document.workspace, step_id)
    refusal = attempt(document, translate("Step", "Duplicate step of the agenda"), lambda _: after)
    return refusal, None if refusal else copy


def delete_step(document: Document, step_id: str) -> str | None:
    """Delete a step of the agenda."""
    return attempt(
        document,
        translate("Step", "Delete step of the agenda"),
        lambda workspace: agenda.delete_steps(workspace, [step_id]),
    )


def use_agenda(document: Document, steps: Sequence[AgendaStep]) -> str | None:
    """Put an agenda of ours in the place of what is there."""
    minutes = sum(step.minutes for step in steps)
    return attempt(
        document,
        translate("Step", "Use the agenda of %n minutes", count=minutes),
        lambda workspace: agenda.use_agenda(workspace, steps),
    )


# Attendance.


def add_attendee(document: Document, attendee: Attendee) -> str | None:
    """Add somebody to the list of who is there."""
    return attempt(
        document,
        translate("Step", "Add attendee"),
        lambda workspace: agenda.add_attendees(workspace, [attendee]),
    )


def edit_attendee(document: Document, attendee_id: str, **fields: object) -> str | None:
    """Give somebody another name or function; strokes merge into one step."""
    return attempt(
        document,
        translate("Step", "Edit attendee"),
        lambda workspace: agenda.edit_attendee(workspace, attendee_id, **fields),
        strokes(attendee_id, fields),
    )


def delete_attendee(document: Document, attendee_id: str) -> str | None:
    """Take somebody off the list of who is there."""
    return attempt(
        document,
        translate("Step", "Delete attendee"),
        lambda workspace: agenda.delete_attendees(workspace, [attendee_id]),
    )


# Sessions.


def begin_session(document: Document) -> str | None:
    """Begin a session: its record keeps the fit of every canvas as it is now."""
    return attempt(
        document,
        translate("Step", "Begin session"),
        lambda workspace: agenda.begin_session(workspace, now()),
    )


def end_session(document: Document) -> str | None:
    """End the session: its record keeps who was there, the agenda, and the fit as it is by now."""
    return attempt(
        document,
        translate("Step", "End session"),
        lambda workspace: agenda.end_session(workspace, now()),
    )


def delete_session(document: Document, session_id: str) -> str | None:
    """Delete the record of a session."""
    return attempt(
        document,
        translate("Step", "Delete session record"),
        lambda workspace: agenda.delete_session(workspace, session_id),
    )


# What the steps of an agenda do.


def cover(document: Document, canvas_id: str, section: Section) -> str | None:
    """Cover a section of a canvas, and what is written there from now on."""
    return attempt(
        document,
        translate("Step", "Cover {section}", section=section_name(section)),
        lambda workspace: covering.cover_section(workspace, canvas_id, section),
    )


def uncover(document: Document, canvas_id: str, section: Section) -> str | None:
    """Reveal the notes of a section on a canvas, and cover no new ones."""
    return attempt(
        document,
        translate("Step", "Reveal {section}", section=section_name(section)),
        lambda workspace: covering.uncover_section(workspace, canvas_id, section),
    )
