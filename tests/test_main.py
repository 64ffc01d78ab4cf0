"""The command line: what it prints, writes and answers."""

from __future__ import annotations

import io
import json
import os
import runpy
import subprocess
import sys
from contextlib import redirect_stdout
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Final

import pytest

import iku.__main__ as entry
from iku import IkuError
from iku._cli import main
from iku._cli.console import measure_terminal, put, show
from iku._cli.demo import _show_findings
from iku.codec import dump, json_schema, load
from iku.domain import Dokumen, Indikator, JenisDokumen, Sasaran, Temuan, TingkatTemuan
from iku.reading import Bacaan
from iku.rendering import render

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from pathlib import Path

DOKUMEN: Final = Dokumen(
    jenis=JenisDokumen.IKU,
    judul="IKU <Dinas>\n≥ 2023",
    sasaran=(Sasaran(kode="S1", uraian="x", indikator=(Indikator(kode="S1.1", nama="Indeks ≥"),)),),
)


@pytest.fixture(name="seed")
def _seed() -> Iterator[Path]:
    """Give the text of the real document, as a file."""
    with as_file(files("iku") / "data" / "contoh" / "iku-diskopukm-bekasi.txt") as path:
        yield path


@pytest.fixture(name="saved")
def _saved(tmp_path: Path) -> Path:
    """Give a document as a JSON file."""
    path = tmp_path / "iku.json"
    dump(DOKUMEN, path)
    return path


@pytest.fixture(autouse=True)
def _width(monkeypatch: pytest.MonkeyPatch) -> None:
    """Print for one width, whatever terminal the tests run in."""
    monkeypatch.setenv("COLUMNS", "110")


