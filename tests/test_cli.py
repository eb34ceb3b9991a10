"""The command line as people and scripts use it: sentences, exit codes, files, and faults made for real."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import unicodedata
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pypdfium2
import pytest
from PySide6.QtGui import QImage

from canvasdesk import __version__
from canvasdesk.cli import main
from canvasdesk.model.canvas import Role, Stakeholder, ValuePropositionCanvas
from canvasdesk.model.notes import Note
from canvasdesk.model.sections import Section
from canvasdesk.model.segments import CustomerSegment, Priority
from canvasdesk.model.value import evolve
from canvasdesk.model.workspace import Workspace
from canvasdesk.storage.files import load, save
from canvasdesk.storage.templates import templates
from tests.export.pdf.files import faults

COMMANDS = ("export", "fit", "merge", "check", "resave", "new", "blank", "examples", "doctor")
SVG = "{http://www.w3.org/2000/svg}"
pytestmark = pytest.mark.usefixtures("qapp")  # before a command makes an application for pictures only
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a fault that only Linux has")

Captured = pytest.CaptureFixture[str]


def canvas(text: str, stakeholder: Stakeholder | None = None) -> ValuePropositionCanvas:
    note = Note(section=Section.PAINS, text=text, x=1000.0, y=480.0)
    return ValuePropositionCanvas(stakeholder=stakeholder, notes=(note,))


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Give a sound file: one segment with two stakeholders, then the primary one."""
    user, buyer = Stakeholder(role=Role.END_USER, name="Plant manager"), Stakeholder(role=Role.PROCUREMENT)
    makers = CustomerSegment(name="Makers", canvases=(canvas("Scrap", user), canvas("Late quotes", buyer)))
    food = CustomerSegment(name="Food", priority=Priority.PRIMARY, canvases=(canvas("Recalls"),))
    path = tmp_path / "plan.canvasdesk"
    save(path, Workspace(title="Plan", segments=(makers, food)), recovery_dir=tmp_path / "recovery")
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Give a file that is none of ours."""
    path = tmp_path / "broken.canvasdesk"
    path.write_bytes(b'{"format": "canvasdesk", "version": 1, "title": NaN}')
    return path


def run(
    *arguments: str | Path, cwd: Path | None = None, **environment: str | None
) -> subprocess.CompletedProcess[str]:
    """Run the program as its own process; None takes a variable away."""
    merged = {name: value for name, value in {**os.environ, **environment}.items() if value is not None}
    return subprocess.run(
        [sys.executable, "-m", "canvasdesk", *arguments], env=merged, cwd=cwd, capture_output=True, text=True
    )


def texts(path: Path) -> str:
    """Give all text that a drawing shows."""
    return " ".join("".join(each.itertext()) for each in ElementTree.parse(path).iter(f"{SVG}text"))


def said(capsys: Captured) -> str:
    """Give the one sentence on the error output; nothing else was printed."""
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.startswith("canvasdesk: ")
    return err.removeprefix("canvasdesk: ").rstrip("\n")


# Help and start ---------------------------------------------------------------------------------------------


def test_the_version_is_told(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"canvasdesk {__version__}\n"


def test_the_help_lists_every_command(capsys: Captured) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    out = capsys.readouterr().out
    for name in COMMANDS:
        assert re.search(rf"^  {name} +[A-Z]", out, re.MULTILINE), name


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_teaches_by_examples_that_it_understands(name: str, capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert re.search(rf"^  canvasdesk {name}", out, re.MULTILINE)
    assert max(map(len, out.splitlines())) <= 100


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["export", "--help"]])
def test_help_loads_neither_qt_nor_the_model(arguments: list[str]) -> None:
    assert loaded_by(arguments) == []


@pytest.mark.parametrize("command", ["fit", "check", "resave"])
def test_work_on_files_loads_no_qt(command: str, plan: Path) -> None:
    assert loaded_by([command, str(plan)]) == ["pydantic"]


def loaded_by(arguments: list[str]) -> list[str]:
    code = (
        "import contextlib, json, sys\n"
        "from canvasdesk.cli import main\n"
        "with contextlib.suppress(SystemExit): main(sys.argv[1:])\n"
        "asked = ['PySide6', 'pydantic']\n"
        "print(json.dumps([each for each in asked if each in sys.modules]), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stderr))


def test_a_word_that_is_almost_a_command_gets_a_hint(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["exprot", "plan.canvasdesk"])
    assert ended.value.code == 2
    assert "“exprot” is neither a file nor a command; “export” is one" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_named(capsys: Captured) -> None:
    assert main(["gone.canvasdesk"]) == 1
    assert said(capsys) == "“gone.canvasdesk” cannot be opened: there is no such file."


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "plan.canvasdesk"],
        ["fit"],
        ["check"],
        ["new", "blank"],
        ["blank"],
        ["merge", "a", "b", "c"],
        ["--nonsense"],
    ],
)
def test_what_is_not_understood_is_a_usage_error(arguments: list[str], capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: canvasdesk")


# A window without a display ---------------------------------------------------------------------------------


@linux
def test_a_dead_display_ends_in_a_sentence_with_the_way_out(plan: Path) -> None:
    done = run(plan, DISPLAY=":77", WAYLAND_DISPLAY=None, XDG_SESSION_TYPE=None, QT_QPA_PLATFORM=None)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "canvasdesk: The display “:77” does not answer, so no window can open there; "
        "“canvasdesk export FILE -o OUT.png” works without a display.\n"
    )


@linux
def test_no_display_at_all_ends_in_a_sentence(plan: Path) -> None:
    done = run(plan, DISPLAY=None, WAYLAND_DISPLAY=None, XDG_SESSION_TYPE=None, QT_QPA_PLATFORM=None)
    assert done.returncode == 1
    assert done.stderr.startswith("canvasdesk: There is no display to open a window on")


@linux
@pytest.mark.parametrize("arguments", [["plan.canvasdesk"], ["export", "plan.canvasdesk", "-o", "plan.png"]])
def test_a_missing_library_ends_in_a_sentence_with_its_package(arguments: list[str], plan: Path) -> None:
    code = (
        "import sys\n"
        "from canvasdesk.app import probe\n"
        "probe.DRAWING['libcanvasdesk-absent.so.9'] = 'libabsent9'\n"
        "from canvasdesk.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=plan.parent, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "canvasdesk: Qt cannot start: this system lacks libcanvasdesk-absent.so.9; "
        "on Debian or Ubuntu: sudo apt install libabsent9\n"
    )


# Export -----------------------------------------------------------------------------------------------------


@linux
@pytest.mark.parametrize("display", [None, ":77"])
def test_a_picture_needs_no_display_and_no_environment(plan: Path, display: str | None) -> None:
    empty = dict.fromkeys(os.environ) | {"HOME": str(plan.parent), "DISPLAY": display}
    done = run("export", plan, "-o", "plan.png", cwd=plan.parent, **empty)
    assert (done.returncode, done.stdout, done.stderr) == (0, "plan.png\n", "")
    assert QImage(str(plan.parent / "plan.png")).size().toTuple() == (2872, 1488)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_picture_has_the_size_and_the_colours_asked_for(plan: Path, theme: str) -> None:
    from canvasdesk.layout.style import THEMES

    out = plan.with_name("plan.png")
    assert main(["export", str(plan), "-o", str(out), "--size", "800x600", "--theme", theme]) == 0
    image = QImage(str(out))
    assert image.size().toTuple() == (800, 600)
    for corner in ((0, 0), (799, 0), (0, 599), (799, 599)):
        assert image.pixelColor(*corner).name().upper() == THEMES[theme].board


def test_a_drawing_has_the_size_and_the_words(plan: Path) -> None:
    out = plan.with_name("plan.svg")
    assert main(["export", str(plan), "-o", str(out), "--scale", "0.5"]) == 0
    root = ElementTree.parse(out).getroot()
    assert (root.get("width"), root.get("height")) == ("718", "372")
    assert "Recalls" in texts(out)


def test_the_same_file_gives_the_same_pictures(plan: Path) -> None:
    for ending in (".png", ".svg"):
        one, other = plan.with_name(f"one{ending}"), plan.with_name(f"other{ending}")
        assert (
            main(["export", str(plan), "-o", str(one)]) == main(["export", str(plan), "-o", str(other)]) == 0
        )
        assert one.read_bytes() == other.read_bytes()


def test_a_canvas_is_chosen_by_segment_and_stakeholder(plan: Path) -> None:
    out = plan.with_name("buyer.svg")
    assert main(["export", str(plan), "-o", str(out), "--segment", "makers", "--canvas", "procurement"]) == 0
    assert "Late quotes" in texts(out)


def test_the_business_model_is_a_picture_too(plan: Path) -> None:
    out = plan.with_name("model.svg")
    assert main(["export", str(plan), "-o", str(out), "--what", "business-model"]) == 0
    shown = texts(out)
    assert all(name in shown for name in ("Customer segments", "Makers", "Food", "Cost structure"))
    assert "Double-click" not in shown  # nothing in a picture answers


@pytest.mark.parametrize("name", ["segments.svg", "segments.png"])
def test_the_segments_side_by_side_are_a_picture_too(plan: Path, name: str) -> None:
    out = plan.with_name(name)
    assert main(["export", "inspection-systems", "-o", str(out), "--what", "contrast"]) == 0
    if out.suffix == ".svg":
        assert all(said in texts(out) for said in ("Biggest pain", "Contract labs", "80 %", "+43"))
    else:
        assert QImage(str(out)).width() > 2000


def test_more_segments_than_a_sharp_picture_holds_make_a_smaller_one(plan: Path) -> None:
    many = Workspace(segments=tuple(CustomerSegment(name=str(n)) for n in range(100)))
    save(plan, many, recovery_dir=plan.parent / "recovery")
    out = plan.with_name("many.png")
    assert main(["export", str(plan), "-o", str(out), "--what", "contrast"]) == 0
    assert QImage(str(out)).width() > 32_000


def test_every_kind_of_sheet_can_be_asked_for() -> None:
    from canvasdesk.commands.export_options import SHEETS
    from canvasdesk.export.choice import What

    assert tuple(What) == SHEETS


def test_everything_goes_to_a_folder_and_the_work_is_told(plan: Path, capsys: Captured) -> None:
    folder = plan.with_name("pictures")
    assert main(["export", str(plan), "-o", str(folder), "--all"]) == 0
    names = [
        "plan-1-business-model.png",
        "plan-2-side-by-side.png",
        "plan-3-makers-plant-manager.png",
        "plan-4-makers-procurement.png",
        "plan-5-food.png",
    ]
    assert sorted(path.name for path in folder.iterdir()) == names
    out, err = capsys.readouterr()
    assert out.splitlines() == [str(folder / name) for name in names]
    assert err.splitlines()[4] == "canvasdesk: 5 of 5: Food"


def test_a_picture_that_is_there_is_only_replaced_by_force(plan: Path, capsys: Captured) -> None:
    out = plan.with_name("plan.svg")
    out.write_text("mine")
    assert main(["export", str(plan), "-o", str(out)]) == 1
    assert said(capsys) == f"“{out}” is already there; --force replaces it."
    assert out.read_text() == "mine"
    assert main(["export", str(plan), "-o", str(out), "--force"]) == 0
    assert "Recalls" in texts(out)


@linux
@pytest.mark.parametrize("name", ["plan.png", "plan.pdf"])
def test_a_failed_export_leaves_the_old_file(name: str, plan: Path) -> None:
    import resource

    out = plan.with_name(name)
    out.write_text("the old file")
    done = subprocess.run(
        [sys.executable, "-m", "canvasdesk", "export", plan, "-o", out, "--force"],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000)),
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"canvasdesk: “{name}” was not saved: it is too large for this disk.\n"
    assert out.read_text() == "the old file"
    assert sorted(path.name for path in plan.parent.iterdir()) == ["plan.canvasdesk", name]


def test_an_example_is_exported_by_its_name(plan: Path) -> None:
    out = plan.with_name("fit.svg")
    assert main(["export", "inspection-systems", "-o", str(out)]) == 0
    assert re.search(r"\b67 ?%", texts(out))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["-o", "plan.jpg"], "“plan.jpg” cannot be exported to: it has to end in .png, .svg, .pdf or .html."),
        (["-o", "no/where/plan.png"], "“plan.png” was not saved: its folder is not there."),
        (["-o", "a.png", "--segment", "Labs"], "There is no segment “Labs”; there are: “Makers”, “Food”."),
        (
            ["-o", "a.png", "--size", "32000x32000"],
            "A picture of 32000 × 32000 pixels is too large: at most 32767 a side, 250000000 in all.",
        ),
        (["-o", "a.pdf", "--size", "800x600"], "--size is for .png, .svg, not for .pdf."),
        (["-o", "a.pdf", "--text", "paths"], "--text is for .svg, not for .pdf."),
        (["-o", "a.html", "--theme", "dark"], "--theme is for .png, .svg, .pdf, not for .html."),
        (["-o", "a.png", "--ink"], "--ink is for .pdf, not for .png."),
        (["-o", "a.svg", "--overlap", "0"], "--overlap is for .pdf, not for .svg."),
        (["-o", "a.pdf", "--overlap", "5"], "--overlap is for tiles: --tile says of which paper."),
        (["-o", ""], "“” cannot be exported to: it has to end in .png, .svg, .pdf or .html."),
        (["-o", "", "--all"], "“” cannot be exported to: it has to end in .png, .svg, .pdf or .html."),
        (
            ["-o", "a.pdf", "--paper", ""],
            (
                "“” is no paper; there are A4, A3, A2, A1, A0, Letter, Tabloid, Arch E, "
                "and sizes such as 500x700mm or 24x36in."
            ),
        ),
        (
            ["-o", "a.pdf", "--paper", "B5"],
            (
                "“B5” is no paper; there are A4, A3, A2, A1, A0, Letter, Tabloid, Arch E, "
                "and sizes such as 500x700mm or 24x36in."
            ),
        ),
        (
            ["-o", "a.pdf", "--paper", "A0", "--tile", "A2"],
            "“A2” is no paper for tiles; there are A4, A3, Letter, Tabloid.",
        ),
        (
            ["-o", "a.pdf", "--tile", "a3"],
            "A4 is not parted into tiles of A3: --paper says how large the whole is, such as A0.",
        ),
        (
            ["-o", "a.pdf", "--paper", "A0", "--tile", "A4", "--overlap", "200"],
            "An overlap of 200.0 mm is too wide for this paper: at most 63 mm.",
        ),
        (["-o", "a.pdf", "--segment", "Labs"], "There is no segment “Labs”; there are: “Makers”, “Food”."),
    ],
)
def test_an_export_that_cannot_be_made_says_why(
    arguments: list[str], sentence: str, plan: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(plan.parent)
    assert main(["export", "plan.canvasdesk", *arguments]) == 1
    assert said(capsys) == sentence
    assert [path.name for path in plan.parent.iterdir()] == ["plan.canvasdesk"]


@pytest.mark.parametrize("size", ["800", "800x", "x600", "0x0", "15x600", "-5x5", "1e3x5", "axb", "٣٠٠xabc"])
def test_a_size_that_is_none_is_a_usage_error(size: str, plan: Path, capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["export", str(plan), "-o", "a.png", f"--size={size}"])
    assert ended.value.code == 2
    assert f"“{size}” is no size such as 1920x1080" in capsys.readouterr().err


@pytest.mark.parametrize("scale", ["0", "-1", "nan", "inf", "20.1", "big"])
def test_a_scale_that_is_none_is_a_usage_error(scale: str, plan: Path, capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["export", str(plan), "-o", "a.png", f"--scale={scale}"])
    assert ended.value.code == 2
    assert f"“{scale}” is no number above 0 and up to 20" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--overlap", "wide"], "“wide” is no number of millimetres"),
        (["--overlap", "-3"], "“-3” is no number of millimetres"),
        (["--overlap", "nan"], "“nan” is no number of millimetres"),
        (["--overlap", "inf"], "“inf” is no number of millimetres"),
        (["--portrait", "--landscape"], "not allowed with argument"),
        (["--ink", "--theme", "dark"], "not allowed with argument"),
    ],
)
def test_papers_that_contradict_themselves_are_a_usage_error(
    arguments: list[str], sentence: str, plan: Path, capsys: Captured
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["export", str(plan), "-o", "a.pdf", *arguments])
    assert ended.value.code == 2
    assert sentence in capsys.readouterr().err


# Printed pages ----------------------------------------------------------------------------------------------


def printed(plan: Path, *arguments: str) -> pikepdf.Pdf:
    """Give what the program prints of a plan."""
    out = plan.with_name("printed.pdf")
    assert main(["export", str(plan), "-o", str(out), "--force", *arguments]) == 0
    return pikepdf.open(BytesIO(out.read_bytes()))


def sides(pdf: pikepdf.Pdf) -> list[tuple[int, int]]:
    """Give width and height of each page, in millimetres."""
    boxes = [[float(edge) for edge in each.mediabox.as_list()] for each in pdf.pages]  # type: ignore[arg-type]
    return [(round(right / 72 * 25.4), round(top / 72 * 25.4)) for _, _, right, top in boxes]


def test_a_canvas_is_printed_on_a4_with_the_title_and_the_day_of_the_file(plan: Path) -> None:
    pdf = printed(plan)
    assert sides(pdf) == [(297, 210)]
    assert str(pdf.docinfo["/Title"]) == "Plan"
    assert str(pdf.docinfo["/CreationDate"]) == f"D:{load(plan).workspace.modified:%Y%m%d%H%M%S}Z"


def test_a_pdf_names_its_language_and_those_who_wrote_notes(plan: Path) -> None:
    assert "/Author" not in printed(plan).docinfo
    plan.write_bytes(templates()["home-sharing"].read_bytes())
    pdf = printed(plan)
    assert str(pdf.docinfo["/Author"]) == "Ines, Tom"
    assert str(pdf.Root.Lang) == "en"
    with pdf.open_metadata() as metadata:
        assert metadata["dc:creator"] == ["Ines, Tom"]


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (["--what", "business-model"], 1),
        (["--what", "contrast"], 1),
        (["--what", "workbook"], 7),
        (["--all"], 7),
        (["--segment", "Makers"], 2),
        (["--segment", "Makers", "--canvas", "procurement"], 1),
        (["--what", "canvas", "--all"], 3),
    ],
)
def test_there_is_a_page_for_each_sheet_that_is_meant(arguments: list[str], count: int, plan: Path) -> None:
    assert len(printed(plan, *arguments).pages) == count


def test_the_paper_is_turned_as_asked_for(plan: Path) -> None:
    assert sides(printed(plan, "--paper", "700x500mm", "--portrait")) == [(500, 700)]
    assert sides(printed(plan, "--paper", "a3", "--landscape")) == [(420, 297)]


def test_a_large_paper_is_parted_into_tiles_after_their_plan(plan: Path) -> None:
    wide = sides(printed(plan, "--paper", "A0", "--tile", "A4"))
    assert (len(wide), {tuple(sorted(each)) for each in wide}) == (26, {(210, 297)})
    assert len(sides(printed(plan, "--paper", "A0", "--tile", "A4", "--overlap", "60"))) > 26


def test_ink_is_black_and_themes_are_not(plan: Path) -> None:
    def colours(*arguments: str) -> set[bytes]:
        pdf = printed(plan, *arguments)
        drawn = [each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        return {each for part in drawn for each in re.findall(rb"([\d. ]+) rg\b", part)}

    def grey(colour: bytes) -> bool:
        return len(set(colour.split())) == 1

    assert all(map(grey, colours("--ink")))
    assert not all(map(grey, colours("--theme", "dark")))
    assert colours("--theme", "dark") != colours("--theme", "light") == colours()


@pytest.mark.parametrize("arguments", [["--what", "workbook"], ["--paper", "A1", "--tile", "A3"]])
def test_the_same_file_prints_the_same_bytes_that_a_checker_likes(arguments: list[str], plan: Path) -> None:
    one, other = plan.with_name("one.pdf"), plan.with_name("other.pdf")
    for out, zone in ((one, "UTC"), (other, "Pacific/Auckland")):
        done = run("export", plan, "-o", out, *arguments, TZ=zone, PYTHONHASHSEED=None)
        assert (done.returncode, done.stderr) == (0, "")
    assert one.read_bytes() == other.read_bytes()
    if checker := shutil.which("qpdf"):
        assert subprocess.run([checker, "--check", one], capture_output=True).returncode == 0


def test_the_same_file_prints_the_same_bytes_in_every_country(tmp_path: Path) -> None:
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    for out, country in ((one, "C.UTF-8"), (other, "ar_EG.UTF-8")):
        arguments = ["export", "inspection-systems", "-o", out, "--what", "workbook"]
        assert run(*arguments, LC_ALL=country).returncode == 0
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize(
    ("language", "tag"),
    [("de_CH", "de-CH"), (" pt-BR ", "pt-BR"), ("es-419", "es-419"), ("", "und"), ("Plain German", "und")],
)
def test_pages_and_pictures_name_their_language_as_readers_know_it(
    language: str, tag: str, plan: Path
) -> None:
    save(
        plan,
        evolve(load(plan).workspace, language=language),
        recovery_dir=plan.parent / "recovery",
    )
    content = plan.with_name("printed.pdf")
    assert str(printed(plan).Root.Lang) == tag
    assert faults(content.read_bytes()) == []
    for name in ("plan.html", "plan.svg"):
        assert main(["export", str(plan), "-o", str(plan.with_name(name))]) == 0
    assert f'<html lang="{tag}"' in plan.with_name("plan.html").read_text("utf-8")
    assert f' lang="{tag}"' in plan.with_name("plan.svg").read_text("utf-8")


def test_several_files_are_printed_into_a_folder(plan: Path, broken: Path, capsys: Captured) -> None:
    folder = plan.with_name("pages")
    files = [str(plan), str(broken), "inspection-systems"]
    assert main(["export", *files, "-o", str(folder), "--format", "pdf", "--what", "workbook"]) == 1
    names = ["plan.pdf", "inspection-systems.pdf"]
    out, err = capsys.readouterr()
    assert out.splitlines() == [str(folder / name) for name in names]
    assert "broken.canvasdesk" in err
    assert all((folder / name).read_bytes().startswith(b"%PDF") for name in names)


@pytest.mark.parametrize(("arguments", "count"), [([], 2), (["--paper", "A2", "--tile", "A3"], 10)])
def test_blank_canvases_are_printed_without_a_file(arguments: list[str], count: int, tmp_path: Path) -> None:
    out = tmp_path / "blank.pdf"
    done = run("blank", "-o", out, *arguments, DISPLAY=None, QT_QPA_PLATFORM=None)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{out}\n", "")
    assert len(pikepdf.open(out).pages) == count


def test_blank_canvases_have_the_customer_on_the_side_asked_for(tmp_path: Path) -> None:
    def on_the_left(*arguments: str) -> str:
        out = tmp_path / "blank.pdf"
        assert main(["blank", "-o", str(out), "--force", *arguments]) == 0
        page = pypdfium2.PdfDocument(out)[0]
        return str(page.get_textpage().get_text_bounded(right=page.get_width() / 2))

    assert "Customer jobs" not in on_the_left()
    assert "Customer jobs" in on_the_left("--swapped")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["-o", "blank.png"], "“blank.png” has to end in .pdf."),
        (["-o", "mine.pdf"], "“mine.pdf” is already there; --force replaces it."),
        (["-o", "a.pdf", "--overlap", "5"], "--overlap is for tiles: --tile says of which paper."),
        (
            ["-o", "a.pdf", "--paper", "1x1mm"],
            "A paper of 1x1mm is too small or too large: 100 to 5080 mm a side.",
        ),
    ],
)
def test_blank_canvases_that_cannot_be_printed_say_why(
    arguments: list[str], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine.pdf").touch()
    assert main(["blank", *arguments]) == 1
    assert said(capsys) == sentence
    assert [path.name for path in tmp_path.iterdir()] == ["mine.pdf"]


# Pages and several files ------------------------------------------------------------------------------------


def test_a_page_is_of_everything_unless_something_else_is_asked_for(plan: Path) -> None:
    out = plan.with_name("plan.html")
    assert main(["export", str(plan), "-o", str(out)]) == 0
    whole = out.read_text(encoding="utf-8")
    assert all(
        said in whole for said in ("Business model", "Side by side", "Scrap", "Late quotes", "Recalls")
    )
    assert main(["export", str(plan), "-o", str(out), "--force", "--segment", "Makers"]) == 0
    makers = out.read_text(encoding="utf-8")
    assert "Late quotes" in makers
    assert "Recalls" not in makers


def test_letters_of_an_svg_may_be_paths(plan: Path) -> None:
    out = plan.with_name("plan.svg")
    assert main(["export", str(plan), "-o", str(out), "--text", "paths"]) == 0
    assert "<text" not in out.read_text(encoding="utf-8")


def test_the_canvases_of_a_segment_are_pictures_with_numbers(plan: Path) -> None:
    out = plan.with_name("makers.svg")
    assert main(["export", str(plan), "-o", str(out), "--what", "segment", "--segment", "Makers"]) == 0
    made = sorted(path.name for path in plan.parent.glob("*.svg"))
    assert made == ["makers-1-makers-plant-manager.svg", "makers-2-makers-procurement.svg"]


def test_several_files_go_to_a_folder_and_a_broken_one_stops_none(
    plan: Path, broken: Path, capsys: Captured
) -> None:
    folder = plan.with_name("pages")
    files = [str(plan), str(broken), "inspection-systems"]
    assert main(["export", *files, "-o", str(folder), "--format", "html"]) == 1
    names = ["plan.html", "inspection-systems.html"]
    out, err = capsys.readouterr()
    assert out.splitlines() == [str(folder / name) for name in names]
    assert sorted(path.name for path in folder.iterdir()) == sorted(names)
    told = err.splitlines()
    assert told[0] == f"canvasdesk: 1 of 3: {plan}"
    assert "broken.canvasdesk" in told[2]
    assert told[3] == "canvasdesk: 3 of 3: inspection-systems"


def test_two_files_of_one_name_do_not_replace_each_other(plan: Path, capsys: Captured) -> None:
    other = plan.parent / "more" / plan.name
    other.parent.mkdir()
    other.write_bytes(plan.read_bytes())
    folder = plan.with_name("pictures")
    assert main(["export", str(plan), str(other), "-o", f"{folder}/", "--force"]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == (
        f"canvasdesk: “{folder / 'plan.png'}” is already made of another file."
    )


def test_several_files_do_not_go_to_one_picture(plan: Path, capsys: Captured) -> None:
    assert main(["export", str(plan), "home-sharing", "-o", str(plan.with_name("a.png"))]) == 1
    assert said(capsys).startswith("Several files need a folder")


# Fit --------------------------------------------------------------------------------------------------------


def test_the_fit_of_an_example_is_a_table(capsys: Captured) -> None:
    assert main(["fit", "inspection-systems"]) == 0
    assert capsys.readouterr().out == (
        "Segment                                   On paper  Proven  Wanted  Lead  Verdict\n"
        "Industrial manufacturers                                                  Deal fit 56 %\n"
        "  Plant manager, End user                     67 %    27 %  5 of 5   +43  Good fit\n"
        "  Quality director, Decision maker, veto      56 %     0 %  3 of 3   +21  Partial fit\n"
        "  Purchasing, Procurement                     43 %     0 %  3 of 3    +3  Partial fit\n"
        "Food processors\n"
        "  Quality lead, Decision maker, veto          80 %     8 %  6 of 9   +51  Strong fit\n"
        "Contract labs                                    –       –       –     –  Not mapped yet\n"
    )


def test_scripts_get_the_same_figures(capsys: Captured) -> None:
    assert main(["fit", "inspection-systems", "--json"]) == 0
    industrial, food, labs = json.loads(capsys.readouterr().out)
    assert (industrial["name"], industrial["deal_fit"]) == (
        "Industrial manufacturers",
        {"share": 0.564103, "shown": 56},
    )
    assert industrial["canvases"][0] == {
        "id": "canvas-plant-manager",
        "role": "end user",
        "name": "Plant manager",
        "veto": False,
        "on_paper": {"share": 0.669377, "shown": 67},
        "proven": {"share": 0.265583, "shown": 27},
        "today": {"share": 0.479675, "shown": 48},
        "wanted": {"share": 1.0, "shown": 100, "linked": 5, "offered": 5},
        "lead": {"share": 0.433604, "shown": 43},
        "verdict": "good",
        "held": False,
        "provisional": False,
    }
    (quality_lead,) = food["canvases"]
    assert (quality_lead["on_paper"]["shown"], quality_lead["verdict"]) == (80, "strong")
    assert (quality_lead["wanted"]["linked"], quality_lead["wanted"]["offered"]) == (6, 9)
    assert labs == {
        "id": "segment-labs",
        "name": "Contract labs",
        "deal_fit": None,
        "canvases": [
            dict.fromkeys(("role", "name", "on_paper", "proven", "today", "wanted", "lead", "verdict"))
            | {"id": "canvas-labs", "veto": False, "held": False, "provisional": False}
        ],
    }


def test_names_of_any_length_and_script_leave_the_columns_in_line(tmp_path: Path, capsys: Captured) -> None:
    names = ["", "工場" * 40, "e\u0301" * 12, "מפעלים", "Makers " * 20]
    path = tmp_path / "names.canvasdesk"
    segments = tuple(CustomerSegment(name=name, canvases=(canvas("Scrap"),)) for name in names)
    save(path, Workspace(segments=segments), recovery_dir=tmp_path / "recovery")
    assert main(["fit", str(path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(names) + 1
    figure = cells_before(lines[0], "On paper") + len("On paper") - len("0 %")
    assert {cells_before(line, "0 %") for line in lines[1:]} == {figure}
    assert all(line.endswith("  Weak fit, provisional") for line in lines[1:])
    assert figure < 50


def cells_before(line: str, word: str) -> int:
    """Give how many cells of a terminal stand before the first `word` of a line."""
    before = unicodedata.normalize("NFC", line[: line.index(word)])
    wide = sum(unicodedata.east_asian_width(each) == "W" for each in before)
    return len(before) + wide - sum(unicodedata.category(each) == "Cf" for each in before)


def test_a_file_that_cannot_be_read_has_no_fit(broken: Path, capsys: Captured) -> None:
    assert main(["fit", str(broken)]) == 1
    assert said(capsys) == "“broken.canvasdesk” cannot be opened: NaN stands where a number belongs."


# Files ------------------------------------------------------------------------------------------------------


def test_sound_files_need_no_word(plan: Path, capsys: Captured) -> None:
    assert main(["check", str(plan), str(plan)]) == 0
    assert capsys.readouterr() == ("", "")


def test_one_bad_file_among_good_ones_is_told(plan: Path, broken: Path, capsys: Captured) -> None:
    before = broken.read_bytes()
    assert main(["check", str(broken), str(plan)]) == 1
    out, err = capsys.readouterr()
    assert out == "“broken.canvasdesk” cannot be opened: NaN stands where a number belongs.\n"
    assert err == ""
    assert broken.read_bytes() == before


def test_scripts_get_one_line_of_json_a_file(plan: Path, broken: Path, capsys: Captured) -> None:
    assert main(["check", "--json", str(plan), str(broken)]) == 1
    good, bad = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert good == {"file": str(plan), "ok": True, "problems": []}
    assert (bad["file"], bad["ok"], len(bad["problems"])) == (str(broken), False, 1)


def test_saved_is_said_once_the_file_is_written_anew(plan: Path, capsys: Captured) -> None:
    before = load(plan).workspace
    assert main(["resave", str(plan)]) == 0
    assert capsys.readouterr() == ("saved\n", "")
    after = load(plan).workspace
    assert after.modified >= before.modified
    assert after.segments == before.segments


def test_a_broken_file_is_not_saved_again(broken: Path, capsys: Captured) -> None:
    before = broken.read_bytes()
    assert main(["resave", str(broken)]) == 1
    assert said(capsys) == "“broken.canvasdesk” cannot be opened: NaN stands where a number belongs."
    assert broken.read_bytes() == before


def test_a_new_file_begins_as_its_template(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "mine.canvasdesk"
    assert main(["new", "inspection-systems", str(path)]) == 0
    assert capsys.readouterr() == (f"{path}\n", "")
    mine, shipped = load(path).workspace, load(templates()["inspection-systems"]).workspace
    assert mine.segments == shipped.segments
    assert mine.id != shipped.id
    assert mine.created > shipped.created


def test_a_new_file_does_not_replace_another(plan: Path, capsys: Captured) -> None:
    before = plan.read_bytes()
    assert main(["new", "blank", str(plan)]) == 1
    assert said(capsys) == f"“{plan}” is already there; --force replaces it."
    assert plan.read_bytes() == before


def test_an_unknown_template_is_named_with_those_there_are(tmp_path: Path, capsys: Captured) -> None:
    assert main(["new", "nonsense", str(tmp_path / "mine.canvasdesk")]) == 1
    sentence = said(capsys)
    assert sentence.startswith("There is no template “nonsense”; there are: blank, ")
    assert "inspection-systems" in sentence


def test_the_examples_are_listed_with_what_they_are(capsys: Captured) -> None:
    assert main(["examples"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(templates())
    assert lines[0].endswith("  An empty canvas.")
    assert any(line.endswith("with the whole business model.") for line in lines)


def test_the_doctor_speaks_to_people_and_to_scripts(capsys: Captured) -> None:
    assert main(["doctor"]) == 0
    assert f"canvasdesk {__version__}" in re.sub(" +", " ", capsys.readouterr().out)
    assert main(["doctor", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["healthy"] is True
    assert found["findings"]["display"] == {"found": "QT_QPA_PLATFORM=offscreen", "problem": None}


@linux
def test_the_doctor_fails_where_no_window_can_open() -> None:
    done = run("doctor", DISPLAY=":77", WAYLAND_DISPLAY=None, XDG_SESSION_TYPE=None, QT_QPA_PLATFORM=None)
    assert done.returncode == 1
    assert "! The display “:77” does not answer" in done.stdout
    assert done.stderr == ""


# The terminal -----------------------------------------------------------------------------------------------


@linux
def test_a_reader_that_has_enough_is_no_fault(broken: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "canvasdesk", "check", *[broken] * 100],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 141


@linux
def test_an_interrupt_ends_quietly(broken: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "canvasdesk", "check", *[broken] * 2_000],  # more than a pipe holds
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert (process.returncode, err) == (130, b"")


@linux
def test_a_full_disk_behind_the_output_is_told(broken: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "canvasdesk", "check", broken],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == 1
    assert done.stderr == "canvasdesk: No space left on device\n"


def test_a_terminal_of_few_letters_gets_what_it_can_show(broken: Path) -> None:
    done = run("check", broken, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 1
    assert done.stdout == "?broken.canvasdesk? cannot be opened: NaN stands where a number belongs.\n"


@linux
def test_a_name_that_is_no_text_is_shown_as_well_as_can_be(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.canvasdesk"
    done = subprocess.run([sys.executable, "-m", "canvasdesk", "check", name], capture_output=True)
    assert done.returncode == 1
    assert done.stdout.decode() == "“caf�.canvasdesk” cannot be opened: there is no such file.\n"
