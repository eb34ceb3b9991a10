"""What a command is made of, and how it fails."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from canvasdesk.words import translate

if TYPE_CHECKING:
    from canvasdesk.model.workspace import Workspace


class Failed(Exception):  # noqa: N818 - what happened to the command
    """A command that could not do its work; its text is one sentence for the person at the terminal.

    `code` is the exit code, for commands that fail in more than one way.
    """

    def __init__(self, sentence: str, code: int = 1) -> None:
        super().__init__(sentence)
        self.code = code


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what it is for in a line, the examples that teach it, its options, and what it does.

    `run` gives the exit code and raises `Failed`.
    """

    name: str
    summary: str
    lesson: str
    options: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]


def tell(sentence: str) -> None:
    """Say something to the person at the terminal, beside the output that scripts read."""
    print(f"canvasdesk: {sentence}", file=sys.stderr, flush=True)


def read_workspace(path: Path) -> "Workspace":
    """Read a file, or the example of that name where there is no such file; tell what had to be mended.

    Raises `ReadError`.
    """
    from canvasdesk.storage.files import load
    from canvasdesk.storage.templates import templates

    loaded = load(path if path.exists() else templates().get(str(path), path))
    for notice in loaded.notices:
        tell(notice)
    return loaded.workspace


def refuse_taken(paths: Iterable[Path], *, force: bool) -> None:
    """Raise `Failed` where something would be replaced without having been asked to."""
    taken = [] if force else [path for path in paths if path.exists() or path.is_symlink()]
    if taken:
        raise Failed(
            translate("Command line", "“{name}” is already there; --force replaces it.", name=taken[0])
        )
