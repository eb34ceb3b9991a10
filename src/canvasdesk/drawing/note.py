"""A sticky note: text that fits, importance, evidence, and how far it is answered."""

from dataclasses import dataclass, replace
from functools import lru_cache
from math import pi, tau

from canvasdesk.drawing.colour import mix
from canvasdesk.drawing.covered import EYE, covered_fill, draw_back, draw_eye, draw_rim
from canvasdesk.drawing.fitting import NOTE_TEXT, fit_note
from canvasdesk.drawing.flow_marks import FLAG_WIDTH, draw_arrow, draw_flag
from canvasdesk.drawing.naming import covered_name, describe_note, section_name, section_question
from canvasdesk.drawing.room import NoteRoom, note_room, room_of
from canvasdesk.drawing.surface import Dash, Part, Surface
from canvasdesk.drawing.text import ShapedText
from canvasdesk.layout.geometry import Path, Point, Rect, arc, circle_path
from canvasdesk.layout.style import (
    ANSWERED_SIZE,
    BAR_WIDTH,
    EVIDENCE_SIZE,
    HAIRLINE,
    NOTE_FOOTER,
    NOTE_PADDING,
    NOTE_RADIUS,
    NOTE_WIDTH,
    PIP_GAP,
    PIP_SIZE,
    TEXT_FLOOR,
    Hue,
    Theme,
)
from canvasdesk.model.notes import Need, Note, OfferState
from canvasdesk.model.sections import Half, Section
from canvasdesk.model.value import evolve

PIPS, SQUARES = 5, 3
HATCH_GAP = 7.0
AFTER_PIPS, AFTER_ICEBERG, AFTER_PAUSE = 57.0, 66.5, 25.0  # canvas units to the marks of flows
FLOW_WIDTH = 10.5
DASHES: dict[OfferState | None, Dash] = {OfferState.PLANNED: (6.0, 3.0), OfferState.IDEA: (1.5, 2.5)}
PARKED: Dash = (3.0, 3.0)


@dataclass(frozen=True, slots=True, eq=False)
class NoteLook:
    """All that is needed to draw a note. `answered` is None where a note is not there to be answered.

    `flows` is the number of its flows to and from the business model; `review` says that one of them is to be
    reviewed, `edited` that its text is drawn by somebody else.
    """

    note: Note
    room: NoteRoom
    answered: float | None
    level: int
    flows: int = 0
    review: bool = False
    edited: bool = False

    @property
    def id(self) -> str:
        """The id of the note."""
        return self.note.id

    @property
    def field(self) -> Section:
        """The section of the note."""
        return self.note.section

    @property
    def written(self) -> str:
        """The text of the note."""
        return self.note.text

    @property
    def text_width(self) -> float:
        """How wide the text may be."""
        return NOTE_TEXT.w

    @property
    def question(self) -> str:
        """The question of the note's section."""
        return section_question(self.note.section)

    def hue(self, theme: Theme) -> Hue:
        """Give the colours of the note's section."""
        return theme.hue(self.note.section)

    @property
    def bold(self) -> bool:
        """Notes are not set in bold."""
        return False

    def bare(self, text: ShapedText) -> "NoteLook":
        """Give the look of the note without its text, but with room for another."""
        return replace(self, note=evolve(self.note, text=""), room=room_of(text), edited=True)

    @property
    def face_down(self) -> bool:
        """Whether only its back is to be seen."""
        return self.note.face_down and not self.edited

    def draw(self, surface: Surface, theme: Theme) -> None:
        """Draw the note with its top left corner at the origin."""
        draw_note(surface, self, theme)

    @property
    def text(self) -> ShapedText:
        """The text as it is drawn, shaped when it is first needed."""
        return fit_note(self.note.text)

    @property
    def height(self) -> float:
        """The height in canvas units."""
        return self.room.height

    @property
    def rect(self) -> Rect:
        """The place of the note on the canvas."""
        return Rect(self.note.x, self.note.y, NOTE_WIDTH, self.height)

    def words(self) -> tuple[str, str]:
        """Give the note's name and description."""
        if self.face_down:
            return covered_name(), section_name(self.note.section)
        return self.note.text, describe_note(
            self.note, self.answered, self.level, self.flows, review=self.review
        )


