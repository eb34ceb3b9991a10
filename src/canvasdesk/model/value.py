"""Values: frozen, strictly checked, with unknown keys kept; changed only by `evolve`."""

import os
import secrets
from datetime import UTC, datetime
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

# Read by pydantic when the first class is built; otherwise it looks for plugins in all packages there are.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

REACH = 1_000_000.0  # canvas units: no place lies farther out than this
TEXT_LENGTH = 20_000  # characters in the longest text
ID_BYTES = 9  # 72 random bits: an id is never met twice

Id = Annotated[str, Field(min_length=1, max_length=64)]
Line = Annotated[str, Field(max_length=1_000)]
Text = Annotated[str, Field(max_length=TEXT_LENGTH)]
Coordinate = Annotated[float, Field(ge=-REACH, le=REACH)]
Share = Annotated[float, Field(ge=0, le=1)]
Colour = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a time needs its zone")
    return moment


Moment = Annotated[datetime, AfterValidator(_aware)]

V = TypeVar("V", bound="Value")


class Value(BaseModel):
    """A frozen value; keys it does not know are kept in `model_extra` and written back.

    Checks across fields stand in `model_post_init`, which runs when a value is built. A validator would run
    again on every part whenever something around it changes.
    """

    model_config = ConfigDict(frozen=True, strict=True, extra="allow", allow_inf_nan=False)


def evolve(value: V, **changes: object) -> V:
    """Give `value` with `changes`, validated anew; `value` itself where nothing differs.

    `model_copy` would skip validation and keep stale cached values, so every edit comes through here.
    Raises `TypeError` for a field that the value does not have, pydantic's `ValidationError` for a bad value.
    """
    cls = type(value)
    if unknown := changes.keys() - cls.model_fields.keys():
        raise TypeError(f"{cls.__name__} has no field {', '.join(sorted(unknown))}")
    if all(getattr(value, name) is new for name, new in changes.items()):
        return value
    fields = {name: getattr(value, name) for name in cls.model_fields}
    return cls(**{**fields, **(value.model_extra or {}), **changes})


def forget_derived(value: Value) -> None:
    """Drop what was derived from `value` and kept for speed; whoever asks again has it derived anew."""
    kept = vars(value)
    for name in kept.keys() - type(value).model_fields.keys():
        del kept[name]


def new_id() -> str:
    """Give an id that was never used before."""
    return secrets.token_urlsafe(ID_BYTES)


def now() -> datetime:
    """Give the present moment in UTC, to the second, as files hold it."""
    return datetime.now(UTC).replace(microsecond=0)
