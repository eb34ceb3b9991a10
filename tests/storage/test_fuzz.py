"""Some hundred damaged documents, and what is left of a failing one; thousands are read by hand."""

import random
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from canvasdesk.storage import codec
from canvasdesk.storage.plain import Document

pytest.importorskip("resource", reason="bounds memory as Unix does")

from tests.fuzz.damage import damaged
from tests.fuzz.reader import judged, minimised
from tests.storage.documents import small

ROOT = Path(__file__).parents[2]


def test_damaged_documents_open_or_are_refused(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.fuzz.reader", "--documents", "400", "--keep", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    last = done.stdout.splitlines()[-1]
    assert (
        found := re.fullmatch(
            r"400 documents: (\d+) opened, (\d+) repaired, (\d+) readable in part, (\d+) refused, 0 failures",
            last,
        )
    )
    assert all(int(count) > 10 for count in found.groups()), "too much of one kind"


def test_a_seed_makes_the_same_document_again() -> None:
    one, other = (damaged(random.Random(7)) for _ in range(2))  # noqa: S311
    assert one == other


def test_what_is_lost_is_seen_and_made_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(plain: Document) -> Counter[str]:
        return Counter() if plain.pop("future", None) is None else Counter(strays=1)

    monkeypatch.setattr(codec, "repair", careless)
    path = tmp_path / "plan"
    data = small(title="Much around it", future=["lost"], description="x" * 300).encode()
    assert "lost" in judged(path, data).fault

    less = minimised(data, lambda smaller: "lost" in judged(path, smaller).fault)
    assert b"future" in less
    assert len(less) < 80
    assert not path.exists()
