"""The workspaces that ship with the program, to start from and to look at."""

from collections.abc import Mapping
from pathlib import Path

from canvasdesk.assets import resource
from canvasdesk.model.value import evolve, new_id, now
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.files import load

BLANK = "blank"


def templates() -> Mapping[str, Path]:
    """Give the files of the templates by their names, the blank one first."""
    found = {path.stem: path for path in resource("templates").glob("*.canvasdesk")}
    return {name: found[name] for name in sorted(found, key=lambda name: (name != BLANK, name))}


def started(path: Path) -> Workspace:
    """Give a new workspace that begins as the one in the file `path`; raises `ReadError`."""
    moment = now()
    return evolve(load(path).workspace, id=new_id(), created=moment, modified=moment)