def note_look(
    note: Note, answered: float | None = None, level: int = 0, flows: int = 0, *, review: bool = False
) -> NoteLook:
    """Give the look of a note that is answered to a share and proven to an evidence level 0–3."""
    return NoteLook(note, note_room(note.text), answered, level, flows, review)


def draw_note(surface: Surface, look: NoteLook, theme: Theme) -> None:
    """Draw a note with its top left corner at the origin."""
    hue = theme.hue(look.note.section)
    surface.begin(Part.NOTE, look.words, look.field)
    _draw_paper(surface, look, theme, hue)
    if look.face_down:
        draw_back(surface, Rect(0.0, 0.0, NOTE_WIDTH, look.height), hue)
        surface.end()
        return
    ink = theme.muted if look.note.parked else theme.ink
    if surface.detail:
        surface.text(look.text, NOTE_TEXT.x, NOTE_TEXT.y, ink)
        _draw_footer(surface, look, theme, hue)
    else:
        draw_bars(surface, look.room, mix(hue.fill, ink, 0.45))
    surface.end()


def _draw_paper(surface: Surface, look: NoteLook, theme: Theme, hue: Hue) -> None:
    note, height = look.note, look.height
    paper = Rect(0.0, 0.0, NOTE_WIDTH, height)
    if note.parked and not look.face_down:
        surface.rect(paper, theme.shape, theme.muted, HAIRLINE, NOTE_RADIUS, PARKED)
        if note.covered:
            draw_rim(surface, height, theme.muted)
        return
    fill = covered_fill(hue, theme) if note.covered else hue.fill
    if look.face_down:
        surface.rect(paper, fill, hue.line, HAIRLINE, NOTE_RADIUS)
    elif note.state in DASHES:
        surface.rect(paper, fill, hue.line, HAIRLINE, NOTE_RADIUS, DASHES[note.state])
    else:
        surface.rect(paper, fill, mix(fill, hue.line, 0.4), HAIRLINE, NOTE_RADIUS)
    if note.covered and not look.face_down:
        draw_rim(surface, height, hue.line)
    if not look.level and surface.detail and not look.face_down:
        inner = Rect(BAR_WIDTH + 1, 1.5, NOTE_WIDTH - BAR_WIDTH - 2.5, height - 3)
        surface.hatch(inner, mix(fill, hue.line, theme.hatching), HATCH_GAP, HAIRLINE)
    surface.path(edge_bar(height), hue.line)


def draw_bars(surface: Surface, room: NoteRoom, colour: str) -> None:
    """Stand in for text that is too small to be read."""
    size = TEXT_FLOOR
    for number in range(min(room.lines, 2)):
        width = room.width if number == 0 else room.width * 0.7
        surface.rect(Rect(NOTE_TEXT.x, NOTE_TEXT.y + (0.3 + 1.2 * number) * size, width, size * 0.6), colour)


def _draw_footer(surface: Surface, look: NoteLook, theme: Theme, hue: Hue) -> None:
    note, y = look.note, look.height - NOTE_FOOTER / 2
    faint = mix(hue.fill, hue.line, 0.35)
    _draw_marks(surface, look, y, theme, hue)
    if note.parked:
        surface.path(_pause(y), theme.muted)
        return
    if note.section.half is Half.CIRCLE:
        known = note.importance or 0
        if known:
            surface.path(_pips(0, known, y), hue.line)
        if known < PIPS:
            surface.path(_pips(known, PIPS, y), faint)
        if note.need is Need.LATENT:
            surface.path(_iceberg(y), hue.ink)
    if look.level:
        surface.path(_squares(0, look.level, y), theme.ink)
    if look.level < SQUARES:
        hollow = _squares(look.level, SQUARES, y, HAIRLINE / 2)
        surface.path(hollow, None, mix(hue.fill, theme.ink, 0.45), HAIRLINE)
    if look.answered is not None:
        _draw_answered(surface, look.answered, y, hue)


