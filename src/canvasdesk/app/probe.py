"""Whether Qt will start here: asked of the system before Qt is imported, because Qt itself would abort.

The answers are sentences that name what is missing and the way out. Only Linux has these doubts; elsewhere
the wheels bring all they need.
"""

import ctypes
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from canvasdesk.words import translate

DRAWING = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""What Qt needs to draw at all, with or without a display: library by library its Debian package."""

X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt needs besides for a window under X11."""

WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
"""What Qt needs besides for a window under Wayland."""

WITHOUT_SERVER = frozenset({"eglfs", "linuxfb", "minimal", "minimalegl", "offscreen", "vkkhrdisplay", "vnc"})
"""The platforms of Qt under Linux that ask no display server."""

ANSWER_WITHIN = 5.0  # seconds; a display on another machine may be slow, a hung one never answers


def missing(libraries: Iterable[str]) -> list[str]:
    """Give those of `libraries` that the system cannot load."""
    return [name for name in libraries if not _loads(name)]


def why_no_drawing(needed: Mapping[str, str] = DRAWING) -> str | None:
    """Say in one sentence why Qt cannot draw here; None where it can.

    `needed` names the package of each library.
    """
    absent = missing(needed) if sys.platform.startswith("linux") else []
    return _please_install(absent, needed) if absent else None


def why_no_window(environment: Mapping[str, str] = os.environ) -> str | None:
    """Say in one sentence why Qt cannot open a window in this `environment`; None where it can.

    Asks the displays that Qt would try, in its order; one that answers is enough.
    """
    if not sys.platform.startswith("linux"):
        return None
    if reason := why_no_drawing():
        return reason
    reasons = [_why_not(platform, environment) for platform in platforms(environment)]
    return None if None in reasons else reasons[0] if reasons else no_display()


def platforms(environment: Mapping[str, str]) -> list[str]:
    """Give the names of the platform plugins that Qt would try, in its order."""
    if chosen := environment.get("QT_QPA_PLATFORM"):
        return [each.split(":")[0] for each in chosen.split(";")]
    order = []
    if "WAYLAND_DISPLAY" in environment or environment.get("XDG_SESSION_TYPE") == "wayland":
        order.append("wayland")
    if "DISPLAY" in environment:
        order.append("xcb")
    return order


def no_display() -> str:
    """Give the sentence for a system without any display."""
    return translate(
        "Display",
        "There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set); "
        "“canvasdesk export FILE -o OUT.png” works without one.",
    )


def _why_not(platform: str, environment: Mapping[str, str]) -> str | None:
    if platform == "xcb":
        return _why_not_x11(environment.get("DISPLAY", ""))
    if platform.startswith("wayland"):
        return _why_not_wayland(environment)
    if platform in WITHOUT_SERVER or "QT_QPA_PLATFORM_PLUGIN_PATH" in environment:
        return None  # somebody asked for it by name and knows why
    return translate("Display", "QT_QPA_PLATFORM asks for “{name}”, which Qt does not have.", name=platform)


def _why_not_x11(name: str) -> str | None:
    if absent := missing(X11):
        return _please_install(absent, X11)
    if not name:
        return no_display()
    return None if _x11_answers(name) else _dead(name)


def _why_not_wayland(environment: Mapping[str, str]) -> str | None:
    if absent := missing(WAYLAND):
        return _please_install(absent, WAYLAND)
    name = environment.get("WAYLAND_DISPLAY") or "wayland-0"
    address = Path(environment.get("XDG_RUNTIME_DIR", "/"), name)  # an absolute name stands for itself
    return None if _wayland_answers(address) else _dead(name)


def _please_install(absent: Iterable[str], package_of: Mapping[str, str]) -> str:
    return translate(
        "Display",
        "Qt cannot start: this system lacks {libraries}; on Debian or Ubuntu: sudo apt install {packages}",
        libraries=", ".join(absent),
        packages=" ".join(dict.fromkeys(package_of[name] for name in absent)),
    )


def _dead(name: str) -> str:
    return translate(
        "Display",
        "The display “{name}” does not answer, so no window can open there; "
        "“canvasdesk export FILE -o OUT.png” works without a display.",
        name=name,
    )


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _x11_answers(name: str) -> bool:
    """Say whether the X server `name` lets us in within the deadline."""
    import threading

    answers: list[bool] = []
    asking = threading.Thread(target=lambda: answers.append(_x11_connects(name)), daemon=True)
    asking.start()
    asking.join(ANSWER_WITHIN)
    return answers == [True]


def _x11_connects(name: str) -> bool:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(name), None)
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)


def _wayland_answers(address: Path) -> bool:
    import socket

    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(ANSWER_WITHIN)
        try:
            connection.connect(str(address))
        except OSError:
            return False
    return True
