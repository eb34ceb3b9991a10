"""The frames of a canvas: the wall of a section, one need with its answers, and the fit in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from canvasdesk.drawing.fitting import fit as fit_text
from canvasdesk.drawing.frame import PADDING, FrameLook, Heading, Hint, room_in
from canvasdesk.drawing.link import LinkLook, link_look
from canvasdesk.drawing.meter import draw_meter
from canvasdesk.drawing.naming import importance_name, section_name, section_question
from canvasdesk.drawing.sheet import Sheet
from canvasdesk.drawing.surface import Part, Surface
from canvasdesk.drawing.wall_card import WallCard, card_height, narrowest
from canvasdesk.layout.geometry import Rect
from canvasdesk.layout.projection import Projection
from canvasdesk.layout.regions import board
from canvasdesk.layout.style import SECTION_TITLE_SIZE, TEXT_FLOOR, Theme
from canvasdesk.layout.wall import AIR, GAP, WIDTHS, Wall, wall
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.explain import explain
from canvasdesk.model.fit import Fit, fit
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.workspace import Workspace
from canvasdesk.words import translate

SENTENCES = 3
BETWEEN = 0.6  # of a card's width, between a need and its answers
METER_SHARE = 0.4  # of the picture’s width


def needs(canvas: ValuePropositionCanvas) -> tuple[Note, ...]:
    """Give the pains and gains that count, the most important first: a room goes through them one by one."""
    counted = [
        note
        for section in (Section.PAINS, Section.GAINS)
        for note in canvas.in_section(section)
        if not note.parked
    ]
    return tuple(sorted(counted, key=lambda note: -(note.importance or 0)))


def need_at(canvas: ValuePropositionCanvas, number: int) -> Note | None:
    """Give a pain or gain by its number among the `needs`, the last one where there are fewer by now."""
    there = needs(canvas)
    return there[min(number, len(there) - 1)] if there else None


# The wall of a section.


def section_wall(canvas: ValuePropositionCanvas, section: Section, projection: Projection) -> Wall:
    """Give how the notes of a section are arranged for a picture."""
    return _wall(tuple(note.text for note in canvas.in_section(section)), projection)


@lru_cache(maxsize=64)
def _wall(texts: tuple[str, ...], projection: Projection) -> Wall:
    return wall(
        len(texts),
        lambda width: _heights(texts, width),
        projection.room,
        projection.least,
        projection.most,
        narrowest(texts),
    )


@lru_cache(maxsize=64)
def _heights(texts: tuple[str, ...], width: float) -> tuple[float, ...]:
    """Give the heights of cards, which do not depend on the picture that they are shown in."""
    return tuple([card_height(text, width) for text in texts])


def wall_look(
    workspace: Workspace,
    canvas_id: str,
    section: Section,
    page: int,
    projection: Projection,
    question: str = "",
    before: Sheet | None = None,
) -> FrameLook:
    """Give one page of the wall of a section; a `page` there is none of any more is the last one."""
    canvas = workspace.canvas_by_id[canvas_id]
    notes, arranged = canvas.in_section(section), section_wall(canvas, section, projection)
    page = min(page, len(arranged.pages) - 1)
    first, top = arranged.firsts[page], room_in(projection, arranged.scale).y
    cards = {
        note.id: WallCard(note, place.moved(0.0, top))
        for note, place in zip(notes[first:], arranged.pages[page], strict=False)
    }
    hint = translate("Frame", "Nothing is written here yet.")
    return FrameLook(
        id=f"{canvas_id}/{section.value}/{page}",
        projection=projection,
        scale=arranged.scale,
        heading=Heading(
            section_name(section),
            _place(page, len(arranged.pages), len(notes)),
            question or section_question(section),
            section,
        ),
        notes=_known(before, cards),
        body=None if notes else Hint(hint),
        swapped=workspace.view.sides_swapped,
    )


def _place(page: int, pages: int, count: int) -> str:
    if pages < 2:
        return str(count or "")
    return translate("Frame", "{total} · page {page} of {pages}", total=count, page=page + 1, pages=pages)


def _known(before: Sheet | None, cards: Mapping[str, WallCard]) -> Mapping[str, WallCard]:
    """Give cards; those that look as `before` are the same objects as there."""
    known = before.notes if isinstance(before, FrameLook) else {}
    return {each: known[each] if known.get(each) == card else card for each, card in cards.items()}


# A need with its answers.


def answers_look(
    workspace: Workspace, canvas_id: str, number: int, projection: Projection, before: Sheet | None = None
) -> FrameLook:
    """Give a pain or gain, by its number among the `needs`, with all that answers it, and the links."""
    canvas = workspace.canvas_by_id[canvas_id]
    there, swapped = needs(canvas), workspace.view.sides_swapped
    if not there:
        heading, hint = (
            Heading(translate("Frame", "Links")),
            translate("Frame", "There is no pain or gain yet."),
        )
        return FrameLook(f"{canvas_id}/links", projection, projection.least, heading, body=Hint(hint))
    number = min(number, len(there) - 1)
    need = there[number]
    joined = sorted(canvas.links_of.get(need.id, ()), key=lambda link: -(link.strength or 0))
    sources = [canvas.note_by_id[link.source] for link in joined]
    scale, places = _facing(need, sources, projection, swapped=swapped)
    cards = {note.id: WallCard(note, place) for note, place in zip((need, *sources), places, strict=True)}
    known = _known(before, cards)
    levels = workspace.levels
    links = {
        link.id: link_look(
            link,
            known[link.source],
            known[need.id],
            proven=bool(levels.get(need.id) and (levels.get(link.source) or levels.get(link.id))),
        )
        for link in joined
    }
    place = translate("Frame", "{number} of {total}", number=number + 1, total=len(there))
    question = (
        translate("Frame", "How well do these answer it?")
        if joined
        else translate("Frame", "What could answer this?")
    )
    name = translate(
        "Frame",
        "{section}, {importance}",
        section=section_name(need.section),
        importance=importance_name(need),
    )
    return FrameLook(
        id=f"{canvas_id}/links/{need.id}",
        projection=projection,
        scale=scale,
        heading=Heading(name, place, question, need.section),
        notes=known,
        links=_same_links(before, links),
        swapped=swapped,
    )


def _same_links(before: Sheet | None, links: Mapping[str, LinkLook]) -> Mapping[str, LinkLook]:
    known = before.links if isinstance(before, FrameLook) else {}

    def same(each: str, look: LinkLook) -> LinkLook:
        old = known.get(each)
        alike = old and (old.link, old.path, old.proven) == (look.link, look.path, look.proven)
        return old if old and alike else look

    return {each: same(each, look) for each, look in links.items()}


def _facing(
    need: Note, sources: Sequence[Note], projection: Projection, *, swapped: bool
) -> tuple[float, tuple[Rect, ...]]:
    """Give scale and places of a need on the customer's side and its answers, one below the other, across."""

    def tried(width: float) -> tuple[float, float]:
        down = max(_height(need.text, width), _down(sources, width)) + 2 * GAP
        across = (2 + BETWEEN) * width + 2 * PADDING
        return min(projection.most, projection.room.w / across, projection.room.h / down), width

    least = narrowest(note.text for note in (need, *sources))
    widths = [width for width in WIDTHS if width >= least] or WIDTHS[-1:]
    scale, width = max(map(tried, widths), key=lambda found: (round(found[0], 1), found[1]))
    room = room_in(projection, scale)
    left = (room.w - (2 + BETWEEN) * width) / 2
    right = left + (1 + BETWEEN) * width
    own, others = (left, right) if swapped else (right, left)
    height = _height(need.text, width)
    places = [Rect(own, room.centre.y - height / 2, width, height)]
    y = room.centre.y - _down(sources, width) / 2
    for note in sources:
        height = _height(note.text, width)
        places.append(Rect(others, y, width, height))
        y += height + GAP
    return scale, tuple(places)


