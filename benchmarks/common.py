"""What the benchmarks share: documents of any size, processor time, and tables for the README."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from canvasdesk.editing.notes import place_notes
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.notes import FitLink, Note
from canvasdesk.model.sections import SQUARE, Half, Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace

FRAME = 16.7  # milliseconds that a frame may take on a screen with 60 of them a second
SIZES = (60, 500, 2000, 5000)
CANVAS = "canvas"
WORDS = (
    "unplanned", "downtime", "quality", "failures", "same-day", "parts", "early", "warning", "line", "drifts",
    "predictive", "data", "tuning", "process", "accurate", "inspection", "integration", "systems", "already",
    "running", "operators", "training", "report", "audit", "cost",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figures:
    """Milliseconds of processor time, one a frame."""

    spent: Sequence[float]

    def _at(self, share: float) -> float:
        ranked = sorted(self.spent)
        return ranked[min(int(share * len(ranked)), len(ranked) - 1)]

    @property
    def median(self) -> float:
        """What half of them stay below."""
        return self._at(0.5)

    @property
    def p95(self) -> float:
        """What 95 of a hundred stay below."""
        return self._at(0.95)

    @property
    def worst(self) -> float:
        """The most."""
        return max(self.spent)


def workspace(notes: int) -> Workspace:
    """Give a workspace with one canvas of so many notes and half as many links, tidied."""
    # Shapes text, so only where Qt is loaded anyway.
    from canvasdesk.session.placing import tidy_places

    chance = random.Random(notes)  # noqa: S311
    made = tuple(_note(chance, number) for number in range(notes))
    canvas = ValuePropositionCanvas(id=CANVAS, notes=made, links=_links(chance, made))
    loose = Workspace(id="work", title="Benchmark", segments=(CustomerSegment(canvases=(canvas,)),))
    return place_notes(loose, tidy_places(loose, canvas, Section))


def _note(chance: random.Random, number: int) -> Note:
    section = tuple(Section)[number % len(Section)]
    text = " ".join(chance.choices(WORDS, k=chance.randint(2, 8))) + f" {number}"
    importance = chance.randint(1, 5) if section.half is Half.CIRCLE else None
    return Note(id=f"n{number}", section=section, text=text, importance=importance)


def _links(chance: random.Random, notes: Sequence[Note]) -> tuple[FitLink, ...]:
    inside = {section: [note.id for note in notes if note.section is section] for section in Section}
    pairs: set[tuple[str, str]] = set()
    while len(pairs) < len(notes) // 2:
        section = chance.choice(SQUARE)
        pairs.add((chance.choice(inside[section]), chance.choice(inside[section.partner])))
    return tuple(
        FitLink(id=f"l{number}", source=source, target=target, strength=chance.choice((None, 1, 2, 3)))
        for number, (source, target) in enumerate(sorted(pairs))
    )
