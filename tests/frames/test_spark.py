"""
The same on Spark, which is started here: `pytest -m spark`, with Java 17 or later.

One test needs no Spark and runs with all others: what the workers do.
"""

from __future__ import annotations

import os
import sys
from math import inf
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import narwhals as nw
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from iku import Persentase, Pertumbuhan
from iku.errors import FrameError
from iku.frames import evaluate
from iku.frames.exact.asking import _FEW
from iku.frames.exact.batches import FinishBatches
from iku.frames.exact.rounding import FIGURE
from iku.frames.exact.tasks import WHY, Tugas
from iku.frames.inputs import find_columns
from iku.tree import collect_inputs
from tests.frames.engines import count_examples, make_table, read_rows
from tests.frames.trees import Row, Tree, numbers, rows, to_columns, trees

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iku.tree import Expression

Session: TypeAlias = Any
"""A session of Spark, or a frame; PySpark is not installed everywhere."""

PERSENTASE: Final = Persentase(pembilang="A", penyebut="B")
TUMBUH: Final = Pertumbuhan(variabel="A", basis="lalu")  # type: ignore[arg-type]  # the word for it


def test_what_workers_do() -> None:
    """They finish the figures of a batch that are not certain, and leave the others alone."""
    pohon = PERSENTASE.lower()
    schema = dict.fromkeys("AB", nw.Float64())
    columns = find_columns(collect_inputs(pohon), schema, {}, None)
    tugas = Tugas(pohon=pohon, columns=columns, into="nilai", reason="sebab", digits=2)
    figures: dict[str, list[float | None]] = {
        "A": [1.0, 1.0, 1.0],
        "B": [800.0, 3.0, 0.0],
        FIGURE: [inf, 33.33, None],
    }
    table = make_table({**figures, WHY: [None, None, "pembagi_nol: B"]}, **{WHY: pa.string()})
    (batch,) = table.to_batches()
    (done,) = FinishBatches(tugas)([batch])

    assert isinstance(done, pa.RecordBatch)
    assert done.select(["nilai", "sebab"]).to_pylist() == [
        {"nilai": 0.13, "sebab": None},
        {"nilai": 33.33, "sebab": None},
        {"nilai": None, "sebab": "pembagi_nol: B"},
    ]


@pytest.fixture(scope="module")
def spark() -> Iterator[Session]:
    """Start Spark on this machine, with workers of this Python."""
    sql = pytest.importorskip("pyspark.sql")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.sql.shuffle.partitions", "2").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def put_in(spark: Session, table: pa.Table) -> Session:
    """Make a frame of Spark."""
    return spark.createDataFrame(table)


@pytest.mark.spark
@pytest.mark.filterwarnings("default")
class TestSpark:
    """With ANSI on, as it is by default: nothing raises, and the answers are the same."""

    @settings(
        max_examples=count_examples(25),
        # Making a failing example smaller takes minutes here; the other engines do that.
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(pohon=trees(), drawn=rows(numbers()), digits=st.none() | st.integers(0, 4))
    def test_every_cell(
        self, spark: Session, pohon: Expression, drawn: list[Row], digits: int | None
    ) -> None:
        """Trees of every kind over short decimals, extremes, nulls and what is no number."""
        table = make_table(to_columns(drawn))
        tree = Tree(pohon=pohon)
        found = evaluate(put_in(spark, table), tree, digits=digits, reason="sebab")
        wanted = evaluate(pl.DataFrame(table), tree, digits=digits, reason="sebab")
        names = ("nilai", "sebab") if digits is not None else ("sebab",)

        assert read_rows(found, *names) == read_rows(wanted, *names)

    @pytest.mark.parametrize("digits", [None, 1])
    def test_looking_back(self, spark: Session, digits: int | None) -> None:
        """By the number of the period, within an entity."""
        table = make_table(
            {
                "kota": ["a", "a", "b", "a"],
                "tahun": [2023, 2021, 2022, 2022],
                "A": [4.0, 1.0, 7.0, 3.0],
            },
            kota=pa.string(),
            tahun=pa.int16(),
        )
        done = evaluate(
            put_in(spark, table),
            TUMBUH,
            over="kota",
            order_by="tahun",
            reason="sebab",
            digits=digits,
        )

        assert [
            (value and round(value, 1), why) for value, why in read_rows(done, "nilai", "sebab")
        ] == [
            (33.3, None),
            (None, "tanpa_periode_lalu: A"),
            (None, "tanpa_periode_lalu: A"),
            (200.0, None),
        ]

    @pytest.mark.parametrize("digits", [None, 2])
    def test_names_and_kinds(self, spark: Session, digits: int | None) -> None:
        """Odd names of columns, decimals, and whole numbers beyond doubles."""
        odd = 'Jumlah "S1" (%)'
        table = make_table(
            {odd: [2**53 + 1, 1], "B": [None, 800]}, B=pa.decimal128(20, 2), **{odd: pa.int64()}
        )
        done = evaluate(
            put_in(spark, table), PERSENTASE, columns={"A": odd}, reason="sebab", digits=digits
        )

        assert read_rows(done, "nilai", "sebab", odd) == [
            (None, "tanpa_data: B", 2**53 + 1),
            (0.125 if digits is None else 0.13, None, 1),
        ]

    @pytest.mark.parametrize("reason", [None, "sebab"])
    def test_many_ties(self, spark: Session, reason: str | None) -> None:
        """Where many rows are not certain, workers finish them."""
        above = [n / 100 for n in range(1, 2 * _FEW + 3, 2)]
        table = make_table({"A": [*above, 1.0], "B": [8.0] * len(above) + [0.0]})
        done = evaluate(put_in(spark, table), PERSENTASE, digits=2, reason=reason)
        wanted = evaluate(pl.DataFrame(table), PERSENTASE, digits=2, reason=reason)
        names = ["nilai"] if reason is None else ["nilai", reason]

        assert read_rows(done, *names) == read_rows(wanted, *names)

    @pytest.mark.parametrize("name", ["S1.1", "`S1`"])
    def test_names_that_mean_something(self, spark: Session, name: str) -> None:
        """They are refused before Spark reads them as something else."""
        with pytest.raises(FrameError) as caught:
            evaluate(put_in(spark, make_table({"A": [1.0], name: [1.0]})), PERSENTASE)

        assert caught.value.code == "bad-column-name"

    def test_capital_letters(self, spark: Session) -> None:
        """Spark takes them for small ones."""
        with pytest.raises(FrameError) as caught:
            evaluate(put_in(spark, make_table({"A": [1.0], "B": [1.0]})), PERSENTASE, into="a")

        assert caught.value.code == "duplicate-column"
