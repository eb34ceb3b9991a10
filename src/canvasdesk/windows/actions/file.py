"""Actions of the menu File."""

from canvasdesk.windows.actions.action import Action
from canvasdesk.windows.situation import Situation
from canvasdesk.words import translate


def file_actions() -> tuple[Action, ...]:
    """Give the rows of the menu, in its order."""
    return (*_coming(), *_saving(), *_with_others(), *_making(), *_going())


def _coming() -> tuple[Action, ...]:
    return (
        Action(
            "file.new",
            translate("Actions", "&New…"),
            "file",
            lambda desk: desk.doors.choose_start(),
            keys=("Ctrl+N",),
            icon="new",
            tip=translate("Actions", "Say where you stand and be guided, or start blank or from an example"),
        ),
        Action(
            "file.open",
            translate("Actions", "&Open…"),
            "file",
            lambda desk: desk.files.open(),
            keys=("Ctrl+O",),
            icon="open",
            tip=translate("Actions", "Open a file"),
        ),
        Action(
            "file.recover",
            translate("Actions", "Recover &unsaved work…"),
            "file",
            lambda desk: desk.doors.recover(),
            tip=translate("Actions", "Restore or discard what was left when canvasdesk did not end well"),
        ),
    )


def _saving() -> tuple[Action, ...]:
    return (
        Action(
            "file.save",
            translate("Actions", "&Save"),
            "file",
            lambda desk: desk.files.save(),
            keys=("Ctrl+S",),
            icon="save",
            tip=translate("Actions", "Save to the file"),
            enabled=_savable,
            begins=True,
        ),
        Action(
            "file.save_as",
            translate("Actions", "Save &as…"),
            "file",
            lambda desk: desk.files.save_as(),
            keys=("Ctrl+Shift+S",),
            tip=translate("Actions", "Save to another file and go on there"),
        ),
        Action(
            "file.versions",
            translate("Actions", "&Versions…"),
            "file",
            lambda desk: desk.doors.show_versions(),
            keys=("Ctrl+Alt+H",),
            icon="history",
            tip=translate("Actions", "Look at what earlier saves kept, and go back to one of them"),
        ),
    )


def _with_others() -> tuple[Action, ...]:
    return (
        Action(
            "file.reload",
            translate("Actions", "Reload from &disk"),
            "file",
            lambda desk: desk.files.reload(),
            tip=translate("Actions", "Take over what the file holds now; undo brings back what was here"),
            enabled=lambda now: now.has_file,
        ),
        Action(
            "file.merge",
            translate("Actions", "&Merge with another file…"),
            "file",
            lambda desk: desk.files.merge(),
            tip=translate("Actions", "Bring in what somebody else made of this document"),
            enabled=lambda now: now.writable,
        ),
    )


def _making() -> tuple[Action, ...]:
    return (
        Action(
            "file.export",
            translate("Actions", "&Export picture…"),
            "file",
            lambda desk: desk.doors.export_picture(),
            keys=("Ctrl+E",),
            icon="export",
            tip=translate(
                "Actions", "Make a PNG or SVG picture of a canvas, the business model or the segments"
            ),
            begins=True,
        ),
        Action(
            "file.poster",
            translate("Actions", "&Poster…"),
            "file",
            lambda desk: desk.doors.make_poster(),
            keys=("Ctrl+P",),
            icon="print",
            tip=translate(
                "Actions", "Print canvases or save them as PDF: one, a workbook of all, or in tiles"
            ),
        ),
    )


def _going() -> tuple[Action, ...]:
    return (
        Action(
            "file.last_first",
            translate("Actions", "Start with the &last file"),
            "file",
            lambda desk: desk.start_with_last_file(),
            tip=translate("Actions", "Open the file used last when the program starts, instead of asking"),
            checked=lambda now: now.window.last_file_first,
            begins=True,
        ),
        Action(
            "file.close",
            translate("Actions", "&Close"),
            "file",
            lambda desk: desk.files.close(),
            keys=("Ctrl+W",),
            icon="close",
            tip=translate("Actions", "Close this window"),
            begins=True,
        ),
        Action(
            "file.quit",
            translate("Actions", "&Quit"),
            "file",
            lambda desk: desk.files.quit(),
            keys=("Ctrl+Q",),
            tip=translate("Actions", "Close all windows"),
        ),
    )


def _savable(now: Situation) -> bool:
    return now.dirty or not now.has_file or now.read_only
