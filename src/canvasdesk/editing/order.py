"""Two orders of a list made one: what was inserted goes where its neighbours are."""

from collections.abc import Collection, Sequence


def ordered(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """Give everything in `mine` or `theirs` in one order.

    Where only they put other things in a new order, theirs holds, and mine otherwise. What only one of them
    has follows what it follows there; where both inserted something, mine comes first.
    """
    if _rearranged(base, theirs) and not _rearranged(base, mine):
        return woven(theirs, mine)
    return woven(mine, theirs)


def woven(frame: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """Give `frame` with what only `other` has in it, before the next thing that both have."""
    shared = set(frame).intersection(other)
    runs: dict[str | None, list[str]] = {}
    last: str | None = None
    for each in other:
        if each in shared:
            last = each
        else:
            runs.setdefault(last, []).append(each)
    if not runs:
        return tuple(frame)
    result: list[str] = []
    last = None
    for each in frame:
        if each in shared:
            result += runs.pop(last, ())
            last = each
        result.append(each)
    return (*result, *runs.pop(last, ()))


def _rearranged(base: Sequence[str], side: Sequence[str]) -> bool:
    return _among(base, side) != _among(side, base)


def _among(some: Sequence[str], others: Collection[str]) -> list[str]:
    known = set(others)
    return [each for each in some if each in known]
