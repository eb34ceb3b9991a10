"""Bookmarks, and what pages are called."""

from collections.abc import Sequence
from typing import NamedTuple

from canvasdesk.export.pages import Page
from canvasdesk.export.pdf.objects import Entries, File, text_string, written


class Bookmark(NamedTuple):
    """A bookmark: how deep it stands, what it is called and which page it leads to."""

    level: int
    title: str
    page: str


def bookmarks(file: File, pages: Sequence[Page], references: Sequence[str]) -> str:
    """Write the bookmarks of the pages that have a title and give what refers to them, "" for none."""
    marks = [
        Bookmark(page.level, page.title, reference)
        for page, reference in zip(pages, references, strict=True)
        if page.title
    ]
    if not marks:
        return ""
    root = file.later()
    root.text = written({"Type": "/Outlines", **_branch(file, root.reference, marks)})
    return root.reference


def _branch(file: File, parent: str, marks: Sequence[Bookmark]) -> Entries:
    """Write bookmarks, those below others among them, and give the entries of what holds them."""
    heads: list[int] = []
    for number, mark in enumerate(marks):
        if not heads or mark.level <= marks[heads[-1]].level:
            heads.append(number)
    places = [file.later() for _ in heads]
    for number, (head, end) in enumerate(zip(heads, [*heads[1:], len(marks)], strict=True)):
        entries: dict[str, object] = {
            "Title": text_string(marks[head].title),
            "Parent": parent,
            "Dest": f"[{marks[head].page} /Fit]",
        }
        if number:
            entries["Prev"] = places[number - 1].reference
        if number + 1 < len(heads):
            entries["Next"] = places[number + 1].reference
        if end > head + 1:
            entries |= _branch(file, places[number].reference, marks[head + 1 : end])
        places[number].text = written(entries)
    return {"First": places[0].reference, "Last": places[-1].reference, "Count": len(marks)}


def labels(pages: Sequence[Page]) -> str:
    """Give what the pages are called, "" where none is called anything but its number."""
    if not any(page.label for page in pages):
        return ""
    named = (
        f"{number} <</P {text_string(page.label)}>>" if page.label else f"{number} <</S /D /St {number + 1}>>"
        for number, page in enumerate(pages)
    )
    return f"<</Nums [{' '.join(named)}]>>"
