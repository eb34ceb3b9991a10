"""`canvasdesk export`: pictures of canvases and of the business model, without a display."""

import math
import os
import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
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
        "  canvasdesk export inspection-systems -o fit.png\n"
        "      an example that ships with the program (“canvasdesk examples” lists them)\n"
        "\n"
        "The name of a picture is printed once it is safely on disk. No display is needed.",
    )
    summary = translate("Command line", "Make pictures of canvases and the business model, as PNG or SVG")
    return Command("export", summary, lesson, _options, _run)


def _options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE", type=Path, help=translate("Command line", "a workspace, or an example’s name")
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        required=True,
        help=translate("Command line", "the picture, ending in .png or .svg, or a folder for PNG pictures"),
    )
    parser.add_argument(
        "--what",
        choices=SHEETS,
        help=translate("Command line", "what the picture shows: a canvas, where nothing else is asked for"),
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
        "--theme", choices=THEMES, default=THEMES[0], help=translate("Command line", "the colours")
    )
    parser.add_argument(
        "--force", action="store_true", help=translate("Command line", "replace pictures that are there")
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
    from canvasdesk.export.choice import What, is_folder, sheets, targets
    from canvasdesk.export.errors import ExportError
    from canvasdesk.storage.errors import ReadError, SaveError

    if reason := why_no_drawing():
        raise Failed(reason)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        workspace = read_workspace(options.file)
        what = What(options.what) if options.what else None
        found = sheets(workspace, what, segment=options.segment, canvas=options.canvas, every=options.all)
        names, every = [sheet.name for sheet in found], options.all or len(found) > 1
        paths = targets(options.output, options.file.stem, names, every=every)
        refuse_taken(paths, force=options.force)
        if is_folder(options.output, every=every):
            Path(options.output).mkdir(parents=True, exist_ok=True)
        _draw(workspace, found, paths, options)
    except (ExportError, ReadError, SaveError) as error:
        raise Failed(str(error)) from error
    return 0


def _draw(
    workspace: "Workspace", found: "Sequence[Sheet]", paths: "Sequence[Path]", options: Namespace
) -> None:
    """Draw and save one picture after the other, and tell how far it is where there are several."""
    from PySide6.QtGui import QGuiApplication

    from canvasdesk.folders import recovery_folder
    from canvasdesk.storage.save import save_bytes

    application = QGuiApplication.instance() or QGuiApplication([])
    for number, (sheet, path) in enumerate(zip(found, paths, strict=True), 1):
        if len(paths) > 1:
            said = translate(
                "Command line", "{done} of {all}: {name}", done=number, all=len(paths), name=sheet.name
            )
            tell(said)
        data = _picture(_look(workspace, sheet), path.suffix, workspace.language, options)
        save_bytes(path, data, recovery_dir=recovery_folder())
        print(path, flush=True)
    del application


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
    if ending.lower() == ".svg":
        return svg(look, theme, frame, language)
    return png(look, theme, frame)
