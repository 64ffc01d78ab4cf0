"""Sentences that compute: with signs, with words, or with a fraction over lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from iku.reading.prose.choosing import find_formula, normalise_terms
from iku.reading.prose.comparisons import SAID, normalise_ratio, write_comparisons
from iku.reading.prose.doubt import Doubt
from iku.reading.prose.grouping import (
    find_alike_mean,
    normalise_factors,
    resolve_group,
    resolve_grouping,
)
from iku.reading.prose.names import Names, normalise_phrase
from iku.reading.prose.plausibility import (
    check_percent,
    check_quotients,
    check_shares,
    check_sum,
)
from iku.reading.prose.scaling import check_satuan, check_slash, is_rate_of_itself, resolve_scale
from iku.reading.prose.scanning.assembly import build_expression, is_grouped
from iku.reading.prose.scanning.statements import (
    build_fractions,
    is_bar_lost,
    split_equations,
    split_statements,
)
from iku.reading.prose.scanning.tokens import (
    Token,
    is_hundred_percent,
    is_naming,
    is_operated,
    read_number,
)
from iku.reading.prose.scanning.walking import split_prose
from iku.reading.prose.sides.divisors import take_lost_divisor
from iku.reading.prose.sides.factors import (
    take_percentages,
    take_rate,
    take_roots,
    take_weights,
)
from iku.reading.prose.sides.periods import match_names, write_periods
from iku.reading.prose.sides.remnants import check_remnants
from iku.reading.prose.sides.wording import check_wording, take_scaled_divisors
from iku.reading.prose.text.definitions import find_definition
from iku.reading.prose.text.fixing import fix_operations, split_fraction, write_constant
from iku.reading.prose.text.normalising import PICTURE
from iku.reading.prose.text.parts import normalise_item, normalise_items
from iku.reading.prose.text.samples import normalise_samples
from iku.tree import Constant, Multiply

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.angka import Angka
    from iku.reading.prose.scaling import Setting
    from iku.tree import Expression
    from iku.typing import Formula

_INDEXED: Final = re.compile(
    r"Σ ?(?:[_^]|[ij] ?=|[A-Za-z]{1,2}[ij]\b|\w+_\w|\w{1,2}[ᵢⱼₖ])", re.IGNORECASE
)
_COMING: Final = re.compile(r"(?:\(|\b(?:tahun|thn\.?|periode) )[nt]\+1(?!\d)", re.IGNORECASE)
_ABSOLUTE: Final = re.compile(
    r"\|[^|\n]{1,200}[-+−][^|\n]{1,200}\||\bselisih (?:absolut|mutlak)\b", re.IGNORECASE
)
_LEVELS: Final = re.compile(r"Σ ?(?:tingkat|persentase|rata-rata|indeks|capaian)\b", re.IGNORECASE)
_TIME: Final = re.compile(
    r"(?:pada )?(?:tahun|periode|bulan|triwulan|semester)(?: (?:yang )?\S{1,12}){1,2}|[nt]-\d",
    re.IGNORECASE,
)
_SYMBOL_BEHIND: Final = re.compile(r".* \(([A-Za-z]\w{0,3})\)")
_EACH: Final = re.compile(r"\bmenjumlahkan .*\bmasing-masing\b", re.IGNORECASE)
_AGGREGATES: Final = frozenset({"rata-rata", "rerata", "total", "akumulasi", "penjumlahan"})
_OPEN_LIST: Final = re.compile(r"(?:jumlah|banyak(?:nya)?) data|[nN]")


class Equation(NamedTuple):
    """A formula that was read from a computing sentence."""

    formula: Formula
    """The formula."""
    evidence: tuple[str, ...]
    """What it rests on."""


def read_equation(
    body: Sequence[str], names: Names, setting: Setting, *, conversion: Angka | None = None
) -> Equation | None:
    """
    Read the computing sentence of a cell; None where nothing is computed.

    `conversion` is the factor by which the value is converted afterwards.

    Raises:
        Doubt: The sentence can be read in several ways, or there are several formulas.
        FormulaError: The tree is beyond a limit.
    """
    text, fixed = _prepare(body)
    if _ABSOLUTE.search(text):
        raise Doubt("nilai mutlak tidak ada di dalam model rumus")
    if _INDEXED.search(text):
        raise Doubt("penjumlahan Σ atas daftar yang tidak disebutkan satu per satu")
    if _COMING.search(text):
        raise Doubt("nilai periode yang akan datang tidak ada di dalam model rumus")
    scan = split_prose(text, symbols=frozenset(names.legend), indikator=setting.indikator)
    evidence = [*fixed, *scan.evidence]
    statements = build_fractions(split_statements(scan.tokens), evidence, names.legend)
    found = [
        side
        for statement in statements
        if (side := _find_side(_introduce(statement), names, setting, evidence))
    ]
    if not found:
        return None
    found = [found[0], *(side for side in found[1:] if not _is_restated(found[0], side))]
    _check_single(found, statements, names)
    said = SAID in evidence and setting.satuan is None
    tree = _settle(found[0], names, setting, evidence, noted=_note(remark=scan.percent, said=said))
    if conversion is not None:
        tree = Multiply((tree, Constant(conversion)))
        evidence.append(f"hasilnya dikonversi dengan nilai dasar {conversion}")
    percent = setting.satuan is None or setting.percent or _is_percent_printed(found[0])
    return Equation(find_formula(tree, percent=percent), tuple(dict.fromkeys(evidence)))


def _prepare(body: Sequence[str]) -> tuple[str, list[str]]:
    """Give the text without samples, slips and definitions, and what was understood."""
    plain = "\n".join(normalise_samples(normalise_items(body)))
    text, evidence = fix_operations(write_constant(split_fraction(plain)))
    if begin := find_definition(text):
        evidence.append("kalimat di belakang faktor menjelaskan istilah di dalam rumus")
    return text[: begin or None], evidence


def _note(*, remark: bool, said: bool) -> str:
    """Say what stands for "× 100%": a remark behind the formula, or a word before it."""
    if remark:
        return "keterangan “dalam %” menggantikan “× 100%”"
    return "kata itu menggantikan “× 100%”, yang tidak tercetak" if said else ""


def _introduce(statement: Sequence[Token]) -> list[Token]:
    """Take away what introduces the quantity at the beginning of each side."""
    taken: list[Token] = []
    for token in statement:
        begins = not taken or taken[-1].kind in {"=", "("}
        if begins and token.kind == "name":
            plain = normalise_phrase(normalise_item(token.text)).removeprefix(": ")
            taken.append(token._replace(text=plain or token.text))
        else:
            taken.append(token)
    return taken


def _find_side(
    statement: Sequence[Token], names: Names, setting: Setting, evidence: list[str]
) -> list[Token] | None:
    """Find the side of a statement that computes, with the comparisons in it written out."""
    if any(PICTURE in token.text for token in statement):
        return None
    _, sides = split_equations(statement)
    equated = sum(token.kind == "=" for token in statement)
    if equated > 1 and any(map(_is_sampled, sides)):
        raise Doubt("angka contoh berdiri di tengah rumus")
    computing: list[list[Token]] = []
    for side in sides:
        written = write_comparisons(side, names, evidence, setting)
        if is_naming(written) and is_operated(written):
            computing.append(normalise_ratio(written, evidence))
    computing = [
        side for at, side in enumerate(computing) if not at or not _is_restated(computing[0], side)
    ]
    if len(computing) > 1:
        trees = {build_expression(side, names): side for side in computing}
        if len(trees) > 1:
            raise Doubt("beberapa ruas persamaan menghitung hal yang berbeda", *trees)
    return computing[0] if computing else None


def _is_restated(side: Sequence[Token], other: Sequence[Token]) -> bool:
    """Tell whether a side says with symbols what another says with phrases: "desa aktif (A)"."""
    kinds = [token.kind for token in side]
    # One division and one factor need no parentheses.
    grouped = not {"+", "-"}.isdisjoint(kinds) or max(kinds.count("/"), kinds.count("*")) > 1
    plain, again = (
        [
            (token.kind, token.value or _name_plainly(token))
            for token in tokens
            if grouped or token.kind not in {"(", ")"}
        ]
        for tokens in (side, other)
    )
    return plain == again


def _check_single(
    found: Sequence[Sequence[Token]], statements: Sequence[Sequence[Token]], names: Names
) -> None:
    """Refuse several formulas, computed or in words."""
    named = _list_names(found[0])
    many = found if len(found) > 1 else ()
    if many or any(_aggregates(statement, named) for statement in statements):
        raise Doubt("ada lebih dari satu rumus", *(build_expression(side, names) for side in many))


def _aggregates(statement: Sequence[Token], names: Sequence[str]) -> bool:
    """Tell whether a statement defines another value in words: "Skor akhir = rata-rata skor"."""
    if [token.kind for token in statement] != ["name", "=", "name"]:
        return False
    label, _, said = statement
    return said.first in _AGGREGATES and " " in said.text and label.text not in names


def _name_plainly(token: Token) -> str:
    return _SYMBOL_BEHIND.sub(r"\1", token.text).lower() if token.kind == "name" else ""


def _is_sampled(side: Sequence[Token]) -> bool:
    """Tell whether a quantity is added to a number, perhaps with its unit, or divides it."""
    if len(side) < 3 or side[1].kind not in {"/", "+"} or side[2].kind != "name":
        return False
    return side[0].kind == "number" or read_number(side[0].text) is not None


def _is_percent_printed(side: Sequence[Token]) -> bool:
    return any(map(is_hundred_percent, side))


def _settle(
    side: Sequence[Token], names: Names, setting: Setting, evidence: list[str], *, noted: str
) -> Expression:
    """Put a side together, and decide what it leaves open."""
    side = write_periods(side, evidence)
    _check_open_list(side)
    paired = names.pair_periods(_list_names(side))
    evidence.extend(f"“{name}” dibaca pada dua periode" for name in paired)
    printed = _is_percent_printed(side)
    side = take_lost_divisor(side, names, setting.indikator, evidence)
    side = take_scaled_divisors(take_rate(take_roots(side, evidence), evidence), evidence)
    side = take_weights(take_percentages(side, evidence), names, evidence)
    check_wording(side, names)
    check_remnants(side)
    percent = printed or setting.percent
    tree = _build(side, names, evidence, percent=percent)
    if alike := match_names(side, names):
        known = Names(names.legend)
        known.pair_periods(_list_names(alike))
        raise Doubt(
            "besaran pada dua periode disebut dengan nama yang berbeda",
            tree,
            _build(alike, known, [], percent=percent),
        )
    if printed:
        check_percent(tree)
    check_quotients(tree)
    check_shares(tree)
    if is_rate_of_itself(setting, tree, paired=bool(paired)):
        raise Doubt("indikator menyebut perubahan, tetapi rumusnya tidak mengurangkan", tree)
    check_sum(tree)
    check_satuan(side, tree, setting)
    check_slash(side, tree, setting)
    ordered = normalise_terms(tree)
    return resolve_scale(ordered, setting, evidence, printed=printed, noted=noted)


def _list_names(side: Sequence[Token]) -> list[str]:
    return [token.text for token in side if token.kind == "name"]


def _build(
    side: Sequence[Token], names: Names, evidence: list[str], *, percent: bool
) -> Expression:
    """Build the tree of a side, with the parentheses that were left out."""
    plain = normalise_factors(build_expression(side, names))
    if mean := find_alike_mean(plain):
        evidence.append("tanpa kurung; pembagi sama dengan banyaknya suku yang sejenis")
        return mean
    if not percent and is_grouped(side):
        return plain
    return resolve_grouping(resolve_group(plain, evidence), evidence, percent=percent)


def _check_open_list(side: Sequence[Token]) -> None:
    """Refuse the mean of levels over a list that is only counted."""
    names = _list_names(side)
    if any(_TIME.fullmatch(name) for name in names):
        raise Doubt("salah satu bagian hanya menyebut waktu, bukan besaran")
    if any(_EACH.search(name) for name in names):
        raise Doubt("penjumlahan atas daftar yang tidak disebutkan satu per satu")
    if is_bar_lost(side):
        raise Doubt("garis pecahan di antara dua baris tidak tercetak")
    if len(names) == 2 and _LEVELS.match(names[0]) and _OPEN_LIST.fullmatch(names[1].lower()):
        raise Doubt("rata-rata atas daftar yang tidak disebutkan satu per satu")
