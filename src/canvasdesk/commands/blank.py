"""`canvasdesk blank`: blank canvases to be printed, for pen and paper."""

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from canvasdesk.commands.command import Command, Failed, refuse_taken
from canvasdesk.commands.export_options import add_papers
from canvasdesk.commands.printing import bound, orientation, papers_asked_for
from canvasdesk.words import translate


def command() -> Command:
    """Give the command."""
    lesson = translate(
        "Command line",
        "examples:\n"
        "  canvasdesk blank -o blank.pdf                         on A4, for any printer\n"
        "  canvasdesk blank -o wall.pdf --paper A0               for the wall of a workshop\n"
        "  canvasdesk blank -o wall.pdf --paper A0 --tile A4     the same in sheets to glue\n"
        "\n"
        "A value proposition canvas and a business model canvas with questions, in black on white.",
    )
    summary = translate("Command line", "Make blank canvases to be printed")
    return Command("blank", summary, lesson, _options, _run)


def _options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        type=Path,
        required=True,
        help=translate("Command line", "the file, ending in .pdf"),
    )
    parser.add_argument(
        "--swapped", action="store_true", help=translate("Command line", "the customer’s side on the left")
    )
    parser.add_argument(
        "--force", action="store_true", help=translate("Command line", "replace a file that is there")
    )
    add_papers(parser)


def _run(options: Namespace) -> int:
    from canvasdesk.app.probe import why_no_drawing
    from canvasdesk.export.errors import ExportError
    from canvasdesk.folders import recovery_folder
    from canvasdesk.storage.errors import SaveError
    from canvasdesk.storage.save import save_bytes

    if reason := why_no_drawing():
        raise Failed(reason)
    if options.output.suffix.lower() != ".pdf":
        said = translate("Command line", "“{name}” has to end in .pdf.", name=options.output.name)
        raise Failed(said)
    refuse_taken([options.output], force=options.force)
    try:
        save_bytes(options.output, _printed(options), recovery_dir=recovery_folder())
    except (ExportError, SaveError) as error:
        raise Failed(str(error)) from error
    print(options.output)
    return 0


def _printed(options: Namespace) -> bytes:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    from canvasdesk.export.blank import blank_pages
    from canvasdesk.export.pdf.metadata import About
    from canvasdesk.export.posters import Options
    from canvasdesk.layout.style import INK
    from canvasdesk.model.value import now

    application = QGuiApplication.instance() or QGuiApplication([])
    moment, (paper, _) = now(), papers_asked_for(options)
    look = Options(moment.date(), orientation(options), theme=INK)
    pages = blank_pages(paper, look, swapped=options.swapped)
    content = bound(pages, About(translate("Command line", "Blank canvases"), "", "en", "", moment), options)
    del application
    return content
