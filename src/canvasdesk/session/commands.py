"""What the user does with notes and links, the same for keys, menus, palette and panels.

Each command makes at most one step. It gives a sentence to say to the user, or None where there is nothing to
say; when the sentence is a refusal, nothing has changed.
"""

from collections.abc import Collection, Mapping, Sequence

from canvasdesk.drawing.naming import section_name
from canvasdesk.editing import deletion, links, notes
from canvasdesk.editing.covering import as_written
from canvasdesk.layout.geometry import Rect
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.fit import FULL_STRENGTH
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.sections import Half, Section
from canvasdesk.model.value import TEXT_LENGTH
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.attempt import attempt, merging, move_label, one_or_many
from canvasdesk.session.document import Document
from canvasdesk.session.placing import free_places, note_size, tidy_places
from canvasdesk.session.selection import Selection
from canvasdesk.words import translate

COPY_OFFSET = (18.0, 18.0)  # canvas units from a note to its copy


def shown_canvas(document: Document, selection: Selection) -> ValuePropositionCanvas | None:
    """Give the canvas that the user looks at; None in a workspace without segments."""
    return document.workspace.canvas_by_id.get(selection.canvas_id or "")


def held_notes(document: Document, selection: Selection) -> tuple[Note, ...]:
    """Give the selected notes, in the file's order."""
    canvas = shown_canvas(document, selection)
    return tuple(note for note in canvas.notes if note.id in selection.ids) if canvas else ()


def held_links(document: Document, selection: Selection) -> tuple[FitLink, ...]:
    """Give the selected links, in the file's order."""
    canvas = shown_canvas(document, selection)
    return tuple(link for link in canvas.links if link.id in selection.ids) if canvas else ()


def select_all(document: Document, selection: Selection) -> None:
    """Select every note of the canvas shown, or of the section that fills the frame; the focus stays."""
    canvas, section = shown_canvas(document, selection), selection.stop.frame.section
    if canvas and section:
        selection.select([note.id for note in canvas.in_section(section)], selection.focus)
    elif canvas:
        selection.select(canvas.note_by_id, selection.focus)


def add_note(
    document: Document,
    selection: Selection,
    section: Section,
    text: str = "",
    place: notes.Place | None = None,
) -> str | None:
    """Add a note at its top left corner `place`, or at a free place of `section`, and select it.

    It is covered where its section is written so. What is typed into it with `edit_text(…, adding=True)`
    joins the same step.
    """
    canvas = shown_canvas(document, selection)
    if canvas is None:
        return None
    x, y = place or free_places(document.workspace, canvas, section, [text])[0]
    written = Note(section=section, text=text[:TEXT_LENGTH], x=x, y=y)
    note = as_written(document.workspace, written)
    refusal = attempt(
        document,
        translate("Step", "Add note"),
        lambda workspace: notes.add_notes(workspace, canvas.id, [note]),
        merging("text", [note.id]),
    )
    if refusal is None:
        selection.select([note.id])
    return refusal


def edit_text(document: Document, note_id: str, text: str, *, adding: bool = False) -> str | None:
    """Give a note another text; strokes merge into one step.

    With the coming of the note too, while it is just `adding`.
    """
    label = translate("Step", "Add note") if adding else translate("Step", "Edit note")
    return attempt(
        document,
        label,
        lambda workspace: notes.edit_notes(workspace, {note_id: {"text": text}}),
        merging("text", [note_id]),
    )


def settle(document: Document, selection: Selection, note_id: str) -> None:
    """Let a note that was just added step aside where it has grown over another; still in the same step."""
    canvas = shown_canvas(document, selection)
    note = canvas.note_by_id.get(note_id) if canvas else None
    if canvas is None or note is None:
        return
    places = {each.id: Rect(each.x, each.y, *note_size(each.text)) for each in canvas.notes}
    own = places.pop(note_id)
    if any(own.intersects(place) for place in places.values()):
        (place,) = free_places(document.workspace, canvas, note.section, [note.text], leaving=note_id)
        attempt(
            document,
            translate("Step", "Add note"),
            lambda workspace: notes.place_notes(workspace, {note_id: place}),
            merging("text", [note_id]),
        )


def end_text(document: Document, note_id: str) -> str | None:
    """Close the run of strokes in a note's text; a note left without words vanishes.

    One that was just added leaves no step behind.
    """
    note = document.workspace.note(note_id)
    refusal = None
    if note and not note.text.strip() and not note.detail.strip():
        refusal = attempt(
            document,
            translate("Step", "Delete note"),
            lambda workspace: deletion.delete(workspace, [note_id]),
            merging("text", [note_id]),
        )
    document.seal()
    return refusal


