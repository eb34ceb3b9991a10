"""Files of every version open for ever, and older ones come up step by step."""

import json
from pathlib import Path
from types import UnionType
from typing import get_args

import pytest
from pydantic import BaseModel

from canvasdesk.model.value import Value
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage import codec
from canvasdesk.storage.codec import read, write
from canvasdesk.storage.migrations import MIGRATIONS, VERSION, migrated
from tests.storage.documents import small

DATA = Path(__file__).parents[1] / "data"
FUTURE = {"future": {"kept": [True, None, 1.5, "ja"]}}


def data_of(version: int) -> bytes:
    return (DATA / f"version-{version}.canvasdesk").read_bytes()


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_file_of_every_version_opens_without_notices(version: int) -> None:
    loaded = read(data_of(version), "old")
    assert (loaded.notices, loaded.newer) == ((), False)
    assert read(write(loaded.workspace), "new").workspace == loaded.workspace


def test_the_file_of_this_version_is_written_back_byte_by_byte() -> None:
    assert write(read(data_of(VERSION), "plan").workspace) == data_of(VERSION)


def values_in(value: object) -> list[Value]:
    if isinstance(value, tuple):
        return [found for part in value for found in values_in(part)]
    if not isinstance(value, Value):
        return []
    return [value, *(found for name in type(value).model_fields for found in values_in(getattr(value, name)))]


def kinds_of_value(kind: type[BaseModel] = Workspace) -> set[type[BaseModel]]:
    found, waiting = {kind}, [kind]
    while waiting:
        for field in waiting.pop().model_fields.values():
            for each in _leaves(field.annotation):
                if isinstance(each, type) and issubclass(each, BaseModel) and each not in found:
                    found.add(each)
                    waiting.append(each)
    return found


def _leaves(annotation: object) -> list[object]:
    parts = get_args(annotation) if not isinstance(annotation, UnionType) else annotation.__args__
    return [leaf for part in parts for leaf in _leaves(part)] if parts else [annotation]


def test_the_file_of_this_version_uses_every_field_and_keeps_unknown_keys_everywhere() -> None:
    found = values_in(read(data_of(VERSION), "plan").workspace)
    for kind in kinds_of_value():
        of_kind = [value for value in found if type(value) is kind]
        used = {name for value in of_kind for name in value.model_fields_set}
        assert used >= kind.model_fields.keys(), f"put {kind.model_fields.keys() - used} into the file"
        assert any(value.model_extra == FUTURE for value in of_kind), kind


def test_there_is_a_step_from_every_older_version() -> None:
    assert sorted(MIGRATIONS) == list(range(1, VERSION))


def test_steps_are_taken_in_order_from_the_version_of_the_file() -> None:
    steps = {
        1: lambda document: {**document, "path": [1]},
        2: lambda document: {**document, "path": [*document.get("path", []), 2]},
    }
    assert migrated({"version": 1, "x": 0}, steps) == {"version": 3, "x": 0, "path": [1, 2]}
    assert migrated({"version": 2}, steps) == {"version": 3, "path": [2]}
    assert migrated({"version": 3}, steps) == {"version": 3}


def test_an_older_file_is_migrated_before_it_is_validated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codec, "VERSION", 2)
    monkeypatch.setattr(
        codec, "migrated", lambda document: migrated(document, {1: lambda old: {**old, "title": old["name"]}})
    )
    loaded = read(small(name="Old title").encode(), "plan")
    assert loaded.workspace.title == "Old title"
    assert not loaded.newer
    assert json.loads(write(loaded.workspace))["version"] == 2
