"""The segments side by side: what matters most to each, what answers it, how well, and what earns on it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from canvasdesk.model.business import Block, Entry
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.fit import Fit, Verdict, deal_fit, fit
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import CIRCLE, Section
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace


class Row(Enum):
    """What is told of every segment, in the order of the rows."""

    PRIMARY_JOB = auto()
    BIGGEST_PAIN = auto()
    KEY_GAIN = auto()
    PAYS_FOR = auto()
    ANSWERED_BY = auto()
    ON_PAPER = auto()
    DEAL_FIT = auto()
    LEAD = auto()
    CHANNELS = auto()
    REVENUE = auto()


class Said(NamedTuple):
    """A text, and the id of the note, entry or segment that says it; the first of several."""

    text: str
    id: str


@dataclass(frozen=True, slots=True)
class Column:
    """A segment in figures and in the words of its notes and entries; a text that is missing is left out.

    What is said of one canvas is said of the first. `deal_fit` is None where nobody has a veto, and where the
    canvas that decides is unmapped. `roles` has the fit on paper of each canvas, by its id, where there are
    several. Shares and verdict are those of `Fit`.
    """

    segment: CustomerSegment
    primary_job: tuple[Said, ...]
    biggest_pain: tuple[Said, ...]
    key_gain: tuple[Said, ...]
    pays_for: tuple[Said, ...]
    answered_by: tuple[Said, ...]
    on_paper: float | None
    verdict: Verdict | None
    deal_fit: float | None
    lead: float | None
    channels: tuple[Said, ...]
    revenue: tuple[Said, ...]
    roles: tuple[tuple[str, float | None], ...]

    @property
    def texts(self) -> Mapping[Row, tuple[Said, ...]]:
        """What is said in words, by row."""
        return {
            Row.PRIMARY_JOB: self.primary_job,
            Row.BIGGEST_PAIN: self.biggest_pain,
            Row.KEY_GAIN: self.key_gain,
            Row.PAYS_FOR: self.pays_for,
            Row.ANSWERED_BY: self.answered_by,
            Row.CHANNELS: self.channels,
            Row.REVENUE: self.revenue,
        }


def contrast(workspace: Workspace, before: Iterable[Column] = ()) -> tuple[Column, ...]:
    """Give a column for each segment, in order; those of `before` in which nothing changed are kept."""
    known = {column.segment.id: column for column in before}
    entries = workspace.business_model.entries
    channels = [entry for entry in entries if entry.block is Block.CHANNELS]
    revenue = [entry for entry in entries if entry.block is Block.REVENUE]
    columns: list[Column] = []
    for segment in workspace.segments:
        its = _said_for(segment, channels), _said_for(segment, revenue)
        old = known.get(segment.id)
        kept = old and old.segment is segment and (old.channels, old.revenue) == its
        columns.append(old if old and kept else _column(workspace, segment, *its))
    return tuple(columns)


def _column(
    workspace: Workspace, segment: CustomerSegment, channels: tuple[Said, ...], revenue: tuple[Said, ...]
) -> Column:
    levels = workspace.levels  # the figures here do not depend on them, but others ask for the same fit
    first = segment.canvases[0]
    figures = fit(first, levels)
    heaviest = [_heaviest(first, figures, section) for section in CIRCLE]
    job, pain, gain = ((Said(note.text, note.id),) if note else () for note in heaviest)
    decides = deal_fit(segment, levels)
    several = segment.canvases if len(segment.canvases) > 1 else ()
    return Column(
        segment=segment,
        primary_job=job,
        biggest_pain=pain,
        key_gain=gain,
        pays_for=_said([Said(segment.willingness_to_pay, segment.id)]),
        answered_by=_answers(first, [note for note in heaviest if note]),
        on_paper=figures.on_paper,
        verdict=figures.verdict,
        deal_fit=decides[1].on_paper if decides else None,
        lead=figures.lead,
        channels=channels,
        revenue=revenue,
        roles=tuple((canvas.id, fit(canvas, levels).on_paper) for canvas in several),
    )


def _heaviest(canvas: ValuePropositionCanvas, figures: Fit, section: Section) -> Note | None:
    """Give the heaviest note of a section that counts and says something; of equals the first."""
    weights = figures.weights
    counted = [note for note in canvas.in_section(section) if note.id in weights and note.text.strip()]
    return max(counted, key=lambda note: weights[note.id], default=None)


def _answers(canvas: ValuePropositionCanvas, needs: Iterable[Note]) -> tuple[Said, ...]:
    """Give what the square says to `needs`, need by need, each text once."""
    links = (link for need in needs for link in canvas.links_of.get(need.id, ()))
    sources = (canvas.note_by_id[link.source] for link in links)
    return _said(Said(note.text, note.id) for note in sources if not note.parked)


def _said_for(segment: CustomerSegment, entries: Iterable[Entry]) -> tuple[Said, ...]:
    """Give what entries say that name the segment, or none because they are for all."""
    return _said(
        Said(entry.text, entry.id)
        for entry in entries
        if not entry.segment_ids or segment.id in entry.segment_ids
    )


def _said(there: Iterable[Said]) -> tuple[Said, ...]:
    """Give what says something, each text once."""
    first: dict[str, Said] = {}
    for each in there:
        if each.text.strip():
            first.setdefault(each.text, each)
    return tuple(first.values())
