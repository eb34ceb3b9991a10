"""What happens to a session with a room: the steps of its agenda, who is there, and its record."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import TypeVar

from canvasdesk.editing.whole import EditError, check_known, edited, keep_out, same
from canvasdesk.model.figures import figures
from canvasdesk.model.sessions import AgendaStep, Attendee, Session
from canvasdesk.model.value import evolve, new_id
from canvasdesk.model.workspace import Workspace
from canvasdesk.words import translate

T = TypeVar("T", AgendaStep, Attendee, Session)


# The agenda.


def add_steps(workspace: Workspace, steps: Iterable[AgendaStep], index: int | None = None) -> Workspace:
    """Give `workspace` with more steps of the agenda, from place `index` on or at the end."""
    at = len(workspace.agenda) if index is None else index
    agenda = (*workspace.agenda[:at], *steps, *workspace.agenda[at:])
    return _with_agenda(workspace, agenda)


def edit_step(workspace: Workspace, step_id: str, **fields: object) -> Workspace:
    """Give `workspace` with fields of a step changed."""
    keep_out(fields, "id")
    _place(workspace.agenda, step_id)
    return _with_agenda(workspace, edited(workspace.agenda, {step_id: fields}))


def move_step(workspace: Workspace, step_id: str, index: int) -> Workspace:
    """Give `workspace` with a step at another place of the agenda, counted from 0 without it."""
    others = list(workspace.agenda)
    others.insert(index, others.pop(_place(workspace.agenda, step_id)))
    return _with_agenda(workspace, tuple(others))


def duplicate_step(workspace: Workspace, step_id: str) -> tuple[Workspace, str]:
    """Give `workspace` with a copy of a step right after it, and the copy's id."""
    at = _place(workspace.agenda, step_id)
    copy = evolve(workspace.agenda[at], id=new_id())
    return add_steps(workspace, [copy], at + 1), copy.id


def delete_steps(workspace: Workspace, step_ids: Collection[str]) -> Workspace:
    """Give `workspace` without some steps of the agenda."""
    return _with_agenda(workspace, _without(workspace.agenda, step_ids))


def use_agenda(workspace: Workspace, steps: Iterable[AgendaStep]) -> Workspace:
    """Give `workspace` with these steps in the place of its own; each gets an id of its own."""
    return evolve(workspace, agenda=tuple(evolve(step, id=new_id()) for step in steps))


# Attendance.


def add_attendees(workspace: Workspace, attendees: Iterable[Attendee]) -> Workspace:
    """Give `workspace` with more people in the room."""
    return _with_attendees(workspace, (*workspace.attendees, *attendees))


def edit_attendee(workspace: Workspace, attendee_id: str, **fields: object) -> Workspace:
    """Give `workspace` with the name or function of somebody changed."""
    keep_out(fields, "id")
    _place(workspace.attendees, attendee_id)
    return _with_attendees(workspace, edited(workspace.attendees, {attendee_id: fields}))


def delete_attendees(workspace: Workspace, attendee_ids: Collection[str]) -> Workspace:
    """Give `workspace` without some of the people."""
    return _with_attendees(workspace, _without(workspace.attendees, attendee_ids))


# Records.


def running(workspace: Workspace) -> Session | None:
    """Give the session that has begun and not ended, the last one of several; None without one."""
    return next((each for each in reversed(workspace.sessions) if each.ended is None), None)


def begin_session(workspace: Workspace, moment: datetime) -> Workspace:
    """Give `workspace` with a session that begins at `moment`, with the fit of every canvas before it.

    Raises `EditError` while one is running.
    """
    if running(workspace):
        raise EditError(translate("Session", "A session is running already. End it first."))
    session = Session(began=moment, before=figures(workspace))
    return evolve(workspace, sessions=(*workspace.sessions, session))


def end_session(workspace: Workspace, moment: datetime) -> Workspace:
    """Give `workspace` with the running session ended at `moment`: who was there, the agenda, the fit after.

    Raises `EditError` where none is running.
    """
    session = running(workspace)
    if session is None:
        raise EditError(translate("Session", "No session is running."))
    ended = evolve(
        session,
        ended=max(moment, session.began),  # where somebody set the clock back meanwhile
        attendees=workspace.attendees,
        agenda=workspace.agenda,
        after=figures(workspace),
    )
    return evolve(
        workspace, sessions=tuple(ended if each is session else each for each in workspace.sessions)
    )


def delete_session(workspace: Workspace, session_id: str) -> Workspace:
    """Give `workspace` without the record of a session."""
    return evolve(workspace, sessions=_without(workspace.sessions, [session_id]))


def _with_agenda(workspace: Workspace, agenda: tuple[AgendaStep, ...]) -> Workspace:
    return workspace if same(agenda, workspace.agenda) else evolve(workspace, agenda=agenda)


def _with_attendees(workspace: Workspace, attendees: tuple[Attendee, ...]) -> Workspace:
    return workspace if same(attendees, workspace.attendees) else evolve(workspace, attendees=attendees)


def _place(parts: tuple[T, ...], part_id: str) -> int:
    ids = [part.id for part in parts]
    check_known({part_id}, ids)
    return ids.index(part_id)


def _without(parts: tuple[T, ...], ids: Collection[str]) -> tuple[T, ...]:
    check_known(ids, [part.id for part in parts])
    return tuple(part for part in parts if part.id not in ids)
