"""iku itself, through its front door, with every check."""

from __future__ import annotations

from iku.codec import Limits, dumps, loads

from .engine import Engine

LIMITS = Limits(bytes=64 * 1024 * 1024)
"""The indented form of the document is larger than the default allows."""


def make_iku() -> Engine:
    """Make the engine."""
    return Engine(load=lambda data: loads(data, limits=LIMITS), dump=dumps)
