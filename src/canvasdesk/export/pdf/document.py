"""The whole file: pages with their tags, bookmarks, fonts, and what the file says of itself."""

from collections.abc import Callable, Mapping, Sequence

from canvasdesk.export.pages import Page
from canvasdesk.export.pdf.content import Forms, content_of
from canvasdesk.export.pdf.fonts import Fonts
from canvasdesk.export.pdf.metadata import About, information, packet
from canvasdesk.export.pdf.objects import File, numbers, text_string, written
from canvasdesk.export.pdf.outline import bookmarks, labels
from canvasdesk.export.pdf.srgb import profile
from canvasdesk.export.pdf.tags import Tree

Pause = Callable[[int], None]
"""Hears after each page how many are written; raises to end there."""


def go_on(_pages: int) -> None:
    """Write the next page at once."""


def write_pdf(pages: Sequence[Page], about: About, pause: Pause = go_on) -> bytes:
    """Give pages as a PDF file that keeps PDF/A-2u and PDF/UA-1; needs a `QGuiApplication`.

    The same pages and `about` give the same bytes. A drawing of several pages is kept once.
    """
    file, fonts = File(), Fonts()
    tree, tops, resources = Tree(file), file.later(), file.later()
    forms = Forms(file, fonts, resources.reference, pages)
    references: list[str] = []
    for page in pages:
        content = content_of(page, fonts, forms)
        entries = {
            "Type": "/Page",
            "Parent": tops.reference,
            "MediaBox": f"[0 0 {numbers(page.width, page.height)}]",
            "Resources": resources.reference,
            "Contents": file.stream("\n".join(content.code).encode("ascii")),
            "StructParents": len(references),
        }
        references.append(file.dictionary(entries))
        tree.add(references[-1], content.tags, content.marks)
        pause(len(references))
    tops.text = written({"Type": "/Pages", "Kids": f"[{' '.join(references)}]", "Count": len(references)})
    resources.text = written({"Font": written(fonts.written(file)), "XObject": written(forms.objects)})
    catalog = {
        "Type": "/Catalog",
        "Pages": tops.reference,
        "StructTreeRoot": tree.finish(),
        "PageLabels": labels(pages),
        "Outlines": bookmarks(file, pages, references),
        **_described(file, about),
    }
    return file.content({name: value for name, value in catalog.items() if value}, information(about))


def _described(file: File, about: About) -> Mapping[str, object]:
    """Write what the file says of itself, and give its entries in the catalog."""
    colours = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": text_string("sRGB"),
        "DestOutputProfile": file.stream(profile(), {"N": 3}),
    }
    return {
        "Lang": text_string(about.language),
        "MarkInfo": "<</Marked true>>",
        "ViewerPreferences": "<</DisplayDocTitle true>>",
        "Metadata": file.stream(packet(about), {"Type": "/Metadata", "Subtype": "/XML"}, packed=False),
        "OutputIntents": f"[{written(colours)}]",
    }
