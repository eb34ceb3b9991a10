"""`canvasdesk resave`: write a file again as this version writes it."""

from argparse import ArgumentParser, Namespace

from canvasdesk.commands.command import Command, Failed, tell
from canvasdesk.words import translate


def command() -> Command:
    """Give the command."""
    lesson = translate(
        "Command line",
        "examples:\n"
        "  canvasdesk resave plan.canvasdesk         prints “saved” once the new file is safely on disk\n"
        "\n"
        "What had to be mended is said beside it. A file that a newer version wrote is left alone.",
    )
    summary = translate("Command line", "Write a file again as this version writes it")
    return Command("resave", summary, lesson, _options, _run)


def _options(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=translate("Command line", "a workspace"))


def _run(options: Namespace) -> int:
    from canvasdesk.folders import recovery_folder
    from canvasdesk.storage.errors import ReadError, SaveError
    from canvasdesk.storage.inspect import resave

    try:
        notices = resave(options.file, recovery_dir=recovery_folder())
    except (ReadError, SaveError) as error:
        raise Failed(str(error)) from error
    for notice in notices:
        tell(notice)
    print("saved")  # a word for scripts, in every language the same
    return 0
