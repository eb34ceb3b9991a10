"""What goes wrong with files, each as one plain sentence that names the file and the cause."""

import errno
import os
from os import PathLike
from pathlib import Path

from canvasdesk.words import translate


class ReadError(Exception):
    """A file that could not be read; its text is one sentence for a person."""


class ReadCancelled(ReadError):  # noqa: N818 - named for what happened
    """The user did not want to wait for the file any longer."""


class SaveError(Exception):
    """A file that was not safely saved; its text is one sentence for a person.

    `digest` is set where the old file does not stand any more: of what the save left there, which is what the
    next one has to expect.
    """

    def __init__(self, sentence: str, digest: str | None = None) -> None:
        super().__init__(sentence)
        self.digest = digest


class ChangedOnDisk(SaveError):  # noqa: N818 - named for what happened
    """The file is no longer what was loaded, so nothing was written."""


class SaveCancelled(SaveError):  # noqa: N818 - named for what happened
    """The user ended the save before the old file was touched."""

    def __init__(self, name: str) -> None:
        super().__init__(translate("Storage", "“{name}” was not saved: you cancelled it.", name=name))


_UNREACHABLE = {
    getattr(errno, code)
    for code in (
        "ESTALE", "ENETDOWN", "ENETUNREACH", "EHOSTDOWN", "EHOSTUNREACH", "ETIMEDOUT", "ENOTCONN",
        "ECONNRESET", "ECONNABORTED", "ECONNREFUSED", "ENODEV", "ENXIO", "EREMOTEIO", "ENOLINK", "ESHUTDOWN",
    )
    if hasattr(errno, code)
}  # fmt: skip


def shown(text: str, most: int = 60) -> str:
    """Give foreign text fit for a sentence: `most` characters, none of them undecodable or invisible."""
    clipped = text if len(text) <= most else text[: most - 1] + "…"
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in clipped)


def shown_name(path: str | PathLike[str], most: int = 60) -> str:
    """Give the file's own name fit for a sentence; of a long one, its middle is left out."""
    name = Path(path).name or os.fspath(path)
    if len(name) > most:
        end = most // 3  # where versions of a file differ, and where its ending is
        name = f"{name[: most - end - 1].rstrip()}…{name[-end:].lstrip()}"
    return shown(name, most)


def not_saved(name: str, error: Exception) -> str:
    """Give the sentence for a failed save of the file shown as `name`."""
    said = {
        errno.ENOSPC: translate("Storage", "“{name}” was not saved: the disk is full."),
        errno.EDQUOT: translate("Storage", "“{name}” was not saved: your share of the disk is used up."),
        errno.EFBIG: translate("Storage", "“{name}” was not saved: it is too large for this disk."),
        errno.EXDEV: translate("Storage", "“{name}” was not saved: its folder reaches over two disks."),
        errno.EROFS: translate("Storage", "“{name}” was not saved: it is read-only."),
        errno.EACCES: translate("Storage", "“{name}” was not saved: you may not write there."),
        errno.EPERM: translate("Storage", "“{name}” was not saved: you may not write there."),
        errno.ENOENT: translate("Storage", "“{name}” was not saved: its folder is not there."),
        errno.ENOTDIR: translate("Storage", "“{name}” was not saved: its folder is not there."),
        errno.EIO: translate("Storage", "“{name}” was not saved: the disk reported a fault."),
        errno.EBUSY: translate("Storage", "“{name}” was not saved: another program is using it."),
        errno.ETXTBSY: translate("Storage", "“{name}” was not saved: another program is using it."),
        errno.ENAMETOOLONG: translate("Storage", "“{name}” was not saved: its name is too long."),
        errno.ELOOP: translate("Storage", "“{name}” was not saved: its links lead round in a circle."),
        errno.EISDIR: translate("Storage", "“{name}” was not saved: a folder has this name."),
        errno.ENOMEM: translate("Storage", "“{name}” was not saved: there is not enough memory."),
        errno.EMFILE: translate("Storage", "“{name}” was not saved: too many files are open."),
        errno.ENFILE: translate("Storage", "“{name}” was not saved: too many files are open."),
    }
    unreachable = translate("Storage", "“{name}” was not saved: its folder cannot be reached.")
    other = translate("Storage", "“{name}” was not saved: {cause}.")
    return _sentence(name, error, said, unreachable, other)


def not_kept(folder: PathLike[str], error: OSError) -> str:
    """Give the sentence for a change that could not be written down in `folder` for the case of a crash."""
    return translate(
        "Storage",
        "Nothing can be kept in “{folder}” for the case of a crash: {cause}.\n"
        "Your work is still here; please save it.",
        folder=shown(os.fspath(folder), most=255),
        cause=_not_kept_because(error),
    )


def _not_kept_because(error: OSError) -> str:
    said = {
        errno.ENOSPC: translate("Storage", "the disk is full"),
        errno.EDQUOT: translate("Storage", "your share of the disk is used up"),
        errno.EFBIG: translate("Storage", "it is too large for this disk"),
        errno.EROFS: translate("Storage", "it is read-only"),
        errno.EACCES: translate("Storage", "you may not write there"),
        errno.EPERM: translate("Storage", "you may not write there"),
        errno.EIO: translate("Storage", "the disk reported a fault"),
    }
    return said.get(error.errno or 0) or (error.strerror or str(error)).rstrip(".").lower()


def not_read(name: str, error: Exception) -> str:
    """Give the sentence for a failed reading of the file shown as `name`."""
    said = {
        errno.ENOENT: translate("Storage", "“{name}” cannot be opened: there is no such file."),
        errno.ENOTDIR: translate("Storage", "“{name}” cannot be opened: there is no such file."),
        errno.EACCES: translate("Storage", "“{name}” cannot be opened: you may not read it."),
        errno.EPERM: translate("Storage", "“{name}” cannot be opened: you may not read it."),
        errno.EIO: translate("Storage", "“{name}” cannot be opened: the disk reported a fault."),
        errno.ENAMETOOLONG: translate("Storage", "“{name}” cannot be opened: its name is too long."),
        errno.ELOOP: translate("Storage", "“{name}” cannot be opened: its links lead round in a circle."),
        errno.ENOMEM: translate("Storage", "“{name}” cannot be opened: there is not enough memory."),
        errno.EMFILE: translate("Storage", "“{name}” cannot be opened: too many files are open."),
        errno.ENFILE: translate("Storage", "“{name}” cannot be opened: too many files are open."),
    }
    unreachable = translate("Storage", "“{name}” cannot be opened: its folder cannot be reached.")
    other = translate("Storage", "“{name}” cannot be opened: {cause}.")
    return _sentence(name, error, said, unreachable, other)


def _sentence(name: str, error: Exception, said: dict[int, str], unreachable: str, other: str) -> str:
    """Choose by the system's error number; for the rarer ones its own words must do."""
    code, cause = None, translate("Storage", "its name cannot be used")
    if isinstance(error, OSError):
        code, cause = error.errno, (error.strerror or str(error)).rstrip(".").lower()
    sentence = unreachable if code in _UNREACHABLE else said.get(code or 0, other)
    return sentence.format(name=name, cause=cause)
