"""The bundled fonts: the same letters on every screen and on paper, whatever is installed."""

import os
from functools import cache

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFont, QFontDatabase

from canvasdesk.assets import resource

# Read by Qt before its first text; otherwise colour emoji of the system win over the bundled ones.
os.environ.setdefault("QT_DISABLE_EMOJI_SEGMENTER", "1")

REFERENCE = 100  # pixels; QFont takes whole pixels only, so text is shaped at this size and scaled
"""The size, in pixels, at which every text is shaped."""

FILES = {
    "NotoSans-Regular.ttf": "Noto Sans",
    "NotoSans-Bold.ttf": "Noto Sans",
    "NotoSansArabic-Regular.ttf": "Noto Sans Arabic",
    "NotoSansHebrew-Regular.ttf": "Noto Sans Hebrew",
    "NotoSansDevanagari-Regular.ttf": "Noto Sans Devanagari",
    "NotoSansBengali-Regular.ttf": "Noto Sans Bengali",
    "NotoSansTamil-Regular.ttf": "Noto Sans Tamil",
    "NotoSansThai-Regular.ttf": "Noto Sans Thai",
    "NotoSansArmenian-Regular.ttf": "Noto Sans Armenian",
    "NotoSansGeorgian-Regular.ttf": "Noto Sans Georgian",
    "NotoSansEthiopic-Regular.ttf": "Noto Sans Ethiopic",
    "NotoEmoji-Regular.ttf": "Noto Emoji",
    "NotoSansSymbols-Regular.ttf": "Noto Sans Symbols",
    "NotoSansSymbols2-Regular.ttf": "Noto Sans Symbols2",
    "NotoSansMath-Regular.ttf": "Noto Sans Math",
    "NanumGothic-Regular.ttf": "NanumGothic",
    "DroidSansFallbackFull.ttf": "Droid Sans Fallback",
}
FAMILIES = tuple(dict.fromkeys(FILES.values()))
"""The families in the order in which a letter looks for its font."""


QUIET = "qt.text.font.db.info=false"
"""Otherwise Qt speaks of each font that lacks a script while it looks for the one that has it."""


class FontError(Exception):
    """A bundled font is missing or unreadable; the message names the file."""


@cache
def load() -> None:
    """Make the bundled fonts known to Qt, once; needs a `QGuiApplication`.

    All of them together cost two milliseconds, so nothing is left for later. Raises `FontError`.
    """
    QLoggingCategory.setFilterRules(QUIET)
    for name in FILES:
        path = resource("fonts", name)
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FontError(f"The font {path} is missing or cannot be read.")


@cache
def reference(*, bold: bool = False) -> QFont:
    """Give the font of all text at `REFERENCE` pixels, unhinted so that it scales evenly."""
    load()
    font = QFont()
    # All families by name: otherwise the system chooses the next font and lines break differently there.
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(REFERENCE)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setBold(bold)
    return font
