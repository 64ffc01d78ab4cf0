"""
JSON in and out: strict, complete in its complaints, canonical in its text.

`loads`, `load`, `dumps` and `dump` are for documents; `configure` teaches
somebody else's cattrs converter the classes of `iku`, and `check_plugins` tells
which plug-ins cannot be used.
"""

from __future__ import annotations

from iku.codec.documents import check_plugins, dump, dumps, load, loads
from iku.codec.embedding import configure
from iku.codec.limits import Limits
from iku.codec.schema import json_schema

__all__ = [
    "Limits",
    "check_plugins",
    "configure",
    "dump",
    "dumps",
    "json_schema",
    "load",
    "loads",
]
