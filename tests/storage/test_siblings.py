"""Conflicted copies of synchronised folders: recognised by their names, and only where those are certain."""

import unicodedata

import pytest
from hypothesis import given

from canvasdesk.storage.siblings import siblings
from tests.scalars import texts

COPIES = [
    "plan (Anna's conflicted copy 2026-01-01).canvasdesk",
    "plan (Anna’s Conflicted Copy 2026-01-01 (2)).canvasdesk",
    "plan (Anna's conflicted copy 2026-01-01) (1).canvasdesk",
    "plan (conflicted copy 2026-01-01 120000).canvasdesk",
    "plan (In Konflikt stehende Kopie von Anna 2026-01-01).canvasdesk",
    "plan (Annas Konfliktkopie 2026-01-01).canvasdesk",
    "plan (Copie en conflit de Anna 2026-01-01).canvasdesk",
    "plan (Copia en conflicto de Anna 2026-01-01).canvasdesk",
    "plan (copia in conflitto di Anna 2026-01-01).canvasdesk",
    "plan (Cópia em conflito de Anna 2026-01-01).canvasdesk",
    unicodedata.normalize("NFD", "plan (Cópia em conflito de Anna 2026-01-01).canvasdesk"),
    "plan (Conflicterende kopie van Anna 2026-01-01).canvasdesk",
    "plan (Annas konfliktkopi 2026-01-01).canvasdesk",
    "plan (ANNA の競合コピー 2026-01-01).canvasdesk",
    "plan.sync-conflict-20260101-120000-ABCDEFG.canvasdesk",
    "plan_conflict-20260101-120000.canvasdesk",
    "plan (SFConflict anna@example.org 2026-01-01-12-00-00).canvasdesk",
    "plan (1).canvasdesk",
    "plan(12).canvasdesk",
    "plan-LAPTOP.canvasdesk",
    "plan-DESKTOP-4F2K9QA.canvasdesk",
    "plan-ANNAS-PC.canvasdesk",
    "plan-ANNAS-PC-2.canvasdesk",
    "plan-Annas-MacBook-Pro.canvasdesk",
]
OTHERS = [
    "plan.canvasdesk",
    "plan 2.canvasdesk",
    "plan-final.canvasdesk",
    "plan-V2.canvasdesk",
    "plan-2026.canvasdesk",
    "plan (draft).canvasdesk",
    "plan (0).canvasdesk",
    "plan (2026).canvasdesk",
    "plan (conflict of interest).canvasdesk",
    "plan (Anna's conflicted copy 2026-01-01).png",
    "other (Anna's conflicted copy 2026-01-01).canvasdesk",
    "planner (1).canvasdesk",
    "plan.sync-conflict-20260101.canvasdesk",
    ".~plan.canvasdesk.lock",
    "plan",
    "",
]


@pytest.mark.parametrize("name", COPIES)
def test_a_conflicted_copy_is_a_sibling(name: str) -> None:
    assert siblings("folder/plan.canvasdesk", [name]) == (name,)


@pytest.mark.parametrize("name", OTHERS)
def test_another_file_is_none(name: str) -> None:
    assert siblings("folder/plan.canvasdesk", [name]) == ()


def test_a_name_is_no_pattern() -> None:
    assert siblings("a.b (1).canvasdesk", ["a.b (1) (2).canvasdesk", "axb (1) (2).canvasdesk"]) == (
        "a.b (1) (2).canvasdesk",
    )


@given(texts(20).filter(lambda text: "/" not in text and "\0" not in text and text.strip(". ")))
def test_any_name_has_its_copies_and_is_not_its_own(stem: str) -> None:
    names = [f"{stem}.canvasdesk", f"{stem} (1).canvasdesk"]
    assert siblings(f"{stem}.canvasdesk", names) == (names[1],)
