"""Where the rows are computed: in this process with polars, or by Spark, on many machines."""

from __future__ import annotations

from shutil import rmtree
from typing import TYPE_CHECKING, Any, Protocol

import polars as pl

if TYPE_CHECKING:
    from pathlib import Path


class Engine(Protocol):
    """What reads and writes the rows; what lies between is the same in every engine."""

    def read(self, path: Path) -> Any:  # noqa: ANN401 - a frame of the engine
        """Give a file or folder of Parquet as a frame that computes nothing yet."""

    def write(self, frame: Any, path: Path) -> None:  # noqa: ANN401
        """Compute a frame into Parquet."""

    def stop(self) -> None:
        """Let go of what it holds."""


class Polars:
    """In this process, batch by batch."""

    def read(self, path: Path) -> pl.LazyFrame:
        """Give a frame that computes nothing yet."""
        return pl.scan_parquet(path)

    def write(self, frame: pl.LazyFrame, path: Path) -> None:
        """Compute it and write one file."""
        if path.is_dir():
            rmtree(path)  # Spark wrote here before
        frame.collect().write_parquet(path)

    def stop(self) -> None:
        """Do nothing."""


class Spark:
    """On a cluster, or in the local mode: `local[2]`."""

    def __init__(self, master: str) -> None:
        """Start a session; it needs Java 17 and `pip install 'iku[spark]'`."""
        from pyspark.sql import SparkSession  # noqa: PLC0415 - only who asks for it has it

        builder = SparkSession.builder.master(master).appName("nasional")
        builder = builder.config("spark.ui.enabled", "false")
        builder = builder.config("spark.ui.showConsoleProgress", "false")
        builder = builder.config("spark.log.level", "ERROR")
        self._session = builder.config("spark.sql.shuffle.partitions", "4").getOrCreate()

    def read(self, path: Path) -> Any:  # noqa: ANN401 - Spark need not be there
        """Give a frame that computes nothing yet."""
        return self._session.read.parquet(str(path))

    def write(self, frame: Any, path: Path) -> None:  # noqa: ANN401
        """Compute it and write a folder, one file for each part of the rows."""
        frame.write.mode("overwrite").parquet(str(path))

    def stop(self) -> None:
        """End the session."""
        self._session.stop()


def start(name: str) -> Engine:
    """Start the engine of a name: `polars`, or the address of a master of Spark."""
    return Polars() if name == "polars" else Spark(name)
