"""Conflicted copies: the files that a synchronised folder puts beside one that two people saved at once."""

import re
import unicodedata
from collections.abc import Iterable
from os import PathLike
from pathlib import Path

# What Dropbox, Nextcloud and ownCloud write between parentheses, in the language of whoever saved second.
# Each means a conflict and nothing else; the name and the date around it are written in too many ways.
_CONFLICT_WORDS = (
    "conflicted copy",  # English: (Anna's conflicted copy 2026-01-01), (conflicted copy 2026-01-01 120000)
    "in konflikt stehende kopie",  # German
    "copie en conflit",  # French
    "copia en conflicto",  # Spanish
    "copia in conflitto",  # Italian
    "cópia em conflito",  # Portuguese
    "conflicterende kopie",  # Dutch
    "konfliktkopi",  # Danish, Norwegian; German with one letter more
    "kopia powodująca konflikt",  # Polish
    "конфликтующая копия",  # Russian
    "競合コピー",  # Japanese
    "冲突副本",  # Chinese
)
_STAMP = r"\d{8}-\d{6}"
_ADDITIONS = (
    # Dropbox, Nextcloud, ownCloud: a remark in parentheses, where need be with a number after it.
    r" \((?=[^()]*(?:" + "|".join(_CONFLICT_WORDS) + r"))[^()]*(?:\(\d+\))?\)(?: \(\d+\))?",
    # Syncthing: date, time and the first seven characters of the device's id.
    rf"\.sync-conflict-{_STAMP}-[a-z0-9]{{7}}",
    # ownCloud and Nextcloud before 2018.
    rf"_conflict-{_STAMP}",
    # Seafile: who and when.
    r" \(sfconflict [^()]+\)",
    # Google Drive and OneDrive on the web number what has the same name. So do browsers: such a file may be
    # an older download, which its content tells.
    r" ?\([1-9]\d?\)",
    # OneDrive adds the name of the computer. Any word could be one, so only those count that Windows and
    # macOS give to computers by themselves, or that end as people's computers do.
    r"-(?:desktop|laptop)(?:-[a-z0-9]{1,15})?",
    r"-[\w-]{1,24}-(?:pc|laptop|desktop|macbook(?:-(?:pro|air))?)(?:-\d{1,2})?",
)
# iCloud keeps versions out of sight and asks; the “plan 2” that it makes of an equal name is also what
# people call their next plan, so it does not count. Nor do case conflicts of Dropbox, which are two files.
_ADDITION = re.compile("|".join(f"(?:{addition})" for addition in _ADDITIONS), re.IGNORECASE)


def siblings(path: str | PathLike[str], names: Iterable[str]) -> tuple[str, ...]:
    """Give those of the `names` in a file's folder that are conflicted copies of it, in their order."""
    stem, ending = _spelled(Path(path).stem), _spelled(Path(path).suffix)
    return tuple(name for name in names if _is_copy(_spelled(name), stem, ending))


def _is_copy(name: str, stem: str, ending: str) -> bool:
    if not (name.startswith(stem) and name.endswith(ending)):
        return False
    return _ADDITION.fullmatch(name[len(stem) : len(name) - len(ending)]) is not None


def _spelled(name: str) -> str:
    """Give a name in the one spelling of accents; macOS takes letters and accents apart."""
    return unicodedata.normalize("NFC", name)
