"""What the palette offers: commands, canvases and notes, or what a note can be linked with."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction

from canvasdesk.drawing.naming import covered_name, field_name, section_name
from canvasdesk.editing.find import Hit, find
from canvasdesk.editing.links import targets
from canvasdesk.export.choice import choices
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.recent import recent_files
from canvasdesk.session.settings import Settings
from canvasdesk.storage.errors import shown_name
from canvasdesk.windows.actions.action import Action, first_keys, plain
from canvasdesk.windows.binding import Bound
from canvasdesk.windows.fuzzy import ranked, score
from canvasdesk.windows.menu_titles import titles
from canvasdesk.windows.palette import Offer
from canvasdesk.words import translate

SURE = 2.5  # a command's score for each letter typed from which it comes before the notes
LETTERS = 2  # typed before notes are looked for
NOTES_MOST = 20
NOT_OFFERED = frozenset({"view.commands"})  # it is what is open

Show = Callable[[str], object]
"""Shows a canvas, or a part wherever it lies, by its id."""


def command_offers(table: Sequence[Action], bound: Bound) -> list[Offer]:
    """Give every action of the table, under its menu's title."""
    names = {path: plain(title) for path, title in titles().items()}
    return [_offer(row, bound[row.id], names[row.menu]) for row in table if row.id not in NOT_OFFERED]


def _offer(row: Action, action: QAction, menu: str) -> Offer:
    text = plain(action.text()) if row.label else row.full_name
    return Offer(text, action.trigger, menu, first_keys(row), enabled=action.isEnabled())


def canvas_offers(workspace: Workspace, show: Show) -> list[Offer]:
    """Give every canvas of the workspace."""
    hint = translate("Palette", "Canvas")
    return [Offer(each.name, partial(show, each.canvas.id), hint) for each in choices(workspace)]


def recent_offers(settings: Settings, show: Callable[[Path], object]) -> list[Offer]:
    """Give the recent files that are there."""
    hint = translate("Palette", "Recent file")
    return [
        Offer(shown_name(each.path), partial(show, each.path), hint)
        for each in recent_files(settings)
        if not each.missing
    ]


def matching(query: str, offers: Sequence[Offer], workspace: Workspace, show: Show) -> list[Offer]:
    """Give what suits the letters typed: commands that fit well, notes with the words, the other commands.

    What cannot be done now comes last.
    """
    found = ranked(query, offers, lambda offer: _searched(query, offer))
    found.sort(key=lambda offer: not offer.enabled)
    if len(query.strip()) < LETTERS:
        return found
    enough = SURE * len(query.replace(" ", ""))
    sure = [
        offer for offer in found if offer.enabled and (score(query, _searched(query, offer)) or 0.0) >= enough
    ]
    notes = [note_offer(hit, show) for hit in find(workspace, query)[:NOTES_MOST]]
    return [*sure, *notes, *(offer for offer in found if offer not in sure)]


def _searched(query: str, offer: Offer) -> str:
    """Give the text in which letters are looked for: the menu's title counts where the text has not all."""
    return offer.text if score(query, offer.text) is not None else f"{offer.text} {offer.hint}"


def note_offer(hit: Hit, show: Show) -> Offer:
    """Give what was found."""
    return Offer(one_line(hit.text), partial(show, hit.part_id), field_name(hit.within))


def link_offers(workspace: Workspace, note_id: str, link: Callable[[str], object]) -> list[Offer]:
    """Give the notes that a note can be linked with, and link with the one chosen."""
    canvas = workspace.canvas_of(note_id)
    if canvas is None:
        return []
    there = [canvas.note_by_id[each] for each in targets(canvas, note_id)]
    names = {note.id: covered_name() if note.face_down else one_line(note.text) for note in there}
    return [Offer(names[note.id], partial(link, note.id), section_name(note.section)) for note in there]


def author_offers(authors: Mapping[str, int], reveal: Callable[[str], object]) -> list[Offer]:
    """Give the authors of so many covered notes each, and reveal those of the one chosen."""
    unknown = translate("Palette", "Nobody named")
    return [
        Offer(author or unknown, partial(reveal, author), translate("Palette", "%n note(s)", count=count))
        for author, count in authors.items()
    ]


def one_line(text: str) -> str:
    """Give a note's text on a single line."""
    return " ".join(text.split()) or translate("Palette", "(no text)")
