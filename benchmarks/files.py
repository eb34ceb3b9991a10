"""Files: what opening, saving and the journal cost, what an open file needs of memory and an idle window.

    python benchmarks/files.py [--notes 60 500 2000 5000] [--rounds 7] [--seconds 10] [--quick]

Opening is measured from the start of Python, in fresh processes in turns with an empty PySide6 main window,
which is the floor of the memory as well. Reading has pydantic's own parsing of the same bytes for a floor,
saving pydantic's own writing of the same values; a pulse of a millisecond shows how long the window stands
still while a save is done behind it. The journal is what an edit costs besides, on the thread of the window.
Idle is what the system counts for the whole process once nothing moves: how often one of its threads went to
sleep again after it was woken, and its processor time.
"""

import argparse
import os
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time, sleep, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

import common
from canvasdesk.editing.notes import edit_notes
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.session.saving import Saver
from canvasdesk.storage.codec import read, write
from canvasdesk.storage.files import save
from canvasdesk.storage.journal import Journal
from canvasdesk.storage.recovery import Origin
from canvasdesk.windows.main import SHARE
from fresh import HERE, Environment, Job, in_turns, offscreen, run, staying
from report import Row, compared, milliseconds, processes, show

SETTLED = 0.3  # of the time that a window is watched, it has to do what was put off until after the paint
TICK = 1000 / os.sysconf("SC_CLK_TCK")  # milliseconds by which the system counts processor time
TIMES = 15
JOURNAL_GOAL = 0.06  # of a frame, which is a millisecond


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Opening, saving, memory and idling.")
    parser.add_argument("--notes", type=int, nargs="+", default=common.SIZES, metavar="N")
    parser.add_argument("--rounds", type=int, default=7, help="processes of each kind")
    parser.add_argument("--seconds", type=float, default=10.0, help="how long to watch an idle window")
    parser.add_argument("--quick", action="store_true", help="only to see whether it runs")
    options = parser.parse_args()
    if options.quick:
        options.rounds, options.seconds = 1, 0.5
    app = QApplication([])  # the notes are tidied by the size of their text
    with TemporaryDirectory() as folder, offscreen() as environment:
        os.environ["XDG_DATA_HOME"] = folder  # where saves keep their versions
        files = {notes: Path(folder, f"{notes}.canvasdesk") for notes in options.notes}
        workspaces = {notes: common.workspace(notes) for notes in options.notes}
        for notes, path in files.items():
            path.write_bytes(write(workspaces[notes]))
        show("Opening", opening(files, environment, options.rounds))
        show("Reading", [reading(notes, path) for notes, path in files.items()])
        show(
            "Saving", [row for notes, path in files.items() for row in saving(notes, workspaces[notes], path)]
        )
        show(
            "Journal",
            [row for notes in options.notes for row in journalling(workspaces[notes], Path(folder))],
        )
        show("Memory and idling", holding(files, environment, options.seconds))
    del app


def opening(files: dict[int, Path], environment: Environment, rounds: int) -> list[Row]:
    """Give the rows of opening: to the first frame with all notes, and until it is sharp."""
    rows = []
    for notes, path in files.items():
        jobs: dict[str, Job] = {
            "bare": partial(run, [HERE / "bare.py", str(SHARE)], environment),
            "frame": partial(run, [HERE / "painted.py", "frame", path], environment),
            "whole": partial(run, [HERE / "painted.py", "whole", path], environment),
        }
        processes_of = in_turns(jobs, rounds)
        goal = 2.6 if notes == max(common.SIZES) else None
        rows.append(
            processes(
                "start to the first frame of the file",
                notes,
                processes_of["bare"],
                processes_of["frame"],
                goal,
            )
        )
        rows.append(
            processes("… until all in view is sharp", notes, processes_of["bare"], processes_of["whole"])
        )
    return rows


def reading(notes: int, path: Path) -> Row:
    """Give the row of reading a file's bytes, with every check."""
    data = path.read_bytes()
    floors, values = alternated(
        lambda: Workspace.model_validate_json(data), lambda: read(data, path.name), process_time
    )
    return compared("reading / model_validate_json", notes, floors, values)


def saving(notes: int, workspace: Workspace, path: Path) -> list[Row]:
    """Give the rows of saving: what it asks of the window, and the work behind it."""
    recovery = path.parent / "recovery"
    dump = workspace.model_dump_json
    handed_over, stops = behind_the_window(Document(workspace, recovery), path)
    dumped = [spent(dump, perf_counter) for _ in handed_over]
    bytes_made = alternated(dump, lambda: write(workspace), process_time)
    written = alternated(
        lambda: write(workspace), lambda: save(path, workspace, recovery_dir=recovery), perf_counter
    )
    goals = (1.3, 1.0) if notes == max(common.SIZES) else (None, None)
    return [
        compared("saving, on the window's thread / model_dump_json", notes, dumped, handed_over, goals[0]),
        compared(
            "longest stop of the window meanwhile / a frame", notes, [common.FRAME] * TIMES, stops, goals[1]
        ),
        compared("behind it: making the bytes / model_dump_json", notes, *bytes_made),
        Row(
            "… check, write, fsync, rename, fsync, by the clock",
            notes,
            "",
            milliseconds(median(value - floor for floor, value in zip(*written, strict=True))),
        ),
    ]


