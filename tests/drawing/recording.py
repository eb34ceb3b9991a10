"""A surface that remembers what was drawn, and a canvas worth drawing."""

from dataclasses import dataclass, field

from canvasdesk.drawing.surface import SOLID, Dash, Part, Words
from canvasdesk.drawing.text import ShapedText
from canvasdesk.layout.geometry import Path, Rect
from canvasdesk.model.business import Block
from canvasdesk.model.canvas import Role, Stakeholder, ValuePropositionCanvas
from canvasdesk.model.evidence import Evidence, EvidenceKind
from canvasdesk.model.notes import FitLink, Need, Note, OfferState
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace


@dataclass(frozen=True)
class Mark:
    """Something drawn: its kind, its place on the whole surface, and all else by name."""

    kind: str
    x: float
    y: float
    about: dict[str, object]
    group: tuple[str, ...]
    scale: float


@dataclass
class Recording:
    """A surface for tests."""

    detail: bool = True
    marks: list[Mark] = field(default_factory=list)
    groups: list[tuple[Part, str, str]] = field(default_factory=list)
    open_groups: list[str] = field(default_factory=list)
    places: list[tuple[float, float, float]] = field(default_factory=lambda: [(0.0, 0.0, 1.0)])

    def push(self, x: float, y: float, scale: float = 1.0) -> None:
        left, top, size = self.places[-1]
        self.places.append((left + x * size, top + y * size, size * scale))

    def pop(self) -> None:
        self.places.pop()

    def begin(self, part: Part, words: Words, _field: Section | Block | None = None, /) -> None:
        name, description = words()
        self.groups.append((part, name, description))
        self.open_groups.append(part.value)

    def end(self) -> None:
        self.open_groups.pop()

    def rect(
        self,
        rect: Rect,
        fill: str | None,
        stroke: str | None = None,
        width: float = 1.0,
        radius: float = 0.0,
        dash: Dash = SOLID,
    ) -> None:
        self._add(
            "rect", rect.x, rect.y, rect=rect, fill=fill, stroke=stroke, width=width, radius=radius, dash=dash
        )

    def path(
        self, path: Path, fill: str | None, stroke: str | None = None, width: float = 1.0, dash: Dash = SOLID
    ) -> None:
        self._add("path", 0, 0, path=path, fill=fill, stroke=stroke, width=width, dash=dash)

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: str, width: float) -> None:
        self._add("line", x1, y1, end=(x2, y2), stroke=colour, width=width)

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str | None,
        stroke: str | None = None,
        width: float = 1.0,
    ) -> None:
        self._add("circle", x, y, radius=radius, fill=fill, stroke=stroke, width=width)

    def arc(
        self, x: float, y: float, radius: float, start: float, sweep: float, colour: str, width: float
    ) -> None:
        self._add("arc", x, y, radius=radius, start=start, sweep=sweep, stroke=colour, width=width)

    def hatch(self, rect: Rect, colour: str, gap: float, width: float) -> None:
        self._add("hatch", rect.x, rect.y, rect=rect, stroke=colour, gap=gap, width=width)

    def text(self, text: ShapedText, x: float, y: float, colour: str) -> None:
        self._add("text", x, y, text=text, fill=colour)

    def of(self, kind: str) -> list[Mark]:
        """Give all marks of a kind."""
        return [mark for mark in self.marks if mark.kind == kind]

    def texts(self) -> list[str]:
        """Give all letters drawn, text by text."""
        return [letters(mark) for mark in self.of("text")]

    def _add(self, kind: str, x: float, y: float, **about: object) -> None:
        left, top, size = self.places[-1]
        self.marks.append(Mark(kind, left + x * size, top + y * size, about, tuple(self.open_groups), size))


def letters(mark: Mark) -> str:
    """Give the letters of a text that was drawn."""
    text = mark.about["text"]
    assert isinstance(text, ShapedText)
    return text.layout.text()


def subpaths(mark: Mark) -> int:
    """Give the number of pieces of a path that was drawn."""
    path = mark.about["path"]
    assert isinstance(path, tuple)
    return sum(segment[0] == "M" for segment in path)


def inspection() -> Workspace:
    """Give the worked example of the fit: 67 % on paper, 27 % proven."""
    section, state = Section, OfferState
    notes = (
        Note(id="defects", section=section.JOBS, text="Defect rate below 0.1 %", importance=5, x=1141, y=271),
        Note(id="downtime", section=section.PAINS, text="Unplanned downtime", importance=5, x=876, y=374),
        Note(id="data", section=section.GAINS, text="Predictive quality data", importance=5, x=982, y=100),
        Note(id="accuracy", section=section.GAINS, text="Accuracy", importance=4, x=1112, y=100),
        Note(
            id="integration",
            section=section.GAINS,
            text="Integration with existing systems",
            importance=4,
            need=Need.LATENT,
            x=904,
            y=168,
        ),
        Note(
            id="system", section=section.PRODUCTS, text="Inspection system", state=state.EXISTS, x=30, y=119
        ),
        Note(id="parts", section=section.RELIEVERS, text="Same-day parts and account manager", x=360, y=374),
        Note(
            id="drift",
            section=section.RELIEVERS,
            text="Early drift warning",
            state=state.PLANNED,
            x=490,
            y=374,
        ),
        Note(id="feed", section=section.CREATORS, text="Data feed", state=state.IDEA, x=230, y=100),
        Note(id="proven", section=section.CREATORS, text="Proven accuracy", x=360, y=100),
    )
    links = (
        FitLink(id="l1", source="system", target="defects", strength=3),
        FitLink(id="l2", source="parts", target="downtime", strength=2),
        FitLink(id="l3", source="drift", target="downtime", strength=1),
        FitLink(id="l4", source="feed", target="data", strength=2),
        FitLink(id="l5", source="proven", target="accuracy", strength=3),
    )
    levels = {"defects": 2, "downtime": 1, "data": 1, "accuracy": 2, "system": 3, "parts": 2, "proven": 2}
    canvas = ValuePropositionCanvas(
        id="canvas",
        stakeholder=Stakeholder(role=Role.DECISION_MAKER, name="Quality director", veto=True),
        statement="Our inspection system ends unplanned downtime.",
        notes=notes,
        links=links,
    )
    segment = CustomerSegment(id="segment", name="Industrial manufacturer", canvases=(canvas,))
    evidence = tuple(
        Evidence(id=f"e-{each}", kind=EvidenceKind.INTERVIEW, level=level, about=(each,))
        for each, level in levels.items()
    )
    return Workspace(title="Inspection systems", segments=(segment,), evidence=evidence)