def edit_notes(document: Document, note_ids: Collection[str], **fields: object) -> str | None:
    """Give fields of notes another value; strokes in the same field of text merge into one step."""
    is_text = all(type(value) is str for value in fields.values())
    return attempt(
        document,
        one_or_many(
            len(note_ids),
            translate("Step", "Edit note"),
            translate("Step", "Edit %n notes", count=len(note_ids)),
        ),
        lambda workspace: notes.edit_notes(workspace, dict.fromkeys(note_ids, fields)),
        merging(" ".join(fields), note_ids) if is_text else None,
    )


def rank(document: Document, selection: Selection, number: int) -> str | None:
    """Rank the selected notes 1 to 5, or 0 for unranked; rate links where no note is selected."""
    held = held_notes(document, selection)
    if not held and held_links(document, selection):
        return set_strength(document, selection, number)
    ranked = [note.id for note in held if note.section.half is Half.CIRCLE]
    if held and not ranked:
        return translate("Refusal", "Only notes in the circle are ranked.")
    return attempt(
        document,
        one_or_many(
            len(ranked),
            translate("Step", "Rank note"),
            translate("Step", "Rank %n notes", count=len(ranked)),
        ),
        lambda workspace: notes.rank(workspace, ranked, number or None),
    )


def set_strength(document: Document, selection: Selection, number: int) -> str | None:
    """Rate the selected links 1 slightly, 2 mostly, 3 fully, or 0 for unrated."""
    held = [link.id for link in held_links(document, selection)]
    if number > FULL_STRENGTH:
        return translate("Refusal", "A link answers slightly (1), mostly (2) or fully (3).")
    return attempt(
        document,
        one_or_many(
            len(held),
            translate("Step", "Rate link"),
            translate("Step", "Rate %n links", count=len(held)),
        ),
        lambda workspace: links.set_strength(workspace, held, number or None),
    )


def move(
    document: Document,
    places: Mapping[str, notes.Place],
    sections: Mapping[str, Section] | None = None,
    merge_key: str | None = None,
) -> str | None:
    """Put notes at new places, by note id, and where they are dropped there into other sections."""
    others = {
        note_id: section
        for note_id, section in (sections or {}).items()
        if (note := document.workspace.note(note_id)) and note.section is not section
    }
    lost = len(notes.lost_links(document.workspace, others))
    refusal = attempt(
        document,
        move_label(len(places), {section_name(section) for section in others.values()}),
        lambda workspace: notes.move_to_sections(workspace, others, places),
        merge_key,
    )
    return refusal or (_links_removed(lost, set(others.values())) if lost else None)


def move_to_section(document: Document, selection: Selection, section: Section) -> str | None:
    """Move the selected notes to free places of another section."""
    canvas = shown_canvas(document, selection)
    coming = [note for note in held_notes(document, selection) if note.section is not section]
    if canvas is None or not coming:
        return None
    places = free_places(document.workspace, canvas, section, [note.text for note in coming])
    there = {note.id: place for note, place in zip(coming, places, strict=True)}
    return move(document, there, dict.fromkeys(there, section))


def nudge(document: Document, selection: Selection, dx: float, dy: float) -> str | None:
    """Move the selected notes by canvas units; nudges that follow each other are one step."""
    places = {note.id: (note.x + dx, note.y + dy) for note in held_notes(document, selection)}
    return move(document, places, merge_key=merging("nudge", places))


def tidy(
    document: Document, selection: Selection, sections: Collection[Section] = tuple(Section)
) -> str | None:
    """Line up the notes of some sections, or of the whole canvas, by importance; in a frame in order too."""
    canvas = shown_canvas(document, selection)
    if canvas is None:
        return None

    def tidied(workspace: Workspace) -> Workspace:
        places = tidy_places(workspace, canvas, sections)
        there = notes.place_notes(workspace, places)
        return there if selection.stop.on_canvas else notes.reorder(there, [*places])

    return attempt(document, translate("Step", "Tidy"), tidied)


def arrange(
    document: Document, selection: Selection, order: Sequence[str], merge_key: str | None = None
) -> str | None:
    """Put the notes of the section that fills the frame in another order."""
    canvas, section = shown_canvas(document, selection), selection.stop.frame.section
    if canvas is None or section is None:
        return None
    whole = [note.id for note in canvas.in_section(section)]
    turn = iter(order)
    there = frozenset(order)
    new = [next(turn) if each in there else each for each in whole]
    return attempt(
        document,
        move_label(1),
        lambda workspace: notes.reorder(workspace, new),
        merge_key,
    )


