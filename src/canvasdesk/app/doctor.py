"""What the program found on this machine: versions, libraries, display, fonts and folders."""

import os
import platform
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from canvasdesk import __version__, assets, folders
from canvasdesk.app import probe
from canvasdesk.words import translate

PACKAGES = ("PySide6-Essentials", "pydantic", "platformdirs")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: its name for scripts and for people, what was found and what is wrong with it."""

    key: str
    name: str
    value: str
    problem: str | None = None


def examine(environment: Mapping[str, str]) -> tuple[Finding, ...]:
    """Give everything that was found, in the order in which one reads it.

    `environment` is the one that a window would start in; the fonts are tried in the present one, which names
    a platform of Qt that needs no display.
    """
    return (*_versions(), *_libraries(), *_display(environment), _fonts(), *_folders())


def healthy(findings: tuple[Finding, ...]) -> bool:
    """Say whether nothing stands in the way of windows and pictures."""
    return not any(finding.problem for finding in findings)


def report(findings: tuple[Finding, ...]) -> str:
    """Give the findings as text for people, one line each, with what is wrong below."""
    width = max(len(finding.name) for finding in findings)
    lines = []
    for finding in findings:
        lines.append(f"{finding.name:<{width}}  {finding.value}")
        if finding.problem:
            lines.append(f"{'':<{width}}  ! {finding.problem}")
    return "\n".join(lines)


def as_json(findings: tuple[Finding, ...]) -> dict[str, object]:
    """Give the findings for scripts."""
    found = {each.key: {"found": each.value, "problem": each.problem} for each in findings}
    return {"healthy": healthy(findings), "findings": found}


def _versions() -> Iterator[Finding]:
    yield Finding("canvasdesk", "canvasdesk", f"{__version__} ({assets.PACKAGE})")
    yield Finding("python", "Python", f"{platform.python_version()} ({sys.executable})")
    yield Finding("system", translate("Doctor", "System"), platform.platform())
    for name in PACKAGES:
        yield Finding(name.lower(), name, _version(name))


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return translate("Doctor", "version unknown")  # a distribution may have its own names for packages


def _libraries() -> Iterator[Finding]:
    if not sys.platform.startswith("linux"):
        return
    yield _tables("drawing", translate("Doctor", "Libraries for drawing"), probe.DRAWING, needed=True)
    # One of the two is enough for a window; whether it is, the display says.
    yield _tables("x11", translate("Doctor", "Libraries for X11"), probe.X11, needed=False)
    yield _tables("wayland", translate("Doctor", "Libraries for Wayland"), probe.WAYLAND, needed=False)


def _tables(key: str, name: str, package_of: Mapping[str, str], *, needed: bool) -> Finding:
    absent = probe.missing(package_of)
    if not absent:
        return Finding(key, name, translate("Doctor", "all there"))
    packages = ", ".join(f"{library} ({package_of[library]})" for library in absent)
    value = translate("Doctor", "missing: {packages}", packages=packages)
    return Finding(key, name, value, probe.why_no_drawing(package_of) if needed else None)


def _display(environment: Mapping[str, str]) -> Iterator[Finding]:
    asked = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
    chosen = [f"{name}={environment[name]}" for name in asked if name in environment]
    value = ", ".join(chosen) or translate("Doctor", "none named")
    yield Finding("display", translate("Doctor", "Display"), value, probe.why_no_window(environment))


def _fonts() -> Finding:
    name = translate("Doctor", "Fonts")
    if reason := probe.why_no_drawing():
        return Finding("fonts", name, translate("Doctor", "not tried"), reason)
    try:
        from PySide6.QtGui import QGuiApplication

        from canvasdesk.drawing import fonts
    except ImportError as error:
        said = translate("Doctor", "Qt cannot be loaded: {cause}", cause=error)
        return Finding("fonts", name, translate("Doctor", "not tried"), said)
    application = QGuiApplication.instance() or QGuiApplication([])
    try:
        fonts.load()
    except fonts.FontError as error:
        return Finding("fonts", name, translate("Doctor", "incomplete"), str(error))
    finally:
        del application
    return Finding("fonts", name, translate("Doctor", "%n bundled font(s) load", count=len(fonts.FILES)))


def _folders() -> Iterator[Finding]:
    yield _folder("settings", translate("Doctor", "Settings"), folders.settings_folder())
    yield _folder("state", translate("Doctor", "State"), folders.state_folder())
    yield _folder("data", translate("Doctor", "Versions"), folders.data_folder())
    yield _folder("log", translate("Doctor", "Log"), folders.log_folder())


def _folder(key: str, name: str, path: Path) -> Finding:
    existing = next(each for each in (path, *path.parents) if each.exists())
    problem = None
    if not existing.is_dir():
        problem = translate("Doctor", "“{path}” is in the way: it is not a folder.", path=existing)
    elif not os.access(existing, os.W_OK | os.X_OK):
        problem = translate("Doctor", "You may not write in “{path}”.", path=existing)
    value = str(path) if existing == path else translate("Doctor", "{path} (made when needed)", path=path)
    return Finding(key, name, value, problem)
