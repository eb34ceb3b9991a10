"""What differs between two workspaces, as far as somebody who looks at one canvas can see."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from canvasdesk.editing.whole import same
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.value import Value
from canvasdesk.model.workspace import Workspace

P = TypeVar("P", Note, FitLink)


@dataclass(frozen=True, slots=True)
class Parts(Generic[P]):
    """Parts that came, went or are another value now; `changed` holds the new values."""

    added: tuple[P, ...] = ()
    removed: tuple[P, ...] = ()
    changed: tuple[P, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs, found by identity: parts that are the same object are the same.

    `notes`, `links` and `canvas` (its own fields and alternatives) speak of the canvas looked at, `segment`
    of the fields of the segment it belongs to, `levels` of whatever has another evidence level now. `tree` is
    true when segments or canvases came, went or changed places, or what a list of them shows of them.
    """

    notes: Parts[Note] = Parts()
    links: Parts[FitLink] = Parts()
    canvas: bool = False
    segment: bool = False
    tree: bool = False
    business_model: bool = False
    view: bool = False
    levels: frozenset[str] = frozenset()


def diff(before: Workspace, after: Workspace, canvas_id: str | None) -> Difference:
    """Give what differs between two workspaces; what only one of them has is added or removed."""
    if before is after:
        return Difference()
    looked_at = canvas_id or ""
    old, new = before.canvas_by_id.get(looked_at), after.canvas_by_id.get(looked_at)
    of_old, of_new = before.segment_of.get(looked_at), after.segment_of.get(looked_at)
    touched = old is not new
    return Difference(
        notes=_parts(old.note_by_id if old else {}, new.note_by_id if new else {}) if touched else Parts(),
        links=_parts(old.link_by_id if old else {}, new.link_by_id if new else {}) if touched else Parts(),
        canvas=touched and _own(old, "notes", "links") != _own(new, "notes", "links"),
        segment=of_old is not of_new and _own(of_old, "canvases") != _own(of_new, "canvases"),
        tree=_tree(before) != _tree(after),
        business_model=before.business_model is not after.business_model,
        view=before.view is not after.view,
        levels=_levels(before, after),
    )


def _parts(old: Mapping[str, P], new: Mapping[str, P]) -> Parts[P]:
    before = old.get
    differing = [part for part_id, part in new.items() if before(part_id) is not part]
    added = tuple(part for part in differing if part.id not in old)
    went = len(old) + len(added) > len(new)
    return Parts(
        added=added,
        removed=tuple(part for part_id, part in old.items() if part_id not in new) if went else (),
        changed=tuple(part for part in differing if part.id in old),
    )


def _own(value: Value | None, *parts: str) -> Mapping[str, object]:
    """Give the fields of a value, without those that hold its `parts`."""
    names = type(value).model_fields.keys() - set(parts) if value else ()
    return {name: getattr(value, name) for name in names}


def _tree(workspace: Workspace) -> list[tuple[Mapping[str, object], list[object]]]:
    return [
        (
            _own(segment, "canvases"),
            [(canvas.id, canvas.stakeholder, canvas.status) for canvas in segment.canvases],
        )
        for segment in workspace.segments
    ]


def _levels(before: Workspace, after: Workspace) -> frozenset[str]:
    if same(before.evidence, after.evidence):
        return frozenset()
    return differing(before.levels, after.levels)


def differing(some: Mapping[str, object], others: Mapping[str, object]) -> frozenset[str]:
    """Give the keys under which two mappings do not have the same."""
    if some is others or some == others:
        return frozenset()
    return frozenset(each for each, _ in some.items() ^ others.items())
