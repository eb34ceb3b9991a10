"""Pieces of which all parts of a page are made: facts, pictures, notes and what they are tied to."""

from collections.abc import Iterable, Iterator

from canvasdesk.drawing.flow_words import describe_flow, other_end
from canvasdesk.drawing.sheet import SheetLook
from canvasdesk.drawing.text import plain
from canvasdesk.export.html.markup import Markup, anchor, element, joined, link, listing, words
from canvasdesk.export.html.pictures import picture
from canvasdesk.export.html.shown import Shown
from canvasdesk.words import translate


def facts(said: Iterable[str]) -> Markup:
    """Give short facts in a line; none without any."""
    between = translate("List", " · ", "between short facts")
    return words("p", between.join(said), class_="facts")


def captioned(*told: tuple[str, str]) -> Markup:
    """Give texts with their captions, those that say something."""
    rows = [joined((element("dt", caption), words("dd", text))) for caption, text in told if plain(text)]
    return element("dl", *rows, class_="told") if rows else Markup()


def figure(shown: Shown, look: SheetLook, name: str) -> Markup:
    """Give the picture of a sheet, in a frame that is scrolled, also with keys, where the page is narrow."""
    drawn = picture(look, shown.workspace.language_tag, shown.palette)
    said = translate("Page", "Picture of {name}", name=name)
    return element("figure", drawn, tabindex="0", role="group", aria_label=said)


def items(found: Iterable[Markup]) -> Markup:
    """Give notes or entries as a list, or say that there is none."""
    there = listing(found, class_="notes")
    return there or element("p", translate("Page", "Nothing here yet."), class_="facts")


def item(part_id: str, text: str, *more: Markup) -> Markup:
    """Give a note or entry as an item that bears its text as its name."""
    place = anchor(part_id)
    name = f"{place}-text"
    said = words("p", text if plain(text) else translate("Spoken", "Empty note"), id=name, class_="text")
    return element("li", said, *more, id=place, aria_labelledby=name)


def flow_ties(shown: Shown, end_id: str) -> Iterator[Markup]:
    """Give each flow of a note or entry as an item: what it claims, leading to its other end."""
    for flow in shown.workspace.flows_of.get(end_id, ()):
        said = describe_flow(shown.workspace, flow, end_id)
        yield element("li", link(other_end(flow, end_id), said, shown.here))
