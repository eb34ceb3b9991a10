"""The published JSON Schema of the file format, built from the model; run as a module, it writes the file."""

import json
from pathlib import Path

from pydantic.json_schema import GenerateJsonSchema

from canvasdesk.assets import resource
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.guard import FORMAT
from canvasdesk.storage.migrations import VERSION


class _Untitled(GenerateJsonSchema):
    """Leaves out the titles that only repeat the names of keys."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - pydantic asks like this
        return False


def schema_path() -> Path:
    """Give the place of the published schema."""
    return resource("schema", f"{FORMAT}-{VERSION}.schema.json")


def schema() -> dict[str, object]:
    """Give the schema of what `write` writes: the model's, with the two keys that come first in a file."""
    model = Workspace.model_json_schema(schema_generator=_Untitled)
    header = {"format": {"const": FORMAT}, "version": {"const": VERSION}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{FORMAT}:schema:{VERSION}",
        **model,
        "title": f"{FORMAT} workspace, format version {VERSION}",
        "properties": {**header, **model["properties"]},
        "required": [*header, *model.get("required", ())],
    }


def schema_text() -> str:
    """Give the schema as it stands in its file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    schema_path().write_text(schema_text(), encoding="utf-8")
