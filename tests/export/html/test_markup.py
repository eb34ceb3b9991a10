"""Elements of HTML: whatever people write stays text."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.drawing.text import LINE_BREAK, plain
from canvasdesk.export.html.markup import Markup, anchor, element, joined, link, listing, words
from tests.scalars import texts


class Reader(HTMLParser):
    """Reads elements and letters as a browser would."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.letters = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.letters += data


@given(texts(60), texts(60))
def test_any_text_stays_text(text: str, value: str) -> None:
    read = Reader(element("p", text, title=value))
    assert [tag for tag, _ in read.tags if tag != "br"] == ["p"]
    assert read.letters == plain(text).replace(LINE_BREAK, "\n")
    assert read.tags[0][1] == {"title": plain(value).replace(LINE_BREAK, " ")}


def test_elements_hold_elements_and_names_are_written_as_in_html() -> None:
    inner = element("b", "1 < 2")
    assert element("p", inner, " & ", class_="x", aria_label=None) == (
        '<p class="x"><b>1 &lt; 2</b>&amp;</p>'
    )
    assert joined((inner, "<")) == "<b>1 &lt; 2</b>&lt;"


def test_what_says_nothing_leaves_no_trace() -> None:
    assert words("p", " \n ") == listing([]) == listing([Markup()]) == ""


@given(st.lists(st.text(min_size=1, max_size=6), unique=True, max_size=8))
def test_every_id_has_an_anchor_of_its_own_that_is_one_word(ids: list[str]) -> None:
    anchors = [anchor(each) for each in ids]
    assert len(set(anchors)) == len(ids)
    assert all(
        each.isascii() and each.replace("-", "").replace("_", "").replace(".", "").isalnum()
        for each in anchors
    )


def test_what_is_not_on_the_page_is_only_named() -> None:
    assert link("a", "A", {"a"}) == '<a href="#at-a">A</a>'
    assert link("b", "B", {"a"}) == "<span>B</span>"