def journalling(workspace: Workspace, folder: Path) -> list[Row]:
    """Give the rows of keeping a committed edit, on the thread of the window; the sync is done by another."""
    notes = workspace.canvas_by_id[common.CANVAS].notes
    journal = Journal(folder / "journals", Origin, print)
    began = perf_counter()
    journal.append(workspace)
    whole = (perf_counter() - began) * 1000
    floors, values = [], []
    for number in range(TIMES):
        note = notes[number * len(notes) // TIMES]
        edited = edit_notes(workspace, {note.id: {"text": f"Other words {number}"}})
        for times, do in (floors, note.model_dump_json), (values, partial(journal.append, edited)):
            began = thread_time()
            do()
            times.append((thread_time() - began) * 1000)
        workspace = edited
    journal.discard()
    return [
        Row("journal: the first edit since the last save, by the clock", len(notes), "", milliseconds(whole)),
        compared("journal: an edit / model_dump_json of the note", len(notes), floors, values),
        compared("journal: an edit / a frame", len(notes), [common.FRAME] * TIMES, values, JOURNAL_GOAL),
    ]


def behind_the_window(document: Document, path: Path) -> tuple[list[float], list[float]]:
    """Save often; give the milliseconds of each order to save, and of the longest stop until it was done."""
    saver, beats = Saver(document), list[float]()
    pulse = QTimer(interval=1)
    pulse.timeout.connect(lambda: beats.append(perf_counter()))
    orders, stops = [], []
    for _ in range(TIMES):
        pulse.start()
        beats[:] = [perf_counter()]
        orders.append(spent(partial(saver.save, path), perf_counter))
        assert saver.wait() is None
        pulse.stop()
        beats.append(perf_counter())
        stops.append(1000 * max(after - before for before, after in pairwise(beats)))
    return orders, stops


def spent(do: Callable[[], object], clock: Callable[[], float]) -> float:
    """Give the milliseconds of something."""
    began = clock()
    do()
    return (clock() - began) * 1000


def alternated(
    floor: Callable[[], object], value: Callable[[], object], clock: Callable[[], float]
) -> tuple[list[float], list[float]]:
    """Give the milliseconds of two things done in turns."""
    both: tuple[list[float], list[float]] = [], []
    for _ in range(TIMES):
        for times, do in zip(both, (floor, value), strict=True):
            times.append(spent(do, clock))
    return both


def holding(files: dict[int, Path], environment: Environment, seconds: float) -> list[Row]:
    """Give the rows of what windows need while nothing moves."""
    floor, _ = watched([HERE / "bare.py", str(SHARE), "stay"], environment, 0.1)
    rows = []
    for notes, path in files.items():
        memory, idle = watched([HERE / "painted.py", "whole", path, "stay"], environment, seconds)
        goal = 2.75 if notes == max(common.SIZES) else None
        for kind, name in (("VmRSS", "resident memory"), ("VmHWM", "most memory so far")):
            sizes = floor[kind], memory[kind]
            rows.append(
                Row(
                    name, notes, *(f"{size / 1024:.0f} MiB" for size in sizes), sizes[1] / sizes[0], goal=goal
                )
            )
        rows.append(Row(f"idle for {seconds:g} s", notes, "nothing", idle))
    return rows


def watched(
    arguments: Sequence[str | Path], environment: Environment, seconds: float
) -> tuple[dict[str, int], str]:
    """Give the memory (KiB) of a process that has settled, and what it did for some seconds."""
    with staying(arguments, environment) as process:
        sleep(max(1.0, SETTLED * seconds))
        before = activity(process)
        sleep(seconds)
        after = activity(process)
        memory = status(Path(f"/proc/{process}/status"))
    wakes, ticks = (late - early for early, late in zip(before, after, strict=True))
    return memory, f"{wakes} wake-ups, {ticks * TICK:.0f} ms of processor time"


def activity(process: int) -> tuple[int, int]:
    """Give how often the threads of a process went to sleep of their own, and its processor ticks."""
    slept = sum(
        status(thread / "status")["voluntary_ctxt_switches"]
        for thread in Path(f"/proc/{process}/task").iterdir()
    )
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return slept, int(fields[11]) + int(fields[12])


def status(path: Path) -> dict[str, int]:
    """Give the numbers in a status file of /proc."""
    pairs = (line.split(":", 1) for line in path.read_text().splitlines())
    return {
        name: int(rest.split()[0]) for name, rest in pairs if rest.split()[:1] and rest.split()[0].isdigit()
    }


if __name__ == "__main__":
    main()
