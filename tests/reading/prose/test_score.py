"""
How many real sentences are read right, and how many wrong.

Four collections: formulasi that offices printed (`prosa.json`), sentences of
other sectors whose formula was fixed before any reading was tuned
(`prosa_lain.json`), sentences with the typing habits of officials
(`prosa_dinas.json`), and seven rounds of found and of written ones
(`prosa_nyata.json`). A reading is right when it gives what the noted formula
gives for random values; a wrong one is worse than none.
"""

from __future__ import annotations

import json
import re
from fractions import Fraction
from itertools import permutations
from math import prod
from pathlib import Path
from random import Random
from typing import Final, NotRequired, TypedDict, cast

import pytest

from iku.formula import parse_formula
from iku.formula.lowering import lower_formula
from iku.reading import Pembacaan, parse_formulasi
from iku.tree import (
    Add,
    Constant,
    Divide,
    Expression,
    Input,
    Mean,
    Multiply,
    Previous,
    Subtract,
    Unlowered,
    Variable,
    collect_inputs,
    fold,
)


class Contoh(TypedDict):
    """One sentence, as it stands in the collection."""

    id: str
    teks: str
    indikator: NotRequired[str]
    satuan: NotRequired[str]
    harapan: str | None
    variabel: NotRequired[list[str]]


VECTORS: Final = Path(__file__).parents[2] / "vectors"
PRINTED: Final = cast("list[Contoh]", json.loads((VECTORS / "prosa.json").read_text())["contoh"])
OTHERS: Final = cast(
    "list[Contoh]", json.loads((VECTORS / "prosa_lain.json").read_text())["contoh"]
)
TYPED: Final = cast(
    "list[Contoh]", json.loads((VECTORS / "prosa_dinas.json").read_text())["contoh"]
)
FOUND: Final = cast(
    "list[Contoh]", json.loads((VECTORS / "prosa_nyata.json").read_text())["contoh"]
)
EARLIER: Final = re.compile(r"[nt] ?- ?\d|lalu\b|sebelumnya|tahun awal", re.IGNORECASE)
"""What a noted phrase says of an earlier period."""
ROUNDS: Final = 4
"""Sets of random values that two formulas are compared with."""


def is_computable(contoh: Contoh) -> bool:
    """A sum over a list that stays open counts as prose."""
    harapan = contoh["harapan"]
    return harapan is not None and "sum(" not in harapan


def compute(tree: Expression, values: dict[Input, Fraction]) -> Fraction:
    """Compute a tree, by no code of the library but its nodes."""

    def apply(node: Expression, parts: tuple[Fraction, ...]) -> Fraction:
        match node:
            case Constant():
                value = Fraction(node.value.nilai)
            case Variable() | Previous():
                value = values[node]
            case Add():
                value = sum(parts, Fraction(0))
            case Subtract():
                value = parts[0] - parts[1]
            case Multiply():
                value = prod(parts, start=Fraction(1))
            case Divide():
                value = parts[0] / parts[1]
            case Mean():
                value = sum(parts, Fraction(0)) / len(parts)
            case _:
                pytest.fail(f"no formula of the collections has a {type(node).__name__}")
        return value

    return fold(tree, apply)


def match_inputs(noted: list[str], found: list[Input]) -> tuple[int, ...]:
    """Say which of the variables that were found is which of those that are noted."""

    def resemble(phrase: str, one: Input) -> float:
        name = one.kode + (" lalu n 1 sebelumnya" if one.steps else "")
        left, right = (set(re.findall(r"\w+", text.lower())) for text in (phrase, name))
        return len(left & right) / max(1, len(left | right))

    def rate(order: tuple[int, ...]) -> float:
        return sum(resemble(phrase, found[at]) for phrase, at in zip(noted, order, strict=True))

    orders = permutations(range(len(found))) if len(found) <= 6 else [tuple(range(len(found)))]
    return max(orders, key=rate)


def judge(contoh: Contoh) -> str:
    """Say how a sentence was read: `right`, `wrong`, `missed` or `kept` as prose."""
    bacaan = parse_formulasi(
        contoh["teks"], indikator=contoh.get("indikator"), satuan=contoh.get("satuan")
    )
    tree = lower_formula(bacaan.formula)
    computable = is_computable(contoh)
    if isinstance(tree, Unlowered):
        return "missed" if computable else "kept"
    return "right" if computable and is_same(contoh, tree) else "wrong"


def is_same(contoh: Contoh, tree: Expression) -> bool:
    """Compare a tree with the noted formula, on random values."""
    noted = parse_formula(contoh["harapan"] or "").lower()
    letters, found = collect_inputs(noted), list(collect_inputs(tree))
    if len(letters) != len(found):
        return False
    meanings = dict(
        zip(sorted(one.kode for one in letters), contoh.get("variabel", []), strict=True)
    )
    order = match_inputs([meanings[one.kode] for one in letters], found)
    for letter, at in zip(letters, order, strict=True):
        if isinstance(found[at], Previous) and not EARLIER.search(meanings[letter.kode]):
            return False
    random = Random(contoh["id"])  # noqa: S311 - figures, no secrets
    for _ in range(ROUNDS):
        values = {one: Fraction(random.randint(1, 999), random.randint(1, 9)) for one in found}
        given = {letter: values[found[at]] for letter, at in zip(letters, order, strict=True)}
        if compute(noted, given) != compute(tree, values):
            return False
    return True


class TestPrintedSentences:
    """Sentences of real documents."""

    def test_score(self) -> None:
        """At least nine in ten of the computable ones are right, and none is wrong."""
        results = {contoh["id"]: judge(contoh) for contoh in PRINTED}
        computable = [contoh["id"] for contoh in PRINTED if is_computable(contoh)]

        assert [name for name, result in results.items() if result == "wrong"] == []
        assert len(PRINTED) == 166
        assert sum(results[name] == "right" for name in computable) >= 0.9 * len(computable)

    @pytest.mark.parametrize("contoh", PRINTED, ids=lambda contoh: contoh["id"])
    def test_evidence(self, contoh: Contoh) -> None:
        """Whatever is concluded says why, and describes the variables it names."""
        bacaan = parse_formulasi(
            contoh["teks"], indikator=contoh.get("indikator"), satuan=contoh.get("satuan")
        )
        named = {one.kode for one in bacaan.variabel}

        assert bacaan.bukti
        assert set(bacaan.formula.variables) <= named
        assert isinstance(bacaan, Pembacaan)


class TestOtherSentences:
    """Sentences that nobody printed, and printed ones that were found later."""

    @pytest.mark.parametrize(
        "collection", [OTHERS, TYPED, FOUND], ids=["sectors", "habits", "rounds"]
    )
    def test_score(self, collection: list[Contoh]) -> None:
        """At least nine in ten of the computable ones are right, and none is wrong."""
        results = {contoh["id"]: judge(contoh) for contoh in collection}

        assert [name for name, result in results.items() if result == "wrong"] == []
        assert list(results.values()).count("right") >= 0.9 * sum(map(is_computable, collection))
