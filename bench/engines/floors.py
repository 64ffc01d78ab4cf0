"""The floors: parsers that check JSON and build nothing."""

from __future__ import annotations

import json

import orjson

from .engine import Engine


def make_json() -> Engine:
    """Make the engine of the standard library."""
    return Engine(load=json.loads, dump=lambda value: json.dumps(value, ensure_ascii=False))


def make_orjson() -> Engine:
    """Make the engine of orjson."""
    return Engine(load=orjson.loads, dump=orjson.dumps)
