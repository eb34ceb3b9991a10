"""The fields of one thing in two versions made one, against the version that both began with."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TypeVar

from canvasdesk.editing.things import LISTS, PARTS
from canvasdesk.model.business import MONEY_BLOCKS, Block, BusinessModelCanvas, Entry
from canvasdesk.model.canvas import Stakeholder
from canvasdesk.model.evidence import LearningCard, TestCard
from canvasdesk.model.notes import FIELDS, SPECIAL_FIELDS, Note
from canvasdesk.model.sections import Section
from canvasdesk.model.value import Value
from canvasdesk.model.workspace import View, Workspace

Fields = dict[str, object]
Decide = Callable[[str, object, object, object], object]
"""Gives what holds of a field that both changed: its name, the value at first, mine and theirs."""

PLACE, KIND_OF_JOB, REVIEW = "x and y", "job_type and job_role", "business_seen and canvas_seen"
TOGETHER = {each: tuple(each.split(" and ")) for each in (PLACE, KIND_OF_JOB, REVIEW)}
"""Fields that make sense only together, and are changed as one."""

SHELF: Mapping[type[Value], str] = {Note: "section", Entry: "block"}
"""The field on which it depends which other fields a thing may fill."""

_NESTED = (Stakeholder, TestCard, LearningCard, View)
_ELSEWHERE: Mapping[type[Value], Collection[str]] = {
    Workspace: ("business_model", *LISTS),
    BusinessModelCanvas: LISTS,
    **PARTS,
}
_ABSENT = object()

V = TypeVar("V", bound=Value)


def own(value: Value | None) -> Fields:
    """Give the fields of a value with the keys it does not know, without its id and what else has one."""
    if value is None:
        return {}
    cls = type(value)
    left_out = {"id", *_ELSEWHERE.get(cls, ())}
    fields = {name: getattr(value, name) for name in cls.model_fields if name not in left_out}
    for whole, names in TOGETHER.items():
        if names[0] in fields:
            fields[whole] = tuple(fields.pop(name) for name in names)
    return {**fields, **(value.model_extra or {})}


def differs(old: Value, new: Value) -> bool:
    """Say whether two things differ in what `own` gives."""
    if type(old) is not type(new):
        return True
    if type(new) in PARTS:
        return own(old) != own(new)
    return vars(old) != vars(new) or old.model_extra != new.model_extra  # what `==` says, in half the time


def with_own(value: V, fields: Mapping[str, object]) -> V:
    """Give `value` with all that `own` gives of another; `value` itself where the outcome is equal."""
    apart: Fields = {}
    for name, new in fields.items():
        if name in TOGETHER and isinstance(new, tuple):
            apart.update(zip(TOGETHER[name], new, strict=True))
        else:
            apart[name] = new
    cls = type(value)
    rest = {name: getattr(value, name) for name in cls.model_fields if name not in apart}
    made = cls(**rest, **apart)
    return value if made == value else made


def merged(base: Value | None, mine: V, theirs: V, decide: Decide) -> V:
    """Give `mine` with what they changed; `decide` says what holds where both did."""
    return with_own(mine, merged_fields(own(base), own(mine), own(theirs), decide))


def merged_fields(
    base: Mapping[str, object], mine: Mapping[str, object], theirs: Mapping[str, object], decide: Decide
) -> Fields:
    """Give all fields of one thing, each as the one who changed it has it."""
    result: Fields = {}
    for name in dict.fromkeys((*mine, *theirs)):
        old, our, other = (side.get(name, _ABSENT) for side in (base, mine, theirs))
        value = _merged_field(name, old, our, other, decide)
        if value is not _ABSENT:
            result[name] = value
    return result


def _merged_field(name: str, base: object, mine: object, theirs: object, decide: Decide) -> object:
    if mine == theirs or theirs == base:
        return mine
    if mine == base:
        return theirs
    if isinstance(mine, _NESTED) and type(mine) is type(theirs):
        return merged(base if isinstance(base, Value) else None, mine, theirs, _inside(name, decide))
    if name == "ratings" and isinstance(mine, Mapping) and isinstance(theirs, Mapping):
        old_ratings = base if isinstance(base, Mapping) else {}
        return merged_fields(old_ratings, mine, theirs, _inside(name, decide))
    if (
        name in ("about", "segment_ids", "quarantine")
        and isinstance(mine, tuple)
        and isinstance(theirs, tuple)
    ):
        return _merged_list(base if isinstance(base, tuple) else (), mine, theirs)
    old, our, other = (None if each is _ABSENT else each for each in (base, mine, theirs))
    chosen = decide(name, old, our, other)
    return _ABSENT if chosen is None and _ABSENT in (mine, theirs) else chosen


def _inside(owner: str, decide: Decide) -> Decide:
    return lambda name, base, mine, theirs: decide(f"{owner}.{name}", base, mine, theirs)


def _merged_list(
    base: Sequence[object], mine: Sequence[object], theirs: Sequence[object]
) -> tuple[object, ...]:
    """Give what is in both lists or new in one of them; what one took away stays away."""
    both = [each for each in mine if each in theirs or each not in base]
    return (*both, *(each for each in theirs if each not in mine and each not in base))


# Sections and blocks ----------------------------------------------------------------------------------------


def merged_shelved(base: V | None, mine: V, theirs: V, used: tuple[bool, bool], decide: Decide) -> V:
    """Give a note or entry as `merged` does, though a version may have moved it to another section or block.

    What a version had to let go there, it did not decide. `used` says whether mine, and theirs, joined the
    thing with others: where it was moved away from that, there is a conflict about where it belongs.
    """
    olds, ours, others = own(base), own(mine), own(theirs)
    shelf = SHELF[type(mine)]
    special = _whole(SPECIAL_FIELDS if isinstance(mine, Note) else ("amount", "relationship"))
    where = _shelf(shelf, special, (olds, ours, others), used, decide)
    for side, other in ((ours, others), (others, ours)):
        side.update({name: olds.get(name, other[name]) for name in special - _fillable(side[shelf])})
    settled = {shelf: where, **{name: _blank(type(mine), name) for name in special - _fillable(where)}}
    fields = merged_fields(olds, {**ours, **settled}, {**others, **settled}, decide)
    return with_own(mine, fields)


def _shelf(
    shelf: str,
    special: frozenset[str],
    sides: tuple[Fields, Fields, Fields],
    used: tuple[bool, bool],
    decide: Decide,
) -> object:
    olds, ours, others = sides
    old, our, other = olds.get(shelf), ours[shelf], others[shelf]
    if our is other:
        return our
    if old in (our, other):
        moved, stayed, in_use = (ours, others, used[1]) if other is old else (others, ours, used[0])
        filled = (name for name in special - _fillable(moved[shelf]) if stayed[name] != olds[name])
        if not in_use and not any(filled):
            return moved[shelf]
    return decide(shelf, old, our, other)


def _fillable(shelf: object) -> frozenset[str]:
    """Give the special fields that a section or block allows."""
    if isinstance(shelf, Section):
        return _whole(FIELDS[shelf])
    allowed = {"amount": shelf in MONEY_BLOCKS, "relationship": shelf is Block.RELATIONSHIPS}
    return frozenset(name for name, may in allowed.items() if may)


def _blank(cls: type[Value], name: str) -> object:
    if names := TOGETHER.get(name):
        return tuple(cls.model_fields[each].default for each in names)
    return cls.model_fields[name].default


def _whole(names: Iterable[str]) -> frozenset[str]:
    """Give names of fields, those that are changed as one under their common name."""
    common = {name: whole for whole, parts in TOGETHER.items() for name in parts}
    return frozenset(common.get(name, name) for name in names)
