"""Why a document does not fit the model, as one sentence with a readable place."""

from collections.abc import Mapping, Sequence

from pydantic import ValidationError

from canvasdesk.storage.errors import shown
from canvasdesk.words import translate

MOST_FAULTS = 1_000  # beyond that, listing them takes longer than reading the file
LONGEST_REASON = 200


def explained(error: ValidationError, name: str) -> str:
    """Give the sentence for the first fault in the document shown as `name`."""
    count = error.error_count()
    if count > MOST_FAULTS:
        return translate("Storage", "“{name}” cannot be opened: it has %n fault(s).", count=count, name=name)
    first = error.errors(include_url=False, include_input=False)[0]
    place, reason = _place(first["loc"]), _reason(first["type"], first["msg"], first.get("ctx", {}))
    if not place:
        return translate("Storage", "“{name}” cannot be opened: {reason}.", name=name, reason=reason)
    return translate(
        "Storage", "“{name}” cannot be opened: {place}: {reason}.", name=name, place=place, reason=reason
    )


def _place(steps: Sequence[int | str]) -> str:
    """Give the way to the fault; people count from one."""
    return " › ".join(str(step + 1) if isinstance(step, int) else shown(step, 40) for step in steps)


def _reason(kind: str, message: str, details: Mapping[str, object]) -> str:
    """Say what is wrong in our own words; for rare kinds, pydantic's must do."""
    said = {
        "missing": translate("Storage", "this is missing"),
        "enum": translate("Storage", "this must be {expected}"),
        "greater_than_equal": translate("Storage", "this must be {ge} or more"),
        "less_than_equal": translate("Storage", "this must be {le} or less"),
        "string_too_long": translate("Storage", "this text is longer than {max_length} characters"),
        "string_too_short": translate("Storage", "this text is empty"),
        "too_short": translate("Storage", "this list is empty"),
        "string_type": translate("Storage", "text belongs here"),
        "int_type": translate("Storage", "a whole number belongs here"),
        "float_type": translate("Storage", "a number belongs here"),
        "bool_type": translate("Storage", "true or false belongs here"),
        "tuple_type": translate("Storage", "a list belongs here"),
        "model_type": translate("Storage", "an object with keys belongs here"),
        "dict_type": translate("Storage", "an object with keys belongs here"),
        "string_pattern_mismatch": translate("Storage", "a colour such as #1F6FB5 belongs here"),
        "value_error": "{error}",
    }.get(kind)
    if kind.startswith("date"):
        said = translate("Storage", "a date or time such as 2026-03-31 or 2026-03-31T09:00:00Z belongs here")
    if said is None:
        return shown(message, LONGEST_REASON)
    return said.format(**{key: _detail(value) for key, value in details.items()})


def _detail(value: object) -> str:
    """Write a number as people do, and anything else as it is."""
    return f"{value:,.15g}" if isinstance(value, int | float) else shown(str(value), LONGEST_REASON)
