"""`canvasdesk examples`: the templates that ship with the program."""

from argparse import ArgumentParser, Namespace

from canvasdesk.commands.command import Command, Failed
from canvasdesk.words import translate


def command() -> Command:
    """Give the command."""
    lesson = translate(
        "Command line",
        "examples:\n"
        "  canvasdesk examples\n"
        "  canvasdesk export inspection-systems -o fit.png     look at one of them\n"
        "  canvasdesk new inspection-systems plan.canvasdesk   start from one of them",
    )
    summary = translate("Command line", "List the templates that ship with the program")
    return Command("examples", summary, lesson, _options, _run)


def _options(_parser: ArgumentParser) -> None:
    """There is nothing to choose."""


def _run(_options: Namespace) -> int:
    from canvasdesk.storage.errors import ReadError
    from canvasdesk.storage.files import load
    from canvasdesk.storage.templates import templates

    there = templates()
    width = max(map(len, there), default=0)
    for name, path in there.items():
        try:
            subject = load(path).workspace.description.partition(". ")[0].rstrip(".")
        except ReadError as error:
            raise Failed(str(error)) from error
        print(f"{name:<{width}}  {subject or translate('Command line', 'An empty canvas')}.")
    return 0
