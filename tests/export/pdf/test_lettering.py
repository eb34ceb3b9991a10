"""Text of any script: read in its order by others, and written without any font but the bundled ones."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings

from canvasdesk.drawing.fitting import fit
from canvasdesk.drawing.paragraph import Span, paragraph
from tests.export.pdf.files import (
    column,
    faults,
    opened,
    page_of,
    pdfium_text,
    poppler_text,
    squeezed,
    tags,
    written,
)
from tests.scalars import texts

SCRIPTS = {
    "Latin": "“Office” fluffy affiliate – waffle",
    "Polish": "Zażółć gęślą jaźń: szybka wysyłka",
    "Cyrillic": "Съешь ещё этих мягких французских булок",
    "Greek": "Ξεσκεπάζω τὴν ψυχοφθόρα βδελυγμία",
    "Vietnamese": "Tiếng Việt: giảm chi phí vận hành hàng tháng",
    "apart": "e\u0301 n\u0303 a\u0308 q\u0307\u0323 decomposed",
    "Chinese": "价值主张画布：客户工作与痛点以及收益",
    "Japanese": "顧客の仕事、ペイン、ゲインを整理する",
    "Korean": "고객의 일과 고통 그리고 이득을 정리",
    "Arabic": "مهام العميل والآلام والمكاسب",
    "Arabic marks": "فعّال جدًا يوميًا",
    "Hebrew": "כאבים ורווחים של הלקוח",
    "Hebrew points": "שָׁלוֹם עֲלֵיכֶם",
    "Hindi": "ग्राहक की ज़रूरतें और क्षमता",
    "Bengali": "গ্রাহকের কাজ ও ক্ষোভ",
    "Thai": "งานของลูกค้าที่สำคัญ น้ำ",
    "Tamil": "வாடிக்கையாளர் வேலை",
    "emoji": "Launch 🚀 😀 ✅ ❤️ 👍🏽 👩‍💻 🇫🇷",
    "mixed": "Pay خدمة fast 价格 🚀 ₹500 و",
    "signs": "Wait < 5 min & price ≥ €10 → ok",
    "others": "Հայերեն ქართული አማርኛ ∑∞≠ ♞",
    "lines": "a line\nand another\n\nafter a blank",
}
LONG = {
    "nothing": "",
    "no blank": "x" * 200,
    "a long word": "Donaudampfschifffahrtsgesellschaftskapitän",
    "2,000 letters": " ".join(f"word{number}" for number in range(260))[:2000],
}


@pytest.fixture(scope="module")
def content(qapp: object) -> bytes:
    """Give a file with a note in every script."""
    return written(column([*SCRIPTS.values()]))


def test_every_script_keeps_the_standards(content: bytes) -> None:
    assert faults(content) == []


@pytest.mark.parametrize("script", SCRIPTS)
def test_pdfium_reads_every_script_in_its_order(content: bytes, script: str) -> None:
    assert squeezed(SCRIPTS[script]) in squeezed(pdfium_text(content))


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler")
@pytest.mark.parametrize("script", SCRIPTS)
def test_poppler_reads_every_script_in_its_order(content: bytes, script: str, tmp_path: Path) -> None:
    (tmp_path / "file.pdf").write_bytes(content)
    assert squeezed(SCRIPTS[script]) in squeezed(poppler_text(tmp_path / "file.pdf"))


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler")
def test_signs_beside_numbers_keep_their_place_in_leftward_text(tmp_path: Path) -> None:
    notes = ["مهام 3, 4 و 5%", "خط 7: 8; 9!"]
    brackets = ["השבתה (שעה 3) של הקו", "خط [أ] و {ب} «ج» < د"]  # which pdfium turns round by itself
    (tmp_path / "file.pdf").write_bytes(content := written(column(notes + brackets)))
    by_poppler, by_pdfium = squeezed(poppler_text(tmp_path / "file.pdf")), squeezed(pdfium_text(content))
    assert [each for each in notes + brackets if squeezed(each) not in by_poppler] == []
    assert [each for each in notes if squeezed(each) not in by_pdfium] == []


def test_blanks_where_lines_break_are_kept() -> None:
    text = "many words that do not fit into one line of a note"
    assert " ".join(pdfium_text(written(column([text]))).split()) == text
    assert "do \r\n" in pdfium_text(written(column([text]))).replace("that ", "do ", 1)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler")
@pytest.mark.parametrize("text", ["ने वा में की", "को सताने वाले", "বিষণ্ণ ঊষাবৌদি", "1️⃣ a 👍🏽 b ❤️ c 🇫🇷 d"])
def test_blanks_between_letters_of_several_glyphs_are_kept(text: str, tmp_path: Path) -> None:
    shaped = fit(text, 500.0, 0.0, (16.0,))
    content = written(page_of(lambda surface: surface.text(shaped, 0.0, 0.0, "#000000"), 500.0, 30.0))
    (tmp_path / "file.pdf").write_bytes(content)
    assert pdfium_text(content).strip() == text
    assert poppler_text(tmp_path / "file.pdf").strip() == text


def test_what_keeps_directions_apart_is_not_among_the_letters() -> None:
    shaped = fit("helps \u2068המפעלים\u2069 who want", 500.0, 0.0, (16.0,))
    content = written(page_of(lambda surface: surface.text(shaped, 0.0, 0.0, "#000000"), 500.0, 30.0))
    assert faults(content) == []
    assert pdfium_text(content).strip() == "helps המפעלים who want"


@pytest.mark.parametrize("length", LONG)
def test_notes_of_any_length_are_whole(length: str) -> None:
    made = written(column([LONG[length]]))
    assert faults(made) == []
    shown = squeezed(pdfium_text(made)).rstrip("…")
    assert squeezed(LONG[length]).startswith(shown)
    assert len(shown) >= min(len(squeezed(LONG[length])), 200)
    note = next(tag for tag in tags(made) if tag.name == "P")
    assert squeezed(LONG[length]) in squeezed(note.alt)  # nothing is lost to those who listen


@settings(max_examples=15)
@given(texts())
def test_any_text_gives_a_sound_file(text: str) -> None:
    assert faults(written(column([text]))) == []


def test_letters_without_a_font_are_marked_and_can_be_copied() -> None:
    made = written(column(["ok \U00012000"]))  # cuneiform
    assert faults(made) == []
    assert "\U00012000" in pdfium_text(made)


def test_colours_and_weights_change_inside_a_line() -> None:
    spans = (Span("Our "), Span("system", "#FF0000", bold=True), Span(" ends it"))
    text = paragraph(spans, 300.0, 40.0, (16.0,))
    made = written(page_of(lambda surface: surface.text(text, 0.0, 0.0, "#0000FF"), 300.0, 40.0))
    code = opened(made).pages[0].Contents.read_bytes().decode()
    assert [each for each in code.split("\n") if each.endswith(" rg")] == ["0 0 1 rg", "1 0 0 rg", "0 0 1 rg"]
    assert pdfium_text(made) == "Our system ends it"


def test_text_that_does_not_read_as_it_stands_says_what_it_is() -> None:
    name = fit("שלום", 100.0, 0.0, (16.0,))
    made = written(page_of(lambda surface: surface.text(name, 0.0, 0.0, "#000000"), 100.0, 30.0))
    assert [(tag.name, tag.actual) for tag in tags(made)] == [("Document", ""), ("P", "שלום")]


WITHOUT_FONTS = """
import hashlib, sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
from tests.export.pdf.files import column, written
from tests.export.pdf.test_lettering import SCRIPTS
print(hashlib.sha256(written(column([*SCRIPTS.values()]))).hexdigest())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks fontconfig")
def test_no_font_of_the_system_is_needed(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "fonts.conf").write_text("<fontconfig></fontconfig>")
    environment = {**os.environ, "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_FONTS],
        cwd=Path(__file__).parents[3],
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.stdout.strip() == hashlib.sha256(content).hexdigest(), done.stderr
