"""Faults of the operating system on purpose: its k-th call fails, or is the last thing a process does."""

import errno
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

CALLS = (
    "access", "close", "dup", "fchmod", "fchown", "fstat", "fsync", "ftruncate", "getxattr", "listdir",
    "listxattr", "lseek", "mkdir", "open", "removexattr", "replace", "rmdir", "scandir", "setxattr", "stat",
    "unlink", "write",
)  # fmt: skip


@contextmanager
def intercepted(happens: Callable[[int, str, tuple[Any, ...]], None]) -> Iterator[list[str]]:
    """Call `happens(number, name, arguments)` before each system call of this thread; give the names."""
    real = {name: getattr(os, name) for name in CALLS if hasattr(os, name)}
    thread, made = threading.get_ident(), []

    def wrap(name: str) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            if threading.get_ident() == thread:
                made.append(name)
                happens(len(made) - 1, name, args)
            return real[name](*args, **options)

        return call

    for name in real:
        setattr(os, name, wrap(name))
    try:
        yield made
    finally:
        for name, function in real.items():
            setattr(os, name, function)


def fail(number: int, code: int, *, again: bool = False) -> Callable[[int, str, tuple[Any, ...]], None]:
    """Let call `number` fail with `code`, and with `again` every later one of the same name too."""
    failing: list[str] = []

    def happens(made: int, name: str, args: tuple[Any, ...]) -> None:
        if made == number:
            failing.append(name)
        if made == number or (again and name in failing):
            raise OSError(
                code, os.strerror(code), *(str(arg) for arg in args[:1] if not isinstance(arg, int))
            )

    return happens


def die(number: int) -> Callable[[int, str, tuple[Any, ...]], None]:
    """End the process at call `number`; a write gets half of its bytes out first."""
    write = os.write

    def happens(made: int, name: str, args: tuple[Any, ...]) -> None:
        if made == number:
            if name == "write":
                write(args[0], args[1][: len(args[1]) // 2])
            os._exit(9)

    return happens


DISK_FAULTS = (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS)
PERMISSION_FAULTS = (errno.EACCES, errno.EPERM, errno.EXDEV, errno.EBUSY)
