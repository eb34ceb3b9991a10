"""The rules of the house: what may be imported where, how long things may be, what has to agree."""

import ast
import importlib.util
import re
import string
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QGraphicsRectItem

import canvasdesk
from canvasdesk import words
from canvasdesk.app import probe
from canvasdesk.windows.menu_titles import titles

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "canvasdesk"
MODULES = sorted(SOURCE.rglob("*.py"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PURE = next(
    contract["source_modules"]
    for contract in PROJECT["tool"]["importlinter"]["contracts"]
    if contract["name"] == "The pure floors know no Qt"
)
MODULE_LINES, FUNCTION_LINES = 400, 50


def shown(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def measured(path: Path) -> Iterator[tuple[str, int, int]]:
    """Give a module and its functions: the place, how many lines it has and how many it may have."""
    text = path.read_text(encoding="utf-8")
    yield shown(path), len(text.splitlines()), MODULE_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield (
                f"{shown(path)}:{node.lineno} {node.name}",
                (node.end_lineno or 0) - node.lineno + 1,
                FUNCTION_LINES,
            )


def test_arrows_point_downwards() -> None:
    tool = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([tool, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("package", PURE)
def test_a_pure_floor_loads_no_qt(package: str) -> None:
    folder = SOURCE.joinpath(*package.split(".")[1:])
    modules = [f"{package}.{path.stem}" for path in sorted(folder.glob("[a-z]*.py"))]
    code = f"import sys, {', '.join([package, *modules])}; print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout == "False\n", done.stderr


def test_no_widgets_below_the_scene() -> None:
    """The contracts of import-linter end at the borders of other people's packages."""
    importing = [
        shown(path)
        for package in ("drawing", "export", "session")
        for path in SOURCE.joinpath(package).rglob("*.py")
        if "QtWidgets" in imported(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert importing == []


def imported(tree: ast.AST) -> set[str]:
    """Give the last name of every module that is imported."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.rpartition(".")[2] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {(node.module or "").rpartition(".")[2], *(alias.name for alias in node.names)}
    return names


def test_modules_say_their_subject_in_one_line() -> None:
    silent = []
    for path in MODULES:
        said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
        if not said or not said.splitlines()[0].endswith((".", ":")):
            silent.append(shown(path))
    assert silent == []


def test_modules_and_functions_fit_their_measure() -> None:
    assert [place for path in MODULES for place, lines, most in measured(path) if lines > most] == []


@pytest.mark.usefixtures("qapp")
def test_calls_into_qt_keep_their_references_to_none() -> None:
    """PySide6 6.12.0 lost one with every call that returns nothing, and aborted after some thousands."""
    item = QGraphicsRectItem()
    before = sys.getrefcount(None)
    for step in range(1000):
        item.setPos(step, 0.0)
    assert before - sys.getrefcount(None) < 100


def test_the_version_is_the_same_everywhere() -> None:
    newest = re.search(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert newest is not None
    assert newest[1] == canvasdesk.__version__ == PROJECT["project"]["version"]


def test_the_readme_starts_with_the_two_commands_and_the_checks_run_the_second() -> None:
    readme = (ROOT / "README.md").read_text()
    start = readme[readme.index("## Quick start") :]
    assert "pip install uv && uv run canvasdesk\n" in start
    assert "pip install uv && uv run pytest\n" in start
    assert "\npip install uv && uv run pytest\n" in (ROOT / ".ci" / "run").read_text()


def test_system_packages_of_the_readme_are_those_that_the_program_asks_for() -> None:
    named = set(re.findall(r"\blib[\w.-]+", (ROOT / "README.md").read_text().partition("apt install")[2]))
    asked = {*probe.DRAWING.values(), *probe.X11.values()}
    assert named <= asked
    assert {"libegl1", "libxcb-cursor0"} <= named
    assert named <= set((ROOT / ".ci" / "run").read_text().split())


def test_links_of_the_documents_lead_somewhere() -> None:
    broken = [
        f"{document.name}: {target}"
        for document in ROOT.glob("*.md")
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text())
        if not (ROOT / target).exists()
    ]
    assert broken == []


def test_paths_named_in_the_architecture_are_there() -> None:
    named = re.findall(r"`([a-z_]+/(?:[a-z_]+\.py)?|[a-z_]+\.py)`", (ROOT / "ARCHITECTURE.md").read_text())
    assert named
    assert [path for path in named if not (SOURCE / path).exists() and not (ROOT / path).exists()] == []


# Text for people --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    """Give the collector of texts."""
    specification = importlib.util.spec_from_file_location(
        "translations", ROOT / "packaging" / "translations.py"
    )
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules[module.__name__] = module
    specification.loader.exec_module(module)
    return module


def test_every_text_has_what_it_asks_for(translations: ModuleType) -> None:
    """A `{name}` without its value would fail only when somebody meets the sentence."""
    wrong = []
    for message in translations.messages():
        asked = {field.split(".")[0] for _, field, _, _ in string.Formatter().parse(message.text) if field}
        later = not message.names and ".format(" in (SOURCE / message.place.partition(":")[0]).read_text()
        if asked != message.names and not later:
            wrong.append(f"{message.place}: asks for {sorted(asked)}, is given {sorted(message.names)}")
        if ("%n" in message.text) != message.counted:
            wrong.append(f"{message.place}: %n and count belong together")
    assert wrong == []


def test_no_button_in_the_window_has_the_letter_of_a_menu(translations: ModuleType) -> None:
    """Alt and the letter would open the menu, and the canvas leaves Tab no way to the button."""
    over = {"Banner", "Contrast", "Disk", "Guide", "Mended", "Merging", "Pivot", "Recovery", "Versions"}
    menus = {title[title.index("&") + 1].lower() for path, title in titles().items() if "/" not in path}
    taken = [
        f"{message.place}: {message.text}"
        for message in translations.messages()
        if message.context in over and menus & {*re.findall("&(.)", message.text.lower())}
    ]
    assert taken == []


def test_texts_reach_the_translators_unharmed(translations: ModuleType, tmp_path: Path) -> None:
    target = tmp_path / "canvasdesk_de.ts"
    translations.collect(target, translations.messages())
    contexts = ElementTree.parse(target).getroot().iter("context")
    collected = {
        (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
        for context in contexts
        for message in context.iter("message")
    }
    assert collected == {(each.context, each.text, each.comment) for each in translations.messages()}


@pytest.mark.usefixtures("qapp")
def test_a_translation_comes_back_with_its_plural_and_its_names(
    translations: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "said.py").write_text(
        'translate("Test", "Keep %n note(s) of “{owner}”?\\n", count=n, owner=o)\n'
        'translate("Test", "No", "a refusal")\n'
    )
    target = tmp_path / "canvasdesk_de.ts"
    translations.collect(target, translations.messages(tmp_path / "source"))
    tree = ElementTree.parse(target)
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        assert translation is not None
        forms = translation.findall("numerusform")
        for form, text in zip(forms, ("Eine von {owner}", "Alle %n von {owner}"), strict=bool(forms)):
            form.text = text
        translation.text = None if forms else "Nein"
        del translation.attrib["type"]
    tree.write(target)
    translations.compile_to(tmp_path / "canvasdesk_de.qm", target)

    translator = QTranslator()
    assert translator.load(str(tmp_path / "canvasdesk_de.qm"))
    QCoreApplication.installTranslator(translator)
    words.use(QCoreApplication.translate)
    try:
        text = "Keep %n note(s) of “{owner}”?\n"
        assert words.translate("Test", text, count=1, owner="Ann") == "Eine von Ann"
        assert words.translate("Test", text, count=12, owner="Ann") == "Alle 12 von Ann"
        assert words.translate("Test", "No", "a refusal") == "Nein"
        assert words.translate("Test", "Not translated") == "Not translated"
    finally:
        words.use(None)
        QCoreApplication.removeTranslator(translator)


def test_a_text_that_is_not_written_out_is_refused(translations: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "said.py").write_text('translate("Test", text)\n')
    with pytest.raises(ValueError, match=r"said\.py:1: .*must be written out"):
        list(translations.messages(tmp_path))
