"""The display stays on while a room looks at it."""

from contextvars import copy_context

from wakepy import keep
from wakepy.core import Mode


class Awake:
    """Keeps the system from dimming and locking the display; where it cannot be asked to, nothing happens."""

    def __init__(self) -> None:
        self._mode: Mode | None = None
        self._context = copy_context()
        """One of its own: windows let go in another order than they asked, or a mode would keep another."""

    @property
    def held(self) -> bool:
        """Whether the display is asked to stay on."""
        return self._mode is not None

    def hold(self) -> None:
        """Ask for it."""
        if self._mode is None:
            self._mode = keep.presenting(on_fail="pass")
            self._context.run(self._mode.__enter__)

    def release(self) -> None:
        """Let the display sleep again."""
        if self._mode is not None:
            self._context.run(self._mode.__exit__, None, None, None)
            self._mode = None
