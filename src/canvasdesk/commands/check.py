"""`canvasdesk check`: say whether files are sound."""

from argparse import ArgumentParser, Namespace

from canvasdesk.commands.command import Command
from canvasdesk.words import translate


def command() -> Command:
    """Give the command."""
    lesson = translate(
        "Command line",
        "examples:\n"
        "  canvasdesk check plan.canvasdesk          one line a problem; silence is good news\n"
        "  canvasdesk check --json *.canvasdesk      one line of JSON a file\n"
        "\n"
        "Nothing is changed. The exit code is 0 where every file is sound and 1 where one is not.",
    )
    return Command("check", translate("Command line", "Say whether files are sound"), lesson, _options, _run)


def _options(parser: ArgumentParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="+", help=translate("Command line", "a workspace"))
    parser.add_argument("--json", action="store_true", help=translate("Command line", "answer in JSON"))


def _run(options: Namespace) -> int:
    from canvasdesk.storage.inspect import check

    sound = True
    for path in options.files:
        report = check(path)
        sound &= report.ok
        for line in (report.as_json(),) if options.json else report.problems:
            print(line, flush=True)
    return 0 if sound else 1
