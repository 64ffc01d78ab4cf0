"""
CPU seconds of loading and dumping one file, all engines in one process.

Each round runs the engines in another order, so that what the machine does
meanwhile strikes all alike. The garbage collector stays on, as it is in use.
Run as `python -m bench.speed FILE ROUNDS`; prints JSON.
"""

from __future__ import annotations

import gc
import json
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random
from time import process_time
from typing import TYPE_CHECKING

from .document import make_text
from .engines import NAMES, make_engine

if TYPE_CHECKING:
    from .engines.engine import Engine


@dataclass
class Times:
    """What one engine took, in CPU seconds."""

    set_up: float
    """Making it and its first use, on a small document; imports included."""
    load: list[float] = field(default_factory=list)
    """Each loading."""
    dump: list[float] = field(default_factory=list)
    """Each dumping of what was loaded."""
    written: int = 0
    """Bytes of what it dumps."""


def measure(path: Path, rounds: int) -> dict[str, Times]:
    """Measure every engine so many times."""
    data = path.read_bytes()
    engines: dict[str, Engine] = {}
    found: dict[str, Times] = {}
    for name in NAMES:
        begin = process_time()
        engines[name] = make_engine(name)
        _require_round_trip(engines[name])
        found[name] = Times(process_time() - begin)
    random = Random(0)  # noqa: S311 - it guards nothing
    for _ in range(rounds):
        for name in random.sample(NAMES, len(NAMES)):
            _measure_once(engines[name], data, found[name])
    return found


def _require_round_trip(engine: Engine) -> None:
    """Stop where an engine drops or changes something; also its first, slow use."""
    text = make_text(200, seed=2, compact=True)
    if json.loads(engine.dump(engine.load(text.encode()))) != json.loads(text):
        raise SystemExit(f"{engine} does not give back what it reads")


def _measure_once(engine: Engine, data: bytes, found: Times) -> None:
    gc.collect()
    begin = process_time()
    value = engine.load(data)
    loaded = process_time()
    text = engine.dump(value)
    dumped = process_time()
    found.load.append(loaded - begin)
    found.dump.append(dumped - loaded)
    found.written = len(text if isinstance(text, bytes) else text.encode())


if __name__ == "__main__":
    times = measure(Path(sys.argv[1]), int(sys.argv[2]))
    json.dump({name: asdict(one) for name, one in times.items()}, sys.stdout)
