"""A value map pointed at another segment: its notes are copied, its links offered again one by one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from canvasdesk.editing.find import folded
from canvasdesk.editing.links import targets
from canvasdesk.editing.notes import add_copies
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Half, Section
from canvasdesk.model.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Offer:
    """A link that may hold for another segment too: what would `source` answer there.

    `source` is the note as it lies on the other canvas, `old_target` what it answered so far, and `strength`
    how well. The first of the `targets` is the best guess.
    """

    source: str
    old_target: Note
    strength: int | None
    targets: tuple[str, ...]


def copy_value_map(
    workspace: Workspace, canvas_id: str, target_canvas_id: str
) -> tuple[Workspace, Mapping[str, str]]:
    """Give `workspace` with the notes of a canvas' square on another canvas too, without links.

    A note that stands there already, in the same section with the same words, is not copied again. The
    mapping gives each note's id on the other canvas by its id on the first.
    """
    square = [each for each in workspace.canvas_by_id[canvas_id].notes if each.section.half is Half.SQUARE]
    there: dict[tuple[Section, str], str] = {}
    for note in workspace.canvas_by_id[target_canvas_id].notes:
        there.setdefault(_alike(note), note.id)
    fresh = [note for note in square if _alike(note) not in there]
    copied, new_ids = add_copies(workspace, target_canvas_id, fresh, ())
    renamed = dict(zip((note.id for note in fresh), new_ids, strict=True))
    return copied, {note.id: renamed.get(note.id) or there[_alike(note)] for note in square}


def offered_links(
    workspace: Workspace, canvas_id: str, target_canvas_id: str, copies: Mapping[str, str]
) -> tuple[Offer, ...]:
    """Give the links of a canvas whose sources were copied, each with what it could answer on the other.

    The `targets` are those that the copy does not answer yet: same words first, then those that share most
    words, then in the file's order.
    """
    canvas, other = workspace.canvas_by_id[canvas_id], workspace.canvas_by_id[target_canvas_id]
    return tuple(
        _offer(other, copies[link.source], canvas.note_by_id[link.target], link.strength)
        for link in canvas.links
        if link.source in copies
    )


def _offer(canvas: ValuePropositionCanvas, source: str, need: Note, strength: int | None) -> Offer:
    found = [canvas.note_by_id[note_id] for note_id in targets(canvas, source)]
    best_first = sorted(found, key=lambda note: (_alike(note) != _alike(need), -_shared(note, need)))
    return Offer(source, need, strength, tuple(note.id for note in best_first))


def _alike(note: Note) -> tuple[Section, str]:
    return note.section, " ".join(folded(note.text).split())


def _shared(one: Note, other: Note) -> int:
    return len(_words(one) & _words(other))


def _words(note: Note) -> set[str]:
    return set(re.findall(r"\w+", folded(note.text)))
