"""Tags: headings, notes and tables as those find them who do not see the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from canvasdesk.drawing.surface import Part
from canvasdesk.export.pdf.elements import Element, in_order
from canvasdesk.export.pdf.objects import LETTERS_MOST, Entries, File, text_string, written

_HEADINGS = (Part.HEADING, Part.SECTION, Part.BLOCK)
_TITLE, _SUBTITLE = "H1", "H2"
_OF_COLUMN, _OF_ROW = ({"A": f"<</O /Table /Scope /{scope}>>"} for scope in ("Column", "Row"))


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag with the marks on its page that belong to it, the tags within, and what else is said of it."""

    name: str
    marks: Sequence[int] = ()
    kids: Sequence["Tag"] = ()
    more: Entries | None = None


def figure(said: str, mark: int, box: str) -> list[Tag]:
    """Give the tag of a drawing that is a single mark; its box on the page is left, below, right, above.

    What is too long to be said of it at once is said after it.
    """
    first, *rest = _portions(said)
    more = {"Alt": text_string(first), "A": f"<</O /Layout /BBox [{box}]>>"}
    return [
        Tag("Figure", (mark,), (), more),
        *(Tag("P", more={"ActualText": text_string(each)}) for each in rest),
    ]


def _portions(text: str) -> list[str]:
    """Give a text in portions of whole lines that are short enough for a string."""
    found = [""]
    for line in text.split("\n"):
        if found[-1] and len(found[-1]) + len(line) >= LETTERS_MOST:
            found.append("")
        found[-1] = f"{found[-1]}\n{line}" if found[-1] else line
    return found


def tags_of(whole: Element) -> list[Tag]:
    """Give the tags of what was drawn, as they are read."""
    return [tag for element in in_order(whole) for tag in _tags(element)]


def _tags(element: Element) -> Iterator[Tag]:
    if element.part is Part.TABLE:
        yield from _table(element)
    elif element.part is Part.CANVAS:
        yield Tag("Sect", (), tags_of(element))
    else:
        yield _tag(element, _SUBTITLE if element.part in _HEADINGS else "P")


def _tag(element: Element, name: str, more: Entries | None = None) -> Tag:
    said = dict(more or {})
    if element.described:
        said["Alt" if element.letters else "ActualText"] = text_string(element.described)
    if not element.simple or len(element.letters) > 1:  # else several texts would be read as one word
        said["ActualText"] = text_string("\n".join(element.letters))
    return Tag(name, element.marks, tags_of(element), said)


def _table(table: Element) -> Iterator[Tag]:
    """Give what stands above a table, and its rows: a title and as many cells as there are columns."""
    columns = [kid for kid in table.kids if kid.part is Part.SEGMENT]
    cells = [kid for kid in table.kids if kid.part is Part.CELL]
    for kid in table.kids:
        if kid.part not in (Part.SEGMENT, Part.CELL):
            yield from _tags(kid)
    rows = [Tag("TR", (), [Tag("TD"), *(_tag(each, "TH", _OF_COLUMN) for each in columns)])]
    wide = len(columns) + 1
    for first in range(0, len(cells), wide):
        title, *rest = cells[first : first + wide]
        rows.append(Tag("TR", (), [_tag(title, "TH", _OF_ROW), *(_tag(each, "TD") for each in rest)]))
    yield Tag("Table", (), rows)


class Tree:
    """Writes the tags of one page after the other into a file."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._root, self._document = file.later(), file.later()
        self._kids: list[str] = []
        self._owners: list[str] = []
        self._titled = False

    def add(self, page: str, tags: Sequence[Tag], marks: int) -> None:
        """Write the tags of a page that has so many marks."""
        owners, self._titled = [""] * marks, False
        self._kids += [self._written(tag, self._document.reference, page, owners) for tag in tags]
        self._owners.append(f"[{' '.join(owners)}]")

    def finish(self) -> str:
        """Write what holds all tags together, and give what refers to it."""
        numbered = " ".join(f"{page} {owners}" for page, owners in enumerate(self._owners))
        parents = self._file.dictionary({"Nums": f"[{numbered}]"})
        self._document.text = written(
            {
                "Type": "/StructElem",
                "S": "/Document",
                "P": self._root.reference,
                "K": f"[{' '.join(self._kids)}]",
            }
        )
        self._root.text = written(
            {
                "Type": "/StructTreeRoot",
                "K": self._document.reference,
                "ParentTree": parents,
                "ParentTreeNextKey": len(self._owners),
            }
        )
        return self._root.reference

    def _written(self, tag: Tag, parent: str, page: str, owners: list[str]) -> str:
        """Write a tag with all within it, say whose marks are its own, and give what refers to it."""
        name = tag.name
        if name == _SUBTITLE and not self._titled:  # what comes first on a page is its title
            name, self._titled = _TITLE, True
        element = self._file.later()
        for mark in tag.marks:
            owners[mark] = element.reference
        within = [self._written(kid, element.reference, page, owners) for kid in tag.kids]
        kids = " ".join([*map(str, tag.marks), *within])
        element.text = written(
            {"S": f"/{name}", "P": parent, "Pg": page, "K": f"[{kids}]", **(tag.more or {})}
        )
        return element.reference
