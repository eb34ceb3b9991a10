"""Ids met twice, made anew in a plain document; what speaks of them inside the same canvas follows."""

from collections.abc import Iterable

from canvasdesk.model.value import new_id
from canvasdesk.storage.plain import Document, canvas_parts, canvases, objects, outer_parts, word


def rename_doubles(document: Document) -> int:
    """Give a new id to whatever has the id of something earlier, in place, and tell how many there were.

    A canvas that was copied by hand keeps its links and ratings; what points in from elsewhere stays with the
    first. Iterations repeat the ids of what they froze, so each of their canvases stands alone.
    """
    seen: set[str] = set()
    count = len(_make_unique(outer_parts(document), seen))
    count += sum(_rename_in(canvas, seen) for canvas in canvases(document))
    for iteration in objects(document, "iterations"):
        count += sum(_rename_in(canvas, set()) for canvas in canvases(iteration))
    return count


def _make_unique(parts: Iterable[Document], seen: set[str]) -> list[tuple[str, str]]:
    """Give each old id with the new one that took its place."""
    renamed = []
    for part in parts:
        old = word(part, "id")
        if old and old in seen:
            part["id"] = new_id()
            renamed.append((old, word(part, "id")))
        seen.add(old)
    return renamed


def _rename_in(canvas: Document, seen: set[str]) -> int:
    renamed = _make_unique(canvas_parts(canvas), seen)
    still_here = {word(part, "id") for part in canvas_parts(canvas)}
    follow = {
        old: new for old, new in reversed(renamed) if old not in still_here
    }  # of two, the first is meant
    for link in objects(canvas, "links"):
        for end in ("source", "target"):
            if (old := word(link, end)) in follow:
                link[end] = follow[old]
    for alternative in objects(canvas, "alternatives"):
        ratings = alternative.get("ratings")
        if isinstance(ratings, dict):
            alternative["ratings"] = {
                follow.get(note_id, note_id): rated for note_id, rated in ratings.items()
            }
    return len(renamed)
