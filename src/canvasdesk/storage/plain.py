"""Ways through a workspace that is still a plain dictionary, where anything may stand anywhere."""

from collections.abc import Iterator, Sequence

from canvasdesk.model.workspace import RECORDS

Document = dict[str, object]


def objects(whole: Document, key: str) -> list[Document]:
    """Give the objects in the list at `key`; none where something else stands there."""
    found = whole.get(key)
    return [part for part in found if isinstance(part, dict)] if isinstance(found, list) else []


def word(whole: Document, key: str) -> str:
    """Give the text at `key`; an empty one where something else stands there."""
    found = whole.get(key)
    return found if isinstance(found, str) else ""


def set_apart(document: Document, items: Sequence[Document]) -> None:
    """Add items to the quarantine, which every save keeps."""
    if items:
        kept = document.get("quarantine", [])
        document["quarantine"] = [*(kept if isinstance(kept, list) else [kept]), *items]


def entries(whole: Document) -> list[Document]:
    """Give the entries of the business model in a workspace or an iteration."""
    model = whole.get("business_model")
    return objects(model, "entries") if isinstance(model, dict) else []


def canvases(whole: Document) -> list[Document]:
    """Give the canvases of all segments in a workspace or an iteration."""
    return [canvas for segment in objects(whole, "segments") for canvas in objects(segment, "canvases")]


def canvas_parts(canvas: Document) -> Iterator[Document]:
    """Give a canvas and everything in it that has an id, notes first."""
    yield canvas
    for key in ("notes", "links", "alternatives"):
        yield from objects(canvas, key)


def outer_parts(document: Document) -> Iterator[Document]:
    """Give everything in a workspace that has an id, down to the segments."""
    yield document
    if isinstance(model := document.get("business_model"), dict):
        yield model
    yield from entries(document)
    for key in (*RECORDS, "segments"):
        yield from objects(document, key)
