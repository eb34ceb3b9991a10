"""What the command line asks of a file: is it sound, and can it be saved again."""

import json
import os
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from canvasdesk.model.value import evolve, now
from canvasdesk.storage.errors import ReadError, SaveError, shown_name
from canvasdesk.storage.files import load, save
from canvasdesk.words import translate


@dataclass(frozen=True)
class Report:
    """What is wrong with the file at `path`, one sentence a problem, each with the file's name."""

    path: str
    problems: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems

    def as_json(self) -> str:
        """Give the report for other programs to read."""
        return json.dumps({"file": self.path, "ok": self.ok, "problems": self.problems}, ensure_ascii=False)


def check(path: str | PathLike[str]) -> Report:
    """Read a file, change nothing, and tell what is wrong with it or had to be mended."""
    try:
        notices = load(path).notices
    except ReadError as error:
        return Report(os.fspath(path), (str(error),))
    name = shown_name(path)
    problems = (translate("Storage", "“{name}”: {notice}", name=name, notice=notice) for notice in notices)
    return Report(os.fspath(path), tuple(problems))


def resave(path: str | PathLike[str], *, recovery_dir: Path) -> tuple[str, ...]:
    """Load a file, mark it as modified now, save it durably, and give what had to be mended.

    Raises `ReadError`, and `SaveError` also for a file that a newer program wrote.
    """
    loaded = load(path)
    if loaded.newer:
        name = shown_name(path)
        raise SaveError(
            translate("Storage", "“{name}” was not saved: a newer canvasdesk wrote it.", name=name)
        )
    workspace = evolve(loaded.workspace, modified=now())
    save(path, workspace, recovery_dir=recovery_dir, expected=loaded.digest)
    return loaded.notices
