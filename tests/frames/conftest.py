"""Without the engines there is nothing to test here."""

from __future__ import annotations

from importlib.util import find_spec

ENGINES = ("narwhals", "polars", "pandas", "pyarrow", "duckdb")

collect_ignore_glob = [] if all(map(find_spec, ENGINES)) else ["test_*.py"]
