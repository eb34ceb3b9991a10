"""Checking and saving again, as the command line does it."""

import json
import stat
from pathlib import Path

import pytest

from canvasdesk.model.value import evolve
from canvasdesk.storage.errors import ReadError, SaveError
from canvasdesk.storage.files import load
from canvasdesk.storage.inspect import Report, check, resave
from tests.storage.documents import HOSTILE, small

LONG_AGO = "2001-01-01T00:00:00Z"
NEWER = small(title="x").replace('"version": 1', '"version": 2')
NEWER_NOTICE = "A newer canvasdesk wrote this file, so it is only shown."
MENDED = small(flows=[{"relation": "targets"}])
MENDED_NOTICE = "1 flow could not be shown; nothing is lost from the file."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.canvasdesk"


@pytest.mark.parametrize(
    ("text", "notices"), [(small(), ()), (NEWER, (NEWER_NOTICE,)), (MENDED, (MENDED_NOTICE,))]
)
def test_checking_tells_every_problem_and_whose_it_is(
    path: Path, text: str, notices: tuple[str, ...]
) -> None:
    path.write_text(text)
    problems = tuple(f"“plan.canvasdesk”: {notice}" for notice in notices)
    report = check(path)
    assert report == Report(str(path), problems)
    assert report.ok == (problems == ())
    assert json.loads(report.as_json()) == {
        "file": str(path),
        "ok": not problems,
        "problems": list(problems),
    }


@pytest.mark.parametrize(("data", "sentence"), [*HOSTILE.values()], ids=[*HOSTILE])
def test_checking_a_hostile_file_tells_one_problem(path: Path, data: bytes, sentence: str) -> None:
    path.write_bytes(data)
    assert check(path).problems == (f"“plan.canvasdesk” cannot be opened: {sentence}.",)
    assert path.read_bytes() == data


def test_saving_again_changes_only_the_moment(path: Path, tmp_path: Path) -> None:
    path.write_text(small(created=LONG_AGO, modified=LONG_AGO, business_model={"id": "b"}, future=1))
    path.chmod(0o600)
    before = load(path).workspace
    assert resave(path, recovery_dir=tmp_path / "recovery") == ()
    after = load(path).workspace
    assert after.modified > before.modified
    assert evolve(after, modified=before.modified) == before
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_saving_a_mended_file_again_makes_it_sound(path: Path, tmp_path: Path) -> None:
    path.write_text(MENDED)
    assert resave(path, recovery_dir=tmp_path / "recovery") == (MENDED_NOTICE,)
    assert check(path).ok


@pytest.mark.parametrize(("text", "error"), [(NEWER, SaveError), ("{", ReadError)])
def test_what_this_program_cannot_write_is_not_saved_again(
    path: Path, tmp_path: Path, text: str, error: type[Exception]
) -> None:
    path.write_text(text)
    with pytest.raises(error, match=r"“plan\.canvasdesk”"):
        resave(path, recovery_dir=tmp_path / "recovery")
    assert path.read_text() == text
