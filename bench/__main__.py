"""
Measure loading and dumping against peers, and the cost of imports.

Run as `python -m bench` from the root of the project; see `bench/README.md`.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from . import imports
from .engines import NAMES
from .report import Results, list_bars, write_report
from .speed import Times

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("iku", "attrs", "cattrs", "msgspec", "orjson", "pydantic")


def main() -> None:
    """Measure everything in one run and print it."""
    options = _read_options()
    results = _measure(options)
    print(write_report(results))
    if options.json:
        found = {
            "python": sys.version,
            "machine": platform.platform(),
            "packages": {name: version(name) for name in PACKAGES},
            "options": {**vars(options), "json": str(options.json)},
            **asdict(results),
            "bars": list_bars(results),
        }
        options.json.write_text(json.dumps(found, indent=2), encoding="utf-8")


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--indicators", type=int, default=10_000, help="size of the document")
    parser.add_argument("--seed", type=int, default=1, help="of the document")
    parser.add_argument(
        "--indented", action="store_true", help="measure the form that dumps writes"
    )
    parser.add_argument("--rounds", type=int, default=7, help="of loading and dumping")
    parser.add_argument("--import-rounds", type=int, default=21, help="of imports")
    parser.add_argument("--json", type=Path, help="write what was measured to this file")
    return parser.parse_args()


def _measure(options: argparse.Namespace) -> Results:
    # Everything large happens in children; see bench.memory.
    with TemporaryDirectory() as folder:
        path = Path(folder, "dokumen.json")
        form = "indented" if options.indented else "compact"
        _run("document", options.indicators, options.seed, form, path)
        memory = {name: json.loads(_run("memory", name, path)) for name in NAMES}
        speed = json.loads(_run("speed", path, options.rounds))
        return Results(
            size=path.stat().st_size,
            speed={name: Times(**times) for name, times in speed.items()},
            memory=memory,
            let_pass=json.loads(_run("faults")),
            imports=imports.measure(options.import_rounds),
        )


def _run(module: str, *arguments: object) -> str:
    command = [sys.executable, "-m", f"bench.{module}", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603 - ours
    return done.stdout


if __name__ == "__main__":
    main()