def _draw_marks(surface: Surface, look: NoteLook, y: float, theme: Theme, hue: Hue) -> None:
    """Draw the marks of covering and flows where the others leave room: after pips, for a single one."""
    note, x, several = look.note, NOTE_TEXT.x, True
    if note.parked:
        x = AFTER_PAUSE
    elif note.section.half is Half.CIRCLE:
        x, several = AFTER_ICEBERG if note.need is Need.LATENT else AFTER_PIPS, False
    if note.covered:
        draw_eye(surface, x, y, EYE, theme.muted if note.parked else hue.ink)
        if not several:
            return
        x += EYE + 4.0
    if look.review:
        draw_flag(surface, x, y, theme)
        x += FLAG_WIDTH + 4.0
    if look.flows and (several or not look.review):
        draw_arrow(surface, x, y, theme.muted if note.parked else hue.ink, FLOW_WIDTH)


def _draw_answered(surface: Surface, share: float, y: float, hue: Hue) -> None:
    x = (
        NOTE_WIDTH
        - NOTE_PADDING
        - SQUARES * EVIDENCE_SIZE
        - (SQUARES - 1) * PIP_GAP
        - 6.0
        - ANSWERED_SIZE / 2
    )
    surface.circle(x, y, ANSWERED_SIZE / 2, None, hue.line, 1.25)
    if share:
        surface.path(_wedge(x, y, round(share * 48) / 48), hue.line)


@lru_cache(maxsize=256)
def edge_bar(height: float) -> Path:
    """Draw the bar at a note's left edge, following its round corners."""
    r, edge = NOTE_RADIUS, BAR_WIDTH
    return (
        ("M", edge, 0.0),
        ("C", edge - 2.2, 0.4, 0.0, r / 2, 0.0, r),
        ("L", 0.0, height - r),
        ("C", 0.0, height - r / 2, edge - 2.2, height - 0.4, edge, height),
        ("Z",),
    )


@lru_cache(maxsize=256)
def _pips(first: int, last: int, y: float) -> Path:
    left = NOTE_TEXT.x + PIP_SIZE / 2
    centres = (Point(left + number * (PIP_SIZE + PIP_GAP), y) for number in range(first, last))
    return tuple(segment for centre in centres for segment in circle_path(centre, PIP_SIZE / 2))


@lru_cache(maxsize=256)
def _squares(first: int, last: int, y: float, inset: float = 0.0) -> Path:
    left = NOTE_WIDTH - NOTE_PADDING - SQUARES * EVIDENCE_SIZE - (SQUARES - 1) * PIP_GAP
    pitch = EVIDENCE_SIZE + PIP_GAP
    places = (
        Rect(left + n * pitch, y - EVIDENCE_SIZE / 2, EVIDENCE_SIZE, EVIDENCE_SIZE).inset(inset)
        for n in range(first, last)
    )
    return tuple(segment for place in places for segment in _box(place))


@lru_cache(maxsize=256)
def _wedge(x: float, y: float, share: float) -> Path:
    """Draw the answered part of a disc, clockwise from the top."""
    radius = ANSWERED_SIZE / 2
    start = -pi / 2
    return (
        ("M", x, y),
        ("L", x, y - radius),
        *arc(Point(x, y), radius, start, start + share * tau),
        ("Z",),
    )


@lru_cache(maxsize=256)
def _iceberg(y: float) -> Path:
    """Draw what lies below the surface: the mark of a latent need."""
    x = NOTE_TEXT.x + PIPS * (PIP_SIZE + PIP_GAP) + 4.0
    return (
        ("M", x, y - 1.5), ("L", x + 9.0, y - 1.5), ("L", x + 4.5, y + 4.0), ("Z",),
        ("M", x + 3.2, y - 2.5), ("L", x + 5.8, y - 2.5), ("L", x + 4.5, y - 4.5), ("Z",),
    )  # fmt: skip


@lru_cache(maxsize=256)
def _pause(y: float) -> Path:
    """Draw two upright strokes: the mark of a parked note."""
    places = (Rect(left, y - 4.0, 2.5, 8.0) for left in (NOTE_TEXT.x, NOTE_TEXT.x + 4.5))
    return tuple(segment for place in places for segment in _box(place))


def _box(place: Rect) -> Path:
    x, y, right, bottom = place.x, place.y, place.right, place.bottom
    return (("M", x, y), ("L", right, y), ("L", right, bottom), ("L", x, bottom), ("Z",))
