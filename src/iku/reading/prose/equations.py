"""Sentences that compute: with signs, with words, or with a fraction over lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from iku.angka import Angka, parse_angka
from iku.reading.prose.choosing import find_formula, normalise_terms
from iku.reading.prose.comparisons import normalise_ratio, write_comparisons
from iku.reading.prose.doubt import Doubt
from iku.reading.prose.grouping import (
    check_percent,
    check_quotients,
    check_sum,
    normalise_factors,
    resolve_grouping,
)
from iku.reading.prose.names import normalise_phrase
from iku.reading.prose.scaling import check_satuan, check_slash, is_rate_of_itself, resolve_scale
from iku.reading.prose.scanning.assembly import build_expression
from iku.reading.prose.scanning.statements import (
    CLOSE,
    OPEN,
    TIMES,
    build_fractions,
    is_bar_lost,
    split_equations,
    split_statements,
)
from iku.reading.prose.scanning.tokens import Token, is_naming, is_operated, read_number
from iku.reading.prose.scanning.walking import split_prose
from iku.reading.prose.text.normalising import PICTURE
from iku.reading.prose.text.parts import normalise_item
from iku.reading.prose.wording import check_wording, take_scaled_divisors
from iku.tree import Constant, Multiply

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iku.reading.prose.names import Names
    from iku.reading.prose.scaling import Setting
    from iku.tree import Expression
    from iku.typing import Formula

_INDEXED: Final = re.compile(r"Σ ?(?:[_^]|[ij] ?=|[A-Za-z]{1,2}[ij]\b|\w+_\w)", re.IGNORECASE)
_LEVELS: Final = re.compile(r"Σ ?(?:tingkat|persentase|rata-rata|indeks|capaian)\b", re.IGNORECASE)
_TIME: Final = re.compile(
    r"(?:pada )?(?:tahun|periode|bulan|triwulan|semester)(?: (?:yang )?\S{1,12}){1,2}|[nt]-\d",
    re.IGNORECASE,
)
_RATE: Final = re.compile(
    r"(?P<name>.{3,}?)[ ,]+per (?P<per>10{2,}|10{0,2}(?:\.000)+)(?: \D.*)?$", re.IGNORECASE
)
_SHARE_BEHIND: Final = re.compile(r"(?P<name>.*?\S) ?\(?(?P<share>\d{1,3}(?:[.,]\d{1,3})? ?%)\)?$")
_EACH: Final = re.compile(r"\bmenjumlahkan .*\bmasing-masing\b", re.IGNORECASE)
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
    text = "\n".join([normalise_item(body[0]), *body[1:]])
    if _INDEXED.search(text):
        raise Doubt("penjumlahan Σ atas daftar yang tidak disebutkan satu per satu")
    scan = split_prose(text, symbols=frozenset(names.legend), indikator=setting.indikator)
    evidence = list(scan.evidence)
    statements = build_fractions(split_statements(scan.tokens), evidence)
    found = [
        side
        for statement in statements
        if (side := _find_side(_introduce(statement), names, setting, evidence))
    ]
    if not found:
        return None
    if len(found) > 1:
        raise Doubt("ada lebih dari satu rumus", *(build_expression(side, names) for side in found))
    tree = _settle(found[0], names, setting, evidence, noted=scan.percent)
    if conversion is not None:
        tree = Multiply((tree, Constant(conversion)))
        evidence.append(f"hasilnya dikonversi dengan nilai dasar {conversion}")
    percent = setting.satuan is None or setting.percent or _is_percent_printed(found[0])
    return Equation(find_formula(tree, percent=percent), tuple(dict.fromkeys(evidence)))


def _introduce(statement: Sequence[Token]) -> list[Token]:
    """Take away what introduces the quantity at the beginning of each side."""
    taken: list[Token] = []
    for token in statement:
        begins = not taken or taken[-1].kind in {"=", "("}
        if begins and token.kind == "name":
            taken.append(token._replace(text=normalise_phrase(normalise_item(token.text))))
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
        written = write_comparisons(side, names, evidence, related=setting.related)
        if is_naming(written) and is_operated(written):
            computing.append(normalise_ratio(written, evidence))
    if len(computing) > 1:
        trees = {build_expression(side, names): side for side in computing}
        if len(trees) > 1:
            raise Doubt("beberapa ruas persamaan menghitung hal yang berbeda", *trees)
    return computing[0] if computing else None


def _is_sampled(side: Sequence[Token]) -> bool:
    """Tell whether a number, perhaps with its unit, is divided by a quantity."""
    if len(side) < 3 or side[1].kind != "/" or side[2].kind != "name":
        return False
    return side[0].kind == "number" or read_number(side[0].text) is not None


def _is_percent_printed(side: Sequence[Token]) -> bool:
    return any(
        token.percent and token.value is not None and token.value.nilai == 100 for token in side
    )


def _settle(
    side: Sequence[Token], names: Names, setting: Setting, evidence: list[str], *, noted: bool
) -> Expression:
    """Put a side together, and decide what it leaves open."""
    _check_open_list(side)
    phrases = [token.text for token in side if token.kind == "name"]
    paired = names.pair_periods(phrases)
    evidence.extend(f"“{name}” dibaca pada dua periode" for name in paired)
    printed = _is_percent_printed(side)
    side = take_scaled_divisors(_take_rate(_take_roots(side, evidence), evidence), evidence)
    side = _take_weights(_take_percentages(side, evidence), evidence)
    check_wording(side, names)
    tree = resolve_grouping(
        normalise_factors(build_expression(side, names)),
        evidence,
        percent=printed or setting.percent,
    )
    if printed:
        check_percent(tree)
    check_quotients(tree)
    if is_rate_of_itself(setting, tree, paired=bool(paired)):
        raise Doubt("indikator menyebut perubahan, tetapi rumusnya tidak mengurangkan", tree)
    check_sum(tree)
    check_satuan(side, tree, setting)
    check_slash(side, tree, setting)
    ordered = normalise_terms(tree)
    return resolve_scale(ordered, setting, evidence, printed=printed, noted=noted)


def _take_percentages(side: Sequence[Token], evidence: list[str]) -> list[Token]:
    """Give a factor named in per cent ("x % betina produktif") its hundredth."""
    taken: list[Token] = []
    for token in side:
        factor = bool(taken) and taken[-1].kind == "*"
        taken.append(token)
        if factor and token.kind == "name" and token.text.startswith("% "):
            taken.extend((Token("/"), Token("number", "100", Angka("100"))))
            evidence.append(f"“{token.text}” adalah faktor dalam persen")
    return taken


def _take_roots(side: Sequence[Token], evidence: list[str]) -> list[Token]:
    """Read "^1/3" as a root: nobody raises to the first power and divides then."""
    taken = list(side)
    for at in range(len(taken) - 4, -1, -1):
        kinds = [token.kind for token in taken[at : at + 4]]
        if kinds == ["^", "number", "/", "number"] and taken[at + 1].text == "1":
            taken[at + 1 : at + 4] = [OPEN, *taken[at + 1 : at + 4], CLOSE]
            evidence.append("pangkat pecahan dibaca sebagai akar")
    return taken


def _take_rate(side: Sequence[Token], evidence: list[str]) -> list[Token]:
    """Read "A / B per 1.000 penduduk" as a rate: the words behind the divisor are its factor."""
    found = _RATE.fullmatch(side[-1].text) if side[-1].kind == "name" else None
    if found is None or not any(token.kind == "/" for token in side):
        return list(side)
    evidence.append(f"kata “per {found['per']}” di belakang penyebut menyebut pengalinya")
    number = Token("number", found["per"], parse_angka(found["per"]))
    return [*side[:-1], Token("name", found["name"]), TIMES, number]


def _take_weights(side: Sequence[Token], evidence: list[str]) -> list[Token]:
    """
    Read the terms of a sum that each have a share ("50% nilai A") as weighted.

    Raises:
        Doubt: Only some of them have one.
    """
    names = [token for token in side if token.kind == "name"]
    shares = {token: share for token in names if (share := _find_share(token.text))}
    summed = any(token.kind == "+" for token in side)
    if not shares or not summed or any(token.kind in "*/-" for token in side):
        return list(side)
    if len(shares) < len(names):
        raise Doubt("hanya sebagian suku yang berbobot")
    evidence.append("persentase pada setiap suku dibaca sebagai bobotnya")
    taken: list[Token] = []
    for token in side:
        if token in shares:
            number, name = shares[token]
            taken.extend((OPEN, Token("name", name), TIMES, number, CLOSE))
        else:
            taken.append(token)
    return taken


def _find_share(name: str) -> tuple[Token, str] | None:
    """Find the share that a name begins or ends with."""
    front = read_number(name)
    if front and front[0].percent and front[1]:
        return front[0], front[1].removeprefix("dari ")
    if behind := _SHARE_BEHIND.fullmatch(name):
        number = read_number(behind["share"])
        return (number[0], behind["name"].strip(" :=(")) if number else None
    return None


def _check_open_list(side: Sequence[Token]) -> None:
    """Refuse the mean of levels over a list that is only counted."""
    names = [token.text for token in side if token.kind == "name"]
    if any(_TIME.fullmatch(name) for name in names):
        raise Doubt("salah satu bagian hanya menyebut waktu, bukan besaran")
    if any(_EACH.search(name) for name in names):
        raise Doubt("penjumlahan atas daftar yang tidak disebutkan satu per satu")
    if is_bar_lost(side):
        raise Doubt("garis pecahan di antara dua baris tidak tercetak")
    if len(names) == 2 and _LEVELS.match(names[0]) and _OPEN_LIST.fullmatch(names[1].lower()):
        raise Doubt("rata-rata atas daftar yang tidak disebutkan satu per satu")
