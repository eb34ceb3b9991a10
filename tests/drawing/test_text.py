"""Text stays in its note, whatever is written; it is shaped with the bundled fonts only."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from canvasdesk.drawing.fitting import (
    LINES_MOST,
    NOTE_SIZES,
    NOTE_TEXT,
    SLACK,
    fit,
    fit_note,
    line,
    note_height,
)
from canvasdesk.drawing.fonts import FAMILIES
from canvasdesk.drawing.text import (
    LEADING,
    LINE_BREAK,
    MARKS_MOST,
    TALL_LEADING,
    ShapedText,
    leading,
    plain,
    right_to_left,
    rows,
    units,
)
from canvasdesk.layout.style import NOTE_FOOTER, NOTE_HEIGHT, TEXT_FLOOR, TEXT_SIZE
from tests.scalars import texts

SCRIPTS = {
    "Latin": "Zażółć gęślą jaźń – “fi ffl office” €",
    "Vietnamese": "Tiếng Việt: giảm chi phí vận hành",
    "Cyrillic": "Съешь ещё этих мягких булок",
    "Greek": "Ξεσκεπάζω τὴν ψυχοφθόρα",
    "Arabic": "مهام العميل والآلام",
    "Hebrew": "כאבים ורווחים של הלקוח",
    "Devanagari": "ग्राहक की ज़रूरतें और क्षमता",
    "Bengali": "গ্রাহকের কাজ ও ক্ষোভ",
    "Tamil": "வாடிக்கையாளர் வேலை",
    "Thai": "งานของลูกค้าที่สำคัญ น้ำ",
    "Armenian": "Հաճախորդի աշխատանքը",
    "Georgian": "მომხმარებლის საქმე",
    "Ethiopic": "የደንበኛ ሥራ",
    "Chinese": "价值主张画布：客户工作与痛点",
    "Japanese": "顧客の仕事、ペイン、ゲイン",
    "Korean": "고객의 일과 고통 그리고 이득",
    "emoji": "🚀😀✅👍🏽👩‍💻🇫🇷",
    "symbols": "→ ★ ☐ ∑ ≤ ∞ ♻",
}
ANY_TEXT = (
    texts(200)
    | st.text(st.characters(exclude_categories=["Cs"]), min_size=200, max_size=2000)
    | st.text(st.sampled_from("aW1-👩‍💻مख고漢"), min_size=200, max_size=400)
)


def stays_inside(text: ShapedText) -> None:
    for row in rows(text):
        assert row.left >= -SLACK
        assert row.left + row.width <= NOTE_TEXT.w + SLACK
        assert 0 < row.baseline < text.height


@given(ANY_TEXT)
@example("W" * 200)
@example("\ufdfd" * 3)  # one sign wider than a note's line
@example("Z" + "\u0301" * 60)
@example("word " * 400)
@example("\n" * 100 + "end")
def test_text_never_leaves_its_note(text: str) -> None:
    fitted = fit_note(text)
    stays_inside(fitted)
    assert fitted.height == pytest.approx(fitted.lines * fitted.size * leading(plain(text)))
    assert NOTE_TEXT.y + fitted.height + NOTE_FOOTER <= note_height(text) + SLACK
    assert note_height(text) >= NOTE_HEIGHT
    assert fitted.size <= TEXT_SIZE
    assert fitted.lines <= LINES_MOST


@given(ANY_TEXT)
def test_all_that_is_written_is_shown_or_an_ellipsis_says_that_there_is_more(text: str) -> None:
    fitted, shown = fit_note(text), plain(text)
    if fitted.whole:
        assert fitted.layout.text() == shown
        assert sum(units(row.text) for row in rows(fitted)) <= units(shown)
        assert "".join("".join(row.text for row in rows(fitted)).split()) == "".join(shown.split())
    else:
        assert fitted.layout.text().endswith("…")
        assert shown.startswith(fitted.layout.text()[:-1])
        assert len(shown) > len(fitted.layout.text()) - 1


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_has_its_letters_in_the_bundled_fonts(script: str) -> None:
    for run in fit_note(SCRIPTS[script]).layout.glyphRuns():
        assert run.rawFont().familyName() in FAMILIES
        assert 0 not in run.glyphIndexes()


def test_short_text_is_large_and_long_text_shrinks_before_the_note_grows() -> None:
    assert fit_note("Accuracy").size == TEXT_SIZE
    assert note_height("Accuracy") == NOTE_HEIGHT
    three_lines = "Alarms 30 min before a line drifts away"
    assert TEXT_FLOOR <= fit_note(three_lines).size < TEXT_SIZE
    assert note_height(three_lines) == NOTE_HEIGHT
    long = "Predictive quality data for the optimisation of every single process"
    assert fit_note(long).size == TEXT_FLOOR
    assert fit_note(long).lines > 3
    assert 0 <= note_height(long) - (NOTE_TEXT.y + fit_note(long).height + NOTE_FOOTER) < 1


def test_a_word_that_is_too_long_breaks_inside_only_where_it_must() -> None:
    assert [row.text for row in rows(fit_note("Defect-free production"))] == ["Defect-free", "production"]
    broken = fit_note("Donaudampfschifffahrtsgesellschaft")
    assert broken.lines > 1
    assert "".join(row.text for row in rows(broken)) == "Donaudampfschifffahrtsgesellschaft"


def test_a_sign_wider_than_the_note_is_made_smaller_than_the_floor() -> None:
    wide = fit("\ufdfd", 40.0, 30.0, NOTE_SIZES)
    assert wide.size < TEXT_FLOOR
    assert wide.width <= 40.0 + SLACK


def test_lines_start_where_the_first_letter_with_a_direction_starts() -> None:
    assert rows(fit_note("(1) Accuracy אבג"))[0].left == 0
    arabic = rows(fit_note("2025: مهام العميل"))[0]
    assert arabic.left + arabic.width == pytest.approx(NOTE_TEXT.w, abs=0.02)
    assert right_to_left("12 – אבג abc")
    assert not right_to_left("12 – abc אבג")


def test_new_lines_of_all_kinds_break_and_nothing_else_harmful_stays() -> None:
    assert plain("one\r\ntwo\rthree\x0bfour\u2029five") == LINE_BREAK.join(
        ("one", "two", "three", "four", "five")
    )
    assert plain("a\tb\x00c\x1bd\x9fe\ufffcf\ud800g") == "a bcdefg"
    assert plain("  around  ") == "around"
    assert plain("Z" + "\u0301" * 60) == "Z" + "\u0301" * MARKS_MOST
    assert fit_note("one\ntwo").lines == 2


@given(st.text())
def test_plain_text_stays_plain(text: str) -> None:
    shown = plain(text)
    assert plain(shown) == shown
    assert not [letter for letter in shown if unicodedata.category(letter) in {"Cc", "Cs"}]


def test_scripts_that_stack_marks_get_more_room() -> None:
    assert leading("Accuracy – Ü") == LEADING
    assert leading("क्षमता") == TALL_LEADING
    assert leading("น้ำ") == TALL_LEADING


def test_a_title_is_one_line_and_ends_in_an_ellipsis() -> None:
    short = line("Pain\nrelievers", 14, 200)
    assert (short.layout.text(), short.whole, short.lines) == ("Pain relievers", True, 1)
    long = line("Unplanned downtime from quality failures", 14, 120, bold=True)
    assert long.layout.text().endswith("…")
    assert not long.whole
    assert 80 < long.width <= 120
    assert line("Pain relievers", 14, 200, bold=True).width > short.width


def test_the_same_text_is_shaped_once() -> None:
    assert fit_note("Accuracy") is fit_note("Accuracy")
    assert fit_note("Accuracy") is not fit_note("accuracy")
