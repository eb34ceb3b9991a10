"""One way from a user's wish to a step of the document, or to the sentence that says why not."""

from collections.abc import Callable, Collection, Mapping

from pydantic import ValidationError

from canvasdesk.editing.whole import EditError
from canvasdesk.model.workspace import Workspace
from canvasdesk.session.document import Document
from canvasdesk.words import translate


def locked(document: Document) -> str | None:
    """Say why nothing in a document can be changed; None where it can."""
    if document.read_only:
        return translate("Refusal", "This file is open for reading only. Save a copy to change it.")
    return None


def attempt(
    document: Document,
    label: str,
    edit: Callable[[Workspace], Workspace],
    merge_key: str | None = None,
) -> str | None:
    """Commit what `edit` makes of the document under `label`.

    Gives a sentence for the user where that cannot be; the document is then as it was.
    """
    if refusal := locked(document):
        return refusal
    try:
        edited = edit(document.workspace)
    except EditError as refusal:
        return str(refusal)
    except ValidationError as wrong:
        return _why(wrong)
    document.commit(label, edited, merge_key)
    return None


def merging(what: str, ids: Collection[str]) -> str:
    """Give the merge key for strokes of one kind on the same things."""
    return " ".join((what, *sorted(ids)))


def strokes(part_id: str, fields: Mapping[str, object]) -> str | None:
    """Give the merge key for typing into fields of one thing; None for choices, a step each."""
    typed = all(type(value) is str for value in fields.values())
    return merging(" ".join(fields), [part_id]) if typed else None


def one_or_many(count: int, one: str, many: str) -> str:
    """Give the wording for one thing, or the one for several or none."""
    return one if count == 1 else many


def move_label(count: int, places: Collection[str] = ()) -> str:
    """Name a move of so many notes; it says where to if `places`, the names of their new homes, has one."""
    if len(places) != 1:
        return one_or_many(
            count, translate("Step", "Move note"), translate("Step", "Move %n notes", count=count)
        )
    (name,) = places
    return one_or_many(
        count,
        translate("Step", "Move note to {section}", section=name),
        translate("Step", "Move %n notes to {section}", count=count, section=name),
    )


def _why(wrong: ValidationError) -> str:
    error = wrong.errors(include_url=False, include_input=False)[0]
    if error["type"] == "string_too_long":
        most = error["ctx"]["max_length"]
        return translate("Refusal", "This text is too long: at most %n character(s) fit.", count=most)
    return translate("Refusal", "This cannot be kept: {reason}.", reason=error["msg"])
