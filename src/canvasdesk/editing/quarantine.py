"""What a workspace keeps in quarantine, in plain words: what could not stand where it was found."""

import json

from pydantic import JsonValue

from canvasdesk.editing.naming import thing_name
from canvasdesk.editing.things import Thing, Things, laid_out
from canvasdesk.model.quoting import isolated, one_line
from canvasdesk.model.workspace import Workspace
from canvasdesk.words import translate


def quarantined(workspace: Workspace) -> tuple[str, ...]:
    """Say of each thing in the quarantine what it is."""
    things = laid_out(workspace)
    return tuple(_said(item, things) for item in workspace.quarantine)


def _said(item: JsonValue, things: Things) -> str:
    if isinstance(item, dict):
        owner = _name(item.get("owner"), things)
        match item.get("kind"), item.get("value"):
            case "link", {"source": one, "target": other}:
                one, other = _name(one, things), _name(other, things)
                return translate("Quarantine", "Link from {one} to {other}", one=one, other=other)
            case "flow", {"business_end": one, "canvas_end": other}:
                one, other = _name(one, things), _name(other, things)
                return translate("Quarantine", "Flow between {one} and {other}", one=one, other=other)
            case "ratings", dict(ratings):
                return translate("Quarantine", "%n rating(s) of {owner}", count=len(ratings), owner=owner)
            case (("segment_ids" | "about"), list(ids)):
                return translate("Quarantine", "%n reference(s) of {owner}", count=len(ids), owner=owner)
            case "unfit", dict(value) if _thing(item.get("owner"), things):
                return translate(
                    "Quarantine", "Unreadable in {owner}: {content}", owner=owner, content=_plain(value)
                )
            case "unfit", dict(value):
                return translate("Quarantine", "Unreadable: {content}", content=_plain(value))
    return translate("Quarantine", "Something unknown: {content}", content=_plain(item))


def _thing(thing_id: JsonValue, things: Things) -> Thing | None:
    return things.values.get(thing_id) if isinstance(thing_id, str) else None


def _plain(content: JsonValue) -> str:
    return isolated(one_line(json.dumps(content, ensure_ascii=False)))


def _name(thing_id: JsonValue, things: Things) -> str:
    thing = _thing(thing_id, things)
    if thing is None:
        return translate("Quarantine", "something that is not there")
    return translate("Quarantine", "“{name}”", name=thing_name(thing, things))
