"""Threads that share documents, formulas and registries get the answers of one alone."""

from __future__ import annotations

import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from iku.angka import Angka, format_angka, parse_angka
from iku.codec import dumps, json_schema, loads
from iku.domain import Dokumen, Indikator, find_dasar_hukum, parse_nilai, parse_periode
from iku.errors import LoadError
from iku.formula import Ekspresi, Persentase, evaluate, parse_formula, registry
from iku.scoring import RealisasiPerTarget, compute_capaian

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

THREADS = 8
ROUNDS = 10
TEXT = (Path(__file__).parent / "corpus" / "1.0" / "lengkap.json").read_text("utf-8")
WHOLE = loads(TEXT)
BAD = TEXT.replace('"jenis"', '"jenjs"')
KONTRIBUSI = Persentase(pembilang="NTB", penyebut="PDRB")


def _faults() -> str:
    with pytest.raises(LoadError) as caught:
        loads(BAD)
    return str(caught.value)


QUESTIONS: list[Callable[[], object]] = [
    lambda: loads(TEXT),
    lambda: dumps(WHOLE),
    lambda: hash(WHOLE),
    lambda: [noun.kode for noun in WHOLE.walk()],
    lambda: WHOLE.find_indikator(next(WHOLE.walk(Indikator)).kode),
    _faults,
    json_schema,
    lambda: evaluate(KONTRIBUSI, {"NTB": 1200, "PDRB": 80000}).explain(digits=1),
    lambda: evaluate(Ekspresi(teks="A / B"), {"A": 1, "B": 3}).nilai,
    lambda: parse_formula("(A + B) / `C d` * 100").variables,
    lambda: compute_capaian(Angka("49"), Angka("56.23"), rule=RealisasiPerTarget()),
    lambda: (registry.tags, registry.find("persentase")),
    lambda: parse_angka("Rp1.234.567,50"),
    lambda: format_angka(Angka("1234567.5")),
    lambda: parse_nilai("80 - 90%"),
    lambda: parse_periode("s.d. TW III 2023"),
    lambda: find_dasar_hukum("UU No. 25 Tahun 1992 tentang Perkoperasian, maka"),
]


@pytest.fixture(name="busy")
def _busy() -> Iterator[None]:
    """Let threads take turns as often as Python can."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("busy")
def test_eight_threads_answer_as_one_does() -> None:
    """Each asks every question many times, in an order of its own."""
    alone = [ask() for ask in QUESTIONS]
    start = threading.Barrier(THREADS)

    def work(number: int) -> list[object]:
        start.wait()
        answers: dict[int, object] = {}
        for turn in range(ROUNDS * len(QUESTIONS)):
            index = (turn * (number + 1) + number) % len(QUESTIONS)
            answers[index] = QUESTIONS[index]()
            assert answers[index] == alone[index]
        return [answers[index] for index in sorted(answers)]

    with ThreadPoolExecutor(THREADS) as pool:
        for answers in pool.map(work, range(THREADS)):
            assert answers == alone


@pytest.mark.usefixtures("busy")
def test_threads_that_load_at_once_get_equal_documents() -> None:
    """Whatever is prepared on first use is prepared once or twice, and the same."""
    with ThreadPoolExecutor(THREADS) as pool:
        loaded: list[Dokumen] = list(pool.map(loads, [TEXT] * 4 * THREADS))
    assert set(loaded) == {WHOLE}
