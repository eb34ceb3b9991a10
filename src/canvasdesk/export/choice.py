"""Which sheets become pictures or pages, and what their files are called. No Qt."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from unicodedata import category

from canvasdesk.export.errors import ExportError
from canvasdesk.model.canvas import ValuePropositionCanvas
from canvasdesk.model.segments import CustomerSegment, Priority
from canvasdesk.model.workspace import Workspace
from canvasdesk.words import translate

FORMATS = (".png", ".svg", ".pdf", ".html")
LONGEST_SLUG = 40  # letters: with a number and an ending, a name of any script stays below 255 bytes
MOST_NAMED = 12


class What(StrEnum):
    """What is shown: a single sheet, the canvases of a segment, or everything, bound as a workbook."""

    CANVAS = "canvas"
    SEGMENT = "segment"
    BUSINESS_MODEL = "business-model"
    CONTRAST = "contrast"
    WORKBOOK = "workbook"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a picture shows, what people call it, and which canvas it is where it is one."""

    what: What
    name: str
    canvas_id: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A canvas with the segment it is for, and what people call the two."""

    segment: CustomerSegment
    canvas: ValuePropositionCanvas
    name: str

    def called(self, name: str) -> bool:
        """Say whether the canvas goes by `name`: id, name or role of its stakeholder, or its whole name."""
        stakeholder = self.canvas.stakeholder
        others = (stakeholder.name, stakeholder.role.value) if stakeholder else ()
        return name == self.canvas.id or _same(name, (self.name, *others))

    def is_for(self, name: str) -> bool:
        """Say whether the canvas is for the segment with this name or id."""
        return name == self.segment.id or _same(name, (self.segment.name,))


def choices(workspace: Workspace) -> tuple[Choice, ...]:
    """Give every canvas of `workspace`, in order."""
    return tuple(
        Choice(segment, canvas, _name(segment, canvas))
        for segment in workspace.segments
        for canvas in segment.canvases
    )


def sheets(
    workspace: Workspace,
    what: What | None = None,
    *,
    segment: str | None = None,
    canvas: str | None = None,
    every: bool = False,
) -> tuple[Sheet, ...]:
    """Give what is meant: the business model, the segments side by side, or canvases as `chosen` has them.

    A segment has all its canvases; a workbook has everything, with segments side by side where there are
    several. Where nothing is named, `every` means everything too. Raises `ExportError` where a name means no
    canvas, or more than one without `every`.
    """
    named = segment is not None or canvas is not None
    if what in (What.BUSINESS_MODEL, What.CONTRAST, What.WORKBOOK) and named:
        raise ExportError(translate("Export", "--segment and --canvas choose a canvas, and nothing else."))
    model = Sheet(What.BUSINESS_MODEL, translate("Export", "Business model"))
    table = Sheet(What.CONTRAST, translate("Export", "Side by side"))
    if what is What.BUSINESS_MODEL:
        return (model,)
    if what is What.CONTRAST:
        if not workspace.segments:
            raise ExportError(translate("Export", "There is no segment in this file yet."))
        return (table,)
    last = (table,) if len(workspace.segments) > 1 else ()
    if what is What.WORKBOOK:
        return (model, *map(_sheet, choices(workspace)), *last)
    if what is What.SEGMENT:
        return tuple(map(_sheet, _whole_segment(workspace, segment, canvas)))
    whole: tuple[Sheet, ...] = ()
    if every and what is None and not named:
        whole = (model, *last)
        if not workspace.segments:
            return whole
    found = chosen(workspace, segment=segment, canvas=canvas, every=every)
    return (*whole, *map(_sheet, found))


def _sheet(choice: Choice) -> Sheet:
    return Sheet(What.CANVAS, choice.name, choice.canvas.id)


def _whole_segment(workspace: Workspace, segment: str | None, canvas: str | None) -> tuple[Choice, ...]:
    """Give all canvases of the segment that is meant, also by the name of one of them."""
    named = segment is not None or canvas is not None
    meant = {each.segment.id for each in chosen(workspace, segment=segment, canvas=canvas, every=named)}
    return tuple(each for each in choices(workspace) if each.segment.id in meant)


def chosen(
    workspace: Workspace, *, segment: str | None = None, canvas: str | None = None, every: bool = False
) -> tuple[Choice, ...]:
    """Give the canvases that are meant by the names; without any, the first of the segment that comes first.

    Raises `ExportError` where a name means none, or more than one without `every`.
    """
    found = choices(workspace)
    if not found:
        raise ExportError(translate("Export", "There is no canvas in this file yet."))
    if segment is not None:
        found = _of_segment(found, segment)
    if canvas is not None:
        found = _of_name(found, canvas)
    if every or len(found) == 1:
        return found
    if segment is None and canvas is None:
        return (_first(found),)
    said = translate(
        "Export",
        "More than one canvas is meant: {names}; choose one with --canvas, or take them with --all.",
        names=_listed([each.name for each in found]),
    )
    raise ExportError(said)


def _of_segment(there: tuple[Choice, ...], name: str) -> tuple[Choice, ...]:
    if found := tuple(each for each in there if each.is_for(name)):
        return found
    names = _listed(list(dict.fromkeys(each.segment.name for each in there)))
    raise ExportError(
        translate("Export", "There is no segment “{name}”; there are: {names}.", name=name, names=names)
    )


def _of_name(there: tuple[Choice, ...], name: str) -> tuple[Choice, ...]:
    if found := tuple(each for each in there if each.called(name)):
        return found
    names = _listed([each.name for each in there])
    raise ExportError(
        translate("Export", "There is no canvas “{name}”; there are: {names}.", name=name, names=names)
    )


def is_folder(out: str, *, every: bool) -> bool:
    """Say whether `out` means a folder: it is one, ends like one, or several files go there."""
    if not out:  # an empty variable of a shell, no word for the folder one is in
        return False
    return out.endswith(("/", os.sep)) or Path(out).is_dir() or (every and not Path(out).suffix)


def taken_apart(out: str) -> tuple[Path, str, str]:
    """Give folder, name and ending of the file that `out` means.

    Raises `ExportError` for an ending that is none of `FORMATS`.
    """
    path = Path(out)
    if path.suffix.lower() not in FORMATS:
        said = translate(
            "Export",
            "“{name}” cannot be exported to: it has to end in {endings}.",
            name=path.name,
            endings=_either(FORMATS),
        )
        raise ExportError(said)
    return path.parent, path.stem, path.suffix


def targets(folder: Path, stem: str, ending: str, names: Sequence[str], *, every: bool) -> tuple[Path, ...]:
    """Give the file for each name, numbered where `every` one has its own; else the only one there is."""
    if not every:
        return (folder / f"{stem}{ending}",)
    width = len(str(len(names)))
    return tuple(
        folder / f"{stem}-{number:0{width}}-{_slug(name)}{ending}" for number, name in enumerate(names, 1)
    )


def _either(endings: Sequence[str]) -> str:
    *others, last = endings
    return translate("Export", "{others} or {last}", others=", ".join(others), last=last)


def _name(segment: CustomerSegment, canvas: ValuePropositionCanvas) -> str:
    name = segment.name or translate("Export", "segment without a name")
    if canvas.stakeholder is None:
        return name
    who = canvas.stakeholder.name or canvas.stakeholder.role.value
    return translate("Export", "{segment} – {stakeholder}", segment=name, stakeholder=who)


def _first(found: Sequence[Choice]) -> Choice:
    return next((each for each in found if each.segment.priority is Priority.PRIMARY), found[0])


def _same(name: str, others: Sequence[str]) -> bool:
    return name.strip().casefold() in (other.strip().casefold() for other in others)


def _listed(names: Sequence[str]) -> str:
    shown = [f"“{name}”" for name in names[:MOST_NAMED]]
    return ", ".join([*shown, "…"] if len(names) > MOST_NAMED else shown)


def _slug(name: str) -> str:
    """Give a name as part of a file's name: letters, marks and figures of any script, joined by hyphens.

    What is too long is cut between words, where it has any.
    """
    kept = "".join(each if category(each)[0] in "LMN" else " " for each in name.casefold())
    slug = "-".join(kept.split())
    if len(slug) > LONGEST_SLUG:
        slug = slug[: LONGEST_SLUG + 1].rpartition("-")[0] or slug[:LONGEST_SLUG]
    return slug or "canvas"
