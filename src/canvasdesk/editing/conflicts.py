"""Conflicts between two versions of a workspace: what each made of a thing, and whose word was taken."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from canvasdesk.model.value import Value


class Side(StrEnum):
    """One of the two versions that are merged."""

    MINE = "mine"
    THEIRS = "theirs"

    @property
    def other(self) -> "Side":
        """The other version."""
        return Side.THEIRS if self is Side.MINE else Side.MINE


Key = tuple[str, str | None]
"""The id of a thing and the field in question; None for whether it stays at all."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """What two versions made of one thing, each in its own way; None is what is not there.

    `name` is what people know the thing by. `field` is None where one version deleted what the other changed
    or used: `base`, `mine` and `theirs` are then the whole thing. `taken` is the version that holds.
    """

    thing_id: str
    kind: type[Value]
    name: str
    field: str | None
    base: object
    mine: object
    theirs: object
    taken: Side = Side.MINE

    @property
    def key(self) -> Key:
        """What a choice between the two versions is known by."""
        return self.thing_id, self.field


@dataclass(frozen=True, slots=True)
class Decisions:
    """The conflicts that were met, decided by choices, and by what each takes where none was made."""

    choices: Mapping[Key, Side]
    conflicts: list[Conflict] = field(default_factory=list)

    def decide(self, conflict: Conflict) -> Side:
        """Keep a conflict in mind and give the version that holds."""
        taken = self.choices.get(conflict.key, conflict.taken)
        self.conflicts.append(replace(conflict, taken=taken))
        return taken
