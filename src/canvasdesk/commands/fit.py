"""`canvasdesk fit`: how well each segment and each stakeholder is served, as a table or for scripts."""

import json
import unicodedata
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from canvasdesk.commands.command import Command, Failed, read_workspace
from canvasdesk.words import translate

if TYPE_CHECKING:
    from canvasdesk.model.canvas import Stakeholder, ValuePropositionCanvas
    from canvasdesk.model.segments import CustomerSegment

    Levels = Mapping[str, int]

SEGMENT_CELLS, PERSON_CELLS = 40, 20  # of a terminal, so that a row seldom has more than a hundred
DECIMALS = 6
NOTHING = "–"

Row = tuple[str, ...]


def command() -> Command:
    """Give the command."""
    lesson = translate(
        "Command line",
        "examples:\n"
        "  canvasdesk fit plan.canvasdesk            a row a segment and a stakeholder\n"
        "  canvasdesk fit inspection-systems --json  the same figures, for scripts\n"
        "\n"
        "On paper is the share of what matters to them that is answered, and proven how much of that\n"
        "evidence bears out. Wanted are the notes of the offer that answer something. The lead is over\n"
        "what they use today, in percentage points. The deal fit of a segment with several\n"
        "stakeholders is the lowest of those with a veto.\n"
        "\n"
        "JSON is a list of segments with id, name, deal_fit and canvases. A canvas has id, role, name,\n"
        "veto, on_paper, proven, today, wanted, lead, verdict (weak, partial, good or strong), held\n"
        "(by a deal-breaker without an answer) and provisional (something is unranked). A figure has\n"
        "share, a number up to 1 with six decimals, and shown, the whole percent or points that\n"
        "people see; wanted has linked and offered as well. What there is not is null.",
    )
    summary = translate("Command line", "Tell how well segments and stakeholders are served")
    return Command("fit", summary, lesson, _options, _run)


def _options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE", type=Path, help=translate("Command line", "a workspace, or an example’s name")
    )
    parser.add_argument("--json", action="store_true", help=translate("Command line", "answer in JSON"))


def _run(options: Namespace) -> int:
    from canvasdesk.storage.errors import ReadError

    try:
        workspace = read_workspace(options.file)
    except ReadError as error:
        raise Failed(str(error)) from error
    if options.json:
        figures = [_segment_figures(segment, workspace.levels) for segment in workspace.segments]
        print(json.dumps(figures, ensure_ascii=False, indent=2))
        return 0
    rows = [row for segment in workspace.segments for row in _rows(segment, workspace.levels)]
    for line in _lines([_titles(), *rows]):
        print(line)
    return 0


# For scripts ------------------------------------------------------------------------------------------------


def _segment_figures(segment: "CustomerSegment", levels: "Levels") -> Mapping[str, object]:
    from canvasdesk.model.fit import deal_fit

    decides = deal_fit(segment, levels)
    return {
        "id": segment.id,
        "name": segment.name,
        "deal_fit": _share(decides[1].on_paper if decides else None),
        "canvases": [_canvas_figures(canvas, levels) for canvas in segment.canvases],
    }


def _canvas_figures(canvas: "ValuePropositionCanvas", levels: "Levels") -> Mapping[str, object]:
    from canvasdesk.model.fit import fit, points

    figures, who = fit(canvas, levels), canvas.stakeholder
    lead, wanted = figures.lead, _share(figures.wanted)
    return {
        "id": canvas.id,
        "role": who and who.role.value,
        "name": who and who.name,
        "veto": bool(who and who.veto),
        "on_paper": _share(figures.on_paper),
        "proven": _share(figures.proven),
        "today": _share(figures.today),
        "wanted": wanted and {**wanted, "linked": figures.linked, "offered": figures.offered},
        "lead": None if lead is None else {"share": round(lead, DECIMALS), "shown": points(lead)},
        "verdict": figures.verdict and figures.verdict.value,
        "held": bool(figures.held_by),
        "provisional": figures.provisional,
    }


def _share(share: float | None) -> dict[str, float] | None:
    from canvasdesk.model.fit import percent

    return None if share is None else {"share": round(share, DECIMALS), "shown": percent(share)}


# For people -------------------------------------------------------------------------------------------------


def _titles() -> Row:
    return (
        translate("Command line", "Segment"),
        translate("Command line", "On paper"),
        translate("Command line", "Proven"),
        translate("Command line", "Wanted"),
        translate("Command line", "Lead"),
        translate("Command line", "Verdict"),
    )


def _rows(segment: "CustomerSegment", levels: "Levels") -> Iterator[Row]:
    """Give the row of a segment, and one for each stakeholder where it has any."""
    name = _cut(segment.name, SEGMENT_CELLS) or translate("Command line", "segment without a name")
    if all(canvas.stakeholder is None for canvas in segment.canvases):
        yield from ((name, *_figures(canvas, levels)) for canvas in segment.canvases)
        return
    yield name, "", "", "", "", _deal(segment, levels)
    for canvas in segment.canvases:
        yield f"  {_person(canvas.stakeholder)}", *_figures(canvas, levels)


def _deal(segment: "CustomerSegment", levels: "Levels") -> str:
    from canvasdesk.drawing.naming import share_name
    from canvasdesk.model.fit import deal_fit

    decides = deal_fit(segment, levels) if len(segment.canvases) > 1 else None
    if decides is None:
        return ""
    return translate("Command line", "Deal fit {share}", share=share_name(decides[1].on_paper))


def _person(who: "Stakeholder | None") -> str:
    from canvasdesk.drawing.naming import listed, role_name

    if who is None:
        return translate("Command line", "no role yet")
    veto = translate("Command line", "veto") if who.veto else ""
    return listed([each for each in (_cut(who.name, PERSON_CELLS), role_name(who.role), veto) if each])


def _figures(canvas: "ValuePropositionCanvas", levels: "Levels") -> Row:
    from canvasdesk.drawing.naming import listed, share_name, verdict_name
    from canvasdesk.model.fit import fit, points

    figures = fit(canvas, levels)
    wanted = translate("Command line", "{linked} of {all}", linked=figures.linked, all=figures.offered)
    judged = [verdict_name(figures.verdict)]
    if figures.held_by:
        judged.append(translate("Command line", "held"))
    if figures.provisional:
        judged.append(translate("Command line", "provisional"))
    return (
        share_name(figures.on_paper),
        share_name(figures.proven),
        wanted if figures.offered else NOTHING,
        NOTHING if figures.lead is None else f"{points(figures.lead):+d}",
        translate("Command line", "Not mapped yet") if figures.on_paper is None else listed(judged),
    )


def _lines(rows: Sequence[Row]) -> Iterator[str]:
    """Give the rows of a table with figures flush right, and names and verdicts flush left."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    words = {0, len(widths) - 1}
    for row in rows:
        gaps = (" " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        padded = (
            cell + gap if column in words else gap + cell
            for column, (cell, gap) in enumerate(zip(row, gaps, strict=True))
        )
        yield "  ".join(padded).rstrip()


def _cut(text: str, cells: int) -> str:
    """Give `text` on one line that takes at most so many cells of a terminal."""
    from canvasdesk.model.quoting import isolated, one_line

    line = one_line(text, cells)
    if _width(line) > cells:
        while _width(line) >= cells:
            line = line[:-1]
        line += "…"
    return isolated(line)


def _width(text: str) -> int:
    """Give how many cells of a terminal `text` takes."""
    wide = sum(unicodedata.east_asian_width(each) in "WF" for each in text)
    return wide + sum(unicodedata.category(each) not in {"Mn", "Me", "Cf"} for each in text)
