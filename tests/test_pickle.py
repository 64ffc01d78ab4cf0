"""Every public value travels between processes and comes home as itself."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from iku.angka import Angka
from iku.codec import Limits, dumps, loads
from iku.domain import Dokumen, Indikator, JenisDokumen, Tambahan
from iku.domain.tambahan import MAXIMUM_DEPTH
from iku.errors import LoadError
from iku.formula import Ekspresi, evaluate, registry
from iku.scoring import RealisasiPerTarget, compute_capaian
from iku.testing import strategies
from iku.testing.strategies import dokumen

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

NAMES = [name for name in strategies.__all__ if name not in {"teks", "kode"}]


def _deepest() -> Tambahan:
    value: object = "dasar"
    for level in range(MAXIMUM_DEPTH - 1):
        value = [value] if level % 2 else {"x": value}
    return Tambahan.from_mapping({"x-dalam": value})


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_of_value_survives(name: str) -> None:
    """Under every protocol of pickle that slots allow, and both ways of copying."""
    strategy: SearchStrategy[object] = getattr(strategies, name)()

    @settings(
        max_examples=10,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow],
        database=None,
    )
    @given(strategy)
    def survives(made: object) -> None:
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
            again = pickle.loads(pickle.dumps(made, protocol))  # noqa: S301 - made on the same line
            assert again == made
            assert type(again) is type(made)
            assert hash(again) == hash(made)
        assert copy.deepcopy(made) == made
        assert copy.copy(made) == made

    survives()


@pytest.mark.parametrize(
    "made",
    [
        Ekspresi(teks=" + ".join(["A"] * 500)),
        Ekspresi(teks="(" * 15 + "A" + " + B) * C" * 15),
        _deepest(),
        Indikator(kode="I", nama="n", tambahan=_deepest()),
        Limits(),
        evaluate(Ekspresi(teks="A / B"), {"A": 1, "B": 3}),
        evaluate(Ekspresi(teks="A / B"), {"A": 1, "B": 0}),
        compute_capaian(Angka("95.56"), Angka("93"), rule=RealisasiPerTarget()),
    ],
)
def test_what_is_deep_or_computed_survives(made: object) -> None:
    """At the limits of formulas and extensions too."""
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301 - made on the same line
    assert copy.deepcopy(made) == made


def test_a_document_at_its_deepest_survives_on_little_stack() -> None:
    """A thread of its own has no deeper stack than anybody else."""
    made = Dokumen(jenis=JenisDokumen.IKU, judul="IKU", tambahan=_deepest())
    answers: list[bool] = []
    thread = threading.Thread(
        target=lambda: answers.append(
            copy.deepcopy(made) == pickle.loads(pickle.dumps(made)) == loads(dumps(made))  # noqa: S301 - made on the same line
        )
    )
    thread.start()
    thread.join()
    assert answers == [True]


def test_what_could_not_be_loaded_travels_with_all_its_faults() -> None:
    """A worker reports them as they were."""
    with pytest.raises(LoadError) as caught:
        loads('{"iku": "1.0", "tipe": "dokumen", "jenis": 1, "judul": ""}')
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - made on the same line
    assert str(again) == str(caught.value)
    assert [fault.path for fault in again.exceptions] == ["$.jenis", "$.judul"]


@settings(max_examples=5, phases=[Phase.generate], database=None)
@given(dokumen())
def test_another_process_reads_the_same_document(made: Dokumen) -> None:
    """With other hashes of text: none is stored in the pickle."""
    program = (
        "import pickle, sys; made = pickle.load(sys.stdin.buffer);"
        "assert {made: 1}[pickle.loads(pickle.dumps(made))] == 1;"
        "from iku.codec import dumps; sys.stdout.buffer.write(dumps(made).encode())"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", program],
        input=pickle.dumps(made),
        capture_output=True,
        check=True,
        env={"PYTHONHASHSEED": "7"},
    )
    assert done.stdout.decode() == dumps(made)


def test_the_registry_stays_where_it_is() -> None:
    """Values need none to be unpickled; they name their own class."""
    made = pickle.loads(pickle.dumps(registry.find("persentase")))  # noqa: S301 - made on the same line
    assert made is registry.find("persentase")
