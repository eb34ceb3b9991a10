"""Where a file lies: on a disk of this machine, or on one that others can change unseen."""

import os
import re
from pathlib import Path

REMOTE = frozenset({
    "9p", "afs", "ceph", "cifs", "coda", "davfs", "drvfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4",
    "prl_fs", "smb2", "smb3", "smbfs", "vboxsf", "virtiofs", "vmhgfs",
})  # fmt: skip
_TABLE = Path("/proc/self/mountinfo")


def is_remote(path: Path) -> bool:
    """Say whether changes to a file may come from elsewhere, so that the system does not tell of them.

    Known on Linux alone; elsewhere every file counts as one of this machine.
    """
    try:
        kind = file_system(Path(os.path.realpath(path)), _TABLE.read_text(errors="surrogateescape"))
    except OSError:
        return False
    return kind in REMOTE or kind.startswith("fuse.")


def file_system(path: Path, table: str) -> str:
    """Give the kind of file system that `path` lies on by a table in the form of /proc/self/mountinfo.

    The deepest mount counts, of several in one place the last. "" where the table does not tell.
    """
    mounts: list[tuple[int, int, str]] = []
    for number, line in enumerate(table.splitlines()):
        before, _, after = line.partition(" - ")
        fields, kinds = before.split(" "), after.split(" ")
        if len(fields) > 4 and path.is_relative_to(place := _unescaped(fields[4])):
            mounts.append((len(Path(place).parts), number, kinds[0]))
    return max(mounts, default=(0, 0, ""))[2]


def _unescaped(place: str) -> str:
    """Give a place as it is called; blanks and the like stand there as octal numbers."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), place)
