"""A session with a room in words: the steps of an agenda, who was there, what was voted, how the fit went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from canvasdesk.drawing.naming import day_name, listed, person_name, section_name, share_name
from canvasdesk.model.quoting import isolated, one_line
from canvasdesk.model.sessions import AgendaStep, Attendee, Covering, Frame, Session, Vote
from canvasdesk.model.workspace import Workspace
from canvasdesk.words import translate

NAME_LENGTH = 200  # characters of a name that are shown in a record


@dataclass(frozen=True, slots=True)
class Group:
    """What a record says of one matter: a title, and lines below it."""

    title: str
    lines: tuple[str, ...]


# The agenda.


def frame_name(frame: Frame) -> str:
    """Give what a room looks at in a frame."""
    if frame.section:
        return section_name(frame.section)
    return {
        Frame.OVERVIEW: translate("Frame", "Whole canvas"),
        Frame.LINKS: translate("Frame", "Links"),
        Frame.FIT: translate("Frame", "Fit"),
        Frame.BUSINESS_MODEL: translate("Frame", "Business model"),
    }[frame]


def step_name(step: AgendaStep) -> str:
    """Give what a step is called: its title, and without one what it shows."""
    return one_line(step.title, NAME_LENGTH) or frame_name(step.frame)


def step_facts(step: AgendaStep) -> list[str]:
    """Say of a step what it shows, for how long, and what happens to the notes."""
    facts = [frame_name(step.frame)]
    if step.minutes:
        facts.append(minutes_name(step.minutes))
    if step.frame.section and step.covering:
        covers = step.covering is Covering.COVER
        facts.append(translate("Agenda", "covers") if covers else translate("Agenda", "reveals"))
    return facts


def minutes_name(minutes: int) -> str:
    """Give a length in minutes, in short."""
    return translate("Agenda", "{minutes} min", minutes=minutes)


def agenda_summary(steps: Sequence[AgendaStep]) -> str:
    """Say how many steps an agenda has and how long they take."""
    count = translate("Agenda", "%n step(s)", count=len(steps))
    minutes = minutes_name(sum(step.minutes for step in steps))
    return translate("Agenda", "{steps} · {minutes}", steps=count, minutes=minutes)


# Records.


def attendee_name(attendee: Attendee) -> str:
    """Give a name with the function in which somebody came."""
    name, function = one_line(attendee.name, NAME_LENGTH), one_line(attendee.function, NAME_LENGTH)
    if not function:
        return isolated(name) or translate("Session", "somebody")
    if not name:
        return isolated(function)
    return translate("Session", "{name} ({function})", name=isolated(name), function=isolated(function))


def ended_sessions(workspace: Workspace) -> list[Session]:
    """Give the sessions that are over, the newest first."""
    return [each for each in reversed(workspace.sessions) if each.ended]


def session_title(session: Session) -> str:
    """Say on which day a session was, from when to when; in the zone of the reader."""
    day, start = day_name(session.began.astimezone().date()), clock_name(session.began)
    if session.ended is None:
        return translate("Session", "{day}, since {start}", day=day, start=start)
    return translate("Session", "{day}, {start}–{end}", day=day, start=start, end=clock_name(session.ended))


def session_groups(workspace: Workspace, session: Session) -> list[Group]:
    """Give what a record says: who was there, the fit before and after, the votes, the agenda."""
    there = [attendee_name(each) for each in session.attendees]
    agenda = tuple(
        translate("List", " · ", "between short facts").join((isolated(step_name(step)), *step_facts(step)))
        for step in session.agenda
    )
    groups = [
        Group(translate("Session", "%n attendee(s)", count=len(there)), (listed(there),) if there else ()),
        Group(translate("Session", "Fit before and after"), tuple(_fits(workspace, session))),
        *(_vote(each) for each in session.votes),
        Group(translate("Session", "Agenda, {summary}", summary=agenda_summary(session.agenda)), agenda),
    ]
    return [each for each in groups if each.lines]


def _vote(vote: Vote) -> Group:
    title = translate(
        "Session",
        "Vote on {section}: {voters}, {dots} each",
        section=section_name(vote.section),
        voters=translate("Session", "%n voter(s)", count=vote.voters),
        dots=translate("Session", "%n dot(s)", count=vote.dots_each),
    )
    ranked = sorted(vote.counts, key=lambda each: -each.dots)
    lines = (
        translate(
            "Session",
            "{dots} – {note}",
            dots=translate("Session", "%n dot(s)", count=each.dots),
            note=isolated(one_line(each.text, NAME_LENGTH)) or translate("Quotation", "empty note"),
        )
        for each in ranked
    )
    return Group(title, tuple(lines))


def _fits(workspace: Workspace, session: Session) -> list[str]:
    """Say of each canvas that had a fit before or after how far it came."""
    before = {each.canvas_id: each.on_paper for each in session.before}
    after = {each.canvas_id: each.on_paper for each in session.after}
    lines = []
    for canvas_id in dict.fromkeys((*after, *before)):
        was, became = before.get(canvas_id), after.get(canvas_id)
        if was is not None or became is not None:
            name = isolated(_canvas_name(workspace, canvas_id))
            lines.append(
                translate(
                    "Session",
                    "{name}: from {before} to {after}",
                    name=name,
                    before=share_name(was),
                    after=share_name(became),
                )
            )
    return lines


def _canvas_name(workspace: Workspace, canvas_id: str) -> str:
    segment, canvas = workspace.segment_of.get(canvas_id), workspace.canvas_by_id.get(canvas_id)
    if segment is None or canvas is None:
        return translate("Session", "A canvas that is gone")
    name = one_line(segment.name) or translate("Canvas", "Unnamed segment")
    if canvas.stakeholder is None:
        return name
    between = translate("List", " · ", "between short facts")
    return between.join((name, one_line(person_name(canvas.stakeholder))))


def clock_name(moment: datetime) -> str:
    """Give the time of day of a moment, in the zone and in the way of the reader."""
    from PySide6.QtCore import QLocale, QTime  # as in `naming`: words alone need no Qt

    there = moment.astimezone()
    return QLocale().toString(QTime(there.hour, there.minute), QLocale.FormatType.ShortFormat)