def _down(notes: Sequence[Note], width: float) -> float:
    return sum(_height(note.text, width) + GAP for note in notes) - GAP if notes else 0.0


def _height(text: str, width: float) -> float:
    return card_height(text, width) + AIR


# The fit.


@dataclass(frozen=True, slots=True)
class Verdict:
    """The fit meter, large, beside it what it means and what one more answer would be worth."""

    figures: Fit
    headline: str
    sentences: tuple[str, ...]

    def draw(self, surface: Surface, place: Rect, theme: Theme) -> None:
        """Draw meter and sentences side by side."""
        there = board()
        meter = there.meter.united(there.legend)
        scale = min((place.w * METER_SHARE - 2 * PADDING) / meter.w, (place.h - 2 * PADDING) / meter.h)
        left, top = place.x + PADDING, place.centre.y - meter.h * scale / 2
        surface.push(left - meter.x * scale, top - meter.y * scale, scale)
        draw_meter(surface, there, self.figures, theme)
        surface.pop()
        x = left + meter.w * scale + 3 * PADDING
        self._draw_words(surface, Rect(x, place.y, place.right - PADDING - x, place.h), theme)

    def _draw_words(self, surface: Surface, place: Rect, theme: Theme) -> None:
        sizes = (SECTION_TITLE_SIZE + 2.0, TEXT_FLOOR)
        texts = [fit_text(self.headline, place.w, place.h / 3, sizes, bold=True)]
        texts += [fit_text(said, place.w, place.h / 5, (TEXT_FLOOR,)) for said in self.sentences]
        y = place.centre.y - (sum(text.height for text in texts) + 2 * PADDING * (len(texts) - 1)) / 2
        surface.begin(Part.SENTENCE, lambda: (self.headline, " ".join(self.sentences)))
        for text in texts:
            surface.text(text, place.x, y, theme.ink)
            y += text.height + 2 * PADDING
        surface.end()


def fit_look(workspace: Workspace, canvas_id: str, projection: Projection) -> FrameLook:
    """Give the fit of a canvas, to be read by all."""
    canvas, segment = workspace.canvas_by_id[canvas_id], workspace.segment_of[canvas_id]
    said = explain(canvas, workspace.levels, SENTENCES)
    figures = fit(canvas, workspace.levels)
    sentences = tuple(each.text for each in said.next_links)
    return FrameLook(
        id=f"{canvas_id}/fit",
        projection=projection,
        scale=projection.least,
        heading=Heading(translate("Frame", "Fit"), segment.name),
        body=Verdict(figures, said.headline, sentences),
    )
