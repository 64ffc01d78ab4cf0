"""Limits of reading: exactly what is needed is enough, and less is not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from iku.angka import Angka
from iku.codec import Limits, dumps, loads
from iku.domain import Dokumen, Periode
from iku.errors import IkuError, LoadError
from iku.testing.strategies import dokumen

if TYPE_CHECKING:
    from collections.abc import Iterator


def _codes(text: str, limits: Limits) -> set[str]:
    with pytest.raises(LoadError) as caught:
        loads(text, limits=limits)
    return {fault.code for fault in cast("tuple[IkuError, ...]", caught.value.exceptions)}


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in cast("dict[str, object]", value).items():
            yield key
            yield from _strings(item)
    elif isinstance(value, list):
        for item in cast("list[object]", value):
            yield from _strings(item)


def _depth(value: object) -> int:
    if isinstance(value, dict):
        return 1 + max(map(_depth, cast("dict[str, object]", value).values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(_depth, cast("list[object]", value)), default=0)
    return 0


def _nodes(value: object) -> int:
    if isinstance(value, dict):
        return 1 + sum(map(_nodes, cast("dict[str, object]", value).values()))
    return 1 + sum(map(_nodes, cast("list[object]", value))) if isinstance(value, list) else 0


def _held(value: object, kind: type) -> Iterator[Any]:
    """Give every value of a class that a document holds."""
    waiting = [value]
    while waiting:
        found = waiting.pop()
        if isinstance(found, kind):
            yield found
        elif isinstance(found, tuple):
            waiting.extend(cast("tuple[object, ...]", found))
        elif attrs.has(type(found)):
            fields = attrs.fields(cast("type[attrs.AttrsInstance]", type(found)))
            waiting.extend(getattr(found, field.name) for field in fields)


def _measure(made: Dokumen, text: str) -> dict[str, tuple[int, str]]:
    """Say how much of each limit a document needs, and the code of having less."""
    plain = json.loads(text, parse_float=str, parse_int=str)
    numbers = [item.teks.lstrip("-") for item in _held(made, Angka)]
    needed = {
        "bytes": (len(text.encode()), "too-large"),
        "depth": (_depth(plain), "too-deep"),
        "nodes": (_nodes(plain), "too-many-nodes"),
        "text": (max(map(len, _strings(plain))), "text-too-long"),
    }
    if numbers:
        needed["digits"] = (
            max(len(digits.replace(".", "")) for digits in numbers),
            "number-too-long",
        )
        needed["decimals"] = (
            max(len(digits.partition(".")[2]) for digits in numbers),
            "number-too-long",
        )
    years = [item for item in _held(made, Periode) if item.tahun is not None]
    if years:
        lengths = [(item.tahun_akhir or item.tahun) - item.tahun + 1 for item in years]
        needed["span"] = (max(lengths), "bad-periode")
        needed["last_year"] = (max(item.tahun_akhir or item.tahun for item in years), "bad-periode")
    return needed


class TestLimits:
    """A document that needs all of a limit is read, with one less it is not, more never hurts."""

    @given(dokumen(), st.data())
    def test_the_limit_is_inside(self, made: Dokumen, data: st.DataObject) -> None:
        """For every limit of reading."""
        text = dumps(made)
        needed = _measure(made, text)
        name = data.draw(st.sampled_from(sorted(needed)))
        amount, code = needed[name]
        if name == "text":
            assume(amount > 60)  # what is shorter may be a number or a period
        for more in (0, 1):
            assert loads(text, limits=_limits(name, amount + more)) == made
        least = {"decimals": 0, "last_year": 1900}.get(name, 1)
        if amount > least:
            assert _codes(text, _limits(name, amount - 1)) == {code}


def _limits(name: str, amount: int) -> Limits:
    highest = {"depth": 100, "last_year": 2200, "span": 100}.get(name, amount)
    return Limits(**cast("Any", {name: min(amount, highest)}))
