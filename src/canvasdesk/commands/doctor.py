"""`canvasdesk doctor`: what was found on this machine."""

import json
import os
from argparse import ArgumentParser, Namespace

from canvasdesk.commands.command import Command
from canvasdesk.words import translate


def command() -> Command:
    """Give the command."""
    lesson = translate(
        "Command line",
        "examples:\n"
        "  canvasdesk doctor                         for people\n"
        "  canvasdesk doctor --json                  for scripts and for reports of faults\n"
        "\n"
        "The exit code is 1 where something stands in the way of windows or pictures.",
    )
    summary = translate("Command line", "Say what was found on this machine, and what is missing")
    return Command("doctor", summary, lesson, _options, _run)


def _options(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=translate("Command line", "answer in JSON"))


def _run(options: Namespace) -> int:
    from canvasdesk.app.doctor import as_json, examine, healthy, report

    environment = dict(os.environ)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # the fonts are tried without a display
    findings = examine(environment)
    print(json.dumps(as_json(findings), ensure_ascii=False, indent=2) if options.json else report(findings))
    return 0 if healthy(findings) else 1
