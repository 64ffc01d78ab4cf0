"""What is written does not depend on the machine: hashes, locale, time zone, contexts, flags."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import decimal, sys, hashlib, pathlib
hostile = decimal.Context(prec=2, rounding=decimal.ROUND_UP, Emin=-2, Emax=2, traps=[])
decimal.setcontext(hostile if "hostile" in sys.argv else decimal.Context())
from iku.angka import Angka, format_angka, parse_angka
from iku.codec import dumps, json_schema, loads
from iku.domain import parse_periode, find_dasar_hukum
from iku.errors import LoadError
from iku.formula import Persentase, evaluate
from iku.scoring import DuaTargetMinusRealisasi, compute_capaian
text = pathlib.Path(sys.argv[1]).read_bytes()
written = dumps(loads(text))
answers = [hashlib.sha256(written.encode()).hexdigest(), str(json_schema())]
try:
    loads(text.replace(b'"kode"', b'"kodde"'))
except LoadError as error:
    answers.append(str(error))
answers.append(evaluate(Persentase(pembilang="A", penyebut="B"), {"A": 785, "B": 900}).explain())
answers.append(str(compute_capaian(Angka("49"), Angka("56.23"), rule=DuaTargetMinusRealisasi())))
answers.append(format_angka(parse_angka("Rp1.234.567,50"), digits=1))
answers.append(str(parse_periode("S.D. TRIWULAN III TAHUN 2023").akhir))
answers.append(str(find_dasar_hukum("UU NO. 25 TAHUN 1992 TENTANG KOPERASI INDONESIA")))
sys.stdout.buffer.write("\\n".join(answers).encode())
"""
DOCUMENT = Path(__file__).parent / "corpus" / "1.0" / "lengkap.json"


def _run(*flags: str, context: str = "usual", **variables: str) -> str:
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    done = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, *flags, "-c", PROGRAM, str(DOCUMENT), context],
        capture_output=True,
        check=True,
        env={**kept, **variables},
    )
    return done.stdout.decode()


USUAL = _run(PYTHONHASHSEED="0")


def test_the_usual_answers_are_there() -> None:
    """So that the others are compared with something."""
    assert "[unknown-field]" in USUAL
    assert "785 / 900 × 100% = 87,22%" in USUAL
    assert USUAL.splitlines()[-3:-1] == ["1.234.567,5", "2023-09-30"]


@pytest.mark.parametrize(
    ("flags", "variables"),
    [
        ([], {"PYTHONHASHSEED": "1"}),
        ([], {"PYTHONHASHSEED": "4294967295", "TZ": "Asia/Jakarta"}),
        ([], {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
        ([], {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"}),
        (["-O"], {}),
        (["-X", "utf8", "-W", "error"], {"PYTHONINTMAXSTRDIGITS": "640"}),
    ],
)
def test_another_environment_gives_the_same_answers(
    flags: list[str], variables: dict[str, str]
) -> None:
    """Byte for byte."""
    assert _run(*flags, **variables) == USUAL


def test_without_docstrings_only_the_titles_of_the_schema_are_gone() -> None:
    """Nothing that computes or checks reads a docstring."""
    usual, other = (text.splitlines() for text in (USUAL, _run("-OO", PYTHONHASHSEED="2")))
    assert other[0] == usual[0]
    assert other[2:] == usual[2:]
    assert "'title'" not in other[1]


def test_the_decimal_context_of_the_caller_does_not_matter() -> None:
    """Not even one of two digits."""
    assert _run(context="hostile") == USUAL
