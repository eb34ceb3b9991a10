"""Every error of the system that a file can meet is one sentence that names the file and the cause."""

import errno
import os
from pathlib import Path

import pytest

from canvasdesk.storage.errors import not_kept, not_read, not_saved, shown, shown_name

NO_PLACE, SHUT = "its folder is not there", "you may not write there"
FAR = "its folder cannot be reached"

SAVING = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "it is too large for this disk",
    errno.EXDEV: "its folder reaches over two disks",
    errno.EROFS: "it is read-only",
    errno.EACCES: SHUT,
    errno.EPERM: SHUT,
    errno.ENOENT: NO_PLACE,
    errno.ENOTDIR: NO_PLACE,
    errno.EISDIR: "a folder has this name",
    errno.EIO: "the disk reported a fault",
    errno.EBUSY: "another program is using it",
    errno.ETXTBSY: "another program is using it",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ELOOP: "its links lead round in a circle",
    errno.ENOMEM: "there is not enough memory",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
    errno.ETIMEDOUT: FAR,
    errno.ESTALE: FAR,
    errno.EHOSTDOWN: FAR,
    errno.ENETUNREACH: FAR,
    errno.ENOTCONN: FAR,
    errno.ENODEV: FAR,
}
READING = {
    errno.ENOENT: "there is no such file",
    errno.ENOTDIR: "there is no such file",
    errno.EACCES: "you may not read it",
    errno.EPERM: "you may not read it",
    errno.EIO: "the disk reported a fault",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ELOOP: "its links lead round in a circle",
    errno.ENOMEM: "there is not enough memory",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
    errno.ETIMEDOUT: FAR,
    errno.ESTALE: FAR,
}


@pytest.mark.parametrize(("code", "cause"), SAVING.items(), ids=map(errno.errorcode.get, SAVING))
def test_a_failed_save_says_why(code: int, cause: str) -> None:
    assert not_saved("plan", OSError(code, os.strerror(code))) == f"“plan” was not saved: {cause}."


@pytest.mark.parametrize(("code", "cause"), READING.items(), ids=map(errno.errorcode.get, READING))
def test_a_failed_reading_says_why(code: int, cause: str) -> None:
    assert not_read("plan", OSError(code, os.strerror(code))) == f"“plan” cannot be opened: {cause}."


@pytest.mark.parametrize("code", sorted(errno.errorcode))
def test_whatever_the_system_says_becomes_one_sentence(code: int) -> None:
    for sentence in (
        not_saved("{a}%n", OSError(code, os.strerror(code))),
        not_read("{a}%n", OSError(code, "x.")),
    ):
        assert sentence.startswith("“{a}%n” ")
        assert sentence.endswith(".")
        assert not sentence.endswith("..")


@pytest.mark.parametrize("error", [RuntimeError("loop"), ValueError("zero byte"), OSError("no number")])
def test_errors_without_a_number_are_told_too(error: Exception) -> None:
    assert not_saved("plan", error).startswith("“plan” was not saved: ")


def test_foreign_text_is_fit_to_be_shown() -> None:
    assert shown("a\nb\u202e") == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}"
    assert shown("x" * 100) == "x" * 59 + "…"
    assert shown_name(Path("/")) == "/"


def test_of_a_long_name_both_ends_are_shown() -> None:
    name = shown_name(f"/home/{'Quarterly review of ' * 10}the north, second.canvasdesk")
    assert name == "Quarterly review of Quarterly review of…h, second.canvasdesk"
    assert len(shown_name("W" * 255)) == 60
    assert shown_name("W" * 60) == "W" * 60


@pytest.mark.parametrize(
    ("code", "cause"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "your share of the disk is used up"),
        (errno.EFBIG, "it is too large for this disk"),
        (errno.EROFS, "it is read-only"),
        (errno.EACCES, "you may not write there"),
        (errno.EIO, "the disk reported a fault"),
        (errno.EXDEV, os.strerror(errno.EXDEV).lower()),
    ],
)
def test_what_cannot_be_kept_for_a_crash_says_why(code: int, cause: str) -> None:
    sentence = not_kept(Path("/recovery"), OSError(code, os.strerror(code)))
    assert sentence.startswith(f"Nothing can be kept in “/recovery” for the case of a crash: {cause}.\n")
