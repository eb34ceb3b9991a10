"""A page for browsers: one file that asks for nothing else, with pictures and all their words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from canvasdesk import __version__
from canvasdesk.assets import resource
from canvasdesk.drawing.naming import credit, day_name
from canvasdesk.export.choice import Sheet, What
from canvasdesk.export.html.business import MODEL, TABLE, model_name, model_part, table_name, table_part
from canvasdesk.export.html.canvases import canvas_name, segment_name, segment_part
from canvasdesk.export.html.markup import Markup, anchor, element, listing, words
from canvasdesk.export.html.sessions import SESSIONS, has_sessions, sessions_part
from canvasdesk.export.html.shown import Shown, shown
from canvasdesk.export.sessions import sessions_name
from canvasdesk.layout.style import DARK, LIGHT, Theme
from canvasdesk.model.segments import CustomerSegment
from canvasdesk.model.workspace import Workspace
from canvasdesk.words import translate

CONTENT = "content"
NO_REQUESTS = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
)
HUES = ("blue", "vermilion", "green", "straw")


def page(workspace: Workspace, sheets: Sequence[Sheet]) -> bytes:
    """Give a page that shows these sheets, as UTF-8; needs a `QGuiApplication`.

    The same workspace gives the same bytes: the only date on it is that of the last change. The hours of
    sessions are those of the time zone one is in.
    """
    there = shown(workspace, sheets)
    content = _content(there)  # pictures fill the palette, so they come before the style
    language = workspace.language_tag
    backward = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    whole = element("html", _head(there), content, lang=language, dir="rtl" if backward else "ltr")
    return f"<!DOCTYPE html>\n{whole}\n".encode()


def _title(workspace: Workspace) -> str:
    return workspace.title.strip() or workspace.business_model.name.strip() or model_name()


def _head(there: Shown) -> Markup:
    style = resource("page.css").read_text(encoding="utf-8")
    return Markup(
        '<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{NO_REQUESTS}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="canvasdesk {__version__}">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<link rel="icon" href="data:,">\n'
        f"{element('title', _title(there.workspace))}\n"
        f"<style>\n{_colours(there)}{style}</style>\n</head>\n"
    )


def _colours(there: Shown) -> str:
    """Give the colours of page and pictures: light, and on screens dark where the reader wants that."""
    light = _theme(LIGHT) + there.palette.declarations(dark=False)
    dark = _theme(DARK) + there.palette.declarations(dark=True)
    return f":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"


def _theme(theme: Theme) -> str:
    plain = ("board", "shape", "ink", "muted", "hairline", "accent", "focus")
    named = {name: getattr(theme, name) for name in plain}
    for name in HUES:
        hue = getattr(theme, name)
        named |= {f"{name}-ink": hue.ink, f"{name}-line": hue.line, f"{name}-fill": hue.fill}
    return "".join(f"--{name}:{colour};" for name, colour in named.items())


def _content(there: Shown) -> Markup:
    parts = (
        element("a", translate("Page", "Skip to the content"), href=f"#{CONTENT}", class_="skip"),
        _header(there.workspace),
        element("nav", _contents(there), aria_label=translate("Page", "Contents")),
        element("main", *_parts(there), id=CONTENT, tabindex="-1"),
        element("footer", element("p", credit())),
    )
    return element("body", *parts)


def _header(workspace: Workspace) -> Markup:
    changed = translate("Page", "Last changed on {day}", day=day_name(workspace.modified.date()))
    return element(
        "header",
        words("h1", _title(workspace)),
        words("p", workspace.description),
        element("p", changed, class_="facts"),
    )


def _contents(there: Shown) -> Markup:
    entries = []
    if there.has(What.BUSINESS_MODEL):
        entries.append(element("li", element("a", model_name(), href=f"#{MODEL}")))
    if there.has(What.CONTRAST):
        entries.append(element("li", element("a", table_name(), href=f"#{TABLE}")))
    last = []
    if has_sessions(there):
        last.append(element("li", element("a", sessions_name(), href=f"#{SESSIONS}")))
    return listing((*entries, *(_contents_of(there, segment) for segment in there.segments), *last))


def _contents_of(there: Shown, segment: CustomerSegment) -> Markup:
    roles = (
        element("li", words("a", canvas_name(canvas), href=f"#{anchor(canvas.id)}"))
        for canvas in segment.canvases
        if canvas.id in there.here and canvas.stakeholder
    )
    name = words("a", segment_name(segment), href=f"#{anchor(segment.id)}")
    return element("li", name, listing(roles))


def _parts(there: Shown) -> Sequence[Markup]:
    model = (model_part(there),) if there.has(What.BUSINESS_MODEL) else ()
    table = (table_part(there),) if there.has(What.CONTRAST) else ()
    last = (sessions_part(there),) if has_sessions(there) else ()
    return (*model, *table, *(segment_part(there, each) for each in there.segments), *last)
