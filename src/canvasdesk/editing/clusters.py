"""Clusters: notes that say the same, written at the same time in versions that were merged."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from canvasdesk.editing.find import folded
from canvasdesk.editing.things import Things, laid_out, mentioning, mentions, put_together
from canvasdesk.model.flows import Flow
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace

ALIKE = 0.6  # of the words of two notes together that both have, for them to be perhaps the same
_FILLED = (
    "detail",
    "importance",
    "need",
    "measure",
    "quote",
)  # by the others where the first left them empty

Shelf = tuple[str, str]
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Notes of one section that say the same, in the order of the versions; or perhaps do, if not `exact`."""

    note_ids: tuple[str, ...]
    exact: bool


def new_notes(base: Workspace | None, version: Workspace) -> frozenset[str]:
    """Give the ids of the notes that a version has and its `base` has not."""
    return frozenset(version.note_by_id.keys() - (base.note_by_id.keys() if base else ()))


def clusters(workspace: Workspace, came: Sequence[AbstractSet[str]]) -> tuple[Cluster, ...]:
    """Give the clusters among notes that came from several versions, by the ids that came from each.

    Case, accents and punctuation do not matter. Exact ones come first; each of the others is a pair of notes
    from two versions with many words in common, which is only a suggestion.
    """
    versions = {each: number for number, ids in reversed(list(enumerate(came))) for each in ids}
    said: dict[Shelf, dict[str, list[str]]] = {}
    for canvas in workspace.canvas_by_id.values():
        for note in sorted(canvas.notes, key=lambda note: versions.get(note.id, -1)):
            if note.id in versions and (text := " ".join(_words(note.text))):
                said.setdefault((canvas.id, note.section), {}).setdefault(text, []).append(note.id)
    exact, near = [], []
    for texts in said.values():
        exact += [Cluster(tuple(ids), exact=True) for ids in texts.values() if _several(ids, versions)]
        near += [Cluster(pair, exact=False) for pair in _near(texts, versions)]
    return (*exact, *near)


def clustered(workspace: Workspace, found: Iterable[Cluster]) -> Workspace:
    """Give `workspace` with one note in the place of each exact cluster: the first, where nothing is lost.

    Links, flows, ratings and evidence of the others go over to it, and so do words and ranks that it lacks. A
    note that has other details than the first stays.
    """
    becomes: dict[str, str] = {}
    filled: dict[str, Note] = {}
    for cluster in found:
        if cluster.exact:
            first, *others = (workspace.note_by_id[each] for each in cluster.note_ids)
            for other in others:
                if (both := _both(filled.get(first.id, first), other)) is not None:
                    filled[first.id] = both
                    becomes[other.id] = first.id
    if not becomes:
        return workspace
    return put_together(workspace, _without_doubles(laid_out(workspace), becomes, filled))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", folded(text))


def _several(ids: Iterable[str], versions: Mapping[str, int]) -> bool:
    return len({versions[each] for each in ids}) > 1


def _near(texts: Mapping[str, Sequence[str]], versions: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Give pairs of notes of different versions that have most of their words in common, but not all."""
    words = {text: frozenset(text.split()) for text in texts}
    having: dict[str, list[str]] = {}
    for text in texts:
        shared = Counter(other for word in words[text] for other in having.get(word, ()))
        for other, count in shared.items():
            pair = texts[other][0], texts[text][0]
            if count >= ALIKE * len(words[text] | words[other]) and _several(pair, versions):
                yield pair
        for word in words[text]:
            having.setdefault(word, []).append(text)


def _both(first: Note, other: Note) -> Note | None:
    """Give the first note with what it lacks and the other has; None where they say different things."""
    filling = {name: getattr(other, name) for name in _FILLED if getattr(other, name)}
    words = {name for name, value in filling.items() if isinstance(value, str)} - {"need"}
    if any(getattr(first, name) not in ("", filling[name]) for name in words):
        return None
    return evolve(first, **{name: value for name, value in filling.items() if not getattr(first, name)})


def _without_doubles(things: Things, becomes: Mapping[str, str], filled: Mapping[str, Note]) -> Things:
    """Give `things` without the notes that became others, and one link or flow where some became alike."""
    become = dict(becomes)
    first: dict[object, str] = {}
    for each, value in things.values.items():
        if isinstance(value, FitLink | Flow):
            ends = tuple(becomes.get(end, end) for end in mentions(value))
            same = first.setdefault((ends, getattr(value, "relation", None)), each)
            if same != each and not becomes.keys().isdisjoint(
                mentions(value) + mentions(things.values[same])
            ):
                become[each] = same
    values = {
        each: mentioning(filled.get(each, value), lambda mentioned: become.get(mentioned, mentioned))
        for each, value in things.values.items()
        if each not in become
    }
    lists = {home: tuple(each for each in ids if each in values) for home, ids in things.lists.items()}
    return Things(values, things.homes, lists)
