"""How well a few typed letters match a command: all of them, in order, best at the starts of words."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeVar

from canvasdesk.editing.find import folded

T = TypeVar("T")

LETTER = 1.0  # for every letter found
WORD_START = 4.0  # more, where it begins a word
TOGETHER = 4.5  # more, where it follows the one found before
BEGINNING = 2.0  # more, where the text begins with it
SKIPPED = 0.02  # less, for every letter of the text that was not asked for

_NEVER = float("-inf")


def score(query: str, text: str) -> float | None:
    """Give how well `query` matches `text`, higher is better; None where its letters are not all there.

    Case, accents and spaces do not matter. An empty query matches everything alike.
    """
    wanted, there = folded(query).replace(" ", ""), _prepared(text)
    if not wanted:
        return 0.0
    if not _in_order(wanted, there[0]):
        return None
    return _best(wanted, *there) - SKIPPED * (len(there[0]) - len(wanted))


def ranked(query: str, things: Iterable[T], text: Callable[[T], str]) -> list[T]:
    """Give those of `things` whose `text` matches, the best first; equals keep their order."""
    scored = [(found, thing) for thing in things if (found := score(query, text(thing))) is not None]
    scored.sort(key=lambda each: -each[0])
    return [thing for _, thing in scored]


@lru_cache(maxsize=1024)
def _prepared(text: str) -> tuple[str, tuple[float, ...]]:
    """Give the folded text, and what a letter is worth at each place if it is found there."""
    there = folded(text)
    starts = (not before.isalnum() for before in " " + there)
    worth = tuple(LETTER + WORD_START * start for start, _ in zip(starts, there, strict=False))
    return there, worth


def _in_order(wanted: str, there: str) -> bool:
    at = -1
    for letter in wanted:
        at = there.find(letter, at + 1)
        if at < 0:
            return False
    return True


def _best(wanted: str, there: str, worth: tuple[float, ...]) -> float:
    """Try every way to lay `wanted` into `there` and give the most it is worth (dynamic programming).

    `ends[j]` is the best worth of the letters so far with the last of them at place j.
    """
    ends = [worth[j] if letter == wanted[0] else _NEVER for j, letter in enumerate(there)]
    if ends[0] > _NEVER:
        ends[0] += BEGINNING
    for letter in wanted[1:]:
        following, before = [_NEVER] * len(there), _NEVER
        for j in range(1, len(there)):
            before = max(before, ends[j - 2]) if j > 1 else before
            if there[j] == letter:
                following[j] = worth[j] + max(before, ends[j - 1] + TOGETHER)
        ends = following
    return max(ends)