def step(document: Document, selection: Selection, steps: int) -> str | None:
    """Move the selected note of the section that fills the frame up or down in its order."""
    canvas, section = shown_canvas(document, selection), selection.stop.frame.section
    held = held_notes(document, selection)
    if canvas is None or section is None or len(held) != 1:
        return None
    order = [note.id for note in canvas.in_section(section)]
    if held[0].id not in order:
        return None
    at = order.index(held[0].id)
    order.insert(max(0, min(at + steps, len(order) - 1)), order.pop(at))
    return arrange(document, selection, order, merging("order", [held[0].id]))


def park(document: Document, selection: Selection) -> str | None:
    """Park the selected notes; take them back where all are parked already."""
    held = held_notes(document, selection)
    parked = not all(note.parked for note in held)
    label = (
        one_or_many(
            len(held),
            translate("Step", "Park note"),
            translate("Step", "Park %n notes", count=len(held)),
        )
        if parked
        else one_or_many(
            len(held),
            translate("Step", "Take note back"),
            translate("Step", "Take %n notes back", count=len(held)),
        )
    )
    held_ids = [note.id for note in held]
    return attempt(document, label, lambda workspace: notes.park(workspace, held_ids, parked=parked))


def delete(document: Document, selection: Selection) -> str | None:
    """Delete the selected notes and links."""
    return remove(document, selection.ids)


def remove(document: Document, ids: Collection[str]) -> str | None:
    """Delete notes and links with all that hangs on them."""
    canvases = document.workspace.canvas_by_id.values()
    gone = deletion.dependants(document.workspace, ids)
    lost_notes = sum(len(gone & canvas.note_by_id.keys()) for canvas in canvases)
    lost_links = sum(len(gone & canvas.link_by_id.keys()) for canvas in canvases)
    return attempt(
        document,
        _deletion_label(lost_notes, lost_links),
        lambda workspace: deletion.delete(workspace, ids),
    )


def duplicate(document: Document, selection: Selection) -> str | None:
    """Copy the selected notes, with the links among them, a little aside, and select the copies."""
    held = [note.id for note in held_notes(document, selection)]
    if not held:
        return None
    after, copies = notes.duplicate(document.workspace, held, COPY_OFFSET)
    refusal = attempt(
        document,
        one_or_many(
            len(held),
            translate("Step", "Duplicate note"),
            translate("Step", "Duplicate %n notes", count=len(held)),
        ),
        lambda _: after,
    )
    if refusal is None:
        selection.select(copies)
    return refusal


def link(
    document: Document, selection: Selection, one_id: str, other_id: str, strength: int | None = None
) -> str | None:
    """Link two notes of the canvas shown, whichever is named first."""
    canvas_id = selection.canvas_id or ""
    return attempt(
        document,
        translate("Step", "Link notes"),
        lambda workspace: links.link(workspace, canvas_id, one_id, other_id, strength),
    )


def edit_links(document: Document, link_ids: Collection[str], **fields: object) -> str | None:
    """Give strength or remark of links another value; strokes in the same remark merge into one step."""
    return attempt(
        document,
        one_or_many(
            len(link_ids),
            translate("Step", "Edit link"),
            translate("Step", "Edit %n links", count=len(link_ids)),
        ),
        lambda workspace: links.edit_links(workspace, dict.fromkeys(link_ids, fields)),
        merging("remark", link_ids) if "remark" in fields else None,
    )


def _links_removed(count: int, targets: Collection[Section]) -> str:
    removed = translate("Toast", "%n link(s) removed.", count=count)
    if len(targets) != 1:
        return removed
    (section,) = targets
    return translate("Toast", "{removed} {reason}", removed=removed, reason=links.partners_only(section))


def _deletion_label(lost_notes: int, lost_links: int) -> str:
    said_notes = one_or_many(
        lost_notes, translate("Step", "note"), translate("Step", "%n notes", count=lost_notes)
    )
    said_links = one_or_many(
        lost_links, translate("Step", "link"), translate("Step", "%n links", count=lost_links)
    )
    if not lost_links:
        return translate("Step", "Delete {what}", what=said_notes)
    if not lost_notes:
        return translate("Step", "Delete {what}", what=said_links)
    return translate("Step", "Delete {notes} and {links}", notes=said_notes, links=said_links)
