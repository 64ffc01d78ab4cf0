"""What people bring along: rows with odd names, notes on a frame, and words in the wrong place."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from iku import Persentase, Pertumbuhan
from iku.errors import DomainError, FrameError
from iku.frames import aggregate, compute_capaian, evaluate, from_dokumen, grade
from iku.regulations import SKALA_PERMENDAGRI
from iku.scoring import RealisasiPerTarget
from tests.frames.engines import ENGINES, make_table, read_rows

PERSENTASE: Final = Persentase(pembilang="A", penyebut="B")
TUMBUH: Final = Pertumbuhan(variabel="A", basis="lalu")  # type: ignore[arg-type]  # the word for it
ROWS: Final = pl.DataFrame({"a": [1], "B": [2]})


class TestRowsOfPandas:
    """Its rows have names, its columns marks for what is missing, and its frames notes."""

    @pytest.mark.parametrize("index", [[0, 1, 2, 3], [3, 1, 2, 0], ["a", "a", "b", "b"]])
    @pytest.mark.parametrize("kind", ["int64", "Int64", "Int16"])
    @pytest.mark.parametrize("number", ["float64", "Float64", "Int64"])
    @pytest.mark.parametrize("missing", [False, True])
    def test_looking_back(self, *, index: list[Any], kind: str, number: str, missing: bool) -> None:
        """Names that come twice, as of frames put under each other, mix nothing up."""
        frame = pd.DataFrame(
            {
                "kota": ["x", "y", "x", "y"],
                "tahun": pd.Series([2022, 2021, 2021, 2022], dtype=kind),
                "A": pd.Series([110, 40, 100, 50], dtype=number),
            }
        )
        if missing and kind != "int64":
            frame.loc[3, "tahun"] = pd.NA
        expected = [10.0, None, None, None if frame["tahun"].isna().any() else 25.0]
        frame = frame.set_axis(index)
        done = evaluate(frame, TUMBUH, over="kota", order_by="tahun", digits=2)

        assert [None if pd.isna(cell) else cell for cell in done["nilai"]] == expected
        assert done.index.tolist() == index
        assert done["tahun"].dtype == frame["tahun"].dtype

    def test_notes(self) -> None:
        """What an owner noted on a frame stays on it."""
        frame = pd.DataFrame({"A": [1.0], "B": [2.0]})
        frame.attrs["sumber"] = "BPS"

        assert evaluate(frame, PERSENTASE).attrs == {"sumber": "BPS"}
        done = grade(frame, SKALA_PERMENDAGRI.isi, nilai="A")
        assert done.attrs == {"sumber": "BPS"}


class TestLargeNumbers:
    """Numbers that have no place are a reason, and never an error of the engine."""

    @pytest.mark.parametrize("engine", ENGINES)
    @pytest.mark.parametrize("cara", ["rata_rata", "tertimbang"])
    @pytest.mark.parametrize("large", [2**64 - 1, 2**62 + 1])
    def test_sums(self, engine: str, cara: str, large: int) -> None:
        """Of numbers without a sign, and of products."""
        table = make_table({"n": [large, large], "b": [2, 3]}, n=pa.uint64(), b=pa.int64())
        weights = "b" if cara == "tertimbang" else None
        done = aggregate(
            ENGINES[engine](table),
            cara=cara,
            nilai="n",
            bobot=weights,
            into="urut",
            reason="w",
            digits=0,
        )

        assert read_rows(done, "urut", "w") == [(None, "terlalu_besar: butir")]

    @pytest.mark.parametrize("engine", ENGINES)
    def test_no_digit_is_lost(self, engine: str) -> None:
        """Of those that have a place."""
        table = make_table({"n": [2**53 + 1, 1]}, n=pa.uint64())
        done = aggregate(ENGINES[engine](table), cara="rata_rata", nilai="n", into="urut", digits=0)

        assert read_rows(done, "urut") == [(2**52 + 1,)]


class TestWords:
    """Mistakes of the first hour say what to write instead."""

    @pytest.mark.parametrize(
        ("arguments", "code", "location", "words"),
        [
            ({}, "unknown-column", ("columns", "A"), "did you mean 'a'"),
            ({"columns": {"A": "jumlah"}}, "unknown-column", ("columns", "A"), '"A": "..."'),
            ({"columns": {"a": "A"}}, "unknown-column", ("columns", "A"), "did you mean 'a'"),
            ({"columns": {"A": "a", "a": "B"}}, "unknown-variabel", ("columns", "a"), "'B': 'a'"),
            ({"columns": ["A"]}, "wrong-type", ("columns",), "as a dict"),
            ({"over": 5}, "wrong-type", ("over",), "name of a column"),
            ({"over": [5]}, "wrong-type", ("over",), "name of a column"),
            ({"over": "kota"}, "unknown-column", ("over",), "choose one of these"),
        ],
    )
    def test_evaluate(
        self, arguments: dict[str, Any], code: str, location: tuple[str, ...], words: str
    ) -> None:
        """Capital letters, a mapping the wrong way round, and what is no name."""
        with pytest.raises(FrameError, match=words) as caught:
            evaluate(ROWS, PERSENTASE, **arguments)

        assert (caught.value.code, caught.value.location) == (code, location)

    def test_text(self) -> None:
        """Only text is read; what has no numbers at all is cast."""
        with pytest.raises(FrameError, match="parse_angka"):
            evaluate(pl.DataFrame({"A": ["1.000"], "B": [1]}), PERSENTASE)
        with pytest.raises(FrameError, match="cast it to numbers"):
            evaluate(pl.DataFrame({"A": [None], "B": [1]}), PERSENTASE)

    def test_groups(self) -> None:
        """One that is named twice makes the same groups."""
        done = aggregate(ROWS, by=["a", "a"], cara="rata_rata", nilai="B")

        assert done.rows() == [(1, 2.0, 0)]
        with pytest.raises(FrameError, match="name of a column"):
            aggregate(ROWS, by=5, cara="rata_rata", nilai="B")  # type: ignore[arg-type]  # on purpose

    def test_capaian(self) -> None:
        """A range has two bounds, a number one column, and no capaian has `columns`."""
        rule = RealisasiPerTarget()
        with pytest.raises(FrameError, match="0 columns for the target"):
            compute_capaian(ROWS, rule=rule, target=(), realisasi="a")  # type: ignore[arg-type]  # on purpose
        with pytest.raises(FrameError, match="choose one of these") as caught:
            compute_capaian(ROWS, rule=rule, target="x", realisasi="a")

        assert caught.value.location == ("target",)

    def test_no_document(self) -> None:
        """It is said by name."""
        with pytest.raises(DomainError) as caught:
            from_dokumen(None)  # type: ignore[arg-type]  # on purpose

        assert (caught.value.code, caught.value.path) == ("wrong-type", "$.dokumen")
