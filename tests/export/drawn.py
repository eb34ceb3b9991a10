"""What is drawn on a page, in its points."""

from itertools import combinations

from canvasdesk.drawing.text import ShapedText, rows
from canvasdesk.export.pages import Page, Placed
from canvasdesk.layout.geometry import Rect
from tests.drawing.recording import Mark, Recording, letters


def recorded(*placed: Placed) -> Recording:
    """Give all marks of what is placed on a page."""
    surface = Recording()
    for each in placed:
        surface.push(each.x, each.y, each.scale)
        each.drawing.draw(surface)
        surface.pop()
        assert len(surface.places) == 1
        assert surface.open_groups == []
    return surface


def texts(page: Page) -> list[Mark]:
    """Give the texts of a page that have letters."""
    return [mark for mark in recorded(*page.placed).of("text") if letters(mark)]


def said(*pages: Page) -> str:
    """Give all words of pages."""
    return "\n".join(letters(mark) for page in pages for mark in texts(page))


def extent(mark: Mark) -> Rect:
    """Give the place that the lines of a text take."""
    text = mark.about["text"]
    assert isinstance(text, ShapedText)
    there, scale = rows(text), mark.scale
    left, right = min(row.left for row in there), max(row.left + row.width for row in there)
    return Rect(mark.x + left * scale, mark.y, (right - left) * scale, text.height * scale)


def lines(mark: Mark) -> list[Rect]:
    """Give the places of the lines of a text, one by one."""
    text, scale = mark.about["text"], mark.scale
    assert isinstance(text, ShapedText)
    high = text.height / text.lines * scale
    return [
        Rect(mark.x + row.left * scale, mark.y + number * high, row.width * scale, high)
        for number, row in enumerate(rows(text))
    ]


def check_texts(page: Page) -> None:
    """Check that no line of a text reaches out of its page or over another one."""
    whole = Rect(0.0, 0.0, page.width, page.height)
    places = [place.inset(0.02 * mark.scale) for mark in texts(page) for place in lines(mark)]
    assert all(whole.contains(place) for place in places)
    assert not any(one.intersects(other) for one, other in combinations(places, 2))


def check_places(page: Page) -> None:
    """Check that everything placed on a page lies inside it, as large as it says."""
    whole = Rect(0.0, 0.0, page.width, page.height).inset(-1e-6)
    for each in page.placed:
        assert whole.contains(each.clip)
        bounds, scale = each.drawing.bounds, each.scale
        shown = Rect(each.x + bounds.x * scale, each.y + bounds.y * scale, bounds.w * scale, bounds.h * scale)
        assert shown.inset(-1e-6).contains(each.clip)
