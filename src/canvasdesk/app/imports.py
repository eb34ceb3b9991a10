"""Imports after Qt, as quick as before it."""

import builtins

import PySide6.QtCore  # noqa: F401 - whose import puts its own function in Python's place


def unwatched() -> None:
    """Import modules from now on without PySide looking on.

    PySide reads the source of every module that is imported after it and keeps the text, to learn whether the
    module wants methods under other names (`from __feature__ import snake_case`). None of ours does, and the
    reading takes a tenth of the time to the first canvas. What PySide replaced it left as `__orig_import__`.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
