"""From bytes to a workspace and back."""

import gc
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from pydantic import ValidationError

from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.value import Value
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.errors import ReadError
from canvasdesk.storage.explain import MOST_FAULTS, explained
from canvasdesk.storage.guard import FORMAT, Guarded, guarded
from canvasdesk.storage.migrations import VERSION, migrated
from canvasdesk.storage.plain import Document
from canvasdesk.storage.repair import notices, repair
from canvasdesk.storage.salvage import set_aside
from canvasdesk.storage.save import Pause, digest, go_on
from canvasdesk.words import translate

_HEADER = ("format", "version")
_ALWAYS = ("created", "modified")  # their default is the present moment, so they are never left out
_PIECES = 250  # notes, links and fields that take about a millisecond
ROUNDS = 4  # what is set aside may have been what something else needs
_WHOLE = 2  # values in a segment or canvas that is written in one piece: thousands are as good as empty


class Unfit(ReadError):  # noqa: N818 - named for what the file is
    """A file that does not fit the model; `rest` is what can be read of it, None where that is nothing."""

    def __init__(self, sentence: str, rest: "Loaded | None") -> None:
        super().__init__(sentence)
        self.rest = rest


@dataclass(frozen=True)
class Loaded:
    """A workspace from a file, with what to tell the user and the digest of the bytes it came from.

    `newer` says that a newer program wrote it: saving it from here could lose what this one does not know.
    """

    workspace: Workspace
    notices: tuple[str, ...]
    newer: bool
    digest: str


def read(data: bytes, name: str) -> Loaded:
    """Give the workspace in `data`, mended where need be; `name` is the file's, fit to be shown.

    Raises `ReadError` with one sentence for everything that cannot be read, `Unfit` where some of it can be.
    """
    with _collection_paused():
        found = guarded(data, name)
        if found.version < VERSION:
            found = _rewritten(migrated(found.document), name)
        newer = found.version > VERSION
        mended = repair(found.document)  # to validate first would take a damaged crowd twice as long
        try:
            workspace = _workspace(_rewritten(found.document, name).text if mended else found.text)
        except ValidationError as error:
            if newer:
                raise ReadError(
                    translate("Storage", "“{name}” cannot be opened: a newer canvasdesk wrote it.", name=name)
                ) from error
            rest = _rest(found.document, mended, error, name)
            raise Unfit(explained(error, name), rest and Loaded(*rest, newer, digest(data))) from error
    told = notices(mended)
    if newer:
        told = (translate("Storage", "A newer canvasdesk wrote this file, so it is only shown."), *told)
    return Loaded(workspace, told, newer, digest(data))


def _rest(
    document: Document, mended: Counter[str], error: ValidationError, name: str
) -> tuple[Workspace, tuple[str, ...]] | None:
    """Give what can be read of a document although of it `error` is true, with what to tell."""
    for _ in range(ROUNDS):
        if error.error_count() > MOST_FAULTS or not (unfit := set_aside(document, error)):
            return None
        mended = mended + Counter(unfit=unfit) + repair(document)
        try:
            return _workspace(_rewritten(document, name).text), notices(mended)
        except ValidationError as left:
            error = left
        except ReadError:  # what lay deep lies too deep in the quarantine
            return None
    return None


def write(workspace: Workspace, pause: Pause = go_on) -> bytes:
    """Give the file's bytes: UTF-8, indented, keys in the model's order, defaults left out.

    They are made note by note, because nothing else can run while pydantic writes; about once a millisecond,
    `pause` is called.
    """
    made = [f'{{\n  "format": "{FORMAT}",\n  "version": {VERSION}']
    for number, piece in enumerate(_fields(workspace, "\n  ", without=_HEADER)):
        made.append(piece)
        if number % _PIECES == 0:
            pause(0)
    return "".join((*made, "\n}\n")).encode()


def _fields(value: Value, margin: str, without: Sequence[str] = ()) -> Iterator[str]:
    """Give the text of the fields, each after its comma; `margin` is what their lines begin with."""
    for name in type(value).model_fields:
        held = getattr(value, name)
        if isinstance(held, tuple) and held and isinstance(held[0], Value):
            yield f',{margin}"{name}": ['
            yield from _values(held, margin + "  ")
            yield f"{margin}]"
        else:
            yield from _text(value, {name}, margin)
    if unknown := (value.model_extra or {}).keys() - without:
        yield from _text(value, unknown, margin)  # at once: pydantic goes through all of them each time


def _text(value: Value, names: set[str], margin: str) -> Iterator[str]:
    """Give the text of some fields after a comma, nothing where all of them have their defaults."""
    without_defaults = names.isdisjoint(_ALWAYS)
    text = value.model_dump_json(indent=2, include=names, exclude_defaults=without_defaults)
    if text != "{}":
        yield "," + text[1:-2].replace("\n  ", margin)


def _values(values: Sequence[Value], margin: str) -> Iterator[str]:
    """Give the text of the values in a list: segments and canvases with much in them field by field."""
    comma = ""
    for value in values:
        if isinstance(value, CustomerSegment | ValuePropositionCanvas) and _parts(value) > _WHOLE:
            fields = _fields(value, margin + "  ")
            identity = next(fields).removeprefix(",")  # it stands first and is never left out
            yield f"{comma}{margin}{{{identity}"
            yield from fields
            yield f"{margin}}}"
        else:
            yield (
                comma + margin + value.model_dump_json(indent=2, exclude_defaults=True).replace("\n", margin)
            )
        comma = ","


def _parts(value: CustomerSegment | ValuePropositionCanvas) -> int:
    """Give how many values lie in a segment or canvas, about."""
    if isinstance(value, CustomerSegment):
        return sum(1 + _parts(canvas) for canvas in value.canvases)
    return len(value.notes) + len(value.links) + len(value.alternatives)


def _rewritten(document: Document, name: str) -> Guarded:
    """Give a changed document as if it had been read like that."""
    return guarded(json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode(), name)


def _workspace(text: str) -> Workspace:
    """Give the workspace without the file's own keys, which it would keep as unknown ones."""
    workspace = Workspace.model_validate_json(text)
    for key in _HEADER:
        (workspace.model_extra or {}).pop(key, None)
    return workspace


@contextmanager
def _collection_paused() -> Iterator[None]:
    """Keep the garbage collector from walking through the many objects that are just being made."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
