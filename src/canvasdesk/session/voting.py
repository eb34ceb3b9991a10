"""What the user does with a vote: take its proposals over as one step, or only keep the count."""

from collections.abc import Mapping

from canvasdesk.editing import voting
from canvasdesk.editing.voting import Poll
from canvasdesk.session.attempt import attempt, one_or_many
from canvasdesk.session.document import Document
from canvasdesk.words import translate


def rank_by_votes(document: Document, poll: Poll, ranks: Mapping[str, int]) -> str | None:
    """Rank notes, by their ids, and keep the count in the session that runs."""
    return attempt(
        document,
        one_or_many(
            len(ranks),
            translate("Step", "Rank note by votes"),
            translate("Step", "Rank %n notes by votes", count=len(ranks)),
        ),
        lambda workspace: voting.ranked_by(workspace, poll, ranks),
    )


def keep_count(document: Document, poll: Poll) -> str | None:
    """Keep the count in the session that runs, and rank nothing."""
    return attempt(
        document, translate("Step", "Keep vote"), lambda workspace: voting.recorded(workspace, poll)
    )
