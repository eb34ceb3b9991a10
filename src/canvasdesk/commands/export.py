"""`canvasdesk export`: pictures and pages of canvases and of the business model, without a display."""

import os
from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from canvasdesk.commands.command import Command, Failed, read_workspace, refuse_taken, tell
from canvasdesk.commands.export_options import MANY, PICTURES, add_options, refuse_useless
from canvasdesk.commands.printing import papers_asked_for, printed
from canvasdesk.words import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from canvasdesk.drawing.sheet import SheetLook
    from canvasdesk.export.choice import Sheet, What
    from canvasdesk.model.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be written, what it shows and what that is called."""

    path: Path
    sheets: "Sequence[Sheet]"
    name: str


def command() -> Command:
    """Give the command."""
    lesson = translate(
        "Command line",
        "examples:\n"
        "  canvasdesk export plan.canvasdesk -o plan.png\n"
        "      the first canvas of the primary segment, two pixels a unit\n"
        "  canvasdesk export plan.canvasdesk -o slide.png --size 1920x1080 --theme dark\n"
        "      as large as a slide, light on dark\n"
        "  canvasdesk export plan.canvasdesk -o buyer.svg --segment Makers --canvas procurement\n"
        "      the canvas of one stakeholder, as a drawing for any size\n"
        "  canvasdesk export plan.canvasdesk -o pictures/ --all\n"
        "      everything in a folder: plan-1-business-model.png, plan-2-side-by-side.png …\n"
        "  canvasdesk export plan.canvasdesk -o model.svg --what business-model\n"
        "      the business model around the canvases\n"
        "  canvasdesk export plan.canvasdesk -o segments.png --what contrast\n"
        "      the segments side by side: what matters, what answers it, what it earns\n"
        "  canvasdesk export plan.canvasdesk -o plan.pdf --what workbook\n"
        "      everything on pages of A4: cover, business model, canvases, side by side, legend\n"
        "  canvasdesk export plan.canvasdesk -o wall.pdf --paper A0 --tile A4\n"
        "      a canvas for the wall, in sheets for any printer, with a plan to glue them\n"
        "  canvasdesk export plan.canvasdesk -o plan.html\n"
        "      everything on one page for any browser, for eyes and ears\n"
        "  canvasdesk export *.canvasdesk -o pages/ --format html\n"
        "      a page a file\n"
        "  canvasdesk export inspection-systems -o fit.png\n"
        "      an example that ships with the program (“canvasdesk examples” lists them)\n"
        "\n"
        "The name of a file is printed once it is safely on disk. No display is needed. The exit code is 1\n"
        "where something could not be exported; of several files, the others are.",
    )
    summary = translate("Command line", "Make pictures and pages of canvases and the business model")
    return Command("export", summary, lesson, add_options, _run)


def _run(options: Namespace) -> int:
    from canvasdesk.app.probe import why_no_drawing
    from canvasdesk.export.choice import is_folder
    from canvasdesk.export.errors import ExportError
    from canvasdesk.storage.errors import ReadError, SaveError

    if reason := why_no_drawing():
        raise Failed(reason)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    several = len(options.files) > 1
    into_folder = is_folder(options.output, every=several or _asks_for_several(options))
    if several and not into_folder:
        said = translate(
            "Command line", "Several files need a folder; “{name}” is none.", name=options.output
        )
        raise Failed(said)
    try:
        *_, ending = _place(options, options.files[0], into_folder=into_folder)
        refuse_useless(options, ending.lower())
        papers_asked_for(options)
    except ExportError as error:
        raise Failed(str(error)) from error
    failed, written = False, set[Path]()
    for number, file in enumerate(options.files, 1):
        if several:
            _tell_progress(number, len(options.files), str(file))
        try:
            _export(file, options, written, into_folder=into_folder)
        except (ExportError, ReadError, SaveError, Failed) as error:
            if not several:
                raise Failed(str(error)) from error
            tell(str(error))
            failed = True
    return int(failed)


def _asks_for_several(options: Namespace) -> bool:
    """Say whether several sheets of a file are asked for, as far as one knows before it is read."""
    return options.all or options.what in MANY


def _tell_progress(done: int, of_all: int, name: str) -> None:
    tell(translate("Command line", "{done} of {all}: {name}", done=done, all=of_all, name=name))


def _export(file: Path, options: Namespace, written: set[Path], *, into_folder: bool) -> None:
    """Draw and save what is asked for of a file, and add it to what is `written`."""
    from PySide6.QtCore import QLocale
    from PySide6.QtGui import QGuiApplication

    from canvasdesk.folders import recovery_folder
    from canvasdesk.storage.save import save_bytes

    workspace = read_workspace(file)
    outputs = _outputs(workspace, file, options, into_folder=into_folder)
    if again := [output.path for output in outputs if output.path in written]:
        said = translate("Command line", "“{name}” is already made of another file.", name=again[0])
        raise Failed(said)
    refuse_taken([output.path for output in outputs], force=options.force)
    if into_folder:
        Path(options.output).mkdir(parents=True, exist_ok=True)
    application = QGuiApplication.instance() or QGuiApplication([])
    QLocale.setDefault(QLocale.c())  # days and amounts as in English, of which all other words are
    for number, output in enumerate(outputs, 1):
        if len(outputs) > 1:
            _tell_progress(number, len(outputs), output.name)
        save_bytes(output.path, _drawn(workspace, output, options), recovery_dir=recovery_folder())
        written.add(output.path)
        print(output.path, flush=True)
    del application


def _outputs(
    workspace: "Workspace", file: Path, options: Namespace, *, into_folder: bool
) -> "Sequence[Output]":
    """Give what is to be written of a file: one with all that is meant, or a picture a sheet."""
    from canvasdesk.export.choice import What, sheets, targets

    folder, stem, ending = _place(options, file, into_folder=into_folder)
    bound = ending.lower() not in PICTURES
    what = What(options.what) if options.what else None
    if bound:
        what = _bound(options, ending.lower())
    found = sheets(workspace, what, segment=options.segment, canvas=options.canvas, every=options.all)
    if bound:
        (path,) = targets(folder, stem, ending, (), every=False)
        return (Output(path, found, stem),)
    every = options.all or len(found) > 1
    paths = targets(folder, stem, ending, [sheet.name for sheet in found], every=every)
    return [Output(path, (sheet,), sheet.name) for path, sheet in zip(paths, found, strict=True)]


def _place(options: Namespace, file: Path, *, into_folder: bool) -> tuple[Path, str, str]:
    """Give folder, name and ending of what is made of a file; raises `ExportError`."""
    from canvasdesk.export.choice import taken_apart

    if into_folder:
        return Path(options.output), file.stem, f".{options.format}"
    return taken_apart(options.output)


def _bound(options: Namespace, ending: str) -> "What":
    """Give what a file shows that can have several pages; in HTML everything, if nothing is asked for."""
    from canvasdesk.export.choice import What

    if options.what:
        return What(options.what)
    if options.canvas is not None:
        return What.CANVAS
    if options.segment is not None:
        return What.SEGMENT
    return What.WORKBOOK if options.all or ending == ".html" else What.CANVAS


def _drawn(workspace: "Workspace", output: Output, options: Namespace) -> bytes:
    ending = output.path.suffix.lower()
    if ending == ".html":
        from canvasdesk.export.html.page import page

        return page(workspace, output.sheets)
    if ending == ".pdf":
        return printed(workspace, _bound(options, ending), output.name, options)
    (sheet,) = output.sheets
    return _picture(_look(workspace, sheet), ending, workspace.language_tag, options)


def _look(workspace: "Workspace", sheet: "Sheet") -> "SheetLook":
    from canvasdesk.drawing.business_model import still_look
    from canvasdesk.drawing.canvas import canvas_look
    from canvasdesk.drawing.contrast import contrast_look
    from canvasdesk.export.choice import What

    if sheet.what is What.BUSINESS_MODEL:
        return still_look(workspace)
    if sheet.what is What.CONTRAST:
        return contrast_look(workspace)
    return canvas_look(workspace, sheet.canvas_id)


def _picture(look: "SheetLook", ending: str, language: str, options: Namespace) -> bytes:
    from canvasdesk.export.picture import fitted, frames, png, scaled, svg
    from canvasdesk.layout.style import LIGHT, THEMES

    theme = THEMES[options.theme] if options.theme else LIGHT
    if options.size:
        frame = fitted(look.bounds, *options.size)
    else:
        frame = scaled(look.bounds, options.scale) if options.scale else frames(look.bounds)[0]
    if ending == ".svg":
        return svg(look, theme, frame, language, text_as_paths=options.text == "paths")
    return png(look, theme, frame)
