"""The bundled fonts: all there, with their licences, and a plain sentence where one is not."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase

from canvasdesk.assets import resource
from canvasdesk.drawing import fonts


def test_every_font_is_there_named_in_the_readme_and_nothing_else_is() -> None:
    files = {path.name for path in resource("fonts").glob("*.ttf")}
    assert files == set(fonts.FILES)
    readme = resource("fonts", "README.md").read_text()
    assert [name for name in files if name not in readme] == []


def test_licences_lie_beside_the_fonts() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in resource("fonts", "LICENSE-OFL.txt").read_text()
    assert "Apache License" in resource("fonts", "LICENSE-Apache-2.0.txt").read_text()


def test_loading_makes_all_families_known() -> None:
    fonts.load()
    assert set(fonts.FAMILIES) <= set(QFontDatabase.families())


def test_the_reference_font_names_all_families_and_is_not_hinted() -> None:
    font = fonts.reference()
    assert tuple(font.families()) == fonts.FAMILIES
    assert font.pixelSize() == fonts.REFERENCE
    assert font.hintingPreference() == QFont.HintingPreference.PreferNoHinting
    assert fonts.reference(bold=True).bold()
    assert not font.bold()


def test_a_missing_font_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(fonts.FILES, "Lost.ttf", "Lost")
    fonts.load.cache_clear()
    with pytest.raises(fonts.FontError, match=r"Lost\.ttf is missing or cannot be read"):
        fonts.load()
