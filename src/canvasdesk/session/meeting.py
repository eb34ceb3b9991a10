"""Two versions of a document that meet: what somebody else left in a file, and the ways on from there."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import count, islice
from pathlib import Path

from PySide6.QtCore import QObject

from canvasdesk.editing.board import facing
from canvasdesk.editing.changes import changes
from canvasdesk.editing.clusters import Cluster, clustered, clusters, new_notes
from canvasdesk.editing.conflicts import Key, Side
from canvasdesk.editing.merge import Merged, merge, resolved
from canvasdesk.layout.plan import WIDTH
from canvasdesk.layout.style import NOTE_WIDTH
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.aside import aside
from canvasdesk.session.claim import shown_stem
from canvasdesk.session.document import Document
from canvasdesk.storage.codec import Loaded, read
from canvasdesk.storage.errors import ReadError, shown_name
from canvasdesk.storage.files import content
from canvasdesk.storage.siblings import siblings
from canvasdesk.storage.versions import keep
from canvasdesk.words import translate

LONGEST_NAME = 255  # bytes, in most file systems
MOST_COPIES = 5  # conflicted copies that are looked at; the others come when these are gone


@dataclass(frozen=True, slots=True)
class Theirs:
    """What is in the file `path` by somebody else's hand: its bytes, and what was read from them."""

    path: Path
    data: bytes
    loaded: Loaded

    @property
    def workspace(self) -> Workspace:
        """What they made of the document."""
        return self.loaded.workspace


def read_theirs(path: Path) -> Theirs | ReadError:
    """Give what is in a file, or why it cannot be read; this may wait for a slow share."""
    name = shown_name(path)
    try:
        data = content(path, name)
        return Theirs(path, data, read(data, name))
    except ReadError as error:
        return error


def conflicted_copies(path: Path, workspace: Workspace) -> tuple[Theirs, ...]:
    """Give the conflicted copies beside a file that are of the same document and have something of their own.

    This may wait for a slow share.
    """
    try:
        names = sorted(each.name for each in path.parent.iterdir())
    except OSError:
        return ()
    found = (read_theirs(path.with_name(name)) for name in siblings(path, names))
    copies = (each for each in found if isinstance(each, Theirs) and _adds(each, workspace))
    return tuple(islice(copies, MOST_COPIES))


def _adds(copy: Theirs, workspace: Workspace) -> bool:
    if copy.loaded.newer or copy.workspace.id != workspace.id:
        return False
    return bool(changes(workspace, copy.workspace))


def changed_in(theirs: Theirs, document: Document) -> tuple[str, ...]:
    """Say what others changed since both had the same; without that knowledge, what they have differently."""
    return changes(document.common or document.workspace, theirs.workspace)


def take_theirs(document: Document, theirs: Theirs) -> tuple[str, ...]:
    """Make what is in the document's file its present value, as one step, and say what that changed."""
    before = document.workspace
    said = changes(before, theirs.workspace)
    if said:
        document.commit(translate("Step", "Reload from disk"), theirs.workspace)
    document.acknowledge(document.workspace, theirs.loaded.digest)
    return said


def keep_mine(document: Document, theirs: Theirs, owner: QObject) -> None:
    """Let the next save replace what is in the document's file, which is kept among its versions."""
    moment = datetime.now().astimezone()
    aside(partial(keep, theirs.path, theirs.data, moment), lambda _: None, owner)
    document.acknowledge(theirs.workspace, theirs.loaded.digest)


def mine_beside(path: Path) -> Path:
    """Give a free name beside `path` that says whose work it holds, and when that parted from the others'."""
    moment = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M")

    def named(stem: str, number: int) -> Path:
        mine = translate("Disk", "{name} (mine {moment})", name=stem, moment=moment)
        return path.with_name(f"{mine}{f' {number}' if number > 1 else ''}{path.suffix}")

    def fitting(number: int) -> Path:
        shorter = (named(path.stem[:length], number) for length in range(len(path.stem), 0, -1))
        return next(
            (each for each in shorter if len(os.fsencode(each.name)) <= LONGEST_NAME), named("", number)
        )

    return next(free for number in count(1) if not os.path.lexists(free := fitting(number)))


# Merging ----------------------------------------------------------------------------------------------------


def met(document: Document, theirs: Workspace, base: Workspace | None) -> Merged:
    """Give the document merged with another version, of which `base` is the last that both know."""
    mine, width = document.workspace, WIDTH - NOTE_WIDTH
    return merge(base and facing(base, mine, width), mine, facing(theirs, mine, width))


def doubles(merged: Merged, workspace: Workspace) -> tuple[Cluster, ...]:
    """Give the notes that both wrote in the same words, as they are in `workspace`, which the merge made."""
    versions = merged.versions
    came = new_notes(versions.base, versions.mine), new_notes(versions.mine, workspace)
    return tuple(each for each in clusters(workspace, came) if each.exact)


def outcome(merged: Merged, choices: Mapping[Key, Side], *, one_of_doubles: bool) -> Workspace:
    """Give what the merge makes with `choices`, and with one note for those that both wrote, if wanted."""
    workspace = resolved(merged, choices) if choices else merged.workspace
    return clustered(workspace, doubles(merged, workspace)) if one_of_doubles else workspace


def merge_label(theirs: Theirs) -> str:
    """Give what the step is called that merges the document with `theirs`."""
    return translate("Step", "Merge with “{name}”", name=shown_stem(theirs.path))


def listed(said: Sequence[str]) -> str:
    """Give sentences on one line, apart from each other."""
    return " · ".join(said)
