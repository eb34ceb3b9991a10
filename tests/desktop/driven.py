"""The program as people start it, which besides tells where things are on the screen.

It reads questions from its standard input and answers from inside the event loop, one line of JSON each. It
changes nothing: whatever happens in it was done with mouse and keyboard.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QPoint, QSocketNotifier
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from canvasdesk.app import start
from canvasdesk.cli import main
from canvasdesk.drawing.wall_card import WallCard
from canvasdesk.layout.geometry import Point
from canvasdesk.layout.projection import CAPITAL
from canvasdesk.layout.style import NOTE_HEIGHT, NOTE_WIDTH
from canvasdesk.model.sections import Section
from canvasdesk.scene.camera_view import CameraView
from canvasdesk.scene.items import NoteItem
from canvasdesk.scene.tools.handle import handle_place
from canvasdesk.session.settings import Settings
from canvasdesk.storage.codec import write
from canvasdesk.windows.workbench import Workbench

Place = tuple[int, int]
MARGIN = 8  # view pixels, less than is left around what is shown whole
STEP = 20.0  # canvas units between two places that are tried


def bench() -> Workbench | None:
    """Give the contents of the window in use, None while it has none."""
    active = QApplication.activeWindow()
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    for window in (active, active.parentWidget() if active else None, *shown):
        if window and (found := window.findChild(Workbench)):
            return found
    return None


def in_use() -> Workbench:
    found = bench()
    if found is None:
        raise LookupError("no window")
    return found


# Places on the screen.


def on_screen(widget: QWidget, x: float, y: float) -> Place:
    """Give the screen's pixel for one of a widget."""
    ratio = widget.devicePixelRatioF()
    place = widget.mapToGlobal(QPoint(round(x), round(y)))
    return round(place.x() * ratio), round(place.y() * ratio)


def of_canvas(point: Point) -> Place:
    view = in_use().view
    place = view.to_view(point)
    return on_screen(view, place.x(), place.y())


def note_item(text: str) -> NoteItem:
    found = [item for item in in_use().scene.notes.values() if item.look.written == text]
    if len(found) != 1:
        raise LookupError(f"{len(found)} notes say {text!r}")
    return found[0]


def note(text: str) -> Place:
    """Give the middle of a note, or of an entry or a segment of the business model."""
    return of_canvas(note_item(text).rect.centre)


def handle(text: str) -> Place:
    """Give the place at a note's edge from where links are drawn."""
    return of_canvas(handle_place(in_use().scene, note_item(text).id))


def section(name: str) -> Place:
    """Give the place in a section where a note has most room around it."""
    scene = in_use().scene
    region = scene.look.board.region(Section(name))
    bounds, notes = region.bounds, [item.rect.centre for item in scene.notes.values()]
    tried = [
        Point(bounds.x + column * STEP, bounds.y + row * STEP)
        for column in range(int(bounds.w / STEP))
        for row in range(int(bounds.h / STEP))
    ]
    inside = [each for each in tried if all(region.covers(*corner) for corner in corners(each))]
    return of_canvas(max(inside, key=lambda at: min((apart(at, other) for other in notes), default=0.0)))


def corners(middle: Point) -> list[Point]:
    """Give the corners of a note around `middle`."""
    w, h = NOTE_WIDTH / 2, NOTE_HEIGHT / 2
    return [Point(middle.x + dx, middle.y + dy) for dx in (-w, w) for dy in (-h, h)]


def apart(one: Point, other: Point) -> float:
    """Give how far two notes lie apart, in sizes of a note."""
    return max(abs(one.x - other.x) / NOTE_WIDTH, abs(one.y - other.y) / NOTE_HEIGHT)


