"""What the user does with covered notes: cover, reveal one by one, by author or all; a step each.

As with the commands for notes, each gives a sentence to say, or None.
"""

from collections.abc import Sequence

from canvasdesk.drawing.naming import section_name
from canvasdesk.editing import covering
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.notes import Note
from canvasdesk.model.quoting import quoted_note
from canvasdesk.model.sections import Section
from canvasdesk.session.attempt import attempt, one_or_many
from canvasdesk.session.commands import held_notes, shown_canvas
from canvasdesk.session.document import Document
from canvasdesk.session.selection import Selection
from canvasdesk.words import translate


def covered_notes(canvas: ValuePropositionCanvas | None) -> tuple[Note, ...]:
    """Give the covered notes of a canvas, in the file's order; none without a canvas."""
    return tuple(note for note in canvas.notes if note.covered) if canvas else ()


def covered_authors(canvas: ValuePropositionCanvas | None) -> dict[str, int]:
    """Give who wrote covered notes, by name, and how many; "" has those without an author."""
    found: dict[str, int] = {}
    for note in covered_notes(canvas):
        found[note.author] = found.get(note.author, 0) + 1
    return dict(sorted(found.items(), key=lambda each: (not each[0], each[0].casefold())))


def meant_section(document: Document, selection: Selection) -> Section | None:
    """Give the section of the note with the focus, or else the one that fills the frame; None without one."""
    note = document.workspace.note(selection.focus or "")
    return note.section if note else selection.stop.frame.section


def cover(document: Document, selection: Selection) -> str | None:
    """Cover the selected notes; reveal them where all are covered already."""
    held = held_notes(document, selection)
    if all(note.covered for note in held):
        return _reveal(document, held)
    return attempt(
        document,
        one_or_many(
            len(held),
            translate("Step", "Cover note"),
            translate("Step", "Cover %n notes", count=len(held)),
        ),
        lambda workspace: covering.cover(workspace, [note.id for note in held], covered=True),
    )


def toggle_section(document: Document, selection: Selection, section: Section | None = None) -> str | None:
    """Write a section covered from now on, or in the open again, with its notes on the canvas shown.

    Without a `section`, that of the note with the focus is meant.
    """
    canvas, meant = shown_canvas(document, selection), section or meant_section(document, selection)
    if canvas is None or meant is None:
        return translate("Refusal", "Go to a note first: its section is the one that is written covered.")
    name = section_name(meant)
    if meant in document.workspace.view.covering:
        return attempt(
            document,
            translate("Step", "Uncover {section}", section=name),
            lambda workspace: covering.uncover_section(workspace, canvas.id, meant),
        ) or translate("Toast", "{section} are written in the open again.", section=name)
    return attempt(
        document,
        translate("Step", "Cover {section}", section=name),
        lambda workspace: covering.cover_section(workspace, canvas.id, meant),
    ) or translate("Toast", "{section} are written covered from now on.", section=name)


def reveal_next(document: Document, selection: Selection, written: str | None = None) -> str | None:
    """Reveal the next covered note, in the order of the walls: of the section meant, else of the first.

    The note `written` just now is passed over.
    """
    there = [note for note in covered_notes(shown_canvas(document, selection)) if note.id != written]
    if not there:
        return _nothing_covered()
    own = meant_section(document, selection)
    note = next((note for note in there if note.section is own), there[0])
    refusal = attempt(
        document,
        translate("Step", "Reveal note"),
        lambda workspace: covering.cover(workspace, [note.id], covered=False),
    )
    left = sum(each.section is note.section for each in there) - 1
    return refusal or _revealed_one(note, left)


def reveal_by(document: Document, selection: Selection, author: str) -> str | None:
    """Reveal all covered notes of an author on the canvas shown; "" means those without one."""
    canvas = shown_canvas(document, selection)
    return _reveal(document, [note for note in covered_notes(canvas) if note.author == author])


def reveal_all(document: Document, selection: Selection, section: Section | None = None) -> str | None:
    """Reveal all covered notes of the canvas shown, or of one section of it."""
    there = covered_notes(shown_canvas(document, selection))
    return _reveal(document, [note for note in there if section in (None, note.section)])


def _reveal(document: Document, notes: Sequence[Note]) -> str | None:
    if not notes:
        return _nothing_covered()
    refusal = attempt(
        document,
        one_or_many(
            len(notes),
            translate("Step", "Reveal note"),
            translate("Step", "Reveal %n notes", count=len(notes)),
        ),
        lambda workspace: covering.cover(workspace, [note.id for note in notes], covered=False),
    )
    return refusal or translate("Toast", "%n note(s) revealed.", count=len(notes))


def _revealed_one(note: Note, left: int) -> str:
    said, name = quoted_note(note), section_name(note.section)
    if not left:
        return translate("Toast", "“{note}”: the last covered one of {section}.", note=said, section=name)
    return translate("Toast", "“{note}”: %n more covered in {section}.", count=left, note=said, section=name)


def _nothing_covered() -> str:
    return translate("Refusal", "No note of this canvas is covered.")