class TestDemo:
    """The demonstration goes through the whole library."""

    def test_it_tells_the_story(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Tables, findings, numbers with their traces, files."""
        out = tmp_path / "baru" / "iku"

        assert main(["demo", "--out", str(out)]) == 0

        told = capsys.readouterr().out
        parts = (
            "INDIKATOR KINERJA UTAMA",
            "MATRIK INDIKATOR KINERJA UTAMA",
            "VISI dicantumkan tanpa isi.",
            'Nilai "15" terlepas dari tabel',
            "ANGKA ILUSTRATIF, bukan data resmi / ILLUSTRATIVE FIGURES, not official data",
            "1.200.000 / 94.500.000 × 100% = 1,27%",
            "21.450.000 / 94.500.000 × 100% = 22,70%",
            "gabungan : cara menggabungkan S1.1.a dan S1.1.b tidak disebutkan",
            "84,50 / 82 × 100% = 103,05%",
            f"sama / equal   {out / 'iku-tabel.json'}",
            f"sama / equal   {out / 'iku-matriks.json'}",
        )
        places = [told.find(part) for part in parts]
        assert -1 not in places
        assert places == sorted(places)

    def test_no_line_is_wider_than_the_terminal(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Apart from the paths of the files."""
        main(["demo", "--out", str(tmp_path)])

        lines = capsys.readouterr().out.splitlines()
        assert [line for line in lines if len(line) > 110 and str(tmp_path) not in line] == []

    def test_it_leaves_two_documents(self, tmp_path: Path) -> None:
        """Every invented figure in them says that it is invented."""
        main(["demo", "--out", str(tmp_path)])

        tabel = load(tmp_path / "iku-tabel.json")
        load(tmp_path / "iku-matriks.json")
        invented = {one.sumber for one in tabel.data}
        for indikator in tabel.walk(Indikator):
            invented.update(one.sumber for one in indikator.target)
            invented.update(one.sumber for one in indikator.realisasi)
        assert sorted(path.name for path in tmp_path.iterdir()) == [
            "iku-matriks.json",
            "iku-tabel.json",
        ]
        assert invented == {"angka ilustratif"}

    def test_a_finding_without_place(self, capsys: pytest.CaptureFixture[str]) -> None:
        """It is listed all the same."""
        finding = Temuan(kode="X1", tingkat=TingkatTemuan.INFORMASI, pesan="Pesan.")
        _show_findings(Bacaan(temuan=(finding,)))

        assert "baris      X1        Pesan.\n" in capsys.readouterr().out

    def test_a_refusal(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """What the library refuses is one message, too."""

        def refuse(_: Path) -> None:
            raise IkuError("not-found", found="x", expected="y", repair="z")

        monkeypatch.setattr("iku._cli.commands.run_demo", refuse)

        assert main(["demo"]) == 1
        assert capsys.readouterr().err == "iku: x; expected y; repair: z [not-found]\n"

    def test_a_folder_that_cannot_be(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """One message, no traceback."""
        taken = tmp_path / "taken"
        taken.write_text("")

        assert main(["demo", "--out", str(taken)]) == 1
        assert capsys.readouterr().err == f"iku: {taken}: File exists\n"


class TestRead:
    """`read` shows what a file says and can keep it."""

    def test_it_shows_tables_and_findings(
        self, seed: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """As `render` draws them."""
        assert main(["read", str(seed)]) == 0

        shown = capsys.readouterr().out
        assert "MATRIK INDIKATOR KINERJA UTAMA" in shown
        assert "Temuan\n══════" in shown

    def test_several_documents_are_numbered(
        self, seed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The text holds two tables, never merged."""
        assert main(["read", str(seed), "-o", str(tmp_path / "iku.json")]) == 0

        assert load(tmp_path / "iku-1.json").judul == "INDIKATOR KINERJA UTAMA"
        assert load(tmp_path / "iku-2.json").judul == "MATRIK INDIKATOR KINERJA UTAMA"
        assert f"{tmp_path / 'iku-1.json'}: INDIKATOR KINERJA UTAMA\n" in capsys.readouterr().out

    def test_one_document_takes_the_name(self, seed: Path, tmp_path: Path) -> None:
        """A file with one table gives one file; without suffix it gets none."""
        text = tmp_path / "satu.txt"
        first, _, _ = seed.read_text(encoding="utf-8").partition("MATRIK")
        text.write_text(first, encoding="utf-8")

        assert main(["read", str(text), "--out", str(tmp_path / "iku")]) == 0
        assert load(tmp_path / "iku").judul == "INDIKATOR KINERJA UTAMA"

    def test_numbered_files_get_a_suffix(self, seed: Path, tmp_path: Path) -> None:
        """`-o iku` is meant as `-o iku.json`."""
        main(["read", str(seed), "-o", str(tmp_path / "iku")])

        assert (tmp_path / "iku-1.json").exists()

    def test_the_review_sheet_stands_beside_it(
        self, seed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A page of its own; the path is printed."""
        main(["read", str(seed), "-o", str(tmp_path / "iku.json")])

        sheet = tmp_path / "iku.review.html"
        page = sheet.read_text(encoding="utf-8")
        assert page.startswith('<!doctype html>\n<html lang="id">\n<meta charset="utf-8">\n')
        assert "<title>Lembar periksa: iku-diskopukm-bekasi.txt</title>" in page
        assert "Nilai Tambah Bruto Koperasi / PDRB × 100%" in page
        assert f"{sheet}: lembar periksa / review sheet\n" in capsys.readouterr().out

    @pytest.mark.parametrize("name", ["periksa.md", "periksa.MARKDOWN"])
    def test_the_review_sheet_alone(self, seed: Path, tmp_path: Path, name: str) -> None:
        """Markdown by its name; without -o nothing else is written."""
        assert main(["read", str(seed), "--review", str(tmp_path / name)]) == 0

        assert (tmp_path / name).read_text(encoding="utf-8").startswith("# Lembar Periksa\n")
        assert [path.name for path in tmp_path.iterdir()] == [name]

    @pytest.mark.parametrize(
        ("options", "lost"),
        [
            (["-o", "a.txt"], "a-1.txt"),
            (["--review", "./a-1.txt"], "a-1.txt"),
            (["-o", "q.json", "--review", "q-2.json"], "q-2.json"),
        ],
    )
    def test_nothing_is_written_over(  # noqa: PLR0917 - fixtures and two parameters
        self,
        seed: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        options: list[str],
        lost: str,
    ) -> None:
        """Neither the file that is read nor one that was written a moment before."""
        monkeypatch.chdir(tmp_path)
        text = tmp_path / "a-1.txt"
        text.write_bytes(seed.read_bytes())

        assert main(["read", "a-1.txt", *options]) == 1

        said = "would be written over; name other files for -o and --review"
        assert capsys.readouterr().err == f"iku: a-1.txt: {lost} {said}\n"
        assert [path.name for path in tmp_path.iterdir()] == ["a-1.txt"]
        assert text.read_bytes() == seed.read_bytes()

    @pytest.mark.parametrize("name", ["", "/", "."])
    def test_a_name_that_is_none(
        self, seed: Path, name: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A command that is not understood."""
        with pytest.raises(SystemExit) as stopped:
            main(["read", str(seed), "-o", name])

        assert stopped.value.code == 2
        assert f"{name!r} is no name of a file" in capsys.readouterr().err

    def test_a_missing_file(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """One message that names it."""
        assert main(["read", str(tmp_path / "tiada.txt")]) == 1

        printed = capsys.readouterr()
        assert printed.out == ""
        assert printed.err.startswith(f"iku: {tmp_path / 'tiada.txt'}: no readable file")
        assert "Traceback" not in printed.err

    def test_no_table(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Status 1 and one sentence; the findings are shown and the sheet is written."""
        text = tmp_path / "surat.txt"
        text.write_text("Dengan hormat\n", encoding="utf-8")

        assert main(["read", str(text), "-o", str(tmp_path / "iku.json")]) == 1

        printed = capsys.readouterr()
        assert "IKU-B001" in printed.out
        assert printed.err == (
            f"iku: {text}: no table of indicators was recognised in it, "
            "so no document was made of it\n"
        )
        assert {path.name for path in tmp_path.iterdir()} == {"surat.txt", "iku.review.html"}

    @pytest.mark.parametrize("option", ["--out", "--review"])
    @pytest.mark.parametrize("name", ["tiada/iku.json", "folder"])
    def test_a_path_that_cannot_be_written(
        self,
        option: str,
        name: str,
        seed: Path,
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """The message names the path that was asked for."""
        (tmp_path / "folder").mkdir()
        text = tmp_path / "satu.txt"
        first, _, _ = seed.read_text(encoding="utf-8").partition("MATRIK")
        text.write_text(first, encoding="utf-8")

        assert main(["read", str(text), option, str(tmp_path / name)]) == 1

        printed = capsys.readouterr()
        assert printed.err.startswith(f"iku: {tmp_path / name}: cannot be written: ")
        assert ".tmp" not in printed.err


class TestRender:
    """`render` draws a JSON document."""

    def test_text(self, saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """For the terminal, as wide as it is."""
        assert main(["render", str(saved)]) == 0
        assert capsys.readouterr().out == render(DOKUMEN, width=110)

    def test_markdown(self, saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """For a file."""
        assert main(["render", str(saved), "--format", "markdown", "--language", "en"]) == 0
        assert capsys.readouterr().out == render(DOKUMEN, format="markdown", language="en")

    def test_html_is_a_whole_page(self, saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """One that says its encoding, around what `render` draws."""
        assert main(["render", str(saved), "--format", "html"]) == 0

        page = capsys.readouterr().out
        assert page.startswith(
            '<!doctype html>\n<html lang="id">\n<meta charset="utf-8">\n'
            "<title>IKU &#60;Dinas&#62; ≥ 2023</title>\n<div"
        )
        assert render(DOKUMEN, format="html") in page

    def test_every_fault_of_a_broken_document(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Each with its path."""
        broken = tmp_path / "rusak.json"
        broken.write_text('{"iku": "1.0", "tipe": "dokumen", "judul": 1}', encoding="utf-8")

        assert main(["render", str(broken)]) == 1
        message = capsys.readouterr().err
        assert message.startswith(f"iku: {broken}: ")
        assert "$.judul" in message
        assert "$.jenis" in message
        assert "Traceback" not in message

    def test_a_missing_document(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """The system's own words."""
        path = tmp_path / "tiada.json"

        assert main(["render", str(path)]) == 1
        assert str(path) in capsys.readouterr().err


class TestSchema:
    """`schema` prints the JSON Schema."""

    def test_it(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The one of the library."""
        assert main(["schema"]) == 0
        assert json.loads(capsys.readouterr().out) == json_schema()


class TestUsage:
    """A command that is not understood."""

    @pytest.mark.parametrize(
        "arguments", [[], ["hapus"], ["read"], ["render", "x.json", "--format", "pdf"]]
    )
    def test_it_is_explained(
        self, arguments: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Status 2, usage on standard error."""
        with pytest.raises(SystemExit) as caught:
            main(arguments)

        assert caught.value.code == 2
        assert "usage: iku" in capsys.readouterr().err

    def test_version(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The version of the distribution."""
        with pytest.raises(SystemExit):
            main(["--version"])

        assert capsys.readouterr().out.startswith("iku 0.")

    def test_entry_point(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """`python -m iku` is `main`; importing the module does nothing."""
        monkeypatch.setattr(sys, "argv", ["iku", "schema"])
        monkeypatch.delitem(sys.modules, "iku.__main__")

        with pytest.raises(SystemExit) as caught:
            runpy.run_module("iku", run_name="__main__")

        assert caught.value.code == 0
        assert vars(entry)["main"] is main


class TestOutput:
    """Printing in terminals that know few characters, and into pipes."""

    @pytest.mark.parametrize(
        ("encoding", "written"),
        [
            ("ascii", b"| -- >= 1.200 x 2 - 3 ... ? ?\n"),
            ("cp1252", b"| -- >= 1.200 \xd7 2 - 3 \x85 \xe9 ?\n"),
            ("utf-8", "│ ── ≥ 1.200 × 2 − 3 … é 日\n".encode()),
        ],
    )
    def test_characters_become_plain(self, encoding: str, written: bytes) -> None:
        """What the encoding has stays, the rest is written with what it has."""
        raw = io.BytesIO()
        stream = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
        show("│ ── ≥ 1.200 × 2 − 3 … é 日\n", stream)
        stream.flush()

        assert raw.getvalue() == written

    def test_a_lone_surrogate(self) -> None:
        """As in a file name that is no text: shown as a question mark."""
        stream = io.StringIO()
        show("a\udc80", stream)

        assert stream.getvalue() == "a?"

    def test_programs_get_utf8(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Whatever the locale; line ends are not changed."""
        raw = io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii", newline="\r\n"))
        put("≥\n")

        assert raw.getvalue() == "≥\n".encode()

    def test_redirected_output(self) -> None:
        """A stream of text without bytes behind it takes the text."""
        with redirect_stdout(io.StringIO()) as stream:
            put("≥\n")

        assert stream.getvalue() == "≥\n"

    @pytest.mark.parametrize(("columns", "width"), [("20", 80), ("120", 120), ("1000", 160)])
    def test_width(self, columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
        """The terminal's, within reason."""
        monkeypatch.setenv("COLUMNS", columns)

        assert measure_terminal() == width

    def test_a_reader_that_has_seen_enough(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        """`iku schema | head -1` ends quietly."""

        def refuse(_: Namespace) -> None:
            raise BrokenPipeError

        monkeypatch.setattr("iku._cli.commands._run_schema", refuse)
        with (tmp_path / "pipe").open("w", encoding="utf-8") as stream:
            monkeypatch.setattr(sys, "stdout", stream)

            assert main(["schema"]) == 1
            stream.write("lost")
        assert (tmp_path / "pipe").read_text(encoding="utf-8") == ""

    def test_files_before_output(
        self, seed: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        """Whoever stops the output (`| head`, a key) has all of them."""

        def stop(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("iku._cli.commands.show", stop)
        with pytest.raises(KeyboardInterrupt):
            main(["read", str(seed), "-o", str(tmp_path / "iku.json")])

        assert {path.name for path in tmp_path.iterdir()} >= {"iku-1.json", "iku.review.html"}


class TestProcesses:
    """As a command of its own, in poor surroundings."""

    @pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
    def test_demo(self, encoding: str, tmp_path: Path) -> None:
        """It ends well in a terminal that cannot show its characters."""
        environment = os.environ | {
            "PYTHONIOENCODING": encoding, "LC_ALL": "C", "PYTHONUTF8": "0", "COLUMNS": "100",
        }  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-m", "iku", "demo"],
            capture_output=True, cwd=tmp_path, env=environment, check=False,
        )  # fmt: skip

        assert done.stderr == b""
        assert done.returncode == 0
        assert b"| Sasaran" in done.stdout or b"|Sasaran" in done.stdout
        assert load(tmp_path / "iku-demo" / "iku-tabel.json").judul == "INDIKATOR KINERJA UTAMA"
