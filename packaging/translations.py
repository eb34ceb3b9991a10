"""Collects the program's text into translation files, and compiles those that are there.

    python packaging/translations.py            update and compile every language in resources/i18n
    python packaging/translations.py de pt_BR   start these languages as well

Qt's own collector does not understand Python's keyword arguments, so the calls of `translate` are read from
the syntax tree and handed to it as C++, which it reads best. What a translator has done is kept.
"""

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "canvasdesk"
LANGUAGES = ROOT / "resources" / "i18n"


@dataclass(frozen=True, slots=True)
class Message:
    """One text that people read; `counted` where it has plural forms, `names` its fill-ins."""

    context: str
    text: str
    comment: str
    counted: bool
    names: frozenset[str]
    place: str


def messages(source: Path = SOURCE) -> Iterator[Message]:
    """Give every message below `source`; raises `ValueError` for one that no collector could read."""
    for path in sorted(source.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "translate":
                yield _message(node, f"{path.relative_to(source)}:{node.lineno}")


def _message(call: ast.Call, place: str) -> Message:
    """Read a call of `translate(context, text, comment=None, count=-1, **values)`."""
    given: dict[str | None, ast.expr] = dict(
        zip(("context", "text", "comment", "count"), call.args, strict=False)
    )
    given |= {keyword.arg: keyword.value for keyword in call.keywords}
    said = {name: given.get(name, ast.Constant("")) for name in ("context", "text", "comment")}
    literal = {name: node.value for name, node in said.items() if isinstance(node, ast.Constant)}
    if literal.keys() != said.keys() or not literal["text"]:
        raise ValueError(f"{place}: context, text and comment must be written out where they are translated")
    names = frozenset(name or "**" for name in given.keys() - {"context", "text", "comment", "count"})
    comment = literal["comment"] or ""
    return Message(
        str(literal["context"]), str(literal["text"]), str(comment), "count" in given, names, place
    )


def as_cplusplus(found: Iterator[Message]) -> str:
    """Give the messages as calls that Qt's collector understands."""
    return "\n".join(
        "QCoreApplication::translate("
        + ", ".join(
            json.dumps(each, ensure_ascii=False) for each in (message.context, message.text, message.comment)
        )
        + (", count);" if message.counted else ");")
        for message in found
    )


def collect(target: Path, found: Iterator[Message]) -> None:
    """Bring the translation file `target` up to the messages `found`; it is made where it is missing."""
    with tempfile.TemporaryDirectory() as folder:
        calls = Path(folder, "messages.cpp")
        calls.write_text(as_cplusplus(found), encoding="utf-8")
        language = target.stem.partition("_")[2]
        asked = ("-target-language", language, "-source-language", "en", "-locations", "none")
        _run("pyside6-lupdate", str(calls), *asked, "-ts", str(target))


def compile_to(target: Path, source: Path) -> None:
    """Compile the translation file `source` for the program."""
    _run("pyside6-lrelease", str(source), "-qm", str(target))


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([Path(sys.executable).with_name(tool), *arguments], check=True, stdout=subprocess.DEVNULL)


def main(started: list[str]) -> None:
    """Update and compile the languages that are there and those that are `started`."""
    there = set(LANGUAGES.glob("canvasdesk_*.ts"))
    for target in sorted(there | {LANGUAGES / f"canvasdesk_{language}.ts" for language in started}):
        collect(target, messages())
        compile_to(target.with_suffix(".qm"), target)
        print(target.relative_to(ROOT))


if __name__ == "__main__":
    main(sys.argv[1:])
