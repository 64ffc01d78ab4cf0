"""
CPU milliseconds of imports, each in a new process, above a bare Python.

All find their bytecode compiled, as an installed package has it: the first,
uncounted round writes it into a folder of its own.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

STATEMENTS: Final = {
    "bare": "pass",
    "attrs": "import attrs",
    "iku": "import iku",
    "iku.Dokumen": "import iku; iku.Dokumen",
    "iku.codec": "import iku; iku.codec.loads",
    "cattrs": "import cattrs",
    "pydantic": "import pydantic; pydantic.BaseModel",
}
"""What is run, by name."""


def measure(rounds: int) -> dict[str, list[float]]:
    """Give the milliseconds of every statement, in each round in another order."""
    found: dict[str, list[float]] = {name: [] for name in STATEMENTS}
    random = Random(0)  # noqa: S311 - it guards nothing
    with TemporaryDirectory() as folder:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for statement in STATEMENTS.values():
            _run(statement, environment)
        for _ in range(rounds):
            for name in random.sample(list(STATEMENTS), len(STATEMENTS)):
                found[name].append(_run(STATEMENTS[name], environment))
    return found


def _run(statement: str, environment: dict[str, str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", statement], env=environment, check=True)  # noqa: S603 - ours
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
