"""Numbers as offices print them: doubles with few decimals."""

from __future__ import annotations

from hypothesis import strategies as st


def shorts(low: int, high: int, digits: int) -> st.SearchStrategy[float]:
    """Draw whole numbers, and others with up to so many decimals."""
    return st.tuples(st.integers(low, high), st.integers(0, digits)).map(_divide)


def _divide(pair: tuple[int, int]) -> float:
    whole, digits = pair
    return whole / 10.0**digits
