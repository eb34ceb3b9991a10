"""What a facilitator does with a room's words: notes as they are said, with the initials of who said them."""

from collections.abc import Sequence

from canvasdesk.editing import links, notes
from canvasdesk.editing.covering import as_written
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.value import TEXT_LENGTH
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.attempt import attempt, one_or_many
from canvasdesk.session.commands import shown_canvas
from canvasdesk.session.document import Document
from canvasdesk.session.placing import free_places
from canvasdesk.session.selection import Selection
from canvasdesk.words import translate


def capture(
    document: Document,
    selection: Selection,
    section: Section,
    texts: Sequence[str],
    author: str = "",
    *,
    covered: bool = False,
    need_id: str | None = None,
) -> str | None:
    """Add notes to a section of the canvas shown, all in one step; as answers to a need where one is meant.

    They are `covered` where their author writes so, or where their section is written covered. In a red-team
    round they answer nothing yet.
    """
    canvas = shown_canvas(document, selection)
    if canvas is None:
        return translate("Refusal", "There is no canvas here to write on.")
    places = free_places(document.workspace, canvas, section, texts)
    added = [
        as_written(
            document.workspace,
            Note(section=section, text=text[:TEXT_LENGTH], x=x, y=y, author=author, covered=covered),
        )
        for text, (x, y) in zip(texts, places, strict=True)
    ]

    def written(workspace: Workspace) -> Workspace:
        after = notes.add_notes(workspace, canvas.id, added)
        if need_id and workspace.view.red_team is None:
            for note in added:
                after = links.link(after, canvas.id, note.id, need_id)
        return after

    return attempt(
        document,
        one_or_many(
            len(added), translate("Step", "Add note"), translate("Step", "Add %n notes", count=len(added))
        ),
        written,
    )
