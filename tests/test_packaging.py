"""What desktops read about the program: the entry, the description and the file type, and that they agree."""

import tomllib
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

from canvasdesk import assets

ROOT = Path(__file__).resolve().parents[1]
LINUX = ROOT / "packaging" / "linux"
MIME_TYPE = "application/vnd.canvasdesk+json"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def entry() -> dict[str, str]:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(LINUX / "canvasdesk.desktop", encoding="utf-8")
    return dict(parser["Desktop Entry"])


def mime_type() -> ElementTree.Element:
    found = ElementTree.parse(LINUX / "canvasdesk.mime.xml").find(f"{MIME}mime-type")
    assert found is not None
    return found


def test_the_entry_starts_the_installed_command_with_files() -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]
    command, files = entry()["Exec"].split()
    assert command in scripts
    assert files == "%F"


def test_icons_named_for_desktops_are_there() -> None:
    icon = mime_type().find(f"{MIME}icon")
    assert icon is not None
    for name in (entry()["Icon"], icon.attrib["name"]):
        assert assets.icon(name).is_file(), name


def test_entry_description_and_file_type_speak_of_the_same_type() -> None:
    description = ElementTree.parse(LINUX / "canvasdesk.metainfo.xml")
    assert entry()["MimeType"] == f"{MIME_TYPE};"
    assert description.findtext("provides/mediatype") == MIME_TYPE
    assert mime_type().attrib["type"] == MIME_TYPE


def test_the_description_launches_the_entry() -> None:
    description = ElementTree.parse(LINUX / "canvasdesk.metainfo.xml")
    assert description.findtext("launchable") == "canvasdesk.desktop"
    assert description.findtext("name") == entry()["Name"]
    assert description.findtext("summary") == entry()["Comment"]


def test_a_shipped_file_is_recognised_by_its_name_and_by_its_first_bytes() -> None:
    glob, match = mime_type().find(f"{MIME}glob"), mime_type().find(f"{MIME}magic/{MIME}match")
    assert glob is not None
    assert match is not None
    first, _, last = match.attrib["offset"].partition(":")
    shipped = sorted(assets.resource("templates").glob(glob.attrib["pattern"]))
    assert shipped
    for path in shipped:
        value = match.attrib["value"].encode()
        head = path.read_bytes()[: int(last) + len(value)]
        assert int(first) <= head.find(value) <= int(last), path.name
