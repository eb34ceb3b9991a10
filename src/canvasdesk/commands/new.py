"""`canvasdesk new`: start a file from a template."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from canvasdesk.commands.command import Command, Failed, refuse_taken
from canvasdesk.words import translate


def command() -> Command:
    """Give the command."""
    lesson = translate(
        "Command line",
        "examples:\n"
        "  canvasdesk new blank plan.canvasdesk\n"
        "  canvasdesk new inspection-systems plan.canvasdesk\n"
        "\n"
        "“canvasdesk examples” lists the templates.",
    )
    summary = translate("Command line", "Start a file from a template")
    return Command("new", summary, lesson, _options, _run)


def _options(parser: ArgumentParser) -> None:
    parser.add_argument("template", metavar="TEMPLATE", help=translate("Command line", "a template’s name"))
    parser.add_argument("file", metavar="FILE", type=Path, help=translate("Command line", "the file to make"))
    parser.add_argument(
        "--force", action="store_true", help=translate("Command line", "replace a file that is there")
    )


def _run(options: Namespace) -> int:
    from canvasdesk.folders import recovery_folder
    from canvasdesk.storage.errors import ReadError, SaveError
    from canvasdesk.storage.files import save
    from canvasdesk.storage.templates import started, templates

    there = templates()
    source = there.get(options.template)
    if source is None:
        said = translate(
            "Command line",
            "There is no template “{name}”; there are: {names}.",
            name=options.template,
            names=", ".join(there),
        )
        raise Failed(said)
    refuse_taken([options.file], force=options.force)
    try:
        save(options.file, started(source), recovery_dir=recovery_folder())
    except (ReadError, SaveError) as error:
        raise Failed(str(error)) from error
    print(options.file)
    return 0
