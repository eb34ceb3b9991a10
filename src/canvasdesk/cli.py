"""The command line: the window where there is a display for it, and commands that need none.

Nothing heavy is imported before it is needed, so that `--version` and `--help` answer at once.
"""

import argparse
import gc
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from canvasdesk import __version__
from canvasdesk.commands import blank, check, doctor, examples, export, fit, merge, new, resave
from canvasdesk.commands.command import Command, Failed, tell
from canvasdesk.words import translate

FAILED = 1
RARELY = 100_000  # new objects until garbage is looked for; to import the model makes fewer
INTERRUPTED, PIPE_CLOSED = 130, 141  # as shells report programs that SIGINT or SIGPIPE ended


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks and give the exit code: 0 done, 1 failed, 2 not understood."""
    _write_whatever_the_terminal_can()
    try:
        code = _obey(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
    except Failed as failure:
        tell(str(failure))
        return failure.code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read us has enough; the interpreter must not try to write the rest at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except OSError as error:
        tell(_system_fault(error))
        return FAILED
    except ImportError as error:
        if "PySide6" not in f"{error.name} {error.path}":
            raise
        tell(translate("Command line", "Qt cannot be loaded: {cause}", cause=error))
        return FAILED
    return code


def _write_whatever_the_terminal_can() -> None:
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):  # others may have put their own stream here
            reconfigure(errors="replace")


def _system_fault(error: OSError) -> str:
    cause = error.strerror or str(error)
    if error.filename is None:
        return cause
    return translate("Command line", "“{name}”: {cause}", name=error.filename, cause=cause)


def _obey(arguments: list[str]) -> int:
    makers = (
        export.command, fit.command, merge.command, check.command, resave.command,
        new.command, blank.command, examples.command, doctor.command,
    )  # fmt: skip
    commands = {command.name: command for command in (make() for make in makers)}
    if arguments and (command := commands.get(arguments[0])):
        parser = _parser(f"canvasdesk {command.name}", f"{command.summary}.", command.lesson)
        command.options(parser)
        with _searching_rarely():
            return command.run(parser.parse_args(arguments[1:]))
    parser = _main_parser(commands)
    files = parser.parse_args(arguments).files
    if files and not files[0].suffix and not files[0].exists():
        _explain_unknown(parser, str(files[0]), commands)
    return _open(files)


@contextmanager
def _searching_rarely() -> Iterator[None]:
    """Look for garbage rarely while the block runs: what a command imports is none, and it soon ends."""
    before = gc.get_threshold()
    gc.set_threshold(RARELY, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _parser(name: str, description: str, lesson: str) -> argparse.ArgumentParser:
    return argparse.ArgumentParser(
        prog=name,
        description=description,
        epilog=lesson,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _main_parser(commands: Mapping[str, Command]) -> argparse.ArgumentParser:
    lesson = translate(
        "Command line",
        "commands:\n"
        "{commands}\n"
        "\n"
        "examples:\n"
        "  canvasdesk                                          choose what to start with\n"
        "  canvasdesk plan.canvasdesk                          open a file\n"
        "  canvasdesk new inspection-systems plan.canvasdesk   start a file from an example\n"
        "  canvasdesk export plan.canvasdesk -o plan.png       make a picture of it\n"
        "\n"
        "“canvasdesk COMMAND --help” explains a command. Only the window needs a display.",
        commands="\n".join(f"  {command.name:<9} {command.summary}" for command in commands.values()),
    )
    subject = translate(
        "Command line", "Sketch value propositions and business models, and see how well they fit."
    )
    parser = _parser("canvasdesk", subject, lesson)
    parser.usage = "canvasdesk [FILE ...]\n       canvasdesk COMMAND ..."
    parser.add_argument("--version", action="version", version=f"canvasdesk {__version__}")
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="*",
        type=Path,
        help=translate("Command line", "workspaces to open; without one, you choose what to start with"),
    )
    return parser


def _explain_unknown(parser: argparse.ArgumentParser, word: str, commands: Iterable[str]) -> None:
    """End with a hint: a first word that is no file was most likely meant as a command."""
    from difflib import get_close_matches

    near = get_close_matches(word, commands, n=1)
    if near:
        said = translate(
            "Command line",
            "“{word}” is neither a file nor a command; “{near}” is one",
            word=word,
            near=near[0],
        )
    else:
        said = translate("Command line", "“{word}” is neither a file nor a command", word=word)
    parser.error(said)


def _open(files: Sequence[Path]) -> int:
    from canvasdesk.app.probe import why_no_window

    for path in files:
        if not path.exists():
            raise Failed(
                translate("Command line", "“{name}” cannot be opened: there is no such file.", name=path)
            )
    if reason := why_no_window():
        raise Failed(reason)
    from canvasdesk.app import imports

    imports.unwatched()
    from canvasdesk.app.start import run

    return run(files)
