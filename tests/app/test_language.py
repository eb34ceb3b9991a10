import subprocess
import sys
from pathlib import Path

import pytest

SPEAKS = """
import sys
from pathlib import Path
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from canvasdesk.app.language import speak
from canvasdesk.words import translate

app = QApplication([])
print(speak(app, sys.argv[1], Path(sys.argv[2])))
print(translate("Actions", "&Save"))
print(translate("Status", "%n note(s)", count=1), translate("Status", "%n note(s)", count=5))
print(translate("Menu", "{name} (missing)", name="a.canvasdesk"))
print(app.layoutDirection().name, QLocale().toString(1.5))
"""
MESSAGES = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS>
<TS version="2.1" language="{language}" sourcelanguage="en">
<context><name>Actions</name><message><source>&amp;Save</source><translation>{save}</translation></message></context>
<context><name>Status</name><message numerus="yes"><source>%n note(s)</source>
<translation>{forms}</translation></message></context>
</TS>
"""


def form(text: str) -> str:
    return f"<numerusform>{text}</numerusform>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    translations = {
        "de": ("&amp;Sichern", form("%n Zettel (einer)") + form("%n Zettel")),
        "ar": ("حفظ", "".join(form(f"%n ملاحظة {number}") for number in range(6))),
    }
    for language, (save, forms) in translations.items():
        source = tmp_path / f"canvasdesk_{language}.ts"
        source.write_text(MESSAGES.format(language=language, save=save, forms=forms), encoding="utf-8")
        compiler = Path(sys.executable).with_name("pyside6-lrelease")
        subprocess.run([compiler, "-silent", source, "-qm", source.with_suffix(".qm")], check=True)
    return tmp_path


def said(language: str, folder: Path) -> list[str]:
    command = [sys.executable, "-c", SPEAKS, language, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout.splitlines()


def test_a_translation_is_spoken_with_plurals_and_what_it_lacks_stays_english(folder: Path) -> None:
    assert said("de", folder) == [
        "de",
        "&Sichern",
        "1 Zettel (einer) 5 Zettel",
        "a.canvasdesk (missing)",
        "LeftToRight 1,5",
    ]


def test_a_region_falls_back_to_its_language(folder: Path) -> None:
    assert said("de_AT", folder)[:2] == ["de", "&Sichern"]


def test_a_language_from_right_to_left_turns_the_window_round(folder: Path) -> None:
    spoken = said("ar", folder)
    assert spoken[1] == "حفظ"
    assert spoken[4].startswith("RightToLeft")


def test_without_a_translation_it_is_english(folder: Path) -> None:
    assert said("fi", folder) == [
        "en",
        "&Save",
        "1 note 5 notes",
        "a.canvasdesk (missing)",
        "LeftToRight 1.5",
    ]