def link(one: str, other: str) -> Place:
    """Give a place on the link between two notes that no note covers."""
    scene = in_use().scene
    for item in scene.links.values():
        if {scene.notes[end].look.note.text for end in item.ends} == {one, other}:
            free = [point for point in item.points() if scene.link_at(point) == item.id]
            return of_canvas(free[len(free) // 2])
    raise LookupError(f"no link between {one!r} and {other!r}")


def beside() -> Place:
    """Give a place that is neither on the board nor on a note."""
    return on_screen(in_use().view, MARGIN, MARGIN)


# What a screen reader finds.


def control(name: str) -> Place | None:
    """Give the middle of what has a name in a window, menu or list; the one opened last wins."""
    found = [each for each in parts() if each.text(QAccessible.Text.Name).partition("\t")[0] == name]
    if not found:
        return None
    middle = found[-1].rect().center()
    ratio = in_use().window.devicePixelRatioF()
    return round(middle.x() * ratio), round(middle.y() * ratio)


def texts() -> list[str]:
    """Give all names and values that are to be seen."""
    said = (QAccessible.Text.Name, QAccessible.Text.Value)
    return [text for part in parts() for which in said if (text := part.text(which))]


def nameless() -> list[str]:
    """Give the kinds of widgets that can take the keyboard and have no name."""
    kind = QAccessible.Text.Name
    focusable = (part for part in parts() if part.object() and part.state().focusable)
    return [part.role().name for part in focusable if not part.text(kind).strip()]


def parts() -> Iterator[QAccessibleInterface]:
    """Give everything visible, window by window."""
    for window in QApplication.topLevelWidgets():
        if window.isVisible() and (whole := QAccessible.queryAccessibleInterface(window)):
            yield from visible(whole)


def visible(part: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    state = part.state()
    if state.invisible or state.offscreen:
        return
    yield part
    for index in range(part.childCount()):
        if child := part.child(index):
            yield from visible(child)


# What there is.


def workspace() -> str:
    return write(in_use().document.workspace).decode()


def keyboard() -> list[str]:
    """Give the kind and the name of what has the keyboard."""
    widget = QApplication.focusWidget()
    return [type(widget).__name__, widget.accessibleName()] if widget else []


def focus() -> str | None:
    """Give the text of the note, entry or segment with the focus."""
    bench = in_use()
    found = bench.scene.notes.get(bench.selection.focus or "")
    return found.look.written if found else None


def aim() -> str | None:
    """Give the text of the note at which a link under way would end."""
    linking = getattr(in_use().view.tool, "_linking", None)
    found = in_use().document.workspace.note(linking.aim) if linking and linking.aim else None
    return found.text if found else None


def shown() -> str:
    """Give the id of the canvas shown, or of the business model."""
    return in_use().scene.look.id


def camera() -> list[float]:
    """Give where the view stands: its scale and the place of the canvas' origin in it."""
    stands = in_use().view.camera
    return [stands.scale, stands.x, stands.y]


def settled() -> bool:
    """Say whether the canvas is drawn as it is, with nothing on the way."""
    return in_use().view.settled


def steps_done() -> int:
    return len(in_use().document.history.done)


def audience() -> dict[str, object] | None:
    """Give what the audience window shows and where it stands, None while there is none."""
    window = in_use().room.stage.audience
    if window is None:
        return None
    place = window.geometry()
    return {
        "visible": window.isVisible(),
        "place": [place.x(), place.y(), place.width(), place.height()],
        "frame": window.selection.stop.frame.value,
        "texts": [item.look.written for item in window.scene.notes.values()],
        "caption": window.view.caption,
        "settled": window.view.settled,
        "letters": letters(window.view),
    }


def letters(view: CameraView) -> float:
    """Give how high the smallest capital letter of a note is, as a share of the view's height."""
    notes = view.scene.notes.values()
    sizes = [item.look.text.size for item in notes if isinstance(item.look, WallCard) and item.look.written]
    return min(sizes, default=0.0) * CAPITAL * view.camera.scale / view.height()


def timer() -> list[object]:
    """Give the seconds that are left, and whether they run."""
    clock = in_use().room.timer
    return [clock.seconds, clock.runs]


def is_ready() -> bool:
    """Say whether a window is there with all its panels, and has the keyboard."""
    there = bench()
    return bool(there and there.window.sides.right.tabs.count() and keyboard())


QUESTIONS: dict[str, Callable[..., object]] = {
    each.__name__: each
    for each in (
        note, handle, section, link, beside, control, texts, nameless,
        workspace, keyboard, focus, aim, shown, camera, settled, steps_done,
        is_ready, audience, timer,
    )
}  # fmt: skip


class Answers(QObject):
    """Answers what comes in, as soon as the event loop gets there."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._rest = b""
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def _read(self) -> None:
        read = os.read(sys.stdin.fileno(), 65536)
        if not read:
            self._notifier.setEnabled(False)  # nobody asks any more
        *lines, self._rest = (self._rest + read).split(b"\n")
        for line in lines:
            print(json.dumps(answer(*json.loads(line))), flush=True)


def answer(name: str, *what: str) -> object:
    """Give the answer to a question; None where what it asks about is not there."""
    asked = QUESTIONS[name]
    try:
        return asked(*what)
    except LookupError:
        return None


def application(
    settings: Settings, made: Callable[[Settings], QApplication] = start.application
) -> QApplication:
    app = made(settings)
    Answers(app)
    return app


if __name__ == "__main__":
    start.application = application
    sys.exit(main())
