"""Finds the files that ship with the program: beside the package in a wheel, at the root in a checkout."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Give the path of a file or folder below `resources/`."""
    return _root("resources").joinpath(*parts)


def icon(name: str) -> Path:
    """Give the path of the icon `name` (without its ending)."""
    return _root("icons") / f"{name}.svg"


def _root(folder: str) -> Path:
    beside = PACKAGE / folder
    return beside if beside.is_dir() else PACKAGE.parents[1] / folder
