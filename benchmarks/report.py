"""What every benchmark prints: a table in which each figure stands beside the floor it is a multiple of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from fresh import Spent

HEAD = ("what", "notes", "floor", "measured", "ratio", "by the clock", "goal", "")


@dataclass(frozen=True, slots=True)
class Row:
    """A figure: `floor` and `measured` as they are shown, their ratio, and the ratio that is the goal."""

    what: str
    notes: int | None
    floor: str
    measured: str
    ratio: float | None = None
    clock: float | None = None
    goal: float | None = None

    def cells(self) -> tuple[str, ...]:
        """Give the cells of the table's row."""
        met = "" if self.goal is None or self.ratio is None else "✓" if self.ratio <= self.goal else "✗"
        goal = "" if self.goal is None else f"≤ {self.goal:g} ×"
        notes = "" if self.notes is None else f"{self.notes:,}"
        return self.what, notes, self.floor, self.measured, _times(self.ratio), _times(self.clock), goal, met


def _times(ratio: float | None) -> str:
    return "" if ratio is None else f"{ratio:.2f} ×"


def milliseconds(value: float) -> str:
    """Give milliseconds as they are shown."""
    return f"{value:,.0f} ms" if value >= 100 else f"{value:.1f} ms" if value >= 1 else f"{value:.2f} ms"


def compared(
    what: str,
    notes: int | None,
    floors: Sequence[float],
    values: Sequence[float],
    goal: float | None = None,
) -> Row:
    """Give the row of milliseconds measured in turns with their floors: medians, also of the ratios."""
    return Row(
        what,
        notes,
        milliseconds(median(floors)),
        milliseconds(median(values)),
        ratio_of(floors, values),
        goal=goal,
    )


def processes(
    what: str, notes: int | None, floors: Sequence[Spent], values: Sequence[Spent], goal: float | None = None
) -> Row:
    """Give the row of processes that ran in turns with their floors, by processor time and by the clock."""
    return Row(
        what,
        notes,
        milliseconds(median(each.cpu for each in floors)),
        milliseconds(median(each.cpu for each in values)),
        ratio_of([each.cpu for each in floors], [each.cpu for each in values]),
        ratio_of([each.wall for each in floors], [each.wall for each in values]),
        goal,
    )


def ratio_of(floors: Sequence[float], values: Sequence[float]) -> float:
    """Give the median of the ratios of what was measured in turns."""
    return median(value / floor for value, floor in zip(values, floors, strict=True))


def show(title: str, rows: Iterable[Row], head: Sequence[str] = HEAD) -> None:
    """Print a table in Markdown."""
    print(f"\n### {title}\n")
    print("| " + " | ".join(head) + " |")
    print("|" + "|".join("---" if name in {"what", ""} else "---:" for name in head) + "|")
    for row in rows:
        print("| " + " | ".join(row.cells()) + " |", flush=True)
