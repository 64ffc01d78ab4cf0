"""
A standalone cluster of Spark on this machine: one master and two workers on loopback.

Run as `python -m bench.spark.cluster COMMAND ...` from the root of the project, it starts
the cluster, runs the command with the address of the master as its last argument,
and stops everything, also where the command fails or is interrupted.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import TYPE_CHECKING, Final

import pyspark

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

HOST: Final = "127.0.0.1"
WORKERS: Final = 2
CORES: Final = 1
"""Of each worker."""
MEMORY: Final = "2g"
"""Of each worker."""
PATIENCE: Final = 60.0
"""Seconds that a part of the cluster may take to start, or to stop."""

HOME: Final = Path(pyspark.__file__).parent
"""The Spark that pip installed, with its Java classes."""


def make_environment() -> dict[str, str]:
    """Give what Spark needs to find itself, this Python and no network."""
    return {
        **os.environ,
        "SPARK_HOME": str(HOME),
        "SPARK_LOCAL_IP": HOST,
        "SPARK_MASTER_OPTS": "-Dspark.master.rest.enabled=false",
        "PYSPARK_PYTHON": sys.executable,
        "PYSPARK_DRIVER_PYTHON": sys.executable,
    }


@contextmanager
def start_cluster(workers: int = WORKERS) -> Iterator[str]:
    """Start a master and its workers, give the address, and stop them all at the end."""
    port = _find_port()
    url = f"spark://{HOST}:{port}"
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="iku-spark-")))
        master = ("master.Master", "--host", HOST, "--port", str(port), "--webui-port", "0")
        log = folder / "master.log"
        _wait_for("I have been elected leader", log, stack.enter_context(_start(log, *master)))
        for number in range(1, workers + 1):
            place = ("--work-dir", str(folder / f"work-{number}"), "--host", HOST)
            size = ("--cores", str(CORES), "--memory", MEMORY, "--webui-port", "0")
            log = folder / f"worker-{number}.log"
            worker = stack.enter_context(_start(log, "worker.Worker", *place, *size, url))
            _wait_for("Successfully registered with master", log, worker)
        yield url


@contextmanager
def _start(log: Path, name: str, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [str(HOME / "bin" / "spark-class"), f"org.apache.spark.deploy.{name}", *arguments]
    with log.open("wb") as output:
        # `spark-class` becomes the Java process, so this is its own id.
        process = subprocess.Popen(  # noqa: S603 - ours
            command, stdout=output, stderr=output, env=make_environment()
        )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_for(text: str, log: Path, process: subprocess.Popen[bytes]) -> None:
    end = monotonic() + PATIENCE
    while text not in log.read_text(errors="replace"):
        if process.poll() is not None or monotonic() > end:
            raise SystemExit(f"{log.stem} did not start:\n{log.read_text(errors='replace')}")
        sleep(0.1)


def _find_port() -> int:
    with socket.socket() as free:
        free.bind((HOST, 0))
        port: int = free.getsockname()[1]
        return port


def stop_on_signal() -> None:
    """Let a polite request to end unwind the stack, so that nothing is left running."""

    def leave(number: int, _: FrameType | None) -> None:
        raise SystemExit(128 + number)

    signal.signal(signal.SIGTERM, leave)


def main() -> None:
    """Run a command with a cluster beside it."""
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    stop_on_signal()
    with start_cluster() as url:
        print(f"{WORKERS} workers at {url}", file=sys.stderr)
        done = subprocess.run([*sys.argv[1:], url], check=False, env=make_environment())  # noqa: S603 - the user's own
    raise SystemExit(done.returncode)


if __name__ == "__main__":
    main()
