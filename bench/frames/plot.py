"""A plot of seconds over rows, both axes logarithmic, as SVG and without a library."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WIDTH, HEIGHT = 760, 460
LEFT, RIGHT, TOP, BOTTOM = 80, 210, 50, 60
COLOURS: Final = ("#666666", "#0072b2", "#d55e00", "#009e73")
"""Told apart by those who do not see all colours."""


def draw(lines: Mapping[str, Mapping[int, float]], title: str) -> str:
    """Draw seconds by rows, one line for each name."""
    sizes = sorted({rows for line in lines.values() for rows in line})
    seconds = [value for line in lines.values() for value in line.values()]
    frame = _Frame(
        (log10(sizes[0]), log10(sizes[-1])),
        (floor(log10(min(seconds))), ceil(log10(max(seconds)))),
    )
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        '<g font-family="sans-serif" font-size="13">',
        f"<title>{title}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        f'<text x="{LEFT}" y="28" font-size="15">{title}</text>',
        *frame.draw_axes(),
    ]
    ends: list[tuple[float, float, str, str]] = []
    for colour, (name, line) in zip(COLOURS, lines.items(), strict=False):
        marks = [frame.place(rows, value) for rows, value in sorted(line.items())]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in marks)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        for x, y in marks:
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>')
        x, y = marks[-1]
        ends.append((y + 4, x + 10, colour, name))
    above = float(HEIGHT)
    for y, x, colour, name in sorted(ends, reverse=True):
        # A name stands at the end of its line, but on no other name.
        above = min(y, above - 16)
        parts.append(f'<text x="{x:.1f}" y="{above:.1f}" fill="{colour}">{name}</text>')
    return "\n".join([*parts, "</g></svg>\n"])


class _Frame:
    """Where numbers stand on the page."""

    def __init__(self, across: tuple[float, float], up: tuple[int, int]) -> None:
        self.across, self.up = across, up

    def place(self, rows: float, seconds: float) -> tuple[float, float]:
        """Give the place of a point."""
        (first, last), (least, most) = self.across, self.up
        x = LEFT + (log10(rows) - first) / (last - first) * (WIDTH - LEFT - RIGHT)
        y = HEIGHT - BOTTOM - (log10(seconds) - least) / (most - least) * (HEIGHT - TOP - BOTTOM)
        return x, y

    def draw_axes(self) -> Iterator[str]:
        """Draw a line for each power of ten, with its name."""
        floor_y, end_x = HEIGHT - BOTTOM, WIDTH - RIGHT
        for power in range(round(self.across[0]), round(self.across[1]) + 1):
            x, _ = self.place(10**power, 10.0 ** self.up[0])
            yield f'<path d="M{x:.1f} {TOP}V{floor_y}" stroke="#ddd"/>'
            yield (
                f'<text x="{x:.1f}" y="{floor_y + 20}" text-anchor="middle">10'
                f'<tspan dy="-6" font-size="9">{power}</tspan></text>'
            )
        for power in range(self.up[0], self.up[1] + 1):
            _, y = self.place(10 ** self.across[0], 10.0**power)
            said = f"{10**power:g} s" if power >= 0 else f"{10.0 ** (power + 3):g} ms"
            yield f'<path d="M{LEFT} {y:.1f}H{end_x}" stroke="#ddd"/>'
            yield f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{said}</text>'
        yield f'<text x="{(LEFT + end_x) / 2}" y="{HEIGHT - 16}" text-anchor="middle">rows</text>'
