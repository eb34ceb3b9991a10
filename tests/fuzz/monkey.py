"""A monkey in the window: it clicks, drags, types and triggers for a while, and nothing may go wrong.

    python tests/fuzz/monkey.py [--minutes 30 | --steps 500] [--seed 1]

No exception reaches anybody, Qt complains of nothing, the workspace stays whole, undoing and redoing
everything gives back the very values there were, what is saved reads back the same. It ends with how fast
memory grew once all was warm, and with the slowest things done.
"""

import argparse
import gc
import os
import random
import sys
import time
from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from canvasdesk.app.start import application, build_window
from canvasdesk.editing.changes import changes
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.session.settings import Settings
from canvasdesk.storage.codec import write
from canvasdesk.storage.errors import ChangedOnDisk
from canvasdesk.storage.files import load
from canvasdesk.storage.templates import templates
from canvasdesk.windows.windows import Windows
from canvasdesk.windows.workbench import Workbench
from tests.editing.test_random_edits import check_whole
from tests.fuzz.paws import Paws
from tests.fuzz.seen import Seen, told, watched

EXAMPLE = "inspection-systems"
RELOADED = "Reload from disk"
"""The step that takes over what others saved, whenever it is noticed."""
NOT_TRIGGERED = frozenset({"file.open", "file.save_as", "file.quit"})  # the keys and menus still get there
ROUND = 400  # steps between two fresh starts from the file
MOST_WINDOWS, MOST_DIALOGS = 3, 4
MOST_NOTES = 400


