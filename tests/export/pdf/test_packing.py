"""Objects that lie packed in a file are found again, each by its number."""

from io import BytesIO
from math import ceil

import pikepdf
import pytest

from canvasdesk.export.pdf.objects import File, written
from canvasdesk.export.pdf.packing import TOGETHER, packed


def test_a_pack_says_where_each_object_begins() -> None:
    content, begin = packed([(3, b"<</A 1>>"), (70, b"[1 2]"), (4, b"null")])
    numbers = list(map(int, content[:begin].split()))
    assert numbers[::2] == [3, 70, 4]
    assert [content[begin + at :].split(b"\n")[0] for at in numbers[1::2]] == [b"<</A 1>>", b"[1 2]", b"null"]


@pytest.mark.parametrize("count", [0, 1, TOGETHER - 1, TOGETHER, 3 * TOGETHER + 1])
def test_any_number_of_objects_is_found(count: int) -> None:
    file = File()
    pages, places = file.later(), [file.later() for _ in range(count)]
    file.stream(b"a stream between them")
    for number, place in enumerate(places):
        place.text = written({"Number": number})
    page = file.dictionary(
        {"Type": "/Page", "Parent": pages.reference, "MediaBox": "[0 0 9 9]", "Resources": "<<>>"}
    )
    pages.text = written({"Type": "/Pages", "Kids": f"[{page}]", "Count": 1})
    all_of_them = f"[{' '.join(place.reference for place in places)}]"
    content = file.content(
        {"Type": "/Catalog", "Pages": pages.reference, "All": all_of_them}, {"Title": "(T)"}
    )
    read = pikepdf.open(BytesIO(content))
    assert [int(each.Number) for each in read.Root.All] == list(range(count))
    assert str(read.docinfo.Title) == "T"
    assert read.check_pdf_syntax() == []
    assert content.count(b"/ObjStm") == ceil((count + 5) / TOGETHER)  # and what else there is
