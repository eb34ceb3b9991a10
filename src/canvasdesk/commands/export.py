"""`canvasdesk export`: pictures and pages of canvases and of the business model, without a display."""

import math
import os
import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from canvasdesk.commands.command import Command, Failed, read_workspace, refuse_taken, tell
from canvasdesk.words import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from canvasdesk.drawing.sheet import SheetLook
    from canvasdesk.export.choice import Sheet
    from canvasdesk.model.workspace import Workspace

SMALLEST, LARGEST_SCALE = 16, 20.0
THEMES = ("light", "dark", "contrast")
SHEETS = ("canvas", "segment", "business-model", "contrast", "workbook")
MANY = ("segment", "workbook")  # of them, those of several sheets
FORMATS = ("png", "svg", "html")
TEXTS = ("text", "paths")


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
    return Command("export", summary, lesson, _options, _run)


def _options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        type=Path,
        help=translate("Command line", "a workspace, or an example’s name"),
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        required=True,
        help=translate("Command line", "the file, ending in .png, .svg or .html, or a folder"),
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default=FORMATS[0],
        help=translate("Command line", "what is put into a folder"),
    )
    parser.add_argument(
        "--what",
        choices=SHEETS,
        help=translate(
            "Command line", "what is shown: a canvas, on a page everything, if nothing is asked for"
        ),
    )
    parser.add_argument(
        "--segment", metavar="NAME", help=translate("Command line", "the segment meant, by name or id")
    )
    parser.add_argument(
        "--canvas",
        metavar="NAME",
        help=translate("Command line", "the canvas meant, by its stakeholder’s name or role, or by id"),
    )
    parser.add_argument(
        "--all",
        action="store_true",
        help=translate("Command line", "everything that is meant, each in a picture of its own"),
    )
    parser.add_argument(
        "--force", action="store_true", help=translate("Command line", "replace files that are there")
    )
    _looks_of_pictures(parser)


def _looks_of_pictures(parser: ArgumentParser) -> None:
    size = parser.add_mutually_exclusive_group()
    size.add_argument(
        "--size", metavar="WxH", type=_size, help=translate("Command line", "width and height in pixels")
    )
    size.add_argument(
        "--scale",
        metavar="N",
        type=_scale,
        help=translate("Command line", "pixels a unit, 2 by default; the board is 1436 × 744 units"),
    )
    parser.add_argument(
        "--theme",
        choices=THEMES,
        default=THEMES[0],
        help=translate("Command line", "the colours; a page follows its reader’s choice"),
    )
    parser.add_argument(
        "--text",
        choices=TEXTS,
        default=TEXTS[0],
        help=translate("Command line", "letters in an SVG: as text, or as paths that need no fonts"),
    )


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,6})[x×](\d{1,6})", text)
    if found is None or min(size := (int(found[1]), int(found[2]))) < SMALLEST:
        raise ArgumentTypeError(
            translate("Command line", "“{size}” is no size such as 1920x1080, at least 16x16", size=text)
        )
    return size


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = math.nan
    if not 0.0 < scale <= LARGEST_SCALE:
        raise ArgumentTypeError(
            translate("Command line", "“{scale}” is no number above 0 and up to 20", scale=text)
        )
    return scale


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
    """Give what is to be written of a file: a page of all that is meant, or a picture a sheet."""
    from canvasdesk.export.choice import What, sheets, taken_apart, targets

    place = (Path(options.output), file.stem, f".{options.format}")
    folder, stem, ending = place if into_folder else taken_apart(options.output)
    page = ending.lower() == ".html"
    what = What(options.what) if options.what else None
    if page and what is None and options.canvas is None:
        what = What.WORKBOOK if options.segment is None else What.SEGMENT
    found = sheets(workspace, what, segment=options.segment, canvas=options.canvas, every=options.all)
    if page:
        (path,) = targets(folder, stem, ending, (), every=False)
        return (Output(path, found, stem),)
    every = options.all or len(found) > 1
    paths = targets(folder, stem, ending, [sheet.name for sheet in found], every=every)
    return [Output(path, (sheet,), sheet.name) for path, sheet in zip(paths, found, strict=True)]


def _drawn(workspace: "Workspace", output: Output, options: Namespace) -> bytes:
    ending = output.path.suffix.lower()
    if ending == ".html":
        from canvasdesk.export.html.page import page

        return page(workspace, output.sheets)
    (sheet,) = output.sheets
    return _picture(_look(workspace, sheet), ending, workspace.language, options)


def _look(workspace: "Workspace", sheet: "Sheet") -> "SheetLook":
    from canvasdesk.drawing.business_model import model_look
    from canvasdesk.drawing.canvas import canvas_look
    from canvasdesk.drawing.contrast import contrast_look
    from canvasdesk.export.choice import What

    if sheet.what is What.BUSINESS_MODEL:
        return model_look(workspace)
    if sheet.what is What.CONTRAST:
        return contrast_look(workspace)
    return canvas_look(workspace, sheet.canvas_id)


def _picture(look: "SheetLook", ending: str, language: str, options: Namespace) -> bytes:
    from canvasdesk.export.picture import fitted, frames, png, scaled, svg
    from canvasdesk.layout.style import THEMES

    theme = THEMES[options.theme]
    if options.size:
        frame = fitted(look.bounds, *options.size)
    else:
        frame = scaled(look.bounds, options.scale) if options.scale else frames(look.bounds)[0]
    if ending == ".svg":
        return svg(look, theme, frame, language, text_as_paths=options.text == "paths")
    return png(look, theme, frame)
