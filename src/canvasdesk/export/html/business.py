"""The business model and the segments side by side on a page: pictures, blocks as lists, a real table."""

from collections.abc import Iterator

from canvasdesk.drawing.business_model import ModelLook, still_look
from canvasdesk.drawing.contrast import contrast_look
from canvasdesk.drawing.naming import amount_name, block_name, describe_segment, entry_facts, share_name
from canvasdesk.export.html.canvases import segment_name
from canvasdesk.export.html.markup import Markup, element, link, listing, words
from canvasdesk.export.html.pieces import facts, figure, flow_ties, item, items
from canvasdesk.export.html.shown import Shown
from canvasdesk.interchange.table import cell_text, row_title
from canvasdesk.layout.walk import reading_order
from canvasdesk.model.business import Block
from canvasdesk.model.contrast import Row, contrast
from canvasdesk.model.fit import fit
from canvasdesk.words import translate

MODEL, TABLE = "model", "side-by-side"
"""Where the two parts are found on the page; parts of the workspace have other names."""


def model_name() -> str:
    """Give what the part with the business model is called."""
    return translate("Export", "Business model")


def table_name() -> str:
    """Give what the part with the segments side by side is called."""
    return translate("Export", "Side by side")


def model_part(shown: Shown) -> Markup:
    """Give the business model block by block."""
    look = still_look(shown.workspace)
    return element(
        "section",
        element("h2", model_name(), id=MODEL),
        figure(shown, look, model_name()),
        element("div", *(_block(shown, look, block) for block in Block), class_="columns"),
        aria_labelledby=MODEL,
    )


def _block(shown: Shown, look: ModelLook, block: Block) -> Markup:
    found = _segments(shown) if block is Block.SEGMENTS else _entries(shown, look, block)
    total = look.sums.get(block)
    said = [] if total is None else [translate("Page", "{amount} a year in all", amount=amount_name(total))]
    colour = "blue" if block is Block.SEGMENTS else "straw"
    return element("div", element("h3", block_name(block)), facts(said), items(found), class_=colour)


def _entries(shown: Shown, look: ModelLook, block: Block) -> Iterator[Markup]:
    workspace = shown.workspace
    placed = ((card.id, card.field, card.rect) for card in look.notes.values() if card.field is block)
    for entry_id in reading_order(placed):
        entry = workspace.entry_by_id[entry_id]
        its = (workspace.segment_by_id[each] for each in entry.segment_ids)
        meant = (element("li", link(each.id, segment_name(each), shown.here)) for each in its)
        yield item(
            entry_id,
            entry.text,
            words("p", entry.detail),
            facts(entry_facts(entry)),
            listing(meant, class_="ties", aria_label=translate("Page", "For")),
            listing(flow_ties(shown, entry_id), class_="ties"),
        )


def _segments(shown: Shown) -> Iterator[Markup]:
    levels = shown.workspace.levels
    for segment in shown.workspace.segments:
        share = fit(segment.canvases[0], levels).on_paper
        said = translate("Segment", "not mapped yet")
        if share is not None:
            said = translate("Segment", "{share} fit", share=share_name(share))
        name = link(segment.id, segment_name(segment), shown.here)
        yield element("li", name, facts([*describe_segment(segment), said]))


def table_part(shown: Shown) -> Markup:
    """Give the segments side by side."""
    look = contrast_look(shown.workspace)
    return element(
        "section",
        element("h2", table_name(), id=TABLE),
        figure(shown, look, table_name()),
        element(
            "div",
            _table(shown, look.words()[1]),
            class_="wide",
            tabindex="0",
            role="group",
            aria_labelledby=TABLE,
        ),
        aria_labelledby=TABLE,
    )


def _table(shown: Shown, caption: str) -> Markup:
    columns = contrast(shown.workspace)
    head = (
        element("th", link(each.segment.id, segment_name(each.segment), shown.here), scope="col", dir="auto")
        for each in columns
    )
    corner = element("th", translate("Contrast", "Segment"), scope="col")
    body = (
        element(
            "tr",
            element("th", row_title(row), scope="row"),
            *(element("td", cell_text(each, row) or "–", dir="auto") for each in columns),
        )
        for row in Row
    )
    return element(
        "table",
        element("caption", caption),
        element("thead", element("tr", corner, *head)),
        element("tbody", *body),
    )
