import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvasdesk.session import recent, settings
from canvasdesk.session.recent import forget, recent_files, remember
from canvasdesk.session.settings import (
    FIELDS,
    GEOMETRY,
    LEFT_FOLDED,
    RECENT,
    RECENT_MOST,
    THEME,
    Settings,
    settings_path,
)

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_the_place_is_the_users_own(own_folders: Path) -> None:
    assert settings_path() == own_folders / "config" / "canvasdesk" / "settings.json"


def test_defaults_hold_and_nothing_is_written_before_a_choice(path: Path) -> None:
    new = Settings(path)
    assert [new.get(field) for field in FIELDS] == [field.default for field in FIELDS]
    assert not path.parent.exists()


def test_names_are_unique_and_defaults_fit_their_own_cast() -> None:
    assert len({field.name for field in FIELDS}) == len(FIELDS)
    assert all(field.cast(field.default) == field.default for field in FIELDS)


def test_a_choice_is_there_at_the_next_start(path: Path) -> None:
    Settings(path).set(THEME, "dark")
    Settings(path).set(LEFT_FOLDED, value=True)
    again = Settings(path)
    assert (again.get(THEME), again.get(LEFT_FOLDED)) == ("dark", True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["settings.json"]


def test_a_change_is_told_once_and_a_repetition_not(path: Path) -> None:
    told: list[str] = []
    new = Settings(path)
    new.changed.connect(told.append)
    for _ in range(2):
        new.set(THEME, "light")
    assert told == ["theme"]


def test_a_value_that_does_not_fit_is_refused_and_changes_nothing(path: Path) -> None:
    new = Settings(path)
    with pytest.raises(ValueError, match="none of"):
        new.set(THEME, "pink")
    assert new.get(THEME) == "system"
    assert not path.exists()


@given(stored=st.dictionaries(st.sampled_from([field.name for field in FIELDS]), ANYTHING))
def test_whatever_the_file_holds_every_field_has_a_fitting_value(
    tmp_path_factory: pytest.TempPathFactory, stored: dict[str, object]
) -> None:
    path = tmp_path_factory.mktemp("any") / "settings.json"
    path.write_text(json.dumps(stored))
    new = Settings(path)
    for field in FIELDS:
        value = new.get(field)
        assert field.cast(value) == value


@pytest.mark.parametrize("text", ["", "{", "[1]", "null", "[" * 100_000, "{} {}"])
def test_an_unreadable_file_is_set_aside_and_defaults_hold(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    new = Settings(path)
    assert new.get(THEME) == "system"
    assert path.with_suffix(".broken").read_text(encoding="utf-8") == text
    new.set(THEME, "dark")
    assert Settings(path).get(THEME) == "dark"


def test_keys_of_a_newer_version_survive(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"laser": "red", "theme": "dark"}')
    Settings(path).set(THEME, "light")
    assert json.loads(path.read_text()) == {"laser": "red", "theme": "light"}


def test_a_folder_that_cannot_be_made_leaves_the_choice_for_this_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    new = Settings(tmp_path / "file" / "settings.json")
    new.set(THEME, "dark")
    assert new.get(THEME) == "dark"


def test_a_failed_write_leaves_the_old_file_and_no_rest(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new = Settings(path)
    new.set(GEOMETRY, "before")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(settings.json, "dump", full)
    new.set(GEOMETRY, "after")
    assert json.loads(path.read_text()) == {"geometry": "before"}
    assert len(list(path.parent.iterdir())) == 1


def test_recent_files_come_last_used_first_without_doubles_and_at_most_ten(tmp_path: Path) -> None:
    chosen = Settings(tmp_path / "settings.json")
    files = [tmp_path / f"{number}.canvasdesk" for number in range(12)]
    for file in [*files, files[5]]:
        file.touch()
        remember(chosen, file)
    expected = [files[5], *reversed([file for file in files if file != files[5]])][:RECENT_MOST]
    assert [each.path for each in recent_files(chosen)] == expected


def test_missing_files_are_marked_and_come_last(tmp_path: Path) -> None:
    chosen = Settings(tmp_path / "settings.json")
    for name in "abc":
        (tmp_path / name).touch()
        remember(chosen, tmp_path / name)
    (tmp_path / "c").unlink()
    assert [(each.path.name, each.missing) for each in recent_files(chosen)] == [
        ("b", False),
        ("a", False),
        ("c", True),
    ]
    forget(chosen, tmp_path / "c")
    assert chosen.get(RECENT) == (str(tmp_path / "b"), str(tmp_path / "a"))


def test_a_name_that_is_no_utf8_is_remembered_to_the_byte(tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"caf\xe9.canvasdesk")
    odd.touch()
    remember(Settings(tmp_path / "settings.json"), odd)
    assert recent_files(Settings(tmp_path / "settings.json")) == (recent.Recent(odd, missing=False),)


def test_a_share_that_hangs_does_not_hold_up_the_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    chosen = Settings(tmp_path / "settings.json")
    remember(chosen, tmp_path / "far away")
    answer = Event()
    monkeypatch.setattr(Path, "is_file", lambda _: answer.wait(60))
    monkeypatch.setattr(recent, "PATIENCE", 0.01)
    try:
        assert [each.missing for each in recent_files(chosen)] == [False]
    finally:
        answer.set()
