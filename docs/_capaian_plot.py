"""
Draws capaian over realisasi under each rule.

The picture is `explanation/which-capaian.svg`; `python docs/_capaian_plot.py`
draws it anew, and a test tells when that was forgotten. Each point is computed
by the rule that it is drawn for.
"""

from __future__ import annotations

from fractions import Fraction
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from iku.angka import Angka
from iku.domain import Rentang
from iku.domain.indikator import Polaritas
from iku.scoring import (
    DuaTargetMinusRealisasi,
    KedekatanTarget,
    RealisasiPerTarget,
    RentangTarget,
    TargetPerRealisasi,
    TercapaiAtauTidak,
    compute_capaian,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iku.domain.nilai import Nilai
    from iku.typing import CapaianRule

PICTURE: Final = Path(__file__).parent / "explanation" / "which-capaian.svg"

_WIDTH, _HEIGHT = 370, 375
_LEFT, _TOP, _PLOT_WIDTH, _PLOT_HEIGHT = 40, 50, 168, 280
_MOST_REALISASI, _LEAST, _MOST = 24, -50, 250
_STEPS: Final = 8  # points to each unit of realisasi


class Curve(NamedTuple):
    """One rule in a panel."""

    rule: CapaianRule
    label: str
    colour: str
    dashes: str
    label_at: int
    """The capaian at whose height the label stands, right of the plot."""


class Panel(NamedTuple):
    """One target under several rules."""

    title: str
    target: Nilai
    curves: tuple[Curve, ...]


_CAPPED: Final = RealisasiPerTarget(maksimum=Angka("120"))
_PLAIN: Final = RealisasiPerTarget()
_LOWER: Final = DuaTargetMinusRealisasi()
_MET: Final = TercapaiAtauTidak()
PANELS: Final = (
    Panel(
        "A target of 10",
        Angka("10"),
        (
            Curve(_PLAIN, "RealisasiPerTarget", "#0072b2", "", 238),
            Curve(_CAPPED, "… maksimum=120", "#0072b2", "5 3", 120),
            Curve(_MET, "TercapaiAtauTidak", "#666666", "2 3", 100),
            Curve(TargetPerRealisasi(), "TargetPerRealisasi", "#009e73", "", 44),
            Curve(_LOWER, "DuaTargetMinusRealisasi", "#d55e00", "", -22),
            Curve(KedekatanTarget(), "KedekatanTarget", "#aa4499", "7 3 2 3", -42),
        ),
    ),
    Panel(
        "A target of 8 – 12",
        Rentang(bawah=Angka("8"), atas=Angka("12")),
        (
            Curve(RentangTarget(aturan=_PLAIN), "RealisasiPerTarget", "#0072b2", "", 200),
            Curve(_MET, "TercapaiAtauTidak", "#666666", "2 3", 100),
            Curve(
                RentangTarget(aturan=TargetPerRealisasi()), "TargetPerRealisasi", "#009e73", "", 50
            ),
            Curve(RentangTarget(aturan=_LOWER), "DuaTargetMinusRealisasi", "#d55e00", "", 4),
            Curve(
                RentangTarget(aturan=KedekatanTarget()),
                "KedekatanTarget",
                "#aa4499",
                "7 3 2 3",
                -16,
            ),
        ),
    ),
)


def draw_picture() -> str:
    """Draw both panels."""
    width = _WIDTH * len(PANELS)
    body = "".join(
        line for index, panel in enumerate(PANELS) for line in _draw_panel(panel, index * _WIDTH)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {_HEIGHT}" '
        f'width="{width}" height="{_HEIGHT}" role="img" aria-label="Capaian over realisasi '
        'under each rule, for a number and for a range" font-family="system-ui, sans-serif" '
        'font-size="12" fill="#222222">\n'
        f'<rect width="{width}" height="{_HEIGHT}" fill="#ffffff"/>\n{body}</svg>\n'
    )


def _draw_panel(panel: Panel, shift: int) -> Iterator[str]:
    yield f'<g transform="translate({shift} 0)">\n'
    yield f'<text x="{_LEFT}" y="22" font-size="14" font-weight="600">{panel.title}</text>\n'
    yield f'<text x="{_LEFT}" y="40" fill="#555555">capaian, %</text>\n'
    yield from _draw_grid(panel.target)
    for curve in panel.curves:
        yield from _draw_curve(curve, panel.target)
    yield "</g>\n"


def _draw_grid(target: Nilai) -> Iterator[str]:
    right, bottom = _LEFT + _PLOT_WIDTH, _TOP + _PLOT_HEIGHT
    if isinstance(target, Rentang):
        low, high = (_place_x(Fraction(each.nilai)) for each in (target.bawah, target.atas))
        yield (
            f'<rect x="{low}" y="{_TOP}" width="{float(high) - float(low):.1f}" '
            f'height="{_PLOT_HEIGHT}" fill="#f0f0f0"/>\n'
        )
    for capaian in range(_LEAST, _MOST + 1, 50):
        y = _place_y(Fraction(capaian))
        colour = "#999999" if capaian in {0, 100} else "#e2e2e2"
        yield f'<path d="M{_LEFT} {y}H{right}" stroke="{colour}"/>\n'
        shown = str(capaian).replace("-", "−")
        yield f'<text x="{_LEFT - 6}" y="{y}" dy="4" text-anchor="end">{shown}</text>\n'
    for realisasi in range(0, _MOST_REALISASI + 1, 4):
        x = _place_x(Fraction(realisasi))
        yield f'<text x="{x}" y="{bottom + 18}" text-anchor="middle">{realisasi}</text>\n'
    yield f'<text x="{right}" y="{bottom + 38}" text-anchor="end" fill="#555555">realisasi</text>\n'


def _draw_curve(curve: Curve, target: Nilai) -> Iterator[str]:
    pieces = " ".join(_write_piece(piece) for piece in _cut(_compute_points(curve.rule, target)))
    dashes = f' stroke-dasharray="{curve.dashes}"' if curve.dashes else ""
    yield (
        f'<path d="{pieces}" fill="none" stroke="{curve.colour}" stroke-width="2"'
        f' stroke-linejoin="round"{dashes}/>\n'
    )
    x, y = _LEFT + _PLOT_WIDTH + 6, _place_y(Fraction(curve.label_at))
    yield f'<text x="{x}" y="{y}" dy="4" fill="{curve.colour}">{escape(curve.label)}</text>\n'


def _compute_points(rule: CapaianRule, target: Nilai) -> Iterator[tuple[Fraction, Fraction | None]]:
    """Compute the capaian at every step, and None where the rule has none."""
    for step in range(_MOST_REALISASI * _STEPS + 1):
        realisasi = Fraction(step, _STEPS)
        capaian = compute_capaian(
            target, realisasi, rule=rule, polaritas=Polaritas.POSITIF, allow_unverified=True
        )
        yield realisasi, capaian.eksak


def _cut(
    points: Iterator[tuple[Fraction, Fraction | None]],
) -> Iterator[list[tuple[Fraction, Fraction]]]:
    """Give the pieces of a curve that lie in the plot, broken where it jumps."""
    piece: list[tuple[Fraction, Fraction]] = []
    for realisasi, capaian in points:
        inside = capaian is not None and _LEAST <= capaian <= _MOST
        jumps = bool(piece) and capaian is not None and abs(capaian - piece[-1][1]) > 90
        if piece and (jumps or not inside):
            yield piece
            piece = []
        if inside and capaian is not None:
            piece.append((realisasi, capaian))
    yield piece


def _write_piece(piece: list[tuple[Fraction, Fraction]]) -> str:
    return "M" + "L".join(f"{_place_x(x)} {_place_y(y)}" for x, y in _straighten(piece))


def _straighten(piece: list[tuple[Fraction, Fraction]]) -> Iterator[tuple[Fraction, Fraction]]:
    """Leave out the points that lie on the straight line between their neighbours."""
    last = len(piece) - 1
    for index, (x, y) in enumerate(piece):
        bends = index in {0, last} or piece[index - 1][1] + piece[index + 1][1] != 2 * y
        if bends:
            yield x, y


def _place_x(realisasi: Fraction) -> str:
    return _write(_LEFT + realisasi * _PLOT_WIDTH / _MOST_REALISASI)


def _place_y(capaian: Fraction) -> str:
    return _write(_TOP + (_MOST - capaian) * _PLOT_HEIGHT / (_MOST - _LEAST))


def _write(place: Fraction) -> str:
    """Write a place on the picture to a tenth of a pixel."""
    whole, tenth = divmod(round(place * 10), 10)
    return f"{whole}.{tenth}" if tenth else str(whole)


if __name__ == "__main__":
    PICTURE.write_text(draw_picture(), encoding="utf-8")
