"""What is on a page: the drawings placed on it, those of several pages kept once, and its tags."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from canvasdesk.export.pages import Drawing, Page, Placed
from canvasdesk.export.pdf.elements import WHOLES, Element, in_order
from canvasdesk.export.pdf.fonts import Fonts
from canvasdesk.export.pdf.objects import File, numbers, placing
from canvasdesk.export.pdf.surface import PdfSurface
from canvasdesk.export.pdf.tags import Tag, figure, tags_of


@dataclass(slots=True)
class Content:
    """The operators of a page, its tags, and how many marks they hold."""

    code: list[str] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    marks: int = 0


class Forms:
    """Drawings that are placed more than once, each kept once in the file."""

    def __init__(self, file: File, fonts: Fonts, resources: str, pages: Sequence[Page]) -> None:
        self._file, self._fonts, self._resources = file, fonts, resources
        times = Counter(placed.drawing for page in pages for placed in page.placed)
        self._several = {drawing for drawing, count in times.items() if count > 1}
        self._known: dict[Drawing, tuple[str, str]] = {}  # the name, and what is said from the second time on
        self.objects: dict[str, str] = {}

    def __contains__(self, drawing: Drawing) -> bool:
        return drawing in self._several

    def form(self, drawing: Drawing) -> tuple[str, str]:
        """Give the name of a drawing and what is to be said of it.

        That is all of it where it comes first, then only what is shown; of a mere line of words, nothing.
        """
        if drawing in self._known:
            return self._known[drawing]
        surface = PdfSurface(self._fonts)
        drawing.draw(surface)
        name = f"D{len(self.objects) + 1}"
        self.objects[name] = self._file.stream(
            surface.code.encode("ascii"),
            {
                "Type": "/XObject",
                "Subtype": "/Form",
                "BBox": f"[{numbers(*drawing.bounds[:2], drawing.bounds.right, drawing.bounds.bottom)}]",
                "Resources": self._resources,
            },
        )
        wholes = (kid.words[0] for kid in surface.whole.kids if kid.part in WHOLES)
        self._known[drawing] = name, next(wholes, "")
        return name, "\n".join(filter(None, _said(surface.whole)))


def content_of(page: Page, fonts: Fonts, forms: Forms) -> Content:
    """Give what is on a page."""
    content = Content()
    for placed in page.placed:
        frame = _frame(placed, page)
        if placed.drawing in forms:
            name, said = forms.form(placed.drawing)
            if said:
                content.code.append(f"/Figure <</MCID {content.marks}>> BDC")
                content.tags += figure(said, content.marks, _box(placed, page))
                content.marks += 1
            else:
                content.code.append("/Artifact BMC")
            content.code += [frame, f"/{name} Do", "Q", "EMC"]
        else:
            surface = PdfSurface(fonts, content.marks)
            placed.drawing.draw(surface)
            content.code += [frame, surface.code, "Q"]
            content.tags += tags_of(surface.whole)
            content.marks += surface.marks
    if page.marks:
        surface = PdfSurface(fonts)
        page.marks(surface)
        upright = f"q {placing(1.0, 0.0, page.height, upright=True)}"
        content.code += ["/Artifact BMC", upright, surface.code, "Q", "EMC"]
    return content


def _frame(placed: Placed, page: Page) -> str:
    """Give the operators that bring a drawing to its place; pages of PDF count from below."""
    x, y, w, h = placed.clip
    place = placing(placed.scale, placed.x, page.height - placed.y, upright=True)
    return f"q {numbers(x, page.height - y - h, w, h)} re W n {place}"


def _box(placed: Placed, page: Page) -> str:
    clip = placed.clip
    return numbers(clip.x, page.height - clip.bottom, clip.right, page.height - clip.y)


def _said(element: Element) -> Iterator[str]:
    """Give all that is said of a thing and of what is in it."""
    yield element.said
    for kid in in_order(element):
        yield from _said(kid)
