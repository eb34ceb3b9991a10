"""Saves as somebody without special rights, into folders and files that refuse it; prints what happened."""

import json
import os
import sys
from pathlib import Path

from canvasdesk.storage.errors import SaveError
from canvasdesk.storage.save import save_bytes

NOBODY = 65534


def main(folder: Path) -> None:
    """Save where only the file, only the folder, or neither may be written."""
    cases = {}
    for name, file_mode, folder_mode in [
        ("folder", 0o644, 0o555),
        ("file", 0o444, 0o755),
        ("both", 0o444, 0o555),
    ]:
        place = folder / name
        place.mkdir()
        (place / "plan").write_bytes(b"old")
        (place / "plan").chmod(file_mode)
        cases[name] = (place, folder_mode)
    for place, folder_mode in cases.values():
        if os.geteuid() == 0:
            os.chown(place / "plan", NOBODY, NOBODY)
            os.chown(place, NOBODY, NOBODY)
        place.chmod(folder_mode)
    recovery = folder / "recovery"
    recovery.mkdir(mode=0o777)
    recovery.chmod(0o777)
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    results = {}
    for name, (place, _) in cases.items():
        try:
            save_bytes(place / "plan", b"new", recovery_dir=recovery)
            said = "saved"
        except SaveError as error:
            said = str(error)
        results[name] = [said, (place / "plan").read_text(), len(list(place.iterdir()))]
    results["left"] = [path.name for path in recovery.iterdir()]
    print(json.dumps(results))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
