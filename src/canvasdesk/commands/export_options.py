"""What `canvasdesk export` can be asked for: its options, and what each of them is for."""

import math
import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from canvasdesk.commands.command import Failed
from canvasdesk.words import translate

SMALLEST, LARGEST_SCALE = 16, 20.0
THEMES = ("light", "dark", "contrast")
SHEETS = ("canvas", "segment", "business-model", "contrast", "workbook")
MANY = ("segment", "workbook")  # of them, those of several sheets
FORMATS = ("png", "svg", "pdf", "html")
TEXTS = ("text", "paths")
PICTURES = (".png", ".svg")
PRINTED = (".pdf",)
USES = {
    "size": PICTURES,
    "scale": PICTURES,
    "theme": (*PICTURES, *PRINTED),
    "text": (".svg",),
    "paper": PRINTED,
    "portrait": PRINTED,
    "landscape": PRINTED,
    "tile": PRINTED,
    "overlap": PRINTED,
    "ink": PRINTED,
}
"""Which files an option counts for, where that is not all of them."""


def add_options(parser: ArgumentParser) -> None:
    """Let a parser know all of them."""
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
        help=translate("Command line", "the file, ending in .png, .svg, .pdf or .html, or a folder"),
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
            "Command line", "what is shown: a canvas, in HTML everything, if nothing is asked for"
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
        help=translate(
            "Command line", "everything that is meant, each in a picture of its own, or a page in PDF"
        ),
    )
    parser.add_argument(
        "--force", action="store_true", help=translate("Command line", "replace files that are there")
    )
    _add_looks(parser)
    add_papers(parser)


def _add_looks(parser: ArgumentParser) -> None:
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
    colours = parser.add_mutually_exclusive_group()
    colours.add_argument(
        "--theme",
        choices=THEMES,
        help=translate("Command line", "the colours, light by default; HTML follows its reader’s choice"),
    )
    colours.add_argument(
        "--ink",
        action="store_true",
        help=translate("Command line", "PDF in black on white, for cheap printers"),
    )
    parser.add_argument(
        "--text",
        choices=TEXTS,
        help=translate("Command line", "letters in an SVG: as text, or as paths that need no fonts"),
    )


def add_papers(parser: ArgumentParser) -> None:
    """Let a parser know those of papers and tiles."""
    parser.add_argument(
        "--paper",
        metavar="PAPER",
        help=translate(
            "Command line", "A4 by default, up to A0, Letter, Tabloid, Arch E, or a size such as 500x700mm"
        ),
    )
    way = parser.add_mutually_exclusive_group()
    way.add_argument(
        "--portrait",
        action="store_true",
        help=translate("Command line", "the paper upright; else as what is shown fits best"),
    )
    way.add_argument(
        "--landscape", action="store_true", help=translate("Command line", "the paper on its long side")
    )
    parser.add_argument(
        "--tile",
        metavar="PAPER",
        help=translate(
            "Command line", "in tiles of A4, A3, Letter or Tabloid, with crop marks and a plan to glue them"
        ),
    )
    parser.add_argument(
        "--overlap",
        metavar="MM",
        type=_overlap,
        help=translate("Command line", "what two tiles share, in millimetres; 10 by default"),
    )


def refuse_useless(options: Namespace, ending: str) -> None:
    """Raise `Failed` for an option that files with this `ending` have no use for."""
    useless = next((name for name in USES if ending not in USES[name] and _given(options, name)), None)
    if useless is not None:
        said = translate(
            "Command line",
            "--{option} is for {endings}, not for {ending}.",
            option=useless,
            endings=", ".join(USES[useless]),
            ending=ending,
        )
        raise Failed(said)


def _given(options: Namespace, name: str) -> bool:
    value = getattr(options, name)
    return value is not None and value is not False


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


def _overlap(text: str) -> float:
    try:
        overlap = float(text)
    except ValueError:
        overlap = math.nan
    if not 0.0 <= overlap < math.inf:
        raise ArgumentTypeError(
            translate("Command line", "“{overlap}” is no number of millimetres", overlap=text)
        )
    return overlap
