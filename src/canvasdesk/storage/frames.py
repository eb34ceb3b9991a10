"""Records one after the other in a file, each with its length and checksum, so that a torn tail is seen."""

import struct
import zlib
from collections.abc import Iterator

LARGEST = 4_000_000  # bytes of records in one file

_HEAD = struct.Struct(">II")  # length of the record, and its CRC-32


def framed(record: bytes) -> bytes:
    """Give `record`, which is not empty, as it stands in the file."""
    return _HEAD.pack(len(record), zlib.crc32(record)) + record


def frames(data: bytes) -> Iterator[bytes]:
    """Give the records that are whole, up to the first that is not."""
    at = 0
    while at + _HEAD.size <= len(data):
        length, checksum = _HEAD.unpack_from(data, at)
        record = data[at + _HEAD.size : at + _HEAD.size + length]
        # A power cut may leave zeros, which would be an empty record with the right checksum.
        if not length or len(record) < length or zlib.crc32(record) != checksum:
            return
        yield record
        at += _HEAD.size + length
