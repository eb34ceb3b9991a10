"""`canvasdesk merge`: bring together what several people made of one file at the same time."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from canvasdesk.commands.command import Command, Failed, refuse_taken, tell
from canvasdesk.words import translate

if TYPE_CHECKING:
    from canvasdesk.editing.clusters import Cluster
    from canvasdesk.editing.merge import Merged
    from canvasdesk.model.workspace import Workspace

UNKNOWN = "-"  # stands for a common version that nobody has any more
CONFLICTS, FAILED = 1, 2


def command() -> Command:
    """Give the command."""
    lesson = translate(
        "Command line",
        "examples:\n"
        "  canvasdesk merge start.canvasdesk red.canvasdesk blue.canvasdesk -o all.canvasdesk\n"
        "      two groups began with the same file; all.canvasdesk has what both made of it\n"
        "  canvasdesk merge start.canvasdesk red.canvasdesk blue.canvasdesk green.canvasdesk \\\n"
        "      -o all.canvasdesk --cluster\n"
        "      three groups; notes that several wrote in the same words become one\n"
        "  canvasdesk merge - plan.canvasdesk copy.canvasdesk -o plan.canvasdesk --force --theirs\n"
        "      a conflicted copy whose common version is gone; where they differ, the copy holds\n"
        "\n"
        "What only one of them changed is taken. Where both changed the same field, MINE holds, or\n"
        "THEIRS with --theirs. What one deleted and the other changed stays, unless --theirs says\n"
        "otherwise. Each such conflict is printed on a line, with what was taken.\n"
        "\n"
        "The exit code is 0 without conflicts, 1 with conflicts (the file is written all the same)\n"
        "and 2 where no file could be written.",
    )
    summary = translate("Command line", "Bring together what several people made of one file")
    return Command("merge", summary, lesson, _options, _run)


def _options(parser: ArgumentParser) -> None:
    said = {
        "base": translate("Command line", "the version that all began with, or - where it is not known"),
        "mine": translate("Command line", "the version that holds in conflicts"),
        "theirs": translate("Command line", "a version that is merged into it, one after the other"),
    }
    parser.add_argument("base", metavar="BASE", type=Path, help=said["base"])
    parser.add_argument("mine", metavar="MINE", type=Path, help=said["mine"])
    parser.add_argument("theirs", metavar="THEIRS", type=Path, nargs="+", help=said["theirs"])
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        type=Path,
        required=True,
        help=translate("Command line", "the file to write"),
    )
    parser.add_argument(
        "--theirs",
        dest="prefer_theirs",
        action="store_true",
        help=translate("Command line", "let THEIRS hold in conflicts"),
    )
    parser.add_argument(
        "--cluster",
        action="store_true",
        help=translate("Command line", "make one of new notes that several wrote in the same words"),
    )
    parser.add_argument(
        "--force", action="store_true", help=translate("Command line", "replace a file that is there")
    )


def _run(options: Namespace) -> int:
    from canvasdesk.folders import recovery_folder
    from canvasdesk.model.value import evolve, now
    from canvasdesk.storage.errors import ReadError, SaveError
    from canvasdesk.storage.files import save

    try:
        refuse_taken([options.output], force=options.force)
        base = None if str(options.base) == UNKNOWN else _read(options.base)
        workspace, lines = _merged(base, options)
        save(options.output, evolve(workspace, modified=now()), recovery_dir=recovery_folder())
    except (Failed, ReadError, SaveError) as error:
        raise Failed(str(error), code=FAILED) from error
    for line in lines:
        print(line)
    return CONFLICTS if lines else 0


def _read(path: Path) -> "Workspace":
    """Read a file that this version knows wholly; tell what had to be mended."""
    from canvasdesk.storage.files import load

    loaded = load(path)
    if loaded.newer:
        raise Failed(
            translate("Command line", "“{name}” was not merged: a newer canvasdesk wrote it.", name=path)
        )
    for notice in loaded.notices:
        tell(notice)
    return loaded.workspace


def _merged(base: "Workspace | None", options: Namespace) -> tuple["Workspace", list[str]]:
    """Merge one file after the other into mine; give the outcome and a line for each conflict."""
    from canvasdesk.editing.board import facing
    from canvasdesk.editing.clusters import clustered, clusters, new_notes
    from canvasdesk.editing.merge import merge
    from canvasdesk.layout.plan import WIDTH
    from canvasdesk.layout.style import NOTE_WIDTH

    workspace = _read(options.mine)
    start = base and facing(base, workspace, WIDTH - NOTE_WIDTH)
    came, lines = [new_notes(start, workspace)], []
    for path in options.theirs:
        merged = merge(start, workspace, facing(_read(path), workspace, WIDTH - NOTE_WIDTH))
        came.append(new_notes(workspace, merged.workspace))
        for change in merged.changes:
            tell(translate("Command line", "{name}: {change}", name=path.name, change=change))
        workspace, more = _decided(merged, prefer_theirs=options.prefer_theirs)
        lines += [
            translate("Command line", "{name}: {conflict}", name=path.name, conflict=each) for each in more
        ]
    found = clusters(workspace, came)
    for sentence in _said(workspace, found, merging=options.cluster):
        tell(sentence)
    return (clustered(workspace, found) if options.cluster else workspace), lines


def _decided(merged: "Merged", *, prefer_theirs: bool) -> tuple["Workspace", list[str]]:
    """Give what the merge makes, and each of its conflicts in a sentence."""
    from canvasdesk.editing.conflicts import Side
    from canvasdesk.editing.merge import resolved
    from canvasdesk.editing.naming import said

    if not prefer_theirs:
        return merged.workspace, [said(each) for each in merged.conflicts]
    turned = resolved(merged, {each.key: Side.THEIRS for each in merged.conflicts})
    return turned, [said(replace(each, taken=Side.THEIRS)) for each in merged.conflicts]


def _said(workspace: "Workspace", found: "tuple[Cluster, ...]", *, merging: bool) -> Iterator[str]:
    """Say of each cluster what becomes of it."""
    from canvasdesk.model.quoting import quoted_note

    for cluster in found:
        one, other = (quoted_note(workspace.note_by_id[each]) for each in cluster.note_ids[:2])
        if not cluster.exact:
            yield translate("Command line", "Perhaps the same: “{one}” and “{other}”", one=one, other=other)
        elif not merging:
            yield translate(
                "Command line",
                "“{note}” was written %n time(s); --cluster makes one note of it.",
                count=len(cluster.note_ids),
                note=one,
            )
