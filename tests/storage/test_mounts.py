"""Files on shares are told from those on disks of this machine."""

from pathlib import Path

import pytest

from canvasdesk.storage import mounts
from canvasdesk.storage.mounts import file_system, is_remote

TABLE = """\
22 28 0:20 / /proc rw,nosuid - proc proc rw
28 1 254:0 / / rw,relatime - ext4 /dev/vda rw
40 28 0:40 / /home/ann rw,relatime shared:1 - btrfs /dev/vdb rw
41 40 0:41 / /home/ann/team\\040files rw,relatime shared:2 master:3 - nfs4 server:/team rw,vers=4.2
42 40 0:42 / /home/ann/server rw,nosuid,nodev - fuse.sshfs ann@server: rw,user_id=1000
43 41 0:43 / /home/ann/team\\040files/mine rw - tmpfs tmpfs rw
44 28 0:44 / /mnt rw - ext4 /dev/vdc rw
45 44 0:45 / /mnt rw - cifs //server/share rw
46 28 0:46 / /media/stick rw - fuseblk /dev/sdb1 rw
odd line
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/plan", "ext4"),
        ("/home/anna/plan", "ext4"),
        ("/home/ann/plan", "btrfs"),
        ("/home/ann/team files/plan", "nfs4"),
        ("/home/ann/team files/mine/plan", "tmpfs"),
        ("/home/ann/server/a/b/c", "fuse.sshfs"),
        ("/mnt/plan", "cifs"),
        ("/media/stick/plan", "fuseblk"),
    ],
)
def test_the_deepest_and_last_mount_counts(path: str, kind: str) -> None:
    assert file_system(Path(path), TABLE) == kind


def test_without_a_table_nothing_is_known() -> None:
    assert file_system(Path("/plan"), "") == ""


@pytest.mark.parametrize(
    ("kind", "remote"),
    [("ext4", False), ("fuseblk", False), ("tmpfs", False)]
    + [(kind, True) for kind in ("nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "fuse.rclone")],
)
def test_shares_are_remote(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str, remote: bool) -> None:
    table = tmp_path / "table"
    table.write_text(f"1 0 0:1 / / rw - {kind} x rw\n")
    monkeypatch.setattr(mounts, "_TABLE", table)
    assert is_remote(tmp_path / "plan") is remote


def test_a_link_counts_as_where_it_leads(tmp_path: Path) -> None:
    if not Path("/proc/self").exists():
        pytest.skip("needs /proc")
    (tmp_path / "link").symlink_to("/proc/self")
    table = Path("/proc/self/mountinfo").read_text()
    assert file_system((tmp_path / "link").resolve(), table) == "proc"
    assert not is_remote(tmp_path / "link")


def test_systems_without_a_table_have_no_shares(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(mounts, "_TABLE", tmp_path / "none")
    assert not is_remote(tmp_path)
