"""
Peak memory of loading and dumping one file with one engine, in a process of its own.

The base is the process that has imported the engine, used it on a small
document and holds the bytes of the file. The system passes the peak of a
parent on to its child, so whoever starts this must be small.
Run as `python -m bench.memory ENGINE FILE`; prints JSON, in MiB.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

from .document import make_text
from .engines import make_engine

_UNIT = 1024 * 1024 if sys.platform == "darwin" else 1024


def _read_peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _UNIT


def measure(name: str, path: Path) -> dict[str, float]:
    """Load the file, then write it, and tell how far the peak rose by then."""
    engine = make_engine(name)
    engine.dump(engine.load(make_text(200, seed=2, compact=True).encode()))
    data = path.read_bytes()
    base = _read_peak()
    value = engine.load(data)
    loaded = _read_peak()
    engine.dump(value)
    return {"base": base, "load": loaded - base, "load_and_dump": _read_peak() - base}


if __name__ == "__main__":
    json.dump(measure(sys.argv[1], Path(sys.argv[2])), sys.stdout)
