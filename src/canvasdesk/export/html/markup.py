"""Elements of HTML, in which a text cannot be taken for markup."""

from collections.abc import Iterable
from html import escape
from string import ascii_letters, digits

from canvasdesk.drawing.text import LINE_BREAK, plain

_SAFE = frozenset(ascii_letters + digits + "-_")


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def element(name: str, *content: str, **attributes: str | None) -> Markup:
    """Give an element; what is no `Markup` is a text, and what it starts with and ends with is left out.

    Attributes are named as in Python, `aria_label` or `class_`; those that are None are left out.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(plain(value).replace(LINE_BREAK, " "))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{written}>{joined(content)}</{name}>")


def joined(content: Iterable[str]) -> Markup:
    """Give texts and elements one after the other."""
    return Markup("".join(each if isinstance(each, Markup) else _letters(each) for each in content))


def words(name: str, text: str, **attributes: str | None) -> Markup:
    """Give an element for what people have written, in the direction of their first letter."""
    return element(name, text, dir="auto", **attributes) if plain(text) else Markup()


def listing(items: Iterable[Markup], **attributes: str | None) -> Markup:
    """Give a list of items; none without any."""
    content = joined(items)
    # Without the role, Safari takes a list without bullets for none.
    return element("ul", content, role="list", **attributes) if content else Markup()


def anchor(part_id: str) -> str:
    """Give the name under which a part of the workspace is found on the page, in letters for any browser."""
    return "at-" + "".join(each if each in _SAFE else f".{ord(each):x}." for each in part_id)


def link(part_id: str, text: str, here: Iterable[str]) -> Markup:
    """Give a text that leads to a part of the workspace, where that is among those `here` on the page."""
    return element("a", text, href=f"#{anchor(part_id)}") if part_id in here else element("span", text)


def _letters(text: str) -> str:
    return escape(plain(text), quote=False).replace(LINE_BREAK, "<br>\n")