class Monkey:
    """Does something at a time, over and over, from inside the event loop and those of dialogs in it."""

    def __init__(
        self, bench: Workbench, path: Path, chance: random.Random, until: Callable[[Seen], bool]
    ) -> None:
        windows = bench.files.elsewhere
        assert isinstance(windows, Windows)
        self._windows, self._path, self._chance, self._until = windows, path, chance, until
        self._paws = Paws(chance)
        self._example = path.read_bytes()
        self._plan = deque[tuple[str, Callable[[], object]]]()
        self._planned: Workbench | None = None
        """What the plan works on."""
        self._checked: Workspace | None = None
        self.doing, self._began, self._started = "", 0.0, time.monotonic()
        self._clock = QTimer(singleShot=True)  # one for all, as QTimer.singleShot keeps a bit of each call
        self._clock.timeout.connect(self.step)
        self.seen = Seen()
        self.last = deque[str](maxlen=25)

    def step(self) -> None:
        """Do the next thing, and come again; dialogs that wait inside of it are worked as well."""
        self._look_at_the_clock()
        if self._until(self.seen) or len(self.seen.faults) >= 5:
            QApplication.exit()
            return
        self._clock.start(1)  # so that all comes first that follows from the last thing
        self.seen.steps += 1
        self._check()
        self._began = time.thread_time()
        number = self.seen.steps
        if self._planned not in self._windows.benches:
            self._plan.clear()
        if self._plan and QApplication.activeModalWidget() is None:
            doing, do = self._plan.popleft()
            self.doing = doing
            do()
        else:
            doing = self._act()
        if self.seen.steps == number:  # else a dialog was worked meanwhile
            self.doing = doing
        self.last.append(doing)

    def _look_at_the_clock(self) -> None:
        """Count what was computed since the last thing began, with all that followed from it."""
        if self.doing and not self.doing.startswith("("):
            self.seen.took(self.doing, time.thread_time() - self._began)
        self.doing = ""

    # What it does.

    def _act(self) -> str:
        if tidied := self._tidy():
            return tidied
        bench = self._chance.choice(self._windows.benches)
        window = self._paws.window(self._windows.benches)
        if window is None:
            return "(nothing to work on)"
        of = next((each for each in self._windows.benches if each.window is window), None)
        at = self._paws.place(window, of)
        if self._paws.holding:
            return self._paws.drag(at) if self._chance.random() < 0.7 else self._paws.release(at)
        free = QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None
        if free and self.seen.steps % ROUND == 0:
            return self._plan_round(bench)
        if free and self._chance.random() < 0.003:
            return self._plan_walk(bench)
        return self._freely(window, at, bench if free else None)

    def _freely(self, window: QWidget, at: QPoint, bench: Workbench | None) -> str:
        self.doing = f"something in {type(window).__name__}"  # until it is known, which may be after a dialog
        match self._chance.randrange(24):
            case 0 | 1 | 2 | 3:
                return self._paws.click(window, at)
            case 4 | 5:
                return self._paws.press(window, at)
            case 6:
                return self._paws.turn(window, at)
            case 7 | 8 | 9 | 10:
                return self._paws.key(window)
            case 11 | 12 | 13 | 14 | 15 | 16 | 17:
                return self._paws.type(window)
            case 18 if bench:
                return self._resize(bench)
            case _ if bench:
                return self._trigger(bench)
        return self._escape(window)

    def _trigger(self, bench: Workbench) -> str:
        able = [
            each
            for each in bench.bound.values()
            if each.isEnabled() and each.objectName() not in NOT_TRIGGERED
        ]
        action: QAction = self._chance.choice(able)
        self.doing = f"trigger {action.objectName()}"
        bench.window.activateWindow()  # as a click on its menu does
        action.trigger()
        return self.doing

    def _resize(self, bench: Workbench) -> str:
        width, height = self._chance.choice(((1366, 768), (1024, 640), (1920, 1080), (700, 500)))
        bench.window.resize(width, height)
        return f"resize to {width} × {height}"

    def _escape(self, window: QWidget) -> str:
        """Leave a menu or a dialog."""
        if isinstance(window, QDialog):
            window.reject()
        else:
            window.close()
        return f"leave {type(window).__name__}"

    def _tidy(self) -> str:
        """Turn away from the disk, close what there is too much of, and begin anew when all is closed."""
        modal = QApplication.activeModalWidget()
        if isinstance(modal, QFileDialog):
            modal.reject()
            return "(close a dialog for files)"
        if modal is None and not self._windows.benches:
            self._windows.open(self._path)
            return "open a window"
        if modal is None and len(self._windows.benches) > MOST_WINDOWS:
            self._chance.choice(self._windows.benches).window.close()
            return "close a window"
        dialogs = [
            each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()
        ]
        if modal is None and len(dialogs) > MOST_DIALOGS:
            dialogs[0].close()
            return "close a dialog"
        large = [
            each for each in self._windows.benches if len(each.document.workspace.note_by_id) > MOST_NOTES
        ]
        if modal is None and large and not self._plan:
            return self._plan_round(large[0])
        return ""

    def _dialogs(self) -> list[QDialog]:
        return [
            each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()
        ]

    # What it compares.

    def _plan_walk(self, bench: Workbench) -> str:
        """Take back everything and do it again, a step at a time, unless something is reloaded meanwhile."""
        self._leave_alone(bench)
        document, steps = bench.document, bench.document.history.done
        values: list[tuple[Workspace, bytes]] = []
        present = document.workspace

        def unless_reloaded(do: Callable[[], object]) -> None:
            if document.workspace is not present and [step.label for step in document.history.done[-1:]] == [
                RELOADED
            ]:
                self._plan.clear()
            else:
                do()

        def walk(action: str) -> None:
            nonlocal present
            bench.bound[action].trigger()
            present = document.workspace

        def remember() -> None:
            there, expected = (
                [step.label for step in some]
                for some in (document.history.done, steps[: len(steps) - len(values)])
            )
            self._expect(there == expected, f"{there} is there to be undone, not {expected}")
            values.append((document.workspace, write(document.workspace)))

        def compare() -> None:
            value, written = values.pop()
            self._expect(document.workspace is value, "a step back and forth gave another value")
            self._expect(write(value) == written, "a value changed although nobody changed it")

        undo, redo = partial(walk, "edit.undo"), partial(walk, "edit.redo")
        plan = [("(remember)", remember), ("undo", undo)] * len(steps)
        plan += [("(remember)", remember), ("(compare)", compare)]
        plan += [("redo", redo), ("(compare)", compare)] * len(steps)
        self._plan += [(doing, partial(unless_reloaded, do)) for doing, do in plan]
        self.seen.walks += 1
        return f"(walk {len(steps)} steps)"

    def _plan_round(self, bench: Workbench) -> str:
        """Save, read what was saved, and begin anew with the example."""
        self._leave_alone(bench)
        document = bench.document

        def save() -> None:
            try:
                document.save(self._path)
            except ChangedOnDisk:  # rightly so: one of the windows just closed has saved it
                self._plan.popleft()

        def compare() -> None:
            loaded = load(self._path).workspace
            same = evolve(loaded, modified=document.workspace.modified) == document.workspace
            differs = changes(document.workspace, loaded)
            self._expect(same, f"what was saved reads as something else: {differs}")

        def begin() -> None:
            self._path.write_bytes(self._example)
            bench.files.load(self._path)

        self._plan += [("save", save), ("(compare)", compare), ("load", begin), ("(measure)", self._measure)]
        return "(round)"

    def _leave_alone(self, bench: Workbench) -> None:
        """Close all else, as what is saved in another window is taken over, and end what is being done."""
        self._planned = bench
        for other in [each for each in self._windows.benches if each is not bench]:
            other.window.may_close = lambda: True
            other.window.close()
        for dialog in self._dialogs():
            dialog.close()
        bench.view.writing.end()
        bench.view.setFocus()

    def _expect(self, holds: object, otherwise: str) -> None:
        if not holds:
            self._plan.clear()
        assert holds, otherwise

    def _measure(self) -> None:
        gc.collect()
        self.seen.weigh((time.monotonic() - self._started) / 60)

    def _check(self) -> None:
        """Check the workspace that somebody just changed."""
        for bench in self._windows.benches:
            workspace = bench.document.workspace
            if workspace is not self._checked and self._chance.random() < 0.1:
                self._checked = workspace
                check_whole(workspace)


