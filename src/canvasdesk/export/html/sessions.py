"""The sessions of a workspace on a page: of each its day, and what its record says, as lists."""

from canvasdesk.drawing.session_words import ended_sessions, session_groups, session_title
from canvasdesk.export.html.markup import Markup, anchor, element, joined, listing, words
from canvasdesk.export.html.shown import Shown
from canvasdesk.export.sessions import sessions_name
from canvasdesk.model.sessions import Session

SESSIONS = "sessions"
"""Where the part is found on the page; parts of the workspace have other names."""


def has_sessions(shown: Shown) -> bool:
    """Say whether the page shows the whole workspace, and there are records of sessions."""
    return shown.whole and bool(ended_sessions(shown.workspace))


def sessions_part(shown: Shown) -> Markup:
    """Give the records, the newest first."""
    return element(
        "section",
        element("h2", sessions_name(), id=SESSIONS),
        *(_record(shown, each) for each in ended_sessions(shown.workspace)),
        aria_labelledby=SESSIONS,
    )


def _record(shown: Shown, session: Session) -> Markup:
    groups = (
        joined((element("h4", each.title), listing(words("li", line) for line in each.lines)))
        for each in session_groups(shown.workspace, session)
    )
    return element(
        "section",
        element("h3", session_title(session), id=anchor(session.id)),
        *groups,
        aria_labelledby=anchor(session.id),
    )
