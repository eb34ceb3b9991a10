"""Start canvasdesk as its users do, and end as soon as something is painted; with `stay` say so and stay.

    python benchmarks/painted.py window|frame|whole FILE [stay]

`window` is the first paint of the window, `frame` the first one with all of the file's notes in it, however
rough, `whole` the one in which all that is in view is sharp.
"""

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject

from canvasdesk.app import imports
from canvasdesk.cli import main

what, path, *stay = sys.argv[1:]


HIGH = 1  # of an event that comes before all others; Qt's own name for it would cost time to load


class Watch(QObject):
    """Ends, or says so and stays, once what is being painted is on the screen, before all else."""

    seen = False

    def painted(self) -> None:
        """Hear of the paint."""
        if not self.seen:
            self.seen = True
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), HIGH)

    def customEvent(self, _event: QEvent) -> None:
        """Come after the paint, and before what others have put off until then."""
        if not stay:
            os._exit(0)
        print("painted", flush=True)


watch = Watch()


def watch_window() -> None:
    """Watch the main window being painted."""
    from canvasdesk.windows.main import MainWindow

    paint = MainWindow.paintEvent

    def watched(*args: object) -> None:
        paint(*args)
        watch.painted()

    MainWindow.paintEvent = watched


def watch_canvas(wanted: Callable[[bool], bool]) -> None:
    """Watch the file's canvas being painted, in a `wanted` frame: whole or not."""
    from canvasdesk.scene.picture import Picture

    paint = Picture.paint

    def watched(picture: Picture, *args: object) -> bool:
        whole = paint(picture, *args)
        if wanted(whole) and picture._scene.document.path:  # noqa: SLF001 - before, it is a blank one
            watch.painted()
        return whole

    Picture.paint = watched


imports.unwatched()  # as the program does before it imports what is watched here
if what == "window":
    watch_window()
else:
    watch_canvas(lambda whole: whole or what == "frame")
sys.exit(main([path]))
