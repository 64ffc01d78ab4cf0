"""What the package loads and when, and what it says is missing."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Final

import narwhals as nw
import polars as pl
import pytest

import iku.frames
from iku.errors import FrameError
from iku.formula import Persentase
from iku.frames import evaluate
from iku.frames.evaluating import evaluate as evaluate_itself
from iku.frames.exact import resolving
from tests.frames.engines import ENGINES, make_table

if TYPE_CHECKING:
    from types import ModuleType

PERSENTASE: Final = Persentase(pembilang="A", penyebut="B")
TABLE: Final = make_table({"A": [1.0], "B": [8.0]})

PROGRAM: Final = """
import sys
import iku.frames
engines = {"narwhals", "polars", "pandas", "pyarrow", "duckdb", "pyspark"}
assert not engines & set(sys.modules), engines & set(sys.modules)
sys.modules["narwhals"] = None
try:
    iku.frames.evaluate
except iku.errors.FrameError as error:
    print(error)
"""


class TestLoading:
    """Nothing is loaded before it is used."""

    def test_no_engine_and_no_narwhals(self) -> None:
        """`import iku.frames` costs nothing, and works without the extra."""
        done = subprocess.run(  # noqa: S603 - our own interpreter and program
            [sys.executable, "-c", PROGRAM], capture_output=True, check=True, text=True
        )

        assert done.stdout == (
            "$: no library narwhals; expected the extra frames; "
            "repair: pip install 'iku[frames]' [missing-extra]\n"
        )

    def test_names_are_loaded_when_they_are_used(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """And stay."""
        monkeypatch.delitem(vars(iku.frames), "evaluate")

        assert iku.frames.evaluate is evaluate_itself
        assert vars(iku.frames)["evaluate"] is evaluate_itself
        assert dir(iku.frames) == sorted(iku.frames.__all__)

    def test_every_name_has_a_home(self) -> None:
        """The list for readers and the one for Python are equal."""
        assert sorted(iku.frames._HOMES) == sorted(iku.frames.__all__)

    def test_other_names(self) -> None:
        """As of every module."""
        with pytest.raises(AttributeError, match=r"'iku\.frames' has no attribute 'evaluat'"):
            iku.frames.evaluat  # type: ignore[attr-defined]  # noqa: B018  # on purpose


class TestKindsOfFrames:
    """What comes in comes out."""

    @pytest.mark.parametrize("engine", ENGINES)
    @pytest.mark.parametrize("digits", [None, 2])
    def test_same_kind(self, engine: str, digits: int | None) -> None:
        """Of the same engine, lazy or not."""
        frame = ENGINES[engine](TABLE)

        assert type(evaluate(frame, PERSENTASE, digits=digits)) is type(frame)

    @pytest.mark.parametrize("digits", [None, 2])
    def test_narwhals(self, digits: int | None) -> None:
        """A frame that is in narwhals already stays there."""
        eager = nw.from_native(pl.DataFrame(TABLE), eager_only=True)
        lazy = eager.lazy()

        assert isinstance(evaluate(eager, PERSENTASE, digits=digits), nw.DataFrame)
        assert isinstance(evaluate(lazy, PERSENTASE, digits=digits), nw.LazyFrame)


class TestEngines:
    """What cannot be done is said with the way out."""

    def test_arrow_is_needed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """DuckDB hands rows over as Arrow; values without digits need none."""
        frame = ENGINES["DuckDB"](TABLE)
        missing: ModuleType | None = None
        monkeypatch.setitem(sys.modules, "pyarrow", missing)
        with pytest.raises(FrameError, match=r"pip install 'iku\[duckdb\]'") as caught:
            evaluate(frame, PERSENTASE, digits=2)

        assert caught.value.code == "missing-extra"
        assert evaluate(frame, PERSENTASE).fetchall() == [(1.0, 8.0, 0, 12.5)]

    def test_unknown_engines(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Figures need a way back into the frame, which is known for these."""
        monkeypatch.delitem(resolving.RESOLVERS, nw.Implementation.DUCKDB)
        with pytest.raises(FrameError) as caught:
            evaluate(ENGINES["DuckDB"](TABLE), PERSENTASE, digits=2)

        assert caught.value.code == "unsupported-engine"
        assert caught.value.location == ("digits",)
