"""A chart of predikat by year, as SVG and without a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDTH, HEIGHT = 860, 480
LEFT, RIGHT, TOP, BOTTOM = 60, 180, 70, 50
COLOURS = ("#b2182b", "#ef8a62", "#e0e0e0", "#67a9cf", "#2166ac")
"""From bad to good, also for those who do not see red and green."""


def draw(
    shares: Mapping[int, Mapping[str, float]],
    means: Mapping[int, str],
    labels: Sequence[str],
    title: str,
) -> str:
    """Draw a bar for each year, with the share of each label, and what is written above it."""
    years = sorted(shares)
    step = (WIDTH - LEFT - RIGHT) / len(years)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        f'<title>{title}</title><g font-family="sans-serif" font-size="13">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        f'<text x="{LEFT}" y="28" font-size="16">{title}</text>',
    ]
    for tenth in range(0, 11, 2):
        y = _place(tenth / 10)
        parts.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{tenth * 10}%</text>')
    for place, year in enumerate(years):
        x, below = LEFT + step * (place + 0.12), 0.0
        for colour, label in zip(COLOURS, labels, strict=True):
            share = shares[year].get(label, 0.0)
            y, height = _place(below + share), share * (HEIGHT - TOP - BOTTOM)
            parts.append(
                f'<rect x="{x:.1f}" y="{y:.1f}" width="{step * 0.76:.1f}" '
                f'height="{height:.1f}" fill="{colour}"/>'
            )
            below += share
        middle = f'x="{x + step * 0.38:.1f}" text-anchor="middle"'
        parts.append(f'<text {middle} y="{TOP - 8}">{means[year]}</text>')
        parts.append(f'<text {middle} y="{HEIGHT - BOTTOM + 20}">{year}</text>')
    for place, (colour, label) in enumerate(zip(COLOURS, labels, strict=True)):
        y = HEIGHT - BOTTOM - 24 * (place + 1)
        parts.append(
            f'<rect x="{WIDTH - RIGHT + 20}" y="{y}" width="14" height="14" fill="{colour}"/>'
        )
        parts.append(f'<text x="{WIDTH - RIGHT + 42}" y="{y + 12}">{label}</text>')
    return "\n".join([*parts, "</g></svg>\n"])


def _place(share: float) -> float:
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)
