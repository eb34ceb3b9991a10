"""Text for people on its way to translation: the one door for every layer, with or without Qt.

Messages are written in English where they are used; Qt's tools collect them because the door is called
`translate` and takes context and text first. The program's start hands Qt's translator to `use`; without it
(command line, tests) the English text stands.
"""

from collections.abc import Callable

Translator = Callable[[str, str, str | None, int], str]


def _english(_context: str, text: str, _comment: str | None, _count: int) -> str:
    return text


_translator: Translator = _english


def use(translator: Translator | None) -> None:
    """Send all further text through `translator` (`QCoreApplication.translate`), or through nothing."""
    global _translator  # noqa: PLW0603 - one process speaks one language, as in gettext
    _translator = translator or _english


def translate(context: str, text: str, comment: str | None = None, count: int = -1, **values: object) -> str:
    """Give `text` in the user's language with `{name}` filled from `values`.

    With a `count`, `%n` stands for the number; where no translation has plural forms, the English convention
    "note(s)" is resolved here.
    """
    said = _translator(context, text, comment, count)
    if count >= 0:
        said = said.replace("%n", str(count)).replace("(s)", "" if count == 1 else "s")
    return said.format(**values) if values else said
