"""What changed from one workspace to the next, as a record that updates a tree of dictionaries.

In the tree, parts stand under their ids in their order. A record has the same form, with no more than what
changed: new values as a whole, None for what went, and the order of ids where an update would give another.
"""

from collections.abc import Iterable, Mapping, Sequence
from operator import is_
from typing import TypeAlias

from pydantic import TypeAdapter

from canvasdesk.model.value import Value
from canvasdesk.model.workspace import RECORDS, Workspace
from canvasdesk.storage.plain import Document, objects, word

Tree: TypeAlias = dict[str, object]
Shape: TypeAlias = "Mapping[str, Shape]"
"""The fields that hold parts, each with the shape of these parts; whatever has none is kept whole."""

SHAPE: Shape = {
    "business_model": {"entries": {}},
    "segments": {"canvases": {"notes": {}, "links": {}, "alternatives": {}}},
    **{name: {} for name in RECORDS},
}
ALONE = "business_model"  # the one field that holds a part and no list of them
SELF = ""  # no id is empty, so that beside parts this holds the other fields, and among parts their order

_JSON = TypeAdapter(object)


def record(before: Workspace, after: Workspace) -> bytes:
    """Give what changed, as JSON; parts that are the same object are the same."""
    return _JSON.dump_json(_changes(before, after, SHAPE), exclude_defaults=True)


def tree_of(document: Document, shape: Shape = SHAPE) -> Tree:
    """Give a workspace's plain document with its parts under their ids."""
    tree: Tree = {SELF: {key: value for key, value in document.items() if key not in shape}}
    for name, inner in shape.items():
        alone = document.get(name)
        parts = [alone] if isinstance(alone, dict) else objects(document, name)
        tree[name] = {word(part, "id"): tree_of(part, inner) if inner else part for part in parts}
    return tree


def update(tree: Tree, changes: object, shape: Shape = SHAPE) -> None:
    """Put what a record says into `tree`, in place; raises `ValueError` for what is no record."""
    for name, new in _tree(changes).items():
        if name == SELF:
            tree[SELF] = new
        elif name in shape:
            tree[name] = _updated(_tree(tree.get(name, {})), _tree(new), shape[name])
        else:
            raise ValueError(f"a record of a field {name}")


def document_of(tree: object, shape: Shape = SHAPE) -> Document:
    """Give the plain document again; raises `ValueError` where records have spoilt the tree."""
    found = _tree(tree)
    document = dict(_tree(found.get(SELF)))
    for name, inner in shape.items():
        parts = list(_tree(found.get(name, {})).values())
        wholes = [document_of(part, inner) for part in parts] if inner else parts
        document[name] = wholes[0] if name == ALONE and wholes else wholes
    return document


def _changes(before: Value | None, after: Value, shape: Shape) -> Tree:
    own = _own(after, shape)
    changes: Tree = {} if before and _own(before, shape) == own else {SELF: own}
    for name, inner in shape.items():
        if parts := _changed(_parts(before, name), _parts(after, name), inner):
            changes[name] = parts
    return changes


def _changed(before: Sequence[Value], after: Sequence[Value], shape: Shape) -> Tree:
    head = _alike(before, after)
    tail = _alike(reversed(before[head:]), reversed(after[head:]))
    old = {_id(part): part for part in before[head : len(before) - tail]}
    new = {_id(part): part for part in after[head : len(after) - tail]}
    changes: Tree = {each: None for each in old if each not in new}
    for each, part in new.items():
        if (was := old.get(each)) is not part:
            changes[each] = _changes(was, part, shape) if shape else part
    staying, coming = [each for each in old if each in new], [each for each in new if each not in old]
    if [*staying, *coming] != list(new) or (coming and tail):  # what is new would end up last
        changes[SELF] = [_id(part) for part in after]
    return changes


def _alike(some: Iterable[Value], others: Iterable[Value]) -> int:
    """Give how many of the first parts are the same objects."""
    alike = [*map(is_, some, others)]  # thousands at each edit
    return alike.index(False) if False in alike else len(alike)


def _parts(value: Value | None, name: str) -> Sequence[Value]:
    if value is None:
        return ()
    found = getattr(value, name)
    parts: Sequence[Value] = (found,) if name == ALONE else found
    return parts


def _id(part: Value) -> str:
    found: str = vars(part)["id"]
    return found


def _own(value: Value, shape: Shape) -> Tree:
    """Give the fields that hold no parts, those unknown to us among them."""
    names = (name for name in type(value).model_fields if name not in shape)
    return {name: getattr(value, name) for name in names} | (value.model_extra or {})


def _updated(parts: Tree, changes: Tree, shape: Shape) -> Tree:
    for each, new in changes.items():
        if each == SELF:
            continue
        if new is None:
            parts.pop(each, None)
        elif shape:
            update(_tree(parts.setdefault(each, {})), new, shape)
        else:
            parts[each] = new
    if SELF not in changes:
        return parts
    order = changes[SELF]
    if not isinstance(order, list) or {*map(str, order)} != parts.keys():
        raise ValueError("an order of other parts")
    return {each: parts[each] for each in map(str, order)}


def _tree(found: object) -> Tree:
    if not isinstance(found, dict):
        raise ValueError("no dictionary where a record has one")
    return found
