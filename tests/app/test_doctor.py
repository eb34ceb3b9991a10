"""The doctor's findings, with real faults in libraries, displays and folders."""

import sys
from importlib import metadata
from pathlib import Path

import pytest

from canvasdesk import __version__
from canvasdesk.app import doctor, probe

pytestmark = pytest.mark.usefixtures("qapp")  # before the doctor makes an application for fonts only
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def found(key: str, environment: dict[str, str]) -> doctor.Finding:
    return next(each for each in doctor.examine(environment) if each.key == key)


def test_a_sound_machine_has_no_problem() -> None:
    findings = doctor.examine(OFFSCREEN)
    assert [finding.problem for finding in findings if finding.problem] == []
    assert doctor.healthy(findings)


def test_versions_are_those_installed() -> None:
    assert found("canvasdesk", OFFSCREEN).value.startswith(__version__)
    assert found("pyside6-essentials", OFFSCREEN).value == metadata.version("PySide6-Essentials")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux asks for a display")
def test_a_dead_display_is_a_problem() -> None:
    finding = found("display", {"DISPLAY": ":77"})
    assert finding.value == "DISPLAY=:77"
    assert finding.problem is not None
    assert "“:77” does not answer" in finding.problem


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks libraries")
def test_a_missing_library_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(probe.DRAWING, "libcanvasdesk-absent.so.9", "libabsent9")
    finding = found("drawing", OFFSCREEN)
    assert finding.value == "missing: libcanvasdesk-absent.so.9 (libabsent9)"
    assert finding.problem is not None
    assert finding.problem.endswith("sudo apt install libabsent9")


def test_folders_are_those_of_the_user(own_folders: Path) -> None:
    assert found("settings", OFFSCREEN).value == f"{own_folders / 'config' / 'canvasdesk'} (made when needed)"
    (own_folders / "config" / "canvasdesk").mkdir(parents=True)
    assert found("settings", OFFSCREEN).value == str(own_folders / "config" / "canvasdesk")


def test_a_file_in_the_place_of_a_folder_is_a_problem(own_folders: Path) -> None:
    (own_folders / "data").write_text("not a folder")
    finding = found("data", OFFSCREEN)
    assert finding.problem == f"“{own_folders / 'data'}” is in the way: it is not a folder."


def test_a_folder_without_the_right_to_write_is_a_problem(
    own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own_folders / "config").mkdir(mode=0o500)
    monkeypatch.setattr(
        doctor.os, "access", lambda path, _mode: path != own_folders / "config"
    )  # root may all
    assert found("settings", OFFSCREEN).problem == f"You may not write in “{own_folders / 'config'}”."


def test_every_finding_is_reported_with_its_problem() -> None:
    findings = (
        doctor.Finding("short", "Short", "good"),
        doctor.Finding("longer", "Longer", "bad", "It is broken."),
    )
    assert doctor.report(findings) == "Short   good\nLonger  bad\n        ! It is broken."
    assert doctor.as_json(findings) == {
        "healthy": False,
        "findings": {
            "short": {"found": "good", "problem": None},
            "longer": {"found": "bad", "problem": "It is broken."},
        },
    }


def test_a_package_without_metadata_is_no_fault() -> None:
    assert doctor._version("canvasdesk-absent") == "version unknown"
