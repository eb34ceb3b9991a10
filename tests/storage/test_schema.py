"""The published schema is the model's, and everything written keeps to it."""

import json

import jsonschema
import pytest
from hypothesis import given

from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.codec import write
from canvasdesk.storage.schema import schema, schema_path, schema_text
from tests.storage.documents import small, with_note
from tests.strategies import workspaces

VALIDATOR = jsonschema.Draft202012Validator(schema(), format_checker=jsonschema.FormatChecker())


def test_the_published_file_is_the_models() -> None:
    published = schema_path().read_text("utf-8")
    assert published == schema_text(), "run python -m canvasdesk.storage.schema"


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    assert list(schema())[:2] == ["$schema", "$id"]


@given(workspaces())
def test_what_is_written_keeps_to_the_schema(workspace: Workspace) -> None:
    VALIDATOR.validate(json.loads(write(workspace)))


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        small().replace('"canvasdesk"', '"other"'),
        small().replace('"version": 1', '"version": 2'),
        small(segments={}),
        with_note(importance=6),
        with_note(section="worries"),
        with_note(x=1e7),
        with_note(text="x" * 20_001),
    ],
)
def test_what_is_refused_breaks_the_schema(text: str) -> None:
    assert not VALIDATOR.is_valid(json.loads(text))
