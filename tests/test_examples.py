"""The examples run, and print what they promise."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

EXAMPLES: Final = sorted((Path(__file__).parents[1] / "examples").glob("*.py"))
PROMISES: Final = {
    "01_first_document": "82,00",
    "02_read_official_text": "True",
    "03_compute": "(2 × 49 − 56,23) / 49 × 100% = 85,24%",
    "04_several_parts": "[unknown-ref]",
}


class TestExamples:
    """Short scripts that somebody may start from."""

    @pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
    def test_it_runs(
        self,
        path: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """From any folder, and it leaves nothing behind there."""
        monkeypatch.chdir(tmp_path)
        runpy.run_path(str(path), run_name="__main__")

        assert PROMISES.get(path.stem, "") in capsys.readouterr().out
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
    def test_it_is_short(self, path: Path) -> None:
        """An example is read before it is run."""
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 80


class TestNasional:
    """The long example, over fewer kabupaten."""

    def test_it_writes_values_means_and_a_chart(self, tmp_path: Path) -> None:
        """Progress goes beside the results, and what is written can be read again."""
        polars = pytest.importorskip("polars")
        pytest.importorskip("narwhals")
        script = Path(__file__).parents[1] / "examples" / "nasional" / "nasional.py"
        command = [sys.executable, str(script), "--small", "--output", str(tmp_path)]
        done = subprocess.run(  # noqa: S603 - ours
            command, check=True, capture_output=True, text=True
        )

        assert "sidik jari" in done.stdout
        assert "10/10 Pertumbuhan usaha mikro" in done.stderr
        assert "Sangat Tinggi" in (tmp_path / "predikat.svg").read_text(encoding="utf-8")
        values = polars.read_parquet(tmp_path / "nilai-MISKIN.parquet")
        assert len(values) == 12 * 3 * 10
        assert values.filter(
            polars.col("nilai").is_null() != polars.col("alasan").is_not_null()
        ).is_empty()
        nasional = polars.read_parquet(tmp_path / "nasional.parquet")
        assert len(nasional) == 10 * 10
