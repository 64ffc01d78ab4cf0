"""
Writes the page that lists every capaian rule.

The page is `reference/aturan.md`; `python docs/_aturan.py` writes it anew, and a
test tells when that was forgotten.
"""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs

from iku.angka import Angka
from iku.domain import Predikat, Skala, StatusRujukan
from iku.domain.indikator import Polaritas
from iku.formula.mathematics import write_latex, write_mathml
from iku.regulations import perka_bkn_1_2013, permenpanrb_8_2021
from iku.scoring import (
    AmbangTarget,
    AturanMenurutPolaritas,
    AturanMenurutTarget,
    DuaTargetMinusRealisasi,
    KedekatanTarget,
    RealisasiPerTarget,
    RentangTarget,
    SelisihBertanda,
    SkorPredikat,
    TargetPerRealisasi,
    TercapaiAtauTidak,
    Tonggak,
)
from iku.tree import Unlowered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iku.typing import CapaianRule

PAGE: Final = Path(__file__).parent / "reference" / "aturan.md"
_INTRODUCTION: Final = """\
# Aturan capaian

Every rule that compares a realisasi with its target, under its name, with its source. None is
ever chosen for you: a document says which one it uses (`Dokumen.aturan_capaian`, or
`Indikator.aturan_capaian` where one differs), and `iku.compute_capaian` takes it as an argument.
How to use them: [capaian](scoring.md). How to bring one of your own:
[rules of your own](../how-to/aturan-capaian.md).

"Better" is the side of the target that a rule rewards. "100" says that a target which is met
exactly gives exactly 100. The fields `minimum` and `maksimum` are floor and cap, none unless they
are given; `target_nol` says what a target of zero means. A rule that is unverified needs
`allow_unverified=True`, alone or inside another one.

| class | tag | better | 100 | fields | status |
|---|---|---|---|---|---|
"""

_SKALA: Final = Skala(
    kode="contoh", nama="Contoh", predikat=(Predikat(label="B", skor=Angka("1")),)
)
_NORMAL: Final = RealisasiPerTarget()
EXAMPLES: Final[tuple[CapaianRule, ...]] = (
    _NORMAL,
    DuaTargetMinusRealisasi(),
    TargetPerRealisasi(),
    KedekatanTarget(),
    SelisihBertanda(polaritas=Polaritas.POSITIF),
    SelisihBertanda(polaritas=Polaritas.NEGATIF),
    SelisihBertanda(polaritas=Polaritas.STABIL),
    RentangTarget(aturan=_NORMAL),
    AmbangTarget(aturan=_NORMAL),
    TercapaiAtauTidak(),
    SkorPredikat(skala=_SKALA, aturan=_NORMAL),
    Tonggak(),
    permenpanrb_8_2021.NILAI_IKI.isi,
    perka_bkn_1_2013.NILAI_WAKTU_BIAYA.isi,
    AturanMenurutPolaritas(positif=_NORMAL),
    AturanMenurutTarget(angka=_NORMAL),
)
"""One of each, or more where a parameter changes the formula."""

_INNER: Final = frozenset({RentangTarget, AmbangTarget, SkorPredikat})
"""Rules that have the formula of the rule inside them."""
_KINDS: Final = tuple(dict.fromkeys(map(type, EXAMPLES)))


def write_page() -> str:
    """Write the page."""
    rows = "".join(f"{row}\n" for row in map(_write_row, _KINDS))
    return _INTRODUCTION + rows + "\n" + "\n".join(_write_sections())


def _write_row(kind: type[CapaianRule]) -> str:
    polaritas = vars(kind).get("polaritas")
    better = polaritas.value if isinstance(polaritas, Polaritas) else "–"
    if "polaritas" in _name_fields(kind):
        better = "its field"
    hundred = "yes" if getattr(kind, "seratus_bila_sama", None) is True else "–"
    unverified = getattr(kind, "status", None) is StatusRujukan.BELUM_TERVERIFIKASI
    fields = ", ".join(f"`{name}`" for name in _name_fields(kind))
    cells = (
        f"[`{kind.__name__}`](#{kind.__name__.lower()})",
        f"`{kind.tipe}`",
        better,
        hundred,
        fields,
        "unverified" if unverified else "",
    )
    return f"| {' | '.join(cells)} |"


def _name_fields(kind: type[CapaianRule]) -> list[str]:
    return [each.name for each in attrs.fields(kind)] if attrs.has(kind) else []


def _write_sections() -> Iterator[str]:
    last = None
    for rule in EXAMPLES:
        kind = type(rule)
        if kind is not last:
            yield f"## {kind.__name__}\n\n{_read_prose(kind)}\n"
        last = kind
        pohon = rule.lower()
        if kind in _INNER or isinstance(pohon, Unlowered):
            continue
        percent = getattr(rule, "satuan", None) == "%"
        drawn = write_mathml(pohon, percent=percent)
        yield f'<div style="overflow-x: auto; padding: 0.5em 0">{drawn}</div>\n'
        yield f"```text\n{write_latex(pohon, percent=percent)}\n```\n"


def _read_prose(kind: type[CapaianRule]) -> str:
    """Take the description of a class, without its example and what it raises."""
    text = inspect.getdoc(kind) or ""
    paragraphs = text.split("\n\n")
    prose = [each for each in paragraphs if not each.startswith((">>>", "Raises:"))]
    return "\n\n".join(" ".join(each.split()) for each in prose)


if __name__ == "__main__":
    PAGE.write_text(write_page(), encoding="utf-8")