def run(folder: Path, seed: int, until: Callable[[Seen], bool]) -> Seen:
    """Let a monkey work on a copy of an example in `folder`."""
    path, settings = folder / "Copy.canvasdesk", Settings(folder / "settings.json")
    path.write_bytes(templates()[EXAMPLE].read_bytes())
    app = application(settings)
    app.setQuitOnLastWindowClosed(False)
    bench = build_window(Document(load(path).workspace, folder / "state" / "recovery"), settings)
    bench.appearance.dress(bench.window)
    bench.files.load(path)
    bench.window.resize(1366, 768)
    monkey = Monkey(bench, path, random.Random(seed), until)  # noqa: S311

    def begin() -> None:
        gc.collect()
        gc.freeze()
        monkey.step()

    bench.furnished.connect(begin)
    with watched(monkey.seen, lambda: [*monkey.last, f"{monkey.doing} …"]):
        bench.window.show()
        app.exec()
    app.clipboard().clear()  # without a screen, Qt would delete what is on it after Python has gone
    return monkey.seen


def main() -> int:
    """Watch a monkey and tell of it."""
    parser = argparse.ArgumentParser(description="Let a monkey work in the window.")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--steps", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if os.environ.get("PYTHONMALLOC") != "malloc":  # so that one count has all the memory there is
        os.environ["PYTHONMALLOC"] = "malloc"
        os.execv(sys.executable, [sys.executable, *sys.argv])  # noqa: S606
    end = time.monotonic() + options.minutes * 60
    os.environ["QT_QPA_PLATFORM"], os.environ["LC_ALL"] = "offscreen", "C.UTF-8"

    def over(seen: Seen) -> bool:
        return seen.steps >= options.steps if options.steps else time.monotonic() > end

    with TemporaryDirectory() as folder:
        os.environ["HOME"] = folder
        for name in ("CONFIG_HOME", "STATE_HOME", "DATA_HOME", "RUNTIME_DIR"):
            os.environ[f"XDG_{name}"] = str(Path(folder) / name.partition("_")[0].lower())
        Path(folder, "runtime").mkdir(mode=0o700)
        seen = run(Path(folder), options.seed, over)
        return 0 if told(seen) else 1


if __name__ == "__main__":
    sys.exit(main())
